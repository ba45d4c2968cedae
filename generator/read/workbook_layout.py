"""Where what stands in the workbook of an assessment: the one table that writer and reader share.

In: an instrument. Out: sheets with the rows of their questions and the columns of their answers. Rows and columns count from 0.
Sheets are found by the names on the hidden sheet `ceds`, which also holds the version, the language and the words of every
drop-down list, so that a reader needs no catalogue of strings. Not here: looks (`render.workbook`), values (`read.workbook`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from generator.model.framework import Instrument

HIDDEN: Final = "ceds"
MARK: Final = "wego-ceds"
FORMAT: Final = "1"
CITY: Final = "city"
HEADER: Final = 3
"""The row of the headings on every sheet of questions; with the rows above it, it stays in sight."""
LEVELS: Final = ("0", "1", "2", "3", "4")
NOT_APPLICABLE: Final = "not-applicable"
NOT_A_TASK: Final = "not-a-task"
DEPARTMENTS: Final = ("planning", "finance", "it", "vice-mayor")
SCOPES: Final = ("scores", "answers", "evidence")
HORIZONS: Final = ("short", "medium", "long", "none")
FIELDS: Final = ("city", "date", *DEPARTMENTS, "consent-office", "consent-date", "consent-scope", "note")
"""What the sheet on the city asks, from the top."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with answers: `keys` stand in the first column from row `first` on, answers in `columns`; `width` are in use."""

    id: str
    first: int
    keys: tuple[str, ...]
    columns: Mapping[str, int]
    width: int

    @property
    def end(self) -> int:
        """The row below the last question."""
        return self.first + len(self.keys)


_MATURITY: Final = MappingProxyType({"answer": 3, "evidence": 4, "reason": 5})
_SYSTEMS: Final = MappingProxyType({"existence": 2, "use": 3, "target": 4, "evidence": 5, "reason": 6})
_CITY: Final = MappingProxyType({"answer": 2})


def sheets(instrument: Instrument) -> tuple[Sheet, ...]:
    """The sheets with answers, in order: city, dimensions, areas."""
    framework = instrument.framework
    dimensions = tuple(
        Sheet(part.id, HEADER + 1, of_dimension(instrument, part.id), _MATURITY, 6) for part in framework.dimensions
    )
    # The row below the headings tells the levels, which are the same for all systems.
    areas = tuple(Sheet(part.id, HEADER + 2, of_area(instrument, part.id), _SYSTEMS, 7) for part in framework.areas)
    return (Sheet(CITY, HEADER + 1, FIELDS, _CITY, 4), *dimensions, *areas)


def of_dimension(instrument: Instrument, dimension: str) -> tuple[str, ...]:
    """The indicators of a dimension by id."""
    return tuple(sorted(id for id, each in instrument.indicators.items() if each.dimension == dimension))


def of_area(instrument: Instrument, area: str) -> tuple[str, ...]:
    """The systems of an area by id."""
    return tuple(sorted(id for id, each in instrument.systems.items() if each.area == area))


def choices(instrument: Instrument) -> Mapping[str, tuple[str, ...]]:
    """Every drop-down list by name, as the values behind its words."""
    return {
        "yes": ("yes",),
        "scope": SCOPES,
        "target": HORIZONS,
        "existence": (*LEVELS, NOT_A_TASK),
        "use": LEVELS,
        **{f"indicator/{id}": (*LEVELS, NOT_APPLICABLE) for id in sorted(instrument.indicators)},
    }


def list_of(sheet: Sheet, key: str, column: str) -> str:
    """The name of the drop-down list of a cell; empty where text is written."""
    if sheet.id == CITY:
        return "yes" if key in DEPARTMENTS else "scope" if key == "consent-scope" else ""
    if column == "answer":
        return f"indicator/{key}"
    return column if column in ("existence", "use", "target") else ""


def cell(row: int, column: int) -> str:
    """The address of a cell as spreadsheets write it: (6, 3) is `D7`."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"
