"""Appraisal against textbooks, another library, and polynomials whose roots are known."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import numpy_financial
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.derive.appraisal import Flows, appraise, present_value
from generator.derive.rates import UNIT, internal_rates


def flows(percent: str, *net: int) -> Flows:
    """Flows whose negative amounts are investment and whose positive ones are benefits."""
    rate, none = Fraction(percent) / 100, (Fraction(0),) * len(net)
    spent, gained = (tuple(Fraction(max(sign * each, 0)) for each in net) for sign in (-1, 1))
    return Flows(rate, spent, none, gained)


@pytest.mark.parametrize(
    ("percent", "net", "npv", "rates"),
    [
        # R. Brealey, S. Myers, F. Allen, Principles of Corporate Finance, chapter 5 (payback, IRR and its pitfalls).
        ("10", (-2000, 500, 500, 5000), "2624", None),
        ("10", (-2000, 500, 1800, 0), "-58", None),
        ("10", (-2000, 1800, 500, 0), "50", None),
        ("0", (-4000, 2000, 4000), "2000", ("28.08",)),
        ("10", (-10000, 20000), "8182", ("100.00",)),
        ("10", (-20000, 35000), "11818", ("75.00",)),
        ("10", (1000, -3000, 2500), "339", ()),
        ("10", (-1000, 800, 150, 150, 150, 150, -150), "75", ("-50.00", "15.24")),
        # J. Lorie, L. Savage, Three Problems in Rationing Capital, Journal of Business 28 (1955): the oil pump.
        ("10", (-1600, 10000, -10000), "-774", ("25.00", "400.00")),
    ],
)
def test_textbook_cases(percent: str, net: tuple[int, ...], npv: str, rates: tuple[str, ...] | None) -> None:
    worth = appraise(flows(percent, *net)).worth
    assert round(worth.npv) == int(npv)
    if rates is not None:
        assert tuple(str(round(Decimal(each) / 10_000, 2)) for each in worth.rates) == rates


@pytest.mark.parametrize(
    ("net", "simple", "discounted"),
    [
        ((-2000, 500, 500, 5000), 3, 3),  # the textbook counts whole years: within the third
        ((-2000, 500, 1800, 0), 2, None),
        ((-2000, 1800, 500, 0), 2, 2),
    ],
)
def test_textbook_paybacks(net: tuple[int, ...], simple: int, discounted: int | None) -> None:
    found = appraise(flows("10", *net))
    whole = [None if each.years is None else -(-each.years // 1) for each in (found.payback, found.discounted_payback)]
    assert whole == [simple, discounted]


amounts = st.integers(-5000, 5000)


@given(st.lists(amounts, min_size=1, max_size=12), st.integers(-50, 200))
def test_present_values_are_those_of_numpy_financial(net: list[int], percent: int) -> None:
    exact = present_value([Fraction(each) for each in net], Fraction(percent, 100))
    assert float(exact) == pytest.approx(numpy_financial.npv(percent / 100, net), rel=1e-9, abs=1e-6)


@given(st.integers(1, 5000), st.lists(st.integers(0, 3000), min_size=1, max_size=8))
def test_internal_rates_are_those_of_numpy_financial(spent: int, gains: list[int]) -> None:
    net = [-spent, *gains]
    assume(gains[-1] > 0 and -0.9 < (theirs := numpy_financial.irr(net)) < 100)
    (ours,) = internal_rates([Fraction(each) for each in net])
    assert ours / UNIT == pytest.approx(theirs, abs=2e-6, rel=1e-6)


factors = st.fractions(Fraction(1, 20), Fraction(5), max_denominator=20)


@given(
    st.dictionaries(factors, st.integers(1, 2), max_size=4),
    st.lists(st.integers(1, 9), max_size=2),
    st.lists(st.integers(1, 9), max_size=1),
    st.integers(0, 2),
)
def test_of_a_polynomial_with_known_roots_exactly_the_positive_ones_are_rates(
    positive: dict[Fraction, int], negative: list[int], complex_: list[int], zeros: int
) -> None:
    """Roots x = 1/(1+r) with multiplicities, negative and complex roots, and roots at zero, multiplied out."""
    row = [Fraction(1)]
    linear = [root for root, often in positive.items() for _ in range(often)] + [Fraction(-each) for each in negative]
    for factor in ([-root, Fraction(1)] for root in linear):
        row = product(row, factor)
    for each in complex_:
        row = product(row, [Fraction(each), Fraction(0), Fraction(1)])
    row = [Fraction(0)] * zeros + row
    expected = sorted((1 / root - 1) * UNIT // 1 for root in positive)
    assert list(internal_rates(row)) == expected


def product(one: list[Fraction], other: list[Fraction]) -> list[Fraction]:
    """Of two polynomials."""
    found = [Fraction(0)] * (len(one) + len(other) - 1)
    for power, a in enumerate(one):
        for more, b in enumerate(other):
            found[power + more] += a * b
    return found


@given(st.lists(st.integers(-9, 9), min_size=2, max_size=6))
def test_the_count_lies_between_brute_force_and_the_rule_of_signs(net: list[int]) -> None:
    row = [Fraction(each) for each in net]
    seen = [value > 0 for step in range(1, 400) if (value := present_value(row, Fraction(20, step) - 1))]
    signs = [each > 0 for each in net if each]
    crossings, changes = (sum(one != other for one, other in pairwise(each)) for each in (seen, signs))
    assert crossings <= len(internal_rates(row)) <= changes
