"""The tally of an edition for a terminal, a spreadsheet or another program.

In: an award with its papers, the words of a language. Out: text, CSV or JSON. Not here: the arithmetic (`derive.tally`), pages.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from generator.derive.tally import Place, tally
from generator.model.award import Award
from generator.render import tally_words
from generator.render.exports import table
from generator.render.i18n import Messages
from generator.render.texts import plain


def as_text(award: Award, t: Messages) -> str:
    """Every category: the outcome, its ranks, and a sentence on each place."""
    titles = {each.id: plain(each.title, t.language, award.original) for each in award.submissions}
    lines = [plain(award.title, t.language, award.original), ""]
    for found in tally(award):
        name = next(each.name for each in award.categories if each.id == found.category)
        lines += [plain(name, t.language, award.original), f"  {tally_words.finding(t, found, titles)}", ""]
        width = max((len(titles[each.submission.id]) for each in found.places), default=0)
        for place in found.places:
            rank = t.number(place.rank) if place.rank else "–"
            mean = tally_words.mean(t, place.mean)
            lines.append(
                f"  {rank:>3}  {titles[place.submission.id]:<{width}}  {mean:>5}  {place.votes:>3}  {place.prize}".rstrip()
            )
        lines.append("")
        for place in found.places:
            said = f"{tally_words.first_round(t, place, award.rules)} {tally_words.second_round(t, place)}"
            lines.append(f"  {titles[place.submission.id]}: {said}")
        lines.append("")
    return "\n".join(lines)


def as_json(award: Award, t: Messages) -> str:
    """Every place with its exact mean as a fraction."""
    return json.dumps({"award": award.id, "places": list(_rows(award, t))}, ensure_ascii=False, indent=1) + "\n"


def as_csv(award: Award, t: Messages) -> str:
    """A row for each submission; no cell can start a formula."""
    return table(list(_rows(award, t))).decode()


def _rows(award: Award, t: Messages) -> Iterator[dict[str, Any]]:
    for found in tally(award):
        for place in found.places:
            yield _row(award, found.category, place, t)


def _row(award: Award, category: str, place: Place, t: Messages) -> dict[str, Any]:
    return {
        "category": category,
        "submission": place.submission.id,
        "city": place.submission.city,
        "scores": {each.juror: each.points for each in place.scores if each.counted},
        "left_out": [each.juror for each in place.scores if not each.counted and each.points is not None],
        "mean": None if place.mean is None else str(place.mean),
        "lowest": place.lowest,
        "rank": place.rank,
        "standing": place.standing,
        "votes": place.votes,
        "void": place.void,
        "prize": place.prize,
        "shared": place.shared,
        "first_round": tally_words.first_round(t, place, award.rules),
        "second_round": tally_words.second_round(t, place),
    }


FORMATS: Final[Mapping[str, Callable[[Award, Messages], str]]] = MappingProxyType(
    {"text": as_text, "json": as_json, "csv": as_csv}
)
