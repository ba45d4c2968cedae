"""An award's page: an edition with its categories, counts, winners, jury, and what is not known; with its tally where it has papers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from markupsafe import Markup

from generator.derive.tally import has_papers
from generator.model.award import Award, Category
from generator.model.practice import Practice, Recognition
from generator.render import labels, markup
from generator.render.context import Page
from generator.render.views import brief
from generator.render.views.common import figures, listed, unknown
from generator.render.views.parts import Fact, Items, Prose, Section, Table
from generator.render.views.tally import juror_name, tally_sections

_ORDER: Final = ("best", "gold-or-silver", "winner", "not-known")


def facts(page: Page, award: Award) -> list[Fact]:
    """When and where, how many, who judged."""
    t = page.t
    found = [Fact(t("Edition number"), (t.number(award.edition),)), Fact(t("When"), (t.when(award.when),))]
    if award.where is not None:
        place = page.to("city", award.where) if isinstance(award.where, str) else page.inline(award.where, award)
        found.append(Fact(t("Place"), (place,)))
    if award.assembly:
        found.append(Fact(t("Given at"), (page.to("event", award.assembly),)))
    if award.submitted:
        found.append(Fact(t("Projects handed in"), page.statements(award.submitted)))
    if award.winners:
        found.append(Fact(t("Winners"), page.statements(award.winners)))
    for label, when in (
        (t("Applications open"), award.apply),
        (t("Deadline"), award.deadline),
        (t("Announced"), award.announced),
    ):
        if when:
            found.append(Fact(label, (t.when(when),)))
    if award.ceremony:
        found.append(Fact(t("Ceremony"), (t.when(award.ceremony),)))
    return found


def sections(page: Page, award: Award) -> list[Section]:
    """The same order on every edition."""
    t = page.t
    found = [
        Section("categories", t("Categories"), (_categories(page, award),)),
        *(tally_sections(page, award) if has_papers(award) else ()),
        *([] if award.is_example else [_winners(page, award)]),
        _counts(page, award),
        listed(page, award, "procedure", t("How winners were chosen"), award.procedure),
        _jury(page, award),
        unknown(page, award, award.unknown),
    ]
    return [section for section in found if section]


def _categories(page: Page, award: Award) -> Items:
    def line(category: Category) -> Markup:
        name = Markup("<strong>{}</strong>").format(page.inline(category.name, award))
        if not category.criteria:
            return name
        criteria = markup.joined((page.inline(each, award) for each in category.criteria), "; ")
        return Markup("{}: {}").format(name, criteria)

    return Items(tuple(line(each) for each in award.categories))


def winners(page: Page, award: Award) -> list[tuple[Practice, Recognition]]:
    """The places that practices took in the edition, by category and prize."""
    practices = page.world.catalog.practices
    order = {each.id: number for number, each in enumerate(award.categories)}
    found = [
        (practices[id], place)
        for id in page.world.relations.to(("award", award.id), "practice")
        if not practices[id].withdrawn
        for place in practices[id].awards
        if place.award == award.id
    ]
    return sorted(
        found, key=lambda each: (order.get(each[1].category or "", 99), _ORDER.index(each[1].prize), each[0].id)
    )


def _winners(page: Page, award: Award) -> Section | None:
    t = page.t
    names = {each.id: page.inline(each.name, award) for each in award.categories}
    rows = tuple(
        (
            page.to("practice", practice.id),
            brief.places(page, practice) or t("not known"),
            names.get(place.category or "", t("not known")),
            markup.marked(t(labels.PRIZE[place.prize]), page.cite(place.source)),
        )
        for practice, place in winners(page, award)
    )
    if not rows:
        return None
    table = Table(t("Winners this base knows"), (t("Practice"), t("City"), t("Award category"), t("Prize")), rows)
    return Section("winners", t("Known winners"), (table,))


def _counts(page: Page, award: Award) -> Section | None:
    if not award.figures:
        return None
    table = figures(page, award, page.t("Figures, each with its source"), award.figures)
    return Section("figures", page.t("Figures"), (table,))


def _jury(page: Page, award: Award) -> Section | None:
    if not award.jury or award.is_example:
        return None
    return Section("jury", page.t("Jury"), (Items(tuple(_jurors(page, award))), _on_persons(page)))


def _jurors(page: Page, award: Award) -> Iterator[Markup]:
    for juror in award.jury:
        country = page.t.country(juror.country) if juror.country else ""
        name = markup.spaced(juror_name(page, award, juror), markup.quiet(country) if country else "")
        yield markup.marked(name, page.cite(juror.source)) if juror.source else name


def _on_persons(page: Page) -> Prose:
    said = page.t("Named in their public role, from a published source.")
    link = markup.link(page.href(f"{page.language}/about.html#persons"), page.t("Ask for removal"))
    return Prose(Markup("<p>{} {}</p>").format(said, link))
