"""Views and shells to HTML: the plan of all pages, and how one is made.

In: the world and the host's shells. Out: for each page its address, HTML and what search needs of it.
Not here: which pages need making (`batches` asks), where files go (`pipeline`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from markupsafe import Markup

from generator.model.consented import key_of
from generator.model.kinds import KINDS
from generator.model.record import Record
from generator.render import ceds_pages, labels, linked_data, made_pages, routes, texts
from generator.render.context import Page, World
from generator.render.environment import fill
from generator.render.head import Head, html
from generator.render.host_request import HostPages
from generator.render.shells import Shell
from generator.render.views import frame, home, listing, method, record, reference
from generator.render.views.run import title as run_title

Sort = Literal[
    "record", "moved", "list", "home", "glossary", "sources", "search", "method", "ceds", "compare", "assess", "run", "runs", "roadmap", "made", "prose"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Job:
    """A page to make. `path` is its host page or shell, relative to the language root."""

    sort: Sort
    language: str
    address: str
    path: str
    kind: str = ""
    id: str = ""
    number: int = 1


@dataclass(frozen=True, slots=True)
class Searchable:
    """What the search index may know of a page: plain title, main HTML, other names, facets."""

    title: str
    main: str
    names: tuple[str, ...]
    filters: Mapping[str, tuple[str, ...]]
    weight: float
    dated: str | None


@dataclass(frozen=True, slots=True)
class Made:
    """A finished page. `search` is None for pages that search leaves out."""

    address: str
    html: str
    search: Searchable | None


@dataclass(frozen=True)
class Studio:
    """All it takes to make pages."""

    world: World
    host: HostPages
    theme: Path
    land: str

    def shell(self, job: Job) -> Shell:
        """The host page or shell a job is filled into."""
        return self.host.pages[job.language][job.path]


def plan(world: World, host: HostPages) -> tuple[Job, ...]:
    """Every page of the site in a stable order."""
    return tuple(job for language in world.settings.languages for job in _of_language(world, host, language))


def _of_language(world: World, host: HostPages, language: str) -> Iterator[Job]:
    special: dict[str, Sort] = {
        "index.html": "home",
        "glossary.html": "glossary",
        "sources.html": "sources",
        "search.html": "search",
        "ceds/method.html": "method",
        "ceds/index.html": "ceds",
        "ceds/compare.html": "compare",
        "ceds/assess.html": "assess",
    }
    lists = {f"{kind.folder}/index.html": kind.name for kind in KINDS.values() if kind.paged}
    for path in sorted(host.pages[language]):
        address = f"{language}/{path}"
        if path.rpartition("/")[2].startswith("_"):
            continue
        if path in lists:
            for number in range(1, listing.pages_needed(len(listing.arranged(world, language, lists[path]))) + 1):
                yield Job(
                    "list", language, routes.list_page(language, lists[path], number), path, lists[path], number=number
                )
        else:
            yield Job(special.get(path, "made" if path in made_pages.BODIES else "prose"), language, address, path)
    for kind in KINDS.values():
        if not kind.paged:
            continue
        for id, record_ in world.catalog.records[kind.name].items():
            shell = routes.shell(kind.name)
            yield Job("record", language, routes.record_page(language, kind.name, id), shell, kind.name, id)
            for former in record_.former_ids:
                yield Job("moved", language, routes.record_page(language, kind.name, former), shell, kind.name, id)
    yield from _of_runs(world, language)


def _of_runs(world: World, language: str) -> Iterator[Job]:
    """A page for each published or withdrawn CeDS run, and one for each of their cities."""
    known = world.catalog.assessments
    for city in dict.fromkeys(each.city for each in known):
        yield Job("runs", language, routes.runs_page(language, city), routes.RUN_SHELL, "city", city)
    for each in known:
        key = key_of(each)
        yield Job("run", language, routes.run_page(language, each), routes.RUN_SHELL, "assessment", key)
        for number in range(1, ceds_pages.roadmap_pages(world, each) + 1):
            address = routes.roadmap_page(language, each, number)
            yield Job("roadmap", language, address, routes.RUN_SHELL, "assessment", key, number)


def tells_results(world: World, job: Job) -> bool:
    """Whether a page of runs has something to show: not where a city took them back, or where its roadmap does not go so far."""
    if job.sort == "roadmap":
        return job.number <= ceds_pages.roadmap_length(world, job.id)
    if job.sort == "run":
        return job.id in world.shown_runs
    return any(each.assessment.city == job.id for each in world.runs)


def make(studio: Studio, job: Job) -> Made:
    """One page, finished."""
    page = Page(studio.world, job.language, job.address)
    return _MAKERS[job.sort](studio, job, page)


def _filled(studio: Studio, job: Job, page: Page, head: Head, slots: Mapping[str, str]) -> str:
    values: dict[str, str] = {
        "head": html(head, studio.world.settings),
        "switch": frame.switch(page, head.languages),
        "notice": Markup(""),
        "toc": Markup(""),
        "edit": Markup(""),
        "body": Markup(""),
        "title": head.title,
    }
    return studio.shell(job).fill(values | dict(slots))


def _record(studio: Studio, job: Job, page: Page) -> Made:
    record_ = studio.world.catalog.records[job.kind][job.id]
    body = fill(studio.theme, "record", record.view(page, record_))
    title = texts.said(record_.heading, page.language, record_.original).text
    summary: Mapping[str, str] | None = getattr(record_, "summary", None)
    description = (
        texts.plain(summary, page.language, record_.original)[:300]
        if summary
        else f"{title} · {page.t(labels.KIND[record_.kind][0])}"
    )
    head = Head(
        job.address,
        title,
        description,
        languages_of(record_, studio.world.settings.languages),
        page.site_name,
        routes.data_twin(record_),
        linked_data.linked_data(page, record_),
        indexed=not record_.is_example,
    )
    page_html = _filled(studio, job, page, head, {"body": body, "edit": frame.edit_record(page, record_)})
    return Made(
        job.address,
        page_html,
        None if record_.is_example or record_.withdrawn else _searchable(page, record_, title, body),
    )


def _moved(studio: Studio, job: Job, page: Page) -> Made:
    """A former address of a record: leads on at once, and by a link for those whose browser does not."""
    record_ = studio.world.catalog.records[job.kind][job.id]
    target = routes.record_page(job.language, job.kind, job.id)
    title = texts.said(record_.heading, page.language, record_.original).text
    return _leads_on(studio, job, page, page.t("This page has moved."), target, title)


def _leads_on(studio: Studio, job: Job, page: Page, said: str, target: str, title: str) -> Made:
    head = Head(job.address, title, "", (job.language,), page.site_name, indexed=False, moved_to=target)
    body = frame.moved(page, said, page.href(target), title)
    return Made(job.address, _filled(studio, job, page, head, {"body": body}), None)


def languages_of(record_: Record, languages: tuple[str, ...]) -> tuple[str, ...]:
    """The languages a record's page really is in, the original first."""
    translated = [each for each in languages if texts.is_translated(record_, each)]
    return tuple(sorted(translated, key=lambda each: (each != record_.original, languages.index(each)))) or (
        languages[0],
    )


