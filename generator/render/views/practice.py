"""A practice's page: the problem, what was done, what it took, what came of it, what is not known."""

from __future__ import annotations

from markupsafe import Markup

from generator.model.award import Award
from generator.model.practice import Practice, Recognition
from generator.render import labels, markup
from generator.render.context import Page
from generator.render.views.common import figures, prose, related, unknown
from generator.render.views.parts import Fact, Prose, Section, Table


def facts(page: Page, practice: Practice) -> list[Fact]:
    """City, time, topics, technologies."""
    t = page.t
    found = []
    if practice.cities:
        found.append(Fact(t("City"), page.each("city", practice.cities)))
        countries = dict.fromkeys(t.country(page.world.catalog.cities[id].country) for id in practice.cities)
        found.append(Fact(t("Country"), tuple(countries)))
    if practice.bodies:
        found.append(Fact(t("Organisation"), page.each("body", practice.bodies)))
    found.append(Fact(t("When"), (t.when(practice.when) if practice.when else t("not known"),)))
    found.append(Fact(t("Topics"), page.each("topic", practice.topics)))
    if practice.technologies:
        found.append(Fact(t("Technology"), (", ".join(practice.technologies),)))
    if practice.also:
        found.append(Fact(t("Other names"), (", ".join(practice.also),)))
    return found


def sections(page: Page, practice: Practice) -> list[Section]:
    """The same order on every practice."""
    relations, t, key = page.world.relations, page.t, ("practice", practice.id)
    programmes = (*practice.programmes, *relations.to(key, "programme"))
    found = [
        prose(page, practice, "problem", t("The problem"), practice.problem),
        prose(page, practice, "solution", t("What was done"), practice.solution),
        prose(page, practice, "needs", t("What it took"), practice.needs),
        _outcome(page, practice),
        _awards(page, practice),
        unknown(page, practice, practice.unknown),
        related(page, "studies", t("Feasibility studies"), "study", relations.to(key, "study")),
        related(page, "modules", t("eGovFrame modules that can serve"), "module", practice.modules),
        related(page, "programmes", t("Training on it"), "programme", programmes),
        _others(page, practice),
    ]
    return [section for section in found if section]


def _others(page: Page, practice: Practice) -> Section | None:
    """Practices named as related, either way; without any, those that share most topics."""
    key = ("practice", practice.id)
    named = (*practice.related, *page.world.relations.to(key, "practice", "related"))
    if named:
        return related(page, "related", page.t("Related practices"), "practice", named)
    return related(page, "related", page.t("Practices on the same topics"), "practice", page.world.similar.get(key, ()))


def _outcome(page: Page, practice: Practice) -> Section | None:
    parts: list[Prose | Table] = []
    if practice.outcome:
        parts.append(Prose(page.block(practice.outcome, practice)))
    if practice.results:
        parts.append(figures(page, practice, page.t("Figures, each with its source"), practice.results))
    return Section("outcome", page.t("What came of it"), tuple(parts)) if parts else None


def _category(page: Page, place: Recognition) -> Markup | str:
    """The category in the words of its edition."""
    award = page.world.catalog.records["award"][place.award]
    assert isinstance(award, Award)
    name = next((each.name for each in award.categories if each.id == place.category), None)
    return page.inline(name, award) if name else page.t("not known")


def _awards(page: Page, practice: Practice) -> Section | None:
    if not practice.awards:
        return None
    t = page.t

    def row(each: Recognition) -> tuple[str, ...]:
        note = markup.quiet(page.inline(each.note, practice)) if each.note else ""
        prize = markup.marked(markup.spaced(t(labels.PRIZE[each.prize]), note), page.cite(each.source))
        return page.to("award", each.award), _category(page, each), prize

    return Section(
        "awards",
        t("WeGO Awards"),
        (
            Table(
                t("Place in the WeGO Awards"),
                (t("Edition"), t("Award category"), t("Prize")),
                tuple(map(row, practice.awards)),
            ),
        ),
    )
