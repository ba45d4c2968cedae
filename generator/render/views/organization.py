"""What the pages on the organisation share: entries for records, and sources that disagree shown where they matter.

In: records of the organisation. Out: parts of pages. Not here: the pages (`organization_history`, `organization_pages` and others).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar, cast

from markupsafe import Markup

from generator.model.judgement import Disagreement
from generator.model.provenance import Figure
from generator.model.record import Record
from generator.render import labels, markup
from generator.render.context import Page
from generator.render.views.common import figure_rows
from generator.render.views.parts import Entries, Entry, Fact, Linked, Links, Section, SourceEntry

KINDS: Final = (
    "event",
    "agreement",
    "organ",
    "office",
    "chapter",
    "census",
    "purpose",
    "plan",
    "judgement",
    "disagreement",
)
R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class SectionsView:
    """A page of headed parts below its prose."""

    index: tuple[tuple[str, str], ...] = field(
        metadata={"help": "The headings: id and title; empty where there are few."}
    )
    index_label: str = field(metadata={"help": "Accessible name of the index."})
    sections: tuple[Section, ...] = field(metadata={"help": "The parts in order."})
    grid: int = field(metadata={"help": "So many of the first parts stand side by side."})
    sources_label: str = field(metadata={"help": "Heading of the sources."})
    sources: tuple[SourceEntry, ...] = field(metadata={"help": "Every source cited on the page, numbered."})


def sections_view(page: Page, sections: Iterable[Section | None], grid: int = 0) -> SectionsView:
    """Sections as a page; from four on with an index, unless the first ones stand side by side and so are seen at once."""
    shown = tuple(each for each in sections if each)
    index = tuple((each.id, each.title) for each in shown) if len(shown) > 3 and not grid else ()
    return SectionsView(index, page.t("On this page"), shown, grid, page.t("Sources"), page.sources())


def shown(page: Page, kind: str, model: type[R]) -> list[R]:
    """The records of a kind that pages show: no invented and no withdrawn ones."""
    records = cast(Mapping[str, R], page.world.catalog.records[kind])
    return [each for each in records.values() if not each.is_example and not each.withdrawn]


def entry(page: Page, record: Record, facts: Sequence[Fact], lead: Markup, title: Markup | None = None) -> Entry:
    """A record as an entry with its sources, what is not known, and where sources disagree."""
    marks = page.cite(*record.sources)
    unknown = [
        markup.spaced(markup.strong(page.t("Not known:")), page.inline(each, record))
        for each in getattr(record, "unknown", ())
    ]
    notes = (*apart(page, record.kind, record.id), *unknown)
    heading = markup.anchors(record.former_ids) + (title or page.name_of(record))
    return Entry(record.id, markup.marked(heading, marks), tuple(facts), notes, lead)


def entries(id: str, title: str, found: Sequence[Entry]) -> Section | None:
    """Entries under a heading, or nothing."""
    return Section(id, title, (Entries(tuple(found)),)) if found else None


def figure_facts(page: Page, record: Record, figures: Sequence[Figure]) -> list[Fact]:
    """Figures as facts of an entry."""
    found = []
    for what, values, remark in figure_rows(page, record, figures):
        label = what.striptags()
        found.append(Fact(label[:1].upper() + label[1:], (*values, markup.quiet(remark)) if remark else values))
    return found


def disagreements(page: Page, kind: str, id: str) -> list[Disagreement]:
    """The disagreements that touch a record."""
    records = cast(Mapping[str, Disagreement], page.world.catalog.records["disagreement"])
    found = (records[each] for each in page.world.relations.to((kind, id), "disagreement"))
    return [each for each in found if not each.withdrawn]


def apart(page: Page, kind: str, id: str) -> list[Markup]:
    """One paragraph for each disagreement on a record: what each source says, and how this edition reads it."""
    return [_apart(page, each) for each in disagreements(page, kind, id)]


def _apart(page: Page, record: Disagreement) -> Markup:
    sayings = markup.joined(statements(page, record), " · ")
    link = markup.link(page.record_href("disagreement", record.id), page.name_of(record))
    reading = page.inline(record.reading, record) if record.reading else ""
    return markup.spaced(markup.strong(page.t("Sources disagree:")), link, Markup("– ") + sayings, reading)


def statements(page: Page, record: Disagreement) -> list[Markup]:
    """Each statement with the marks of its sources."""
    return [markup.marked(page.inline(each.text, record), page.cite(*each.sources)) for each in record.statements]


def apart_section(page: Page, kind: str, id: str) -> Section | None:
    """The disagreements on a record of a page of its own."""
    found = disagreements(page, kind, id)
    if not found:
        return None
    made = tuple(disagreement_entry(page, each, anchor=f"apart-{each.id}") for each in found)
    return Section("disagree", page.t("Sources disagree"), (Entries(made),))


def disagreement_entry(page: Page, record: Disagreement, anchor: str = "") -> Entry:
    """Statements side by side, then how this edition reads them."""
    facts = [
        Fact(page.t("Statement {number}", number=page.t.number(number)), (each,))
        for number, each in enumerate(statements(page, record), 1)
    ]
    reading = page.inline(record.reading, record) if record.reading else ""
    notes = (markup.spaced(markup.strong(page.t("How we read it:")), reading),) if reading else ()
    return Entry(anchor or record.id, page.name_of(record), tuple(facts), notes)


def in_history(page: Page, kind: str, id: str) -> Section | None:
    """Events and agreements that name a city or body, newest first."""
    catalog, relations = page.world.catalog, page.world.relations
    found: list[Any] = [
        catalog.records[source][each]
        for source in ("event", "agreement")
        for each in relations.to((kind, id), source)
        if not catalog.records[source][each].withdrawn
    ]
    if not found:
        return None
    found.sort(key=lambda each: (each.when.sort_key, each.id), reverse=True)
    made = tuple(
        Linked(page.name_of(each), page.record_href(each.kind, each.id), page.t.when(each.when)) for each in found
    )
    return Section("history", page.t("In the history of WeGO"), (Links(made, compact=True),))


def place_fact(page: Page, record: Any) -> list[Fact]:
    """Where something was, linked where it is a city of the base."""
    if record.where is None:
        return []
    where = page.to("city", record.where) if isinstance(record.where, str) else page.inline(record.where, record)
    return [Fact(page.t("Place"), (where,))]


def kind_name(page: Page, kind: str) -> str:
    """The name of a kind's page."""
    return page.t(labels.KIND[kind][1])
