"""What helps with a system of the roadmap: practices of cities most alike, training, eGovFrame modules, the first question of a study.

In: a page, its words, a system. Out: remedies. Not here: which systems have any on the page (`run_steps`), all of them (the guide).
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Final

from markupsafe import Markup

from generator.derive.alike import nearest_first
from generator.model.framework import System
from generator.model.practice import Practice
from generator.model.programme import Programme
from generator.render import markup, texts
from generator.render.context import Page
from generator.render.views import brief
from generator.render.views.ceds_parts import Remedy
from generator.render.views.ceds_speech import Speech

MOST: Final = 3
"""So many practices and modules are named in the whole roadmap; the guide has the others."""
MOST_PROGRAMMES: Final = 2
"""Few programmes serve many systems, so they come again and again."""


def programmes_of(page: Page, system: System) -> tuple[str, ...]:
    """The training that is named beside a system."""
    known = page.world.catalog.programmes
    return tuple(id for id in system.kit.programmes if not known[id].withdrawn)[:MOST_PROGRAMMES]


def remedies(
    page: Page, speech: Speech, city: str, system: System, told: Container[str], most: int = MOST
) -> Iterator[Remedy]:
    """What helps `city` with a system, of practices and modules at `most` so many; when training takes place is said of programmes not yet `told`."""
    t, kit, catalog = page.t, system.kit, page.world.catalog
    known = dict.fromkeys((*kit.practices, *((system.example,) if system.example else ())))
    practices = nearest_first(catalog, city, (id for id in known if not catalog.practices[id].withdrawn))
    modules = [id for id in kit.modules if not catalog.modules[id].withdrawn]
    if practices:
        yield Remedy(
            speech("remedy.practices"),
            tuple((page.to("practice", id), _place(page, catalog.practices[id])) for id in practices[:most]),
        )
    if programmes := programmes_of(page, system):
        dates = ("" if id in told else _latest(page, catalog.programmes[id]) for id in programmes)
        yield Remedy(speech("remedy.programmes"), tuple(zip(page.each("programme", programmes), dates, strict=True)))
    if modules:
        yield Remedy(t("eGovFrame"), ((markup.joined(page.each("module", modules[:most])), ""),))
    if kit.study_themes:
        yield Remedy(t("A study would ask"), ((_study(page, system), ""),))


def _place(page: Page, practice: Practice) -> str:
    """Where it was done, unless its title says so."""
    place = brief.places(page, practice)
    return "" if place in texts.said(practice.title, page.language, practice.original).text else place


def _study(page: Page, system: System) -> Markup:
    return texts.inline(system.kit.study_themes[0], page.language, system.original)


def _latest(page: Page, programme: Programme) -> str:
    """When it last took place, or will."""
    dates = sorted((each.when for each in programme.sessions), key=lambda each: each.start.first_day)
    return page.t("latest session: {date}", date=page.t.when(dates[-1])) if dates else ""
