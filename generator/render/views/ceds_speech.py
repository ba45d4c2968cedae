"""How pages of CeDS say scores, ranges, stages and reasons: the words of the assessment page, filled with exact numbers.

In: a page. Out: strings. Rounding happens here and only here: one place, half to even. Not here: what stands on which page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from babel.numbers import format_decimal

from generator.derive.ceds import Average, Result, Score
from generator.derive.roadmap import Step
from generator.model.framework import Framework
from generator.render import texts
from generator.render.context import Page
from generator.render.views.assess_words import words
from generator.render.views.system import framework

HORIZONS: Final = ("short", "medium", "long", "none")


@dataclass(frozen=True, eq=False)
class Speech:
    """The words of one page. Call it with a key of `assess_words`."""

    page: Page
    framework: Framework
    words: Mapping[str, str]
    names: Mapping[str, str]
    """Dimensions, areas and systems by id."""

    def say(self, key: str, **fields: object) -> str:
        """A string, its fields filled."""
        return self.words[key].format(**fields) if fields else self.words[key]

    def __call__(self, key: str, **fields: object) -> str:
        return self.say(key, **fields)

    def number(self, value: Fraction, signed: bool = False) -> str:
        """With one place."""
        tenths = round(value * 10)
        form = "+0.0;-0.0" if signed and tenths else "0.0"
        return str(format_decimal(Decimal(tenths) / 10, format=form, locale=self.page.t.locale))

    def shown(self, score: Score) -> str:
        """The value, or why there is none."""
        return self.say(f"reason.{score.reason or 'not_a_task'}") if score.value is None else self.number(score.value)

    def drawn(self, score: Score) -> str:
        """The same where there is little room."""
        return "–" if score.value is None else self.number(score.value)

    def range(self, score: Score) -> str:
        """What the figure could be with the open answers; one number where none is open."""
        low, high = self.number(score.low), self.number(score.high)
        return low if low == high else self.say("result.range", low=low, high=high)

    def average(self, found: Average | None) -> str:
        """The average of the others; a dash where they are too few."""
        return "–" if found is None or found.value is None else self.number(found.value)

    def change(self, value: Fraction | None) -> str:
        """What moved since the earlier run."""
        return self.say("change.none") if value is None else self.number(value, signed=True)

    def stage(self, result: Result) -> str:
        """`Stage 2 (2–3): Separate pieces`."""
        low, high, name = result.stage, result.stage_high, self.stage_text(result.stage)
        if low == high:
            return self.say("result.stage", stage=low, name=name)
        return self.say("result.stage.range", stage=low, high=high, name=name)

    def stage_short(self, result: Result) -> str:
        """`2 (2–3)`."""
        low, high = result.stage, result.stage_high
        return str(low) if low == high else f"{low} ({low}–{high})"

    def stage_text(self, stage: int, *, summary: bool = False) -> str:
        """Name of a stage, or its sentence."""
        found = self.framework.stages[stage - 1]
        return texts.plain(found.summary if summary else found.name, self.page.language)

    def listed(self, ids: Iterable[str]) -> str:
        """Names of dimensions, areas or systems in a row."""
        return self.say("list.mark").join(self.names[id] for id in ids)

    def missing(self, step: Step) -> str:
        """What a system lacks to 100; the most it can be where it was not wholly answered."""
        gap = self.number(step.gap)
        return self.say("result.up_to", gap=gap) if step.unknown else gap


def speech(page: Page) -> Speech:
    """The words of a page."""
    found, language = framework(page), page.language
    names: dict[str, str] = {each.id: texts.plain(each.name, language) for each in found.dimensions}
    names |= {each.id: texts.plain(each.name, language) for each in found.areas}
    systems = page.world.catalog.records["system"].values()
    names |= {each.id: texts.said(each.heading, language, each.original).text for each in systems}
    return Speech(page, found, words(page.t), names)
