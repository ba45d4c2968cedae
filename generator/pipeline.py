"""The six stages in order; the only module that imports them all.

In: settings. Out: the published site and a summary. On any mistake in the data or the prose the old site stays as it was.
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from generator import checking
from generator.derive.relations import relations
from generator.diagnostics import Diagnostic, Report, Span
from generator.index import site_files
from generator.index.search import SearchCounts, SearchPage, index_pages
from generator.model.catalog import Catalog
from generator.model.kinds import KINDS
from generator.model.schemas import schemas
from generator.paths import below
from generator.publish.release import release
from generator.publish.staging import only_build, staged
from generator.publish.verify import PageFacts, facts_of, verify
from generator.read.cache import digest_of
from generator.render import exports, pages, whole_pages
from generator.render.batches import in_batches
from generator.render.chrome import host_request
from generator.render.context import World
from generator.render.host import HostError, HostPages, host_pages
from generator.render.i18n import all_messages
from generator.settings import Settings

Progress = Callable[[str], None]


@dataclass
class Summary:
    """What a build did, for the line at its end."""

    pages: dict[str, int] = field(default_factory=dict)
    records: dict[str, int] = field(default_factory=dict)
    warnings: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    search: SearchCounts | None = None
    released: str = ""


def build(settings: Settings, report: Report, progress: Progress = lambda _: None) -> Summary:
    """Compile data/ and content/ into site/. Raises `Problems` with everything wrong in `report`, or `Refusal`."""
    summary = Summary()
    with only_build(settings.site):
        with _timed(summary, progress, "read and validate"):
            checked = checking.check(settings)
            report.add(checked.report.found)
            report.stop_on_errors()
        with _timed(summary, progress, "derive"):
            world = world_of(settings, checked.catalog)
        with _timed(summary, progress, "prose and shells"):
            studio = _studio(world, report)
        with staged(settings.site) as stage:
            _stage(studio, stage, report, summary, progress)
            with _timed(summary, progress, "publish"):
                summary.released = release(stage, settings.site)
    summary.records = {kind: len(records) for kind, records in checked.catalog.records.items()}
    summary.warnings = report.warnings
    return summary


@contextmanager
def _timed(summary: Summary, progress: Progress, stage: str) -> Iterator[None]:
    progress(stage)
    start = time.perf_counter()
    yield
    summary.seconds[stage] = summary.seconds.get(stage, 0.0) + time.perf_counter() - start


def world_of(settings: Settings, catalog: Catalog) -> World:
    """All that pages are made from."""
    version = digest_of(
        "".join(f"{kind}/{id}={digest};" for (kind, id), digest in sorted(catalog.digests.items())).encode()
    )
    newest = max((str((each.reviewed or each.added).start.first_day) for each in catalog.all()), default="")
    messages = all_messages(settings.root / "theme" / "locales", settings.languages)
    return World(settings, catalog, relations(catalog), messages, settings.as_of or newest, version)


def _studio(world: World, report: Report) -> pages.Studio:
    theme = world.settings.root / "theme"
    try:
        host = host_pages(host_request(world.settings, world.messages, world.catalog))
    except HostError as error:
        report.add(_host_problem(problem) for problem in error.problems)
        report.stop_on_errors()
        raise
    land = (theme / "components" / "world-map" / "land.path").read_text("utf-8").strip()
    strings = json.loads((theme / "assets" / "wego" / "search" / "strings.json").read_text("utf-8"))
    return pages.Studio(world, host, theme, land, strings)


def _host_problem(problem: str) -> Diagnostic:
    file, mark, rest = problem.partition(": ")
    return Diagnostic("WG501", Span(file if mark else "content"), rest or problem, "correct the prose page named")


def _stage(studio: pages.Studio, stage: Path, report: Report, summary: Summary, progress: Progress) -> None:
    world = studio.world
    with _timed(summary, progress, "pages"):
        plan = pages.plan(world, studio.host)
        found = in_batches(partial(_make_pages, studio, stage), plan, world.settings.jobs)
        searchable = [page for batch in found for page in batch]
        summary.pages = {
            language: sum(1 for job in plan if job.language == language) for language in world.settings.languages
        }
    with _timed(summary, progress, "data and files"):
        _write_data(world, stage)
        _write_site_files(studio, stage, plan)
    with _timed(summary, progress, "search"):
        summary.search = index_pages(searchable, world.settings.work / "search", stage, world.settings.languages)
    with _timed(summary, progress, "verify"):
        addresses = [job.address for job in plan] + ["index.html"]
        facts: list[PageFacts] = [
            each for batch in in_batches(partial(facts_of, stage), addresses, world.settings.jobs) for each in batch
        ]
        report.add(verify(stage, facts))
        report.stop_on_errors()
    with _timed(summary, progress, "checksums"):
        text, _ = site_files.checksums(stage, {})
        (stage / "SHA256SUMS").write_text(text, "utf-8")


def _make_pages(studio: pages.Studio, stage: Path, jobs: Sequence[pages.Job]) -> list[SearchPage]:
    """Make and write pages; what search needs comes back. Runs in a worker."""
    found: list[SearchPage] = []
    for job in jobs:
        made = pages.make(studio, job)
        _write(stage, made.address, made.html.encode())
        if made.search:
            each = made.search
            found.append(
                SearchPage(
                    made.address, job.language, each.title, each.main, each.names, each.filters, each.weight, each.dated
                )
            )
    return found


def _write(stage: Path, address: str, data: bytes) -> None:
    path = below(stage, address)
    try:
        path.write_bytes(data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _write_data(world: World, stage: Path) -> None:
    for kind in KINDS.values():
        for address, data in exports.kind_files(world, kind):
            _write(stage, address, data)
        for record in world.catalog.records[kind.name].values():
            _write(stage, exports.record_address(record), exports.record_file(world, record))
    for name, schema in schemas().items():
        _write(stage, f"schema/v1/{name}.json", (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode())
    _write(stage, *exports.index_file(world))


def _write_site_files(studio: pages.Studio, stage: Path, plan: Sequence[pages.Job]) -> None:
    world, settings = studio.world, studio.world.settings
    shutil.copytree(studio.host.assets, stage / "assets")
    for language, media in studio.host.media.items():
        for address, file in media.items():
            _write(stage, f"{language}/{address}", file.read_bytes())
    _write(stage, "index.html", whole_pages.chooser(world, studio.theme).encode())
    _write(stage, "404.html", whole_pages.not_found(world, studio.theme).encode())
    _write(stage, "_headers", site_files.HEADERS.encode())
    _write(stage, "robots.txt", site_files.robots(settings.site_url).encode())
    if settings.site_url:
        _write(stage, "sitemap.xml", site_files.sitemap(settings.site_url, _sitemap(studio.host, world, plan)).encode())


def _sitemap(host: HostPages, world: World, plan: Sequence[pages.Job]) -> list[tuple[str, tuple[str, ...], str]]:
    """Pages that are really in their language, without invented records and the search page."""
    found: list[tuple[str, tuple[str, ...], str]] = []
    by_path: Mapping[str, tuple[str, ...]] = {
        job.path: tuple(each for each in world.settings.languages if job.path not in host.fallbacks.get(each, ()))
        for job in plan
    }
    for job in plan:
        if job.sort == "record":
            record = world.catalog.records[job.kind][job.id]
            languages = pages.languages_of(record, world.settings.languages)
            if job.language in languages and not record.is_example:
                found.append((job.address, languages, (record.reviewed or record.added).start.first_day))
        elif job.sort != "search" and job.language in by_path[job.path]:
            found.append((job.address, by_path[job.path] if job.number == 1 else (job.language,), ""))
    return found
