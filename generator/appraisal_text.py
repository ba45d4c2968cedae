"""The appraisal of a study for a terminal, a spreadsheet or another program.

In: a study with cash flows, the words of a language. Out: text, CSV or JSON. Not here: the arithmetic (`derive.appraisal`), pages.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Final

from generator.derive.appraisal import Payback, Result, Worth, appraise, flows_of
from generator.derive.sensitivity import Scenario, scenarios
from generator.model.study import Appraisal, Study
from generator.render import appraisal_words as words
from generator.render.exports import table
from generator.render.figures_words import decimal
from generator.render.i18n import Messages
from generator.render.texts import plain


def _all(study: Study) -> tuple[Appraisal, Result, tuple[Scenario, ...]]:
    assert study.appraisal is not None
    found = appraise(flows_of(study.appraisal))
    return study.appraisal, found, scenarios(found.flows, study.appraisal.sensitivity)


def as_text(study: Study, t: Messages) -> str:
    """Assumptions, the years, results with formulae, scenarios."""
    given, found, cases = _all(study)
    digits = words.places(given)
    said = {
        name: plain(text, t.language, study.original)
        for name, text in (("unit", given.unit), ("prices", given.prices))
        if text
    }
    lines = [plain(study.title, t.language, study.original), ""]
    lines += [f"{name}: {value}" for name, value in words.assumptions(t, given, said)]
    lines += ["", *_columns(list(_year_rows(t, given, found, digits)))]
    lines += [
        "",
        *_columns([(each.name, each.value, each.formula) for each in words.results(t, found, digits)], left=(0, 2)),
    ]
    lines += ["", *(f"{each.name}: {each.said}" for each in words.results(t, found, digits) if each.said)]
    lines += ["", *_columns(list(_scenario_rows(t, cases, digits)))]
    return "\n".join([*lines, ""])


def _year_rows(t: Messages, given: Appraisal, found: Result, digits: int) -> Iterator[tuple[str, ...]]:
    yield t("Year"), t("Costs"), t("Benefits"), t("Net"), t("Discount factor"), t("Present value"), t("Running total")
    for each in found.years:
        year = t.year(given.start + each.year) if given.start is not None else t.number(each.year)
        amounts = (each.investment + each.running, each.benefits, each.net)
        shown = (decimal(t, value, digits) for value in amounts)
        present = (decimal(t, value, digits) for value in (each.present, each.present_total))
        yield year, *shown, decimal(t, each.factor, 4), *present


def _scenario_rows(t: Messages, cases: Sequence[Scenario], digits: int) -> Iterator[tuple[str, ...]]:
    yield t("If"), t("Net present value (NPV)"), t("Benefit-cost ratio"), t("Internal rate of return (IRR)")
    for each in cases:
        worth = each.worth
        yield words.scenario(t, each), decimal(t, worth.npv, digits), words.ratio(t, worth), words.rates(t, worth)


def _columns(rows: Sequence[tuple[str, ...]], left: tuple[int, ...] = (0,)) -> list[str]:
    """Rows with aligned columns; numbers stand at the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        "  ".join(
            cell.ljust(width) if column in left else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def as_json(study: Study, t: Messages) -> str:
    """Everything exactly: fractions as text, rates in units of 0.0001 percent."""
    _, found, cases = _all(study)
    said = {
        "study": study.id,
        **_worth(found.worth),
        "payback": _payback(found.payback),
        "discounted_payback": _payback(found.discounted_payback),
        "switch_benefits": _text(found.switch_benefits),
        "switch_costs": _text(found.switch_costs),
        "years": [
            {"year": each.year, "net": str(each.net), "present": str(each.present), "total": str(each.present_total)}
            for each in found.years
        ],
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


def as_csv(study: Study, t: Messages) -> str:
    """The years as rows; no cell can start a formula."""
    given, found, _ = _all(study)
    head, *rows = _year_rows(t, given, found, 6)
    return table([dict(zip(head, row, strict=True)) for row in rows]).decode()


FORMATS: Final[Mapping[str, Callable[[Study, Messages], str]]] = MappingProxyType(
    {"text": as_text, "json": as_json, "csv": as_csv}
)