def _searchable(page: Page, record_: Record, title: str, body: Markup) -> Searchable:
    names = [
        *record_.heading.values(),
        *getattr(record_, "also", ()),
        *(getattr(record_, "official", None) or {}).values(),
    ]
    for words in (getattr(record_, "synonyms", None) or {}).values():
        names += words
    abbreviation = getattr(record_, "abbreviation", None)
    others = tuple(dict.fromkeys(each for each in [*names, *([abbreviation] if abbreviation else [])] if each != title))
    return Searchable(
        title,
        str(body),
        others,
        frame.facets(page, record_),
        KINDS[record_.kind].weight,
        (record_.reviewed or record_.added).start.first_day,
    )


def _list(studio: Studio, job: Job, page: Page) -> Made:
    view = listing.view(page, job.kind, job.number, studio.land)
    title = studio.host.titles[job.language][job.path]
    if job.number > 1:
        title = page.t("{title}, page {number}", title=title, number=page.t.number(job.number))
    return _host_page(studio, job, page, title, {"body": fill(studio.theme, "list", view)})


def _home(studio: Studio, job: Job, page: Page) -> Made:
    return _host_page(
        studio,
        job,
        page,
        studio.host.titles[job.language][job.path],
        {"body": fill(studio.theme, "home", home.home(page, studio.land))},
    )


def _reference(studio: Studio, job: Job, page: Page) -> Made:
    view = reference.glossary(page) if job.sort == "glossary" else reference.bibliography(page)
    body = fill(studio.theme, "reference", view)
    title = studio.host.titles[job.language][job.path]
    made = _host_page(studio, job, page, title, {"body": body})
    return Made(made.address, made.html, Searchable(title, str(body), (), {"kind": (title,)}, 1.0, None))


def _search(studio: Studio, job: Job, page: Page) -> Made:
    return _host_page(studio, job, page, studio.host.titles[job.language][job.path], {"body": frame.search_body(page)})


def _method(studio: Studio, job: Job, page: Page) -> Made:
    body = fill(studio.theme, "method", method.view(page)) if studio.world.catalog.records["framework"] else Markup("")
    title = studio.host.titles[job.language][job.path]
    made = _host_page(studio, job, page, title, {"body": body})
    return Made(made.address, made.html, Searchable(title, str(body), (), {"kind": (page.t("Page"),)}, 1.0, None))


