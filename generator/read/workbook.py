"""The Excel workbook of an assessment back to a run: every answer, and every problem by sheet and cell.

In: the bytes of an .xlsx file that anybody may have changed, the versions of the instrument, and what the run is filed under.
Out: an assessment, or diagnostics.
What was left open stays open. Not here: how a file is unpacked and bounded (`workbook_package`, `workbook_scan`), where questions
stand (`workbook_layout`, `workbook_form`), whose run it is (`workbook_filed`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from generator.diagnostics import Diagnostic, Span
from generator.model.assessment import Assessment, Consent
from generator.model.framework import Instrument
from generator.read.workbook_cells import book
from generator.read.workbook_filed import Filing, consent_of
from generator.read.workbook_form import form
from generator.read.workbook_layout import CITY, DEPARTMENTS, NOT_A_TASK, NOT_APPLICABLE, list_of
from generator.read.workbook_package import Unusable
from generator.read.workbook_row import LONGEST, LONGEST_LINE, Reading, Row

_USE: Final = "answer the existence of the system first, or empty the cell"


def read_workbook(
    data: bytes, file: str, instruments: Mapping[str, Instrument], filing: Filing
) -> tuple[Assessment | None, tuple[Diagnostic, ...]]:
    """The run in the workbook called `file` and remarks on it, or None and why not."""
    try:
        read, found = form(book(data), instruments, file)
    except Unusable as error:
        return None, (Diagnostic(error.code, Span(file), error.message, error.fix),)
    reading = Reading(read, list(found))
    _answers(reading)
    consent = consent_of(reading, filing)
    if any(each.severity == "error" for each in reading.found):
        return None, tuple(reading.found)
    return _assessment(reading, filing, consent), tuple(reading.found)


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


def _assessment(reading: Reading, filing: Filing, consent: Consent | None) -> Assessment:
    return Assessment.model_validate(
        {
            "city": filing.city,
            "date": filing.date,
            "version": reading.form.instrument.framework.version,
            "consent": consent,
            "departments": tuple(each for each in DEPARTMENTS if reading.city.get(each)),
            "indicators": reading.indicators,
            "systems": reading.systems,
            "targets": reading.targets,
            "note": reading.city.get("note"),
        }
    )
