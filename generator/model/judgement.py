"""What others made of WeGO: the 2017 authors' judgements, plans and what became of them, statements that disagree.

In: plain values of data/organization/. Out: frozen models. Not here: what happened (`organization`).
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model.base import (
    AgreementId,
    AwardId,
    BodyId,
    CensusId,
    ChapterId,
    CityId,
    EventId,
    Line,
    OfficeId,
    Once,
    OrganId,
    Part,
    ProgrammeId,
    StudyId,
    Text,
)
from generator.model.dates import Period
from generator.model.provenance import Citation
from generator.model.record import Record, Unknowns


class Outcome(Part):
    """What is known to have become of a plan or an advice, with its sources."""

    status: Literal["happened", "partly", "otherwise", "not-known"]
    text: Text
    sources: tuple[Citation, ...] = ()


class Plan(Record):
    """Something that was planned, as its source told it then."""

    kind: ClassVar[str] = "plan"

    title: Text
    when: Period | None = None
    summary: Text
    outcome: Outcome
    events: Annotated[tuple[EventId, ...], Once] = ()
    bodies: Annotated[tuple[BodyId, ...], Once] = ()
    cities: Annotated[tuple[CityId, ...], Once] = ()


class Judgement(Record):
    """A strength, weakness, opportunity, threat or advice, as its authors judged in the year of the source."""

    kind: ClassVar[str] = "judgement"

    title: Text
    form: Literal["strength", "weakness", "opportunity", "threat", "assessment", "suggestion", "recommendation"]
    number: Annotated[int, Field(ge=1, le=30)]
    year: Annotated[int, Field(ge=1990, le=2100)]
    summary: Text
    since: Outcome | None = None


class Saying(Part):
    """One of the statements that disagree, with its sources."""

    text: Text
    sources: Annotated[tuple[Citation, ...], Field(min_length=1)]


class Disagreement(Record):
    """Sources that disagree. `code` is its number in the list of contradictions; `reading` is what this edition makes of it."""

    kind: ClassVar[str] = "disagreement"
    main_text: ClassVar[str] = "title"

    title: Text
    code: Line
    statements: Annotated[tuple[Saying, ...], Field(min_length=1)]
    reading: Text | None = None
    organs: Annotated[tuple[OrganId, ...], Once] = ()
    chapters: Annotated[tuple[ChapterId, ...], Once] = ()
    events: Annotated[tuple[EventId, ...], Once] = ()
    agreements: Annotated[tuple[AgreementId, ...], Once] = ()
    offices: Annotated[tuple[OfficeId, ...], Once] = ()
    censuses: Annotated[tuple[CensusId, ...], Once] = ()
    awards: Annotated[tuple[AwardId, ...], Once] = ()
    studies: Annotated[tuple[StudyId, ...], Once] = ()
    programmes: Annotated[tuple[ProgrammeId, ...], Once] = ()
    bodies: Annotated[tuple[BodyId, ...], Once] = ()
    cities: Annotated[tuple[CityId, ...], Once] = ()
    unknown: Unknowns = ()
