"""The systems map of a CeDS run: each system by existence, use, gap and target, and all of them counted.

In: a page, its words, a run whose answers may be shown. Out: a block. Not here: which system comes first (`run_steps`).
"""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup

from generator.derive.ceds import CITY_WIDE, PILOT
from generator.derive.runs import Run
from generator.model.assessment import SystemAnswer
from generator.model.framework import System
from generator.render import labels, markup
from generator.render.context import Page
from generator.render.views import ceds_charts as charts
from generator.render.views.ceds_parts import Block, Said
from generator.render.views.ceds_speech import Speech
from generator.render.views.parts import Prose, Table

NOTHING = SystemAnswer()


def systems_map(page: Page, speech: Speech, run: Run) -> Block:
    """Counts by existence and use, then a table for each area: today and by when."""
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
    tables = tuple(_table(page, speech, run, answers, each.id) for each in speech.framework.areas)
    return Block(
        "systems-map",
        speech("report.map"),
        _finding(page, answers),
        (charts.matrix(said, counts, existence, use), *tables, _remark(page)),
    )


def _remark(page: Page) -> Prose:
    said = page.t("* Suggestion of the instrument; the city set no target of its own.")
    return Prose(Markup('<p class="wego-quiet">{}</p>').format(said))


def _finding(page: Page, answers: dict[str, SystemAnswer]) -> str:
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


def _table(page: Page, speech: Speech, run: Run, answers: dict[str, SystemAnswer], area: str) -> Table:
    head = tuple(speech(f"column.{each}") for each in ("system", "existence", "use", "gap"))
    found = [
        each for each in page.world.catalog.records["system"].values() if isinstance(each, System) and each.area == area
    ]
    rows = tuple(_row(page, speech, run, each, answers[each.id]) for each in found)
    return Table(speech.names[area], (*head, page.t("Target")), rows, frozenset({3}))


def _row(page: Page, speech: Speech, run: Run, system: System, answer: SystemAnswer) -> tuple[Markup | str, ...]:
    name, t = page.name_of(system), page.t
    if answer.not_a_task is not None:
        return name, markup.quiet(speech("reason.not_a_task")), "", "", ""
    score = run.result.systems_by_id[system.id]
    open_one = speech("result.unanswered")
    gap = speech.number(100 - score.low)
    target = run.assessment.targets.get(system.id)
    if answer.existence is not None and answer.existence >= CITY_WIDE:
        when: Markup | str = t("reached")
    elif target:
        when = t(labels.TARGET[target])
    else:
        when = markup.quiet(t(labels.TARGET[system.horizon]) + "*")
    used = "–" if answer.existence is not None and answer.existence < PILOT else open_one
    return (
        name,
        open_one if answer.existence is None else speech(f"existence.{answer.existence}"),
        used if answer.use is None else t(list(labels.USE_SHORT.values())[answer.use]),
        gap if score.value is not None else speech("result.up_to", gap=gap),
        when,
    )
