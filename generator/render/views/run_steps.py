"""The roadmap on the page of a CeDS run: what can begin now with what helps, the other steps in tables with what they wait for.

In: a page, its words, a run whose answers may be shown. Out: a block. Not here: the order of the steps (`derive.roadmap`), the whole
roadmap with reasons and remedies of all (`run_roadmap`): some fifty of them do not fit beside the reports in the weight of a page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from markupsafe import Markup

from generator.derive.roadmap import Step as Found
from generator.derive.runs import Run
from generator.model.framework import System
from generator.render import markup, routes
from generator.render.context import Page
from generator.render.views import run_reasons
from generator.render.views.ceds_parts import Block, Piece, Step, Steps, Systems
from generator.render.views.ceds_speech import Speech
from generator.render.views.parts import Prose
from generator.render.views.run_beginning import beginning
from generator.render.views.run_remedies import MOST, programmes_of, remedies

FEW: Final = 2
"""So many practices and modules beside the reports; the whole roadmap has more."""
Rows = list[tuple[Markup | str, ...]]


def roadmap(page: Page, speech: Speech, run: Run) -> Block:
    """Three phases, numbered through; before them the way out where a dimension holds everything up. No phase where nothing is left."""
    t = page.t
    begin = beginning(page, speech, run)
    if not run.steps:
        return Block("roadmap", speech("report.roadmap"), begin.said, ())
    pieces: list[Piece] = [*begin.lowest, _whole(page, run)]
    pieces += [_phase(page, speech, run, phase, line) for phase, line in lines(page, run).items()]
    if any(each.unknown for each in run.steps):
        said = t("“Up to”: not all questions on the system are answered, and less may be missing.")
        pieces.append(Prose(Markup('<p class="wego-quiet">{}</p>').format(said)))
    return Block("roadmap", speech("report.roadmap"), begin.said, tuple(pieces))


def lines(page: Page, run: Run) -> Mapping[str, str]:
    """What each phase holds, in a sentence."""
    t = page.t
    nothing_before = bool(run.steps) and run.steps[0].phase == "later"
    return {
        "now": t("At most seven systems that nothing holds up."),
        "next": t("What waits only for steps of now, or for room among the seven."),
        "later": t("None of these can begin yet.") if nothing_before else t("The rest."),
    }


def _whole(page: Page, run: Run) -> Prose:
    """To the roadmap of all steps."""
    href = page.href(routes.roadmap_page(page.language, run.assessment))
    link = markup.link(href, page.t("The whole roadmap: every step with its reason and what helps"))
    return Prose(Markup("<p>{}</p>").format(link))


def _phase(page: Page, speech: Speech, run: Run, phase: str, line: str) -> Steps:
    id, title = f"roadmap-{phase}", speech(f"roadmap.{phase}")
    found = [each for each in run.steps if each.phase == phase]
    if not found:
        return Steps(id, title, speech("roadmap.none"))
    if phase == "now":
        return Steps(id, title, line, steps=steps(page, speech, run, found, run_reasons.gap, FEW))
    return Steps(id, title, line, table=_waiting(page, speech, id, run, found))


def steps(
    page: Page,
    speech: Speech,
    run: Run,
    found: Sequence[Found],
    said: Callable[[Speech, Run, Found], str],
    most: int = MOST,
) -> tuple[Step, ...]:
    """Steps with what is `said` of each and with their remedies, `most` of a kind; the dates of training once."""
    shown: list[Step] = []
    told: set[str] = set()
    for each in found:
        system = page.world.catalog.records["system"][each.system]
        assert isinstance(system, System)
        helps = tuple(remedies(page, speech, run.assessment.city, system, frozenset(told), most))
        why = said(speech, run, each)
        reason = why if helps else f"{why} {speech('step.no_remedies')}"
        shown.append(Step(page.to("system", system.id), reason, helps))
        told.update(programmes_of(page, system))
    return tuple(shown)


def _waiting(page: Page, speech: Speech, id: str, run: Run, found: Sequence[Found]) -> Systems:
    """What is missing, how many systems wait for it and what it waits for itself, by the dimensions that hold it up."""
    t, number = page.t, {each.system: at for at, each in enumerate(run.steps, 1)}
    groups: dict[tuple[str, ...], Rows] = {}
    for step in found:
        name = Markup("{}. {}").format(number[step.system], page.to("system", step.system))
        if run.assessment.targets.get(step.system) == "none":
            name += Markup(" <small>{}</small>").format(t("not planned"))
        needs = speech.listed(sorted(step.blocked_by, key=lambda each: number[each])) or "–"
        weak = tuple(sorted(step.weak_dimensions, key=run_reasons.instrument_order(speech)))
        groups.setdefault(weak, []).append((name, speech.missing(step), t.number(step.waiting), needs))
    named = tuple((_held_by(page, speech, run, weak, len(groups)), tuple(rows)) for weak, rows in groups.items())
    head = (speech("column.system"), t("Points missing"), t("Wait for it"), t("It waits for"))
    return Systems(head, named, frozenset({1, 2}), named_by=id)


def _held_by(page: Page, speech: Speech, run: Run, weak: Sequence[str], groups: int) -> str:
    """Heading of the systems that the same dimensions hold up; none where there is only one group, of no dimension."""
    if not weak:
        return page.t("After other systems only") if groups > 1 else ""
    all_known = all(run_reasons.is_known(run, each) for each in weak)
    return speech("step.below" if all_known else "step.weak", names=run_reasons.valued(speech, run, weak)).rstrip(".")
