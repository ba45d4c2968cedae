"""The roadmap of a CeDS run: each step with its reason, and what helps with those to begin now.

In: a page, its words, a run whose answers may be shown. Out: a block. Not here: the order of the steps (`derive.roadmap`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from markupsafe import Markup

from generator.derive.alike import nearest_first
from generator.derive.roadmap import Step as Found
from generator.derive.runs import Run
from generator.model.framework import System
from generator.model.programme import Programme
from generator.render import texts
from generator.render.context import Page
from generator.render.views import brief
from generator.render.views.ceds_parts import Block, Remedy, Step, Steps
from generator.render.views.ceds_speech import Speech

MOST: Final = 4
"""So many remedies of one kind are named; the guide has the others."""


def roadmap(page: Page, speech: Speech, run: Run) -> Block:
    """Three phases, numbered through."""
    t, phases, start = page.t, [], 1
    lines = {
        "now": t("At most seven systems that nothing holds up."),
        "next": t("Systems that wait only for those of now, or for room."),
        "later": t("The rest: they wait for other systems, or for a dimension to reach 40."),
    }
    for phase, line in lines.items():
        found = [each for each in run.steps if each.phase == phase]
        steps = tuple(_step(page, speech, run, each) for each in found)
        line = line if steps else speech("roadmap.none")
        phases.append(Steps(f"roadmap-{phase}", speech(f"roadmap.{phase}"), line, start, steps))
        start += len(steps)
    return Block("roadmap", speech("report.roadmap"), _finding(page, speech, run), tuple(phases))


def _finding(page: Page, speech: Speech, run: Run) -> str:
    if not run.steps:
        return page.t("Every system is integrated and fully used; nothing is left to build.")
    first = run.steps[0]
    return page.t("Begin with: {name}. {about}", name=speech.names[first.system], about=speech("roadmap.about"))


def _step(page: Page, speech: Speech, run: Run, found: Found) -> Step:
    """A step; its remedies are named where it can begin now, the others have them in their guide."""
    system = page.world.catalog.records["system"][found.system]
    assert isinstance(system, System)
    title = page.to("system", system.id)
    remedies = tuple(_remedies(page, speech, run, system)) if found.phase == "now" else ()
    return Step(title, speech.reason(found, run.result), remedies)


def _remedies(page: Page, speech: Speech, run: Run, system: System) -> Iterable[Remedy]:
    kit, catalog = system.kit, page.world.catalog
    known = dict.fromkeys((*kit.practices, *((system.example,) if system.example else ())))
    practices = nearest_first(catalog, run.assessment.city, (id for id in known if not catalog.practices[id].withdrawn))
    programmes = [id for id in kit.programmes if not catalog.programmes[id].withdrawn]
    modules = [id for id in kit.modules if not catalog.modules[id].withdrawn]
    if practices:
        yield Remedy(
            speech("remedy.practices"),
            tuple((page.to("practice", id), brief.places(page, catalog.practices[id])) for id in practices[:MOST]),
        )
    if programmes:
        yield Remedy(
            speech("remedy.programmes"),
            tuple((page.to("programme", id), latest(page, catalog.programmes[id])) for id in programmes[:MOST]),
        )
    if modules:
        yield Remedy(speech("remedy.modules"), tuple((page.to("module", id), "") for id in modules[:MOST]))
    if system.kit.study_themes:
        yield Remedy(page.t("A feasibility study would ask"), ((_study(page, system), ""),))


def _study(page: Page, system: System) -> Markup:
    return texts.inline(system.kit.study_themes[0], page.language, system.original)


def latest(page: Page, programme: Programme) -> str:
    """When it last took place, or will."""
    dates = sorted((each.when for each in programme.sessions), key=lambda each: each.start.first_day)
    return page.t("latest session: {date}", date=page.t.when(dates[-1])) if dates else ""
