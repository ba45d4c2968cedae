"""A build as a person at a terminal sees it: progress, diagnostics, one line at the end, an exit code.

In: settings. Out: text on stderr and stdout. Not here: the stages (`pipeline`).
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from generator.diagnostics import Problems, Refusal, Report
from generator.diagnostics_format import as_text
from generator.index.search import SearchError
from generator.pipeline import STAGES, Summary, build
from generator.publish.staging import refusal
from generator.settings import Settings


def run_build(settings: Settings, *, clean: bool = False) -> int:
    """Build and tell about it; 0 for a clean build, 1 for problems in the data or a refusal of the machine."""
    if clean:
        shutil.rmtree(settings.work, ignore_errors=True)
    report = Report(settings.strict)
    start = time.perf_counter()
    try:
        with _progress() as tell:
            summary = build(settings, report, tell)
    except Problems:
        found = report.ordered()
        text = as_text(found, len({each.span.file for each in found}))
        click.echo(f"{text}{settings.site.name}/ was not touched.", err=True)
        return 1
    except (Refusal, SearchError) as error:
        click.echo(f"wego build: {error}", err=True)
        return 1
    except OSError as error:
        click.echo(f"wego build: {refusal(error, Path(error.filename or settings.work))}", err=True)
        return 1
    if report.found:
        found = report.ordered()
        click.echo(as_text(found, len({each.span.file for each in found})), err=True, nl=False)
    click.echo(line(summary, settings, time.perf_counter() - start))
    return 0


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """A bar on a terminal, silence elsewhere; what it is called with is the stage that begins."""
    bar = Progress(
        TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), console=Console(stderr=True), transient=True
    )
    if not bar.console.is_terminal:
        yield lambda _: None
        return
    with bar:
        task = bar.add_task(STAGES[0], total=len(STAGES))
        yield lambda stage: bar.update(task, description=stage, completed=STAGES.index(stage))


def line(summary: Summary, settings: Settings, seconds: float) -> str:
    """The one line at the end: pages per language, records per kind, warnings, time."""
    pages = ", ".join(f"{language} {number:,}" for language, number in summary.pages.items())
    records = ", ".join(f"{kind} {number:,}" for kind, number in summary.records.items() if number)
    return f"{settings.site.name}/: pages {pages}; records {records}; {summary.warnings} warnings; {seconds:.1f} s"
