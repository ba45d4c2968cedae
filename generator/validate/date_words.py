"""Why something is not a date, and the date that was meant.

In: a value that the models refused as a date. Out: words. Not here: which dates there are (`model.dates`).
"""

from __future__ import annotations

import calendar
import re
from typing import Any, Final

from pydantic_core import PydanticCustomError

from generator.model.dates import FIRST_YEAR, LAST_YEAR, period

_YEAR_FIRST: Final = re.compile(r"(\d{4})\s*[-./년]\s*(\d{1,2})(?:\s*[-./월]\s*(\d{1,2}))?\s*[.월일]?")
_SPELLED: Final = re.compile(r"(?:(\d{1,2})\.?\s+)?([A-Za-z]{3})[a-z]*\.?,?\s+(?:(\d{1,2}),?\s+)?(\d{4})")
_YEARS: Final = re.compile(r"(\d{4})\s*[-–—~]\s*(\d{4})")
_ABOUT: Final = re.compile(r"(?:c\.|ca\.|circa|about|~|약)\s*(\d{4}(?:-\d{2})?)|(\d{4}(?:-\d{2})?)\?")
_WHOLE: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?~?", re.ASCII)
_TURNED: Final = re.compile(r"([\d-]+)/([\d-]+)", re.ASCII)
_MONTHS: Final = tuple(name.lower() for name in calendar.month_abbr)


def why(value: Any) -> str:
    """What is wrong with it, to follow the name of the field and the value."""
    parts = str(value).split("/")
    for part in parts:
        if (found := _WHOLE.fullmatch(part)) and (told := _impossible(*found.groups())):
            return told
    if len(parts) == 2 and all(_is_date(part) for part in parts):
        return "but it ends before it begins" if not _is_date(str(value)) else "which is not a single day"
    if _is_date(str(value)):
        return "which is not an exact day"
    return "which is not a date such as 2014, 2014-05, 2014-05-31 or 2015-09-16/2015-09-18"


def _is_date(text: str) -> bool:
    try:
        period(text)
    except PydanticCustomError:
        return False
    return True


def _impossible(year: str, month: str | None, day: str | None) -> str:
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return f"but a year lies between {FIRST_YEAR} and {LAST_YEAR}"
    if month is None:
        return ""
    if not 1 <= int(month) <= 12:
        return f"but there is no month {month}"
    days = calendar.monthrange(int(year), int(month))[1]
    if day is not None and not 1 <= int(day) <= days:
        return f"but {calendar.month_name[int(month)]} {year} has {days} days"
    return ""


def meant(value: Any, one_day: bool) -> str:
    """The date that was probably meant, or empty."""
    text = str(value).strip()
    guess = _guess(text)
    if guess == text or not _is_date(guess):
        return ""
    found = period(guess)
    return "" if one_day and (found.start != found.end or found.start.day is None) else guess


def _guess(text: str) -> str:
    if (found := _TURNED.fullmatch(text)) and _is_date(f"{found[2]}/{found[1]}"):
        return f"{found[2]}/{found[1]}"
    if re.fullmatch(r"\d{8}", text):
        return f"{text[:4]}-{text[4:6]}-{text[6:]}"
    if found := _YEARS.fullmatch(text):
        return f"{found[1]}/{found[2]}"
    if found := _ABOUT.fullmatch(text):
        return f"{found[1] or found[2]}~"
    if found := _YEAR_FIRST.fullmatch(text):
        return "-".join([found[1], *(f"{int(part):02d}" for part in found.groups()[1:] if part)])
    if (found := _SPELLED.fullmatch(text)) and found[2].lower() in _MONTHS:
        day = found[1] or found[3]
        return f"{found[4]}-{_MONTHS.index(found[2].lower()):02d}" + (f"-{int(day):02d}" if day else "")
    if text.count("/") == 1 or text.count(" - ") == 1 or text.count(" – ") == 1:
        first, last = re.split(r"\s*/\s*|\s+[-–]\s+", text)
        return f"{_guess(first)}/{_guess(last)}" if first and last else ""
    return text
