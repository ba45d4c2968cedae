"""Averages over the other cities, and changes between two runs."""

from fractions import Fraction
from typing import Any

import pytest

from generator.derive.ceds import Average, Result, average, change, counted, result
from generator.model.assessment import Answer, Assessment
from tests.ceds import instrument
from tests.ceds_runs import coded, fives, signs

SMALL = fives(instrument())
TODAY = "2026-11-22"
CONSENT = {"office": "City hall", "date": "2026-05-05", "scope": "scores"}


def run(city: str, level: str, date: str = "2026-05-04", **more: Any) -> Assessment:
    return coded(SMALL, *signs(SMALL, level=level, system="44"), city=city, date=date, **more)


def scored(city: str, level: str, date: str = "2026-05-04") -> Result:
    return result(SMALL, run(city, level, date))


FIVE = [scored(f"city-{level}", level) for level in "01234"]


def test_from_five_cities_on_there_is_an_average() -> None:
    found = average(FIVE, TODAY)
    values = {name: int(each.value or 0) for name, each in found.items()}
    assert {values[name] for name in values if name.startswith(("dimension/", "internal", "external", "maturity"))} == {
        50
    }
    assert {values[name] for name in values if name.startswith(("area/", "systems"))} == {100}
    assert values["overall"] == 75
    assert {each.n for each in found.values()} == {5}
    few = average(FIVE[1:], TODAY)["overall"]
    assert few.value is None
    assert few.n == 4


def test_a_city_is_compared_with_the_others() -> None:
    found = average([*FIVE, scored("seoul", "4"), scored("seoul", "3", "2026-06-01")], TODAY, excluding="seoul")
    assert found["maturity"] == Average(Fraction(50), 5)


def test_the_latest_run_of_a_city_counts() -> None:
    found = average([scored("city-0", "4", "2026-05-05"), *FIVE, scored("city-0", "1", "2025-01-01")], TODAY)
    assert found["maturity"] == Average(Fraction(70), 5)


@pytest.mark.parametrize(("date", "n"), [("2023-11-21", 5), ("2023-11-22", 6), ("2026-11-22", 6), ("2026-11-23", 5)])
def test_a_run_is_at_most_three_years_old(date: str, n: int) -> None:
    assert average([*FIVE, scored("seoul", "4", date)], TODAY)["overall"].n == n


def test_invented_cities_have_an_average_of_their_own() -> None:
    invented = [scored(f"example-{number}", "4") for number in range(6)]
    assert average(FIVE + invented, TODAY)["maturity"].value == 50
    assert average(FIVE + invented, TODAY, invented=True)["maturity"].n == 6
    apart = average(FIVE + invented, TODAY, excluding="example-0")["maturity"]
    assert apart == Average(Fraction(100), 5)


def test_only_runs_of_the_same_major_version_are_averaged() -> None:
    later = SMALL.model_copy(update={"framework": SMALL.framework.model_copy(update={"version": "2.0"})})
    minor = SMALL.model_copy(update={"framework": SMALL.framework.model_copy(update={"version": "1.1"})})
    others = [
        result(later, run("seoul", "4", version="2.0")),
        result(minor, run("suwon", "4", version="1.1")),
    ]
    assert average(FIVE + others, TODAY, version="1.0")["overall"].n == 6
    assert average(FIVE + others, TODAY)["overall"].n == 1
    assert average(FIVE + others, TODAY, excluding="seoul") == {}
    assert average(FIVE + others, TODAY, excluding="suwon")["overall"].n == 5


def test_a_figure_that_is_not_shown_is_in_no_average() -> None:
    gaps = coded(SMALL, *signs(SMALL, {"ict-network": "." * 15}, level="4", system="44"), city="seoul")
    found = average([*FIVE, result(SMALL, gaps)], TODAY)
    assert [found[name].n for name in ("overall", "dimension/ict-network", "dimension/resource-capacity")] == [5, 5, 6]


def test_without_consent_or_once_withdrawn_a_run_does_not_count() -> None:
    assert counted(run("seoul", "1", consent=CONSENT))
    assert not counted(run("seoul", "1"))
    assert not counted(run("seoul", "1", consent=CONSENT, withdrawn={"date": "2026-06-01"}))


def moved(before: dict[str, str], after: dict[str, str]) -> dict[str, Fraction | None]:
    """The change of a city that stood at level 2 and half-used pilots wherever nothing is said."""
    first, second = (coded(SMALL, *signs(SMALL, parts, level="2", system="22")) for parts in (before, after))
    return dict(change(SMALL, first, second))


def test_change_is_that_of_the_items_answered_in_both_runs() -> None:
    found = moved({"ict-network": "00222222222222."}, {"ict-network": ".1222222222224n"})
    assert found["dimension/ict-network"] == Fraction(25 * (1 + 2), 13)
    assert found["external"] == Fraction(25, 13)
    assert (found["maturity"], found["overall"]) == (Fraction(25, 26), Fraction(25, 52))
    assert {found[name] for name in ("internal", "systems", "area/e-life")} == {Fraction(0)}


def test_a_level_beside_a_reason_why_the_question_does_not_apply_counts_nothing() -> None:
    first, second = run("seoul", "2"), run("seoul", "2")
    answers = second.indicators | {"in-01": Answer(level=4, not_applicable="A task of the province.")}
    after = second.model_copy(update={"indicators": answers})
    assert result(SMALL, after).dimensions["ict-network"].value == 50
    assert change(SMALL, first, after)["dimension/ict-network"] == 0


def test_change_of_an_area_is_that_of_the_systems_known_in_both() -> None:
    found = moved({"e-life": "0.0.44224."}, {"e-life": "443444nn44"})
    assert found["area/e-life"] == Fraction(500, 9)  # of the first three: (100 + 200/3 + 0) / 3
    assert found["systems"] == Fraction(125, 9)


def test_a_figure_not_shown_in_both_runs_has_no_change() -> None:
    found = moved({"ict-network": "2222222222....."}, {})
    assert (found["dimension/ict-network"], found["external"], found["overall"]) == (None, None, None)
    assert {found[name] for name in ("dimension/citizen-readiness", "systems")} == {Fraction(0)}


def test_runs_of_different_versions_are_not_compared() -> None:
    found = change(SMALL, run("seoul", "1"), run("seoul", "2", version="1.1"))
    assert set(found.values()) == {None}
    assert found.keys() == moved({}, {}).keys()
