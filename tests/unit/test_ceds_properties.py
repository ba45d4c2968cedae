"""What holds of every run, whatever was answered."""

import random

from hypothesis import given
from hypothesis import strategies as st

from generator.derive.ceds import Result, Score, figures, result
from generator.derive.roadmap import MOST_NOW, roadmap
from generator.model.assessment import Assessment
from tests.ceds import instrument
from tests.ceds_runs import coded

ASKED = instrument()
INDICATORS, SYSTEMS = len(ASKED.indicators), len(ASKED.systems)
PAIRS = [f"{existence}{use}" for existence in "234" for use in "01234"] + ["0.", "1."]
HALVES = ["2.", "3.", "4.", "..", "nn"]


def answers(choices: list[str], gaps: list[str], count: int) -> st.SearchStrategy[list[str]]:
    """From complete to nearly empty, so that figures are shown in some runs and not in others."""
    mixtures = [choices, choices * 8 + gaps, choices * 2 + gaps, choices + gaps * 8]
    return st.sampled_from(mixtures).flatmap(
        lambda mixture: st.lists(st.sampled_from(mixture), min_size=count, max_size=count)
    )


LEVELS = answers(list("01234"), [".", "n"], INDICATORS)
STATES = answers(PAIRS, HALVES, SYSTEMS)


def run(levels: list[str], states: list[str]) -> Assessment:
    return coded(ASKED, "".join(levels), "".join(states))


def scored(levels: list[str], states: list[str]) -> Result:
    return result(ASKED, run(levels, states))


def scores(found: Result) -> dict[str, Score]:
    return figures(found) | dict(found.systems_by_id)


@given(LEVELS, STATES, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(levels: list[str], states: list[str], chance: random.Random) -> None:
    first = run(levels, states)
    indicators, systems = list(first.indicators.items()), list(first.systems.items())
    chance.shuffle(indicators)
    chance.shuffle(systems)
    second = first.model_copy(update={"indicators": dict(indicators), "systems": dict(systems)})
    assert result(ASKED, second) == result(ASKED, first)
    assert roadmap(ASKED, second, result(ASKED, second)) == roadmap(ASKED, first, result(ASKED, first))


@given(LEVELS, STATES)
def test_every_score_lies_in_its_range_and_every_range_in_the_scale(levels: list[str], states: list[str]) -> None:
    found = scored(levels, states)
    for score in scores(found).values():
        assert 0 <= score.low <= score.high <= 100
        assert score.value is None or score.low <= score.value <= score.high
        assert score.answered + score.not_applicable <= score.asked
    assert 1 <= found.stage <= found.stage_high <= 5


@given(LEVELS, STATES, st.data())
def test_raising_an_answered_level_lowers_nothing(levels: list[str], states: list[str], data: st.DataObject) -> None:
    text = "".join(levels + states)
    answered = [at for at, sign in enumerate(text) if sign in "0123"]
    if not answered:
        return
    at = data.draw(st.sampled_from(answered))
    raised = text[:at] + str(int(text[at]) + 1) + text[at + 1 :]
    before = result(ASKED, coded(ASKED, text[:INDICATORS], text[INDICATORS:]))
    after = result(ASKED, coded(ASKED, raised[:INDICATORS], raised[INDICATORS:]))
    for old, new in zip(scores(before).values(), scores(after).values(), strict=True):
        assert new.low >= old.low
        assert new.high >= old.high
        assert old.value is None or new.value is None or new.value >= old.value
    assert after.stage >= before.stage


@given(LEVELS, STATES, st.data())
def test_answering_a_blank_never_widens_a_range(levels: list[str], states: list[str], data: st.DataObject) -> None:
    blanks = [at for at, sign in enumerate(levels + states) if "." in sign and sign not in ("0.", "1.")]
    if not blanks:
        return
    at = data.draw(st.sampled_from(blanks))
    full = [*levels, *states]
    if at < INDICATORS:
        full[at] = data.draw(st.sampled_from([*"01234", "n"]))
    elif full[at] == "..":
        full[at] = data.draw(st.sampled_from([*PAIRS, "nn", "2.", "3.", "4."]))
    else:
        full[at] = full[at][0] + data.draw(st.sampled_from("01234"))
    after = scored(full[:INDICATORS], full[INDICATORS:])
    for old, new in zip(figures(scored(levels, states)).values(), figures(after).values(), strict=True):
        assert old.low <= new.low <= new.high <= old.high


@given(LEVELS, STATES, st.data())
def test_leaving_answers_blank_never_raises_the_stage(
    levels: list[str], states: list[str], data: st.DataObject
) -> None:
    hidden = data.draw(st.sets(st.integers(0, INDICATORS + SYSTEMS - 1)))
    fewer = ["." if at in hidden else sign for at, sign in enumerate(levels)]
    less = [_blanked(pair, data) if at + INDICATORS in hidden else pair for at, pair in enumerate(states)]
    assert scored(fewer, less).stage <= scored(levels, states).stage


def _blanked(pair: str, data: st.DataObject) -> str:
    return data.draw(st.sampled_from(["..", f"{pair[0]}."])) if pair[0] in "234" else ".."


@given(LEVELS, STATES)
def test_the_range_is_what_the_blanks_can_make_of_it(levels: list[str], states: list[str]) -> None:
    found = figures(scored(levels, states))
    for sign, end in (("0", "low"), ("4", "high")):
        filled = [each.replace(".", sign) for each in levels]
        whole = [f"{pair[0]}{sign}" if pair[0] in "234" and pair[1] == "." else pair for pair in states]
        whole = [("0." if sign == "0" else "44") if pair == ".." else pair for pair in whole]
        for name, score in figures(scored(filled, whole)).items():
            assert getattr(score, end) == getattr(found[name], end)
            assert score.value is None or score.value == getattr(found[name], end)


def test_all_lowest_is_0_and_all_highest_100() -> None:
    for level, state, value, stage in (("0", "0.", 0, 1), ("4", "44", 100, 5)):
        found = scored([level] * INDICATORS, [state] * SYSTEMS)
        assert {score.value for score in scores(found).values()} == {value}
        assert (found.stage, found.stage_high) == (stage, stage)


@given(LEVELS, STATES)
def test_a_roadmap_names_each_gap_once_and_nothing_before_what_blocks_it(levels: list[str], states: list[str]) -> None:
    found = scored(levels, states)
    steps = roadmap(ASKED, run(levels, states), found)
    place = {step.system: at for at, step in enumerate(steps)}
    assert sorted(place) == sorted(
        id for id, pair in zip(ASKED.systems, states, strict=True) if pair not in ("nn", "44")
    )
    assert len(place) == len(steps)
    assert sum(step.phase == "now" for step in steps) <= MOST_NOW
    for step in steps:
        assert all(place[each] < place[step.system] for each in step.blocked_by)
        assert step.phase == "later" or not step.weak_dimensions
        assert step.phase != "now" or not step.blocked_by
        assert step.unknown == (found.systems_by_id[step.system].value is None)
    assert [step.phase for step in steps] == sorted((step.phase for step in steps), key=["now", "next", "later"].index)
