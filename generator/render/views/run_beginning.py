"""Where the roadmap of a run begins: its first step, or what must rise before anything can begin.

In: a page, its words, a run whose answers may be shown. Out: a sentence, the lowest answers. Not here: the steps (`run_steps`, `run_roadmap`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.derive.opening import Opening, opening
from generator.derive.runs import Run
from generator.model.framework import Indicator
from generator.model.record import Record
from generator.render.context import Page
from generator.render.views import run_reasons
from generator.render.views.ceds_speech import Speech
from generator.render.views.parts import Items
from generator.render.views.run_reports import answer_line

WEAKEST: Final = 3
"""So many answers are named where a dimension holds everything up."""


def finding(page: Page, speech: Speech, run: Run) -> str:
    """The first step with what the order follows; or the shortest way out where nothing can begin; or why there is no step."""
    if not run.steps:
        done = any(not each.not_applicable for each in run.result.systems_by_id.values())
        return speech("roadmap.done" if done else "roadmap.no_task")
    if found := opening(run.steps, run.result.dimensions):
        return " ".join(_way_out(speech, run, found, bool(_lowest_of(page, run, found))))
    first = run.steps[0]
    return page.t("Begin with: {name}. {about}", name=speech.names[first.system], about=speech("roadmap.about"))


def _way_out(speech: Speech, run: Run, found: Opening, with_answers: bool) -> Iterator[str]:
    names, first = run_reasons.valued(speech, run, found.dimensions), speech.names[found.systems[0]]
    yield speech("roadmap.held_up", names=names, n=len(found.systems), first=first)
    if not all(run_reasons.is_known(run, each) for each in found.dimensions):
        yield speech("roadmap.open")
    if with_answers:
        yield speech("roadmap.lowest")


def lowest(page: Page, speech: Speech, run: Run) -> Items | None:
    """The lowest answers in the dimensions of the shortest way out; None where something can begin, or nothing there is answered."""
    found = opening(run.steps, run.result.dimensions)
    ids = _lowest_of(page, run, found) if found else []
    return Items(tuple(answer_line(page, speech, run, id) for id in ids)) if ids else None


def _lowest_of(page: Page, run: Run, found: Opening) -> list[str]:
    """Their indicators, the lowest first, equals by id."""
    questions = page.world.catalog.records["indicator"]
    answers = {id: each.level for id, each in run.assessment.indicators.items()}
    levels = ((level, id) for id, level in answers.items() if level is not None)
    return [id for _, id in sorted(each for each in levels if _dimension(questions[each[1]]) in found.dimensions)][
        :WEAKEST
    ]


def _dimension(question: Record) -> str:
    assert isinstance(question, Indicator)
    return question.dimension
