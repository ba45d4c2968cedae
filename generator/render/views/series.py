"""A drawing of counts over time: dots by date, each with its value beside it, joined by a thin line.

In: dated values with finished labels. Out: a drawing with coordinates in viewBox units, and its table twin. Not here: words, markup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import floor, log10
from typing import Final

from generator.model.dates import PartialDate, Period

WIDTH: Final = 560
HEIGHT: Final = 280
PLOT: Final = (64.0, 22.0, 470.0, 212.0)
"""Left, top, width and height of the drawing inside its axes."""
LETTER: Final = 10.5
"""Width of a letter on the narrowest screen, where letters are largest against the drawing."""
APART: Final = 6.0
"""Free space around a value, so that two beside one another do not read as one."""
PLACES: Final = (
    (0, -13, "middle"),
    (-11, -7, "end"),
    (11, 17, "start"),
    (0, 27, "middle"),
    (11, 5, "start"),
    (-11, 5, "end"),
    (0, -33, "middle"),
    (0, 47, "middle"),
)
"""Where a value may stand beside its dot, best first: shift right, shift down, anchor."""


NumberWords = Callable[[float], str]


@dataclass(frozen=True, slots=True)
class Count:
    """A value at a date, as it is drawn (`value`) and as it is written (`label`)."""

    when: Period
    value: float
    label: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A drawn value and where its label stands."""

    x: float
    y: float
    label: str
    label_x: float
    label_y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Series:
    """The drawing. `ticks` are (y, label) on the left, `years` (x, label) below."""

    id: str
    title: str
    description: str
    key: str
    dots: tuple[Dot, ...]
    line: str
    ticks: tuple[tuple[float, str], ...]
    years: tuple[tuple[float, str], ...]
    width: int = WIDTH
    height: int = HEIGHT


def moment(date: PartialDate) -> float:
    """A date as a year with its fraction; what is not known is taken in the middle."""
    assert date.year is not None
    if date.month is None:
        return date.year + 0.5
    return date.year + (date.month - 1 + ((date.day or 15) - 1) / 31) / 12


def series(id: str, words: tuple[str, str, str], counts: Sequence[Count], number: NumberWords) -> Series:
    """Draw at least two dated counts. `words` are title, description and key; `number` writes a tick in the page's language."""
    ordered = sorted(counts, key=lambda each: moment(each.when.start))
    first, last = floor(moment(ordered[0].when.start)), floor(moment(ordered[-1].when.start)) + 1
    top = _top(max(each.value for each in ordered))
    points = [(_across(moment(each.when.start), first, last), _up(each.value, top)) for each in ordered]
    labels = _labels(points, [each.label for each in ordered])
    dots = tuple(
        Dot(x, y, each.label, right, down, anchor)
        for (x, y), each, (right, down, anchor) in zip(points, ordered, labels, strict=True)
    )
    step = max(1, round((last - first) / 6))
    return Series(
        id,
        *words,
        dots,
        " ".join(f"{x:g},{y:g}" for x, y in points),
        tuple((_up(top * part / 4, top), number(top * part / 4)) for part in range(5)),
        tuple((_across(year, first, last), str(year)) for year in range(first, last + 1, step)),
    )


def _top(most: float) -> float:
    """A round number at or above `most` that four ticks divide evenly."""
    unit = 10.0 ** floor(log10(max(most, 1)))
    return next(unit * each for each in (1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10) if unit * each >= most)


def _across(year: float, first: int, last: int) -> float:
    left, _, wide, _ = PLOT
    return round(left + wide * (year - first) / max(last - first, 1), 1)


def _up(value: float, top: float) -> float:
    _, above, _, tall = PLOT
    return round(above + tall * (1 - value / top), 1)


Box = tuple[float, float, float, float]


def _labels(points: Sequence[tuple[float, float]], labels: Sequence[str]) -> Iterator[tuple[float, float, str]]:
    """The first place for each label that covers no dot and no label before it and is nearest to its own dot; else the last place."""
    taken: list[Box] = [(x - 6, y - 6, x + 6, y + 6) for x, y in points]
    for (x, y), label in zip(points, labels, strict=True):
        for right, down, anchor in PLACES:
            box = _box(x + right, y + down, anchor, label)
            if _inside(box) and not any(_meet(box, each) for each in taken) and _nearest(box, (x, y), points):
                break
        taken.append((box[0] - APART, box[1], box[2] + APART, box[3]))
        yield round(x + right, 1), round(y + down, 1), anchor


def _nearest(box: Box, own: tuple[float, float], points: Sequence[tuple[float, float]]) -> bool:
    """Whether no other dot is nearer to the label than its own, so that nobody reads it as the value of another."""
    return all(_distance(box, own) <= _distance(box, each) for each in points)


def _distance(box: Box, point: tuple[float, float]) -> float:
    across = max(box[0] - point[0], 0.0, point[0] - box[2])
    down = max(box[1] - point[1], 0.0, point[1] - box[3])
    return across * across + down * down


def _box(x: float, y: float, anchor: str, label: str) -> Box:
    wide = len(label) * LETTER
    left = x - {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor] * wide
    return left, y - 15, left + wide, y + 3


def _inside(box: Box) -> bool:
    return box[0] >= 0 and box[2] <= WIDTH and box[1] >= 0 and box[3] <= HEIGHT - 20


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
