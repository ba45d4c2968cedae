"""Records as data: JSON for each record and kind, CSV for each kind, JSON Schema, an index of it all.

In: the catalog. Out: (address, bytes) pairs. Not here: calendars and feeds.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from generator.model.assessment import Assessment
from generator.model.kinds import KINDS, Kind
from generator.model.record import Record
from generator.render import routes
from generator.render.context import World

LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def plain(record: Record) -> dict[str, Any]:
    """A record as JSON values, fields that are not set left out; invented data says so."""
    values: dict[str, Any] = {"kind": record.kind, **record.model_dump(mode="json", exclude_defaults=True)}
    return {**values, "invented": True} if record.is_example else values


def edition(world: World) -> str:
    """Whose edition the data are."""
    if world.settings.publisher.independent:
        return "independent edition, compiled from public sources"
    return world.settings.publisher.name[world.settings.default_language]


def envelope(world: World, schema: str, version: str, items: list[Any]) -> bytes:
    """An API file: what it follows, of which data, as of when, under which licence."""
    body = {
        "schema": schema,
        "data_version": version,
        "as_of": world.as_of,
        "licence": LICENCE,
        "edition": edition(world),
        "items": items,
    }
    return (json.dumps(body, ensure_ascii=False) + "\n").encode()


def record_file(world: World, record: Record) -> bytes:
    """A record's own file; its data_version is the hash of the record's file alone."""
    return envelope(
        world, _schema_link(record.kind, "../../../"), world.catalog.digests[record.kind, record.id], [plain(record)]
    )


def _schema_link(kind: str, up: str) -> str:
    return f"{up}schema/v1/{kind}.json"


def kind_version(world: World, kind: Kind) -> str:
    """The data_version of a kind's files: one hash over the files of its records."""
    digests = (f"{id}={world.catalog.digests[kind.name, id]};" for id in world.catalog.records[kind.name])
    return hashlib.blake2b("".join(digests).encode(), digest_size=16).hexdigest()


def kind_files(world: World, kind: Kind) -> Iterator[tuple[str, bytes]]:
    """JSON and CSV of all records of a kind; invented ones stand in the JSON, marked, and not in the CSV."""
    records = list(world.catalog.records[kind.name].values())
    items = [plain(record) for record in records]
    yield (
        f"api/v1/{kind.folder}.json",
        envelope(world, _schema_link(kind.name, "../../"), kind_version(world, kind), items),
    )
    shown = [
        item for item, record in zip(items, records, strict=True) if not record.is_example and not record.withdrawn
    ]
    yield f"api/v1/{kind.folder}.csv", table(shown)


def index_file(world: World) -> tuple[str, bytes]:
    """What there is: kinds with counts and addresses."""
    items = [
        {
            "kind": kind.name,
            **_counted([each.is_example for each in world.catalog.records[kind.name].values() if not each.withdrawn]),
            "json": f"{kind.folder}.json",
            "csv": f"{kind.folder}.csv",
            "records": f"{kind.folder}/<id>.json",
            "schema": _schema_link(kind.name, "../../"),
            "languages": list(world.settings.languages),
        }
        for kind in KINDS.values()
    ]
    items.append(
        {
            "kind": Assessment.kind,
            **_counted([each.invented for each in world.runs]),
            "json": "assessments.json",
            "csv": "assessments.csv",
            "records": "assessments/<city>/<date>.json",
            "schema": _schema_link(Assessment.kind, "../../"),
            "languages": list(world.settings.languages),
        }
    )
    return "api/v1/index.json", envelope(world, "openapi.json", world.data_version, items)


def _counted(invented: list[bool]) -> dict[str, int]:
    """How many real records there are, and how many invented for demonstration; withdrawn ones are not counted."""
    return {"count": invented.count(False), **({"invented": invented.count(True)} if any(invented) else {})}


def record_address(record: Record) -> str:
    """Where a record's file goes."""
    return routes.data_twin(record)


def table(items: list[dict[str, Any]]) -> bytes:
    """CSV (RFC 4180, UTF-8 with a mark for spreadsheets). Columns are paths; no cell can start a formula."""
    rows = [dict(_flat(item)) for item in items]
    columns = list(dict.fromkeys(name for row in rows for name in row))
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([safe(name) for name in columns])
    writer.writerows([safe(row.get(name, "")) for name in columns] for row in rows)
    return ("\ufeff" + stream.getvalue()).encode()


def _flat(value: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, Any]]:
    """Maps become columns `name.en`; lists of plain values one cell with `; `; lists of maps a cell of JSON; yes and no as in JSON."""
    for key, inner in value.items():
        name = f"{path}{key}"
        if isinstance(inner, dict):
            yield from _flat(inner, f"{name}.")
        elif isinstance(inner, list):
            simple = all(not isinstance(each, dict | list) for each in inner)
            yield name, "; ".join(str(each) for each in inner) if simple else json.dumps(inner, ensure_ascii=False)
        else:
            yield name, json.dumps(inner) if isinstance(inner, bool) else inner


def safe(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula (OWASP, CSV injection): a quote before a leading sign; numbers stay."""
    if isinstance(value, str) and value.lstrip(" \n").startswith(_FORMULA):
        return "'" + value
    return value
