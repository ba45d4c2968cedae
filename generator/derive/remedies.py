"""How much the base knows for each system: practices, modules, programmes, and questions of a study.

In: the catalog. Out: counts for a system, their sums, and how many systems have none. Withdrawn and invented records do not count.
Not here: which of them are shown for a step of a roadmap (`render`), tables (`cli_remedies`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from generator.model.catalog import Catalog
from generator.model.framework import Framework, System
from generator.model.record import Record


@dataclass(frozen=True, slots=True)
class Remedies:
    """So many of each; the names are those of the columns."""

    practices: int
    modules: int
    programmes: int
    study_themes: int

    @property
    def nothing(self) -> bool:
        """Whether no practice, module or programme is known; questions of a study are the project's own and do not count."""
        return not (self.practices or self.modules or self.programmes)


COLUMNS = tuple(each.name for each in fields(Remedies))


def remedies(catalog: Catalog, system: System) -> Remedies:
    """What is known for one system. A practice that is both its example and in its kit counts once."""
    kit = system.kit
    practices = dict.fromkeys((*kit.practices, *((system.example,) if system.example else ())))
    return Remedies(
        practices=_known(catalog.practices, practices),
        modules=_known(catalog.modules, kit.modules),
        programmes=_known(catalog.programmes, kit.programmes),
        study_themes=len(kit.study_themes),
    )


def by_system(catalog: Catalog) -> tuple[tuple[System, Remedies], ...]:
    """All systems that stand, by area and id."""
    frameworks = [each for each in catalog.records["framework"].values() if isinstance(each, Framework)]
    order = {area.id: number for each in frameworks for number, area in enumerate(each.areas)}
    systems = [each for each in catalog.records["system"].values() if isinstance(each, System) and not each.withdrawn]
    systems.sort(key=lambda each: (order[each.area], each.id))
    return tuple((each, remedies(catalog, each)) for each in systems)


def totals(found: Iterable[Remedies]) -> Remedies:
    """The sums of the columns; a record that helps with two systems counts twice."""
    listed = list(found)
    return Remedies(*(sum(getattr(each, name) for each in listed) for name in COLUMNS))


def without(found: Iterable[Remedies]) -> Remedies:
    """How many systems have none of each."""
    listed = list(found)
    return Remedies(*(sum(not getattr(each, name) for each in listed) for name in COLUMNS))


def _known(records: Mapping[str, Record], ids: Iterable[str]) -> int:
    return sum(not (records[id].withdrawn or records[id].is_example) for id in ids)
