"""Where things are: countries, regions, coordinates, places.

In: plain values. Out: annotated types and models. Not here: the map (`render.worldmap`), labels of countries (`render.i18n`).
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from babel import Locale
from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from generator.model.base import CityId, Part, Text
from generator.model.provenance import Citation

COUNTRIES: Final = frozenset(
    str(code) for code in Locale("en").territories if len(str(code)) == 2 and str(code).isalpha()
)
"""ISO 3166-1 alpha-2 codes that CLDR has a name for."""


def _country(value: str) -> str:
    if value not in COUNTRIES:
        raise PydanticCustomError(
            "unknown_country",
            "{value} is not a country code of ISO 3166-1 in capitals",
            {"value": value, "known": sorted(COUNTRIES)},
        )
    return value


Country = Annotated[str, AfterValidator(_country)]
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
