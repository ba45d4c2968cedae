"""Catalog: all records by kind and id, frozen.

In: validated records. Out: look-ups. Not here: links among records seen from the other end (`derive.relations`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import cast

from generator.model.assessment import Assessment
from generator.model.body import Body
from generator.model.city import City
from generator.model.consented import kept, key_of
from generator.model.framework import Framework, Indicator, Instrument, System
from generator.model.kinds import KINDS
from generator.model.knowledge import Source, Term, Topic
from generator.model.module import Module
from generator.model.practice import Practice
from generator.model.programme import Programme
from generator.model.record import Record

Key = tuple[str, str]
"""(kind, id): names a record everywhere."""


@dataclass(frozen=True, slots=True)
class Catalog:
    """All records. `digests` holds the content hash of each record's file, `files` its path for edit links.

    `assessments` are the CeDS runs by city and date, without unpublished notes on evidence; one taken back holds nothing but that.
    Pages show them through `derive.runs`, which leaves out what consent does not cover. Their key is ("assessment", "<city>/<date>").
    """

    records: Mapping[str, Mapping[str, Record]]
    digests: Mapping[Key, str]
    files: Mapping[Key, str]
    assessments: tuple[Assessment, ...] = ()

    def all(self) -> Iterator[Record]:
        """Every record, by kind in the order of KINDS, then by id."""
        for kind in KINDS:
            yield from self.records[kind].values()

    def get(self, kind: str, id: str) -> Record | None:
        """The record, or None."""
        return self.records[kind].get(id)

    @property
    def cities(self) -> Mapping[str, City]:
        """Cities by id."""
        return cast(Mapping[str, City], self.records["city"])

    @property
    def practices(self) -> Mapping[str, Practice]:
        """Practices by id."""
        return cast(Mapping[str, Practice], self.records["practice"])

    @property
    def modules(self) -> Mapping[str, Module]:
        """Modules by id."""
        return cast(Mapping[str, Module], self.records["module"])

    @property
    def programmes(self) -> Mapping[str, Programme]:
        """Programmes by id."""
        return cast(Mapping[str, Programme], self.records["programme"])

    @property
    def bodies(self) -> Mapping[str, Body]:
        """Bodies by id."""
        return cast(Mapping[str, Body], self.records["body"])

    @property
    def topics(self) -> Mapping[str, Topic]:
        """Topics by id."""
        return cast(Mapping[str, Topic], self.records["topic"])

    @property
    def terms(self) -> Mapping[str, Term]:
        """Glossary terms by id."""
        return cast(Mapping[str, Term], self.records["term"])

    @property
    def sources(self) -> Mapping[str, Source]:
        """The bibliography by id."""
        return cast(Mapping[str, Source], self.records["source"])

    def instrument(self, version: str) -> Instrument:
        """The CeDS instrument of a version; KeyError where there is none. So far data/ holds one version."""
        frameworks = cast(Mapping[str, Framework], self.records["framework"])
        found = next((each for each in frameworks.values() if each.version == version), None)
        if found is None:
            raise KeyError(version)
        return Instrument.model_construct(
            framework=found,
            indicators=dict(cast(Mapping[str, Indicator], self.records["indicator"])),
            systems=dict(cast(Mapping[str, System], self.records["system"])),
        )


def catalog_of(
    records: Sequence[tuple[Record, str, str]], assessments: Sequence[tuple[Assessment, str, str]] = ()
) -> Catalog:
    """A catalog of (record, digest, file) triples. A run without its city's consent does not enter it."""
    by_kind: dict[str, dict[str, Record]] = {kind: {} for kind in KINDS}
    digests: dict[Key, str] = {}
    files: dict[Key, str] = {}
    for record, digest, file in sorted(records, key=lambda each: each[0].id):
        by_kind[record.kind][record.id] = record
        digests[record.kind, record.id] = digest
        files[record.kind, record.id] = file
    runs = [each for each in assessments if each[0].consent is not None or each[0].withdrawn is not None]
    for run, digest, file in runs:
        digests["assessment", key_of(run)] = digest
        files["assessment", key_of(run)] = file
    frozen = MappingProxyType({kind: MappingProxyType(each) for kind, each in by_kind.items()})
    return Catalog(frozen, MappingProxyType(digests), MappingProxyType(files), _in_order(runs))


def _in_order(runs: Sequence[tuple[Assessment, str, str]]) -> tuple[Assessment, ...]:
    return tuple(sorted((kept(run) for run, _, _ in runs), key=lambda each: (each.city, str(each.date))))
