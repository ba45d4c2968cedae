"""The whole check: sources in, catalog and diagnostics out.

In: record sources. Out: `Catalog`; with errors among the diagnostics it must not be used further. Not here: single rules.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.diagnostics import Diagnostic
from generator.model.catalog import Catalog, catalog_of
from generator.read.sources import RecordSource
from generator.validate import consistency, references, schema


def catalog(sources: Sequence[RecordSource], today: str) -> tuple[Catalog, tuple[Diagnostic, ...]]:
    """Validate everything and report all mistakes at once."""
    valid, found = schema.records(sources)
    result = catalog_of(list(valid))
    by_key = {(source.file.kind, source.file.id): source for source in sources}
    more = [*references.check(result, by_key), *consistency.check(result, by_key, today)]
    broken = {(source.file.kind, source.file.id) for source in sources} - set(result.digests)
    ids = {id for _, id in broken}
    # A reference to a record that is itself broken is not a second mistake.
    kept = [each for each in more if each.code != "WG301" or each.message.rpartition(" ")[2] not in ids]
    return result, (*found, *kept)
