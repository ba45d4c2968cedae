"""One question of a workbook as it is read: its cells, and where its findings go.

In: a form. Out: chosen values and texts; findings by sheet and cell. Not here: which cells a question has (`workbook`).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Final

from pydantic_core import PydanticCustomError

from generator.diagnostics import Diagnostic, Severity
from generator.model.base import plain_text
from generator.read import workbook_days
from generator.read.workbook_cells import Grid
from generator.read.workbook_form import Form, folded, mistake
from generator.read.workbook_layout import Sheet, list_of

LONGEST: Final = 20_000
LONGEST_LINE: Final = 300


@dataclass(slots=True)
class Reading:
    """What has been read so far of one workbook."""

    form: Form
    found: list[Diagnostic]
    indicators: dict[str, dict[str, Any]] = field(default_factory=dict)
    systems: dict[str, dict[str, Any]] = field(default_factory=dict)
    targets: dict[str, str] = field(default_factory=dict)
    city: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """One question: its sheet and row, and where its findings go."""

    reading: Reading
    sheet: Sheet
    grid: Grid
    row: int
    key: str

    def wrong(self, column: str, code: str, said: str, fix: str, severity: Severity = "error") -> None:
        """Report a finding in a column of this row."""
        place = (self.row, self.sheet.columns[column])
        found = mistake(self.reading.form.file, self.grid.name, place, code, said, fix)
        self.reading.found.append(replace(found, severity=severity))

    def refused(self, column: str) -> bool:
        """Whether the cell holds a formula or an error, which `workbook_form` has told."""
        return (self.row, self.sheet.columns[column]) in self.grid.scan.formulas | self.grid.scan.errors

    def filled(self, column: str) -> bool:
        """Whether anything stands in the cell, though it may not have been taken over."""
        return self.refused(column) or bool(self.value(column))

    def value(self, column: str) -> str:
        """The text of a cell."""
        return "" if self.refused(column) else self.grid.text(self.row, self.sheet.columns[column])

    def chosen(self, column: str) -> str:
        """The value behind the word chosen from the cell's list; empty where nothing is, or another word."""
        said = self.value(column)
        known = self.reading.form.words[list_of(self.sheet, self.key, column)]
        if said and folded(said) not in known:
            self.wrong(
                column,
                "WG707",
                f"expected {self._expected(column)}, found “{said[:60]}”",
                "choose from the list in the cell",
            )
        return known.get(folded(said), "") if said else ""

    def _expected(self, column: str) -> str:
        words = self.reading.form.lists[list_of(self.sheet, self.key, column)]
        if words and words[0].startswith("0"):
            return "0 to 4, or another entry of the list"
        return "one of " + ", ".join(f"“{word}”" for word in words if word)

    def day(self, column: str) -> str | None:
        """The day a person wrote, as 2026-11-22; None where nothing is, or no day that can be meant in one way only."""
        said = self.prose(column, LONGEST_LINE)
        found = workbook_days.day(said) if said else ""
        if said and not found:
            fix = "write year, month and day in this order, with numbers"
            self.wrong(column, "WG711", f"expected a day such as 2026-11-22, found “{said[:60]}”", fix)
        return found or None

    def prose(self, column: str, longest: int = LONGEST) -> str | None:
        """The text a person wrote; None where nothing is, or what cannot be taken over."""
        said = self.value(column)
        if not said:
            return None
        try:
            text = plain_text(said)
        except PydanticCustomError as error:
            self.wrong(column, "WG709", f"expected plain text, found: {error.message()}", "delete it and type it again")
            return None
        if len(text) > longest:
            self.wrong(
                column, "WG709", f"expected at most {longest:,} characters, found {len(text):,}", "shorten the text"
            )
            return None
        return text
