"""Golden cases of CeDS: answers to the real instrument and what the build makes of them, for the assessment page to match.

python -m tests.golden.make_ceds   writes ceds.json beside this file, after a change of the instrument or the method.
Answers are signs as in `tests.ceds_runs`; fractions are texts, "25/3"; systems, dimensions and areas are named by their place
in the lists at the top. A system is worth its value, or [low, high] where that is open, or null where it is not a task.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Final

from generator.derive.ceds import Score, change, figures, result
from generator.derive.roadmap import Step, roadmap
from generator.model.framework import Instrument
from tests.ceds import instrument
from tests.ceds_runs import coded, signs

FILE: Final = Path(__file__).with_name("ceds.json")
SEED: Final = 20261122
RANDOM_CASES: Final = 30
"""Of each kind."""
CHANGES: Final = 40
Case = tuple[str, str, str]
KINDS: Final = {
    "complete": ("01234", ("0.", "1.", "20", "22", "31", "33", "40", "42", "44")),
    "strong": ("2333444", ("33", "34", "42", "44", "44", "44", "24")),
    "weak": ("0000112", ("0.", "0.", "1.", "20", "21", "30")),
    "some blanks": ("0123401234012340123401234.", ("0.", "22", "31", "34", "42", "44", "..", "1.", "23", "44")),
    "half blank": ("01234.....", ("0.", "31", "44", "..", "..", "2.")),
    "use open": ("01234", ("0.", "2.", "3.", "4.", "23", "34", "44", "41")),
    "not applicable": ("01234" * 5 + "nn", ("nn", "nn", "0.", "22", "33", "44")),
    "everything": ("0123401234.n", ("0.", "1.", "1.", "2.", "3.", "4.", "21", "33", "40", "44", "..", "nn")),
    "near the limits": ("222333444.", ("33", "34", "44", "44", "44", "..", "4.")),
}
"""For each kind of run the signs it draws from."""


def cases(asked: Instrument) -> Iterator[Case]:
    """Name, signs of the indicators, signs of the systems; the same each time."""
    yield from _edges(asked)
    chance = random.Random(SEED)
    for kind, (levels, pairs) in KINDS.items():
        for number in range(1, RANDOM_CASES + 1):
            indicators = "".join(chance.choice(levels) for _ in asked.indicators)
            yield f"{kind} {number}", indicators, "".join(chance.choice(pairs) for _ in asked.systems)


def _edges(asked: Instrument) -> Iterator[Case]:
    """Runs at a limit of a rule: all alike, 80 % and 10 %, the borders of stages, half-answered systems."""
    yield "nothing answered", *signs(asked)
    yield "nothing applies", *signs(asked, level="n", system="nn")
    yield "all lowest", *signs(asked, level="0", system="0.")
    yield "all highest", *signs(asked, level="4", system="44")
    for level, pair in (("1", "20"), ("2", "22"), ("2", "31"), ("3", "34"), ("3", "40"), ("2", "40"), ("0", "34")):
        yield f"all {level} and {pair}", *signs(asked, level=level, system=pair)
    for dimension in asked.framework.dimensions:
        for tail in ("...", "....", "n", "nn", "n..", "n..."):
            parts: dict[str, str] = {dimension.id: "3" * (15 - len(tail)) + tail}
            yield f"{dimension.id} ends {tail}", *signs(asked, parts, level="3", system="33")
    for area in asked.framework.areas:
        count = sum(one.area == area.id for one in asked.systems.values())
        enough = -(-4 * count // 5)
        for known in (enough, enough - 1):
            for pair, rest in (("0.", "4."), ("44", "2."), ("33", ".."), ("44", "nn")):
                parts = {area.id: pair * known + rest * (count - known)}
                yield f"{area.id} knows {known} of {count}, rest {rest}", *signs(asked, parts, level="2", system="44")


def document(asked: Instrument) -> dict[str, object]:
    """All that stands in the file."""
    made = list(cases(asked))
    return {
        "version": asked.framework.version,
        "indicators": list(asked.indicators),
        "systems": list(asked.systems),
        "dimensions": [each.id for each in asked.framework.dimensions],
        "areas": [each.id for each in asked.framework.areas],
        "figures": list(figures(result(asked, coded(asked, made[0][1], made[0][2])))),
        "columns of a figure": ["value", "low", "high", "answered", "asked", "not applicable", "reason"],
        "columns of a step": ["system", "phase", "gap", "priority", "blocked by", "weak dimensions", "unknown"],
        "columns of a change": ["case before", "case after", "differences of the figures"],
        "cases": [_expected(asked, case) for case in made],
        "changes": list(_changes(asked, made)),
    }


def _expected(asked: Instrument, case: Case) -> dict[str, object]:
    name, indicators, systems = case
    run = coded(asked, indicators, systems)
    found = result(asked, run)
    return {
        "name": name,
        "indicators": indicators,
        "systems": systems,
        "stage": [found.stage, found.stage_high],
        "figures": [_figure(score) for score in figures(found).values()],
        "worth": [_worth(score) for score in found.systems_by_id.values()],
        "roadmap": [_step(asked, step) for step in roadmap(asked, run, found)],
    }


def _changes(asked: Instrument, made: list[Case]) -> Iterator[list[object]]:
    """Half between runs whose overall score is shown, half between any: many of those have a figure missing."""
    chance = random.Random(SEED)
    anywhere = range(len(made))
    shown = [at for at in anywhere if result(asked, coded(asked, *made[at][1:])).overall.value is not None]
    for number in range(CHANGES):
        before, after = chance.sample(shown if number % 2 else anywhere, 2)
        runs = [coded(asked, *made[at][1:]) for at in (before, after)]
        yield [before, after, [_text(moved) for moved in change(asked, runs[0], runs[1]).values()]]


def _figure(score: Score) -> list[object]:
    ends = [_text(score.value), _text(score.low), _text(score.high)]
    return [*ends, score.answered, score.asked, score.not_applicable, score.reason]


def _worth(score: Score) -> object:
    if score.not_applicable:
        return None
    return [_text(score.low), _text(score.high)] if score.value is None else _text(score.value)


def _step(asked: Instrument, step: Step) -> list[object]:
    systems = list(asked.systems)
    dimensions: list[str] = [each.id for each in asked.framework.dimensions]
    blocked = [systems.index(each) for each in step.blocked_by]
    weak = [dimensions.index(each) for each in step.weak_dimensions]
    place = systems.index(step.system)
    return [place, step.phase, _text(step.gap), _text(step.priority), blocked, weak, int(step.unknown)]


def _text(value: Fraction | None) -> str | None:
    return None if value is None else str(value)


def text(asked: Instrument) -> str:
    """The file: one line for each entry at the top and each case, so that a review sees which cases change."""
    lines = []
    for key, value in document(asked).items():
        if key in ("cases", "changes") and isinstance(value, list):
            rows = ",\n".join(json.dumps(row, separators=(",", ":")) for row in value)
            lines.append(f"{json.dumps(key)}: [\n{rows}\n]")
        else:
            lines.append(f"{json.dumps(key)}: {json.dumps(value, separators=(',', ':'))}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    FILE.write_text(text(instrument()), "utf-8")
