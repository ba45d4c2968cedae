"""Where the roadmap of a run begins: its first step, or what must rise before anything can begin.

In: a page, its words, a run whose answers may be shown. Out: a sentence, the lowest answers. Not here: the steps (`run_steps`, `run_roadmap`).
"""

from __future__ import annotations

from typing import Final

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
    """The first step with what the order follows; or that a dimension holds everything up; or that nothing is left."""
    if not run.steps:
        return page.t("Every system is integrated and fully used; nothing is left to build.")
    if is_held_up(run):
        return speech("roadmap.held_up", names=run_reasons.valued(speech, run, _carriers(speech, run)))
    first = run.steps[0]
    return page.t("Begin with: {name}. {about}", name=speech.names[first.system], about=speech("roadmap.about"))


def is_held_up(run: Run) -> bool:
    """Whether nothing can begin, now or next: a dimension that every beginning rests on is below 40."""
    return bool(run.steps) and run.steps[0].phase == "later"


def _carriers(speech: Speech, run: Run) -> list[str]:
    """The dimensions below 40 that hold up what nothing else does, in the order of the instrument."""
    weak = {each for step in run.steps if not step.blocked_by for each in step.weak_dimensions}
    return sorted(weak, key=run_reasons.instrument_order(speech))


def lowest(page: Page, speech: Speech, run: Run) -> Items:
    """The lowest answers of the dimensions that hold everything up."""
    weak, questions = _carriers(speech, run), page.world.catalog.records["indicator"]
    answers = {id: each.level for id, each in run.assessment.indicators.items()}
    found = sorted(
        (level, id) for id, level in answers.items() if level is not None and _dimension(questions[id]) in weak
    )
    return Items(tuple(answer_line(page, speech, run, id) for _, id in found[:WEAKEST]))


def _dimension(question: Record) -> str:
    assert isinstance(question, Indicator)
    return question.dimension
