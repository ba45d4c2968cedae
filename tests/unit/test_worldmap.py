"""The world map: true areas, plausible places, dots apart, a coast that no edge of the world tears, safe markup."""

from __future__ import annotations

import math
import re
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree

import jinja2
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.render.worldmap import (
    DOT,
    HEIGHT,
    LEASH,
    NORTH,
    REACH,
    SOUTH,
    SPACING,
    WIDTH,
    MapPoint,
    PlacedPoint,
    equal_earth,
    place,
    project,
)

COMPONENT = Path(__file__).parents[2] / "theme/components/world-map"
LAND = (COMPONENT / "land.path").read_text("ascii").strip()
EXAMPLES = yaml.safe_load((COMPONENT / "examples.yml").read_text("utf-8"))["examples"]
ROUNDING = 0.15

Corner = tuple[float, float]


def city(name: str, lat: float, lon: float, label: str = "") -> MapPoint:
    return MapPoint(id=name, label=label or name, href=f"{name}.html", lat=lat, lon=lon, group="asia")


def cities_at(places: list[tuple[float, float]]) -> list[MapPoint]:
    return [city(f"c{number:03}", lat, lon) for number, (lat, lon) in enumerate(places)]


def between(one: PlacedPoint, other: PlacedPoint) -> float:
    return math.hypot(one.x - other.x, one.y - other.y)


def rings(path: str) -> list[list[Corner]]:
    """The corners of each ring, in viewBox units."""
    found, x, y = [], 0, 0
    for subpath in re.findall(r"m([^mz]+)z", path):
        numbers = [int(n) for n in re.findall(r"-?\d+", subpath)]
        ring: list[Corner] = []
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x, y))
        x, y = int(ring[0][0]), int(ring[0][1])
        found.append(ring)
    return found


def inside(x: float, y: float, ring: list[Corner]) -> bool:
    """Even-odd rule, by a ray to the left."""
    crossings = 0
    for (ax, ay), (bx, by) in pairwise([*ring, ring[0]]):
        crossings += (ay > y) != (by > y) and ax + (y - ay) / (by - ay) * (bx - ax) < x
    return crossings % 2 == 1


def on_land(lat: float, lon: float) -> bool:
    return sum(inside(*project(lat, lon), ring) for ring in rings(LAND)) % 2 == 1


latitudes = st.floats(-90, 90)
longitudes = st.floats(-180, 180)
places = st.lists(st.tuples(latitudes, longitudes), max_size=60)


# Projection


def test_published_extent_of_equal_earth():
    assert equal_earth(90, 0)[1] == pytest.approx(1.3173627591574)
    assert equal_earth(0, 180)[0] == pytest.approx(2.7066299836960748)


@given(st.floats(-85, 85))
def test_areas_are_true(lat):
    step = 1e-4
    height = (equal_earth(lat + step, 0)[1] - equal_earth(lat - step, 0)[1]) / math.radians(2 * step)
    width = equal_earth(lat, 1)[0] / math.radians(1)
    assert height * width == pytest.approx(math.cos(math.radians(lat)), rel=1e-5)


@given(latitudes, longitudes)
def test_everything_lies_on_the_sheet(lat, lon):
    x, y = project(lat, lon)
    assert 0 <= x <= WIDTH
    assert 0 <= y <= HEIGHT


@given(st.floats(SOUTH, NORTH), longitudes)
def test_north_is_up_and_the_two_names_of_a_meridian_are_one(lat, lon):
    assert project(lat, lon)[1] <= project(SOUTH, lon)[1]
    assert project(lat, -180) == pytest.approx(project(lat, 180))


@pytest.mark.parametrize(
    ("name", "lat", "lon", "across", "down"),
    [
        ("Seoul", 37.57, 126.98, (0.76, 0.80), (0.23, 0.28)),
        ("Bogotá", 4.61, -74.08, (0.25, 0.29), (0.49, 0.54)),
        ("Nairobi", -1.28, 36.82, (0.55, 0.59), (0.54, 0.59)),
        ("Suva", -18.14, 178.44, (0.92, 0.97), (0.67, 0.72)),
    ],
)
def test_known_cities_stand_where_one_looks_for_them(name, lat, lon, across, down):
    x, y = project(lat, lon)
    assert across[0] <= x / WIDTH <= across[1], name
    assert down[0] <= y / HEIGHT <= down[1], name


# Dots

