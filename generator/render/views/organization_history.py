"""The history of WeGO as a timeline: events and agreements by year, with a filter by kind for those who have JavaScript.

In: event and agreement records. Out: `HistoryView`. Not here: the filter itself (theme/assets/wego/facets.js).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final

from markupsafe import Markup

from generator.model.organization import Agreement, Event
from generator.render import labels, labels_wego
from generator.render.context import Page
from generator.render.views.listing_facets import facets_data
from generator.render.views.organization import entry, figure_facts, place_fact, shown
from generator.render.views.parts import Entry, Fact, SourceEntry

NAMED: Final = 12
"""Up to so many cities of an event are named; more are counted and linked from their own pages."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One event or agreement. `marks` is its kind, as the filter script reads it."""

    entry: Entry
    when: str
    form: str
    marks: str


@dataclass(frozen=True, slots=True)
class Year:
    """The events of one year."""

    id: str
    title: str
    count: str
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class HistoryView:
    """The timeline below its prose."""

    count: str = field(metadata={"help": "How many entries there are."})
    years: tuple[Year, ...] = field(metadata={"help": "Events by year, oldest first."})
    index_label: str = field(metadata={"help": "Accessible name of the index of years."})
    facets: Markup = field(metadata={"help": "Data block for the filter script."})
    facets_label: str = field(metadata={"help": "Accessible name of the filter."})
    facets_script: str = field(metadata={"help": "Address of the filter script."})
    sources_label: str = field(metadata={"help": "Heading of the sources."})
    sources: tuple[SourceEntry, ...] = field(metadata={"help": "Every source cited on the page, numbered."})


def history_view(page: Page) -> HistoryView:
    """All events and agreements, by year."""
    t = page.t
    records: list[Event | Agreement] = [*shown(page, "event", Event), *shown(page, "agreement", Agreement)]
    records.sort(key=lambda each: (each.when.sort_key, each.id))
    years = tuple(
        _year(page, year, tuple(_moment(page, each) for each in found))
        for year, found in groupby(records, key=lambda each: each.when.year)
    )
    return HistoryView(
        count=t.count("{number} entry", "{number} entries", len(records)),
        years=years,
        index_label=t("Years"),
        facets=_facets(page, [moment for year in years for moment in year.moments]),
        facets_label=t("Filter"),
        facets_script=page.href("assets/wego/facets.js"),
        sources_label=t("Sources"),
        sources=page.sources(),
    )


def _year(page: Page, year: int | None, moments: tuple[Moment, ...]) -> Year:
    title = page.t.year(year) if year else page.t("Year not known")
    return Year(f"year-{year or 'unknown'}", title, page.t.number(len(moments)), moments)


def _moment(page: Page, record: Event | Agreement) -> Moment:
    t = page.t
    form = record.form if isinstance(record, Event) else "agreement"
    said = _event(page, record) if isinstance(record, Event) else _agreement(page, record)
    return Moment(said, t.when(record.when), t(labels_wego.EVENT_FORM[form]), f"form={form}")


def _agreement(page: Page, record: Agreement) -> Entry:
    facts = [Fact(page.t("Partners"), page.each("body", record.partners)), *place_fact(page, record)]
    # The agreement's own entry, with what is not known, stands on its page; an id may stand on one page only once.
    made = entry(page, record, facts, page.inline(record.summary, record), title=page.to("agreement", record.id))
    return replace(made, id=f"agreement-{made.id}")


def _event(page: Page, record: Event) -> Entry:
    t = page.t
    facts = place_fact(page, record)
    if record.motto:
        facts.append(Fact(t("Motto"), (page.inline(record.motto, record),)))
    facts += figure_facts(page, record, record.figures)
    if record.cities:
        named = page.each("city", record.cities)
        label = t("Cities named")
        many = len(named) > NAMED
        facts.append(Fact(f"{label} ({t.number(len(named))})" if many else label, (Markup(", ").join(named),)))
    others = [each for each in record.bodies if each != "wego"]
    if others:
        facts.append(Fact(t("Organisations"), page.each("body", others)))
    if record.programmes:
        facts.append(Fact(t("Training"), page.each("programme", record.programmes)))
    if record.award:
        facts.append(Fact(t("WeGO Awards"), (page.to("award", record.award),)))
    if record.office:
        facts.append(Fact(t("Office"), (page.to("office", record.office),)))
    return entry(page, record, facts, page.inline(record.summary, record))


def _facets(page: Page, moments: list[Moment]) -> Markup:
    t = page.t
    present = {moment.marks.partition("=")[2] for moment in moments}
    options = [(form, t(label)) for form, label in labels_wego.EVENT_FORM.items() if form in present]
    facets = [{"name": "form", "label": t(labels.FACET["form"]), "options": options}]
    return facets_data(page, facets)
