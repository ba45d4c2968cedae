"""Each rule of the method's table of scores, by cases computed by hand."""

from fractions import Fraction

import pytest

from generator.derive.ceds import Result, result, stage
from tests.ceds import instrument
from tests.ceds_runs import coded, fives, signs

SMALL = fives(instrument())
"""15 indicators in each of 6 dimensions, 5 systems in each of 4 areas."""


def scored(parts: dict[str, str], level: str = ".", system: str = "..") -> Result:
    return result(SMALL, coded(SMALL, *signs(SMALL, parts, level=level, system=system)))


@pytest.mark.parametrize(
    ("answers", "value", "low", "high"),
    [
        ("000001111122222", 25, 25, 25),  # 15 points of 60
        ("333333333333331", Fraction(215, 3), Fraction(215, 3), Fraction(215, 3)),  # 43/15 × 25
        ("444444444444...", 100, 80, 100),  # 12 of 15 are 80 %
        ("22222222222....", None, Fraction(110, 3), Fraction(190, 3)),  # 11 of 15 are not
        ("33333333333333n", 75, 75, 75),  # 1 of 15 not applicable: out of the mean
        ("3333333333333nn", None, 75, 75),  # 2 of 15 are more than 10 %
        ("222222222222..n", 50, Fraction(300, 7), Fraction(400, 7)),  # 12 of the 14 that apply; 24/14 and 32/14 × 25
        ("22222222222...n", None, Fraction(275, 7), Fraction(425, 7)),  # 11 of 14 are under 80 %
        ("...............", None, 0, 100),
        ("nnnnnnnnnnnnnnn", None, 0, 100),
    ],
)
def test_a_dimension(answers: str, value: object, low: object, high: object) -> None:
    score = scored({"citizen-readiness": answers}).dimensions["citizen-readiness"]
    assert (score.value, score.low, score.high) == (value, low, high)
    assert score.reason == ("not-enough-answers" if value is None else "")
    open_ones = score.asked - score.answered - score.not_applicable
    assert (score.asked, score.not_applicable, open_ones) == (15, answers.count("n"), answers.count("."))


@pytest.mark.parametrize(
    ("pair", "value", "low", "high"),
    [
        ("0.", 0, 0, 0),
        ("1.", 0, 0, 0),  # a plan is not a system
        ("14", 0, 0, 0),  # a use that was not asked counts nothing
        ("20", Fraction(50, 3), Fraction(50, 3), Fraction(50, 3)),
        ("22", 25, 25, 25),
        ("24", Fraction(100, 3), Fraction(100, 3), Fraction(100, 3)),
        ("31", Fraction(125, 3), Fraction(125, 3), Fraction(125, 3)),
        ("34", Fraction(200, 3), Fraction(200, 3), Fraction(200, 3)),
        ("40", 50, 50, 50),  # a system nobody uses is worth half
        ("41", Fraction(125, 2), Fraction(125, 2), Fraction(125, 2)),
        ("44", 100, 100, 100),
        ("2.", None, Fraction(50, 3), Fraction(100, 3)),
        ("4.", None, 50, 100),
        (".3", None, 0, 100),
        ("..", None, 0, 100),
    ],
)
def test_a_system(pair: str, value: object, low: object, high: object) -> None:
    score = scored({"e-life": pair + "0." * 4}).systems_by_id["e-life-1"]
    assert (score.value, score.low, score.high) == (value, low, high)
    assert score.reason == ("not-enough-answers" if value is None else "")


def test_a_system_asks_for_use_only_from_the_pilot_on() -> None:
    systems = scored({"e-life": "1.2.23..nn"}).systems_by_id
    counts = [(each.answered, each.asked, each.not_applicable) for id, each in systems.items() if "e-life" in id]
    assert counts == [(1, 1, 0), (1, 2, 0), (2, 2, 0), (0, 1, 0), (0, 1, 1)]


