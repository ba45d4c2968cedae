"""Appraisal of a project from its yearly costs and benefits: net present value, benefit-cost ratio, internal rate, payback.

Exact: decimals become fractions, and nothing is rounded before it is shown. Year 0 is not discounted (the convention of
numpy-financial's `npv` and of the European Commission's Guide to Cost-Benefit Analysis, 2014, §2.7 and annex II).
In: an `Appraisal`. Out: frozen results. Not here: varied assumptions (`sensitivity`), words, the form in the browser.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from generator.derive.rates import internal_rates
from generator.model.study import Appraisal


@dataclass(frozen=True, slots=True)
class Flows:
    """Costs (investment and running) and benefits by year from 0, and the discount rate as a fraction of 1 a year."""

    rate: Fraction
    investment: tuple[Fraction, ...]
    running: tuple[Fraction, ...]
    benefits: tuple[Fraction, ...]

    @property
    def costs(self) -> tuple[Fraction, ...]:
        """Investment and running costs together."""
        return tuple(one + other for one, other in zip(self.investment, self.running, strict=True))

    @property
    def net(self) -> tuple[Fraction, ...]:
        """Benefits less costs."""
        return tuple(gain - cost for gain, cost in zip(self.benefits, self.costs, strict=True))


@dataclass(frozen=True, slots=True)
class Payback:
    """When what was spent has come back, in years; None if it does not within the period. `lost_again`: later it is spent again."""

    years: Fraction | None
    lost_again: bool = False


@dataclass(frozen=True, slots=True)
class Year:
    """One year of the table: amounts, discount factor, present value of the net amount, both running totals."""

    year: int
    investment: Fraction
    running: Fraction
    benefits: Fraction
    net: Fraction
    factor: Fraction
    present: Fraction
    total: Fraction
    present_total: Fraction


@dataclass(frozen=True, slots=True)
class Worth:
    """The figures of one set of assumptions. `ratio` is None without costs; `rates` are in units of 0.0001 percent."""

    npv: Fraction
    present_benefits: Fraction
    present_costs: Fraction
    ratio: Fraction | None
    rates: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """Everything an appraisal comes to. Switching values are changes, as fractions of 1, at which the NPV is zero."""

    flows: Flows
    years: tuple[Year, ...]
    worth: Worth
    payback: Payback
    discounted_payback: Payback
    switch_benefits: Fraction | None
    switch_costs: Fraction | None


def last_year(given: Appraisal) -> int:
    """The last year of the period: the last one that has an amount."""
    return max((each.year for each in given.flows if each.investment or each.running or each.benefits), default=0)


def flows_of(given: Appraisal) -> Flows:
    """The amounts by year; years that are not given have none."""
    last = last_year(given)
    by_year = {each.year: each for each in given.flows}

    def row(name: str) -> tuple[Fraction, ...]:
        return tuple(
            Fraction(getattr(by_year[year], name)) if year in by_year else Fraction(0) for year in range(last + 1)
        )

    return Flows(Fraction(given.rate) / 100, row("investment"), row("running"), row("benefits"))


def appraise(flows: Flows) -> Result:
    """All results of one set of assumptions."""
    worth = worth_of(flows)
    years = _years(flows)
    costs, gains = worth.present_costs, worth.present_benefits
    return Result(
        flows=flows,
        years=years,
        worth=worth,
        payback=payback([each.net for each in years]),
        discounted_payback=payback([each.present for each in years]),
        switch_benefits=costs / gains - 1 if gains else None,
        switch_costs=gains / costs - 1 if costs else None,
    )


def worth_of(flows: Flows, rates: tuple[int, ...] | None = None) -> Worth:
    """Present values, their ratio, and the internal rates of return, which are found again unless they are given."""
    found = internal_rates(flows.net) if rates is None else rates
    gains, costs = present_value(flows.benefits, flows.rate), present_value(flows.costs, flows.rate)
    return Worth(gains - costs, gains, costs, gains / costs if costs else None, found)


def present_value(amounts: Sequence[Fraction], rate: Fraction) -> Fraction:
    """Σ a_t / (1+r)^t."""
    found = Fraction(0)
    for each in reversed(amounts):
        found = found / (1 + rate) + each
    return found


def payback(amounts: Sequence[Fraction]) -> Payback:
    """When the running total first comes back to zero or above after being below, by a straight line inside that year."""
    totals = list(accumulate(amounts))
    below = next((year for year, total in enumerate(totals) if total < 0), None)
    if below is None:
        return Payback(Fraction(0))
    back = next((year for year in range(below + 1, len(totals)) if totals[year] >= 0), None)
    if back is None:
        return Payback(None)
    years = back - 1 + -totals[back - 1] / amounts[back]
    return Payback(years, any(total < 0 for total in totals[back:]))


def _years(flows: Flows) -> tuple[Year, ...]:
    found: list[Year] = []
    total = present_total = Fraction(0)
    for year, net in enumerate(flows.net):
        factor = 1 / (1 + flows.rate) ** year
        total, present_total = total + net, present_total + net * factor
        investment, running, benefits = flows.investment[year], flows.running[year], flows.benefits[year]
        found.append(Year(year, investment, running, benefits, net, factor, net * factor, total, present_total))
    return tuple(found)
