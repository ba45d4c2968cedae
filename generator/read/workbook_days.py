"""A day as people write it into a cell: 2026-11-22, 2026.11.22, 2026/11/22, 2026년 11월 22일, or the number Excel keeps for it.

In: text. Out: the day as 2026-11-22, or empty. 22.11.2026 is not read: which number is the month depends on the country.
Not here: cells that a spreadsheet formats as days, which come as such (`workbook_cells`).
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from generator.read.run_files import is_day

_YEAR_FIRST: Final = re.compile(r"(\d{4})\s*([-./]|년)\s*(\d{1,2})\s*(?:\2|월)\s*(\d{1,2})\s*[.일]?", re.ASCII)
_NUMBER: Final = re.compile(r"(\d{5})(?:\.\d+)?", re.ASCII)
_FIRST: Final = date(1899, 12, 30)
"""Day 0 of spreadsheets, as they count from March 1900 on."""


def day(text: str) -> str:
    """The day, or empty."""
    if found := _NUMBER.fullmatch(text):
        made = (_FIRST + timedelta(int(found[1]))).isoformat()
    elif found := _YEAR_FIRST.fullmatch(text):
        made = f"{found[1]}-{int(found[3]):02d}-{int(found[4]):02d}"
    else:
        return ""
    return made if is_day(made) else ""
