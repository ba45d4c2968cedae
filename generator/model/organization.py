"""The organisation WeGO: what happened, whom it agreed with, how it is built, how many it counts.

In: plain values of data/organization/. Out: frozen models. Not here: what the authors of 2017 thought of it (`judgement`), and
organisations in general (`body`).
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model.base import AwardId, BodyId, CityId, Names, OfficeId, Once, OrganId, Part, ProgrammeId, Text
from generator.model.dates import Period
from generator.model.places import Place, Region
from generator.model.provenance import ClaimedCount, Figure
from generator.model.record import Aliases, Record, Unknowns

MemberClass = Literal["full-member", "associate-member", "cooperating-city", "friendship-member", "corporate-member"]


class Event(Record):
    """Something that happened, at the precision its sources give."""

    kind: ClassVar[str] = "event"

    title: Text
    form: Literal["forum", "assembly", "committee", "office", "award", "programme", "organisation"]
    when: Period
    where: Place | None = None
    motto: Text | None = None
    summary: Text
    figures: tuple[Figure, ...] = ()
    cities: Annotated[tuple[CityId, ...], Once] = ()
    bodies: Annotated[tuple[BodyId, ...], Once] = ()
    programmes: Annotated[tuple[ProgrammeId, ...], Once] = ()
    award: AwardId | None = None
    office: OfficeId | None = None
    unknown: Unknowns = ()


class Agreement(Record):
    """A memorandum of understanding or another agreement with partners."""

    kind: ClassVar[str] = "agreement"

    title: Text
    partners: Annotated[tuple[BodyId, ...], Once, Field(min_length=1)]
    when: Period
    where: Place | None = None
    summary: Text
    unknown: Unknowns = ()


class Link(Part):
    """What an organ does with another one; the lines of the structure diagram."""

    to: OrganId
    does: Literal[
        "elects", "nominates", "appoints", "admits-members-with", "supports", "leads", "manages", "represents"
    ]


class Organ(Record):
    """A part of WeGO's governance. `rank` orders organs from the highest, and places them in the diagram."""

    kind: ClassVar[str] = "organ"

    name: Names
    also: Aliases = ()
    rank: Annotated[int, Field(ge=1, le=9)]
    summary: Text
    duties: tuple[Text, ...] = ()
    composition: Text | None = None
    choice: Text | None = None
    term: Text | None = None
    cycle: Text | None = None
    links: tuple[Link, ...] = ()
    unknown: Unknowns = ()


class Office(Record):
    """The secretariat's seat or a regional office."""

    kind: ClassVar[str] = "office"

    name: Names
    also: Aliases = ()
    city: CityId | None = None
    body: BodyId | None = None
    regions: Annotated[tuple[Region, ...], Once] = ()
    serves: Text | None = None
    opened: Period | None = None
    summary: Text
    programmes: Annotated[tuple[ProgrammeId, ...], Once] = ()
    unknown: Unknowns = ()


class Chapter(Record):
    """A chapter of the charter, retold: its provisions in their order. `number` is that of the charter."""

    kind: ClassVar[str] = "chapter"

    title: Text
    number: Annotated[int, Field(ge=1, le=20)]
    summary: Text
    provisions: tuple[Text, ...] = ()
    organs: Annotated[tuple[OrganId, ...], Once] = ()
    unknown: Unknowns = ()


class Census(Record):
    """A published count of members at a date; what it does not count is absent, never zero."""

    kind: ClassVar[str] = "census"

    title: Text
    when: Period
    members: ClaimedCount | None = None
    cities: ClaimedCount | None = None
    countries: ClaimedCount | None = None
    by_region: dict[Region, Annotated[int, Field(ge=0, le=100_000)]] = Field(default_factory=dict)
    by_class: dict[MemberClass, Annotated[int, Field(ge=0, le=100_000)]] = Field(default_factory=dict)
    summary: Text


class Purpose(Record):
    """What WeGO is for, as one of its texts numbers it: a role, an aim of the founding, a strategy, a benefit of the charter."""

    kind: ClassVar[str] = "purpose"

    title: Text
    form: Literal["purpose", "role", "aim", "strategy", "benefit"]
    number: Annotated[int, Field(ge=1, le=20)]
    summary: Text
    bodies: Annotated[tuple[BodyId, ...], Once] = ()
    programmes: Annotated[tuple[ProgrammeId, ...], Once] = ()
