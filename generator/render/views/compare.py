"""Published CeDS runs side by side: a table of all of them, and the figures for the script that puts two to four together.

In: a page. Out: `CompareView`. Not here: the choosing (theme/components/compare/compare.js).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from markupsafe import Markup

from generator.derive.ceds import figures
from generator.derive.runs import Run
from generator.model.consented import key_of
from generator.render import routes
from generator.render.context import Page
from generator.render.head import json_block
from generator.render.views.ceds_parts import Block
from generator.render.views.ceds_speech import Speech, speech
from generator.render.views.run import about, city_name
from generator.render.views.run_figures import name_of
from generator.render.views.run_table import city_column, runs_table

MOST: Final = 4


@dataclass(frozen=True, slots=True)
class CompareView:
    """Published runs side by side."""

    said: str = field(metadata={"help": "What is said without JavaScript."})
    data: Markup = field(metadata={"help": "Figures and words for the script, as a data block."})
    script: str = field(metadata={"help": "Address of the script."})
    blocks: tuple[Block, ...] = field(
        metadata={"help": "Tables of all published runs: of real cities, of invented ones."}
    )
    files_label: str = field(metadata={"help": "Label of the data links."})
    files: tuple[tuple[str, str], ...] = field(metadata={"help": "All published runs as data: label and link."})
    about: Markup = field(metadata={"help": "Whose instrument this is, and what the figures are not."})


def compare_view(page: Page) -> CompareView:
    """All published runs, the latest first in each city."""
    words, t, runs = speech(page), page.t, page.world.runs
    said = (
        t("Choosing runs needs JavaScript. Without it, the table below holds all published runs.")
        if runs
        else t("No run has been published yet, so there is nothing to compare.")
    )
    return CompareView(
        said=said,
        data=json_block(_data(page, words, runs), id="wego-compare-data"),
        script=page.href("assets/wego/components/compare.js"),
        blocks=tuple(_all(page, words, runs)),
        files_label=t("All published runs as data"),
        files=(("JSON", page.href("api/v1/assessments.json")), ("CSV", page.href("api/v1/assessments.csv"))),
        about=about(page),
    )


def _all(page: Page, words: Speech, runs: Sequence[Run]) -> Iterator[Block]:
    """Runs of real cities, then those of invented ones, never in one table."""
    t = page.t
    real, invented = ([each for each in runs if each.invented is made_up] for made_up in (False, True))
    if real:
        said = t.count(
            "{number} run. Cities differ in size and tasks; this is no ranking.",
            "{number} runs. Cities differ in size and tasks; this is no ranking.",
            len(real),
        )
        table = runs_table(page, words, t("All published runs"), real, before=(city_column(page),))
        yield Block("all", t("All published runs"), said, (table,))
    if invented:
        said = t("These cities do not exist; their answers and figures were made up.")
        table = runs_table(page, words, t("Runs of invented cities"), invented, before=(city_column(page),))
        yield Block("invented", t("Invented examples"), said, (table,))


def _data(page: Page, words: Speech, runs: Sequence[Run]) -> dict[str, Any]:
    """Finished strings: the script only puts them side by side. `bar` is the share of the scale, null where not shown."""
    t = page.t
    keys = list(figures(runs[0].result)) if runs else []
    return {
        "most": MOST,
        "words": {
            "choose": t("Choose two to four runs"),
            "button": t("Compare"),
            "title": t("Side by side"),
            "figure": words("column.name"),
            "many": t("Choose at least two and at most four runs."),
            "versions": t(
                "These runs use different versions of the instrument; their figures cannot be compared closely."
            ),
            "unknown": t("A run named in the address is not published here."),
            "address": t("The address of this page now holds your choice and can be passed on."),
        },
        "rows": [t("Stage"), *(name_of(words, key) for key in keys)],
        "runs": [_run(page, words, each, keys) for each in runs],
    }


def _run(page: Page, words: Speech, run: Run, keys: Sequence[str]) -> dict[str, Any]:
    scores = figures(run.result)
    cells: list[tuple[str, float | None]] = [(words.stage_short(run.result), None)]
    for key in keys:
        value = scores[key].value
        text = words.drawn(scores[key])
        span = words.range(scores[key])
        bar = None if value is None else round(float(value), 1)
        cells.append((text if text == span else f"{text} ({span})", bar))
    return {
        "id": key_of(run.assessment),
        "city": city_name(page, run.assessment.city),
        "date": page.t.when(run.assessment.date),
        "version": run.assessment.version,
        "href": page.href(routes.run_page(page.language, run.assessment)),
        "cells": cells,
    }
