"""Names of the sheets, headings of their columns and words of the drop-down lists, in one language.

In: an instrument and the strings of a language. Out: names and headings by sheet, words by list. Not here: where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from generator.model.framework import Instrument
from generator.read.workbook_layout import CITY, HIDDEN, Sheet
from generator.render.i18n import Messages
from generator.render.texts import plain

_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME: Final = 31


def sheet_names(instrument: Instrument, t: Messages, independent: bool) -> Mapping[str, str]:
    """By id the names of the sheets; `title` and `edition` are of the whole workbook."""
    framework = instrument.framework
    parts = {str(each.id): plain(each.name, t.language) for each in framework.dimensions}
    areas = {str(each.id): plain(each.name, t.language) for each in framework.areas}
    named = {"cover": t("Cover"), "guide": t("How to answer"), CITY: t("The city"), **parts, **areas}
    taken = {HIDDEN}
    for id, name in named.items():
        bare = _FORBIDDEN.sub(" ", name).strip("' ")[:_LONGEST_NAME].strip("' ")
        named[id] = bare if bare.casefold() not in taken else id[:_LONGEST_NAME]
        taken.add(named[id].casefold())
    title = plain(framework.title, t.language)
    edition = f"CeDS {framework.version}"
    if independent:
        edition = t("CeDS {version}, independent edition, compiled from public sources", version=framework.version)
    return {**named, "title": title, "edition": edition}


def heads(sheet: Sheet, t: Messages) -> tuple[str, ...]:
    """The headings of a sheet's columns; the hidden sheet holds them too, and a reader compares."""
    if sheet.id == CITY:
        return "", t("Asked"), t("Answer"), t("What is meant")
    if "answer" in sheet.columns:
        return "", t("Question"), t("Levels"), t("Answer"), t("Evidence"), t("Why it does not apply")
    answers = t("Existence"), t("Use"), t("Target"), t("Evidence"), t("Why it is not a task of this city")
    return "", t("System"), *answers


def words(instrument: Instrument, t: Messages) -> Mapping[str, tuple[str, ...]]:
    """Every drop-down list by name, in the order of `workbook_layout.choices`."""
    framework = instrument.framework
    return {
        "yes": (t("Yes, took part"),),
        "scope": (
            t("Scores only"),
            t("Scores and answers"),
            t("Scores, answers and evidence"),
        ),
        "target": (t("Short term"), t("Medium term"), t("Long term"), t("Not planned")),
        "existence": (*_levels(framework.existence, t), t("Not a task of this city")),
        "use": _levels(framework.use, t),
        **{
            f"indicator/{id}": (*_levels(each.levels, t), t("Not applicable"))
            for id, each in sorted(instrument.indicators.items())
        },
    }


def _levels(levels: Sequence[Mapping[str, str]], t: Messages) -> tuple[str, ...]:
    return tuple(f"{number} · {plain(level, t.language)}" for number, level in enumerate(levels))
