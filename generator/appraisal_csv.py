"""The appraisal of a study as tables for a spreadsheet: the years, the results, what changes them.

In: a study with cash flows, the words of a language. Out: CSV with plain numbers. Not here: text and JSON (`appraisal_text`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from generator.appraisal_text import amounts, everything, head
from generator.derive.appraisal import Result, Worth
from generator.model.study import Economics
from generator.render import appraisal_words as words
from generator.render.exports import table
from generator.render.figures_words import rounded
from generator.render.i18n import Messages
from generator.render.texts import plain

PLACES: Final = 6
"""Decimals of all numbers but internal rates, which are known to four."""


def years(study: Economics, t: Messages) -> str:
    """The years as rows."""
    given, found, _ = everything(study)
    rows = []
    for each in found.years:
        flows, present = ([rounded(value, PLACES) for value in row] for row in amounts(each))
        cells = (each.year + (given.start or 0), *flows, rounded(each.factor, PLACES), *present)
        rows.append(dict(zip(head(t), cells, strict=True)))
    return table(rows).decode()


def results(study: Economics, t: Messages) -> str:
    """The results as rows, with unit, formula and what each says; an internal rate has one row, several have several."""
    given, found, _ = everything(study)
    unit = plain(given.unit, t.language, study.original) if given.unit else given.currency
    columns = (t("Figure"), t("Value"), t("Unit"), t("Formula"), t("What it says"))
    rows = []
    for line, (values, counted) in zip(
        words.results(t, found, words.places(given)), _values(t, found, unit), strict=True
    ):
        for value in values or (None,):
            rows.append(dict(zip(columns, (line.name, value, counted, line.formula, line.said), strict=True)))
    return table(rows).decode()


def _values(t: Messages, found: Result, unit: str) -> Iterator[tuple[tuple[Decimal, ...], str]]:
    """Each result as numbers and what they count, in the order of `words.results`."""
    yield _number(found.worth.npv), unit
    yield _number(found.worth.ratio), ""
    yield _rates(found.worth), "%"
    yield _number(found.payback.years), t("years")
    yield _number(found.discounted_payback.years), t("years")
    for change in (found.switch_benefits, found.switch_costs):
        yield _number(None if change is None else change * 100), "%"


def sensitivity(study: Economics, t: Messages) -> str:
    """The scenarios as rows; several internal rates stand side by side."""
    _, _, cases = everything(study)
    columns = (
        t("If"),
        t("Net present value (NPV)"),
        t("Benefit-cost ratio"),
        t("Internal rate of return (IRR), percent"),
        t("Benefits lost beyond the last year"),
    )
    rows = []
    for each in cases:
        (npv,), ratio, rates = _number(each.worth.npv), _number(each.worth.ratio), _rates(each.worth)
        cells = (words.scenario(t, each), npv, *(ratio or (None,)), "; ".join(map(str, rates)), *_number(each.lost))
        rows.append(dict(zip(columns, cells, strict=True)))
    return table(rows).decode()


def _number(value: Fraction | None) -> tuple[Decimal, ...]:
    return () if value is None else (rounded(value, PLACES),)


def _rates(worth: Worth) -> tuple[Decimal, ...]:
    return tuple(Decimal(each).scaleb(-4) for each in worth.rates)


TABLES: Final[Mapping[str, Callable[[Economics, Messages], str]]] = MappingProxyType(
    {"years": years, "results": results, "sensitivity": sensitivity}
)
