"""What was given to `wego ceds import`, checked; and how the commands end when they cannot go on.

In: options. Out: models, or the end of the command: 1 for problems in a file, 2 for wrong usage. Not here: the commands (`cli_ceds`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import click
from pydantic import TypeAdapter, ValidationError

from generator.diagnostics import Diagnostic, suggestion, visible
from generator.diagnostics_format import FORMATS
from generator.model.assessment import Consent
from generator.model.dates import Day
from generator.model.ids import is_id, is_reserved


def day_of(city: str, date: str) -> str:
    """The day `--date` names; refuses what is none, and a `--city` that is no id."""
    if not is_id(city) or is_reserved(city):
        raise click.UsageError(f"--city {visible(city)} is not the id of a city, such as seoul")
    try:
        return str(TypeAdapter(Day).validate_python(date))
    except ValidationError:
        raise click.UsageError(f"--date {visible(date)} is not a day such as 2026-11-22") from None


def consent_of(office: str | None, scope: str | None, date: str) -> Consent | None:
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


def known_city(root: Path, city: str) -> None:
    """Refuse a city that the base does not have."""
    ids = [each.stem for each in (root / "data" / "cities").glob("*.yml")]
    if city not in ids:
        first = f"write its record first, with `wego new city {city}`"
        refuse(f"{city} is not a city of the base: {suggestion(city, ids, first)}")


def tell(found: Iterable[Diagnostic]) -> NoReturn:
    """Print the findings and end with 1."""
    listed = list(found)
    click.echo(FORMATS["text"](listed, len({each.span.file for each in listed})), err=True, nl=False)
    sys.exit(1)


def refuse(message: str) -> NoReturn:
    """Say why nothing was done and end with 2."""
    click.echo(message, err=True)
    sys.exit(2)
