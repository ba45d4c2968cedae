"""Where the roadmap of a run begins: its first step, or what must rise before anything can begin.

In: a page, its words, a run whose answers may be shown. Out: a sentence, the lowest answers. Not here: the steps (`run_steps`, `run_roadmap`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from generator.derive.opening import Opening, opening
from generator.derive.runs import Run
from generator.model.framework import Indicator
from generator.model.record import Record
from generator.render.context import Page
from generator.render.views import run_reasons
from generator.render.views.ceds_speech import Speech
from generator.render.views.parts import Items, Prose
from generator.render.views.run_reports import answer_line

WEAKEST: Final = 3
"""So many answers are named where a dimension holds everything up."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """`said` in sentences; `lowest` are the answers to work on, below a line that introduces them. Empty where there are none."""

    said: str
    lowest: tuple[Prose | Items, ...] = ()


def beginning(page: Page, speech: Speech, run: Run) -> Beginning:
    """The first step with what the order follows; or the shortest way out where nothing can begin; or why there is no step."""
    if not run.steps:
        done = any(not each.not_applicable for each in run.result.systems_by_id.values())
        return Beginning(speech("roadmap.done" if done else "roadmap.no_task"))
    if found := opening(run.steps, run.result.dimensions):
        return Beginning(" ".join(_way_out(speech, run, found)), _lowest(page, speech, run, found))
    first = run.steps[0]
    return Beginning(
        page.t("Begin with: {name}. {about}", name=speech.names[first.system], about=speech("roadmap.about"))
    )


def _way_out(speech: Speech, run: Run, found: Opening) -> Iterator[str]:
    names, first = run_reasons.valued(speech, run, found.dimensions), speech.names[found.systems[0]]
    yield speech("roadmap.held_up", names=names, n=len(found.systems), first=first)
    if not all(run_reasons.is_known(run, each) for each in found.dimensions):
        yield speech("roadmap.open")


def _lowest(page: Page, speech: Speech, run: Run, found: Opening) -> tuple[Prose | Items, ...]:
    """The lowest answers in the dimensions of the way out, equals by id."""
    questions = page.world.catalog.records["indicator"]
    levels = ((each.level, id) for id, each in run.assessment.indicators.items() if each.level is not None)
    ids = [id for _, id in sorted(each for each in levels if _dimension(questions[each[1]]) in found.dimensions)]
    if not ids:
        return ()
    lead = Prose(Markup("<p>{}</p>").format(speech("roadmap.lowest")))
    return lead, Items(tuple(answer_line(page, speech, run, id) for id in ids[:WEAKEST]))


def _dimension(question: Record) -> str:
    assert isinstance(question, Indicator)
    return question.dimension
