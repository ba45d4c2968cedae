"""The six stages in order; with `assembly`, the only module that imports them all.

In: settings. Out: the published site and a summary. On any mistake in the data or the prose the old site stays as it was.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final, Literal

from generator import assembly, carry, checking
from generator.assembly import Assembly
from generator.derive.relations import relations
from generator.derive.runs import runs
from generator.derive.similar import similar
from generator.diagnostics import Diagnostic, Report, Span
from generator.index.search import SearchCounts, index_pages
from generator.index.search_bundle import carry_over
from generator.model.catalog import Catalog
from generator.publish.release import release
from generator.publish.staging import only_build, staged
from generator.publish.verify import links_in, told, verify
from generator.read.cache import digest_of
from generator.render import keys, pages
from generator.render.batches import in_batches
from generator.render.chrome import host_request
from generator.render.context import World
from generator.render.host import HostError, host_pages
from generator.render.i18n import all_messages
from generator.settings import Settings

Progress = Callable[[str], None]
STAGES: Final = (
    "read and validate",
    "derive",
    "prose and shells",
    "pages",
    "data and files",
    "search",
    "verify",
    "publish",
)
"""What a build does, in order, as it is told and measured."""
Search = Literal["index", "carry", "none"]
"""Index again where needed; show the last index with new pages (preview); or no search at all (measurements)."""


@dataclass
class Summary:
    """What a build did, for the line at its end."""

    pages: dict[str, int] = field(default_factory=dict)
    made: int = 0
    records: dict[str, int] = field(default_factory=dict)
    warnings: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    search: SearchCounts | None = None
    released: str = ""

    @contextmanager
    def timed(self, stage: str, progress: Progress) -> Iterator[None]:
        """Measure a stage and tell that it begins."""
        progress(stage)
        start = time.perf_counter()
        yield
        self.seconds[stage] = self.seconds.get(stage, 0.0) + time.perf_counter() - start


def build(
    settings: Settings, report: Report, progress: Progress = lambda _: None, *, search: Search = "index"
) -> Summary:
    """Compile data/ and content/ into site/. Raises `Problems` with everything wrong in `report`, or `Refusal`."""
    summary = Summary()
    with _without_collector(), only_build(settings.site, settings.work):
        with summary.timed("read and validate", progress):
            checked = checking.check(settings)
            report.add(checked.report.found)
            report.stop_on_errors()
        with summary.timed("derive", progress):
            world = world_of(settings, checked.catalog)
        with summary.timed("prose and shells", progress):
            studio = _studio(world, report)
        with staged(settings.site) as stage:
            filled = _fill(studio, stage, report, summary, progress, search)
            with summary.timed("publish", progress):
                summary.released = release(stage, settings.site)
                carry.save(settings.work, settings.site, filled.files)
    summary.records = {
        kind: sum(not each.is_example for each in records.values()) for kind, records in checked.catalog.records.items()
    }
    summary.warnings = report.warnings
    return summary


@contextmanager
def _without_collector() -> Iterator[None]:
    """Builds make few cycles and many objects that live to the end: collecting costs a fifth of the time and frees nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def world_of(settings: Settings, catalog: Catalog) -> World:
    """All that pages are made from."""
    version = digest_of(
        "".join(f"{kind}/{id}={digest};" for (kind, id), digest in sorted(catalog.digests.items())).encode()
    )
    newest = max((str((each.reviewed or each.added).start.first_day) for each in catalog.all()), default="")
    messages = all_messages(settings.root / "theme" / "locales", settings.languages)
    links = relations(catalog)
    as_of = settings.as_of or newest
    scored = runs(catalog, as_of)
    return World(settings, catalog, links, similar(catalog, links), messages, as_of, version, scored)


def _studio(world: World, report: Report) -> pages.Studio:
    theme = world.settings.root / "theme"
    try:
        host = host_pages(host_request(world.settings, world.messages, world.catalog))
    except HostError as error:
        report.add(_host_problem(problem) for problem in error.problems)
        report.stop_on_errors()
        raise
    land = (theme / "components" / "world-map" / "land.path").read_text("utf-8").strip()
    return pages.Studio(world, host, theme, land)


def _host_problem(problem: str) -> Diagnostic:
    file, mark, rest = problem.partition(": ")
    return Diagnostic("WG501", Span(file if mark else "content"), rest or problem, "correct the prose page named")


def _fill(
    studio: pages.Studio, stage: Path, report: Report, summary: Summary, progress: Progress, search: Search
) -> Assembly:
    settings = studio.world.settings
    filled = Assembly(stage, carry.load(settings.work, settings.site))
    with summary.timed("pages", progress):
        plan = pages.plan(studio.world, studio.host)
        searchable = assembly.add_pages(filled, studio, plan)
        summary.pages = {
            language: sum(1 for job in plan if job.language == language) for language in settings.languages
        }
        summary.made = len(filled.made)
    with summary.timed("data and files", progress):
        assembly.add_data(filled, studio.world, keys.common_key(studio))
        assembly.add_site_files(filled, studio, plan)
        assembly.add_downloads(filled, studio.world, keys.common_key(studio))
        assembly.add_templates(filled, studio.world)
        assembly.add_calendars_and_feeds(filled, studio.world)
    with summary.timed("search", progress):
        last = settings.site / "pagefind"
        if search == "carry" and last.is_dir():
            carry_over(last, stage / "pagefind")
        elif search != "none":
            summary.search = index_pages(searchable, settings.work / "search", stage, settings.languages)
    with summary.timed("verify", progress):
        report.add(_verified(filled, plan, settings.jobs))
        report.stop_on_errors()
    assembly.add_checksums(filled)
    return filled


def _verified(filled: Assembly, plan: Sequence[pages.Job], jobs: int) -> list[Diagnostic]:
    """Check the links of pages made anew; of all pages when something that others link to is gone."""
    links = dict(filled.links)
    if filled.lost_targets():
        made = set(filled.made)
        others = [job.address for job in plan if job.address not in made]
        for more in in_batches(partial(links_in, filled.stage), others, jobs):
            links.update(more)
    ids = {address: frozenset(kept.ids) for address, kept in filled.files.items() if kept.ids}
    shape = [told("WG602", address, each) for address, kept in filled.files.items() for each in kept.problems]
    return [*shape, *verify(links, filled.files, ids)]
