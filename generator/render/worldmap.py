"""The world map's geometry: where each city's dot stands on the sheet.

In: cities with coordinates. Out: dots in viewBox units, in tab order, apart from each other. Not here: the land
(drawn once by `theme/components/world-map/make_land.py` with the same projection) and the markup (`world-map.html.j2`).

The projection is Equal Earth: areas are true to each other, so that Africa is not drawn smaller than it is.
Šavrič, B., Patterson, T. & Jenny, B. (2019). The Equal Earth map projection. International Journal of Geographical
Information Science 33(3), 454-465 (online 2018). https://doi.org/10.1080/13658816.2018.1504949
"""

from __future__ import annotations

import cmath
import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal
from unicodedata import east_asian_width

Anchor = Literal["start", "end"]

CENTRAL_MERIDIAN: Final = 11.0
"""Degrees east of the map's middle: the sheet then ends at 169° W, in the Bering Strait, and cuts no mainland in two."""
NORTH: Final = 84.0
"""Just above Greenland, which would look sawn off at 78°; the whole strip costs 17 units of height."""
SOUTH: Final = -57.0
"""Just below Tierra del Fuego."""
WIDTH: Final = 1600
MARGIN: Final = 14

MOST: Final = 250
"""More dots than this cannot be told apart on one sheet; a page with more should show no map."""
DOT: Final = 5.0
"""Radius of the visible dot."""
SPACING: Final = 11.5
"""Least distance between two dots: their diameter and a little air."""
LEASH: Final = 20.0
"""How far a dot may be moved to keep its distance: about 500 km at the equator, the length of a crowded country."""
REACH: Final = 24.0
"""How far from a dot the pointer finds it, where no neighbour is nearer: 24 CSS px across from 800 px of width on."""

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_ROOT3_HALF = math.sqrt(3) / 2
_ROUNDS = 160
_MOVES = 60_000  # a map so crowded that this is not enough cannot be put in order anyway
_BAND = 60.0
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
_OCTAGON = tuple(cmath.rect(REACH / math.cos(math.pi / 8), math.pi * (k + 0.5) / 4) for k in range(8))
_EM = 56.0  # the label's size on a phone, its largest


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A city to be drawn; `group` is its WeGO region and becomes the suffix of a class."""

    id: str
    label: str
    href: str
    lat: float
    lon: float
    group: str


@dataclass(frozen=True, slots=True)
class PlacedPoint:
    """A dot as the template draws it; `hit` is the path around it that answers to the pointer, `text_anchor` the label's side."""

    label: str
    href: str
    x: float
    y: float
    group: str
    text_anchor: Anchor
    hit: str


def equal_earth(lat: float, east: float) -> tuple[float, float]:
    """Equal Earth on the unit sphere, y upward; `east` is degrees from the middle of the map and may pass 180."""
    theta = math.asin(_ROOT3_HALF * math.sin(math.radians(lat)))
    t2 = theta * theta
    t6 = t2 * t2 * t2
    slope = _A1 + 3 * _A2 * t2 + t6 * (7 * _A3 + 9 * _A4 * t2)
    x = math.radians(east) * math.cos(theta) / (_ROOT3_HALF * slope)
    return x, theta * (_A1 + _A2 * t2 + t6 * (_A3 + _A4 * t2))


_SCALE: Final = (WIDTH / 2 - MARGIN) / equal_earth(0, 180)[0]
_TOP: Final = equal_earth(NORTH, 0)[1]
HEIGHT: Final = math.ceil((_TOP - equal_earth(SOUTH, 0)[1]) * _SCALE) + 2 * MARGIN


def on_sheet(lat: float, east: float) -> tuple[float, float]:
    """`equal_earth` in viewBox units, y downward."""
    x, y = equal_earth(lat, east)
    return WIDTH / 2 + x * _SCALE, MARGIN + (_TOP - y) * _SCALE


def project(lat: float, lon: float) -> tuple[float, float]:
    """A place in viewBox units; what lies beyond the upper or lower edge is drawn at that edge."""
    east = (lon - CENTRAL_MERIDIAN + 180) % 360 - 180
    return on_sheet(min(max(lat, SOUTH), NORTH), east)


