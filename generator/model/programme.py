"""Programme: a training offer and its sessions, at the precision the sources give."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from generator.model.base import ID_PATTERN, BodyId, CityId, ModuleId, Once, Part, Text, TopicId
from generator.model.dates import Day, Period
from generator.model.places import Place
from generator.model.provenance import Citation, Figure
from generator.model.record import Aliases, Language, Record, Unknowns


class Lesson(Part):
    """One part of the curriculum; `day` only where a source orders the days."""

    day: Annotated[int, Field(ge=1, le=60)] | None = None
    title: Text


class Session(Part):
    """One time the programme ran or was announced. `id` is unique in the programme and makes its anchor."""

    id: Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=40)]
    title: Text | None = None
    when: Period
    where: Place | None = None
    venue: Text | None = None
    status: Literal["held", "announced", "cancelled", "not-known"]
    seats: Annotated[int, Field(ge=1, le=100_000)] | None = None
    apply_by: Day | None = None
    topics: Annotated[tuple[TopicId, ...], Once] = ()
    partners: Annotated[tuple[BodyId, ...], Once] = ()
    participants: tuple[CityId, ...] = ()
    figures: tuple[Figure, ...] = ()
    note: Text | None = None
    sequence: Annotated[int, Field(ge=0, le=1000)] = 0
    """Raised by one whenever a published date or place changes, so that calendar programs take the new one (RFC 5545)."""
    source: Citation


class Programme(Record):
    """A course, workshop, master class or series."""

    kind: ClassVar[str] = "programme"

    title: Text
    also: Aliases = ()
    organiser: BodyId
    partners: Annotated[tuple[BodyId, ...], Once] = ()
    topics: Annotated[tuple[TopicId, ...], Once, Field(min_length=1)]
    summary: Text
    form: Literal["course", "workshop", "master-class", "video-series", "webinar-series", "forum-track", "self-study"]
    mode: Literal["in-person", "online", "video-conference", "mixed", "not-known"]
    languages: Annotated[tuple[Language, ...], Once] = ()
    audience: Text | None = None
    audiences: Annotated[
        tuple[Literal["officials", "managers", "developers", "delegates", "young-people", "anyone"], ...], Once
    ] = ()
    """The groups by which the catalogue is filtered, as far as a source names them; `audience` says it in words."""
    prerequisites: tuple[Text, ...] = ()
    helpful: tuple[Text, ...] = ()
    curriculum: tuple[Lesson, ...] = ()
    sites: tuple[Text, ...] = ()
    duration: Text | None = None
    selection: Text | None = None
    cost: Text | None = None
    modules: Annotated[tuple[ModuleId, ...], Once] = ()
    sessions: tuple[Session, ...] = ()
    unknown: Unknowns = ()
