"""The scores of a run for a terminal or another program.

In: a result, the words of a language. Out: text, or JSON with exact fractions. Not here: the arithmetic (`derive.ceds`), pages.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from generator.derive.ceds import Result, Score, figures
from generator.model.framework import Instrument
from generator.render.i18n import Messages
from generator.render.texts import plain
from generator.text_columns import columns


def as_text(result: Result, instrument: Instrument, t: Messages) -> str:
    """A table: what, score, range, how much of what applies was answered, and why there is no score."""
    head = (t("Figure"), t("Score"), t("Range"), t("Answered"), "")
    reasons = {"not-enough-answers": t("not enough answers"), "part-missing": t("a part is missing"), "": ""}
    rows = [
        (
            name,
            "–" if score.value is None else _round(score.value),
            _range(score, t),
            t("{n} of {total}", n=score.answered, total=score.asked - score.not_applicable),
            reasons[score.reason],
        )
        for name, score in _named(result, instrument, t)
    ]
    lines = [f"CeDS {result.version}  {result.city}  {result.date}", ""]
    return "\n".join([*lines, *columns([head, *rows], left=(0, 4)), "", _stage(result, instrument, t), ""])


def _range(score: Score, t: Messages) -> str:
    low, high = _round(score.low), _round(score.high)
    return low if low == high else t("{low}–{high}", low=low, high=high)


def _stage(result: Result, instrument: Instrument, t: Messages) -> str:
    name = plain(instrument.framework.stages[result.stage - 1].name, t.language)
    if result.stage == result.stage_high:
        return t("Stage {stage}: {name}", stage=result.stage, name=name)
    return t("Stage {stage} ({stage}–{high}): {name}", stage=result.stage, high=result.stage_high, name=name)


def _named(result: Result, instrument: Instrument, t: Messages) -> Iterator[tuple[str, Score]]:
    parts = {f"dimension/{each.id}": each.name for each in instrument.framework.dimensions}
    parts |= {f"area/{each.id}": each.name for each in instrument.framework.areas}
    sums = {
        "overall": t("Overall"),
        "maturity": t("Maturity"),
        "internal": t("Internal factors"),
        "external": t("External factors"),
        "systems": t("Systems"),
    }
    for key, score in figures(result).items():
        yield (f"  {plain(parts[key], t.language)}" if key in parts else sums[key]), score


def as_json(result: Result) -> str:
    """Every score exactly, as a fraction, and rounded."""
    said = {
        "city": result.city,
        "date": result.date,
        "version": result.version,
        "stage": result.stage,
        "stage_high": result.stage_high,
        "figures": {key: _score(each) for key, each in figures(result).items()},
        "systems": {id: _score(each) for id, each in result.systems_by_id.items()},
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _score(score: Score) -> dict[str, Any]:
    return {
        "value": None if score.value is None else str(score.value),
        "low": str(score.low),
        "high": str(score.high),
        "shown": None if score.value is None else _round(score.value),
        "answered": score.answered,
        "asked": score.asked,
        "not_applicable": score.not_applicable,
        "reason": score.reason,
    }


def _round(value: Fraction) -> str:
    """One decimal, halves to even, as pages show it."""
    return f"{Decimal(round(value * 10)) / 10:.1f}"
