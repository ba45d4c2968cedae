"""The appraisal of a study for a terminal, a spreadsheet or another program.

In: a study with cash flows, the words of a language. Out: text or JSON. Not here: the arithmetic (`derive.appraisal`), pages,
tables for a spreadsheet (`appraisal_csv`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Final

from generator.derive.appraisal import Payback, Result, Worth, Year, appraise, flows_of
from generator.derive.sensitivity import Scenario, scenarios
from generator.model.study import Appraisal, Economics
from generator.render import appraisal_words as words
from generator.render.figures_words import telling
from generator.render.i18n import Messages
from generator.render.texts import plain
from generator.text_columns import columns

UNITS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "amounts": "the currency and unit of the file, as exact fractions",
        "rate": "the discount rate a year, of 1",
        "rates": "internal rates in 0.0001 percent a year: the largest whole number not above each",
        "switch_benefits": "change, of 1",
        "switch_costs": "change, of 1",
        "payback": "years",
        "by": "percent a year for what: rate, percent for benefits and costs, years for delay",
    }
)
"""What the numbers in JSON count."""


def everything(study: Economics) -> tuple[Appraisal, Result, tuple[Scenario, ...]]:
    """The appraisal as given, its results, its scenarios."""
    found = appraise(flows_of(study.appraisal))
    return study.appraisal, found, scenarios(found.flows, study.appraisal.sensitivity)


def as_text(study: Economics, t: Messages) -> str:
    """Assumptions, the years, results with formulae, scenarios."""
    given, found, cases = everything(study)
    digits = words.places(given)
    said = {
        name: plain(text, t.language, study.original)
        for name, text in (("unit", given.unit), ("prices", given.prices))
        if text
    }
    lines = [plain(study.title, t.language, study.original), ""]
    lines += [f"{name}: {value}" for name, value in words.assumptions(t, given, said)]
    lines += ["", *columns(list(_year_rows(t, given, found, digits)))]
    said_of = words.results(t, found, digits)
    lines += ["", *columns([(each.name, each.value, each.formula) for each in said_of], left=(0, 2))]
    lines += ["", words.symbols(t), *(f"{each.name}: {each.said}" for each in said_of if each.said)]
    lines += ["", *columns(list(_scenario_rows(t, cases, digits)))]
    if notes := list(words.lost(t, cases, digits)):
        lines += ["", *notes]
    return "\n".join([*lines, ""])


def head(t: Messages) -> tuple[str, ...]:
    """The columns of the years."""
    return (
        t("Year"),
        t("Investment"),
        t("Running costs"),
        t("Benefits"),
        t("Net"),
        t("Running total"),
        t("Discount factor"),
        t("Present value"),
        t("Discounted total"),
    )


def amounts(each: Year) -> tuple[tuple[Fraction, ...], tuple[Fraction, ...]]:
    """What stands left and right of the discount factor."""
    return (each.investment, each.running, each.benefits, each.net, each.total), (each.present, each.present_total)


def _year_rows(t: Messages, given: Appraisal, found: Result, digits: int) -> Iterator[tuple[str, ...]]:
    yield head(t)
    for each in found.years:
        year = t.year(given.start + each.year) if given.start is not None else t.number(each.year)
        flows, present = ([telling(t, value, digits) for value in row] for row in amounts(each))
        yield year, *flows, telling(t, each.factor, 4), *present


def _scenario_rows(t: Messages, cases: Sequence[Scenario], digits: int) -> Iterator[tuple[str, ...]]:
    yield t("If"), t("Net present value (NPV)"), t("Benefit-cost ratio"), t("Internal rate of return (IRR)")
    for each in cases:
        worth = each.worth
        yield words.scenario(t, each), telling(t, worth.npv, digits), words.ratio(t, worth), words.rates(t, worth)


def as_json(study: Economics, t: Messages) -> str:
    """Everything exactly: fractions as text, and in which units."""
    given, found, cases = everything(study)
    said = {
        "study": study.id,
        "currency": given.currency,
        "rate": str(found.flows.rate),
        "units": dict(UNITS),
        **_worth(found.worth),
        "payback": _payback(found.payback),
        "discounted_payback": _payback(found.discounted_payback),
        "switch_benefits": _text(found.switch_benefits),
        "switch_costs": _text(found.switch_costs),
        "years": [{field.name: _exact(getattr(each, field.name)) for field in fields(each)} for each in found.years],
        "scenarios": [
            {"what": each.what, "by": str(each.by), "lost": str(each.lost), **_worth(each.worth)} for each in cases
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _worth(worth: Worth) -> dict[str, Any]:
    return {
        "npv": str(worth.npv),
        "present_benefits": str(worth.present_benefits),
        "present_costs": str(worth.present_costs),
        "ratio": _text(worth.ratio),
        "rates": list(worth.rates),
    }


def _payback(found: Payback) -> dict[str, Any]:
    return {"years": _text(found.years), "lost_again": found.lost_again}


def _text(value: Fraction | None) -> str | None:
    return None if value is None else str(value)


def _exact(value: int | Fraction) -> int | str:
    return value if isinstance(value, int) else str(value)
