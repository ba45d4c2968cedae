"""Appraisal: published cases, cases computed by hand, and what must hold for all cash flows."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.derive.appraisal import Flows, Payback, appraise, flows_of, payback, present_value, worth_of
from generator.derive.rates import UNIT, internal_rates
from generator.derive.sensitivity import scenarios
from generator.model.study import Appraisal, Flow, Sensitivity
from generator.render.appraisal_words import needed
from generator.render.figures_words import rounded_rate, telling
from generator.render.i18n import messages
from generator.render.views.appraisal_charts import ticks, tornado
from generator.render.views.drawing import Said
from tests.conftest import ROOT


def flows(rate: str, *net: int | str) -> Flows:
    """Flows whose negative amounts are investment and whose positive ones are benefits."""
    amounts = [Fraction(each) for each in net]
    spent, gained = [max(-each, Fraction(0)) for each in amounts], [max(each, Fraction(0)) for each in amounts]
    return Flows(Fraction(rate), tuple(spent), (Fraction(0),) * len(amounts), tuple(gained))


def rates(*net: int) -> tuple[int, ...]:
    return internal_rates([Fraction(each) for each in net])


@pytest.mark.parametrize(
    ("amounts", "rate"),
    [
        ((-100, 39, 59, 55, 20), "0.28095"),  # documentation of numpy-financial, irr
        ((-100, 0, 0, 74), "-0.0955"),
        ((-100, 100, 0, -7), "-0.0833"),
        ((-100, 100, 0, 7), "0.06206"),
        ((-5, 10.5, 1, -8, 1), "0.0886"),
        ((-70000, 12000, 15000, 18000, 21000, 26000), "0.0866"),  # documentation of spreadsheets' IRR: 8.66 %
    ],
)
def test_published_internal_rates(amounts: tuple[float, ...], rate: str) -> None:
    found = internal_rates([Fraction(str(each)) for each in amounts])
    # A row with several rates has the published one among them: libraries report one and keep silent on the others.
    places = len(rate.partition(".")[2])
    assert any(round(Decimal(each) / UNIT, places) == Decimal(rate) for each in found)


def test_a_published_net_present_value() -> None:
    # documentation of numpy-financial, npv: rate 0.281, cash flows -100, 39, 59, 55, 20
    assert round(float(worth_of(flows("0.281", -100, 39, 59, 55, 20)).npv), 4) == -0.0085


def test_none_one_and_several_rates_are_told_apart() -> None:
    assert rates(-100, 110) == (100_000,)
    assert rates(-100, 230, -132) == (100_000, 200_000)  # zero at 10 and at 20 percent
    assert rates(100, 100) == ()
    assert rates(-100, 150, -100) == ()  # the curve never meets zero
    assert rates(-1, 2, -1) == (0,)  # it touches zero once
    assert rates(0, 0, 0) == ()
    assert rates(0, -100, 120) == (200_000,)  # waiting a year changes no rate
    assert rates(-1000, 6000, -11000, 6000) == (0, 1_000_000, 2_000_000)


def test_a_rate_is_rounded_down_to_its_unit() -> None:
    # (1+r)^2 = 0.5: r = -0.29289321…, which lies above -0.292894
    assert rates(-100, 0, 50) == (-292_894,)
    assert rates(-3, 0, 4) == (154_700,)  # √(4/3) - 1 = 0.154700538…


def test_by_hand_with_every_column() -> None:
    found = appraise(
        Flows(
            Fraction(1, 10),
            (Fraction(100), Fraction(0), Fraction(0)),
            (Fraction(0), Fraction(10), Fraction(10)),
            (Fraction(0), Fraction(65), Fraction(131)),
        )
    )
    assert [each.net for each in found.years] == [-100, 55, 121]
    assert [each.present for each in found.years] == [-100, 50, 100]
    assert [each.present_total for each in found.years] == [-100, -50, 50]
    assert found.worth.npv == 50
    costs = 100 + Fraction(10) / Fraction("1.1") + Fraction(10) / Fraction("1.21")
    assert found.worth.ratio == 1 + 50 / costs
    assert found.payback == Payback(1 + Fraction(45, 121))
    assert found.discounted_payback == Payback(Fraction(3, 2))


def test_switching_values_make_the_net_present_value_zero() -> None:
    given_flows = flows("0.07", -1000, 300, 400, 500, 600)
    found = appraise(given_flows)
    assert found.switch_benefits is not None
    assert found.switch_costs is not None
    less = tuple(each * (1 + found.switch_benefits) for each in given_flows.benefits)
    more = tuple(each * (1 + found.switch_costs) for each in given_flows.investment)
    assert worth_of(Flows(given_flows.rate, given_flows.investment, given_flows.running, less)).npv == 0
    assert worth_of(Flows(given_flows.rate, more, given_flows.running, given_flows.benefits)).npv == 0


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        ((-100, 50, 50, 10), Payback(Fraction(2))),
        ((-100, 40, 40), Payback(None)),
        ((10, 20), Payback(Fraction(0))),
        ((5, -20, 30), Payback(Fraction(3, 2))),
        ((-100, 120, -50, 60), Payback(Fraction(5, 6), lost_again=True)),
        ((0, -10, 0, 10), Payback(Fraction(3))),
    ],
)
def test_payback_by_hand(amounts: tuple[int, ...], expected: Payback) -> None:
    assert payback([Fraction(each) for each in amounts]) == expected


def test_without_costs_there_is_no_ratio_and_without_benefits_no_switch() -> None:
    assert worth_of(flows("0.05", 10, 20)).ratio is None
    assert appraise(flows("0.05", -10, -20)).switch_benefits is None


def test_years_left_out_have_no_amounts() -> None:
    sparse = Appraisal(
        currency="USD",
        rate=Decimal(5),
        flows=(Flow(year=3, benefits=Decimal("120.5")), Flow(year=0, investment=Decimal(100))),
    )
    assert list(flows_of(sparse).net) == [-100, 0, 0, Fraction("120.5")]
    assert flows_of(sparse).rate == Fraction(1, 20)


def test_the_period_ends_with_the_last_year_that_has_an_amount() -> None:
    given = Appraisal(
        currency="USD",
        rate=Decimal(5),
        flows=(Flow(year=0, investment=Decimal(100)), Flow(year=2, benefits=Decimal(120)), Flow(year=5)),
        sensitivity=Sensitivity(delays=(1,)),
    )
    found = flows_of(given)
    assert len(found.net) == 3
    assert [each.lost for each in scenarios(found, given.sensitivity) if each.what == "delay"] == [120]


@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [
        ("-100/441", 0, "−0.2"),
        ("0.04", 1, "0.04"),
        ("0", 2, "0.00"),
        ("-0.0000000004", 4, "> −0.000000001"),
        ("0.0000000004", 0, "< 0.000000001"),
        ("0.0000000005", 0, "0.000000001"),
        ("49.5", 0, "50"),
    ],
)
def test_only_zero_is_shown_as_zero(value: str, digits: int, shown: str) -> None:
    assert telling(messages(ROOT / "theme/locales", "en"), Fraction(value), digits) == shown


@pytest.mark.parametrize(
    ("units", "shown"), [(0, "0.00"), (49, "0.0049"), (50, "0.01"), (-1, "-0.0001"), (-51, "-0.01")]
)
def test_a_small_rate_is_not_shown_as_zero(units: int, shown: str) -> None:
    assert str(rounded_rate(units)) == shown


def test_the_lines_of_a_drawing_run_beside_its_bars_and_through_no_label() -> None:
    rows = [("Costs +20 %", Fraction(-5), "−5"), ("Benefits +20 %", Fraction(80), "80")]
    drawing = tornado(Said("x", "", "", ""), Fraction(20), "Base case 20", rows)
    assert drawing.zero is not None
    for line in (drawing.zero.line, drawing.base.line):
        spans = [(int(top), int(top) + int(tall)) for top, tall in re.findall(r",(\d+)v(\d+)", line)]
        assert len(spans) == len(drawing.bars)
        for bar, (top, end) in zip(drawing.bars, spans, strict=True):
            # A label stands on a line 6 above its bar, with letters of 4 below that line and 14 above it.
            assert bar.y - 6 + 4 < top < bar.y
            assert bar.y + bar.height < end < bar.y + 40 - 6 - 14
    assert drawing.zero.y > drawing.base.y  # they are near each other here
    assert drawing.height > drawing.zero.y


def test_a_tick_between_whole_numbers_is_labelled_as_such() -> None:
    assert [needed(each) for each in ticks([Fraction(0), Fraction(12)])] == [0, 1, 0, 1, 0, 1]  # 0, 2.5, 5 …


def test_a_delay_moves_benefits_and_loses_those_beyond_the_end() -> None:
    found = scenarios(flows("0", -100, 60, 70), Sensitivity(delays=(1,)))
    late = next(each for each in found if each.what == "delay")
    assert [late.worth.npv, late.lost] == [-40, 70]


def test_scenarios_change_one_thing_at_a_time() -> None:
    base = flows("0.1", -100, 110)
    said = Sensitivity(rates=(Decimal(0),), benefits=(Decimal(-50),), costs=(Decimal(10),), delays=(2,))
    found = {each.what: each for each in scenarios(base, said)}
    assert found["rate"].worth.npv == 10
    assert found["benefits"].worth.npv == -50
    assert found["costs"].worth.npv == -10
    assert found["delay"].worth.npv == -100


def test_the_usual_scenarios_stand_in_for_those_not_named() -> None:
    found = scenarios(flows("-0.98", -100, 110), Sensitivity())
    assert [(each.what, each.by) for each in found if each.what == "rate"] == [("rate", Fraction(-96))]
    assert [int(each.by) for each in found if each.what == "benefits"] == [-20, -10, 10, 20]


amounts = st.lists(st.integers(-1000, 1000), min_size=1, max_size=9)
percents = st.fractions(Fraction(-1, 2), Fraction(2), max_denominator=1000)


@given(amounts, amounts, percents)
def test_present_values_add_up(one: list[int], other: list[int], rate: Fraction) -> None:
    length = max(len(one), len(other))
    first, second = ([Fraction(each) for each in row] + [Fraction(0)] * (length - len(row)) for row in (one, other))
    together = [a + b for a, b in zip(first, second, strict=True)]
    assert present_value(together, rate) == present_value(first, rate) + present_value(second, rate)


@given(amounts, st.integers(1, 1000), percents)
def test_another_currency_changes_neither_ratio_nor_rates(net: list[int], factor: int, rate: Fraction) -> None:
    plain, scaled = worth_of(flows(str(rate), *net)), worth_of(flows(str(rate), *(each * factor for each in net)))
    assert scaled.npv == plain.npv * factor
    assert (scaled.ratio, scaled.rates) == (plain.ratio, plain.rates)


@settings(max_examples=200)
@given(amounts)
def test_the_present_value_changes_sign_or_touches_zero_around_each_rate(net: list[int]) -> None:
    row = [Fraction(each) for each in net]
    for k in internal_rates(row):
        low, high = Fraction(k, UNIT), Fraction(k + 1, UNIT)
        if low <= -1:
            continue
        ends = present_value(row, low), present_value(row, high)
        alike = internal_rates(row).count(k)
        # An odd number of crossings between the two ends, zero at one of them, or a touch that has no sign.
        assert ends[0] == 0 or ends[0] * ends[1] <= 0 or alike > 1 or _touches(row, low, high)


def _touches(row: list[Fraction], low: Fraction, high: Fraction) -> bool:
    """Whether the derivative of Σ a_t x^t has a root in the interval too, as it must where the curve only touches zero."""
    slope = [power * each for power, each in enumerate(row)][1:]
    return any(low <= Fraction(k + 1, UNIT) and Fraction(k, UNIT) <= high for k in internal_rates(slope))


@given(st.lists(st.integers(1, 500), min_size=1, max_size=8), st.integers(1, 2000))
def test_spending_first_and_earning_later_has_exactly_one_rate(gains: list[int], spent: int) -> None:
    row = [Fraction(-spent), *(Fraction(each) for each in gains)]
    (k,) = internal_rates(row)
    assert present_value(row, Fraction(k, UNIT)) >= 0 > present_value(row, Fraction(k + 1, UNIT))


@given(amounts, percents.filter(lambda rate: rate >= 0))
def test_discounting_never_brings_the_money_back_sooner(net: list[int], rate: Fraction) -> None:
    spent_first = [-abs(net[0]) - 1, *(abs(each) for each in net[1:])]
    found = appraise(flows(str(rate), *spent_first))
    if found.discounted_payback.years is not None:
        assert found.payback.years is not None
        assert found.payback.years <= found.discounted_payback.years


@given(amounts, percents)
def test_the_last_running_total_is_the_net_present_value(net: list[int], rate: Fraction) -> None:
    found = appraise(flows(str(rate), *net))
    assert found.years[-1].present_total == found.worth.npv == found.worth.present_benefits - found.worth.present_costs
