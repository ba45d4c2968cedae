"""Ids exist and have the right kind; chains do not bite their tail; former ids are free.

In: a catalog and its sources. Out: diagnostics. Not here: rules inside one record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.diagnostics import Diagnostic, suggestion
from generator.model.catalog import Catalog, Key
from generator.model.kinds import KINDS
from generator.model.record import Record
from generator.model.references import references
from generator.read.sources import RecordSource
from generator.read.yaml_source import Path
from generator.validate.locate import span_of

Sources = Mapping[Key, RecordSource]
_CHAINS = (
    ("city", "part_of"),
    ("city", "predecessors"),
    ("topic", "broader"),
    ("body", "part_of"),
    ("system", "requires"),
)


def check(catalog: Catalog, sources: Sources) -> Iterator[Diagnostic]:
    """All findings on links among records. What refers to a record that is itself broken is not a second mistake."""
    for record in catalog.all():
        source = sources[record.kind, record.id]
        for path, target, kinds in references(record):
            if not any((kind, target) in sources for kind in kinds):
                yield _unknown(catalog, sources, source, path, target, kinds)
            elif target.startswith("example-") and not record.is_example:
                yield Diagnostic(
                    "WG306", span_of(source, path), f"{target} is invented demonstration data", "refer to a real record"
                )
    for kind, field in _CHAINS:
        yield from _circles(catalog, sources, kind, field)
    yield from _former_ids(catalog, sources)


def _unknown(
    catalog: Catalog, sources: Sources, source: RecordSource, path: Path, target: str, kinds: tuple[str, ...]
) -> Diagnostic:
    expected = " or ".join(kinds)
    folder = KINDS[kinds[0]].data
    known = [id for kind, id in sources if kind in kinds]
    renamed = {
        former: record.id for kind in kinds for record in catalog.records[kind].values() for former in record.former_ids
    }
    if target in renamed:
        message = f"the {expected} {target} is now called {renamed[target]}"
        return Diagnostic("WG301", span_of(source, path), message, f"write {renamed[target]}")
    if other := next((kind for kind in KINDS if (kind, target) in sources), None):
        message = f"{target} is a {other}, but a {expected} belongs here"
        return Diagnostic(
            "WG302", span_of(source, path), message, suggestion(target, known, f"name a record in data/{folder}/")
        )
    fix = suggestion(target, known, f"write data/{folder}/{target}.yml first (wego new {kinds[0]} {target})")
    return Diagnostic("WG301", span_of(source, path), f"there is no {expected} {target}", fix)


def _targets(record: Record, field: str) -> tuple[str, ...]:
    value = getattr(record, field)
    return () if value is None else (value,) if isinstance(value, str) else tuple(value)


def _circles(catalog: Catalog, sources: Sources, kind: str, field: str) -> Iterator[Diagnostic]:
    records = catalog.records[kind]
    onward = {id: [each for each in _targets(record, field) if each in records] for id, record in records.items()}
    for circle in _cycles(onward):
        source = sources[kind, circle[0]]
        number = _targets(records[circle[0]], field).index(circle[1 % len(circle)])
        way = " → ".join((*circle, circle[0]))
        yield Diagnostic(
            "WG303",
            span_of(source, (field, number)),
            f"{field} runs in a circle: {way}",
            f"correct {field} in one of these records",
        )


def _cycles(onward: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Each circle once, beginning with its first id: a walk in depth, where `way` leads from the start to here."""
    done: set[str] = set()
    for start in onward:
        way: list[str] = []
        todo: list[tuple[str, int]] = [(start, 0)]
        while todo:
            id, depth = todo.pop()
            done.update(way[depth:])
            del way[depth:]
            if id in way:
                circle = way[way.index(id) :]
                first = circle.index(min(circle))
                yield (*circle[first:], *circle[:first])
            elif id not in done:
                way.append(id)
                todo += [(each, len(way)) for each in onward[id]]
        done.update(way)


def _former_ids(catalog: Catalog, sources: Sources) -> Iterator[Diagnostic]:
    for kind, records in catalog.records.items():
        taken = {id: id for other, id in sources if other == kind}
        for record in records.values():
            for number, former in enumerate(record.former_ids):
                if former in taken:
                    yield Diagnostic(
                        "WG304",
                        span_of(sources[kind, record.id], ("former_ids", number)),
                        f"{former} is already {_use(kind, former, taken[former], record.id)}",
                        "an address leads to one record; keep it in one place",
                    )
                taken[former] = record.id


def _use(kind: str, former: str, by: str, id: str) -> str:
    if former == id:
        return "the id of this record"
    return f"the id of data/{KINDS[kind].data}/{by}.yml" if former == by else f"a former id of {by}"
