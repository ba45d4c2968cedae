"""Read and validate: the first two stages, as `wego check` and every build begin.

In: settings. Out: the catalog, its sources and the report. Writes nothing but the parse cache.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic, Report
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


def check(settings: Settings) -> Checked:
    """Read and validate all records; the report holds every mistake."""
    report = Report(settings.strict)
    read, found = sources(settings.data, settings.work / "parsed.cache", settings.jobs, settings.shown_data)
    report.add(found)
    result, more = catalog(read, settings.as_of or "9999")
    report.add(more)
    files = len({each.file.name for each in read} | {each.span.file for each in found})
    return Checked(result, report, files)


def within(found: tuple[Diagnostic, ...], root: Path, paths: tuple[Path, ...]) -> tuple[Diagnostic, ...]:
    """The diagnostics of files at or below `paths`; all of them when no path is named."""
    if not paths:
        return found
    wanted = [path.resolve() for path in paths]
    return tuple(
        each for each in found if any((root / each.span.file).resolve().is_relative_to(path) for path in wanted)
    )
