"""Rules across the fields of one record.

In: records and their sources. Out: diagnostics. Not here: links to other records.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from generator.diagnostics import Diagnostic, suggestion
from generator.model.catalog import Catalog, Key
from generator.model.programme import Programme
from generator.model.record import ALL_FIELDS, Record
from generator.read.sources import RecordSource
from generator.read.yaml_source import Path
from generator.validate.locate import span_of

_NOT_TEXT = frozenset({"translation", "parts", "synonyms"})


def check(catalog: Catalog, sources: Mapping[Key, RecordSource], today: str) -> Iterator[Diagnostic]:
    """All findings inside single records; `today` is the build's date, `YYYY-MM-DD`."""
    for record in catalog.all():
        source = sources[record.kind, record.id]
        yield from _original(record, source)
        yield from _translation(record, source)
        yield from _dates(record, source, today)
        if isinstance(record, Programme):
            yield from _sessions(record, source)


def texts(value: Any, path: Path = ()) -> Iterator[tuple[Path, dict[str, str]]]:
    """Every map of language to text in plain values, with its path."""
    if isinstance(value, dict):
        if value and all(
            isinstance(key, str) and len(key) in (2, 3) and isinstance(text, str) for key, text in value.items()
        ):
            yield path, value
            return
        for key, inner in value.items():
            if key not in _NOT_TEXT:
                yield from texts(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from texts(inner, (*path, number))


def _original(record: Record, source: RecordSource) -> Iterator[Diagnostic]:
    for path, text in texts(source.values):
        if record.original not in text and len(path) > 0 and path[-1] not in ("lat", "lon"):
            yield Diagnostic(
                "WG216",
                span_of(source, path),
                f"the text has no {record.original}, the original language of this record",
                f"add {record.original}: …, or set original: to the language it was written in",
            )


def _translation(record: Record, source: RecordSource) -> Iterator[Diagnostic]:
    fields = type(record).model_fields
    for language, statuses in record.translation.items():
        for field in statuses:
            path = ("translation", language, field)
            if field == ALL_FIELDS:
                continue
            if field not in fields:
                yield Diagnostic(
                    "WG402",
                    span_of(source, path, at_key=True),
                    f"{field} is not a field of a {record.kind}",
                    suggestion(field, fields, "name a field that holds text, or all"),
                )
            elif not any(language in text for _, text in texts({field: source.values.get(field)})):
                yield Diagnostic(
                    "WG403",
                    span_of(source, path, at_key=True),
                    f"{field} has no text in {language}",
                    f"add the {language} text, or delete the status",
                )


def _dates(record: Record, source: RecordSource, today: str) -> Iterator[Diagnostic]:
    for field in ("added", "reviewed"):
        day = getattr(record, field)
        if day is not None and day.start.first_day > today:
            yield Diagnostic(
                "WG404",
                span_of(source, (field,)),
                f"{field} is {day}, later than this build's date {today}",
                "write the day it was done",
                severity="warning",
            )


def _sessions(record: Programme, source: RecordSource) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for number, session in enumerate(record.sessions):
        if session.id in seen:
            yield Diagnostic(
                "WG401",
                span_of(source, ("sessions", number, "id")),
                f"the session id {session.id} stands twice",
                "make it unique, for example by the month: 2016-05",
            )
        seen.add(session.id)


def original_digest(value: Any, original: str) -> str:
    """What a translation was made from: the first 8 hex digits of the SHA-256 of all original texts in a field's plain value."""
    joined = "\x1f".join(text.get(original, "") for _, text in texts({"field": value}))
    return hashlib.sha256(joined.encode()).hexdigest()[:8]
