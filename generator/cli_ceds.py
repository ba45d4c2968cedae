"""`wego ceds`: the assessment as an Excel workbook, and its scores.

In: arguments. Out: workbooks, YAML files of runs, scores on stdout; problems on stderr. Exit 0 done, 1 problems in the file,
2 wrong usage. Not here: what is in a workbook (`render.workbook`, `read.workbook`), arithmetic (`derive.ceds`).
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli_ceds_given import filed, no_links, plausible, refuse, remark, tell, workbook_name
from generator.cli_given import LANG, messages_of, today
from generator.diagnostics import visible

if TYPE_CHECKING:
    from generator.model.assessment import Assessment
    from generator.model.framework import Instrument

_FILE = click.Path(path_type=Path, dir_okay=False)
_ROOT = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=Path(),
    help="The project's folder; default: here.",
)
_LANG = click.option("--lang", default="en", show_default=True, help="Language of the workbook, such as en or ko.")
_OUT = click.option("-o", "--output", type=_FILE, required=True, help="The workbook to write.")
_REPLACE = click.option("--replace", is_flag=True, help="Write over a file that exists.")


@click.group()
def ceds() -> None:
    """CeDS assessments as Excel workbooks, and their scores."""


@ceds.command()
@_LANG
@_OUT
@click.option("--version", "number", help="Version of the questions; default: the newest.")
@_REPLACE
@_ROOT
def template(lang: str, output: Path, number: str | None, replace: bool, root: Path) -> None:
    """Write an empty workbook for a city to fill in."""
    from generator.render.workbook import workbook

    workbook_name(output)
    known = _instruments(root)
    newest = max(known, key=_order)
    if number is not None and number not in known:
        raise click.UsageError(f"there is no version {visible(number)}; versions there are: {', '.join(known)}")
    made = workbook(known[number or newest], messages_of(root, lang), independent=_independent(root))
    _write(output, made, replace)


@ceds.command(name="import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--city", required=True, help="Id of the city, such as seoul; the workbook may name no other city.")
@click.option("--date", required=True, help="Day of the assessment, such as 2026-11-22.")
@click.option(
    "--consent-office",
    help="The office that allows the publication; never a person. Only where the workbook holds no consent.",
)
@click.option(
    "--consent-scope",
    type=click.Choice(["scores", "answers", "evidence"]),
    help="What may be published. Only where the workbook holds no consent.",
)
@click.option("--consent-date", help="Day of the consent given here; default: the day of the assessment.")
@_REPLACE
@_ROOT
def import_(
    file: Path,
    city: str,
    date: str,
    consent_office: str | None,
    consent_scope: str | None,
    consent_date: str | None,
    replace: bool,
    root: Path,
) -> None:
    """Take over the answers of a workbook.

    They go to private/, which is never shared. With the city's consent, given here or in the workbook, they go to data/.
    A consent in the workbook counts: options that say otherwise are refused.

    With --replace the file is written anew; of what it said, only a comment at its top is kept.
    """
    from generator.ceds_files import places, rewritten
    from generator.read.workbook import read_workbook

    filing = filed(root, city, date, {"office": consent_office, "scope": consent_scope, "date": consent_date})
    run, found = read_workbook(file.read_bytes(), file.as_posix(), _instruments(root), filing)
    if run is None:
        tell(found)
    plausible(run, root, today())
    written = places(run, root, root / "data")
    _nothing_lost(root, written, replace)
    for path, part in written.items():
        _write(path, rewritten(path, part).encode(), replace)
    remark(found)
    _remarks(run, written)


@ceds.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@_LANG
@_OUT
@_REPLACE
@_ROOT
def export(file: Path, lang: str, output: Path, replace: bool, root: Path) -> None:
    """Write a workbook filled with the run in a YAML file."""
    from generator.render.workbook import workbook

    workbook_name(output)
    known = _instruments(root)
    run = _run(file, known)
    if run.withdrawn:
        refuse(f"{file.as_posix()} was taken back by its city; there is nothing to export")
    made = workbook(known[run.version], messages_of(root, lang), independent=_independent(root), run=run)
    _write(output, made, replace)


@ceds.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How scores are printed.",
)
@LANG
@_ROOT
def score(file: Path, form: str, lang: str, root: Path) -> None:
    """Print the scores of the run in a YAML file."""
    from generator.ceds_scores import as_json, as_text
    from generator.derive.ceds import result

    t, known = messages_of(root, lang), _instruments(root)
    run = _run(file, known)
    if run.withdrawn:
        refuse(f"{file.as_posix()} was taken back by its city; it has no scores")
    scored = result(known[run.version], run)
    click.echo(as_json(scored) if form == "json" else as_text(scored, known[run.version], t), nl=False)


def _instruments(root: Path) -> Mapping[str, Instrument]:
    from generator.ceds_files import BadFiles, instruments

    try:
        found = instruments(root / "data")
    except BadFiles as error:
        tell(error.found)
    if not found:
        refuse("there is no data/ceds here: start wego in the folder of the project, or name it with --root")
    return found


def _run(file: Path, known: Mapping[str, Instrument]) -> Assessment:
    from generator.ceds_files import BadFiles, read_run
    from generator.read.run_source import is_workbook

    if is_workbook(file):
        name = visible(file.as_posix())
        refuse(f"{name} is a workbook; import it first: wego ceds import {name} --city … --date …")
    try:
        return read_run(file, known)
    except BadFiles as error:
        tell(error.found)


def _independent(root: Path) -> bool:
    from generator.settings import SettingsError, settings

    try:
        return settings(root.resolve()).publisher.independent
    except SettingsError as error:
        tell([error.diagnostic])


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(each) for each in version.split(".") if each.isdecimal())


def _nothing_lost(root: Path, written: Mapping[Path, Assessment], replace: bool) -> None:
    no_links(root, written)
    there = [path for path in written if path.exists()]
    if there and not replace:
        refuse(f"{there[0].as_posix()} exists already; nothing was changed. To write over it, add --replace")
    taken_back = [path for path in there if "\nwithdrawn:" in path.read_text("utf-8", errors="replace")]
    if taken_back:
        refuse(f"{taken_back[0].as_posix()} was taken back by its city; nothing was changed")


def _remarks(run: Assessment, written: Mapping[Path, Assessment]) -> None:
    for path in written:
        click.echo(path.as_posix())
    if run.consent is None:
        click.echo(
            "Private: it is not committed. To publish it, import it with --consent-office and --consent-scope.",
            err=True,
        )
        return
    if len(written) > 1:
        click.echo(
            "The notes, on evidence and on the whole run, are not covered by the consent; they are only in the file below private/.",
            err=True,
        )
    if run.consent.scope == "scores":
        click.echo(
            "Pages will show scores only. The file itself holds the answers: commit it where only those may read it who may "
            "see them.",
            err=True,
        )
    click.echo("What is committed to a public project stays in its history.", err=True)


def _write(path: Path, content: bytes, replace: bool) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb" if replace else "xb") as stream:
            stream.write(content)
    except FileExistsError:
        refuse(f"{path.as_posix()} exists already; nothing was changed. To write over it, add --replace")
    except OSError as error:
        refuse(f"{path.as_posix()} cannot be written: {os.strerror(error.errno or 0)}")
    if path.suffix == ".xlsx":
        click.echo(path.as_posix())
