"""The systems map of a CeDS run: each system by existence, use, gap and target, and all of them counted.

In: a page, its words, a run whose answers may be shown. Out: a block. Not here: which system comes first (`run_steps`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final

from markupsafe import Markup

from generator.derive.ceds import CITY_WIDE, PILOT
from generator.derive.runs import Run
from generator.model.assessment import SystemAnswer
from generator.model.framework import System
from generator.render import labels
from generator.render.context import Page
from generator.render.views import ceds_charts as charts
from generator.render.views.ceds_parts import Block, Systems
from generator.render.views.ceds_speech import Speech
from generator.render.views.drawing import Said
from generator.render.views.parts import Prose

NOTHING = SystemAnswer()
OPEN: Final = "–"
"""What was not answered."""


def systems_map(page: Page, speech: Speech, run: Run) -> Block:
    """Counts by existence and use, then a table by area: today and by when."""
    t = page.t
    answers = {id: run.assessment.systems.get(id, NOTHING) for id in page.world.catalog.records["system"]}
    counts: Counter[tuple[int, int | None]] = Counter()
    for each in answers.values():
        if each.not_a_task is None and each.existence is not None and (each.existence < PILOT or each.use is not None):
            counts[each.existence, each.use if each.existence >= PILOT else None] += 1
    existence = tuple(speech(f"existence.{level}") for level in range(5))
    use = tuple(t(text) for text in labels.USE_SHORT.values())
    said = Said(
        "systems",
        t("Systems by existence (across) and use (upward)"),
        "; ".join(
            f"{existence[have]}{', ' + use[used] if used is not None else ''}: {count}"
            for (have, used), count in sorted(counts.items(), key=lambda each: (each[0][0], each[0][1] or 0))
        ),
        t(
            "Each number counts systems. Use is asked only from the pilot on; before it the number stands at the bottom."
        ),
    )
    drawn = charts.matrix(said, counts, existence, use)
    table = _table(page, speech, run, answers)
    return Block("systems-map", speech("report.map"), _finding(page, answers), (drawn, table, _remark(page)))


def _remark(page: Page) -> Prose:
    said = page.t("* Suggestion of the instrument; the city set no target of its own. A dash: not answered.")
    return Prose(Markup('<p class="wego-quiet">{}</p>').format(said))


def _finding(page: Page, answers: Mapping[str, SystemAnswer]) -> str:
    """How many are city-wide, and what the rest is."""
    t, tasks = page.t, [each for each in answers.values() if each.not_a_task is None]
    reached = sum(1 for each in tasks if each.existence is not None and each.existence >= CITY_WIDE)
    unanswered = sum(1 for each in tasks if each.existence is None or (each.existence >= PILOT and each.use is None))
    said = t("{reached} of {total} systems are city-wide.", reached=reached, total=len(tasks))
    if unanswered:
        said += " " + t("Not or not wholly answered: {n}.", n=unanswered)
    if len(answers) > len(tasks):
        said += " " + t("Not a task of this city: {n}.", n=len(answers) - len(tasks))
    return said


def _table(page: Page, speech: Speech, run: Run, answers: Mapping[str, SystemAnswer]) -> Systems:
    t, records = page.t, page.world.catalog.records["system"].values()
    found = [each for each in records if isinstance(each, System)]
    groups = tuple(
        (
            speech.names[area.id],
            tuple(_row(page, speech, run, each, answers[each.id]) for each in found if each.area == area.id),
        )
        for area in speech.framework.areas
    )
    return Systems((speech("column.system"), t("Existence · use"), t("Target")), groups, caption=t("Systems by area"))


def _row(page: Page, speech: Speech, run: Run, system: System, answer: SystemAnswer) -> tuple[Markup | str, ...]:
    """What is missing to 100 stands in the roadmap, which holds every system that lacks something."""
    name, t = page.name_of(system), page.t
    if answer.not_a_task is not None:
        return name, speech("reason.not_a_task"), ""
    target = run.assessment.targets.get(system.id)
    if answer.existence is not None and answer.existence >= CITY_WIDE:
        when = t("reached")
    elif target:
        when = t(labels.TARGET[target])
    else:
        when = t(labels.TARGET[system.horizon]) + "*"
    return name, _today(page, speech, answer), when


def _today(page: Page, speech: Speech, answer: SystemAnswer) -> str:
    """Existence, and use where it is asked; a dash for what is open."""
    if answer.existence is None:
        return OPEN
    have = speech(f"existence.{answer.existence}")
    if answer.existence < PILOT:
        return have
    return f"{have} · {OPEN if answer.use is None else page.t(tuple(labels.USE_SHORT.values())[answer.use])}"