@pytest.mark.parametrize(
    ("pairs", "value", "low", "high"),
    [
        ("4434220.1.", Fraction(115, 3), Fraction(115, 3), Fraction(115, 3)),  # (100 + 200/3 + 25) / 5
        ("44440.0...", 50, 40, 60),  # 4 of 5 are 80 %; a fifth may be 0 or 100
        ("44440.....", None, 40, 80),
        ("44440.nnnn", Fraction(200, 3), Fraction(200, 3), Fraction(200, 3)),  # three tasks, all answered
        ("44440.nn..", None, 50, 75),  # 3 of 4 tasks are under 80 %
        ("444444443.", 100 * Fraction(14, 15), 100 * Fraction(13, 15), 100 * Fraction(14, 15)),
        ("0.0.0.0.4.", 10, 10, 20),  # the fifth is worth 50 to 100, so the mean of the known, 0, cannot be
        ("nnnnnnnnnn", None, 0, 100),
    ],
)
def test_an_area(pairs: str, value: object, low: object, high: object) -> None:
    score = scored({"e-life": pairs}).areas["e-life"]
    assert (score.value, score.low, score.high) == (value, low, high)
    assert (score.asked, score.not_applicable) == (5, pairs.count("nn"))


INTERNAL = {"governance-mechanism": "0" * 15, "policy-and-institution": "1" * 15, "resource-capacity": "3" * 15}
EXTERNAL = {"ict-network": "4" * 15, "citizen-readiness": "2" * 15, "public-service-infrastructure": "2" * 15}
AREAS = {"e-admin": "44" * 5, "e-life": "34" * 5, "e-industry": "0." * 5, "e-infra": "40" * 5}


def test_roll_ups_are_means_of_their_parts() -> None:
    found = scored(INTERNAL | EXTERNAL | AREAS)
    assert found.internal.value == Fraction(100, 3)  # (0 + 25 + 75) / 3
    assert found.external.value == Fraction(200, 3)  # (100 + 50 + 50) / 3
    assert found.maturity.value == 50
    assert found.systems.value == Fraction(325, 6)  # (100 + 200/3 + 0 + 50) / 4
    assert found.overall.value == Fraction(625, 12)
    assert (found.overall.low, found.overall.high) == (Fraction(625, 12), Fraction(625, 12))
    assert (found.stage, found.stage_high) == (3, 3)
    assert (found.overall.answered, found.overall.asked) == (110, 110)


def test_a_missing_part_makes_the_roll_up_missing_but_not_its_range() -> None:
    found = scored(INTERNAL | EXTERNAL | AREAS | {"citizen-readiness": "." * 15})
    assert (found.external.value, found.external.reason) == (None, "part-missing")
    assert (found.external.low, found.external.high) == (Fraction(50), Fraction(250, 3))
    assert found.internal.value == Fraction(100, 3)
    assert (found.maturity.value, found.maturity.low, found.maturity.high) == (None, Fraction(125, 3), Fraction(175, 3))
    assert (found.overall.value, found.overall.reason) == (None, "part-missing")
    assert found.systems.value == Fraction(325, 6)


def test_missing_never_becomes_zero() -> None:
    found = scored({}, level="4", system="44")
    less = scored({"ict-network": "444444444444..."}, level="4", system="44")
    assert found.overall.value == less.overall.value == 100
    assert less.overall.low == 100 - Fraction(20, 12)


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        (Fraction(0), 1),
        (Fraction(1999, 100), 1),
        (Fraction(20), 2),
        (Fraction(40), 3),
        (Fraction(60), 4),
        (Fraction(7999, 100), 4),
        (Fraction(80), 5),
        (Fraction(100), 5),
    ],
)
def test_a_stage_begins_with_its_fifth(point: Fraction, expected: int) -> None:
    assert stage(point) == expected


def test_the_stage_is_that_of_the_low_end() -> None:
    found = scored({"resource-capacity": "222222222222...", "e-life": "22222222.."}, level="2", system="22")
    assert found.overall.value == Fraction(75, 2)  # (50 + 25) / 2
    assert found.overall.low == Fraction(75, 2) - Fraction(10, 12) - Fraction(5, 8)  # 40 for 50, 20 for 25
    assert found.overall.high == Fraction(75, 2) + Fraction(10, 12) + Fraction(15, 8)  # 60 for 50, 40 for 25
    assert (found.stage, found.stage_high) == (2, 3)
    nothing = scored({})
    assert (nothing.stage, nothing.stage_high, nothing.overall.value) == (1, 5, None)


def test_a_run_is_scored_with_its_own_version_only() -> None:
    run = coded(SMALL, *signs(SMALL), version="2.0")
    with pytest.raises(ValueError, match=r"2\.0 cannot be scored with 1\.0"):
        result(SMALL, run)
