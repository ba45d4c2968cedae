"""Read and validate: the first two stages, as `wego check` and every build begin.

In: settings, and paths to runs outside data/. Out: the catalog and the report. Writes nothing but the parse cache.
Not here: what the paths mean (`check_paths`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.check_paths import findings, outside
from generator.diagnostics import Report
from generator.model.catalog import Catalog
from generator.read.sources import sources
from generator.settings import Settings
from generator.validate.catalog import catalog


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of checking: `files` counts the record files read."""

    catalog: Catalog
    report: Report
    files: int


def check(settings: Settings, paths: Iterable[Path] = ()) -> Checked:
    """Read and validate all records, and runs at `paths` outside data/; the report holds every mistake. Raises `NotChecked`."""
    report, more_runs = Report(settings.strict), outside(paths, settings)
    read, found = sources(settings.data, settings.work / "parsed.cache", settings.jobs, settings.shown_data)
    report.add(found)
    today = settings.as_of or "9999"
    result, more = catalog(read, today)
    report.add(more)
    report.add(findings(more_runs, read, result, today))
    files = len({each.file.name for each in read} | {each.span.file for each in found})
    return Checked(result, report, files + more_runs.files)
