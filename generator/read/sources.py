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
from generator.read import cache, frozen, published, yaml_source
from generator.read.discover import Discovered, RecordFile, record_files
from generator.read.run_files import run_files

PARALLEL_FROM: Final = 800
"""Below this many unparsed files, starting processes costs more than it saves."""


@dataclass(frozen=True, slots=True)
class RecordSource:
    """One record as written: plain values, the digest of its bytes, and the file it stands in.

    `broken`: the file could not be read, its mistakes are told and it has no values. It stands here so that what refers to
    the record is not taken for a second mistake. The list of published addresses comes as a source of kind `published.KIND`, the
    digests of versions of the CeDS instrument as sources of kind `frozen.KIND`.
    """

    file: RecordFile
    digest: str
    values: dict[str, Any]
    broken: bool = False


def sources(
    data: Path, cache_file: Path | None, jobs: int = 1, shown: str = "data"
) -> tuple[tuple[RecordSource, ...], tuple[Diagnostic, ...]]:
    """Read every record and CeDS run below `data`, and the list of published addresses; with all mistakes on the way."""
    discovered = _joined(record_files(data, shown), run_files(data, shown))
    known = cache.load(cache_file) if cache_file else {}
    contents = [(file, *_content(file)) for file in discovered.files]
    diagnostics = [*discovered.found, *(problem for _, _, problem in contents if problem)]
    readable = [(file, content, cache.digest_of(content)) for file, content, problem in contents if problem is None]
    missing = [(content, file.name) for file, content, digest in readable if digest not in known]
    parsed = iter(_parse_all(missing, jobs))
    result: list[RecordSource] = []
    broken = [*discovered.refused, *(file for file, _, problem in contents if problem)]
    for file, _, digest in readable:
        values, problems = (known[digest], ()) if digest in known else next(parsed)
        diagnostics += problems
        if values is None:
            broken.append(file)
        else:
            result.append(RecordSource(file, digest, values))
    if cache_file and (missing or len(known) > len(result)):
        cache.save(cache_file, {source.digest: source.values for source in result})
    addresses, problems = _addresses(data, shown)
    return (*result, *(RecordSource(file, "", {}, True) for file in broken), *addresses, *_digests(data, shown)), (
        *diagnostics,
        *problems,
    )


def _joined(one: Discovered, other: Discovered) -> Discovered:
    return Discovered(one.files + other.files, one.refused + other.refused, one.found + other.found)


def _digests(data: Path, shown: str) -> tuple[RecordSource, ...]:
    return tuple(
        RecordSource(
            RecordFile(each.path, each.name, frozen.KIND, each.version),
            "",
            {"written": each.written, "actual": each.actual},
        )
        for each in frozen.versions(data, shown)
    )


def _addresses(data: Path, shown: str) -> tuple[tuple[RecordSource, ...], tuple[Diagnostic, ...]]:
    read, problems = published.addresses(data, shown)
    if read is None:
        return (), problems
    file = RecordFile(data / published.NAME, read.name, published.KIND, published.KIND)
    return (RecordSource(file, "", {"lines": list(read.lines)}),), problems


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
