"""City: any unit a member or partner of WeGO can be (city, district, province or state, agency)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model.base import BodyId, CityId, Line, Names, Once, Part, Text
from generator.model.dates import Period
from generator.model.places import Country, Location, Region
from generator.model.provenance import Citation, ClaimedCount
from generator.model.record import Aliases, Record, Unknowns

MembershipRole = Literal[
    "founding-member",
    "member",
    "full-member",
    "associate-member",
    "cooperating-member",
    "friendship-member",
    "president",
    "executive-vice-president",
    "vice-president",
    "executive-committee",
    "regional-office",
    "assembly-host",
    "assembly-delegation",
    "assembly-registration",
    "committee-participant",
    "committee-observer",
    "committee-host",
]
Index = Literal["losi", "rutgers", "ericsson-networked-society"]
Score = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]
Rank = Annotated[int, Field(ge=1, le=1000)]


class FormerName(Part):
    """A name that was official once, until when as far as known."""

    name: Names
    period: Period | None = None
    note: Text | None = None
    source: Citation


class Membership(Part):
    """What the city was in a body, when, as a source says at a date."""

    body: BodyId
    role: MembershipRole
    when: Period | None = None
    as_of: Period | None = None
    source: Citation
    note: Text | None = None


class Benchmark(Part):
    """A place in an edition of an international index; rank and value as far as they could be read."""

    index: Index
    edition: Line
    rank: Rank | None = None
    value: Score | None = None
    parts: dict[Literal["technology", "content", "services", "participation", "institutional-framework"], Score] = (
        Field(default_factory=dict)
    )
    source: Citation
    note: Text | None = None


class CedsStatus(Part):
    """A step of taking part in the CeDS diagnosis, as published; results were never published."""

    status: Literal["signed-up", "filling", "finished"]
    as_of: Period | None = None
    source: Citation
    note: Text | None = None


class City(Record):
    """A city, district, province, state or agency that the sources name."""

    kind: ClassVar[str] = "city"

    name: Names
    official: Names | None = None
    also: Aliases = ()
    former_names: tuple[FormerName, ...] = ()
    unit: Literal["city", "district", "province-or-state", "agency"]
    part_of: CityId | None = None
    predecessors: Annotated[tuple[CityId, ...], Once] = ()
    country: Country
    region: Region
    geonameid: Annotated[int, Field(ge=1)] | None = None
    location: Location | None = None
    population: ClaimedCount | None = None
    summary: Text
    memberships: tuple[Membership, ...] = ()
    benchmarks: tuple[Benchmark, ...] = ()
    ceds: tuple[CedsStatus, ...] = ()
    unknown: Unknowns = ()
