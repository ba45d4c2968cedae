"""The results of an appraisal in words: names, formulae, what each says and does not. Pages and the command line say the same.

In: results, the words of a language. Out: text. Not here: the arithmetic (`derive.appraisal`), tables and drawings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from generator.derive.appraisal import Payback, Result, Worth, last_year
from generator.derive.sensitivity import Scenario
from generator.model.study import Appraisal
from generator.render.figures_words import decimal, percent, telling
from generator.render.i18n import Messages


@dataclass(frozen=True, slots=True)
class Line:
    """One result: what it is called, its value, its formula, and a sentence on it."""

    name: str
    value: str
    formula: str
    said: str


def places(given: Appraisal) -> int:
    """How many decimals amounts are shown with: as many as the file has, and two more where amounts are small."""
    amounts = [each for flow in given.flows for each in (flow.investment, flow.running, flow.benefits) if each]
    written = max((max(-int(each.normalize().as_tuple().exponent), 0) for each in amounts), default=0)
    small = max((abs(each) for each in amounts), default=0) < 100
    return min(written + (2 if small else 0), 6)


def results(t: Messages, found: Result, digits: int) -> tuple[Line, ...]:
    """The five results and the two switching values."""
    worth = found.worth
    return (
        Line(t("Net present value (NPV)"), telling(t, worth.npv, digits), "Σ (Bₜ − Cₜ) / (1 + r)ᵗ", _npv(t, worth)),
        Line(t("Benefit-cost ratio"), ratio(t, worth), "Σ Bₜ / (1 + r)ᵗ ÷ Σ Cₜ / (1 + r)ᵗ", _ratio(t, worth)),
        Line(t("Internal rate of return (IRR)"), rates(t, worth), "Σ (Bₜ − Cₜ) / (1 + i)ᵗ = 0", _rates(t, worth)),
        Line(t("Simple payback"), payback(t, found.payback), "Σ (Bₜ − Cₜ) = 0", _payback(t, found.payback)),
        Line(
            t("Discounted payback"),
            payback(t, found.discounted_payback),
            "Σ (Bₜ − Cₜ) / (1 + r)ᵗ = 0",
            _payback(t, found.discounted_payback),
        ),
        Line(
            t("Switching value of benefits"),
            change(t, found.switch_benefits),
            "Σ Cₜ / (1 + r)ᵗ ÷ Σ Bₜ / (1 + r)ᵗ − 1",
            t("If all benefits change by this much, the net present value is zero."),
        ),
        Line(
            t("Switching value of costs"),
            change(t, found.switch_costs),
            "Σ Bₜ / (1 + r)ᵗ ÷ Σ Cₜ / (1 + r)ᵗ − 1",
            t("If all costs change by this much, the net present value is zero."),
        ),
    )


def ratio(t: Messages, worth: Worth) -> str:
    """The benefit-cost ratio with two decimals, or none."""
    return t("none: there are no costs") if worth.ratio is None else telling(t, worth.ratio, 2)


def rates(t: Messages, worth: Worth) -> str:
    """The internal rate, or that there is none, or that there are several."""
    if not worth.rates:
        return t("none")
    if len(worth.rates) == 1:
        return percent(t, worth.rates[0])
    return t("several: {number}", number=t.number(len(worth.rates)))


def payback(t: Messages, found: Payback) -> str:
    """Years with two decimals, or that it does not come back."""
    if found.years is None:
        return t("not within the period")
    if found.years == 0:
        return t("at once")
    return t("{number} years", number=telling(t, found.years, 2))


def change(t: Messages, value: Fraction | None) -> str:
    """A change in percent with its sign."""
    if value is None:
        return t("none")
    return t("{number} %", number=signed(t, value * 100, 1))


def _npv(t: Messages, worth: Worth) -> str:
    if worth.npv > 0:
        return t("Above zero: at this rate the benefits are worth more than the costs.")
    if worth.npv < 0:
        return t("Below zero: at this rate the costs are worth more than the benefits.")
    return t("Exactly zero: at this rate benefits and costs are worth the same.")


def _ratio(t: Messages, worth: Worth) -> str:
    if worth.ratio is None:
        return ""
    return t(
        "Each unit spent brings {ratio} units of benefit, both at present value.", ratio=telling(t, worth.ratio, 2)
    )


def _rates(t: Messages, worth: Worth) -> str:
    if not worth.rates:
        return t("No discount rate makes the net present value zero, so there is no internal rate.")
    if len(worth.rates) > 1:
        listed = "; ".join(percent(t, each) for each in worth.rates)
        return t(
            "The net present value is zero at each of {rates}, so no single rate describes the project. Use the net present value.",
            rates=listed,
        )
    return t("At this discount rate the net present value is zero.")


def _payback(t: Messages, found: Payback) -> str:
    if found.lost_again:
        return t("Reached for the first time then; later the total falls below zero again.")
    if found.years is None:
        return t("The running total is still below zero at the end.")
    if found.years == 0:
        return t("The running total is never below zero.")
    return t("By then the running total is back at zero, taken evenly within the year.")


def scenario(t: Messages, each: Scenario) -> str:
    """What a scenario changes."""
    if each.what == "rate":
        return t("Discount rate {number} %", number=_plain(t, each.by))
    if each.what == "delay":
        return t.count("Benefits {number} year late", "Benefits {number} years late", int(each.by))
    number = signed(t, each.by, needed(each.by))
    return t("Benefits {number} %", number=number) if each.what == "benefits" else t("Costs {number} %", number=number)


def lost(t: Messages, cases: Iterable[Scenario], digits: int) -> Iterator[str]:
    """For each delay that moves benefits beyond the last year, how much."""
    for each in cases:
        if each.lost:
            yield t(
                "{scenario}: benefits of {lost} fall beyond the last year and are lost.",
                scenario=scenario(t, each),
                lost=telling(t, each.lost, digits),
            )


def symbols(t: Messages) -> str:
    """What the letters of the formulae stand for."""
    return t("B are benefits, C costs (investment and running), r is the discount rate, t the year from 0.")


def signed(t: Messages, value: Fraction, digits: int) -> str:
    """A number that shows its plus too."""
    shown = telling(t, value, digits)
    return f"+{shown}" if value > 0 and not shown.startswith("<") else shown


def _plain(t: Messages, value: Fraction) -> str:
    return decimal(t, value, needed(value))


def needed(value: Fraction) -> int:
    """As many decimals as a percentage needs, which has six at most."""
    return next((digits for digits in range(6) if (value * 10**digits).denominator == 1), 6)


def assumptions(t: Messages, given: Appraisal, texts: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Rate, unit, prices and period as (name, value); `texts` are unit and prices in the page's language."""
    yield t("Discount rate"), t("{number} % a year", number=_plain(t, Fraction(given.rate)))
    currency = str(t.locale.currencies.get(given.currency, given.currency))
    yield t("Currency"), f"{given.currency} · {currency}" if currency != given.currency else given.currency
    for name, key in ((t("Unit"), "unit"), (t("Prices"), "prices")):
        if texts.get(key):
            yield name, texts[key]
    last = last_year(given)
    yield t("Period"), t.count("{number} year after year 0", "{number} years after year 0", last)
    if given.start is not None:
        yield t("Year 0"), t.year(given.start)
