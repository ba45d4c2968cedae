"""Records to show beside one another where nobody named a relation: similar practices, neighbouring modules.

In: the catalog and its relations. Out: ids by record. Not here: named relations (`relations`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from generator.derive.relations import Relations
from generator.model.catalog import Catalog, Key

SIMILAR: Final = 5
NEIGHBOURS: Final = 12


def similar(catalog: Catalog, relations: Relations) -> Mapping[Key, tuple[str, ...]]:
    """For each practice without named relations, the practices that share most topics; for each module, those around it."""
    found: dict[Key, tuple[str, ...]] = {}
    found |= {("practice", id): ids for id, ids in _practices(catalog, relations)}
    found |= {("module", id): ids for id, ids in _modules(catalog)}
    return MappingProxyType(found)


def _practices(catalog: Catalog, relations: Relations) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Ties by id; invented and withdrawn practices are similar to nothing."""
    by_topic: dict[str, list[str]] = defaultdict(list)
    for practice in catalog.practices.values():
        for topic in () if practice.is_example or practice.withdrawn else practice.topics:
            by_topic[topic].append(practice.id)
    for practice in catalog.practices.values():
        if practice.related or relations.to(("practice", practice.id), "practice", "related"):
            continue
        shared = Counter(id for topic in practice.topics for id in by_topic[topic] if id != practice.id)
        yield practice.id, tuple(sorted(shared, key=lambda id: (-shared[id], id))[:SIMILAR])


def _modules(catalog: Catalog) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Named relations, else the modules around it in its category by id."""
    families: dict[tuple[str, str], list[str]] = defaultdict(list)
    for module in catalog.modules.values():
        families[module.environment, module.category].append(module.id)
    for family in families.values():
        for here, id in enumerate(family):
            start = max(0, min(here - NEIGHBOURS // 2, len(family) - NEIGHBOURS - 1))
            yield (
                id,
                catalog.modules[id].related
                or tuple(each for each in family[start : start + NEIGHBOURS + 1] if each != id),
            )
