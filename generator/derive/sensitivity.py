"""How an appraisal changes with its assumptions: another rate, more or less benefits or costs, benefits that come late.

In: flows and how far to vary them. Out: the figures of each scenario. Not here: the appraisal itself, words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

from generator.derive.appraisal import Flows, Worth, worth_of
from generator.derive.rates import internal_rates
from generator.model.study import Sensitivity

LOWEST_RATE: Final = Fraction(-99, 100)
STEPS: Final = tuple(Decimal(each) for each in (-20, -10, 10, 20))
"""Percent by which benefits and costs are varied where the file names none."""
POINTS: Final = (-2, 2)
"""Percentage points by which the rate is varied where the file names none."""
DELAYS: Final = (1, 2)
What = Literal["rate", "benefits", "costs", "delay"]


@dataclass(frozen=True, slots=True)
class Scenario:
    """One assumption changed: `by` is the new rate in percent, a change in percent, or years of delay.

    `lost` are benefits that a delay moves beyond the last year.
    """

    what: What
    by: Fraction
    worth: Worth
    lost: Fraction = Fraction(0)


def scenarios(flows: Flows, given: Sensitivity) -> tuple[Scenario, ...]:
    """Every scenario that the file names, and the usual ones where it names none of a sort."""
    return (*_rates(flows, given), *_changes(flows, given), *_delays(flows, given))


def _rates(flows: Flows, given: Sensitivity) -> Iterator[Scenario]:
    usual = (flows.rate * 100 + points for points in POINTS)
    named = [Fraction(each) for each in given.rates] or [each for each in usual if each / 100 >= LOWEST_RATE]
    internal = internal_rates(flows.net)  # the same at every discount rate
    for percent in named:
        yield Scenario("rate", percent, worth_of(replace(flows, rate=percent / 100), internal))


def _changes(flows: Flows, given: Sensitivity) -> Iterator[Scenario]:
    for percent in given.benefits or STEPS:
        factor = 1 + Fraction(percent) / 100
        changed = replace(flows, benefits=tuple(each * factor for each in flows.benefits))
        yield Scenario("benefits", Fraction(percent), worth_of(changed))
    for percent in given.costs or STEPS:
        factor = 1 + Fraction(percent) / 100
        changed = replace(
            flows,
            investment=tuple(each * factor for each in flows.investment),
            running=tuple(each * factor for each in flows.running),
        )
        yield Scenario("costs", Fraction(percent), worth_of(changed))


def _delays(flows: Flows, given: Sensitivity) -> Iterator[Scenario]:
    """Benefits move within the period; what falls beyond its last year is lost."""
    length = len(flows.benefits)
    for years in given.delays or DELAYS:
        moved = ((Fraction(0),) * years + flows.benefits)[:length]
        lost = sum(flows.benefits, Fraction(0)) - sum(moved, Fraction(0))
        yield Scenario("delay", Fraction(years), worth_of(replace(flows, benefits=moved)), lost)
