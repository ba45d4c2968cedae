"""A CeDS run: what a city answered on a day, with which version, and what may be published of it.

In: plain values of data/assessments/<city>/<date>.yml, a workbook or the browser. Out: a frozen model. Not here: scores (`derive.ceds`).
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from generator.model.base import CityId, Id, Line, Once, Part, Prose, RefersTo, SystemId
from generator.model.dates import Day

Level = Annotated[int, Field(ge=0, le=4, strict=True)]
"""Written as a number: `true`, `2.0` and `"2"` are slips, and no level."""
Department = Literal["planning", "finance", "it", "vice-mayor"]
"""The four whose taking part the public sources ask for."""
IndicatorId = Annotated[Id, RefersTo(("indicator",))]


class Answer(Part):
    """A level, or the reason why the question does not apply. Neither: the question was left open."""

    level: Level | None = None
    not_applicable: Prose | None = None
    evidence: Prose | None = None


class SystemAnswer(Part):
    """Existence 0–4 and, from the pilot (2) on, use 0–4; or the reason why it is not a task of this city."""

    existence: Level | None = None
    use: Level | None = None
    not_a_task: Prose | None = None
    evidence: Prose | None = None


class Consent(Part):
    """Who allowed the publication of what, when. An office, never a person."""

    office: Line
    date: Day
    scope: Literal["scores", "answers", "evidence"]


class Withdrawn(Part):
    """The city took the run back; its page says so and nothing else."""

    date: Day
    reason: Prose | None = None


class Assessment(Part):
    """One run of one city. `indicators` and `systems` hold what was answered; what is missing was left open."""

    kind: ClassVar[str] = "assessment"
    from_path: ClassVar[tuple[str, ...]] = ("city", "date")
    """Given by the file's path and never written in the file."""

    city: CityId
    date: Day
    version: Annotated[str, StringConstraints(pattern=r"^[0-9]+\.[0-9]+$")]
    consent: Consent | None = None
    withdrawn: Withdrawn | None = None
    departments: Annotated[tuple[Department, ...], Once] = ()
    indicators: dict[IndicatorId, Answer] = Field(default_factory=dict)
    systems: dict[SystemId, SystemAnswer] = Field(default_factory=dict)
    targets: dict[SystemId, Literal["short", "medium", "long", "none"]] = Field(default_factory=dict)
    note: Prose | None = None
