"""One record file, wherever it lies, checked among the records of the base.

In: a path, its kind, the project's folder. Out: the record, or `BadFile` with every mistake in it. Not here: what is done with it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, Span
from generator.model.ids import id_like, is_id, is_reserved
from generator.model.record import Record
from generator.read import yaml_source
from generator.read.cache import digest_of
from generator.read.discover import RecordFile
from generator.read.sources import RecordSource, sources
from generator.settings import Settings
from generator.validate.catalog import catalog

UNNAMED: Final = "given-file"
"""Id of a file whose name is none."""


class BadFile(Exception):
    """A file with mistakes; `found` are all of them."""

    def __init__(self, found: tuple[Diagnostic, ...]) -> None:
        super().__init__("the file has mistakes")
        self.found = found


def read_record(path: Path, kind: str, settings: Settings) -> tuple[Record, tuple[Diagnostic, ...]]:
    """The record of `kind` in the file, with warnings on it; raises `BadFile`."""
    source = source_of(path, kind)
    read, _ = sources(settings.data, settings.work / "parsed.cache", settings.jobs, settings.shown_data)
    others = [each for each in read if (each.file.kind, each.file.id) != (kind, source.file.id)]
    result, found = catalog([*others, source], settings.as_of or "9999")
    own = tuple(each for each in found if each.span.file == source.file.name)
    record = result.get(kind, source.file.id)
    if record is None or any(each.severity == "error" for each in own):
        raise BadFile(own)
    return record, own


def source_of(path: Path, kind: str) -> RecordSource:
    """The values in one file, as if it were a record of `kind`; raises `BadFile`."""
    name = path.as_posix()
    try:
        with path.open("rb") as stream:
            content = stream.read(yaml_source.MAX_BYTES + 1)
    except OSError as error:
        problem = Diagnostic("WG118", Span(name), f"the file cannot be read: {error.strerror}", "check its permissions")
        raise BadFile((problem,)) from None
    values, found = yaml_source.load(content, name)
    if values is None:
        raise BadFile(tuple(found))
    id = path.stem if is_id(path.stem) and not is_reserved(path.stem) else id_like(path.stem) or UNNAMED
    return RecordSource(RecordFile(path, name, kind, id), digest_of(content), values)
