"""Workbooks for the tests, and ways to break them.

In: a run, edits. Out: the bytes of .xlsx files. Not here: tests.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from generator.diagnostics import Diagnostic
from generator.model.assessment import Assessment
from generator.read.workbook import read_workbook
from generator.read.workbook_filed import Filing
from generator.read.workbook_layout import sheets
from generator.render.i18n import Messages, messages
from generator.render.workbook import workbook
from tests.ceds import instrument

LOCALES: Final = Path(__file__).parent.parent / "theme" / "locales"
CITY, DATE = "example-port", "2026-05-04"
FIRST_SHEET: Final = 3
"""Cover and guide are the sheets 1 and 2."""


@cache
def speak(language: str) -> Messages:
    """The strings of a language."""
    return messages(LOCALES, language)


@cache
def empty(language: str = "en") -> bytes:
    """A workbook without answers."""
    return workbook(instrument(), speak(language))


def filled(run: Assessment, language: str = "en") -> bytes:
    """A workbook with the answers of a run."""
    return workbook(instrument(), speak(language), run=run)


def imported(data: bytes) -> tuple[Assessment | None, tuple[Diagnostic, ...]]:
    """What the reader makes of a workbook."""
    return read_workbook(data, "answers.xlsx", {"1.0": instrument()}, Filing(CITY, DATE))


def told(data: bytes) -> tuple[str, str]:
    """The only finding about a file, as rule and message."""
    run, found = imported(data)
    assert run is None
    assert len(found) == 1, [each.message for each in found]
    assert found[0].fix
    return found[0].code, found[0].message


def part_of(sheet: str) -> str:
    """The part of the package that holds a sheet with answers."""
    ids = [each.id for each in sheets(instrument())]
    number = len(ids) if sheet == "hidden" else ids.index(sheet)
    return f"xl/worksheets/sheet{number + FIRST_SHEET}.xml"


def parts(data: bytes) -> dict[str, bytes]:
    """A package taken apart."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(content: Mapping[str, bytes]) -> bytes:
    """Parts as a package."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, each in content.items():
            archive.writestr(name, each)
    return target.getvalue()


def replaced(data: bytes, part: str, old: str, new: str) -> bytes:
    """A package with one text of a part replaced; the text must be there."""
    content = parts(data)
    assert old.encode() in content[part]
    content[part] = content[part].replace(old.encode(), new.encode())
    return packed(content)


def with_cell(data: bytes, sheet: str, address: str, text: str, formula: str = "", kind: str = "str") -> bytes:
    """A package in which a cell holds another text, perhaps as the value of a formula."""
    content = parts(data)
    found = re.search(rf'<c r="{address}"( s="\d+")?[^>]*?(?:/>|>.*?</c>)', content[part_of(sheet)].decode())
    assert found is not None
    inner = (f"<f>{escape(formula)}</f>" if formula else "") + f"<v>{escape(text)}</v>"
    made = f'<c r="{address}"{found[1] or ""} t="{kind}">{inner}</c>'
    return replaced(data, part_of(sheet), found[0], made)


def with_rows(data: bytes, sheet: str, rows: str) -> bytes:
    """A package with more rows at the end of a sheet."""
    return replaced(data, part_of(sheet), "</sheetData>", f"{rows}</sheetData>")


def without_column(data: bytes, sheet: str, letter: str) -> bytes:
    """A package in which a column of a sheet was deleted, and those right of it moved up."""

    def moved(found: re.Match[str]) -> str:
        if found[1] == letter:
            return ""
        return found[0].replace(f'r="{found[1]}', f'r="{chr(ord(found[1]) - (found[1] > letter))}', 1)

    return _edited(data, sheet, r'<c r="([A-Z])\d+"[^>]*?(?:/>|>.*?</c>)', moved)


def with_row_at(data: bytes, sheet: str, number: int, text: str = "") -> bytes:
    """A package in which a row, perhaps with a text in column B, was inserted."""

    def moved(found: re.Match[str]) -> str:
        row = int(found[2])
        return f'{found[1]}{row + (row >= number)}"'

    data = _edited(data, sheet, r'(<(?:row|c) r="[A-Z]?)(\d+)"', moved)
    cell = f'<c r="B{number}" t="str"><v>{escape(text)}</v></c>' if text else ""
    return replaced(
        data, part_of(sheet), f'<row r="{number + 1}"', f'<row r="{number}">{cell}</row><row r="{number + 1}"'
    )


def _edited(data: bytes, sheet: str, pattern: str, edit: Callable[[re.Match[str]], str]) -> bytes:
    content = parts(data)
    xml = content[part_of(sheet)].decode()
    content[part_of(sheet)] = re.sub(pattern, edit, xml).encode()
    return packed(content)