def _ceds(studio: Studio, job: Job, page: Page) -> Made:
    """The door of CeDS, comparison and assessment: prose, then a body made from the instrument and the runs."""
    body = ceds_pages.body(page, studio.theme, job.sort) if studio.world.catalog.records["framework"] else Markup("")
    title = studio.host.titles[job.language][job.path]
    made = _host_page(studio, job, page, title, {"body": body})
    # Search knows the prose alone: the body names invented cities, which stay out of search, and the whole questionnaire.
    main = frame.main_of(made.html.replace(str(body), "", 1))
    return Made(made.address, made.html, Searchable(title, main, (), {"kind": (page.t("Page"),)}, 1.5, None))


def _made(studio: Studio, job: Job, page: Page) -> Made:
    """Prose with a body made from records."""
    found = made_pages.BODIES[job.path](page, studio.theme)
    title = studio.host.titles[job.language][job.path]
    made = _host_page(studio, job, page, title, {"body": found.html})
    main = frame.main_of(made.html)
    for hidden in found.not_searched:
        main = main.replace(str(hidden), "", 1)
    return Made(made.address, made.html, Searchable(title, main, (), {"kind": (page.t("Page"),)}, 1.5, None))


def _run(studio: Studio, job: Job, page: Page) -> Made:
    """A CeDS run, or all runs of a city. What is invented or withdrawn stays out of search."""
    shown = ceds_pages.run_page(page, studio.theme, job.sort, job.id)
    languages = studio.world.settings.languages
    head = Head(
        job.address,
        shown.title,
        shown.line,
        languages,
        page.site_name,
        shown.twin,
        indexed=shown.indexed,
    )
    html = _filled(studio, job, page, head, {"body": shown.body})
    search = Searchable(shown.title, str(shown.body), (), {"kind": (page.t("CeDS run"),)}, 2.0, shown.date)
    return Made(job.address, html, search if shown.indexed else None)


def _roadmap(studio: Studio, job: Job, page: Page) -> Made:
    """Steps of a roadmap. Search leaves them out: the page of the run is found, and leads to them."""
    shown = ceds_pages.roadmap_page(page, studio.theme, job.id, job.number)
    if shown is None:
        return _moved_to_run(studio, job, page)
    languages = studio.world.settings.languages
    head = Head(job.address, shown.title, shown.line, languages, page.site_name, shown.twin, indexed=shown.indexed)
    return Made(job.address, _filled(studio, job, page, head, {"body": shown.body}), None)


def _moved_to_run(studio: Studio, job: Job, page: Page) -> Made:
    """A page that the roadmap of a run does not need, or no longer."""
    run = next(each for each in studio.world.catalog.assessments if key_of(each) == job.id)
    said = page.t("The roadmap of this run has no such page.")
    return _leads_on(studio, job, page, said, routes.run_page(job.language, run), run_title(page, run))


def _prose(studio: Studio, job: Job, page: Page) -> Made:
    title = studio.host.titles[job.language][job.path]
    made = _host_page(studio, job, page, title, {})
    main = frame.main_of(made.html)
    return Made(made.address, made.html, Searchable(title, main, (), {"kind": (page.t("Page"),)}, 1.5, None))


def _feed(job: Job) -> str | None:
    """The feed that a page announces: a list that of its kind, the home page that of everything."""
    if job.sort == "list" and job.kind in routes.FED:
        return routes.feed(job.language, job.kind)
    return routes.feed(job.language) if job.sort == "home" else None


def _host_page(studio: Studio, job: Job, page: Page, title: str, slots: Mapping[str, str]) -> Made:
    settings = studio.world.settings
    languages = tuple(
        each
        for each in settings.languages
        if job.path in studio.host.pages[each] and job.path not in studio.host.fallbacks.get(each, frozenset())
    )
    original = settings.default_language
    ordered = tuple(sorted(languages, key=lambda each: (each != original, settings.languages.index(each)))) or (
        original,
    )
    description = studio.host.descriptions.get(job.language, {}).get(job.path, "")
    feed = _feed(job)
    head = Head(job.address, title, description, ordered, page.site_name, feed=feed)
    frame_slots: dict[str, Any] = {
        "edit": frame.edit_prose(page, studio.host.sources.get(job.language, {}).get(job.path, ""))
    }
    if job.path in studio.host.fallbacks.get(job.language, frozenset()):
        frame_slots["notice"] = frame.fallback_notice(page, original)
    return Made(job.address, _filled(studio, job, page, head, frame_slots | dict(slots)), None)


_MAKERS = {
    "record": _record,
    "moved": _moved,
    "list": _list,
    "home": _home,
    "glossary": _reference,
    "sources": _reference,
    "search": _search,
    "method": _method,
    "ceds": _ceds,
    "compare": _ceds,
    "assess": _ceds,
    "run": _run,
    "runs": _run,
    "roadmap": _roadmap,
    "made": _made,
    "prose": _prose,
}
