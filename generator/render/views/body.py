"""An organisation's page, and a topic's: what they are and everything that belongs to them."""

from __future__ import annotations

from collections import defaultdict

from generator.derive.sessions import is_exact, sessions
from generator.model.body import Body
from generator.model.knowledge import Topic
from generator.render import labels, markup, routes
from generator.render.context import Page
from generator.render.views.common import related, unknown
from generator.render.views.parts import Fact, Items, Section


def facts(page: Page, body: Body) -> list[Fact]:
    """Form, place, founding, website."""
    t = page.t
    found = [Fact(t("Kind"), (t(labels.BODY_FORM[body.form]),))]
    if body.abbreviation:
        found.append(Fact(t("Abbreviation"), (body.abbreviation,)))
    if body.country:
        found.append(Fact(t("Country"), (t.country(body.country),)))
    if body.city:
        found.append(Fact(t("City"), (page.to("city", body.city),)))
    if body.founded:
        found.append(Fact(t("Founded"), (t.when(body.founded),)))
    if body.part_of:
        found.append(Fact(t("Part of"), page.each("body", body.part_of)))
    if body.address:
        found.append(Fact(t("Website"), (markup.out(body.address, body.address.split("/")[2]),)))
    if body.also:
        found.append(Fact(t("Other names"), (", ".join(body.also),)))
    return found


def sections(page: Page, body: Body) -> list[Section]:
    """Programmes, practices, members, parts."""
    relations, t, key = page.world.relations, page.t, ("body", body.id)
    found = [
        related(
            page, "programmes", t("Training it organises or supports"), "programme", relations.to(key, "programme")
        ),
        related(page, "practices", t("Practices"), "practice", relations.to(key, "practice")),
        related(page, "studies", t("Feasibility studies"), "study", relations.to(key, "study")),
        _members(page, body),
        related(page, "parts", t("Its parts and offices"), "body", relations.to(key, "body", "part_of")),
        unknown(page, body, body.unknown),
    ]
    return [section for section in found if section]


def _members(page: Page, body: Body) -> Section | None:
    """Cities by region, names only: the dates and roles stand on their own pages."""
    cities = page.world.catalog.cities
    by_region: dict[str, list[str]] = defaultdict(list)
    for id in page.world.relations.to(("body", body.id), "city", "memberships"):
        by_region[cities[id].region].append(id)
    if not by_region:
        return None
    lines = tuple(
        markup.spaced(
            f"{page.t(labels.REGION[region])} ({page.t.number(len(ids))}):", markup.joined(page.each("city", ids))
        )
        for region, ids in sorted(by_region.items(), key=lambda each: -len(each[1]))
    )
    return Section("cities", page.t("Cities named as members or participants"), (Items(lines),))


def topic_facts(page: Page, topic: Topic) -> list[Fact]:
    """Wider and narrower topics, other words."""
    t = page.t
    found = []
    if topic.broader:
        found.append(Fact(t("Belongs to"), (page.to("topic", topic.broader),)))
    if narrower := page.world.relations.to(("topic", topic.id), "topic", "broader"):
        found.append(Fact(t("Includes"), page.each("topic", narrower)))
    words = topic.synonyms.get(page.language, ())  # type: ignore[call-overload]
    if words:
        found.append(Fact(t("Also called"), (", ".join(words),)))
    programmes = page.world.catalog.programmes
    taught = (programmes[id] for id in page.world.relations.to(("topic", topic.id), "programme"))
    if any(
        is_exact(each.session)
        for each in sessions(taught)
        if topic.id in (*each.programme.topics, *each.session.topics)
    ):
        file = page.href(routes.calendar(page.language, "topic", topic.id))
        found.append(Fact(t("Calendar"), (markup.link(file, t("Training on it (.ics)")),)))
    if terms := page.world.relations.to(("topic", topic.id), "term"):
        found.append(Fact(t("In the glossary"), page.each("term", terms)))
    return found


def topic_sections(page: Page, topic: Topic) -> list[Section]:
    """Everything on the topic by kind."""
    relations, t, key = page.world.relations, page.t, ("topic", topic.id)
    found = [
        related(page, "practices", t("Practices"), "practice", relations.to(key, "practice")),
        related(page, "programmes", t("Training"), "programme", relations.to(key, "programme")),
        related(page, "systems", t("City systems, each with its guide"), "system", relations.to(key, "system")),
        related(page, "studies", t("Feasibility studies"), "study", relations.to(key, "study")),
        related(page, "modules", t("eGovFrame modules"), "module", relations.to(key, "module")),
    ]
    return [section for section in found if section]
