"""From whom a city can learn: not from itself, and first from cities most like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import checking
from generator.derive.alike import nearest_first
from generator.model.catalog import Catalog
from generator.settings import settings
from tests.conftest import ROOT, SMALL

BUS, PORTAL = "night-bus", "open-data-portal"
"""Of Seoul, of Bogotá."""


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    work: Path = tmp_path_factory.mktemp("alike")
    return checking.check(settings(ROOT, data=SMALL / "data", content=SMALL / "content", work=work)).catalog


@pytest.mark.parametrize(
    ("city", "expected"),
    [("songpa-gu", (BUS, PORTAL)), ("seoul", (PORTAL,)), ("bogota", (BUS,)), ("nowhere", (PORTAL, BUS))],
)
def test_practices_of_other_cities_come_those_most_alike_first(
    catalog: Catalog, city: str, expected: tuple[str, ...]
) -> None:
    assert nearest_first(catalog, city, (PORTAL, BUS)) == expected
