"""Why a step of the roadmap comes where it comes: its sentences, made from the numbers of the run.

In: the words of a page, a run, a step. Out: text. The assessment page says the same (theme/assets/wego/ceds/results.js, `reason`); a test compares the two.
Not here: the order of the steps (`derive.roadmap`), what helps with them (`run_remedies`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.derive.ceds_score import CITY_WIDE, HIGHEST
from generator.derive.roadmap import Step
from generator.derive.runs import Run
from generator.render.views.ceds_speech import Speech


def gap(speech: Speech, run: Run, step: Step) -> str:
    """What is missing, whether the system is there all the same, and how many others wait for it."""
    missing, there = speech.number(step.gap), _is_there(run, step)
    score = speech("step.gap", value=speech.number(HIGHEST - step.gap), gap=missing)
    said = [speech("step.unknown", gap=missing) if step.unknown else score]
    if there:
        said.append(speech("step.city_wide"))
    if step.waiting:
        said.append(speech("step.built_on" if there else "step.waiting", n=step.waiting))
    return " ".join(said)


def reason(speech: Speech, run: Run, step: Step) -> str:
    """The whole reason: the gap, then what holds the step up, or that nothing does; and where the city does not plan it itself."""
    held = tuple(_held(speech, run, step)) or (speech("step.free" if step.phase == "now" else "step.full"),)
    unplanned = (speech("step.not_planned"),) if run.assessment.targets.get(step.system) == "none" else ()
    return " ".join((gap(speech, run, step), *held, *unplanned))


def valued(speech: Speech, run: Run, dimensions: Sequence[str]) -> str:
    """`Resource Capacity (35.0)`; the name alone where the dimension has no value."""
    scores = run.result.dimensions
    return speech("list.mark").join(
        speech("roadmap.carrier", name=speech.names[each], value=speech.number(value))
        if (value := scores[each].value) is not None
        else speech.names[each]
        for each in dimensions
    )


def instrument_order(speech: Speech) -> Callable[[str], int]:
    """Sorts dimensions as the instrument has them."""
    ids: list[str] = [each.id for each in speech.framework.dimensions]
    return ids.index


def is_known(run: Run, dimension: str) -> bool:
    """Whether a dimension has a value; without one its low end is what counts."""
    return run.result.dimensions[dimension].value is not None


def _held(speech: Speech, run: Run, step: Step) -> Iterator[str]:
    """The systems a step waits for, in the order of the roadmap, and the dimensions that are too low or not known."""
    if step.blocked_by:
        number = {each.system: at for at, each in enumerate(run.steps)}
        yield speech("step.blocked", names=speech.listed(sorted(step.blocked_by, key=lambda each: number[each])))
    weak = sorted(step.weak_dimensions, key=instrument_order(speech))
    if known := [each for each in weak if is_known(run, each)]:
        yield speech("step.below", names=valued(speech, run, known))
    if unknown := [each for each in weak if not is_known(run, each)]:
        yield speech("step.weak", names=speech.listed(unknown))


def _is_there(run: Run, step: Step) -> bool:
    """Whether the city has the system everywhere, and lacks only its use or its links."""
    answer = run.assessment.systems.get(step.system)
    return answer is not None and answer.existence is not None and answer.existence >= CITY_WIDE
