"""Where the lines of the drawings of CeDS lie: star, bars, matrix, history.

In: exact scores and finished labels. Out: drawings with coordinates in viewBox units. Not here: words and markup.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date as day_of
from fractions import Fraction
from typing import Final

from generator.derive.ceds import Average, Score
from generator.render.views.ceds_parts import Bar, Bars, Cell, History, Label, Matrix, Moment, Radar
from generator.render.views.drawing import Said

WIDTH: Final = 560
MIDDLE: Final = (280.0, 212.0)
REACH: Final = 128
TURNS: Final = (-60, 0, 60, 120, 180, 240)
"""Degrees of the six axes, clockwise from the right: the first three stand on the right, the others on the left."""
ROW: Final = 56
LINE: Final = 14
"""So many letters of a label fit into a line."""
GRID: Final = (110.0, 12.0, 90.0, 56.0)
"""Matrix: left, top, width and height of a cell."""
PLOT: Final = (40.0, 16.0, 470.0, 200.0)
"""History: left, top, width and height."""


@dataclass(frozen=True, slots=True)
class Named:
    """A figure to draw, with its label and its value as text."""

    label: str
    value: str
    score: Score
    average: Average | None = None


def radar(said: Said, entries: Sequence[Named], sides: tuple[str, str]) -> Radar:
    """Six figures: three of the right side from the top, then three of the left side from the bottom."""
    values = [each.score.value for each in entries]
    averages = [each.average.value if each.average else None for each in entries]
    low, high = (
        [_at(turn, float(value)) for turn, value in zip(TURNS, found, strict=True)]
        for found in ([each.score.low for each in entries], [each.score.high for each in entries])
    )
    shown = [_at(turn, float(value)) for turn, value in zip(TURNS, values, strict=True) if value is not None]
    return Radar(
        said=said,
        rings=tuple(_joined([_at(turn, ring) for turn in TURNS]) for ring in (20, 40, 60, 80, 100)),
        axes=tuple(f"M{_joined([MIDDLE, _at(turn, 100)])}" for turn in TURNS),
        band=f"M{_joined(high)}zM{_joined(low)}z" if low != high else "",
        points=_joined(shown) if len(shown) == len(TURNS) else "",
        average=_polygon(averages),
        dots=tuple(shown),
        labels=tuple(_label(turn, each) for turn, each in zip(TURNS, entries, strict=True)),
        sides=(Label(0, 18, "start", (sides[1],)), Label(WIDTH, 18, "end", (sides[0],))),
    )


def _polygon(values: Sequence[Fraction | None]) -> str:
    known = [_at(turn, float(value)) for turn, value in zip(TURNS, values, strict=True) if value is not None]
    return _joined(known) if len(known) == len(TURNS) else ""


def _at(turn: int, value: float) -> tuple[float, float]:
    angle, reach = math.radians(turn), REACH * value / 100
    return round(MIDDLE[0] + reach * math.cos(angle), 1), round(MIDDLE[1] + reach * math.sin(angle), 1)


def _joined(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in points)


def _label(turn: int, entry: Named) -> Label:
    x, y = _at(turn, 109)
    lines = (*_wrapped(entry.label), entry.value)
    above = {-60: 1.0, 240: 1.0, 60: 0.0, 120: 0.0}.get(turn, 0.5)
    return Label(x, round(y - above * 17 * len(lines) + 13, 1), "start" if x > MIDDLE[0] else "end", lines)


def _wrapped(text: str) -> tuple[str, ...]:
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + len(word) < LINE:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)


def bars(said: Said, entries: Sequence[Named]) -> Bars:
    """Figures on the scale from 0 to 100, with a tick where a stage ends."""
    return Bars(
        said=said,
        bars=tuple(_bar(number * ROW, each) for number, each in enumerate(entries)),
        height=len(entries) * ROW + 26,
        ticks=tuple((_across(value), str(value)) for value in (0, 20, 40, 60, 80, 100)),
    )


def _bar(y: float, entry: Named) -> Bar:
    score, average = entry.score, entry.average
    return Bar(
        y=y,
        label=entry.label,
        value=entry.value,
        width=None if score.value is None else _across(score.value) - 10,
        low=_across(score.low),
        high=_across(score.high),
        average=_across(average.value) if average and average.value is not None else None,
    )


def _across(value: Fraction | int) -> float:
    return round(10 + float(value) * (WIDTH - 20) / 100, 1)


def matrix(
    said: Said, counts: Mapping[tuple[int, int | None], int], existence: Sequence[str], use: Sequence[str]
) -> Matrix:
    """Counts by existence and use; where use is not asked (None) the count stands at the foot of its column."""
    left, top, wide, tall = GRID
    most = max(counts.values(), default=1)
    bottom = top + 5 * tall
    lines = [(left, top + row * tall, left + 5 * wide, top + row * tall) for row in range(6)]
    lines += [(left + column * wide, top, left + column * wide, bottom) for column in range(6)]
    cells = tuple(
        Cell(
            left + (column + 0.5) * wide,
            bottom - ((row or 0) + 0.5) * tall,
            round(9 + 17 * math.sqrt(count / most), 1),
            str(count),
        )
        for (column, row), count in sorted(counts.items(), key=lambda each: (each[0][0], each[0][1] or 0))
    )
    labels = [Label(left - 8, bottom - (row + 0.5) * tall + 5, "end", (text,)) for row, text in enumerate(use)]
    labels += [
        Label(left + (column + 0.5) * wide, bottom + 22, "middle", (text,)) for column, text in enumerate(existence)
    ]
    return Matrix(said, tuple(lines), cells, tuple(labels))


@dataclass(frozen=True, slots=True)
class Dated:
    """One run of a history: its day, version, figure and how that is written."""

    date: str
    version: str
    score: Score
    value: str


def history(said: Said, runs: Sequence[Dated]) -> History:
    """Runs by date; only those of one version are joined."""
    days = [day_of.fromisoformat(each.date).toordinal() for each in runs]
    span = max(days[-1] - days[0], 1)
    left, top, wide, tall = PLOT

    def up(value: Fraction | int) -> float:
        return round(top + tall * (1 - float(value) / 100), 1)

    moments, lines = [], dict[str, list[tuple[float, float]]]()
    for number, (each, day) in enumerate(zip(runs, days, strict=True)):
        x = round(left + 24 + (wide - 48) * (day - days[0]) / span, 1)
        y = None if each.score.value is None else up(each.score.value)
        if y is not None:
            lines.setdefault(each.version, []).append((x, y))
        row = top + tall + 24 + 20 * (number % 2 if len(runs) > 5 else 0)
        moments.append(Moment(x, y, up(each.score.low), up(each.score.high), each.value, each.date[:7], row))
    joined = tuple(_joined(points) for points in lines.values() if len(points) > 1)
    return History(said, joined, tuple(moments), tuple((up(value), str(value)) for value in (0, 20, 40, 60, 80, 100)))
