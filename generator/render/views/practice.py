"""A practice's page: the problem, what was done, what it took, what came of it, what is not known."""

from __future__ import annotations

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
    others = (*practice.related, *relations.to(key, "practice", "related"))
    found = [
        prose(page, practice, "problem", t("The problem"), practice.problem),
        prose(page, practice, "solution", t("What was done"), practice.solution),
        prose(page, practice, "needs", t("What it took"), practice.needs),
        _outcome(page, practice),
        _awards(page, practice),
        unknown(page, practice, practice.unknown),
        related(page, "modules", t("eGovFrame modules that can serve"), "module", practice.modules),
        related(
            page,
            "programmes",
            t("Training on it"),
            "programme",
            (*practice.programmes, *relations.to(key, "programme")),
        ),
        related(
            page,
            "related",
            t("Related practices"),
            "practice",
            tuple(dict.fromkeys(others)) or _of_topic(page, practice),
        ),
    ]
    return [section for section in found if section]


def _of_topic(page: Page, practice: Practice) -> tuple[str, ...]:
    """Without named relations: up to five practices that share most topics, ties by id."""
    practices = page.world.catalog.practices
    shared = {
        id: len(set(practice.topics) & set(other.topics))
        for id, other in practices.items()
        if id != practice.id and not other.is_example
    }
    return tuple(sorted((id for id, number in shared.items() if number), key=lambda id: (-shared[id], id))[:5])


def _outcome(page: Page, practice: Practice) -> Section | None:
    parts: list[Prose | Table] = []
    if practice.outcome:
        parts.append(Prose(page.block(practice.outcome, practice)))
    if practice.results:
        parts.append(figures(page, practice, page.t("Figures, each with its source"), practice.results))
    return Section("outcome", page.t("What came of it"), tuple(parts)) if parts else None


def _awards(page: Page, practice: Practice) -> Section | None:
    if not practice.awards:
        return None
    t = page.t

    def row(each: Recognition) -> tuple[str, ...]:
        prize = markup.spaced(
            t(labels.PRIZE[each.prize]),
            markup.quiet(page.inline(each.note, practice)) if each.note else "",
            page.cite(each.source),
        )
        return t.year(each.award), page.inline(each.category, practice), prize

    return Section(
        "awards",
        t("WeGO Awards"),
        (
            Table(
                t("Place in the WeGO Awards"),
                (t("Edition"), t("Category"), t("Prize")),
                tuple(map(row, practice.awards)),
            ),
        ),
    )
