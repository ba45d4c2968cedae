"""Draw land.path, once: the coastline behind the dots of the world map. Not part of the build.

In: `land-50m.json` of the npm package world-atlas 2.0.2 (Natural Earth 1:50m, public domain, as TopoJSON). Out: one line
of SVG path data on stdout, in the units and the projection of `generator.render.worldmap`. See README.md for the command.

The package has already sewn the coast together at the antimeridian. Each ring is unrolled (its longitudes run on past
180° instead of jumping back), projected, thinned by the areas of its triangles (Visvalingam & Whyatt 1993,
https://doi.org/10.1179/000870493786962263) and rounded to whole units.
"""

from __future__ import annotations

import heapq
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from generator.render.worldmap import CENTRAL_MERIDIAN, SOUTH, on_sheet

Point = tuple[float, float]

DETAIL: Final = 2.0
"""Smallest triangle that is kept, in square units (one is about 470 km²)."""
ISLAND: Final = 4.0
"""Smallest island that is kept."""
ARCTIC: Final = 67.0
"""North of here coast and islands must be larger by ARCTIC_FACTOR: fjords without a city would cost half the file."""
ARCTIC_FACTOR: Final = 6.0


def rings(topology: dict[str, Any]) -> Iterator[list[Point]]:
    """All rings of the land, as unrolled longitude and latitude."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs: list[list[Point]] = []
    for deltas in topology["arcs"]:
        x = y = 0
        arcs.append([((x := x + dx) * sx + tx, (y := y + dy) * sy + ty) for dx, dy in deltas])
    for polygon in topology["objects"]["land"]["geometries"][0]["arcs"]:
        for indexes in polygon:
            ring: list[Point] = []
            for index in indexes:
                arc = arcs[index] if index >= 0 else arcs[~index][::-1]
                ring += arc[1:] if ring else arc
            yield unrolled(ring)


def unrolled(ring: Sequence[Point]) -> list[Point]:
    """The ring in degrees east of the map's middle, without jumps, its middle between -180 and 180."""
    easts: list[float] = []
    for lon, _ in ring:
        before = easts[-1] if easts else 0.0
        east = lon - CENTRAL_MERIDIAN
        easts.append(east - 360 * round((east - before) / 360))
    turns = round((max(easts) + min(easts)) / 2 / 360)
    return [(east - 360 * turns, lat) for east, (_, lat) in zip(easts, ring, strict=True)]


def area(ring: Sequence[Point]) -> float:
    """Area of a closed ring."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))) / 2


def weight(point: Point) -> float:
    """How much detail counts at a point of the sheet: less in the Arctic."""
    return 1 / ARCTIC_FACTOR if point[1] < on_sheet(ARCTIC, 0)[1] else 1.0


def corner(a: Point, b: Point, c: Point) -> float:
    """How much the corner at `b` adds to the outline."""
    return area((a, b, c)) * weight(b)


def thinned(ring: Sequence[Point]) -> list[Point]:
    """The open ring without the corners whose triangle is too small; four corners at least remain."""
    n = len(ring)
    left, right = [(i - 1) % n for i in range(n)], [(i + 1) % n for i in range(n)]
    alive = [True] * n
    size = [corner(ring[left[i]], ring[i], ring[right[i]]) for i in range(n)]
    heap = [(size[i], i) for i in range(n)]
    heapq.heapify(heap)
    remaining = n
    while heap and remaining > 4:
        was, i = heapq.heappop(heap)
        if not alive[i] or was != size[i]:
            continue
        if was >= DETAIL:
            break
        alive[i] = False
        remaining -= 1
        right[left[i]], left[right[i]] = right[i], left[i]
        for k in (left[i], right[i]):
            size[k] = max(was, corner(ring[left[k]], ring[k], ring[right[k]]))
            heapq.heappush(heap, (size[k], k))
    return [point for point, kept in zip(ring, alive, strict=True) if kept]


def outlines(topology: dict[str, Any]) -> Iterator[list[tuple[int, int]]]:
    """The rings worth drawing, on the sheet, in whole units and without repeated corners."""
    for ring in rings(topology):
        if min(lat for _, lat in ring) < SOUTH:
            continue  # Antarctica and the islands before it
        flat = [on_sheet(lat, east) for east, lat in ring[:-1]]
        if area(flat) * weight(flat[0]) < ISLAND:
            continue
        whole = [(round(x), round(y)) for x, y in thinned(flat)]
        corners = [here for before, here in zip([whole[-1], *whole[:-1]], whole, strict=True) if here != before]
        if len(corners) > 2 and area(corners) > 0:
            yield corners


def subpath(corners: Sequence[tuple[int, int]], start: tuple[int, int]) -> str:
    """One ring as relative moves from where the last ring began, with as few separators as the grammar allows."""
    numbers: list[int] = []
    x, y = start
    for to_x, to_y in corners:
        numbers += to_x - x, to_y - y
        x, y = to_x, to_y
    text = "".join(str(n) if n < 0 or not i else f" {n}" for i, n in enumerate(numbers))
    return f"m{text}z"


def path_data(topology: dict[str, Any]) -> str:
    """The whole land; the first move is relative to the sheet's corner, so that every number is a difference."""
    text, start = "", (0, 0)
    for corners in sorted(outlines(topology), key=lambda c: c[0]):
        text += subpath(corners, start)
        start = corners[0]
    return text


if __name__ == "__main__":
    print(path_data(json.loads(Path(sys.argv[1]).read_text("utf-8"))))
