"""`wego ceds freeze`: write the digest by which a version of the CeDS instrument is frozen.

In: a version. Out: data/ceds/<version>/digest.txt. Not here: who notices that files changed (`validate.instrument`).
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.diagnostics import suggestion, visible
from generator.model.consented import INVENTED


@click.command()
@click.argument("version")
@click.option("--replace", is_flag=True, help="Freeze a changed version anew, as long as no real city has used it.")
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("data"),
    show_default=True,
    help="The folder that holds the records.",
)
def freeze(version: str, replace: bool, data: Path) -> None:
    """Freeze VERSION of the questions: from now on a change is a new version."""
    from generator.read import frozen

    known = {each.version: each for each in frozen.versions(data, data.as_posix())}
    found = known.get(version)
    if found is None:
        there = suggestion(version, known, f"versions there are: {', '.join(known) or 'none'}")
        raise click.UsageError(f"there is no version {visible(version)}: {there}")
    if found.written == found.actual:
        click.echo(f"{found.name}: version {version} is frozen already, and unchanged", err=True)
        return
    if found.written:
        _refuse_used(found.name, version, replace, _real_cities(data, version))
    found.path.write_text(found.actual + "\n", "utf-8", newline="\n")
    click.echo(found.name)


def _refuse_used(name: str, version: str, replace: bool, cities: list[str]) -> None:
    """A frozen version is changed only where nobody's answers depend on it, and only on request."""
    if cities:
        click.echo(f"{name}: {', '.join(cities)} answered version {version}; make a new version beside it", err=True)
        sys.exit(1)
    if not replace:
        click.echo(
            f"{name}: version {version} is frozen, and its files have changed; make a new version beside it, or, "
            "since no real city has used it, freeze it anew with --replace",
            err=True,
        )
        sys.exit(1)


def _real_cities(data: Path, version: str) -> list[str]:
    """The cities whose runs name the version; a run that cannot be read counts, to be safe."""
    from generator.read import yaml_source
    from generator.read.run_files import run_files

    cities: dict[str, None] = {}
    for file in run_files(data).files:
        city = file.id.partition("/")[0]
        values, _ = yaml_source.load(file.path.read_bytes(), file.name)
        if not city.startswith(INVENTED) and (values is None or str(values.get("version")) == version):
            cities[city] = None
    return list(cities)