def place(points: Sequence[MapPoint]) -> tuple[PlacedPoint, ...]:
    """Dots in reading order (bands from north to south, west to east in each), moved apart where they would overlap.

    None at all for more than `MOST`: a page with so many shows no map.
    """
    if len(points) > MOST:
        return ()
    homes = {point: project(point.lat, point.lon) for point in points}
    ordered = sorted(homes, key=lambda p: (homes[p][1] // _BAND, *homes[p], p.id))
    spots = _spread([complex(*homes[point]) for point in ordered])
    return tuple(
        PlacedPoint(
            point.label,
            point.href,
            round(spot.real, 1),
            round(spot.imag, 1),
            point.group,
            _anchor(point.label, spot.real),
            hit,
        )
        for point, spot, hit in zip(ordered, spots, _hit_areas(spots), strict=True)
    )


def _spread(homes: Sequence[complex]) -> list[complex]:
    """Push overlapping pairs apart until none is left; no dot leaves its leash, even if some must then overlap."""
    # A sunflower's pattern, too small to be seen, so that cities of one and the same place have a way to go.
    spots = [home + cmath.rect(0.01 * math.sqrt(i), _GOLDEN_ANGLE * i) for i, home in enumerate(homes)]
    for _ in range(min(_ROUNDS, _MOVES // max(len(spots), 1))):
        pairs = [(i, j) for i, j in _near(spots, SPACING) if abs(spots[j] - spots[i]) < SPACING]
        if not pairs:
            break
        for i, j in pairs:
            gap = spots[j] - spots[i]
            way = gap / abs(gap) if gap else cmath.rect(1, _GOLDEN_ANGLE * i)
            push = way * max(0.0, SPACING + 0.2 - abs(gap)) / 2
            spots[i] -= push
            spots[j] += push
        spots = [_leashed(spot, home) for spot, home in zip(spots, homes, strict=True)]
    return spots


def _leashed(spot: complex, home: complex) -> complex:
    """The nearest point to `spot` that lies within reach of its home and on the sheet."""
    stray = spot - home
    if abs(stray) > LEASH:
        spot = home + stray * (LEASH / abs(stray))
    return complex(min(max(spot.real, MARGIN), WIDTH - MARGIN), min(max(spot.imag, MARGIN), HEIGHT - MARGIN))


def _near(spots: Sequence[complex], reach: float) -> Iterator[tuple[int, int]]:
    """Pairs that may be within `reach`, smaller index first: a grid, so that cost grows with dots and not with pairs."""
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for j, spot in enumerate(spots):
        column, row = int(spot.real // reach), int(spot.imag // reach)
        for x in (column - 1, column, column + 1):
            for y in (row - 1, row, row + 1):
                yield from ((i, j) for i in cells.get((x, y), ()))
        cells[column, row].append(j)


def _hit_areas(spots: Sequence[complex]) -> list[str]:
    """For each dot the ground that is nearer to it than to any other, out to REACH: an octagon cut at the midlines."""
    areas = [_OCTAGON] * len(spots)
    for i, j in _near(spots, 2 * abs(_OCTAGON[0])):
        half = (spots[j] - spots[i]) / 2
        areas[i], areas[j] = _cut(areas[i], half), _cut(areas[j], -half)
    return [_path(area) for area in areas]


def _cut(area: tuple[complex, ...], half: complex) -> tuple[complex, ...]:
    """What of a convex area lies on this side of the line through `half`, at a right angle to it."""
    beyond = [((corner - half) * half.conjugate()).real for corner in area]
    kept: list[complex] = []
    for k, corner in enumerate(area):
        if beyond[k - 1] * beyond[k] < 0:
            kept.append(area[k - 1] + (corner - area[k - 1]) * (beyond[k - 1] / (beyond[k - 1] - beyond[k])))
        if beyond[k] <= 0:
            kept.append(corner)
    return tuple(kept)


def _path(area: tuple[complex, ...]) -> str:
    """SVG path data in whole units, relative to the dot; empty if dots lie one upon another."""
    corners = [f"{round(corner.real)} {round(corner.imag)}" for corner in area]
    return f"M{' '.join(dict.fromkeys(corners))}z" if corners else ""


def _anchor(label: str, x: float) -> Anchor:
    """Labels stand to the right of their dot, unless they would run over the sheet's edge."""
    ems = sum(1.0 if east_asian_width(letter) in "WF" else 0.6 for letter in label)
    return "end" if x + REACH + ems * _EM > WIDTH else "start"
