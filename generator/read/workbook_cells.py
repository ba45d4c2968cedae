"""An opened workbook: the text of every cell, and what the scan found, by sheet.

In: the bytes of a file. Out: a `Book`, or `Unusable`. Not here: which cells are answers (`workbook`).
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from python_calamine import CalamineWorkbook, load_workbook

from generator.read.workbook_package import Unusable, packed, parts
from generator.read.workbook_scan import Scan, scans

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet as text. What lies outside is empty."""

    name: str
    rows: Rows
    scan: Scan

    def text(self, row: int, column: int) -> str:
        """The text of a cell, without surrounding space."""
        return self.rows[row][column] if row < len(self.rows) and column < len(self.rows[row]) else ""


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook whose sheets are read when asked for."""

    scans: Mapping[str, Scan]
    opened: Any

    def grid(self, name: str) -> Grid:
        """A sheet that `scans` holds; one that reaches out of bounds comes empty."""
        scan = self.scans[name]
        return Grid(name, () if scan.beyond else _rows(self.opened, name), scan)


def book(data: bytes) -> Book:
    """The workbook in `data`; raises `Unusable`."""
    found = parts(data)
    return Book(scans(found), _guarded(load_workbook, io.BytesIO(packed(found))))


def _rows(opened: CalamineWorkbook, name: str) -> Rows:
    values = _guarded(lambda: opened.get_sheet_by_name(name).to_python(skip_empty_area=False))
    return tuple(tuple(as_text(value) for value in row) for row in values)


def as_text(value: object) -> str:
    """What a person reads in the cell."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return str(value).strip()


def _guarded(call: Any, *arguments: Any) -> Any:
    try:
        return call(*arguments)
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException:  # a broken file makes the reader, written in Rust, panic; its panic is no Exception
        raise Unusable(
            "WG701",
            "the file is damaged: expected an Excel workbook, found parts that do not fit together",
            "open it in Excel or LibreOffice and save it as “Excel workbook (.xlsx)”",
        ) from None
