"""All record files of a data folder as plain values.

In: the data folder and the cache. Out: `RecordSource` values in a stable order, and diagnostics. Not here: models.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from generator.diagnostics import Diagnostic, Span
from generator.read import cache, yaml_source
from generator.read.discover import RecordFile, record_files

PARALLEL_FROM: Final = 800
"""Below this many unparsed files, starting processes costs more than it saves."""


@dataclass(frozen=True, slots=True)
class RecordSource:
    """One record as written: plain values, the digest of its bytes, and the file it stands in."""

    file: RecordFile
    digest: str
    values: dict[str, Any]


def sources(
    data: Path, cache_file: Path | None, jobs: int = 1, shown: str = "data"
) -> tuple[tuple[RecordSource, ...], tuple[Diagnostic, ...]]:
    """Read every record below `data`. Files with a mistake are left out of the result and stand in the diagnostics."""
    files, found = record_files(data, shown)
    known = cache.load(cache_file) if cache_file else {}
    contents = [(file, *_content(file)) for file in files]
    diagnostics = [*found, *(problem for _, _, problem in contents if problem)]
    readable = [(file, content, cache.digest_of(content)) for file, content, problem in contents if problem is None]
    missing = [(content, file.name) for file, content, digest in readable if digest not in known]
    parsed = iter(_parse_all(missing, jobs))
    result: list[RecordSource] = []
    for file, _, digest in readable:
        values, problems = (known[digest], ()) if digest in known else next(parsed)
        diagnostics += problems
        if values is not None:
            result.append(RecordSource(file, digest, values))
    if cache_file and (missing or len(known) > len(result)):
        cache.save(cache_file, {source.digest: source.values for source in result})
    return tuple(result), tuple(diagnostics)


def _content(file: RecordFile) -> tuple[bytes, Diagnostic | None]:
    try:
        with file.path.open("rb") as stream:
            return stream.read(yaml_source.MAX_BYTES + 1), None
    except OSError as error:
        return b"", Diagnostic(
            "WG118",
            Span(file.name),
            f"the file cannot be read: {os.strerror(error.errno or 0)}",
            "check its permissions",
        )


Parsed = tuple[dict[str, Any] | None, tuple[Diagnostic, ...]]


def _parse(item: tuple[bytes, str]) -> Parsed:
    return yaml_source.load(*item)


def _parse_all(items: Sequence[tuple[bytes, str]], jobs: int) -> list[Parsed]:
    if jobs < 2 or len(items) < PARALLEL_FROM:
        return [_parse(item) for item in items]
    with ProcessPoolExecutor(jobs) as pool:
        return list(pool.map(_parse, items, chunksize=max(1, len(items) // (jobs * 4))))
