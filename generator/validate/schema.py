"""Plain values against the models: every mistake in plain words at file:line:column.

In: record sources. Out: records, and diagnostics. Not here: wording (`schema_words`), rules across records.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from pydantic import ValidationError

from generator.diagnostics import Diagnostic, Span
from generator.model.kinds import KINDS
from generator.model.record import Record
from generator.read.sources import RecordSource
from generator.validate.key_words import nearest_key
from generator.validate.locate import span_of, span_within
from generator.validate.mistake import Mistake, mistakes
from generator.validate.schema_words import told

_AT_KEY: Final = frozenset({"extra_forbidden", "unknown_language"})


def records(sources: Sequence[RecordSource]) -> tuple[tuple[tuple[Record, str, str], ...], tuple[Diagnostic, ...]]:
    """Each source as (record, digest, file name), or its mistakes."""
    valid: list[tuple[Record, str, str]] = []
    found: list[Diagnostic] = []
    for source in sources:
        model = KINDS[source.file.kind].model
        values = source.values
        if "id" in values:
            found.append(_id_written(source))
            values = {key: value for key, value in values.items() if key != "id"}
        try:
            record = model.model_validate({"id": source.file.id, **values})
        except ValidationError as error:
            found += diagnostics(source, mistakes(values, model, error.errors(include_url=False)))
        else:
            if values is source.values:
                valid.append((record, source.digest, source.file.name))
    return tuple(valid), tuple(found)


def _id_written(source: RecordSource) -> Diagnostic:
    return Diagnostic(
        "WG201",
        span_of(source, ("id",), at_key=True),
        "the key id is not written in the file; the file's name is the id",
        "delete the line",
    )


def diagnostics(source: RecordSource, found: Iterable[Mistake]) -> Iterator[Diagnostic]:
    """The mistakes of one file in words, each thing to correct once."""
    everything = [part for each in found for part in _parts(each)]
    meant = {(*each.path[:-1], nearest_key(each)) for each in everything if each.error == "extra_forbidden"}
    wrong_keys = {each.path for each in everything if each.at_key}
    for each in everything:
        # `sumary:` is one mistake, not an unknown key and a missing one; nor is what stands under a wrong key a second one.
        below_wrong_key = any(each.path[:end] in wrong_keys for end in range(len(each.path) + 1)) and not each.at_key
        if not below_wrong_key and (each.error != "missing" or each.path not in meant):
            code, message, fix = told(each)
            yield Diagnostic(code, _span(source, each), message, fix)


def _span(source: RecordSource, mistake: Mistake) -> Span:
    if mistake.error == "missing":
        return span_of(source, mistake.path[:-1])
    if mistake.error == "control_character":
        return span_within(source, mistake.path, chr(int(mistake.context["code"][2:], 16)))
    return span_of(source, mistake.path, mistake.at_key or mistake.error in _AT_KEY)


def _parts(mistake: Mistake) -> Iterator[Mistake]:
    """A finding about a whole list as findings about the entries that are wrong in it."""
    value = mistake.value
    if mistake.error == "repeated" and isinstance(value, list):
        for number, item in enumerate(value):
            if item in value[:number]:
                yield replace(mistake, path=(*mistake.path, number), value=item)
    elif mistake.error in ("two_preferred", "preferred_without_reason") and isinstance(value, list):
        preferred = [number for number, item in enumerate(value) if isinstance(item, dict) and item.get("preferred")]
        for number in preferred[1:] if mistake.error == "two_preferred" else preferred[:1]:
            yield replace(mistake, path=(*mistake.path, number, "preferred"))
    elif not (mistake.error == "too_short" and value):
        # Of a list with wrong entries pydantic says that it has too few right ones.
        yield mistake
