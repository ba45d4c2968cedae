"""Practice: what a city did with information technology, why, with what, and what came of it."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model.base import (
    AwardId,
    BodyId,
    CityId,
    Line,
    Local,
    ModuleId,
    Once,
    Part,
    PracticeId,
    ProgrammeId,
    Text,
    TopicId,
)
from generator.model.dates import Period
from generator.model.provenance import Citation, Figure
from generator.model.record import Aliases, Record, Unknowns


class Recognition(Part):
    """A place in the WeGO Awards: the edition by its year, the category by its id there, the prize as far as read."""

    award: AwardId
    category: Local | None = None
    prize: Literal["best", "gold-or-silver", "winner", "not-known"]
    note: Text | None = None
    source: Citation


class Practice(Record):
    """One practice. Where several cities share it, all are named."""

    kind: ClassVar[str] = "practice"

    title: Text
    also: Aliases = ()
    cities: Annotated[tuple[CityId, ...], Once] = ()
    bodies: Annotated[tuple[BodyId, ...], Once] = ()
    when: Period | None = None
    topics: Annotated[tuple[TopicId, ...], Once, Field(min_length=1)]
    summary: Text
    problem: Text | None = None
    solution: Text | None = None
    needs: Text | None = None
    outcome: Text | None = None
    results: tuple[Figure, ...] = ()
    unknown: Unknowns = ()
    awards: tuple[Recognition, ...] = ()
    modules: Annotated[tuple[ModuleId, ...], Once] = ()
    programmes: Annotated[tuple[ProgrammeId, ...], Once] = ()
    related: Annotated[tuple[PracticeId, ...], Once] = ()
    technologies: Annotated[tuple[Line, ...], Once] = ()
