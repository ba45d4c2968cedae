"""Agreements, offices, purposes, charter, plans, judgements and disagreements: each kind on one page.

In: records of the organisation. Out: sections. Not here: timeline, governance, members (modules of their own).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from markupsafe import Markup

from generator.model.judgement import Disagreement, Judgement, Outcome, Plan
from generator.model.organization import Agreement, Chapter, Office, Purpose
from generator.model.record import Record
from generator.render import labels, labels_wego, markup
from generator.render.context import Page
from generator.render.views.organization import (
    SectionsView,
    disagreement_entry,
    entries,
    entry,
    place_fact,
    sections_view,
    shown,
)
from generator.render.views.parts import Entries, Entry, Fact, Section, Table


def agreements_view(page: Page) -> SectionsView:
    """Agreements by date."""
    t = page.t
    found = sorted(shown(page, "agreement", Agreement), key=lambda each: (each.when.sort_key, each.id))
    made = [
        entry(
            page,
            each,
            [
                Fact(t("When"), (t.when(each.when),)),
                Fact(t("Partners"), page.each("body", each.partners)),
                *place_fact(page, each),
            ],
            page.inline(each.summary, each),
        )
        for each in found
    ]
    return sections_view(page, [entries("by-date", t("Agreements by date"), made)])


def offices_view(page: Page) -> SectionsView:
    """A table of the offices, then each with what it did."""
    t = page.t
    found = sorted(
        shown(page, "office", Office), key=lambda each: (each.opened.sort_key if each.opened else "9999", each.id)
    )
    rows = tuple(
        (
            markup.link(f"#{each.id}", page.name_of(each)),
            page.to("city", each.city) if each.city else t("not known"),
            t.when(each.opened) if each.opened else t("not known"),
        )
        for each in found
    )
    table = Table(t("Offices by the date they opened"), (t("Office"), t("City"), t("Opened")), rows)
    made = [entry(page, each, _office(page, each), page.inline(each.summary, each)) for each in found]
    return sections_view(
        page, [Section("overview", t("Overview"), (table,)), entries("one-by-one", t("Offices one by one"), made)]
    )


def _office(page: Page, office: Office) -> list[Fact]:
    t = page.t
    found = []
    if office.city:
        found.append(Fact(t("City"), (page.to("city", office.city),)))
    found.append(Fact(t("Opened"), (t.when(office.opened) if office.opened else t("not known"),)))
    regions = tuple(t(labels.REGION[each]) for each in office.regions)
    if regions or office.serves:
        found.append(Fact(t("Serves"), regions or (page.inline(office.serves or {}, office),)))
    if office.body:
        found.append(Fact(t("Organisation"), (page.to("body", office.body),)))
    if office.programmes:
        found.append(Fact(t("Training it gave"), page.each("programme", office.programmes)))
    return found


def purposes_view(page: Page) -> SectionsView:
    """Purpose, roles, aims, strategies, benefits: each a numbered list."""
    t = page.t
    found = shown(page, "purpose", Purpose)
    sections = []
    for form, label in labels_wego.PURPOSE_FORM.items():
        here = sorted((each for each in found if each.form == form), key=lambda each: each.number)
        sections.append(entries(form, t(label), [_purpose(page, each) for each in here]))
    return sections_view(page, sections)


def _purpose(page: Page, purpose: Purpose) -> Entry:
    facts = []
    if purpose.bodies:
        facts.append(Fact(page.t("Organisations"), page.each("body", purpose.bodies)))
    if purpose.programmes:
        facts.append(Fact(page.t("Training"), page.each("programme", purpose.programmes)))
    title = markup.spaced(f"{page.t.number(purpose.number)}.", page.name_of(purpose))
    return entry(page, purpose, facts, page.inline(purpose.summary, purpose), title=title)


ROMAN: Final = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def charter_view(page: Page) -> SectionsView:
    """The charter chapter by chapter."""
    t, sections = page.t, []
    for chapter in sorted(shown(page, "chapter", Chapter), key=lambda each: each.number):
        number = ROMAN[chapter.number] if chapter.number < len(ROMAN) else t.number(chapter.number)
        title = t("Chapter {number}", number=number)
        facts = [Fact(t("Organs"), page.each("organ", chapter.organs))] if chapter.organs else []
        told = entry(page, chapter, facts, page.inline(chapter.summary, chapter), title=Markup(page.name_of(chapter)))
        told = replace(
            told, items=tuple(page.inline(each, chapter) for each in chapter.provisions), items_label=t("It provides")
        )
        sections.append(Section(f"chapter-{chapter.number}", title, (Entries((told,)),)))
    return sections_view(page, sections)


def plans_view(page: Page) -> SectionsView:
    """Plans by year, each with what is known to have become of it."""
    t = page.t
    found = sorted(shown(page, "plan", Plan), key=lambda each: (each.when.sort_key if each.when else "9999", each.id))
    made = [entry(page, each, _plan(page, each), page.inline(each.summary, each)) for each in found]
    return sections_view(page, [entries("all-plans", t("Plans, and what became of them"), made)])


def _plan(page: Page, plan: Plan) -> list[Fact]:
    t = page.t
    found = [Fact(t("Planned for"), (t.when(plan.when) if plan.when else t("later, without a date"),))]
    found.append(Fact(t("What became of it"), (outcome(page, plan, plan.outcome),)))
    for label, kind, ids in (
        (t("In the history"), "event", plan.events),
        (t("Organisations"), "body", plan.bodies),
        (t("Cities"), "city", plan.cities),
    ):
        if ids:
            found.append(Fact(label, page.each(kind, ids)))
    return found


def outcome(page: Page, record: Record, found: Outcome) -> Markup:
    """The status in a word, then a sentence with its sources."""
    said = markup.marked(page.inline(found.text, record), page.cite(*found.sources))
    return markup.spaced(markup.strong(f"{page.t(labels_wego.OUTCOME[found.status])}."), said)


SWOT: Final = 4
"""Strengths, weaknesses, opportunities, threats."""


def judgements_view(page: Page) -> SectionsView:
    """Assessments, suggestions and recommendations; the four parts of the SWOT stand in a grid of their own."""
    return sections_view(page, (_judged(page, form) for form in labels_wego.JUDGEMENT_FORM), grid=SWOT)


def _judged(page: Page, form: str) -> Section | None:
    t = page.t
    here = sorted(
        (each for each in shown(page, "judgement", Judgement) if each.form == form), key=lambda each: each.number
    )
    made = []
    for each in here:
        since = [Fact(t("Since then"), (outcome(page, each, each.since),))] if each.since else []
        made.append(entry(page, each, since, page.inline(each.summary, each)))
    return entries(form, t(labels_wego.JUDGEMENT_FORM[form]), made)


def disagreements_view(page: Page) -> SectionsView:
    """Every disagreement: the statements, our reading, what it touches."""
    t = page.t
    found = sorted(shown(page, "disagreement", Disagreement), key=_code)
    titles = {"C": t("In the 2017 chapter on WeGO"), "D": t("Between sources")}
    sections = []
    for letter, group in groupby(found, key=lambda each: each.code[:1]):
        made = [_with_touched(page, each) for each in group]
        sections.append(entries(f"list-{letter.lower()}", titles.get(letter, t("Others")), made))
    return sections_view(page, sections)


def _code(record: Disagreement) -> tuple[str, int]:
    return record.code[:1], int(record.code[1:]) if record.code[1:].isdigit() else 0


def _with_touched(page: Page, record: Disagreement) -> Entry:
    made = disagreement_entry(page, record)
    touched = tuple(touching(page, record))
    title = markup.spaced(markup.quiet(record.code), made.title)
    facts = (*made.facts, *((Fact(page.t("Touches"), touched),) if touched else ()))
    unknown = (page.inline(each, record) for each in record.unknown)
    return replace(made, title=title, facts=facts, notes=(*made.notes, *unknown))


def touching(page: Page, record: Disagreement) -> Sequence[Markup]:
    """Links to the records a disagreement touches."""
    return [
        page.to(kind, id)
        for kind, ids in (
            ("organ", record.organs),
            ("chapter", record.chapters),
            ("event", record.events),
            ("agreement", record.agreements),
            ("office", record.offices),
            ("census", record.censuses),
            ("award", record.awards),
            ("study", record.studies),
            ("programme", record.programmes),
            ("body", record.bodies),
            ("city", record.cities),
        )
        for id in ids
    ]