CROWDED = [
    (37.57, 126.98),
    (37.51, 127.11),
    (37.66, 126.83),
    (37.48, 126.87),
    (37.44, 127.14),
    (37.62, 126.72),
    (36.59, 127.29),
    (25.04, 121.56),
    (25.01, 121.46),
    (15.55, 32.53),
    (15.55, 32.53),
    (15.6, 32.6),
    (14.4, 33.5),
    (14.03, 35.38),
    (14.0, 35.0),
    (23.71, 90.41),
    (23.71, 90.41),
    (23.81, 90.41),
    (54.32, 48.4),
    (54.3, 47.5),
    (41.01, 28.95),
    (41.03, 28.98),
]


def test_dots_of_crowded_places_stand_apart():
    dots = place(cities_at(CROWDED))
    assert len(dots) == len(CROWDED)
    assert min(between(a, b) for a, b in combinations(dots, 2)) >= SPACING - ROUNDING


def test_a_lonely_dot_stays_at_its_place():
    (dot,) = place([city("suva", -18.14, 178.44)])
    assert (dot.x, dot.y) == pytest.approx(project(-18.14, 178.44), abs=ROUNDING)


@given(places)
def test_no_dot_leaves_its_leash_or_the_sheet(found):
    homes = {f"c{number:03}": project(*where) for number, where in enumerate(found)}
    for dot in place(cities_at(found)):
        x, y = homes[dot.label]
        assert math.hypot(dot.x - x, dot.y - y) <= LEASH + ROUNDING
        assert 0 <= dot.x <= WIDTH
        assert 0 <= dot.y <= HEIGHT


@given(latitudes, longitudes, st.integers(2, 6))
def test_a_few_units_of_one_place_stand_apart_anywhere(lat, lon, count):
    dots = place(cities_at([(lat, lon)] * count))
    assert min(between(a, b) for a, b in combinations(dots, 2)) >= SPACING - ROUNDING


@given(places, st.randoms())
def test_the_order_of_the_input_does_not_matter(found, random):
    points = cities_at(found)
    shuffled = list(points)
    random.shuffle(shuffled)
    assert place(shuffled) == place(points)


def test_tab_order_reads_from_north_to_south_and_west_to_east():
    points = [
        city("suva", -18.14, 178.44),
        city("seoul", 37.57, 126.98),
        city("tunis", 36.8, 10.18),
        city("oslo", 59.91, 10.75),
        city("lusaka", -15.41, 28.29),
    ]
    assert [dot.label for dot in place(points)] == ["oslo", "tunis", "seoul", "lusaka", "suva"]


def ground(dot: PlacedPoint) -> list[Corner]:
    """The corners of the area that answers to the pointer, on the sheet."""
    numbers = [int(n) for n in re.findall(r"-?\d+", dot.hit)]
    return [(dot.x + x, dot.y + y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]


def test_a_lonely_dot_answers_to_the_pointer_all_around():
    (dot,) = place([city("suva", -18.14, 178.44)])
    for degrees in range(0, 360, 5):
        x, y = (0.97 * REACH * turn(math.radians(degrees)) for turn in (math.cos, math.sin))
        assert inside(dot.x + x, dot.y + y, ground(dot))


def test_in_a_crowd_the_pointer_finds_the_nearest_dot():
    dots = place(cities_at(CROWDED))
    for dot in dots:
        assert inside(dot.x, dot.y, ground(dot))
        for degrees in range(0, 360, 15):
            spot = dot.x + 0.8 * DOT * math.cos(degrees), dot.y + 0.8 * DOT * math.sin(degrees)
            assert [other for other in dots if inside(*spot, ground(other))] == [dot]


def test_a_name_at_the_right_edge_stands_left_of_its_dot():
    sides = {dot.label: dot.text_anchor for dot in place([city("Suva", -18.14, 178.44), city("Bogotá", 4.61, -74.08)])}
    assert sides == {"Suva": "end", "Bogotá": "start"}


# Land


def test_land_is_small_relative_and_whole_numbers():
    assert len(LAND) < 14_000
    assert re.fullmatch(r"(m-?\d+(?:[ -]\d+|(?<=\d)-\d+)+z)+", LAND)


def test_land_lies_on_the_sheet_without_antarctica():
    corners = [corner for ring in rings(LAND) for corner in ring]
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in corners)
    assert max(y for _, y in corners) < project(-56.5, 0)[1]


