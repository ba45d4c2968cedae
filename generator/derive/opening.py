"""The shortest way out where nothing of a roadmap can begin: which dimensions to bring to 40 points, and what can begin then.

In: the steps of a roadmap and the scores of the dimensions. Out: an `Opening`, or None. Not here: the steps themselves (`roadmap`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from generator.derive.ceds_score import Score
from generator.derive.roadmap import ENOUGH, Step, carries


@dataclass(frozen=True, slots=True)
class Opening:
    """`dimensions` to bring to 40, in the order of the instrument; `systems` that can begin then, in the order of the roadmap."""

    dimensions: tuple[str, ...]
    systems: tuple[str, ...]


def opening(steps: Sequence[Step], scores: Mapping[str, Score]) -> Opening | None:
    """None where something can begin now, or nothing is left.

    Each step that waits for no system names the dimensions it lacks. Of these ways the shortest is the one with the fewest points
    missing to 40 in all; of equal ones that of the fewest dimensions, then the first in the order of `scores`. A dimension whose value
    is not shown counts with its low end.
    """
    if not steps or steps[0].phase != "later":
        return None
    order = list(scores)
    ways = {tuple(sorted(each.weak_dimensions, key=order.index)) for each in steps if not each.blocked_by}

    def length(way: tuple[str, ...]) -> tuple[Fraction, int, list[int]]:
        missing = sum((ENOUGH - carries(scores[each]) for each in way), Fraction(0))
        return missing, len(way), [order.index(each) for each in way]

    way = min(ways, key=length)
    return Opening(
        way, tuple(each.system for each in steps if not each.blocked_by and set(each.weak_dimensions) <= set(way))
    )
