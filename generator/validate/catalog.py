"""The whole check: sources in, catalog and diagnostics out.

In: record sources. Out: `Catalog`; with errors among the diagnostics it must not be used further. Not here: single rules.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.diagnostics import Diagnostic
from generator.model.catalog import Catalog, catalog_of
from generator.model.kinds import KINDS
from generator.read.sources import RecordSource
from generator.validate import (
    assessments,
    awards,
    consistency,
    instrument,
    published,
    references,
    run_cities,
    schema,
    studies,
)


def catalog(sources: Sequence[RecordSource], today: str) -> tuple[Catalog, tuple[Diagnostic, ...]]:
    """Validate everything and report all mistakes at once."""
    written = [source for source in sources if source.file.kind in KINDS]
    valid, found = schema.records([source for source in written if not source.broken])
    runs, left, misread = assessments.valid(sources)
    result = catalog_of(valid, [(run, source.digest, source.file.name) for run, source in runs])
    by_key = {(source.file.kind, source.file.id): source for source in reversed(written)}
    more = (
        *references.check(result, by_key),
        *consistency.check(result, by_key, today),
        *published.check(sources),
        *assessments.check(runs, by_key, today),
        *assessments.rest(left, by_key),
        *run_cities.check(sources, result, by_key),
        *instrument.check(result, by_key),
        *awards.check(result, by_key),
        *studies.check(result, by_key),
        *instrument.frozen_versions([run for run, _ in runs], sources),
    )
    return result, (*found, *misread, *more)
