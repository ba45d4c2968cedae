"""The average of the other cities: the latest run of each, not too old, and never from fewer than five.

In: results of runs that may be counted. Out: an `Average` per figure. Not here: scoring (`ceds`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from generator.derive.ceds_result import Result, figures
from generator.model.assessment import Assessment

FEWEST: Final = 5
"""With fewer cities an average would tell of single ones."""
YEARS: Final = 3
INVENTED: Final = "example-"


@dataclass(frozen=True, slots=True)
class Average:
    """The mean of the `n` cities whose figure is shown; None where they are fewer than five."""

    value: Fraction | None
    n: int


def counted(run: Assessment) -> bool:
    """Whether a run may enter an average: its city consented and has not taken it back."""
    return run.consent is not None and run.withdrawn is None


def average(
    results: Sequence[Result], as_of: str, excluding: str = "", *, version: str = "", invented: bool = False
) -> Mapping[str, Average]:
    """The average of each figure over the latest run of every city but `excluding`. `results` are of `counted` runs only.

    Invented cities have an average of their own: over them for an invented city or with `invented`, else over real ones.
    `version` is that of the run compared; without it, that of the latest run of `excluding`, else the newest version there is.
    """
    pool = invented or excluding.startswith(INVENTED)
    wanted = major(version or _version(results, excluding))
    oldest = f"{int(as_of[:4]) - YEARS:04d}{as_of[4:10]}"
    latest: dict[str, Result] = {}
    for each in sorted(results, key=lambda each: each.date):
        alike = each.city.startswith(INVENTED) == pool and major(each.version) == wanted
        if alike and each.city != excluding and oldest <= each.date <= as_of[:10]:
            latest[each.city] = each
    return _means(latest.values())


def _means(latest: Iterable[Result]) -> dict[str, Average]:
    """Nothing at all where no city is left: the figures are then unknown as well as their averages."""
    values: dict[str, list[Fraction]] = {}
    for each in latest:
        for name, score in figures(each).items():
            values.setdefault(name, []).extend(() if score.value is None else (score.value,))
    return {
        name: Average(sum(shown, Fraction(0)) / len(shown) if len(shown) >= FEWEST else None, len(shown))
        for name, shown in values.items()
    }


def _version(results: Sequence[Result], city: str) -> str:
    own = [each for each in results if each.city == city]
    if own:
        return max(own, key=lambda each: each.date).version
    return max((each.version for each in results), key=_numbers, default="")


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def major(version: str) -> str:
    """The part of a version within which results may be averaged."""
    return version.partition(".")[0]
