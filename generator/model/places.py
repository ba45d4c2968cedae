"""Where things are, and what is paid with there: countries, regions, coordinates, places, currencies.

In: plain values. Out: annotated types and models. Not here: the map (`render.worldmap`), labels of countries (`render.i18n`).
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from babel import Locale
from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from generator.model.base import CityId, Part, Says, Text
from generator.model.provenance import Citation

_NO_COUNTRIES: Final = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"})
"""Codes CLDR has names for besides: unions, parts of countries, tests, "unknown"."""
COUNTRIES: Final = frozenset(
    code
    for code in map(str, Locale("en").territories)
    if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES
)
"""ISO 3166-1 alpha-2 codes that CLDR has a name for (and XK)."""


CURRENCIES: Final = frozenset(map(str, Locale("en").currencies))
"""Codes of ISO 4217 that CLDR has a name for, those of the past too."""
CURRENCY_PATTERN: Final = r"^[A-Z]{3}$"
INVENTED_COUNTRY: Final = "ZZ"
"""CLDR's unknown country; here that of invented cities alone, so that no real country gets one."""


def _country(value: str) -> str:
    if value not in COUNTRIES and value != INVENTED_COUNTRY:
        raise PydanticCustomError(
            "unknown_country",
            "{value} is not a country code of ISO 3166-1 in capitals",
            {"value": value, "known": sorted(COUNTRIES)},
        )
    return value


Country = Annotated[str, AfterValidator(_country), Says("a country code of ISO 3166-1 such as KR")]
Region = Literal["asia", "africa", "europe", "americas", "middle-east", "oceania"]
"""The six regions by which WeGO counted its members in March 2016; which region a city stands in is our reading."""


class Location(Part):
    """Degrees north and east (WGS 84)."""

    lat: Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]
    lon: Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]
    source: Citation


Place = CityId | Text
"""A city of the base by id, or text where it is none."""


def is_city(place: Any) -> bool:
    """Whether a place is a city id."""
    return isinstance(place, str)
