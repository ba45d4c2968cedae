"""The scores of a run for a terminal or another program.

In: a result. Out: text, or JSON with exact fractions. Not here: the arithmetic (`derive.ceds`), pages.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from generator.derive.ceds import Result, Score, figures
from generator.model.framework import Instrument
from generator.render.texts import plain

_REASONS = {"": "", "not-enough-answers": "not enough answers", "part-missing": "a part is missing"}


def as_text(result: Result, instrument: Instrument, language: str) -> str:
    """A table: what, score, range, how much was answered."""
    named = list(_named(result, instrument, language))
    width = max(len(name) for name, _ in named)
    lines = [f"CeDS {result.version}  {result.city}  {result.date}", ""]
    lines.append(f"{'':<{width}}  score  range         answered")
    for name, score in named:
        value = "    –" if score.value is None else f"{_round(score.value):>5}"
        reason = f"  {_REASONS[score.reason]}" if score.reason else ""
        lines.append(
            f"{name:<{width}}  {value}  {_round(score.low):>5} – {_round(score.high):<5} {score.answered:>3} of {score.asked}{reason}"
        )
    high = f" ({result.stage}–{result.stage_high})" if result.stage_high != result.stage else ""
    lines += ["", f"Stage {result.stage}{high}", ""]
    return "\n".join(lines)


def _named(result: Result, instrument: Instrument, language: str) -> Iterator[tuple[str, Score]]:
    parts = {f"dimension/{each.id}": each.name for each in instrument.framework.dimensions}
    parts |= {f"area/{each.id}": each.name for each in instrument.framework.areas}
    for key, score in figures(result).items():
        yield (f"  {plain(parts[key], language)}" if key in parts else key.capitalize()), score


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
