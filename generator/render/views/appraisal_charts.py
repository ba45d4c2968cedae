"""Where the lines of an appraisal's drawings lie: amounts by year with their running total, and scenarios beside the base case.

In: exact amounts with finished labels. Out: drawings with coordinates in viewBox units. Not here: words and markup.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import ClassVar, Final

from generator.render.views.drawing import Said

WIDTH: Final = 560
TALL: Final = 220
LEFT: Final = 70
ROW: Final = 40
BASE_LABEL: Final = 180
"""Nearer than this to the base case, the label of zero stands below that of the base case."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: where it begins and how far it reaches; `below` for what lies under zero. A label stands at `label_at`."""

    x: float
    y: float
    width: float
    height: float
    below: bool
    label: str
    value: str = ""
    label_at: float = 0


@dataclass(frozen=True, slots=True)
class YearsChart:
    """Net amounts as bars and their discounted running total as a line."""

    shape: ClassVar[str] = "years"
    said: Said
    bars: tuple[Bar, ...]
    line: str
    dots: tuple[tuple[float, float], ...]
    zero: float
    ticks: tuple[tuple[float, str], ...]
    height: int = TALL + 50


@dataclass(frozen=True, slots=True)
class Upright:
    """A value as a line beside each bar, so that it runs through no label, with its own label below the bars."""

    line: str
    label: str
    label_at: float
    y: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Tornado:
    """Scenarios as bars from the base case, the widest change first."""

    shape: ClassVar[str] = "tornado"
    said: Said
    bars: tuple[Bar, ...]
    base: Upright
    zero: Upright | None
    height: int


def years_chart(
    said: Said,
    years: Sequence[str],
    net: Sequence[Fraction],
    totals: Sequence[Fraction],
    ticks: Sequence[tuple[Fraction, str]],
) -> YearsChart:
    """`ticks` are values with their labels, the lowest and highest of which bound the drawing."""
    low, high = (float(extreme(each[0] for each in ticks)) for extreme in (min, max))
    span = (high - low) or 1.0
    step = (WIDTH - LEFT - 10) / max(len(years), 1)

    def up(value: Fraction) -> float:
        return round(16 + TALL * (high - float(value)) / span, 1)

    zero = up(Fraction(0))
    bars = tuple(
        Bar(
            round(LEFT + step * (number + 0.2), 1),
            min(up(value), zero),
            round(step * 0.6, 1),
            round(abs(up(value) - zero), 1),
            value < 0,
            years[number],
            label_at=round(LEFT + step * (number + 0.5), 1),
        )
        for number, value in enumerate(net)
    )
    dots = tuple((bar.label_at, up(value)) for bar, value in zip(bars, totals, strict=True))
    line = " ".join(f"{x:g},{y:g}" for x, y in dots)
    return YearsChart(said, bars, line, dots, zero, tuple((up(value), label) for value, label in ticks))


def tornado(said: Said, base: Fraction, base_label: str, rows: Sequence[tuple[str, Fraction, str]]) -> Tornado:
    """`rows` are scenarios: label, their figure, how it is written."""
    ordered = sorted(rows, key=lambda row: -abs(row[1] - base))
    values = [float(each) for each in (base, *(row[1] for row in rows))]
    low, high = min(values), max(values)
    span = (high - low) or 1.0

    def across(value: Fraction) -> float:
        return round(20 + (WIDTH - 40) * (float(value) - low) / span, 1)

    middle = across(base)
    bars = tuple(
        Bar(
            min(across(value), middle),
            number * ROW + 22,
            round(max(abs(across(value) - middle), 1), 1),
            13,
            value < base,
            label,
            shown,
        )
        for number, (label, value, shown) in enumerate(ordered)
    )
    below = len(rows) * ROW + 14
    nothing = across(Fraction(0))
    lower = below + (17 if low < 0 < high and abs(nothing - middle) < BASE_LABEL else 0)
    zero = _upright(nothing, len(rows), "0", lower) if low < 0 < high else None
    return Tornado(said, bars, _upright(middle, len(rows), base_label, below), zero, lower + 6)


def _upright(x: float, rows: int, label: str, y: int) -> Upright:
    line = "".join(f"M{x:g},{row * ROW + 21}v17" for row in range(rows))
    if x < 150:
        return Upright(line, label, max(x - 5, 2), y, "start")
    if x > WIDTH - 150:
        return Upright(line, label, min(x + 5, WIDTH - 2), y, "end")
    return Upright(line, label, x, y, "middle")


def ticks(values: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """Four or so round values that hold all of `values` and zero."""
    low, high = min((*values, Fraction(0))), max((*values, Fraction(0)))
    span = (high - low) or Fraction(1)
    power = Fraction(10) ** (len(str(int(span))) - 1) if span >= 1 else Fraction(1, 10 ** len(str(int(1 / span))))
    step = next(power * each for each in (Fraction(1, 4), Fraction(1, 2), 1, 2, 5) if span / (power * each) <= 5)
    return tuple(step * number for number in range(floor(low / step), ceil(high / step) + 1))
