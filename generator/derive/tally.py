"""The tally of an edition of the awards: scores to a shortlist, votes to prizes, and how each place came about.

First round: the mean of the points of those jurors who may score a submission; the lowest score breaks a tie; who is still equal
shares a rank, and every rank up to the limit goes on. Second round: votes; what decided in the first round, mean and then lowest
score, breaks a tie; who is still equal shares the prize. Steps and prizes are those of the 2017 chapter on WeGO (§3.7.2); the tie rules are ours. Exact, and blind to the order of
jurors, submissions and votes. In: an `Award` with its papers. Out: frozen results. Not here: words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from types import MappingProxyType
from typing import Final, Literal

from generator.model.award import Award, Submission

Standing = Literal["shortlisted", "outside", "too-few-scores"]
Prize = Literal["", "best", "excellence"]
Ground = Literal[
    "best-by-votes", "best-by-mean", "best-by-lowest", "best-shared",
    "excellence-by-votes", "excellence-by-mean", "excellence-by-lowest", "excellence-shared",
    "after-best-by-mean", "after-best-by-lowest",
    "none-by-mean", "none-by-lowest", "none-best-shared", "none",
]  # fmt: skip
"""Why a submission has its prize or none: what set it apart from others with as many votes. `after-best`: excellence prize with as
many votes as the best one. `none-by`: as many votes as a winner. `none-best-shared`: the next after a shared best prize."""


@dataclass(frozen=True, slots=True)
class Score:
    """What one juror gave. `counted` is False where the juror may not score the submission: it is of the juror's own city."""

    juror: str
    points: int | None
    counted: bool


@dataclass(frozen=True, slots=True)
class Place:
    """How one submission came out. `rank` is None where it was not ranked; `void` are votes that do not count."""

    submission: Submission
    scores: tuple[Score, ...]
    mean: Fraction | None
    lowest: int | None
    rank: int | None
    standing: Standing
    votes: int = 0
    void: int = 0
    prize: Prize = ""
    shared: bool = False
    ground: Ground = "none"

    @property
    def counted(self) -> int:
        """How many scores the mean is made of."""
        return sum(each.counted and each.points is not None for each in self.scores)


@dataclass(frozen=True, slots=True)
class Round:
    """One category: its submissions from the first rank down; the unranked last, by id."""

    category: str
    places: tuple[Place, ...]


def tally(award: Award) -> tuple[Round, ...]:
    """Every category of the edition in its order, also those without submissions."""
    return tuple(_round(award, category.id) for category in award.categories)


def has_papers(award: Award) -> bool:
    """Whether there is anything to tally."""
    return bool(award.submissions)


def _round(award: Award, category: str) -> Round:
    handed_in = [each for each in award.submissions if each.category == category]
    ranked = _ranked(award, [_scored(award, each) for each in handed_in])
    voted = _voted(award, category, ranked)
    return Round(category, tuple(sorted(voted, key=lambda each: (each.rank is None, each.rank, each.submission.id))))


def _scored(award: Award, submission: Submission) -> Place:
    scores = tuple(
        Score(juror.id, award.scores.get(juror.id, {}).get(submission.id), submission.city not in juror.cities)
        for juror in sorted(award.jury, key=lambda each: each.id)
    )
    points = [each.points for each in scores if each.counted and each.points is not None]
    if len(points) < award.rules.least_scores:
        return Place(submission, scores, None, None, None, "too-few-scores")
    return Place(submission, scores, Fraction(sum(points), len(points)), min(points), None, "outside")


def _worth(place: Place) -> tuple[Fraction, int]:
    """What decides between two submissions in the first round; unranked ones stand below all others."""
    return (place.mean, place.lowest) if place.mean is not None and place.lowest is not None else (Fraction(0), 0)


def _ranked(award: Award, places: Sequence[Place]) -> list[Place]:
    worths = [_worth(each) for each in places if each.mean is not None]
    found = []
    for place in places:
        if place.mean is None:
            found.append(place)
            continue
        rank = 1 + sum(other > _worth(place) for other in worths)
        within = rank <= award.rules.shortlist
        found.append(replace(place, rank=rank, standing="shortlisted" if within else "outside"))
    return found


def _voted(award: Award, category: str, places: Sequence[Place]) -> list[Place]:
    ours = {each.submission.id for each in places}
    votes = _votes(award, ours)
    open_to_all = award.rules.vote_on == "all"
    counted = [
        replace(each, votes=votes.get(each.submission.id, 0))
        if open_to_all or each.standing == "shortlisted"
        else replace(each, void=votes.get(each.submission.id, 0))
        for each in places
    ]
    return _prized(counted)


def _votes(award: Award, ours: Iterable[str]) -> Mapping[str, int]:
    wanted = set(ours)
    found: dict[str, int] = {}
    for ballot in award.votes:
        if ballot.submission in wanted:
            found[ballot.submission] = found.get(ballot.submission, 0) + 1
    return found


def _prized(places: Sequence[Place]) -> list[Place]:
    """Best to the first, excellence to the second; a shared best prize leaves no second one."""
    order = sorted({_standing(each) for each in places if each.votes}, reverse=True)
    first, second = ([each for each in places if each.votes and _standing(each) in order[at : at + 1]] for at in (0, 1))
    given: dict[str, tuple[Prize, bool]] = {each.submission.id: ("best", len(first) > 1) for each in first}
    if len(first) == 1:
        given |= {each.submission.id: ("excellence", len(second) > 1) for each in second}
    prized = [
        replace(each, prize=given[each.submission.id][0], shared=given[each.submission.id][1])
        if each.submission.id in given
        else each
        for each in places
    ]
    return [replace(each, ground=_ground(each, prized)) for each in prized]


def _ground(place: Place, places: Sequence[Place]) -> Ground:
    if not place.votes:
        return "none"
    best = [each for each in places if each.prize == "best"]
    if place.prize == "best":
        return "best-shared" if place.shared else _BEST[_decided(place, places)]
    if place.prize == "excellence":
        if place.shared:
            return "excellence-shared"
        if place.votes == best[0].votes:
            return "after-best-by-mean" if place.mean != best[0].mean else "after-best-by-lowest"
        return _EXCELLENCE[_decided(place, places)]
    winners = [each for each in places if each.prize and each.votes == place.votes]
    if winners:
        return "none-by-mean" if all(each.mean != place.mean for each in winners) else "none-by-lowest"
    left = [each for each in places if each.votes and not each.prize]
    return "none-best-shared" if len(best) > 1 and _standing(place) == max(map(_standing, left)) else "none"


def _decided(place: Place, places: Sequence[Place]) -> Literal["votes", "mean", "lowest"]:
    """What sets a place apart from the others with as many votes that stand below it."""
    equals = [each for each in places if each.votes == place.votes and _standing(each) < _standing(place)]
    if not equals:
        return "votes"
    return "mean" if all(each.mean != place.mean for each in equals) else "lowest"


_BEST: Final[Mapping[str, Ground]] = MappingProxyType(
    {"votes": "best-by-votes", "mean": "best-by-mean", "lowest": "best-by-lowest"}
)
_EXCELLENCE: Final[Mapping[str, Ground]] = MappingProxyType(
    {"votes": "excellence-by-votes", "mean": "excellence-by-mean", "lowest": "excellence-by-lowest"}
)


def _standing(place: Place) -> tuple[int, tuple[Fraction, int]]:
    return place.votes, _worth(place)
