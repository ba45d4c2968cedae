"""The Excel workbook of an assessment: the whole instrument as a form, empty or filled with a run.

In: an instrument, the strings of a language, perhaps a run. Out: the bytes of an .xlsx file, the same for the same input.
Texts of people are written as text, never as formulas. Not here: where questions stand (`read.workbook_layout`), how a filled
workbook is read (`read.workbook`), looks of cells (`workbook_style`).
"""

from __future__ import annotations

import io
from base64 import b64encode
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from xlsxwriter import Workbook

from generator.model.assessment import Assessment
from generator.model.framework import Instrument
from generator.read.workbook_layout import CITY, sheets
from generator.render.i18n import Messages
from generator.render.workbook_answers import answers
from generator.render.workbook_front import cover, guide
from generator.render.workbook_hidden import hidden
from generator.render.workbook_sheets import area_sheet, city_sheet, dimension_sheet
from generator.render.workbook_style import Desk, styles
from generator.render.workbook_words import sheet_names, words

_MADE: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""Spreadsheet programs want a day of creation; the same workbook must always have the same bytes."""


class _Locked(Workbook):  # type: ignore[misc]  # xlsxwriter comes without types
    """A workbook whose sheets cannot be renamed, moved or deleted by accident."""

    def _write_workbook_pr(self) -> None:
        super()._write_workbook_pr()
        self._xml_empty_tag("workbookProtection", [("lockStructure", 1)])


def workbook(instrument: Instrument, t: Messages, *, independent: bool = True, run: Assessment | None = None) -> bytes:
    """The workbook in the language of `t`; with `run` its answers stand in it."""
    target = io.BytesIO()
    book = _Locked(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    names = sheet_names(instrument, t, independent)
    book.set_properties({"title": names["title"], "comments": names["edition"], "created": _MADE})
    book.set_calc_mode("auto")
    desk = Desk(book, styles(book, t.language), instrument, t, names, words(instrument, t), independent)
    _write(desk, answers(run, desk.words) if run else {})
    book.close()
    return target.getvalue()


def script(book: bytes) -> bytes:
    """A workbook as a classic script for the assessment page: unlike a file, a page opened from a disk can load it."""
    return f'window.wegoCeds.workbook = "{b64encode(book).decode()}";\n'.encode()


def _write(desk: Desk, said: Mapping[tuple[str, str], str]) -> None:
    parts = sheets(desk.instrument)
    for id in ("cover", "guide", *(each.id for each in parts)):
        desk.book.add_worksheet(desk.names[id])
    rows = hidden(desk, parts)
    cover(desk, parts, said)
    guide(desk)
    dimensions = {each.id for each in desk.instrument.framework.dimensions}
    for sheet in parts:
        write = city_sheet if sheet.id == CITY else dimension_sheet if sheet.id in dimensions else area_sheet
        write(desk, sheet, said, rows)
