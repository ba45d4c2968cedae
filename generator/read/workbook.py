"""The Excel workbook of an assessment back to a run: every answer, and every problem by sheet and cell.

In: the bytes of an .xlsx file that anybody may have changed, and the versions of the instrument. Out: an assessment, or diagnostics.
What was left open stays open. Not here: how a file is unpacked and bounded (`workbook_package`, `workbook_scan`), where questions
stand (`workbook_layout`, `workbook_form`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from generator.diagnostics import Diagnostic, Span
from generator.model.assessment import Assessment, Consent
from generator.model.framework import Instrument
from generator.model.ids import is_id
from generator.read.workbook_cells import book
from generator.read.workbook_form import form
from generator.read.workbook_layout import CITY, DEPARTMENTS, NOT_A_TASK, NOT_APPLICABLE, list_of
from generator.read.workbook_package import Unusable
from generator.read.workbook_row import LONGEST, LONGEST_LINE, Reading, Row

_USE: Final = "answer the existence of the system first, or empty the cell"


def read_workbook(
    data: bytes,
    file: str,
    instruments: Mapping[str, Instrument],
    city: str,
    date: str,
    consent: Consent | None = None,
) -> tuple[Assessment | None, tuple[Diagnostic, ...]]:
    """The run in the workbook called `file`, or None and why not. `consent` goes before what the workbook says of it."""
    try:
        read, found = form(book(data), instruments, file)
    except Unusable as error:
        return None, (Diagnostic(error.code, Span(file), error.message, error.fix),)
    reading = Reading(read, list(found))
    _answers(reading)
    given = _about(reading, city, date)
    if reading.found:
        return None, tuple(reading.found)
    return _assessment(reading, city, date, consent or given), ()


def _answers(reading: Reading) -> None:
    for sheet, grid in reading.form.sheets:
        for number, key in enumerate(sheet.keys):
            row = Row(reading, sheet, grid, sheet.first + number, key)
            if sheet.id == CITY:
                _field(row)
            elif "answer" in sheet.columns:
                _indicator(row)
            else:
                _system(row)


def _indicator(row: Row) -> None:
    chosen, reason, evidence = row.chosen("answer"), row.prose("reason"), row.prose("evidence")
    said: dict[str, Any] = {"evidence": evidence} if evidence else {}
    if _applies(row, "answer", chosen == NOT_APPLICABLE, reason):
        said |= {"level": int(chosen)} if chosen else {}
    else:
        said["not_applicable"] = reason
    if said:
        row.reading.indicators[row.key] = said


def _system(row: Row) -> None:
    chosen, use, target = row.chosen("existence"), row.chosen("use"), row.chosen("target")
    reason, evidence = row.prose("reason"), row.prose("evidence")
    said: dict[str, Any] = {"evidence": evidence} if evidence else {}
    if _applies(row, "existence", chosen == NOT_A_TASK, reason):
        said |= {"existence": int(chosen)} if chosen else {}
    else:
        said["not_a_task"] = reason
    if use and chosen not in ("2", "3", "4") and not row.refused("existence"):
        row.wrong("use", "WG708", f"expected nothing, as use is asked from the pilot (2) on, found level {use}", _USE)
    said |= {"use": int(use)} if use else {}
    if said:
        row.reading.systems[row.key] = said
    if target:
        row.reading.targets[row.key] = target


def _applies(row: Row, column: str, declined: bool, reason: str | None) -> bool:
    """Whether the question applies; a reason without the choice, or the choice without a reason, is a finding."""
    if declined and not row.value("reason") and not row.refused("reason"):
        row.wrong("reason", "WG708", "expected the reason why this does not apply, found nothing", "write the reason")
    if reason and not declined and not row.refused(column):
        given = f"“{row.value(column)[:60]}”" if row.value(column) else "no answer"
        row.wrong(
            column,
            "WG708",
            f"expected the choice that this does not apply, since a reason is given, found {given}",
            "choose the last entry of the list, or delete the reason",
        )
    return not declined


def _field(row: Row) -> None:
    if list_of(row.sheet, row.key, "answer"):
        said: str | None = row.chosen("answer")
    elif row.key in ("date", "consent-date"):
        said = row.day("answer")
    else:
        said = row.prose("answer", LONGEST if row.key == "note" else LONGEST_LINE)
    if said:
        row.reading.city[row.key] = said


def _about(reading: Reading, city: str, date: str) -> Consent | None:
    """What the first sheet says of the run; a finding where it contradicts what it is to be filed under."""
    said = reading.city
    row = next(
        (Row(reading, sheet, grid, sheet.first, "") for sheet, grid in reading.form.sheets if sheet.id == CITY), None
    )
    if row is None:
        return None
    if said.get("city") and is_id(said["city"]) and said["city"] != city:
        _misfiled(row, "city", said["city"], city)
    if said.get("date") and said["date"] != date:
        _misfiled(row, "date", said["date"], date)
    return _consent(row)


def _consent(row: Row) -> Consent | None:
    """The consent the first sheet gives; a finding where it gives half of one."""
    parts = {key: row.reading.city.get(f"consent-{key}") for key in ("office", "date", "scope")}
    missing = [key for key in parts if parts[key] is None]
    if not missing:
        return Consent.model_validate(parts)
    cell = _at(row, f"consent-{missing[0]}")
    told = any(_at(row, f"consent-{key}").filled("answer") for key in missing)
    if len(missing) < len(parts) and not told:
        said = f"expected the {missing[0]}, since consent is given, found nothing"
        cell.wrong("answer", "WG708", said, "complete office, day and scope, or empty all three")
    return None


def _misfiled(row: Row, key: str, found: str, expected: str) -> None:
    _at(row, key).wrong(
        "answer",
        "WG710",
        f"expected {expected}, found “{found[:60]}”",
        f"check the file and --{key}, and correct the wrong one",
    )


def _at(row: Row, key: str) -> Row:
    return Row(row.reading, row.sheet, row.grid, row.sheet.first + row.sheet.keys.index(key), key)


def _assessment(reading: Reading, city: str, date: str, consent: Consent | None) -> Assessment:
    return Assessment.model_validate(
        {
            "city": city,
            "date": date,
            "version": reading.form.instrument.framework.version,
            "consent": consent,
            "departments": tuple(each for each in DEPARTMENTS if reading.city.get(each)),
            "indicators": reading.indicators,
            "systems": reading.systems,
            "targets": reading.targets,
            "note": reading.city.get("note"),
        }
    )
