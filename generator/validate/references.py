"""Ids exist and have the right kind; chains do not bite their tail; former ids are free.

In: a catalog and its sources. Out: diagnostics. Not here: rules inside one record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.diagnostics import Diagnostic, suggestion
from generator.model.catalog import Catalog, Key
from generator.model.kinds import KINDS
from generator.model.record import Record
from generator.model.references import references
from generator.read.sources import RecordSource
from generator.validate.locate import span_of

Sources = Mapping[Key, RecordSource]
_CHAINS = (("city", "part_of"), ("city", "predecessors"), ("topic", "broader"), ("body", "part_of"))


def check(catalog: Catalog, sources: Sources) -> Iterator[Diagnostic]:
    """All findings on links among records."""
    for record in catalog.all():
        source = sources[record.kind, record.id]
        for path, target, kinds in references(record):
            if not any(catalog.get(kind, target) for kind in kinds):
                yield _unknown(catalog, source, path, target, kinds)
            elif target.startswith("example-") and not record.is_example:
                yield Diagnostic(
                    "WG306", span_of(source, path), f"{target} is invented demonstration data", "refer to a real record"
                )
    for kind, field in _CHAINS:
        yield from _circles(catalog, sources, kind, field)
    yield from _former_ids(catalog, sources)


def _unknown(
    catalog: Catalog, source: RecordSource, path: tuple[str | int, ...], target: str, kinds: tuple[str, ...]
) -> Diagnostic:
    expected = " or ".join(kinds)
    span = span_of(source, path)
    other = next((kind for kind in KINDS if kind not in kinds and catalog.get(kind, target)), None)
    if other:
        return Diagnostic(
            "WG302",
            span,
            f"{target} is a {other}, but a {expected} belongs here",
            suggestion(target, catalog.records[kinds[0]], f"name a record in data/{KINDS[kinds[0]].folder}/"),
        )
    known = [id for kind in kinds for id in catalog.records[kind]]
    return Diagnostic(
        "WG301",
        span,
        f"there is no {expected} {target}",
        suggestion(
            target, known, f"write data/{KINDS[kinds[0]].folder}/{target}.yml first (wego new {kinds[0]} {target})"
        ),
    )


def _targets(record: Record, field: str) -> tuple[str, ...]:
    value = getattr(record, field)
    return () if value is None else (value,) if isinstance(value, str) else tuple(value)


def _circles(catalog: Catalog, sources: Sources, kind: str, field: str) -> Iterator[Diagnostic]:
    records = catalog.records[kind]
    for record in records.values():
        seen: list[str] = []
        todo = list(_targets(record, field))
        while todo:
            id = todo.pop()
            if id == record.id:
                yield Diagnostic(
                    "WG303",
                    span_of(sources[kind, record.id], (field,)),
                    f"{field} leads from {record.id} back to {record.id}",
                    f"correct {field} in one of the records on the way",
                )
                break
            if id not in seen and id in records:
                seen.append(id)
                todo += _targets(records[id], field)


def _former_ids(catalog: Catalog, sources: Sources) -> Iterator[Diagnostic]:
    for kind, records in catalog.records.items():
        taken = {id: id for id in records}
        for record in records.values():
            for number, former in enumerate(record.former_ids):
                if former in taken:
                    yield Diagnostic(
                        "WG304",
                        span_of(sources[kind, record.id], ("former_ids", number)),
                        f"{former} is already an id of {taken[former]}",
                        "an address leads to one record; keep it in one place",
                    )
                taken[former] = record.id
