"""Where in a file a value stands: the only place that opens a file again, and only for files with mistakes.

In: a record source and a path of keys. Out: a span. Not here: what is wrong.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from generator.diagnostics import Span
from generator.read.cache import digest_of
from generator.read.sources import RecordSource
from generator.read.yaml_source import Path, Places, excerpt, positions
from generator.read.yaml_syntax import LINE_END


@lru_cache(maxsize=64)
def _read(path: str, digest: str) -> tuple[tuple[str, ...], Places]:
    try:
        with open(path, "rb") as stream:
            data = stream.read()
    except OSError:
        return (), {}
    if digest_of(data) != digest:
        # Changed since it was read: the old positions are gone, and the next run tells the new mistakes.
        return (), {}
    text = data.decode("utf-8-sig")
    return tuple(LINE_END.split(text)), positions(text)


def written(values: Any, path: Path) -> Path:
    """A path of a model as it stands in the file: a single map may stand for a list, and a bare id for a map."""
    result: list[str | int] = []
    here = values
    for step in path:
        if isinstance(here, dict) and isinstance(step, str):
            result.append(step)
            here = here.get(step)
        elif isinstance(here, list) and isinstance(step, int):
            result.append(step)
            here = here[step] if step < len(here) else None
    return tuple(result)


def span_of(source: RecordSource, path: Path, at_key: bool = False) -> Span:
    """The place of the value at `path`, or of its key; for what is not there, the nearest thing that holds it."""
    lines, places = _read(str(source.file.path), source.digest)
    wanted = written(source.values, path)
    known = wanted
    while known and known not in places:
        known = known[:-1]
    key_line, key_column, line, column = places.get(known, (0, 0, 0, 0))
    if at_key or (known != wanted and known):
        line, column = key_line, key_column
    return _span(source, lines, line, column)


def span_within(source: RecordSource, path: Path, snippet: str, after: tuple[str, ...] = ("",)) -> Span:
    """The place of `snippet` inside the text at `path`, behind one of `after`; where it is not there as it is, the text's place."""
    lines, places = _read(str(source.file.path), source.digest)
    wanted = written(source.values, path)
    if wanted not in places or not snippet:
        return span_of(source, path)
    _, _, first, column = places[wanted]
    last = min((line for _, _, line, _ in places.values() if line > first), default=len(lines) - 1)
    for number in range(first, min(last + 1, len(lines))):
        for before in after:
            found = lines[number].find(before + snippet, column if number == first else 0)
            if found >= 0:
                return _span(source, lines, number, found + len(before))
    return span_of(source, path)


def _span(source: RecordSource, lines: tuple[str, ...], line: int, column: int) -> Span:
    return Span(source.file.name, line + 1, column + 1, excerpt(lines[line]) if line < len(lines) else "")
