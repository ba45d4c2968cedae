"""Where nothing can begin: the way out named is the shortest, and it is one."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.derive.ceds import result
from generator.derive.ceds_score import Score
from generator.derive.opening import opening
from generator.derive.roadmap import ENOUGH, Step, carries, roadmap
from tests.ceds import instrument
from tests.ceds_runs import coded, signs


def step(id: str, weak: tuple[str, ...], blocked: tuple[str, ...] = (), phase: str = "later") -> Step:
    return Step(id, phase, Fraction(100), Fraction(100), blocked, weak, False)  # type: ignore[arg-type]


def score(value: int | None, low: int = 0) -> Score:
    known = None if value is None else Fraction(value)
    return Score(
        known, Fraction(low if value is None else value), Fraction(100 if value is None else value), 15, 15, 0, ""
    )


SCORES = {"a": score(38), "b": score(20), "c": score(39), "d": score(None, 37), "e": score(80)}


def test_the_way_with_the_fewest_points_missing_comes_first() -> None:
    found = opening([step("x", ("b",)), step("y", ("a",)), step("z", ("a", "c")), step("w", ("a",))], SCORES)
    assert found is not None and (found.dimensions, found.systems) == (("a",), ("y", "w"))
    found = opening([step("x", ("b",)), step("z", ("c", "a"))], SCORES)
    assert found is not None and (found.dimensions, found.systems) == (("a", "c"), ("z",))


def test_a_dimension_without_a_value_counts_with_its_low_end_and_what_waits_for_systems_does_not_count() -> None:
    found = opening([step("x", ("d",)), step("y", ("b",)), step("z", ("c",), ("x",))], SCORES)
    assert found is not None and (found.dimensions, found.systems) == (("d",), ("x",))


def test_where_something_can_begin_or_nothing_is_left_there_is_none() -> None:
    assert opening([], SCORES) is None
    assert opening([step("x", (), phase="now"), step("y", ("a",))], SCORES) is None
    assert opening([step("x", (), ("v",), phase="next")], SCORES) is None


LEVELS = st.lists(st.sampled_from(["0", "1", "2", "."]), min_size=90, max_size=90).map("".join)


@settings(max_examples=40, deadline=None)
@given(LEVELS, st.sampled_from(["00", "10", "31", ".."]))
def test_with_these_dimensions_at_forty_exactly_these_systems_lose_what_held_them_up(levels: str, system: str) -> None:
    asked = instrument()
    _, answers = signs(asked, {}, level="0", system=system)
    run = coded(asked, levels, answers)
    scored = result(asked, run)
    steps = roadmap(asked, run, scored)
    found = opening(steps, scored.dimensions)
    if found is None:
        assert not steps or steps[0].phase != "later"
        return
    assert all(carries(scored.dimensions[each]) < ENOUGH for each in found.dimensions)
    raised = {id: score(40) if id in found.dimensions else each for id, each in scored.dimensions.items()}
    better = roadmap(asked, run, replace(scored, dimensions=MappingProxyType(raised)))
    begun = {each.system for each in better if each.phase in ("now", "next") and not each.blocked_by}
    assert begun == set(found.systems) and begun