def test_no_coast_runs_across_the_sheet():
    longest = max(math.dist(a, b) for ring in rings(LAND) for a, b in pairwise([*ring, ring[0]]))
    assert longest < WIDTH / 20


@pytest.mark.parametrize(
    ("name", "lat", "lon"),
    [
        ("Chukotka, west of 180°", 67.5, 178.0),
        ("Chukotka, on 180°", 67.5, 180.0),
        ("Chukotka, east of 180°", 66.5, -175.0),
        ("Alaska", 65.0, -152.0),
        ("Greenland", 75.0, -40.0),
        ("Central Africa", 4.0, 22.0),
        ("Korea", 36.5, 128.0),
        ("Colombia", 4.0, -73.0),
        ("Viti Levu", -17.8, 178.0),
        ("Australia", -25.0, 135.0),
        ("Java", -7.3, 110.0),
    ],
)
def test_land_is_land(name, lat, lon):
    assert on_land(lat, lon), name


@pytest.mark.parametrize(
    ("name", "lat", "lon"),
    [
        ("Pacific on 180°", 0.0, 180.0),
        ("Pacific at the left edge", 30.0, -165.0),
        ("Bering Sea", 58.0, -178.0),
        ("Atlantic", 0.0, -25.0),
        ("Indian Ocean", -20.0, 80.0),
        ("Mediterranean", 34.5, 19.0),
        ("Caspian Sea", 42.0, 50.5),
        ("Black Sea", 43.0, 34.0),
        ("Sea east of Korea", 40.0, 134.5),
        ("Hudson Bay", 60.0, -86.0),
        ("Arctic Ocean", 80.0, -170.0),
    ],
)
def test_sea_is_sea(name, lat, lon):
    assert not on_land(lat, lon), name


# Markup


def rendered(example: dict[str, object]) -> ElementTree.Element:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(COMPONENT), autoescape=True, undefined=jinja2.StrictUndefined
    )
    macro = environment.get_template("world-map.html.j2").module.world_map  # type: ignore[attr-defined]
    arguments = {key: value for key, value in example.items() if key not in {"name", "hidden", "points"}}
    points = place([MapPoint(**point) for point in example["points"]])  # type: ignore[attr-defined]
    return ElementTree.fromstring(macro(points=points, land=LAND, **arguments))


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["name"] for example in EXAMPLES])
def test_each_dot_is_a_named_link_on_the_sheet_of_the_projection(example):
    root = rendered(example)
    sheet = root.find(".//svg")
    assert sheet is not None
    assert sheet.get("viewBox") == f"0 0 {WIDTH} {HEIGHT}"
    links = {(a.get("href"), a.get("aria-label")) for a in sheet.iter("a")}
    assert links == {(point["href"], point["label"]) for point in example["points"]}
    ids = {element.get("id") for element in root.iter()}
    assert {sheet.get("aria-labelledby"), sheet.get("aria-describedby")} <= ids


def test_the_skip_link_comes_before_the_dots():
    links = [a.get("href") for a in rendered(EXAMPLES[0]).iter("a")]
    assert links[0] == EXAMPLES[0]["skip_href"]


@pytest.mark.parametrize("field", ["title", "description", "skip_label", "skip_href", "id"])
def test_hostile_text_stays_text(field):
    hostile = '"><script>alert(1)</script><a style="x" onclick="alert(2)">'
    root = rendered({**EXAMPLES[0], field: hostile})
    assert_harmless(root)
    assert hostile in [
        *root.itertext(),
        *(value.removesuffix("-title") for e in root.iter() for value in e.attrib.values()),
    ]


def test_hostile_names_stay_names():
    hostile = "\"'><script>alert(1)</script>&<b onload=x>"
    point = {**EXAMPLES[0]["points"][0], "label": hostile, "href": hostile, "group": hostile}
    root = rendered({**EXAMPLES[0], "points": [point]})
    assert_harmless(root)
    assert [a.get("aria-label") for a in root.iter("a")] == [None, hostile]


def assert_harmless(root: ElementTree.Element) -> None:
    assert {element.tag for element in root.iter()} <= {
        "div",
        "a",
        "figure",
        "figcaption",
        "svg",
        "path",
        "g",
        "circle",
        "text",
        "p",
    }
    assert not [name for element in root.iter() for name in element.attrib if name == "style" or name.startswith("on")]
