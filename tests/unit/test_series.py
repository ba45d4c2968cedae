"""Counts over time as a drawing: everything inside, in order, each label on a place of its own."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.model.dates import PartialDate, Period, period
from generator.render.views.series import HEIGHT, WIDTH, Count, Series, series


def drawn(*counts: tuple[str, float]) -> Series:
    given_counts = [Count(period(when), value, f"{value:g}") for when, value in counts]
    return series("x", ("title", "description", "key"), given_counts, lambda value: f"{value:g}")


def test_the_scale_begins_at_zero_and_holds_the_largest_value() -> None:
    chart = drawn(("2010", 50), ("2014-11", 86), ("2020", 202))
    assert [label for _, label in chart.ticks] == ["0", "60", "120", "180", "240"]
    foot, top = chart.ticks[0][0], chart.ticks[-1][0]
    assert all(top <= dot.y <= foot for dot in chart.dots)


def test_a_value_stands_at_its_height_and_date() -> None:
    chart = drawn(("2010", 0), ("2012", 100), ("2014", 50))
    first, second, third = chart.dots
    foot, top = chart.ticks[0][0], chart.ticks[-1][0]
    assert (first.y, second.y, third.y) == (foot, top, (foot + top) / 2)
    assert second.x - first.x == third.x - second.x


def test_months_and_days_count_in_a_year() -> None:
    xs = [dot.x for dot in drawn(("2010-01-01", 1), ("2010-07-01", 1), ("2011-01-01", 1)).dots]
    assert abs((xs[1] - xs[0]) - (xs[2] - xs[1])) < 2


def test_labels_of_close_dots_stand_apart() -> None:
    chart = drawn(("2016-03", 96), ("2016-03", 95), ("2016-10", 112), ("2018", 129), ("2018", 150))
    places = {(dot.label_x, dot.label_y) for dot in chart.dots}
    assert len(places) == len(chart.dots)


months = st.builds(
    lambda year, month: Period(PartialDate(year, month), PartialDate(year, month)),
    st.integers(1990, 2030),
    st.integers(1, 12),
)
values = st.floats(0, 1e9, allow_nan=False)


@given(st.lists(st.tuples(months, values), min_size=2, max_size=12))
def test_order_of_counts_does_not_matter_and_all_stay_inside(counts: list[tuple[Period, float]]) -> None:
    given_counts = [Count(when, value, f"{value:.0f}") for when, value in sorted(counts, key=repr)]
    chart = series("x", ("t", "d", "k"), given_counts, str)
    assert all(0 <= dot.x <= WIDTH and 0 <= dot.y <= HEIGHT for dot in chart.dots)
    assert [dot.x for dot in chart.dots] == sorted(dot.x for dot in chart.dots)
    assert sorted((dot.x, dot.y) for dot in chart.dots) == sorted(
        (dot.x, dot.y) for dot in series("x", ("t", "d", "k"), given_counts[::-1], str).dots
    )
