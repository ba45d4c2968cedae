"""Golden cases of the appraisal: cash flows and what the build makes of them, for the form in the browser to match.

python -m tests.golden.make_appraisal   writes appraisal.json beside this file, after a change of the method.
Amounts and rates are decimals as typed; results are exact fractions as text, "25/3" or "4"; internal rates are whole units of
0.0001 percent, followed by what is shown of each. Where there is no result there is null.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

from generator.derive.appraisal import Payback, Worth, appraise, flows_of
from generator.derive.sensitivity import scenarios
from generator.model.study import Appraisal, Flow, Sensitivity
from generator.render.appraisal_words import places
from generator.render.figures_words import enough, rounded_rate

FILE: Final = Path(__file__).with_name("appraisal.json")
SEED: Final = 20261124
RANDOM_CASES: Final = 28
"""Of each kind."""
Row = tuple[int, str, str, str]
"""Year, investment, running costs, benefits."""
Drawn = tuple[str, tuple[Row, ...]]
"""A rate in percent, and rows."""


USUAL: Final = Sensitivity()
"""The steps taken where a file names none."""


@dataclass(frozen=True, slots=True)
class Case:
    """One appraisal, and how far its assumptions are varied; `varied` cases hold their scenarios too."""

    name: str
    rate: str
    rows: tuple[Row, ...]
    sensitivity: Sensitivity = USUAL
    varied: bool = False


def _decimals(*values: str) -> tuple[Decimal, ...]:
    return tuple(Decimal(each) for each in values)


def net(*amounts: int | str) -> tuple[Row, ...]:
    """Rows of which each has one amount: negative is spent at once, positive is gained."""
    return tuple(
        (year, str(each).lstrip("-"), "0", "0") if str(each).startswith("-") else (year, "0", "0", str(each))
        for year, each in enumerate(amounts)
    )


EDGES: Final = (
    Case("one rate, whole", "5", net(-100, 110)),
    Case("one rate, a root", "5", net(-100, 0, 50)),
    Case("two rates", "15", net(-100, 230, -132), varied=True),
    Case("three rates", "5", net(-1000, 6000, -11000, 6000)),
    Case("five rates", "5", net(-1, "7.5", "-22.1875", "32.34375", "-23.21875", "6.5625")),
    Case("touches zero once", "5", net(-1, 2, -1)),
    Case("touches zero and crosses", "5", net(-1, 4, -5, 2)),
    Case("no rate", "5", net(-100, 150, -100), varied=True),
    Case("only benefits", "5", net(100, 100), varied=True),
    Case("only costs", "5", net(-100, -100), varied=True),
    Case("costs and benefits alike", "5", ((0, "10", "0", "10"), (1, "0", "7", "7"))),
    Case("exactly zero at this rate", "10", net(-100, 110), varied=True),
    Case("a rate of zero", "0", net(-100, 60, 70), varied=True),
    Case("a negative rate", "-1.5", net(-100, 60, 70), varied=True),
    Case("a rate near minus one hundred", "-99", net(-100, 60, 70), varied=True),
    Case("a rate below what is varied", "-99.5", net(-100, 60, 70), varied=True),
    Case("a rate of a thousand", "1000", net(-100, 60, 70)),
    Case("an internal rate near minus one hundred", "5", net(-1000000, 0, "0.000001")),
    Case("an internal rate of millions", "5", net("-0.000001", 1000000)),
    Case("huge amounts", "3.25", net(-(10**15), 4 * 10**14, 4 * 10**14, 4 * 10**14)),
    Case("tiny amounts", "3.25", net("-0.000009", "0.000004", "0.000004", "0.000004")),
    Case("paid back at the end of a year", "5", net(-100, 50, 50, 10)),
    Case("paid back and lost again", "5", net(-100, 120, -50, 60)),
    Case("paid back and lost for good", "5", net(-100, 120, -50)),
    Case("spent later than gained", "5", net(50, -100, 80), varied=True),
    Case("waiting before it begins", "5", net(0, 0, -100, 60, 70), varied=True),
    Case("years in another order with gaps", "5", ((6, "0", "1", "90"), (0, "100", "0", "0"), (3, "0", "2.5", "40"))),
    Case("benefits at the end only", "5", ((0, "100", "0", "0"), (9, "0", "0", "190")), varied=True),
    Case("one year only", "5", net(-100), varied=True),
    Case(
        "costs that come back", "5", ((0, "100", "5", "0"), (1, "-40", "5", "80"), (2, "-10", "5", "20")), varied=True
    ),
    Case(
        "assumptions of its own",
        "6.5",
        net(-100, 40, 50, 60),
        Sensitivity(
            rates=_decimals("0", "12.25"), benefits=_decimals("-33.3"), costs=_decimals("5", "100"), delays=(1, 3, 9)
        ),
        varied=True,
    ),
    Case("shown as more than nothing", "5", net(-100, 220, -121), varied=True),
    Case("smaller than what is shown", "1000", ((59, "0", "0", "0.000001"),), varied=True),
    Case("a rate of less than a hundredth of a percent", "5", net(-1000000, 1000001)),
    Case("a rate just below nothing", "5", net(-1000000, 999999)),
    Case("an internal rate with many digits", "5", net("-0.000003", 1000000)),
    Case("two internal rates with many digits", "5", net("-0.000003", 3000000, -1000000), varied=True),
    Case("years without amounts at the end", "5", (*net(-100, 60, 70), (7, "0", "0", "0")), varied=True),
    Case("a tie in the second decimal", "5", net(-100000, "105005")),
    Case("a tie below zero", "5", net(-100000, "94995")),
    Case("just above a tie below zero", "5", net(-1000000, "949950.9")),
)


def _amount(chance: random.Random, most: int, places: int) -> str:
    return str(Decimal(chance.randint(0, most * 10**places)).scaleb(-places))


def _usual(chance: random.Random) -> Drawn:
    """Spent first, gained later, as most projects."""
    years = chance.randint(3, 12)
    first = (0, _amount(chance, 5000, 0), "0", "0")
    later = ((year, "0", _amount(chance, 200, 1), _amount(chance, 1500, 1)) for year in range(1, years))
    return _amount(chance, 12, 2), (first, *later)


def _mixed(chance: random.Random) -> Drawn:
    """Signs change often, so that there are none or several internal rates."""
    rows = tuple((year, _amount(chance, 900, 0), "0", _amount(chance, 900, 0)) for year in range(chance.randint(3, 10)))
    return str(Decimal(chance.randint(-500, 4000)).scaleb(-2)), rows


def _from_roots(chance: random.Random) -> Drawn:
    """Made from several internal rates, so that they are known to exist."""
    row = [Fraction(-chance.randint(1, 50))]
    for _ in range(chance.randint(2, 5)):
        factor = 1 + Fraction(chance.randint(-30, 90), 100)
        row = [one - factor * other for one, other in zip([*row, Fraction(0)], [Fraction(0), *row], strict=True)]
    scaled = [int(each * 10**10) for each in row]
    return _amount(chance, 12, 2), net(*(f"{Decimal(each).scaleb(-6):f}" for each in scaled))


def _dismantled(chance: random.Random) -> Drawn:
    """A large cost at the end."""
    _, rows = _usual(chance)
    return _amount(chance, 12, 2), (*rows, (len(rows), "0", _amount(chance, 9000, 0), "0"))


def _precise(chance: random.Random) -> Drawn:
    """Amounts of six decimals and any size, a rate of six decimals."""
    sizes = [10 ** chance.randint(0, 8) for _ in range(chance.randint(2, 7))]
    rows = tuple(
        (year, _amount(chance, size, 6), _amount(chance, size, 6), _amount(chance, 3 * size, 6))
        for year, size in enumerate(sizes)
    )
    return str(Decimal(chance.randint(-5_000_000, 30_000_000)).scaleb(-6)), rows


def _gaps(chance: random.Random) -> Drawn:
    """Some years only, not in order."""
    years = chance.sample(range(1, 25), chance.randint(2, 6))
    rows = tuple((year, _amount(chance, 50, 0), _amount(chance, 20, 0), _amount(chance, 900, 0)) for year in years)
    return _amount(chance, 8, 1), ((0, _amount(chance, 2000, 0), "0", "0"), *rows)


def _long(chance: random.Random) -> Drawn:
    """Forty years and more."""
    rows = tuple(
        (year, "0", _amount(chance, 40, 0), _amount(chance, 120, 0)) for year in range(1, chance.randint(40, 61))
    )
    return str(chance.randint(0, 10)), ((0, _amount(chance, 3000, 0), "0", "0"), *rows)


KINDS: Final[Mapping[str, Callable[[random.Random], Drawn]]] = {
    "spent first": _usual,
    "signs change": _mixed,
    "made from its rates": _from_roots,
    "taken down at the end": _dismantled,
    "many decimals": _precise,
    "years left out": _gaps,
    "long": _long,
}


def cases() -> Iterator[Case]:
    """Named cases first, then drawn ones; the same each time."""
    yield from EDGES
    chance = random.Random(SEED)
    for kind, draw in KINDS.items():
        for number in range(1, RANDOM_CASES + 1):
            rate, rows = draw(chance)
            yield Case(f"{kind} {number}", rate, rows, varied=number % 4 == 1 and len(rows) < 16)


def document() -> dict[str, object]:
    """All that stands in the file."""
    return {
        "columns of a flow": ["year", "investment", "running", "benefits"],
        "columns of worth": ["npv", "present benefits", "present costs", "ratio", "rates", "rates as shown"],
        "columns of decimals": ["of amounts", "of the net present value"],
        "columns of a payback": ["years", "lost again"],
        "columns of a scenario": ["what", "by", "worth", "benefits lost"],
        "cases": [_expected(each) for each in cases()],
    }


def _expected(case: Case) -> dict[str, object]:
    flows = tuple(
        Flow(year=year, investment=Decimal(spent), running=Decimal(running), benefits=Decimal(gained))
        for year, spent, running, gained in case.rows
    )
    given = Appraisal(currency="USD", rate=Decimal(case.rate), flows=flows, sensitivity=case.sensitivity)
    found, digits = appraise(flows_of(given)), places(given)
    said: dict[str, object] = {
        "name": case.name,
        "rate": case.rate,
        "flows": [list(row) for row in case.rows],
        "decimals": [digits, enough(found.worth.npv, digits)],
        "worth": _worth(found.worth),
        "payback": _payback(found.payback),
        "discounted": _payback(found.discounted_payback),
        "switch": [_text(found.switch_benefits), _text(found.switch_costs)],
    }
    if case.sensitivity != USUAL:
        said["sensitivity"] = case.sensitivity.model_dump(mode="json")
    if case.varied:
        varied = scenarios(found.flows, case.sensitivity)
        said["scenarios"] = [[each.what, str(each.by), _worth(each.worth), str(each.lost)] for each in varied]
    return said


def _worth(found: Worth) -> list[Any]:
    amounts = (found.npv, found.present_benefits, found.present_costs, found.ratio)
    shown = [str(rounded_rate(each)) for each in found.rates]
    return [*(_text(each) for each in amounts), list(found.rates), shown]


def _payback(found: Payback) -> list[object]:
    return [_text(found.years), found.lost_again]


def _text(value: Fraction | None) -> str | None:
    return None if value is None else str(value)


def text() -> str:
    """The file: one line for each entry at the top and each case, so that a review sees which cases change."""
    lines = []
    for key, value in document().items():
        if isinstance(value, list) and key == "cases":
            rows = ",\n".join(json.dumps(row, separators=(",", ":")) for row in value)
            lines.append(f"{json.dumps(key)}: [\n{rows}\n]")
        else:
            lines.append(f"{json.dumps(key)}: {json.dumps(value, separators=(',', ':'))}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    FILE.write_text(text(), "utf-8")
