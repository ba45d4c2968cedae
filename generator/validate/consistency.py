"""Rules across the fields of one record.

In: records and their sources. Out: diagnostics. Not here: links to other records.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from generator.diagnostics import Diagnostic, suggestion
from generator.model.catalog import Catalog, Key
from generator.model.ids import is_id
from generator.model.programme import Programme, Session
from generator.model.record import ALL_FIELDS, Record
from generator.model.study import Economics
from generator.model.texts import has_text, texts
from generator.read.sources import RecordSource
from generator.validate import prose
from generator.validate.locate import span_of

AHEAD: Final = timedelta(days=31)
"""The build's date is that of the last commit; a record being written now is younger."""


def check(catalog: Catalog, sources: Mapping[Key, RecordSource], today: str) -> Iterator[Diagnostic]:
    """All findings inside single records; `today` is the build's date, `YYYY-MM-DD`, or `9999` where none is known."""
    latest = (date.fromisoformat(today) + AHEAD).isoformat() if len(today) == 10 else today
    for record in catalog.all():
        source = sources[record.kind, record.id]
        yield from originals(record, source)
        yield from prose.check(record, source)
        if record.translation:
            yield from _translation(record, source)
        yield from _dates(record, source, today, latest)
        if isinstance(record, Programme):
            yield from _sessions(record, source)


def originals(record: Record | Economics, source: RecordSource) -> Iterator[Diagnostic]:
    """Texts that lack the original language of their record."""
    for path, text, _ in texts(record):
        if record.original not in text:
            yield Diagnostic(
                "WG216",
                span_of(source, path),
                f"{path[-1] if isinstance(path[-1], str) else path[0]} is given in {', '.join(text)}, but not in "
                f"{record.original}, the original language of this record",
                f"add {record.original}: …, or set original: to the language the record was written in",
            )


def _translation(record: Record, source: RecordSource) -> Iterator[Diagnostic]:
    present = {(str(path[0]), language) for path, text, _ in texts(record) for language in text}
    for language, statuses in record.translation.items():
        if language == record.original:
            yield _finding(
                "WG405",
                source,
                (language,),
                f"{language} is the original language of this record, and no translation",
                "delete the status, or correct original:",
            )
            continue
        for field in statuses:
            if field != ALL_FIELDS and not has_text(type(record), field):
                yield _unknown_field(record, source, language, field)
            elif not any(code == language and field in (name, ALL_FIELDS) for name, code in present):
                where = "the record" if field == ALL_FIELDS else field
                yield _finding(
                    "WG403",
                    source,
                    (language, field),
                    f"{where} has no text in {language}",
                    f"add the {language} text, or delete the status",
                )


def _unknown_field(record: Record, source: RecordSource, language: str, field: str) -> Diagnostic:
    fields = [name for name in type(record).model_fields if has_text(type(record), name)]
    what = "holds no text" if field in type(record).model_fields else f"is not a field of a {record.kind}"
    fix = suggestion(field, fields, f"name a field that holds text ({', '.join(fields)}), or all")
    return _finding("WG402", source, (language, field), f"{field} {what}", fix)


def _finding(code: str, source: RecordSource, path: tuple[str, ...], message: str, fix: str) -> Diagnostic:
    return Diagnostic(code, span_of(source, ("translation", *path), at_key=True), message, fix)


def _dates(record: Record, source: RecordSource, today: str, latest: str) -> Iterator[Diagnostic]:
    for field in ("added", "reviewed"):
        day = getattr(record, field)
        if day is not None and day.start.first_day > latest:
            yield Diagnostic(
                "WG404",
                span_of(source, (field,)),
                f"{field} is {day}, but the date of this build is {today}",
                "write the day it was done",
                severity="warning",
            )


def _other_id(session: Session, number: int) -> str:
    when = str(session.when).replace("/", "-to-")
    return when if is_id(when) and when != session.id else f"{session.id}-{number + 1}"


def _sessions(record: Programme, source: RecordSource) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for number, session in enumerate(record.sessions):
        if session.id in seen:
            yield Diagnostic(
                "WG401",
                span_of(source, ("sessions", number, "id")),
                f"the session id {session.id} stands twice",
                f"make it unique, for example {_other_id(session, number)}",
            )
        seen.add(session.id)
