"""How each place of a tally came about, in sentences made from its numbers. Pages and the command line say the same.

In: a place, its rules, the names of jurors. Out: text in one language. Not here: the tally (`derive.tally`), tables.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from generator.derive.tally import Ground, Place, Round
from generator.model.award import Rules
from generator.render.figures_words import decimal
from generator.render.i18n import Messages


def mean(t: Messages, value: Fraction | None) -> str:
    """A mean with two decimals; a dash where there is none."""
    return "–" if value is None else decimal(t, value, 2)


def prize(t: Messages, place: Place) -> str:
    """The name of the prize, or nothing."""
    return {"": "", "best": t("Best prize"), "excellence": t("Excellence prize")}[place.prize]


def audit(t: Messages, place: Place, rules: Rules, jurors: Mapping[str, str]) -> str:
    """Both rounds of a place in one paragraph."""
    return f"{first_round(t, place, rules, jurors)} {second_round(t, place, rules)}"


def first_round(t: Messages, place: Place, rules: Rules, jurors: Mapping[str, str]) -> str:
    """Why a submission is on the shortlist, or not; who might not score it; what is missing."""
    own = [jurors[each.juror] for each in place.scores if not each.counted]
    given = any(not each.counted and each.points is not None for each in place.scores)
    missing = sum(each.counted and each.points is None for each in place.scores)
    said = [_standing(t, place, rules)]
    if own:
        said.append(t("May not score it, because it is of the own city: {jurors}.", jurors=t(", ").join(own)))
    if given:
        said.append(t("Points given all the same do not count."))
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
            "Not ranked: it has {number} score, and at least {least} must be there.",
            "Not ranked: it has {number} scores, and at least {least} must be there.",
            place.counted,
            least=t.number(rules.least_scores),
        )
    where = {"rank": t.number(place.rank or 0), "limit": t.number(rules.shortlist)}
    if place.standing == "shortlisted":
        said = t("Goes on at rank {rank}; ranks up to {limit} do.", **where)
    elif rules.vote_on == "all":
        said = t("Rank {rank}, below the shortlist of {limit}; but the vote is among all submissions.", **where)
    else:
        said = t("Stays behind at rank {rank}; ranks up to {limit} go on.", **where)
    how = t.count(
        "Mean {mean} from {number} score, the lowest {lowest}.",
        "Mean {mean} from {number} scores, the lowest {lowest}.",
        place.counted,
        mean=mean(t, place.mean),
        lowest=t.number(place.lowest or 0),
    )
    return f"{said} {how}"


def second_round(t: Messages, place: Place, rules: Rules) -> str:
    """What the votes brought, and why."""
    if place.void:
        return t.count(
            "{number} vote does not count: it is not on the shortlist.",
            "{number} votes do not count: it is not on the shortlist.",
            place.void,
        )
    if place.standing != "shortlisted" and rules.vote_on == "shortlist":
        return ""
    said = t.count("{number} vote.", "{number} votes.", place.votes) if place.votes else t("No vote.")
    return f"{said} {_why(t, place.ground)}".strip()


def _why(t: Messages, ground: Ground) -> str:
    """A sentence for each ground."""
    words: Mapping[Ground, str] = {
        "best-by-votes": t("Nobody has as many: best prize."),
        "best-by-mean": t("Another has as many; the higher mean decides: best prize."),
        "best-by-lowest": t("Another has as many and the same mean; the higher lowest score decides: best prize."),
        "best-shared": t(
            "Another has as many, the same mean and the same lowest score: the best prize is shared, and no excellence prize is given."
        ),
        "excellence-by-votes": t("Only the best prize has more: excellence prize."),
        "excellence-by-mean": t("Another has as many; the higher mean decides: excellence prize."),
        "excellence-by-lowest": t(
            "Another has as many and the same mean; the higher lowest score decides: excellence prize."
        ),
        "excellence-shared": t(
            "Another has as many, the same mean and the same lowest score: the excellence prize is shared."
        ),
        "after-best-by-mean": t("As many as the best prize, but a lower mean: excellence prize."),
        "after-best-by-lowest": t(
            "As many as the best prize and the same mean, but a lower lowest score: excellence prize."
        ),
        "none-by-mean": t("As many as a prize, but a lower mean: no prize."),
        "none-by-lowest": t("As many as a prize and the same mean, but a lower lowest score: no prize."),
        "none-best-shared": t("No excellence prize, because the best prize is shared."),
        "none": "",
    }
    return words[ground]


def finding(t: Messages, found: Round, titles: Mapping[str, str]) -> str:
    """The outcome of a category in one sentence."""
    if not found.places:
        return t("No submissions in this category.")
    best = [titles[each.submission.id] for each in found.places if each.prize == "best"]
    second = [titles[each.submission.id] for each in found.places if each.prize == "excellence"]
    if not best:
        return t("No prize: there are no votes that count.")
    if not second:
        return t("Best prize: {best}.", best=t(", ").join(best))
    return t("Best prize: {best}. Excellence prize: {second}.", best=t(", ").join(best), second=t(", ").join(second))
