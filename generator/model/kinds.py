"""The kinds of record: which class, which folder, in which order they rank.

In: nothing. Out: the table every stage reads instead of listing kinds itself. Not here: addresses of pages (`render.routes`).
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from generator.model.body import Body
from generator.model.city import City
from generator.model.knowledge import Source, Term, Topic
from generator.model.module import Module
from generator.model.practice import Practice
from generator.model.programme import Programme
from generator.model.record import Record


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record. `folder` is its folder in data/ and in addresses; `weight` its rank in search at an equal match."""

    name: str
    folder: str
    model: type[Record]
    weight: float
    paged: bool = True


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
            Kind("term", "terms", Term, 1.0, paged=False),
            Kind("source", "sources", Source, 0.5, paged=False),
        )
    }
)
FOLDERS: Final = MappingProxyType({kind.folder: kind for kind in KINDS.values()})
