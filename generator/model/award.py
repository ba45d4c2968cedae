"""Award: an edition of the WeGO Awards with its categories, counts and jury; or the papers of one, to be tallied.

In: plain values of data/awards/<year>.yml. Out: frozen models. Not here: the tally (`derive.tally`); known winners stand on
their practices (`practice.awards`).
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model.base import CityId, EventId, Line, Local, Once, Part, PracticeId, Text
from generator.model.dates import Day, Period
from generator.model.places import Country, Place
from generator.model.provenance import Citation, ClaimedCount, Figure
from generator.model.record import Record, Unknowns

Points = Annotated[int, Field(ge=1, le=10)]


class Category(Part):
    """A category of this edition with what it looks at."""

    id: Local
    name: Text
    criteria: tuple[Text, ...] = ()


class Juror(Part):
    """A member of the jury by public role; `cities` are those the juror may not score."""

    id: Local
    name: Line
    country: Country | None = None
    role: Text | None = None
    cities: Annotated[tuple[CityId, ...], Once] = ()
    source: Citation | None = None

    def called(self, role: str) -> str:
        """The name behind its role, where papers name one; `role` is the role in the reader's language."""
        return f"{role} {self.name}".strip()


class Submission(Part):
    """A project handed in to one category."""

    id: Local
    title: Text
    city: CityId
    category: Local
    practice: PracticeId | None = None


class Ballot(Part):
    """One voter's choice in one category, in the second round."""

    voter: Local
    submission: Local


class Rules(Part):
    """The rules of an edition; defaults are those of 2012 as far as sources tell, and ours where they are silent."""

    per_city: Annotated[int, Field(ge=1, le=100)] = 2
    shortlist: Annotated[int, Field(ge=1, le=100)] = 5
    vote_on: Literal["shortlist", "all"] = "shortlist"
    least_scores: Annotated[int, Field(ge=1, le=100)] = 1


class Award(Record):
    """One edition. `scores` holds for each juror the points, 1 to 10, by submission."""

    kind: ClassVar[str] = "award"

    title: Text
    edition: Annotated[int, Field(ge=1, le=99)]
    when: Period
    where: Place | None = None
    assembly: EventId | None = None
    summary: Text
    apply: Period | None = None
    announced: Period | None = None
    ceremony: Period | None = None
    categories: Annotated[tuple[Category, ...], Field(min_length=1)]
    submitted: ClaimedCount | None = None
    winners: ClaimedCount | None = None
    figures: tuple[Figure, ...] = ()
    procedure: tuple[Text, ...] = ()
    jury: tuple[Juror, ...] = ()
    deadline: Day | None = None
    rules: Rules = Rules()
    submissions: tuple[Submission, ...] = ()
    scores: dict[Local, dict[Local, Points]] = Field(default_factory=dict)
    votes: tuple[Ballot, ...] = ()
    unknown: Unknowns = ()
