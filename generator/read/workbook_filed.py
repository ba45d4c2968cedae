"""What the first sheet of a workbook says of the run, beside what the run is to be filed under: city, day and consent.

In: what was read of the sheet, and a `Filing`. Out: the consent; findings by cell where the two contradict each other, and a remark
where the city's name is not known. Not here: the cells themselves (`workbook_row`), names of cities (`city_names`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from generator.model.assessment import Consent
from generator.model.ids import is_id
from generator.read.city_names import Names, alike, called, is_called
from generator.read.workbook_layout import CITY, cell
from generator.read.workbook_row import Reading, Row

_PARTS: Final = ("office", "date", "scope")
_SHOWN: Final = 60
"""So many characters of a cell are told in a message."""


@dataclass(frozen=True, slots=True)
class Filing:
    """What a run is filed under, as whoever takes the workbook over says it.

    `consent` counts where the workbook gives none; `options` are the parts of a consent that were given, as they were given.
    `names` is asked for only where the sheet does not hold the id of the city.
    """

    city: str
    date: str
    consent: Consent | None = None
    options: Mapping[str, str] = field(default_factory=dict)
    names: Callable[[], Names] = dict


def consent_of(reading: Reading, filing: Filing) -> Consent | None:
    """The consent to publish: the workbook's, else that of the filing; findings where the sheet contradicts the filing."""
    row = next(
        (Row(reading, sheet, grid, sheet.first, "") for sheet, grid in reading.form.sheets if sheet.id == CITY), None
    )
    if row is None:
        return None
    _city(_at(row, "city"), filing)
    said = reading.city.get("date")
    if said and said != filing.date:
        fix = "check the file and --date, and correct the wrong one"
        _misfiled(_at(row, "date"), f"expected {filing.date}, found “{said[:_SHOWN]}”", fix)
    return _consent(row, filing.options) or filing.consent


def _city(row: Row, filing: Filing) -> None:
    said, city = row.reading.city.get("city"), filing.city
    if not said or said == city:
        return
    names = filing.names()
    found = f"found “{said[:_SHOWN]}”"
    if said not in names and is_called(city, said, names):
        return
    if others := (said,) if said in names else called(said, names):
        other = " or ".join(others)
        which = "" if said in others else f", which is a name of {' and '.join(others)}"
        fix = (
            f"if the answers are those of {other}, write --city {other}; if those of {city}, write {city} into the cell"
        )
        _misfiled(row, f"expected {city}, {found}{which}", fix)
    elif is_id(said):
        _misfiled(row, f"expected {city}, {found}", "check the file and --city, and correct the wrong one")
    elif names:
        message = (
            f"expected {city} or a name of it, under which the run is filed, {found}, which names no city of the base"
        )
        fix = f"check --city; if it is right, leave it so, or write {city} into the cell"
        row.wrong("answer", "WG710", message, fix, severity="warning")


def _consent(row: Row, options: Mapping[str, str]) -> Consent | None:
    """The consent the first sheet gives; a finding where it gives half of one, or another than the options."""
    parts = {key: row.reading.city.get(f"consent-{key}") for key in _PARTS}
    missing = [key for key in _PARTS if parts[key] is None]
    if not missing:
        _agreed(row, {key: text or "" for key, text in parts.items()}, options)
        return Consent.model_validate(parts)
    at = _at(row, f"consent-{missing[0]}")
    told = any(_at(row, f"consent-{key}").filled("answer") for key in missing)
    if len(missing) < len(parts) and not told:
        said = f"expected the {missing[0]}, since consent is given, found nothing"
        at.wrong("answer", "WG708", said, "complete office, day and scope, or empty all three")
    return None


def _agreed(row: Row, parts: Mapping[str, str], options: Mapping[str, str]) -> None:
    """The city decides what is published: an option may repeat what its workbook says, and not change it."""
    other = [key for key in _PARTS if key in options and alike(options[key]) != alike(parts[key])]
    if not other:
        return
    at = {key: _at(row, f"consent-{key}") for key in other}
    there = " and ".join(_stands(at[key], parts[key]) for key in other)
    given = " and ".join(f"--consent-{key} “{options[key][:_SHOWN]}”" for key in other)
    at[other[0]].wrong(
        "answer",
        "WG712",
        f"expected the consent that the city gives here, {there}, found {given}",
        f"leave out {', '.join(f'--consent-{key}' for key in options)}: the consent in the workbook counts; for another one "
        "the city changes its workbook",
    )


def _stands(row: Row, meant: str) -> str:
    said = row.value("answer")
    word = "" if alike(said) == alike(meant) else f" ({meant})"
    return f"{cell(row.row, row.sheet.columns['answer'])} “{said[:_SHOWN]}”{word}"


def _misfiled(row: Row, said: str, fix: str) -> None:
    row.wrong("answer", "WG710", said, fix)


def _at(row: Row, key: str) -> Row:
    return Row(row.reading, row.sheet, row.grid, row.sheet.first + row.sheet.keys.index(key), key)
