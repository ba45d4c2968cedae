"""What a row of a list says of a record, by kind: where and when, its group, the facet values it has.

In: a page and a record. Out: meta, group and facets. Not here: the list (`listing`), how values are called (`listing_facets`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from generator.model.award import Award
from generator.model.body import Body
from generator.model.city import City
from generator.model.framework import System
from generator.model.knowledge import Topic
from generator.model.module import Module
from generator.model.practice import Practice
from generator.model.programme import Programme
from generator.model.study import Study
from generator.render import labels, texts
from generator.render.context import Page
from generator.render.views import brief, known

Facets = Mapping[str, tuple[str, ...]]


def _city(page: Page, city: City) -> tuple[str, str, Facets]:
    roles = tuple(dict.fromkeys(each.role for each in city.memberships))
    return brief.meta(page, city), city.region, {"region": (city.region,), "membership": roles}


def _practice(page: Page, practice: Practice) -> tuple[str, str, Facets]:
    return (
        brief.meta(page, practice),
        _widest(page, practice.topics[0]),
        {"topic": practice.topics, "city": practice.cities},
    )


def _widest(page: Page, topic: str) -> str:
    """The topic at the top of the tree that `topic` belongs to: a few groups instead of one for each practice."""
    seen = {topic}
    while (wider := page.world.catalog.topics[topic].broader) and wider not in seen:
        seen.add(wider)
        topic = wider
    return topic


def _programme(page: Page, programme: Programme) -> tuple[str, str, Facets]:
    body = page.world.catalog.bodies[programme.organiser]
    organiser = body.abbreviation or texts.said(body.name, page.language).text
    meta = " · ".join(part for part in (brief.span(page, programme), organiser) if part)
    years = tuple(sorted({str(each.when.year) for each in programme.sessions if each.when.year}))
    facets = {
        "topic": programme.topics,
        "organiser": (programme.organiser,),
        "mode": (programme.mode,),
        "audience": programme.audiences or ("not-known",),
        "language": programme.languages,
        "year": years,
    }
    return meta, programme.form, facets


def _module(page: Page, module: Module) -> tuple[str, str, Facets]:
    category = f"{module.environment}--{module.category}"
    meta = module.artifact or (module.packages[0] if module.packages else page.t(labels.MODULE_FORM[module.form]))
    return meta, category, {"environment": (module.environment,), "category": (module.category,)}


def _body(page: Page, body: Body) -> tuple[str, str, Facets]:
    return page.t.country(body.country) if body.country else "", body.form, {"form": (body.form,)}


def _topic(page: Page, topic: Topic) -> tuple[str, str, Facets]:
    number = len(page.world.relations.to(("topic", topic.id), "practice"))
    return page.t.count(*labels.COUNTED["practice"], number) if number else "", "", {}


def _system(page: Page, system: System) -> tuple[str, str, Facets]:
    facets = {"area": (system.area,), "known": known.marks(page, system), "horizon": (system.horizon,)}
    return known.counts(page, system), system.area, {**facets, "topic": system.topics}


def _award(page: Page, award: Award) -> tuple[str, str, Facets]:
    return brief.meta(page, award), "", {}


def _study(page: Page, study: Study) -> tuple[str, str, Facets]:
    return brief.meta(page, study), study.form, {"topic": study.topics}


ROWS: Final[Mapping[str, Callable[[Page, Any], tuple[str, str, Facets]]]] = MappingProxyType(
    {
        "city": _city,
        "practice": _practice,
        "programme": _programme,
        "module": _module,
        "body": _body,
        "topic": _topic,
        "system": _system,
        "award": _award,
        "study": _study,
    }
)
