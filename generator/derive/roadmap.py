"""What to build first: the systems of a run in order, in three phases.

In: an instrument, a run and its result. Out: steps. Not here: kits and practices of a step, its reason in words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from graphlib import TopologicalSorter
from typing import Final, Literal

from generator.derive.ceds_result import Result
from generator.derive.ceds_score import CITY_WIDE, HIGHEST, Score
from generator.model.assessment import Assessment
from generator.model.framework import Instrument

MOST_NOW: Final = 7
"""No administration starts more at once."""
ENOUGH: Final = 40
"""What a dimension must reach to carry a system."""
Phase = Literal["now", "next", "later"]


@dataclass(frozen=True, slots=True)
class Step:
    """A system to build or to complete. `gap` is what its score lacks to 100; `priority` weighs it by what waits for it.

    `blocked_by` are the systems it requires that are not known to be city-wide, `weak_dimensions` those under 40.
    `unknown`: the system was not wholly answered, and its gap is the largest it can be.
    """

    system: str
    phase: Phase
    gap: Fraction
    priority: Fraction
    blocked_by: tuple[str, ...]
    weak_dimensions: tuple[str, ...]
    unknown: bool

    @property
    def waiting(self) -> int:
        """How many systems not yet city-wide require it, directly or through others."""
        return int(self.priority / self.gap) - 1


def roadmap(instrument: Instrument, run: Assessment, result: Result) -> tuple[Step, ...]:
    """All systems with a gap: now, then next, then later, by priority and id, none before one that blocks it.

    Left out are systems that are not a task of the city (they block nothing either: another office provides them) and those
    integrated and fully used. A circle of requirements raises `graphlib.CycleError`.
    """
    waiting = _waiting(instrument, run)
    open_steps = sorted(
        (
            _step(instrument, run, result, id, len(waiting[id]))
            for id, score in result.systems_by_id.items()
            if not score.not_applicable and score.value != HIGHEST
        ),
        key=lambda step: (-step.priority, step.system),
    )
    free = [step for step in open_steps if not step.blocked_by and not step.weak_dimensions]
    now = {step.system for step in free[:MOST_NOW]}
    phases: dict[Phase, list[Step]] = {"now": [], "next": [], "later": []}
    for step in open_steps:
        phases[_phase(step, now)].append(step)
    return tuple(replace(step, phase=phase) for phase, steps in phases.items() for step in _requirements_first(steps))


def transitive(requires: Mapping[str, Sequence[str]]) -> dict[str, frozenset[str]]:
    """All that each system requires, directly or through others."""
    found: dict[str, frozenset[str]] = {}
    for id in TopologicalSorter(requires).static_order():
        direct = requires.get(id, ())
        found[id] = frozenset(direct).union(*(found[each] for each in direct))
    return found


def _waiting(instrument: Instrument, run: Assessment) -> dict[str, list[str]]:
    """For each system the tasks of the city not yet city-wide that require it, directly or through others."""
    waiting: dict[str, list[str]] = {id: [] for id in instrument.systems}
    for id, needed in transitive({id: each.requires for id, each in instrument.systems.items()}).items():
        if _lacks(run, id):
            for each in needed:
                waiting[each].append(id)
    return waiting


def _step(instrument: Instrument, run: Assessment, result: Result, id: str, waiting: int) -> Step:
    one, score = instrument.systems[id], result.systems_by_id[id]
    gap = HIGHEST - score.low
    return Step(
        system=id,
        phase="later",
        gap=gap,
        priority=gap * (1 + waiting),
        blocked_by=tuple(sorted(each for each in one.requires if _lacks(run, each))),
        weak_dimensions=tuple(each for each in one.enabling if carries(result.dimensions[each]) < ENOUGH),
        unknown=score.value is None,
    )


def _phase(step: Step, now: set[str]) -> Phase:
    """Next are those blocked by nothing but steps of now, and those for which now had no room."""
    if step.system in now:
        return "now"
    return "next" if not step.weak_dimensions and now.issuperset(step.blocked_by) else "later"


def _requirements_first(steps: Sequence[Step]) -> list[Step]:
    """In the order given, save that a step waits for those of the same phase that block it."""
    left, placed = list(steps), list[Step]()
    while left:
        names = {step.system for step in left}
        first = next(step for step in left if names.isdisjoint(step.blocked_by))
        left.remove(first)
        placed.append(first)
    return placed


def _lacks(run: Assessment, id: str) -> bool:
    """Whether the city still has to bring `id` to city-wide; yes where its existence is unknown."""
    answer = run.systems.get(id)
    if answer is None:
        return True
    return answer.not_a_task is None and (answer.existence is None or answer.existence < CITY_WIDE)


def carries(score: Score) -> Fraction:
    """The value of a dimension, or its low end where the value is not shown."""
    return score.low if score.value is None else score.value
