"""Dates at the precision known, in a part of EDTF (Library of Congress, 2019; ISO 8601-2).

In: text such as `2014`, `2014-05`, `2015-09-16/2015-09-18`, `2020~`, `XXXX-11-12/XXXX-11-19`. Out: `PartialDate` and `Period`.
Not here: wording for people (`render.wording`).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from typing import Annotated, Any, Final

from pydantic import AfterValidator, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.model.base import Says

_DATE: Final = re.compile(r"(\d{4}|XXXX)(?:-(\d{2})(?:-(\d{2}))?)?(~?)", re.ASCII)
FIRST_YEAR: Final = 1800
LAST_YEAR: Final = 2100


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, month or day; `year` is None where the source gives none; `about` where it is approximate."""

    year: int | None
    month: int | None = None
    day: int | None = None
    about: bool = False

    def __str__(self) -> str:
        text = "XXXX" if self.year is None else f"{self.year:04d}"
        text += "" if self.month is None else f"-{self.month:02d}"
        text += "" if self.day is None else f"-{self.day:02d}"
        return text + ("~" if self.about else "")

    @property
    def first_day(self) -> str:
        """The earliest day it can mean, `YYYY-MM-DD`; empty where the year is unknown."""
        return "" if self.year is None else f"{self.year:04d}-{self.month or 1:02d}-{self.day or 1:02d}"

    @property
    def last_day(self) -> str:
        """The latest day it can mean, day 31 in every month; empty where the year is unknown."""
        return "" if self.year is None else f"{self.year:04d}-{self.month or 12:02d}-{self.day or 31:02d}"


@dataclass(frozen=True, slots=True)
class Period:
    """From one partial date to another; both ends alike where the source gives a single date."""

    start: PartialDate
    end: PartialDate

    def __str__(self) -> str:
        return str(self.start) if self.start == self.end else f"{self.start}/{self.end}"

    @property
    def year(self) -> int | None:
        """The year it begins in, None where unknown."""
        return self.start.year

    def overlaps(self, other: Period) -> bool:
        """Whether both may speak of the same day; never where a year is unknown."""
        known = self.start.year and self.end.year and other.start.year and other.end.year
        return bool(known) and self.start.first_day <= other.end.last_day and other.start.first_day <= self.end.last_day

    @property
    def sort_key(self) -> str:
        """Sorts by first day; a period of unknown year comes first."""
        return self.start.first_day or "0000"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            period, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {
            "anyOf": [
                {
                    "type": "string",
                    "pattern": f"^{_DATE.pattern}(?:/{_DATE.pattern})?$",
                    "examples": ["2014", "2014-05", "2015-09-16/2015-09-18", "2020~"],
                },
                {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR},
            ]
        }


def _bad(value: object) -> PydanticCustomError:
    return PydanticCustomError(
        "bad_date",
        "{value} is not a date of the form 2014, 2014-05, 2014-05-31 or two of these with /",
        {"value": str(value)},
    )


def partial_date(text: str) -> PartialDate:
    """The date `text` names; raises a pydantic error for an impossible one."""
    match = _DATE.fullmatch(text)
    if match is None:
        raise _bad(text)
    year = None if match[1] == "XXXX" else int(match[1])
    month, day = (int(part) if part else None for part in (match[2], match[3]))
    if (year is not None and not FIRST_YEAR <= year <= LAST_YEAR) or (month is not None and not 1 <= month <= 12):
        raise _bad(text)
    if day is not None and month is not None and not 1 <= day <= calendar.monthrange(year or 2000, month)[1]:
        raise _bad(text)
    return PartialDate(year, month, day, bool(match[4]))


def period(value: object) -> Period:
    """The period a YAML value names: text, or a bare year that YAML reads as a number."""
    if isinstance(value, Period):
        return value
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise _bad(value)
    first, slash, last = str(value).partition("/")
    start = partial_date(first)
    end = partial_date(last) if slash else start
    if start.year is not None and end.year is not None and end.first_day < start.first_day:
        raise PydanticCustomError("bad_date", "{value} ends before it begins", {"value": str(value)})
    return Period(start, end)


class _OneDay:
    """JSON Schema of a single day."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}


def _day(value: Period) -> Period:
    if value.start != value.end or value.start.day is None or value.start.year is None or value.start.about:
        raise PydanticCustomError(
            "bad_date", "{value} is not a single day of the form 2014-05-31", {"value": str(value)}
        )
    return value


Day = Annotated[Period, AfterValidator(_day), _OneDay(), Says("a day such as 2026-11-22")]
"""One exact day, such as the day a record was added or a page was read."""
