"""The command line: verbs, options and exit codes, no logic.

In: arguments. Out: results on stdout, diagnostics and progress on stderr; exit 0 clean, 1 problems in the data, 2 wrong usage.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import click

from generator import __version__
from generator.cli_awards import awards
from generator.cli_ceds import ceds
from generator.cli_freeze import freeze
from generator.cli_records import addresses, new, schema
from generator.cli_remedies import remedies
from generator.cli_study import study
from generator.diagnostics import visible
from generator.diagnostics_format import FORMATS
from generator.settings import Settings, SettingsError, settings

_FOLDER = click.Path(path_type=Path, file_okay=False, exists=True)


def _settings(root: Path, **options: Any) -> Settings:
    try:
        return settings(root.resolve(), **options)
    except SettingsError as error:
        click.echo(FORMATS["text"]([error.diagnostic], 1), err=True, nl=False)
        sys.exit(2)


def _data_options(command: Any) -> Any:
    for option in (
        click.option("--content", type=_FOLDER, help="Take prose from this folder instead of content/."),
        click.option("--data", type=_FOLDER, help="Take records from this folder instead of data/."),
        click.option("--root", type=_FOLDER, default=Path(), help="The project's folder; default: here."),
    ):
        command = option(command)
    return command


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="wego")
def main() -> None:
    """Compile YAML and Markdown into the WeGO knowledge base."""
    for stream in (sys.stdout, sys.stderr):  # JSON and Korean must come out on every terminal
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How findings are printed.",
)
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@_data_options
def check(
    paths: tuple[Path, ...], form: str, strict: bool, root: Path, data: Path | None, content: Path | None
) -> None:
    """Validate the records and write nothing.

    With PATHs, only findings in those files and folders are shown; everything is still read, since records refer to each other.
    A PATH outside data/ must be a run of the assessment, or a folder of runs such as private/; consent is not asked for there.
    """
    from generator.check_paths import NotChecked, within
    from generator.checking import check as run

    chosen = _settings(root, data=data, content=content, strict=strict)
    try:
        checked = run(chosen, paths)
    except NotChecked as error:
        click.echo(f"wego check: {visible(str(error))}", err=True)
        sys.exit(2)
    found = within(checked.report.ordered(), chosen.root, paths)
    click.echo(FORMATS[form](found, checked.files), err=form == "text", nl=False)
    sys.exit(1 if any(each.severity == "error" or strict for each in found) else 0)


@main.command()
@click.option("--lang", "languages", multiple=True, help="Build this language only (repeatable); needs --site-dir.")
@click.option("--jobs", type=click.IntRange(1, 64), help="Worker processes; default: one for each processor.")
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option(
    "--site-dir", type=click.Path(path_type=Path, file_okay=False), help="Build into this folder instead of site/."
)
@click.option(
    "--work-dir",
    type=click.Path(path_type=Path, file_okay=False),
    help="Keep caches in this folder instead of .cache/.",
)
@click.option("--clean", is_flag=True, help="Forget all caches first.")
@_data_options
def build(
    languages: tuple[str, ...],
    jobs: int | None,
    strict: bool,
    site_dir: Path | None,
    work_dir: Path | None,
    clean: bool,
    root: Path,
    data: Path | None,
    content: Path | None,
) -> None:
    """Compile data/ and content/ into site/.

    With mistakes in the data the old site stays untouched and the exit code is 1.
    """
    from generator.build_run import run_build

    if languages and not site_dir:
        raise click.UsageError(
            "--lang makes a partial site, which must not replace the whole one: name a folder with --site-dir"
        )
    chosen = _settings(
        root, data=data, content=content, site=site_dir, work=work_dir, languages=languages, jobs=jobs, strict=strict
    )
    sys.exit(run_build(chosen, clean=clean))


@main.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Port on this machine; 0 takes a free one.",
)
@click.option(
    "--work-dir",
    type=click.Path(path_type=Path, file_okay=False),
    help="Keep the preview in this folder instead of .cache/preview/.",
)
@_data_options
def serve(port: int, work_dir: Path | None, root: Path, data: Path | None, content: Path | None) -> None:
    """Preview on this machine with live reload; nothing is published."""
    from generator.diagnostics import Refusal
    from generator.serving import serve as run

    preview = (work_dir or root / ".cache" / "preview").resolve()
    try:
        run(
            _settings(root, data=data, content=content, site=preview / "site", work=preview / "work"),
            port,
            lambda text: click.echo(text, err=True),
        )
    except Refusal as error:
        click.echo(f"wego serve: {error}", err=True)
        sys.exit(2)
    except KeyboardInterrupt:
        click.echo("", err=True)


@main.command()
@click.argument("word")
def explain(word: str) -> None:
    """Explain a rule by its CODE, or list the fields of a kind of record."""
    from generator.explain import Unknown
    from generator.explain import explain as text

    try:
        click.echo(text(word), nl=False)
    except Unknown as error:
        click.echo(f"Nothing to explain under {word}: {error}", err=True)
        sys.exit(2)


main.add_command(addresses)
main.add_command(awards)
ceds.add_command(freeze)
ceds.add_command(remedies)
main.add_command(ceds)
main.add_command(new)
main.add_command(schema)
main.add_command(study)
