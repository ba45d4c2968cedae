"""What the XML of a workbook says besides values: formulas, errors, merged cells, and how far each sheet reaches.

In: parts of the package. Out: a `Scan` per sheet name. XML with a document type is refused, so no entity is ever expanded or
fetched. Not here: values, which calamine reads once the extent is known to be small.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from generator.read.workbook_package import Unusable

MAX_ROWS: Final = 2_000
MAX_COLUMNS: Final = 200
"""Beyond these a sheet is not opened: a single value in the last cell would make a table of 17 thousand million cells."""
_CELL: Final = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
_Start = Callable[[str, dict[str, str]], None]


@dataclass(slots=True)
class Scan:
    """One sheet; cells as (row, column) from 0. `filled` are all cells with content, in rows and columns within the bounds."""

    filled: set[tuple[int, int]] = field(default_factory=set)
    formulas: set[tuple[int, int]] = field(default_factory=set)
    errors: set[tuple[int, int]] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    beyond: int = 0
    """How many cells with content lie out of bounds."""
    farthest: tuple[int, int] = (0, 0)
    """One cell out of bounds, if there are any."""


def scans(parts: Mapping[str, bytes]) -> Mapping[str, Scan]:
    """Each sheet by its name; raises `Unusable` for XML that cannot be read."""
    targets: dict[str, str] = {}
    _parse(parts.get("xl/_rels/workbook.xml.rels", b"<none/>"), _relations(targets))
    names: list[tuple[str, str]] = []
    _parse(parts["xl/workbook.xml"], _sheet_names(names))
    found: dict[str, Scan] = {}
    for name, relation in names:
        target = targets.get(relation, "")
        part = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))
        if part in parts and "sheets/" in part:
            found[name] = scan(parts[part])
    return found


def scan(content: bytes) -> Scan:
    """What one sheet holds."""
    result = Scan()
    row, column, error = -1, -1, False

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal row, column, error
        if tag == "row":
            row = int(attributes["r"]) - 1 if attributes.get("r", "").isdecimal() else row + 1
            column = -1
        elif tag == "c":
            row, column = _place(attributes.get("r", ""), (row, column + 1))
            error = attributes.get("t") == "e"
        elif tag in ("v", "is", "f"):
            _note(result, (row, column), tag == "f", error)
        elif tag == "mergeCell":
            first, _, last = attributes.get("ref", "").partition(":")
            result.merged.append((*_place(first, (0, 0)), *_place(last or first, (0, 0))))

    _parse(content, start)
    return result


def _note(result: Scan, place: tuple[int, int], formula: bool, error: bool) -> None:
    if place[0] >= MAX_ROWS or place[1] >= MAX_COLUMNS:
        result.beyond += 1
        result.farthest = place
        return
    result.filled.add(place)
    if formula:
        result.formulas.add(place)
    if error:
        result.errors.add(place)


def _place(reference: str, otherwise: tuple[int, int]) -> tuple[int, int]:
    match = _CELL.fullmatch(reference)
    if match is None:
        return otherwise
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]) - 1, column - 1


def _relations(targets: dict[str, str]) -> _Start:
    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship" and attributes.get("TargetMode") != "External":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    return start


def _sheet_names(names: list[tuple[str, str]]) -> _Start:
    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == "sheet":
            names.append((attributes.get("name", ""), attributes.get("id", "")))

    return start


def _parse(content: bytes, start: _Start) -> None:
    """Walk through XML; names come without their namespace."""

    def local(tag: str, attributes: dict[str, str]) -> None:
        start(tag.rpartition(" ")[2], {name.rpartition(" ")[2]: value for name, value in attributes.items()})

    def refuse(*_: object) -> None:
        raise _damaged("a document type, which no spreadsheet program writes")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = local
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError):
        raise _damaged("XML that breaks off") from None


def _damaged(what: str) -> Unusable:
    return Unusable(
        "WG701",
        f"the file is damaged: expected the parts of an Excel workbook, found {what}",
        "open it in Excel or LibreOffice and save it as “Excel workbook (.xlsx)”",
    )
