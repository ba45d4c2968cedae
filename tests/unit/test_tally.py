"""The tally of the awards: every rule by hand, and what must hold for all scores and votes."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.derive.tally import Place, Round, tally
from generator.model.award import Award

JURY = ("a", "b", "c", "d")
NAMES = ("p", "q", "r", "s", "t", "u", "v")


def award(scores: dict[str, dict[str, int]], votes: list[tuple[str, str]] = [], **more: Any) -> Award:  # noqa: B006
    """An edition with one category; every submission is of a city of its own name."""
    names = sorted(
        {name for given in scores.values() for name in given} | {name for _, name in votes} | set(more.pop("names", ()))
    )
    jury = [{"id": juror, "name": juror, "cities": more.get("own", {}).get(juror, [])} for juror in sorted(scores)]
    more.pop("own", None)
    return Award.model_validate(
        {
            "id": "example-x",
            "title": {"en": "X"},
            "edition": 1,
            "when": 2026,
            "summary": {"en": "X."},
            "categories": [{"id": "open", "name": {"en": "Open"}}],
            "jury": jury,
            "submissions": [{"id": name, "title": {"en": name}, "city": name, "category": "open"} for name in names],
            "scores": scores,
            "votes": [{"voter": voter, "submission": name} for voter, name in votes],
            "sources": ["chapter"],
            "added": "2026-11-24",
            **more,
        }
    )


def places(made: Award) -> dict[str, Place]:
    (found,) = tally(made)
    return {each.submission.id: each for each in found.places}


def prizes(made: Award) -> dict[str, tuple[str, bool]]:
    return {name: (each.prize, each.shared) for name, each in places(made).items() if each.prize}


def test_the_mean_is_exact_and_a_missing_score_is_left_out() -> None:
    found = places(award({"a": {"p": 7, "q": 9}, "b": {"p": 8}, "c": {"p": 8}}))
    assert (found["p"].mean, found["p"].counted, found["p"].lowest) == (Fraction(23, 3), 3, 7)
    assert (found["q"].mean, found["q"].counted, found["q"].rank) == (Fraction(9), 1, 1)


def test_a_juror_does_not_score_the_own_city() -> None:
    scores = {"a": {"p": 10, "q": 5}, "b": {"p": 4, "q": 6}}
    found = places(award(scores, own={"a": ["p"]}))
    assert [found["p"].mean, found["p"].counted] == [Fraction(4), 1]
    assert [(each.points, each.counted) for each in found["p"].scores] == [(10, False), (4, True)]
    assert found["q"].mean == Fraction(11, 2)


def test_too_few_scores_are_not_ranked() -> None:
    found = places(award({"a": {"p": 9, "q": 8}, "b": {"q": 8}}, rules={"least_scores": 2}))
    assert (found["p"].standing, found["p"].rank, found["p"].mean) == ("too-few-scores", None, None)
    assert (found["q"].standing, found["q"].rank) == ("shortlisted", 1)


def test_the_lowest_score_breaks_a_tie_and_equals_share_a_rank() -> None:
    scores = {"a": {"p": 6, "q": 5, "r": 6, "s": 1}, "b": {"p": 6, "q": 7, "r": 6, "s": 2}}
    found = places(award(scores))
    assert {name: each.rank for name, each in found.items()} == {"p": 1, "r": 1, "q": 3, "s": 4}


def test_every_rank_up_to_the_limit_goes_on_so_that_a_tie_lets_more_through() -> None:
    scores = {"a": {"p": 9, "q": 8, "r": 7, "s": 7, "t": 6}}
    found = places(award(scores, rules={"shortlist": 3}))
    assert [name for name, each in sorted(found.items()) if each.standing == "shortlisted"] == ["p", "q", "r", "s"]


def test_votes_decide_and_the_mean_breaks_a_tie() -> None:
    scores = {"a": {"p": 9, "q": 8, "r": 7}}
    assert prizes(award(scores, [("v", "r"), ("w", "r"), ("x", "p")])) == {
        "r": ("best", False),
        "p": ("excellence", False),
    }
    assert prizes(award(scores, [("v", "q"), ("w", "p")])) == {"p": ("best", False), "q": ("excellence", False)}


def test_equals_in_votes_and_score_share_a_prize() -> None:
    scores = {"a": {"p": 9, "q": 9, "r": 7}}
    assert prizes(award(scores, [("v", "p"), ("w", "q"), ("x", "r")])) == {"p": ("best", True), "q": ("best", True)}
    three = [("v", "r"), ("w", "r"), ("x", "p"), ("y", "q")]
    assert prizes(award(scores, three)) == {"r": ("best", False), "p": ("excellence", True), "q": ("excellence", True)}


def grounds(scores: dict[str, dict[str, int]], votes: dict[str, int], **more: Any) -> dict[str, str]:
    """Ground by submission; `votes` are numbers of votes."""
    ballots = [(f"v{name}{number}", name) for name, many in votes.items() for number in range(many)]
    return {name: each.ground for name, each in places(award(scores, ballots, **more)).items()}


def test_each_prize_says_what_decided_it() -> None:
    apart = {"a": {"p": 9, "q": 8, "r": 7}}
    assert grounds(apart, {"p": 3, "q": 2, "r": 1}) == {
        "p": "best-by-votes",
        "q": "excellence-by-votes",
        "r": "none",
    }
    assert grounds(apart, {"p": 2, "q": 2, "r": 2}) == {
        "p": "best-by-mean",
        "q": "after-best-by-mean",
        "r": "none-by-mean",
    }
    assert grounds(apart, {"p": 3, "q": 2, "r": 2})["q"] == "excellence-by-mean"
    alike = {"a": {"p": 5, "q": 4, "r": 3}, "b": {"p": 5, "q": 6, "r": 7}}
    assert grounds(alike, {"p": 2, "q": 2, "r": 2}) == {
        "p": "best-by-lowest",
        "q": "after-best-by-lowest",
        "r": "none-by-lowest",
    }
    assert grounds({"a": {"p": 9, "q": 5, "r": 4}, "b": {"p": 9, "q": 5, "r": 6}}, {"p": 3, "q": 2, "r": 2}) == {
        "p": "best-by-votes",
        "q": "excellence-by-lowest",
        "r": "none-by-lowest",
    }
    equal = {"a": {"p": 9, "q": 9, "r": 7}}
    assert grounds(equal, {"p": 2, "q": 2, "r": 1}) == {
        "p": "best-shared",
        "q": "best-shared",
        "r": "none-best-shared",
    }
    assert grounds(equal, {"p": 1, "q": 1, "r": 2})["p"] == "excellence-shared"


def test_the_first_round_decides_ties_of_votes_by_mean_then_by_the_lowest_score() -> None:
    scores = {"a": {"p": 5, "q": 4}, "b": {"p": 5, "q": 6}}
    assert prizes(award(scores, [("v", "p"), ("w", "q")])) == {"p": ("best", False), "q": ("excellence", False)}


def test_a_submission_without_a_rank_can_win_where_all_may_be_voted_for() -> None:
    scores = {"a": {"p": 9, "q": 8}, "b": {"q": 7}}
    made = award(scores, [("v", "p"), ("w", "p"), ("x", "q")], rules={"least_scores": 2, "vote_on": "all"})
    assert prizes(made) == {"p": ("best", False), "q": ("excellence", False)}
    assert places(made)["p"].rank is None


def test_a_vote_outside_the_shortlist_counts_only_where_the_edition_says_so() -> None:
    scores, votes = {"a": {"p": 9, "q": 8, "r": 7}}, [("v", "r"), ("w", "r"), ("x", "p")]
    shut = places(award(scores, votes, rules={"shortlist": 2}))
    assert (shut["r"].votes, shut["r"].void, shut["p"].prize) == (0, 2, "best")
    opened = places(award(scores, votes, rules={"shortlist": 2, "vote_on": "all"}))
    assert (opened["r"].votes, opened["r"].void, opened["r"].prize) == (2, 0, "best")


def test_without_a_vote_there_is_no_prize() -> None:
    assert prizes(award({"a": {"p": 9}})) == {}


def test_a_category_without_submissions_is_there_and_empty() -> None:
    made = award(
        {"a": {"p": 9}}, categories=[{"id": "open", "name": {"en": "Open"}}, {"id": "safe", "name": {"en": "Safe"}}]
    )
    assert [(each.category, len(each.places)) for each in tally(made)] == [("open", 1), ("safe", 0)]


papers = st.dictionaries(
    st.sampled_from(JURY),
    st.dictionaries(st.sampled_from(NAMES), st.integers(1, 10), max_size=7),
    min_size=1,
    max_size=4,
).filter(lambda scores: any(scores.values()))
ballots = st.lists(
    st.tuples(st.text("xyz", min_size=1, max_size=3), st.sampled_from(NAMES)),
    max_size=9,
    unique_by=lambda each: each[0],
)


@given(papers, ballots, st.randoms())
def test_the_order_of_jurors_submissions_and_votes_changes_nothing(
    scores: dict[str, dict[str, int]], votes: list[tuple[str, str]], chance: random.Random
) -> None:
    made = award(scores, votes, rules={"shortlist": 2})

    def mixed(values: Any) -> Any:
        listed = list(values)
        chance.shuffle(listed)
        return listed

    other = made.model_copy(
        update={
            "jury": tuple(mixed(made.jury)),
            "submissions": tuple(mixed(made.submissions)),
            "votes": tuple(mixed(made.votes)),
            "scores": {juror: dict(mixed(given.items())) for juror, given in mixed(made.scores.items())},
        }
    )
    assert tally(other) == tally(made)


@given(papers, st.data())
def test_a_higher_score_never_lowers_a_rank(scores: dict[str, dict[str, int]], data: st.DataObject) -> None:
    juror = data.draw(st.sampled_from(sorted(each for each, given in scores.items() if given)))
    name = data.draw(st.sampled_from(sorted(scores[juror])))
    raised = {**scores, juror: {**scores[juror], name: min(10, scores[juror][name] + data.draw(st.integers(1, 9)))}}
    before, after = places(award(scores))[name], places(award(raised))[name]
    assert before.rank is not None
    assert after.rank is not None
    assert after.rank <= before.rank
    assert (before.standing == "shortlisted") <= (after.standing == "shortlisted")


@given(papers, st.sampled_from(JURY), st.sampled_from(NAMES), st.integers(1, 10))
def test_a_score_for_the_own_city_has_no_effect(
    scores: dict[str, dict[str, int]], juror: str, name: str, points: int
) -> None:
    without = {**scores, juror: {each: value for each, value in scores.get(juror, {}).items() if each != name}}
    biased = {**without, juror: {**without[juror], name: points}}
    own = {juror: [name]}

    def outcome(found: tuple[Round, ...]) -> list[tuple[str, Any, Any]]:
        return [(each.submission.id, each.mean, each.rank) for each in found[0].places]

    assert outcome(tally(award(biased, own=own, names=NAMES))) == outcome(tally(award(without, own=own, names=NAMES)))
