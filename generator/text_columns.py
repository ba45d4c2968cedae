"""Columns of text for a terminal, where a Korean syllable is two cells wide.

In: rows of cells. Out: lines. Not here: what stands in the cells.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence


def columns(rows: Sequence[Sequence[str]], left: Collection[int] = (0,)) -> list[str]:
    """Lines of equal columns, two spaces apart; the columns named in `left` begin alike, the others end alike."""
    if not rows:
        return []
    widths = [max(width(row[at]) for row in rows) for at in range(len(rows[0]))]
    return ["  ".join(_padded(cell, widths[at], at in left) for at, cell in enumerate(row)).rstrip() for row in rows]


def width(text: str) -> int:
    """Cells a terminal gives the text."""
    return sum(
        0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text
    )


def _padded(cell: str, to: int, left: bool) -> str:
    space = " " * (to - width(cell))
    return cell + space if left else space + cell
