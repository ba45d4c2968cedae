"""What a row of a list says of a record, by kind: where and when, its group, the facet values it has.

In: a page and a record. Out: meta and facets; the group alone, because ordering a long list asks for nothing else. Not here: the list (`listing`), how values are called (`listing_facets`).
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
from generator.render.context import Page, World
from generator.render.views import brief, known

Facets = Mapping[str, tuple[str, ...]]


def _city(page: Page, city: City) -> tuple[str, Facets]:
    roles = tuple(dict.fromkeys(each.role for each in city.memberships))
    return brief.meta(page, city), {"region": (city.region,), "membership": roles}


def _practice(page: Page, practice: Practice) -> tuple[str, Facets]:
    return brief.meta(page, practice), {"topic": practice.topics, "city": practice.cities}


def _programme(page: Page, programme: Programme) -> tuple[str, Facets]:
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
    return meta, facets


def _module(page: Page, module: Module) -> tuple[str, Facets]:
    meta = module.artifact or (module.packages[0] if module.packages else page.t(labels.MODULE_FORM[module.form]))
    return meta, {"environment": (module.environment,), "category": (module.category,)}


def _body(page: Page, body: Body) -> tuple[str, Facets]:
    return page.t.country(body.country) if body.country else "", {"form": (body.form,)}


def _topic(page: Page, topic: Topic) -> tuple[str, Facets]:
    number = len(page.world.relations.to(("topic", topic.id), "practice"))
    return page.t.count(*labels.COUNTED["practice"], number) if number else "", {}


def _system(page: Page, system: System) -> tuple[str, Facets]:
    facets = {"area": (system.area,), "known": known.marks(page, system), "horizon": (system.horizon,)}
    return known.counts(page, system), {**facets, "topic": system.topics}


def _award(page: Page, award: Award) -> tuple[str, Facets]:
    return brief.meta(page, award), {}


def _study(page: Page, study: Study) -> tuple[str, Facets]:
    return brief.meta(page, study), {"topic": study.topics}


ROWS: Final[Mapping[str, Callable[[Page, Any], tuple[str, Facets]]]] = MappingProxyType(
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

GROUPS: Final[Mapping[str, Callable[[World, Any], str]]] = MappingProxyType(
    {
        "city": lambda _, city: city.region,
        "practice": lambda world, practice: _widest(world, practice.topics[0]),
        "programme": lambda _, programme: programme.form,
        "module": lambda _, module: f"{module.environment}--{module.category}",
        "body": lambda _, body: body.form,
        "system": lambda _, system: system.area,
        "study": lambda _, study: study.form,
    }
)
"""The group of a record, for the kinds whose lists have groups."""


def _widest(world: World, topic: str) -> str:
    """The topic at the top of the tree that `topic` belongs to: a few groups instead of one for each practice."""
    seen = {topic}
    while (wider := world.catalog.topics[topic].broader) and wider not in seen:
        seen.add(wider)
        topic = wider
    return topic
