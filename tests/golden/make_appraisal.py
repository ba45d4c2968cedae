"""Golden cases of the appraisal for the browser: cash flows and everything the build makes of them, exactly.

`python -m tests.golden.make_appraisal` writes tests/golden/appraisal.json; a test says when it is stale.
In: a fixed seed. Out: JSON. Not here: the comparison (`tests/browser/test_appraise.py`).
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from generator.derive.appraisal import Payback, Worth, appraise, flows_of
from generator.derive.sensitivity import scenarios
from generator.model.study import Appraisal

FILE = Path(__file__).parent / "appraisal.json"
RATES = ("0", "3", "5", "7.5", "12.345678", "-2", "-50", "100")
BY_HAND: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("10", ("-100", "230", "-132")),
    ("5", ("-100", "150", "-100")),
    ("5", ("-1", "2", "-1")),
    ("0", ("-1000", "6000", "-11000", "6000")),
    ("5", ("100", "100")),
    ("5", ("-100", "-50")),
    ("5", ("0", "-100", "120")),
    ("8", ("-0.000001", "0.000002")),
    ("8", ("-123456789012345", "987654321.123456", "223456789012345")),
    ("-99", ("-10", "20", "30")),
    ("1000", ("-10", "20", "30")),
)


def amounts(chance: random.Random, kind: int) -> list[str]:
    """A row of net amounts: ordinary projects, mixed signs, late costs, decimals, long rows, zeros."""
    length = chance.choice((2, 3, 5, 8, 12)) if kind != 4 else chance.randint(20, 61)
    places = chance.choice((0, 0, 1, 2, 6)) if kind == 3 else 0

    def number(low: int, high: int) -> str:
        return str(Decimal(chance.randint(low * 10**places, high * 10**places)).scaleb(-places))

    first = number(-5000, -100)
    if kind in (0, 3, 4):
        return [first, *(number(0, 1500) for _ in range(length - 1))]
    if kind == 1:
        return [number(-1000, 1000) for _ in range(length)]
    if kind == 2:
        return [first, *(number(0, 2500) for _ in range(length - 1)), number(-4000, -1)]
    return [chance.choice(("0", number(-50, 50))) for _ in range(length)]


def given() -> Iterator[dict[str, Any]]:
    """Every case as an `appraisal:` of a record."""
    chance = random.Random(20261124)
    rows = [*BY_HAND, *((chance.choice(RATES), tuple(amounts(chance, number % 6))) for number in range(229))]
    for number, (rate, net) in enumerate(rows):
        flows: list[dict[str, Any]] = []
        for year, each in enumerate(net):
            value = Decimal(each)
            name = "benefits" if value > 0 else ("running" if (year + number) % 3 == 0 else "investment")
            if value or year == 0 or year == len(net) - 1:
                flows.append({"year": year, name: str(abs(value))})
        case: dict[str, Any] = {"currency": "USD", "rate": rate, "flows": flows}
        if number % 7 == 0:
            case["sensitivity"] = {"rates": ["1", "9.5"], "benefits": ["-33.3"], "costs": ["25"], "delays": [1, 3]}
        yield case


def result(case: dict[str, Any]) -> dict[str, Any]:
    """What the build makes of a case."""
    model = Appraisal.model_validate(case)
    found = appraise(flows_of(model))
    return {
        **_worth(found.worth),
        "payback": _payback(found.payback),
        "discounted": _payback(found.discounted_payback),
        "switch": [_text(found.switch_benefits), _text(found.switch_costs)],
        "totals": [str(found.years[-1].total), str(found.years[-1].factor)],
        "scenarios": [
            [each.what, str(each.by), str(each.lost), str(each.worth.npv), list(each.worth.rates)]
            for each in scenarios(found.flows, model.sensitivity)
        ],
    }


def _worth(worth: Worth) -> dict[str, Any]:
    return {"npv": str(worth.npv), "ratio": _text(worth.ratio), "rates": list(worth.rates)}


def _payback(found: Payback) -> list[Any]:
    return [_text(found.years), found.lost_again]


def _text(value: Fraction | None) -> str | None:
    return None if value is None else str(value)


def text() -> str:
    """The whole file. Long rows are told by their figures only, or the file would be of megabytes."""
    cases = []
    for case in given():
        found = result(case)
        if len(case["flows"]) > 15:
            found["scenarios"] = [[*each[:3], "", each[4]] for each in found["scenarios"]]
        cases.append({"given": case, "result": found})
    return json.dumps({"cases": cases}, ensure_ascii=False, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    FILE.write_text(text(), "utf-8", newline="\n")
