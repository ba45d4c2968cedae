"""How each place of a tally came about, in a sentence made from its numbers. Pages and the command line say the same.

In: a place and its rules. Out: text in one language. Not here: the tally (`derive.tally`), tables.
"""

from __future__ import annotations

from fractions import Fraction

from generator.derive.tally import Place, Round
from generator.model.award import Rules
from generator.render.figures_words import decimal
from generator.render.i18n import Messages


def mean(t: Messages, value: Fraction | None) -> str:
    """A mean with two decimals; a dash where there is none."""
    return "–" if value is None else decimal(t, value, 2)


def first_round(t: Messages, place: Place, rules: Rules) -> str:
    """Why a submission is on the shortlist, or not."""
    left_out = [each.juror for each in place.scores if not each.counted and each.points is not None]
    missing = sum(each.counted and each.points is None for each in place.scores)
    said = [_standing(t, place, rules)]
    if left_out:
        said.append(t("Left out, because the juror may not score the own city: {jurors}.", jurors=", ".join(left_out)))
    if missing:
        said.append(
            t.count(
                "{number} score is missing and does not count as zero.",
                "{number} scores are missing and do not count as zero.",
                missing,
            )
        )
    return " ".join(said)


def _standing(t: Messages, place: Place, rules: Rules) -> str:
    if place.standing == "too-few-scores":
        return t.count(
            "Not ranked: it has {number} score, and {least} are needed.",
            "Not ranked: it has {number} scores, and {least} are needed.",
            sum(each.counted and each.points is not None for each in place.scores),
            least=t.number(rules.least_scores),
        )
    values = {
        "mean": mean(t, place.mean),
        "count": t.number(place.counted),
        "rank": t.number(place.rank or 0),
        "lowest": t.number(place.lowest or 0),
        "limit": t.number(rules.shortlist),
    }
    if place.standing == "shortlisted":
        return t("Goes on: rank {rank} of {limit} by a mean of {mean} from {count} scores, lowest {lowest}.", **values)
    return t(
        "Stays behind: rank {rank}, and {limit} go on; mean {mean} from {count} scores, lowest {lowest}.", **values
    )


def second_round(t: Messages, place: Place) -> str:
    """What the votes brought, and why."""
    said = [t.count("{number} vote.", "{number} votes.", place.votes)] if place.votes else [t("No vote.")]
    if place.void:
        said = [
            t.count(
                "{number} vote does not count: it is not on the shortlist.",
                "{number} votes do not count: it is not on the shortlist.",
                place.void,
            )
        ]
    prize = {
        ("best", False): t("Most votes, a tie broken by the mean: best prize."),
        ("best", True): t(
            "Equal in votes and mean with another: the best prize is shared, and no excellence prize is given."
        ),
        ("excellence", False): t("Second in votes, a tie broken by the mean: excellence prize."),
        ("excellence", True): t("Equal in votes and mean with another: the excellence prize is shared."),
    }.get((place.prize, place.shared))
    return " ".join([*said, *([prize] if prize else [])])


def finding(t: Messages, found: Round, titles: dict[str, str]) -> str:
    """The outcome of a category in one sentence."""
    best = [titles[each.submission.id] for each in found.places if each.prize == "best"]
    second = [titles[each.submission.id] for each in found.places if each.prize == "excellence"]
    if not best:
        return t("No prize: there are no votes that count.")
    if not second:
        return t("Best prize: {best}.", best=", ".join(best))
    return t("Best prize: {best}. Excellence prize: {second}.", best=", ".join(best), second=", ".join(second))
