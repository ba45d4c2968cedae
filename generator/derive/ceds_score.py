"""What a score of CeDS is, and the arithmetic of one dimension, system, area and roll-up.

In: answers. Out: exact `Score`s with their ranges. Not here: whole runs (`ceds`), averages (`ceds_average`), rounding (display).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Final, Literal

from generator.model.assessment import Answer, SystemAnswer

LOWEST: Final = Fraction(0)
HIGHEST: Final = Fraction(100)
TOP: Final = 4
"""The highest level of every question."""
PILOT: Final = 2
"""From this existence on, use is asked."""
CITY_WIDE: Final = 3
_STAGE: Final = 20
_STAGES: Final = 5
_WORTH: Final = tuple(
    tuple(100 * existence * (1 + Fraction(use, TOP)) / 2 for use in range(TOP + 1))
    for existence in (Fraction(0), Fraction(0), Fraction(1, 3), Fraction(2, 3), Fraction(1))
)
"""The score of a system by existence and use: a plan is not a system, a system nobody uses is worth half."""


@dataclass(frozen=True, slots=True)
class Score:
    """A figure from 0 to 100 with all it could be: `low` takes what was left open as the lowest level, `high` as the highest.

    `value` is None where it is not shown, and `reason` says why. `asked` counts all questions (for a roll-up: indicators and
    systems) put to the city: those `answered`, those `not_applicable`, and those left open.
    """

    value: Fraction | None
    low: Fraction
    high: Fraction
    answered: int
    asked: int
    not_applicable: int
    reason: Literal["", "not-enough-answers", "part-missing"]


def dimension(answers: Iterable[Answer | None]) -> Score:
    """Mean of the answered indicators × 25, shown from 80 % of the applicable answered and up to 10 % not applicable."""
    levels: list[int] = []
    asked = not_applicable = 0
    for answer in answers:
        asked += 1
        if answer is not None and answer.not_applicable is not None:
            not_applicable += 1
        elif answer is not None and answer.level is not None:
            levels.append(answer.level)
    applicable = asked - not_applicable
    if not applicable:
        return Score(None, LOWEST, HIGHEST, 0, asked, not_applicable, "not-enough-answers")
    total, open_ones = sum(levels), applicable - len(levels)
    shown = _enough(len(levels), applicable) and 10 * not_applicable <= asked
    return Score(
        value=Fraction(25 * total, len(levels)) if shown else None,
        low=Fraction(25 * total, applicable),
        high=Fraction(25 * (total + TOP * open_ones), applicable),
        answered=len(levels),
        asked=asked,
        not_applicable=not_applicable,
        reason="" if shown else "not-enough-answers",
    )


def system(answer: SystemAnswer | None) -> Score:
    """100 × e × (1 + use/4) / 2. Use counts only where it is asked; without it the value is open between half and whole.

    A system that is not a task of the city has no value, and no reason: it is counted as not applicable.
    """
    if answer is not None and answer.not_a_task is not None:
        return Score(None, LOWEST, HIGHEST, 0, 1, 1, "")
    if answer is None or answer.existence is None:
        return Score(None, LOWEST, HIGHEST, 0, 1, 0, "not-enough-answers")
    worth = _WORTH[answer.existence]
    if answer.existence < PILOT:
        return Score(worth[0], worth[0], worth[0], 1, 1, 0, "")
    if answer.use is None:
        return Score(None, worth[0], worth[TOP], 1, 2, 0, "not-enough-answers")
    value = worth[answer.use]
    return Score(value, value, value, 2, 2, 0, "")


def area(systems: Sequence[Score]) -> Score:
    """Mean of the systems known, shown from 80 % of those that are a task of the city; `answered` and `asked` count systems.

    What is known of half-answered systems can rule that mean out (all known ones are worth 0, but another exists and only
    its use is open): then the nearest figure still possible stands, so that the range always contains the value.
    """
    tasks = [each for each in systems if not each.not_applicable]
    known = [each.value for each in tasks if each.value is not None]
    left_out = len(systems) - len(tasks)
    if not tasks:
        return Score(None, LOWEST, HIGHEST, 0, len(systems), left_out, "not-enough-answers")
    low, high = _mean([each.low for each in tasks]), _mean([each.high for each in tasks])
    shown = _enough(len(known), len(tasks))
    return Score(
        value=min(max(_mean(known), low), high) if shown else None,
        low=low,
        high=high,
        answered=len(known),
        asked=len(systems),
        not_applicable=left_out,
        reason="" if shown else "not-enough-answers",
    )


def roll_up(parts: Sequence[Score]) -> Score:
    """Mean of the parts, all equal; a missing part makes it missing, but its range remains."""
    values = [each.value for each in parts if each.value is not None]
    whole = len(values) == len(parts)
    return Score(
        value=_mean(values) if whole else None,
        low=_mean([each.low for each in parts]),
        high=_mean([each.high for each in parts]),
        answered=sum(each.answered for each in parts),
        asked=sum(each.asked for each in parts),
        not_applicable=sum(each.not_applicable for each in parts),
        reason="" if whole else "part-missing",
    )


def stage(point: Fraction) -> int:
    """1 to 5 by half-open fifths: [0, 20) … [60, 80), and [80, 100]."""
    return min(_STAGES, int(point // _STAGE) + 1)


def _enough(answered: int, applicable: int) -> bool:
    """Whether at least 80 % are answered."""
    return 5 * answered >= 4 * applicable


def _mean(values: Sequence[Fraction]) -> Fraction:
    """Over one common denominator: adding fractions one by one takes most of the time of scoring."""
    common = lcm(*(value.denominator for value in values))
    return Fraction(sum(value.numerator * (common // value.denominator) for value in values), common * len(values))
