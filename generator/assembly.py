"""Fills a staged folder: what changed is made, everything else is carried over from the last build.

In: the studio and what the last build left. Out: files, and a note on each. Not here: the order of the stages (`pipeline`).
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, Final, cast

from generator.carry import Before, Kept, noted
from generator.index import site_files
from generator.index.calendars import calendars
from generator.index.feeds import feeds
from generator.index.search import SearchPage
from generator.model.consented import INVENTED
from generator.model.framework import Framework
from generator.model.kinds import KINDS
from generator.model.schemas import SCHEMAS, schemas
from generator.paths import below
from generator.publish.verify import Links, PageFacts, links_of, page_facts
from generator.render import exports, keys, pages, routes, run_exports, whole_pages
from generator.render.batches import in_batches
from generator.render.context import World
from generator.render.openapi import openapi_file
from generator.render.pages import Studio
from generator.render.workbook import script, workbook
from generator.study_template import study_template

CHECKSUMS: Final = "SHA256SUMS"
"""Written last; no page links to it."""


@dataclass
class Assembly:
    """A staged folder being filled. `files` notes everything in it but the search index; `made` are pages made anew, `links` theirs."""

    stage: Path
    before: Before
    files: dict[str, Kept] = field(default_factory=dict)
    made: list[str] = field(default_factory=list)
    links: Links = field(default_factory=dict)

    def write(self, address: str, data: bytes, key: str = "") -> None:
        """Write a file, or link it when the last build wrote the same from the same key."""
        write(self.stage, address, data)
        self.files[address] = noted(self.stage, address, key, hashlib.sha256(data).hexdigest())

    def carry(self, address: str, key: str) -> bool:
        """Link a file of the last build if its inputs are the same; False when it must be made."""
        kept = self.before.unchanged(address, key)
        if kept is None or not link(self.before.site, self.stage, address):
            return False
        self.files[address] = kept
        return True

    def lost_targets(self) -> bool:
        """Whether something other pages may link to is gone since the last build: a file, or an id on a page made anew."""
        if not self.before.files or self.before.files.keys() - self.files.keys() - {CHECKSUMS}:
            return True
        return any(
            set(self.before.files[address].ids) - set(self.files[address].ids)
            for address in self.made
            if address in self.before.files
        )

    def add_page(self, address: str, data: bytes, base: str) -> None:
        """Write a page that stands outside all languages, and look at it like at any other."""
        facts = page_facts(address, data, base)
        self.write(address, data)
        self.files[address] = replace(self.files[address], ids=tuple(sorted(facts.ids)), problems=facts.problems)
        self.made.append(address)
        self.links.update(links_of([facts]))


def write(root: Path, address: str, data: bytes) -> None:
    """A new file below `root`; its folder is made when missing."""
    path = below(root, address)
    try:
        path.write_bytes(data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def link(site: Path, stage: Path, address: str) -> bool:
    """The published file at the same address of the stage, as one file with two names; False where links do not work."""
    source, target = os.path.join(site, address), os.path.join(stage, address)
    try:
        os.link(source, target)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        try:
            os.link(source, target)
        except OSError:
            return False
    except OSError:
        return False
    return True


def add_pages(assembly: Assembly, studio: Studio, plan: Sequence[pages.Job]) -> list[SearchPage]:
    """Make what changed in workers, carry over the rest; returns what search needs of all pages."""
    key_of = keys.page_keys(studio, plan)
    todo = [job for job in plan if not assembly.carry(job.address, key_of[job.address])]
    for notes, links in in_batches(partial(_make, studio, assembly.stage, key_of), todo, studio.world.settings.jobs):
        assembly.files.update(notes)
        assembly.made += notes
        assembly.links.update(links)
    return [_search_page(kept.search) for job in plan if (kept := assembly.files[job.address]).search is not None]


def _plain(job: pages.Job, made: pages.Made) -> tuple[Any, ...] | None:
    """What search needs of a page as plain values, so that it can be kept for the next build."""
    if made.search is None:
        return None
    each = made.search
    return (
        made.address,
        job.language,
        each.title,
        each.main,
        each.names,
        tuple(each.filters.items()),
        each.weight,
        each.dated,
    )


def _search_page(fields: tuple[Any, ...] | None) -> SearchPage:
    path, language, title, main, names, filters, weight, dated = fields or ()
    return SearchPage(path, language, title, main, names, dict(filters), weight, dated)


def _make(
    studio: Studio, stage: Path, key_of: Mapping[str, str], jobs: Sequence[pages.Job]
) -> tuple[dict[str, Kept], Links]:
    """Make, write and read back pages. Runs in a worker; shares no state, and sends back as little as it can."""
    notes: dict[str, Kept] = {}
    seen: list[PageFacts] = []
    for job in jobs:
        made = pages.make(studio, job)
        data = made.html.encode()
        write(stage, made.address, data)
        facts = page_facts(made.address, data)
        kept = noted(stage, made.address, key_of[made.address], hashlib.sha256(data).hexdigest())
        notes[made.address] = replace(
            kept, ids=tuple(sorted(facts.ids)), search=_plain(job, made), problems=facts.problems
        )
        seen.append(facts)
    return notes, links_of(seen)


def add_data(assembly: Assembly, world: World, common: str) -> None:
    """The API, made anew only for records that changed; and the schemas."""
    key = hashlib.sha256(f"{common}{world.as_of}".encode()).hexdigest()[:16]
    for kind in KINDS.values():
        kind_key = key + exports.kind_version(world, kind)
        addresses = (f"api/v1/{kind.folder}.json", f"api/v1/{kind.folder}.csv")
        carried = [assembly.carry(address, kind_key) for address in addresses]
        if not all(carried):
            for address, data in exports.kind_files(world, kind):
                _replace(assembly, address, data, kind_key)
        for record in world.catalog.records[kind.name].values():
            address, record_key = exports.record_address(record), key + world.catalog.digests[kind.name, record.id]
            if not assembly.carry(address, record_key):
                assembly.write(address, exports.record_file(world, record), record_key)
    for address, data in run_exports.files(world):
        assembly.write(address, data)
    _add_schemas(assembly, common)
    assembly.write(*exports.index_file(world))
    assembly.write(*openapi_file(world))


def _add_schemas(assembly: Assembly, common: str) -> None:
    """The JSON Schemas, which only a change of the code changes."""
    addresses = {f"schema/v1/{name}.json": name for name in SCHEMAS}
    if all(assembly.carry(address, common) for address in addresses):
        return
    made = schemas()
    for address, name in addresses.items():
        data = (json.dumps(made[name], ensure_ascii=False, indent=1) + "\n").encode()
        _replace(assembly, address, data, common)


def _replace(assembly: Assembly, address: str, data: bytes, key: str) -> None:
    """Write over a link without writing into the published file."""
    (assembly.stage / address).unlink(missing_ok=True)
    assembly.write(address, data, key)


def add_site_files(assembly: Assembly, studio: Studio, plan: Sequence[pages.Job]) -> None:
    """Assets, pictures of prose, and the files about the site as a whole."""
    settings = studio.world.settings
    for file in sorted(studio.host.assets.rglob("*")):
        if file.is_file():
            assembly.write(f"assets/{file.relative_to(studio.host.assets).as_posix()}", file.read_bytes())
    strings = json.loads((studio.theme / "assets" / "wego" / "search" / "strings.json").read_text("utf-8"))
    for language, t in studio.world.messages.items():
        said = json.dumps({key: t(text) for key, text in strings.items()}, ensure_ascii=False)
        assembly.write(f"assets/wego/search/strings.{language}.js", f"window.wegoSearchStrings = {said};\n".encode())
    for language, media in studio.host.media.items():
        for address, file in media.items():
            assembly.write(f"{language}/{address}", file.read_bytes())
    for address, html in (
        ("index.html", whole_pages.chooser(studio.world, studio.theme)),
        ("404.html", whole_pages.not_found(studio.world, studio.theme)),
    ):
        assembly.add_page(address, html.encode(), whole_pages.base_path(settings.site_url))
    assembly.write("_headers", site_files.HEADERS.encode())
    assembly.write("robots.txt", site_files.robots(settings.site_url).encode())
    if settings.site_url:
        entries = list(_sitemap(studio, plan))
        assembly.write("sitemap.xml", site_files.sitemap(settings.site_url, entries).encode())


def add_downloads(assembly: Assembly, world: World, common: str) -> None:
    """The empty workbook of the self-diagnosis in every language, as a file and as a script for the assessment page.

    Both are made anew only when the questions or the code change.
    """
    for record in world.catalog.records["framework"].values():
        version = cast(Framework, record).version
        digests = (
            digest
            for (kind, _), digest in world.catalog.digests.items()
            if kind in ("framework", "indicator", "system")
        )
        key = hashlib.sha256(f"{common}{''.join(digests)}".encode()).hexdigest()[:32]
        for language, t in world.messages.items():
            addresses = (routes.workbook(version, language), routes.workbook_script(version, language))
            carried = [assembly.carry(address, key) for address in addresses]
            if not all(carried):
                independent = world.settings.publisher.independent
                book = workbook(world.catalog.instrument(version), t, independent=independent)
                for address, data in zip(addresses, (book, script(book)), strict=True):
                    _replace(assembly, address, data, key)


def add_templates(assembly: Assembly, world: World) -> None:
    """The template of a study in every language, as a download."""
    day = world.as_of[:10] if world.as_of[:4].isdigit() else "2026-01-01"
    for language in world.settings.languages:
        assembly.write(f"downloads/study-template-{language}.yml", study_template(language, day).encode())


def add_calendars_and_feeds(assembly: Assembly, world: World) -> None:
    """iCalendar files and Atom feeds."""
    for address, data in (*calendars(world), *feeds(world)):
        assembly.write(address, data)


def add_checksums(assembly: Assembly) -> None:
    """SHA256SUMS of everything but the search index, which does not come out the same twice."""
    sums = {address: kept.sha256 for address, kept in assembly.files.items()}
    assembly.write(CHECKSUMS, site_files.checksums(sums).encode())


def _sitemap(studio: Studio, plan: Sequence[pages.Job]) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Pages that are really in their language, without invented records and the search page."""
    world, host = studio.world, studio.host
    for job in plan:
        if job.sort == "record":
            record = world.catalog.records[job.kind][job.id]
            languages = pages.languages_of(record, world.settings.languages)
            if job.language in languages and not record.is_example:
                yield job.address, languages, (record.reviewed or record.added).start.first_day
        elif job.sort in ("run", "runs", "roadmap"):
            if not job.id.startswith(INVENTED) and pages.tells_results(world, job):
                yield job.address, tuple(world.settings.languages), job.id.partition("/")[2]
        elif job.sort != "search" and job.path not in host.fallbacks.get(job.language, ()):
            there = tuple(
                each
                for each in world.settings.languages
                if job.path in host.pages[each] and job.path not in host.fallbacks.get(each, ())
            )
            yield job.address, there if job.number == 1 else (job.language,), ""
