"""Links among records, both ways.

In: the catalog. Out: for every record the records that refer to it, with the field that says so. Not here: sentences about it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.model.catalog import Catalog, Key
from generator.model.references import references


@dataclass(frozen=True, slots=True)
class Incoming:
    """One record refers to another: `field` is the top-level field it does so in."""

    source: Key
    field: str


@dataclass(frozen=True, slots=True)
class Relations:
    """Who refers to whom. `incoming` is sorted by kind and id of the referring record."""

    incoming: Mapping[Key, tuple[Incoming, ...]]
    outgoing: Mapping[Key, tuple[Key, ...]]

    def to(self, key: Key, kind: str, *fields: str) -> tuple[str, ...]:
        """Ids of records of `kind` that refer to `key` in one of `fields` (any field if none is named), each once."""
        found = (
            each.source[1]
            for each in self.incoming.get(key, ())
            if each.source[0] == kind and (not fields or each.field in fields)
        )
        return tuple(dict.fromkeys(found))


def relations(catalog: Catalog) -> Relations:
    """All links; records marked as invented do not show up on real ones."""
    incoming: dict[Key, dict[Incoming, None]] = defaultdict(dict)
    outgoing: dict[Key, tuple[Key, ...]] = {}
    for record in catalog.all():
        targets: dict[Key, None] = {}
        for path, id, kinds in references(record):
            kind = next((each for each in kinds if catalog.get(each, id)), None)
            if kind is None:
                continue
            targets[kind, id] = None
            if not record.is_example or id.startswith("example-"):
                incoming[kind, id][Incoming((record.kind, record.id), str(path[0]))] = None
        outgoing[record.kind, record.id] = tuple(targets)
    frozen = {key: tuple(sorted(found, key=lambda each: (each.source, each.field))) for key, found in incoming.items()}
    return Relations(MappingProxyType(frozen), MappingProxyType(outgoing))
