"""The roadmap of a CeDS run: what can begin now with what helps, the other steps in tables with what they wait for.

In: a page, its words, a run whose answers may be shown. Out: a block. Not here: the order of the steps (`derive.roadmap`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from generator.derive.ceds_score import HIGHEST
from generator.derive.roadmap import Step as Found
from generator.derive.runs import Run
from generator.model.framework import System
from generator.render.context import Page
from generator.render.views.ceds_parts import Block, Piece, Step, Steps, Systems
from generator.render.views.ceds_speech import Speech
from generator.render.views.parts import Prose
from generator.render.views.run_remedies import programmes_of, remedies

Rows = list[tuple[Markup | str, ...]]


def roadmap(page: Page, speech: Speech, run: Run) -> Block:
    """Three phases, numbered through."""
    t = page.t
    lines = {
        "now": t("At most seven systems that nothing holds up."),
        "next": t(
            "Systems that wait only for those of now, or for room: a dash says that all they need is in place. The guide of each names who did it."
        ),
        "later": t("The rest: they wait for other systems, or for a dimension to reach 40."),
    }
    pieces: list[Piece] = [_phase(page, speech, run, phase, line) for phase, line in lines.items()]
    if any(each.unknown for each in run.steps):
        said = t("“Up to”: not all questions on the system are answered, and less may be missing.")
        pieces.append(Prose(Markup('<p class="wego-quiet">{}</p>').format(said)))
    return Block("roadmap", speech("report.roadmap"), _finding(page, speech, run), tuple(pieces))


def _finding(page: Page, speech: Speech, run: Run) -> str:
    if not run.steps:
        return page.t("Every system is integrated and fully used; nothing is left to build.")
    first = run.steps[0]
    return page.t("Begin with: {name}. {about}", name=speech.names[first.system], about=speech("roadmap.about"))


def _phase(page: Page, speech: Speech, run: Run, phase: str, line: str) -> Steps:
    id, title = f"roadmap-{phase}", speech(f"roadmap.{phase}")
    found = [each for each in run.steps if each.phase == phase]
    if not found:
        return Steps(id, title, speech("roadmap.none"))
    if phase == "now":
        return Steps(id, title, line, steps=tuple(_steps(page, speech, run.assessment.city, found)))
    first = page.t("For example {name}: {reason}", name=speech.names[found[0].system], reason=_reason(speech, found[0]))
    return Steps(id, title, f"{line} {first}", table=_waiting(page, speech, id, run.steps, found))


def _steps(page: Page, speech: Speech, city: str, found: Sequence[Found]) -> Iterator[Step]:
    """Steps that can begin now, with their remedies; the others have theirs in their guide."""
    told: set[str] = set()
    for each in found:
        system = page.world.catalog.records["system"][each.system]
        assert isinstance(system, System)
        helps = tuple(remedies(page, speech, city, system, frozenset(told)))
        yield Step(page.to("system", system.id), _reason(speech, each), helps)
        told.update(programmes_of(page, system))


def _reason(speech: Speech, step: Found) -> str:
    """Why it comes where it comes, as the assessment page says it; for those of now that nothing holds them up is said once."""
    gap = speech.number(step.gap)
    said = [
        speech("step.unknown", gap=gap)
        if step.unknown
        else speech("step.gap", value=speech.number(HIGHEST - step.gap), gap=gap)
    ]
    if step.waiting:
        said.append(speech("step.waiting", n=step.waiting))
    if step.blocked_by:
        said.append(speech("step.blocked", names=speech.listed(step.blocked_by)))
    if step.weak_dimensions:
        said.append(speech("step.weak", names=speech.listed(step.weak_dimensions)))
    if step.phase != "now" and not step.blocked_by and not step.weak_dimensions:
        said.append(speech("step.full"))
    return " ".join(said)


def _waiting(page: Page, speech: Speech, id: str, steps: Sequence[Found], found: Sequence[Found]) -> Systems:
    """What is missing, how many systems wait for it and after which steps it comes, by the dimensions that hold it up."""
    t, number = page.t, {each.system: at for at, each in enumerate(steps, 1)}
    groups: dict[tuple[str, ...], Rows] = {}
    for step in found:
        after = ", ".join(str(at) for at in sorted(number[each] for each in step.blocked_by))
        name = Markup("{}. {}").format(number[step.system], page.to("system", step.system))
        row = (name, speech.missing(step), t.number(step.waiting), after or "–")
        groups.setdefault(step.weak_dimensions, []).append(row)
    headings = {
        weak: t("Once it reaches 40 points: {names}", names=speech.listed(weak))
        if weak
        else t("After other systems only")
        for weak in groups
    }
    named = tuple((headings[weak] if len(groups) > 1 or weak else "", tuple(rows)) for weak, rows in groups.items())
    head = (speech("column.system"), t("Points missing"), t("Wait for it"), t("After steps"))
    return Systems(head, named, frozenset({1, 2}), named_by=id)
