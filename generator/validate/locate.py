"""Where in a file a value stands: the only place that opens a file again, and only for files with mistakes.

In: a record source and a path of keys. Out: a span. Not here: what is wrong.
"""

from __future__ import annotations

from functools import lru_cache

from generator.diagnostics import Span
from generator.read.sources import RecordSource
from generator.read.yaml_source import Path, positions


@lru_cache(maxsize=64)
def _read(path: str, digest: str) -> tuple[tuple[str, ...], dict[Path, tuple[int, int, int, int]]]:
    with open(path, encoding="utf-8-sig") as stream:
        text = stream.read()
    return tuple(text.splitlines()), positions(text)


def span_of(source: RecordSource, path: Path, at_key: bool = False) -> Span:
    """The place of the value at `path`, or of its key; for what is not there, the nearest thing that holds it."""
    lines, places = _read(str(source.file.path), source.digest)
    known: Path = ()
    for step in path:
        if (*known, step) not in places:
            break
        known = (*known, step)
    key_line, key_column, line, column = places.get(known, (0, 0, 0, 0))
    if at_key or (known != path and known):
        line, column = key_line, key_column
    text = lines[line] if line < len(lines) else ""
    return Span(source.file.name, line + 1, column + 1, text[:400])
