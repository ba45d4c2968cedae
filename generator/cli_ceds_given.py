"""What was given to `wego ceds import`, checked; and how the commands end when they cannot go on.

In: options. Out: models, or the end of the command: 1 for problems in a file, 2 for wrong usage. Not here: the commands (`cli_ceds`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click
from pydantic import TypeAdapter, ValidationError

from generator.diagnostics import Diagnostic, suggestion, visible
from generator.diagnostics_format import FORMATS
from generator.model.assessment import Assessment, Consent
from generator.model.dates import Day
from generator.model.ids import is_id, is_reserved

if TYPE_CHECKING:
    from generator.read.workbook_filed import Filing


def filed(root: Path, city: str, date: str, consent: Mapping[str, str | None]) -> Filing:
    """What a run is to be filed under, from the options; `consent` holds those on it, by part, None where one was not given."""
    from generator.read.city_names import city_names
    from generator.read.workbook_filed import Filing

    day = _day(city, date)
    whole = _consent(consent["office"], consent["scope"], consent["date"] or day)
    given = {part: said for part, said in consent.items() if said is not None}
    return Filing(city, day, whole, given, partial(city_names, root / "data" / "cities"))


def _day(city: str, date: str) -> str:
    """The day `--date` names; refuses what is none, and a `--city` that is no id."""
    if not is_id(city) or is_reserved(city):
        raise click.UsageError(f"--city {visible(city)} is not the id of a city, such as seoul")
    try:
        return str(TypeAdapter(Day).validate_python(date))
    except ValidationError:
        raise click.UsageError(f"--date {visible(date)} is not a day such as 2026-11-22") from None


def _consent(office: str | None, scope: str | None, date: str) -> Consent | None:
    """The consent that the options give, or None where they give none; refuses half of one."""
    if office is None and scope is None:
        return None
    if not office or not scope:
        raise click.UsageError("consent needs both --consent-office and --consent-scope")
    try:
        return Consent.model_validate({"office": office, "date": date, "scope": scope})
    except ValidationError:
        raise click.UsageError(
            "--consent-office must be one line of text, and --consent-date a day such as 2026-11-22"
        ) from None


def plausible(run: Assessment, root: Path, today: str) -> None:
    """Refuse to publish a run that answers nothing, is of a day to come or of no city of the base; for a private one, say so."""
    from generator.ceds_files import too_large

    if too_large(run):
        refuse("the workbook holds more text than a run may have: shorten the notes on evidence")
    for doubt in _doubts(run, root, today):
        if run.consent:
            refuse(f"{doubt} Nothing was written.")
        click.echo(f"Note: {doubt}", err=True)


def _doubts(run: Assessment, root: Path, today: str) -> Iterator[str]:
    ids = [each.stem for each in (root / "data" / "cities").glob("*.yml")]
    if run.city not in ids:
        first = f"write its record first, with `wego new city {run.city}`."
        yield f"{run.city} is not a city of the base: {suggestion(run.city, ids, first)}"
    if str(run.date) > today:
        yield f"the assessment is dated {run.date}, but today is {today}: check --date."
    if run.consent and str(run.consent.date) > today:
        yield f"consent is dated {run.consent.date}, but today is {today}: check it in the workbook, or --consent-date."
    levels = [each.level is not None or bool(each.not_applicable) for each in run.indicators.values()]
    systems = [each.existence is not None or bool(each.not_a_task) for each in run.systems.values()]
    if not any((*levels, *systems)):
        yield "the workbook answers no question: check that it is the one that was filled in."


def no_links(root: Path, paths: Iterable[Path]) -> None:
    """Refuse to write through a symbolic link below the project's folder, which could lead out of it."""
    for path in paths:
        for here in (path, *path.parents):
            if here == root:
                break
            if here.is_symlink():
                refuse(
                    f"{here.as_posix()} is a symbolic link, which could lead out of the project; nothing was changed"
                )


def workbook_name(path: Path) -> None:
    """Refuse to write a workbook under a name that no spreadsheet program opens."""
    if path.suffix.lower() != ".xlsx":
        raise click.UsageError(f"-o {visible(path.as_posix())}: the name of a workbook ends in .xlsx")


def remark(found: Sequence[Diagnostic]) -> None:
    """Print what is worth a look and forbids nothing."""
    if found:
        click.echo(_told(found), err=True, nl=False)


def tell(found: Iterable[Diagnostic]) -> NoReturn:
    """Print the findings and end with 1."""
    click.echo(_told(list(found)), err=True, nl=False)
    sys.exit(1)


def _told(found: Sequence[Diagnostic]) -> str:
    return FORMATS["text"](found, len({each.span.file for each in found}))


def refuse(message: str) -> NoReturn:
    """Say why nothing was done and end with 2."""
    click.echo(message, err=True)
    sys.exit(2)
