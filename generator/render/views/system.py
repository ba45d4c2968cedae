"""A system's page: the ready-made guide (kit) to one system a city may build, and what the base knows of it."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.framework import Framework, System
from generator.render import labels
from generator.render.context import Page
from generator.render.views.common import listed, prose, related
from generator.render.views.parts import Fact, Items, Section


def framework(page: Page) -> Framework:
    """The version of the instrument that the base holds."""
    record = next(iter(page.world.catalog.records["framework"].values()))
    assert isinstance(record, Framework)
    return record


def area_names(page: Page) -> Mapping[str, str]:
    """Names of the four areas in the page's language."""
    return {each.id: each.name.get(page.language, each.name["en"]) for each in framework(page).areas}


def facts(page: Page, system: System) -> list[Fact]:
    """Area, horizon, what must be there first."""
    t = page.t
    names = {each.id: each.name for each in framework(page).dimensions}
    found = [
        Fact(t("Area"), (area_names(page)[system.area],)),
        Fact(t("Suggested horizon"), (t(labels.HORIZON[system.horizon]),)),
    ]
    if system.requires:
        found.append(Fact(t("Needs first"), page.each("system", system.requires)))
    if users := page.world.relations.to(("system", system.id), "system", "requires"):
        found.append(Fact(t("Is needed by"), page.each("system", users)))
    found.append(Fact(t("Rests on"), tuple(page.inline(names[each], system) for each in system.enabling)))
    found.append(Fact(t("Topics"), page.each("topic", system.topics)))
    return found


def sections(page: Page, system: System) -> list[Section]:
    """The kit in the order of building, then what others did."""
    t, kit, key = page.t, system.kit, ("system", system.id)
    steps = Section("steps", t("Steps"), (Items(tuple(page.inline(each, system) for each in kit.steps), ordered=True),))
    practices = tuple(dict.fromkeys((*((system.example,) if system.example else ()), *kit.practices)))
    found = [
        prose(page, system, "what", t("What it is"), kit.what),
        listed(page, system, "needs", t("What it needs"), kit.needs),
        steps,
        listed(page, system, "pitfalls", t("Pitfalls"), kit.pitfalls),
        related(page, "practices", t("Practices that did it"), "practice", practices),
        related(page, "known-studies", t("Feasibility studies"), "study", page.world.relations.to(key, "study")),
        related(page, "modules", t("eGovFrame building blocks"), "module", kit.modules),
        related(page, "programmes", t("Training on it"), "programme", kit.programmes),
        _nothing(page, system),
        listed(page, system, "studies", t("What a feasibility study would ask"), kit.study_themes),
    ]
    return [section for section in found if section]


def _nothing(page: Page, system: System) -> Section | None:
    """Says so where the base knows of no practice, building block or course."""
    kit, t = system.kit, page.t
    missing = [
        t("The base knows no practice of this system yet.") if not kit.practices and not system.example else "",
        t("The base knows no eGovFrame building block for it.") if not kit.modules else "",
        t("The base knows no training on it.") if not kit.programmes else "",
    ]
    lines = tuple(each for each in missing if each)
    return Section("unknown", t("What is not known"), (Items(lines),)) if lines else None
