"""The roadmap of a CeDS run: what can begin now with what helps, the other steps in tables with what they wait for.

In: a page, its words, a run whose answers may be shown. Out: a block. Not here: the order of the steps (`derive.roadmap`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from markupsafe import Markup

from generator.derive.ceds_score import CITY_WIDE, HIGHEST
from generator.derive.roadmap import Step as Found
from generator.derive.runs import Run
from generator.model.framework import Indicator, System
from generator.model.record import Record
from generator.render.context import Page
from generator.render.views.ceds_parts import Block, Piece, Step, Steps, Systems
from generator.render.views.ceds_speech import Speech
from generator.render.views.parts import Items, Prose
from generator.render.views.run_remedies import programmes_of, remedies
from generator.render.views.run_reports import answer_line

WEAKEST: Final = 3
"""So many answers are named where a dimension holds everything up."""
Rows = list[tuple[Markup | str, ...]]


def roadmap(page: Page, speech: Speech, run: Run) -> Block:
    """Three phases, numbered through; before them the way out where a dimension holds everything up."""
    t = page.t
    lines = {
        "now": t("At most seven systems that nothing holds up."),
        "next": t("What waits only for steps of now, or for room among the seven. The guide of each says who did it."),
        "later": t("The rest. The guide of each says who did it."),
    }
    pieces: list[Piece] = [_lowest(page, speech, run)] if _held_up(run) else []
    pieces += [_phase(page, speech, run, phase, line) for phase, line in lines.items()]
    if any(each.unknown for each in run.steps):
        said = t("“Up to”: not all questions on the system are answered, and less may be missing.")
        pieces.append(Prose(Markup('<p class="wego-quiet">{}</p>').format(said)))
    return Block("roadmap", speech("report.roadmap"), _finding(page, speech, run), tuple(pieces))


def _finding(page: Page, speech: Speech, run: Run) -> str:
    if not run.steps:
        return page.t("Every system is integrated and fully used; nothing is left to build.")
    if _held_up(run):
        return speech("roadmap.held_up", names=_valued(speech, run, _carriers(speech, run)))
    first = run.steps[0]
    return page.t("Begin with: {name}. {about}", name=speech.names[first.system], about=speech("roadmap.about"))


def _held_up(run: Run) -> bool:
    """Whether nothing can begin, now or next: a dimension that every beginning rests on is below 40."""
    return bool(run.steps) and run.steps[0].phase == "later"


def _carriers(speech: Speech, run: Run) -> list[str]:
    """The dimensions below 40 that hold up what nothing else does, in the order of the instrument."""
    weak = {each for step in run.steps if not step.blocked_by for each in step.weak_dimensions}
    return sorted(weak, key=_order(speech))


def _lowest(page: Page, speech: Speech, run: Run) -> Items:
    """The lowest answers of those dimensions."""
    weak, questions = _carriers(speech, run), page.world.catalog.records["indicator"]
    answers = {id: each.level for id, each in run.assessment.indicators.items()}
    found = sorted(
        (level, id) for id, level in answers.items() if level is not None and _dimension(questions[id]) in weak
    )
    return Items(tuple(answer_line(page, speech, run, id) for _, id in found[:WEAKEST]))


def _dimension(question: Record) -> str:
    assert isinstance(question, Indicator)
    return question.dimension


def _order(speech: Speech) -> Callable[[str], int]:
    """Dimensions in the order of the instrument."""
    ids: list[str] = [each.id for each in speech.framework.dimensions]
    return ids.index


def _phase(page: Page, speech: Speech, run: Run, phase: str, line: str) -> Steps:
    id, title = f"roadmap-{phase}", speech(f"roadmap.{phase}")
    found = [each for each in run.steps if each.phase == phase]
    if not found:
        return Steps(id, title, speech("roadmap.none"))
    if phase == "now":
        return Steps(id, title, line, steps=tuple(_steps(page, speech, run, found)))
    return Steps(id, title, line, table=_waiting(page, speech, id, run, found))


def _steps(page: Page, speech: Speech, run: Run, found: Sequence[Found]) -> Iterator[Step]:
    """Steps that can begin now, with their remedies; the others have theirs in their guide."""
    told: set[str] = set()
    for each in found:
        system = page.world.catalog.records["system"][each.system]
        assert isinstance(system, System)
        helps = tuple(remedies(page, speech, run.assessment.city, system, frozenset(told)))
        yield Step(page.to("system", system.id), _reason(speech, run, each), helps)
        told.update(programmes_of(page, system))


def _reason(speech: Speech, run: Run, step: Found) -> str:
    """Why it comes where it comes, as the assessment page says it; that nothing holds it up is said once for all of now."""
    gap, there = speech.number(step.gap), _is_there(run, step)
    score = speech("step.gap", value=speech.number(HIGHEST - step.gap), gap=gap)
    said = [speech("step.unknown", gap=gap) if step.unknown else score]
    if there:
        said.append(speech("step.city_wide"))
    if step.waiting:
        said.append(speech("step.built_on" if there else "step.waiting", n=step.waiting))
    return " ".join(said)


def _is_there(run: Run, step: Found) -> bool:
    """Whether the city has the system everywhere, and lacks only its use or its links."""
    answer = run.assessment.systems.get(step.system)
    return answer is not None and answer.existence is not None and answer.existence >= CITY_WIDE


def _waiting(page: Page, speech: Speech, id: str, run: Run, found: Sequence[Found]) -> Systems:
    """What is missing, how many systems wait for it and what it waits for itself, by the dimensions that hold it up."""
    t, number = page.t, {each.system: at for at, each in enumerate(run.steps, 1)}
    groups: dict[tuple[str, ...], Rows] = {}
    for step in found:
        name = Markup("{}. {}").format(number[step.system], page.to("system", step.system))
        if run.assessment.targets.get(step.system) == "none":
            name += Markup(" <small>{}</small>").format(t("not planned"))
        needs = speech.listed(sorted(step.blocked_by, key=lambda each: number[each])) or "–"
        weak = tuple(sorted(step.weak_dimensions, key=_order(speech)))
        groups.setdefault(weak, []).append((name, speech.missing(step), t.number(step.waiting), needs))
    named = tuple((_held_by(page, speech, run, weak, len(groups)), tuple(rows)) for weak, rows in groups.items())
    head = (speech("column.system"), t("Points missing"), t("Wait for it"), t("It waits for"))
    return Systems(head, named, frozenset({1, 2}), named_by=id)


def _held_by(page: Page, speech: Speech, run: Run, weak: Sequence[str], groups: int) -> str:
    """Heading of the systems that the same dimensions hold up; none where there is only one group, of no dimension."""
    if not weak:
        return page.t("After other systems only") if groups > 1 else ""
    return speech(_known(run, weak), names=_valued(speech, run, weak)).rstrip(".")


def _known(run: Run, weak: Sequence[str]) -> str:
    """`step.below` where every dimension has a value, else `step.weak`."""
    return "step.below" if all(run.result.dimensions[each].value is not None for each in weak) else "step.weak"


def _valued(speech: Speech, run: Run, weak: Sequence[str]) -> str:
    """`Resource Capacity (35.0)`; the name alone where the dimension has no value."""
    scores = run.result.dimensions
    return speech("list.mark").join(
        speech("roadmap.carrier", name=speech.names[each], value=speech.number(value))
        if (value := scores[each].value) is not None
        else speech.names[each]
        for each in weak
    )
