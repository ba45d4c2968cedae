"""The kinds of record: which class, which folder, in which order they rank.

In: nothing. Out: the table every stage reads instead of listing kinds itself. Not here: addresses of pages (`render.routes`).
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from generator.model.award import Award
from generator.model.body import Body
from generator.model.city import City
from generator.model.framework import Framework, Indicator, System
from generator.model.judgement import Disagreement, Judgement, Plan
from generator.model.knowledge import Source, Term, Topic
from generator.model.module import Module
from generator.model.organization import Agreement, Census, Chapter, Event, Office, Organ, Purpose
from generator.model.practice import Practice
from generator.model.programme import Programme
from generator.model.record import Record
from generator.model.study import Study


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: `folder` in addresses, `weight` in search at an equal match.

    `home` is its folder in data/ where that is another one; `page` the page that holds all records of a kind without pages of
    their own; `instrument` kinds are texts of a frozen version and not added to one by one.
    """

    name: str
    folder: str
    model: type[Record]
    weight: float
    page: str = ""
    home: str = ""
    instrument: bool = False

    @property
    def paged(self) -> bool:
        """Whether each record has a page of its own."""
        return not self.page

    @property
    def data(self) -> str:
        """Its folder below data/."""
        return self.home or self.folder


KINDS: Final = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            Kind("practice", "practices", Practice, 4.0),
            Kind("programme", "programmes", Programme, 3.0),
            Kind("city", "cities", City, 2.0),
            Kind("module", "modules", Module, 1.0),
            Kind("body", "bodies", Body, 1.5),
            Kind("topic", "topics", Topic, 1.5),
            Kind("term", "terms", Term, 1.0, page="glossary.html"),
            Kind("source", "sources", Source, 0.5, page="sources.html"),
            Kind("award", "awards", Award, 2.0),
            Kind("study", "studies", Study, 2.0),
            Kind("event", "organization/events", Event, 1.0, page="organization/history.html"),
            Kind("agreement", "organization/agreements", Agreement, 1.0, page="organization/agreements.html"),
            Kind("organ", "organization/organs", Organ, 1.0, page="organization/governance.html"),
            Kind("office", "organization/offices", Office, 1.0, page="organization/offices.html"),
            Kind("chapter", "organization/chapters", Chapter, 1.0, page="organization/charter.html"),
            Kind("census", "organization/censuses", Census, 1.0, page="organization/members.html"),
            Kind("purpose", "organization/purposes", Purpose, 1.0, page="organization/purposes.html"),
            Kind("plan", "organization/plans", Plan, 1.0, page="organization/plans.html"),
            Kind("judgement", "organization/judgements", Judgement, 1.0, page="organization/judgements.html"),
            Kind(
                "disagreement", "organization/disagreements", Disagreement, 0.5, page="organization/disagreements.html"
            ),
            Kind("system", "ceds/systems", System, 2.5, home="ceds/1.0/systems", instrument=True),
            Kind("indicator", "ceds/indicators", Indicator, 0.5, "ceds/method.html", "ceds/1.0/indicators", True),
            Kind("framework", "ceds/frameworks", Framework, 0.5, "ceds/method.html", "ceds/1.0", True),
        )
    }
)
FOLDERS: Final = MappingProxyType({kind.folder: kind for kind in KINDS.values()})
"""Kinds by their folder in addresses."""
HOMES: Final = MappingProxyType({kind.data: kind for kind in KINDS.values()})
"""Kinds by their folder in data/."""
EDITED: Final = tuple(kind for kind in KINDS.values() if not kind.instrument)
"""Kinds that editors add records to."""
