"""Looks of the workbook: formats of cells, paper, protection.

In: a workbook and a language. Out: formats by name, and the `Desk` that all writers of sheets share. Not here: any text of a sheet.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from generator.model.framework import Instrument
from generator.render.i18n import Messages

_INK: Final = "#152126"
_SOFT: Final = "#415057"
_BRAND: Final = "#0b4a59"
_LINE: Final = "#b9c6ca"
_ANSWER: Final = "#fdf4e8"
_FONTS: Final = {"ko": "Malgun Gothic"}
_A4: Final = 9


@dataclass(frozen=True, slots=True)
class Desk:
    """What every writer of a sheet needs: workbook, formats, instrument, strings, names of sheets, words of drop-downs."""

    book: Any
    look: Mapping[str, Any]
    instrument: Instrument
    t: Messages
    names: Mapping[str, str]
    words: Mapping[str, tuple[str, ...]]
    independent: bool

    def sheet(self, id: str) -> Any:
        """The worksheet of an id."""
        return self.book.get_worksheet_by_name(self.names[id])


def styles(book: Any, language: str) -> Mapping[str, Any]:
    """All formats."""
    base = {"font_name": _FONTS.get(language, "Calibri"), "font_size": 10, "font_color": _INK, "valign": "top"}
    boxed = base | {"text_wrap": True, "border": 1, "border_color": _LINE}
    answer = boxed | {"bg_color": _ANSWER, "locked": False}
    looks: dict[str, dict[str, Any]] = {
        "plain": base,
        "title": base | {"font_size": 16, "bold": True, "font_color": _BRAND},
        "big": base | {"font_size": 24, "bold": True, "font_color": _BRAND, "text_wrap": True},
        "edition": base | {"font_size": 12, "bold": True, "text_wrap": True},
        "text": base | {"text_wrap": True, "font_size": 11},
        "soft": base | {"text_wrap": True, "font_color": _SOFT},
        "heading": base | {"font_size": 13, "bold": True, "font_color": _BRAND},
        "head": boxed | {"bold": True, "font_color": "#ffffff", "bg_color": _BRAND, "valign": "vcenter"},
        "cell": boxed | {"font_size": 11},
        "id": boxed | {"font_size": 8, "font_color": _SOFT},
        "legend": boxed | {"font_size": 9, "font_color": _SOFT, "bg_color": "#f2f5f5"},
        "answer": answer | {"font_size": 11},
        "note": answer | {"font_size": 11, "num_format": "@"},  # what is typed stays text, even with = in front
        "link": boxed | {"font_color": _BRAND, "underline": 1},
        "idle": {"bg_color": "#e6eaeb", "font_color": _SOFT},
        "strong": {"bold": True, "font_color": _INK, "font_name": base["font_name"], "font_size": 11},
        "small": {"font_size": 9, "font_color": _SOFT, "font_name": base["font_name"]},
    }
    return {name: book.add_format(look) for name, look in looks.items()}


def paper(desk: Desk, page: Any, *, landscape: bool = True, repeated: tuple[int, int] | None = None) -> None:
    """A4, as wide as the paper, with footer; locked but for the answers, without a password."""
    if landscape:
        page.set_landscape()
    page.set_paper(_A4)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.fit_to_pages(1, 0)
    page.hide_gridlines(2)
    if repeated:
        page.repeat_rows(*repeated)
    number = desk.t("Page {page} of {pages}", page="&P", pages="&N")
    page.set_footer(f"&L&8{desk.names['edition'].replace('&', '&&')}&R&8&A · {number}")
    page.protect("", {"format_columns": True, "format_rows": True})


def height(text: str, width: float, line: float = 15) -> float:
    """How high a row must be for a text in a cell of `width` characters, where lines break between words only."""
    lines = sum(_lines(paragraph.split(), max(1.0, width)) for paragraph in text.split("\n"))
    return min(400.0, lines * line + 4)


def _lines(words: Sequence[str], width: float) -> int:
    """Lines that words fill one after another; a word wider than a line goes on in the next."""
    lines, used = 1, 0.0
    for word in words:
        cells = _cells(word)
        if used and used + 1 + cells > width:
            lines, used = lines + 1, 0.0
        used += cells + (1 if used else 0)
        while used > width:
            lines, used = lines + 1, used - width
    return lines


def _cells(text: str) -> float:
    """Width in characters: wide letters count twice, and fonts differ by a tenth."""
    return 1.12 * sum(2 if unicodedata.east_asian_width(each) in ("W", "F") else 1 for each in text)
