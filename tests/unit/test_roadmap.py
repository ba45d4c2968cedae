"""What to build first: gaps, what waits for them, phases, order."""

from collections.abc import Mapping
from fractions import Fraction
from graphlib import CycleError

import pytest

from generator.derive.ceds import result
from generator.derive.roadmap import Step, roadmap, transitive
from generator.model.framework import Instrument
from tests.ceds import instrument
from tests.ceds_runs import coded, signs, small

BUILT = {"pad-admin": ("e-admin", ()), "pad-life": ("e-life", ()), "pad-industry": ("e-industry", ())}
"""Nothing is left to do here; no area is empty."""


def planned(
    needs: Mapping[str, tuple[str, ...]], answers: Mapping[str, str], capacity: str = "2" * 15
) -> dict[str, Step]:
    """The roadmap over systems of e-Infra that require one another; `capacity` is the dimension that enables all."""
    asked: Instrument = small(instrument(), BUILT | {id: ("e-infra", ids) for id, ids in needs.items()})
    levels, _ = signs(asked, {"resource-capacity": capacity}, level="2")
    run = coded(asked, levels, "".join(answers.get(id, "44") for id in asked.systems))
    return {step.system: step for step in roadmap(asked, run, result(asked, run))}


CHAIN = {"network": (), "centre": ("network",), "portal": ("centre",), "payment": ("portal", "network")}


def test_what_blocks_more_comes_first() -> None:
    found = planned(CHAIN, {"network": "24", "centre": "22", "portal": "0.", "payment": "1."})
    assert list(found) == ["network", "centre", "portal", "payment"]
    assert [step.phase for step in found.values()] == ["now", "next", "later", "later"]
    assert [step.gap for step in found.values()] == [Fraction(200, 3), 75, 100, 100]
    assert [step.priority for step in found.values()] == [Fraction(800, 3), 225, 200, 100]
    assert [step.waiting for step in found.values()] == [3, 2, 1, 0]
    assert [step.blocked_by for step in found.values()] == [(), ("network",), ("centre",), ("network", "portal")]


def test_a_system_that_is_city_wide_waits_for_nobody_and_blocks_nobody() -> None:
    found = planned(CHAIN, {"network": "30", "centre": "0.", "portal": "34", "payment": "0."})
    assert {id: step.phase for id, step in found.items()} == {
        "network": "now",
        "centre": "now",
        "payment": "now",
        "portal": "next",
    }
    assert found["network"].priority == Fraction(200, 3) * 3  # centre and payment; portal is city-wide
    assert found["centre"].priority == 200  # payment, through portal
    assert found["portal"].blocked_by == ("centre",)


def test_what_is_complete_or_not_a_task_is_left_out_and_blocks_nothing() -> None:
    found = planned(CHAIN, {"network": "44", "centre": "nn", "portal": "0.", "payment": "nn"})
    assert list(found) == ["portal"]
    assert (found["portal"].phase, found["portal"].blocked_by) == ("now", ())
    assert found["portal"].priority == 100


@pytest.mark.parametrize(
    ("pair", "gap", "blocks"), [("..", 100, True), ("2.", 100 - Fraction(50, 3), True), ("4.", 50, False)]
)
def test_what_is_unknown_is_said_to_be(pair: str, gap: Fraction, blocks: bool) -> None:
    found = planned({"network": (), "portal": ("network",)}, {"network": pair, "portal": "0."})
    assert (found["network"].unknown, found["portal"].unknown) == (True, False)
    assert found["network"].gap == gap
    assert found["portal"].blocked_by == (("network",) if blocks else ())
    assert found["portal"].phase == ("next" if blocks else "now")


@pytest.mark.parametrize(
    ("capacity", "weak"),
    [
        ("222222222000000", True),  # 30
        ("222222222222000", False),  # 40
        ("222222222222...", False),  # 50 over those answered, though it may be 40
        ("222222222.......", True),
    ],
)
def test_a_weak_dimension_sends_a_system_to_later(capacity: str, weak: bool) -> None:
    step = planned({"network": ()}, {"network": "0."}, capacity[:15])["network"]
    assert step.weak_dimensions == (("resource-capacity",) if weak else ())
    assert step.phase == ("later" if weak else "now")


def test_a_dimension_that_is_not_shown_carries_by_its_low_end() -> None:
    strong = planned({"network": ()}, {"network": "0."}, "44444444.......")["network"]
    assert (strong.phase, strong.weak_dimensions) == ("now", ())  # 32 of 60: 53 even if all blanks are 0
    weak = planned({"network": ()}, {"network": "0."}, "44444..........")["network"]
    assert (weak.phase, weak.weak_dimensions) == ("later", ("resource-capacity",))  # 33


def test_at_most_seven_now_ties_by_id_the_rest_next() -> None:
    found = planned({f"s-{number}": () for number in range(9, 0, -1)}, {f"s-{number}": "0." for number in range(1, 10)})
    assert list(found) == [f"s-{number}" for number in range(1, 10)]
    assert [step.phase for step in found.values()] == ["now"] * 7 + ["next"] * 2


def test_what_waits_for_one_of_next_is_later() -> None:
    needs = {f"s-{number}": () for number in range(1, 9)} | {"z": ("s-8",), "y": ("s-1",)}
    found = planned(needs, dict.fromkeys(needs, "0."))
    assert list(found)[:2] == ["s-1", "s-8"]  # the two that others wait for
    assert {id: found[id].phase for id in ("s-8", "s-7", "y", "z")} == {
        "s-8": "now",
        "s-7": "next",
        "y": "next",
        "z": "next",
    }
    needs |= {"x": ("z",)}
    assert planned(needs, dict.fromkeys(needs, "0."))["x"].phase == "later"


def test_in_one_phase_nothing_stands_before_what_blocks_it() -> None:
    """`b` is nearly done and has the lower priority, yet `a` cannot begin without it."""
    needs = {"root": (), "b": ("root",), "a": ("b",), "c": ("a",), "d": ("a",), "e": ("a",)}
    found = planned(needs, {"b": "24"} | dict.fromkeys(["root", "a", "c", "d", "e"], "0."), "0" * 15)
    assert found["b"].priority < found["a"].priority
    assert [step.phase for step in found.values()] == ["later"] * 6
    assert list(found)[:3] == ["root", "b", "a"]


def test_requirements_reach_through_others_and_never_around_in_a_circle() -> None:
    assert transitive(CHAIN)["payment"] == {"portal", "centre", "network"}
    with pytest.raises(CycleError):
        transitive({"a": ("b",), "b": ("a",)})
