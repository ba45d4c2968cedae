"""The CeDS instrument of one version: dimensions, indicators, areas, systems with their kits.

The public sources give its structure (six dimensions, four areas, about 90 and 110 questions); every text, level and link is the
project's own. In: plain values of data/ceds/<version>/. Out: frozen models. Not here: answers and scores.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model.base import ModuleId, Names, Once, Part, PracticeId, ProgrammeId, SystemId, Text, TopicId
from generator.model.record import Record

DimensionId = Literal[
    "governance-mechanism",
    "policy-and-institution",
    "resource-capacity",
    "ict-network",
    "citizen-readiness",
    "public-service-infrastructure",
]
AreaId = Literal["e-admin", "e-life", "e-industry", "e-infra"]
Levels = Annotated[tuple[Text, ...], Field(min_length=5, max_length=5)]


class Dimension(Part):
    """One of the six dimensions, inside or outside the administration."""

    id: DimensionId
    side: Literal["internal", "external"]
    name: Text
    summary: Text


class Area(Part):
    """One of the four areas of systems, and for whom its systems are."""

    id: AreaId
    serves: Literal["G2E", "G2C", "G2B", "all"]
    name: Text
    summary: Text


class Stage(Part):
    """One of five stages of maturity, by half-open fifths of the scale: [0, 20) … [80, 100]."""

    name: Text
    summary: Text


class Crosswalk(Part):
    """Which dimensions and areas touch one area of another model; ours, names only."""

    name: Text
    dimensions: Annotated[tuple[DimensionId, ...], Once] = ()
    areas: Annotated[tuple[AreaId, ...], Once] = ()
    note: Text | None = None


class Framework(Record):
    """A version of the instrument without its indicators and systems, which are files of their own."""

    kind: ClassVar[str] = "framework"

    version: Annotated[str, Field(pattern=r"^[0-9]+\.[0-9]+$")]
    title: Text
    summary: Text
    dimensions: Annotated[tuple[Dimension, ...], Field(min_length=6, max_length=6)]
    areas: Annotated[tuple[Area, ...], Field(min_length=4, max_length=4)]
    stages: Annotated[tuple[Stage, ...], Field(min_length=5, max_length=5)]
    existence: Levels
    use: Levels
    crosswalk: tuple[Crosswalk, ...] = ()
    history: tuple[Text, ...]


class Indicator(Record):
    """One question on maturity. Levels run from 0 to 4; each is a state that can be seen, in at most 25 words."""

    kind: ClassVar[str] = "indicator"
    main_text: ClassVar[str] = "question"

    dimension: DimensionId
    question: Text
    why: Text
    evidence: Text
    levels: Levels

    @property
    def heading(self) -> Names:
        """An indicator is called by its question."""
        return self.question


class Kit(Part):
    """What a city needs to build a system: a ready-made guide."""

    what: Text
    needs: Annotated[tuple[Text, ...], Field(min_length=2)]
    steps: Annotated[tuple[Text, ...], Field(min_length=3)]
    pitfalls: Annotated[tuple[Text, ...], Field(min_length=2)]
    practices: Annotated[tuple[PracticeId, ...], Once] = ()
    modules: Annotated[tuple[ModuleId, ...], Once] = ()
    programmes: Annotated[tuple[ProgrammeId, ...], Once] = ()
    study_themes: tuple[Text, ...] = ()


class System(Record):
    """One system a city may have. `requires` are systems that must be city-wide first; `enabling` dimensions must reach 40."""

    kind: ClassVar[str] = "system"

    area: AreaId
    name: Text
    summary: Text
    example: PracticeId | None = None
    requires: Annotated[tuple[SystemId, ...], Once] = ()
    enabling: Annotated[tuple[DimensionId, ...], Once, Field(min_length=1)]
    topics: Annotated[tuple[TopicId, ...], Once, Field(min_length=1)]
    horizon: Literal["short", "medium", "long"]
    kit: Kit


class Instrument(Part):
    """A whole version: the framework with its indicators and systems by id, in order."""

    framework: Framework
    indicators: dict[str, Indicator]
    systems: dict[str, System]
