"""The tally of an edition for a terminal, a spreadsheet or another program.

In: an award with its papers, the words of a language. Out: text, CSV or JSON. Not here: the arithmetic (`derive.tally`), pages.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from generator.derive.tally import Place, Round, tally
from generator.model.award import Award
from generator.render import tally_words
from generator.render.exports import table
from generator.render.figures_words import rounded
from generator.render.i18n import Messages
from generator.render.texts import plain
from generator.text_columns import columns


def as_text(award: Award, t: Messages) -> str:
    """Every category: the outcome, its ranks, and a paragraph on each place."""
    lines = [plain(award.title, t.language, award.original), ""]
    for found in tally(award):
        lines += [*_category(award, found, t), ""]
    return "\n".join(lines)


def _category(award: Award, found: Round, t: Messages) -> Iterator[str]:
    titles = {each.id: plain(each.title, t.language, award.original) for each in award.submissions}
    name = next(each.name for each in award.categories if each.id == found.category)
    yield plain(name, t.language, award.original)
    yield f"  {tally_words.finding(t, found, titles)}"
    if not found.places:
        return
    head = (t("Rank"), t("Submission"), t("Mean"), t("Votes"), t("Prize"))
    rows = [
        (
            t.number(each.rank) if each.rank else "–",
            titles[each.submission.id],
            tally_words.mean(t, each.mean),
            t.number(each.votes),
            tally_words.prize(t, each),
        )
        for each in found.places
    ]
    yield ""
    yield from (f"  {line}" for line in columns([head, *rows], left=(1, 4)))
    yield ""
    jurors = _jurors(award, t)
    for place in found.places:
        yield f"  {titles[place.submission.id]}: {tally_words.audit(t, place, award.rules, jurors).strip()}"


def _jurors(award: Award, t: Messages) -> dict[str, str]:
    return {
        each.id: each.called(plain(each.role, t.language, award.original) if each.role else "") for each in award.jury
    }


def as_json(award: Award, t: Messages) -> str:
    """Every place; `mean_exact` is the mean as a fraction, `ground` says why there is a prize or none."""
    return json.dumps({"award": award.id, "places": list(_rows(award, t))}, ensure_ascii=False, indent=1) + "\n"


def as_csv(award: Award, t: Messages) -> str:
    """A row for each submission; no cell can start a formula or be taken for a date, as a fraction can."""
    rows = [{name: value for name, value in row.items() if name != "mean_exact"} for row in _rows(award, t)]
    return table(rows).decode()


def _rows(award: Award, t: Messages) -> Iterator[dict[str, Any]]:
    for found in tally(award):
        for place in found.places:
            yield _row(award, found.category, place, t)


def _row(award: Award, category: str, place: Place, t: Messages) -> dict[str, Any]:
    return {
        "category": category,
        "submission": place.submission.id,
        "city": place.submission.city,
        "scores": {each.juror: each.points if each.counted else None for each in place.scores},
        "own_city": [each.juror for each in place.scores if not each.counted],
        "left_out": [each.juror for each in place.scores if not each.counted and each.points is not None],
        "mean": None if place.mean is None else float(rounded(place.mean, 4)),
        "mean_exact": None if place.mean is None else str(place.mean),
        "lowest": place.lowest,
        "rank": place.rank,
        "standing": place.standing,
        "votes": place.votes,
        "void": place.void,
        "prize": place.prize,
        "shared": place.shared,
        "ground": place.ground,
        "first_round": tally_words.first_round(t, place, award.rules, _jurors(award, t)),
        "second_round": tally_words.second_round(t, place, award.rules),
    }


FORMATS: Final[Mapping[str, Callable[[Award, Messages], str]]] = MappingProxyType(
    {"text": as_text, "json": as_json, "csv": as_csv}
)
