"""Body: an organisation the base speaks of (WeGO itself, agencies, banks, UN bodies, universities, offices)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from generator.model.base import BodyId, CityId, Line, Names, Once, Text
from generator.model.dates import Period
from generator.model.links import Url
from generator.model.places import Country
from generator.model.record import Aliases, Record, Unknowns


class Body(Record):
    """One organisation."""

    kind: ClassVar[str] = "body"

    name: Names
    abbreviation: Line | None = None
    also: Aliases = ()
    form: Literal[
        "city-network",
        "government-agency",
        "ministry",
        "development-bank",
        "international-organisation",
        "university",
        "training-institute",
        "company",
        "industry-association",
        "office",
        "other",
    ]
    country: Country | None = None
    city: CityId | None = None
    founded: Period | None = None
    part_of: Annotated[tuple[BodyId, ...], Once] = ()
    address: Url | None = None
    summary: Text
    unknown: Unknowns = ()
