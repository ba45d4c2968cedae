"""The history of a city's CeDS runs: a line, and a table that leads to each of them.

In: a page and a city. Out: `CityRunsView`. Not here: a single run (`run`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from generator.derive.runs import Run
from generator.model.consented import is_invented
from generator.render.context import Page
from generator.render.views import ceds_charts as charts
from generator.render.views.ceds_charts import Dated
from generator.render.views.ceds_parts import Block, Piece
from generator.render.views.ceds_speech import Speech, speech
from generator.render.views.drawing import Said
from generator.render.views.parts import Items
from generator.render.views.run import about, city_name, crumbs, invented_notice
from generator.render.views.run_figures import compared
from generator.render.views.run_table import Column, runs_table, to_run


@dataclass(frozen=True, slots=True)
class CityRunsView:
    """All runs of one city."""

    crumbs: tuple[Markup, ...] = field(metadata={"help": "Links up to where the page belongs."})
    title: str = field(metadata={"help": "Heading."})
    notices: tuple[str, ...] = field(metadata={"help": "What a reader must know first."})
    blocks: tuple[Block, ...] = field(metadata={"help": "History and runs taken back."})
    about: Markup = field(metadata={"help": "Whose instrument this is, and what the figures are not."})


def runs_title(page: Page, city: str) -> str:
    """`CeDS runs of Seoul`."""
    return page.t("{city}: all CeDS runs", city=city_name(page, city))


def city_runs_view(page: Page, city: str) -> CityRunsView:
    """Runs that may be shown, and those taken back by their date."""
    words, t = speech(page), page.t
    shown = [each for each in page.world.runs if each.assessment.city == city]
    gone = [each for each in page.world.catalog.assessments if each.city == city and each.withdrawn]
    blocks = [_history(page, words, shown)] if shown else []
    if gone:
        items = Items(tuple(to_run(page, each) for each in gone))
        blocks.append(
            Block(
                "taken-back",
                t("Taken back"),
                t("The city took these runs back; their figures are no longer shown."),
                (items,),
            )
        )
    invented = any(is_invented(each) for each in (*gone, *(each.assessment for each in shown)))
    return CityRunsView(
        crumbs=(*crumbs(page, city), page.to("city", city)),
        title=runs_title(page, city),
        notices=(invented_notice(page),) if invented else (),
        blocks=tuple(blocks),
        about=about(page),
    )


def _history(page: Page, words: Speech, runs: Sequence[Run]) -> Block:
    t = page.t
    dated = [
        Dated(each.result.date, each.result.version, each.result.overall, words.drawn(each.result.overall))
        for each in runs
    ]
    change: Column = (
        t("Change over what was answered both times"),
        lambda run: words.change(run.change.get("overall")) if run.change else "–",
    )
    table = runs_table(page, words, t("All runs, the latest first"), reversed(runs), after=(change,))
    pieces: tuple[Piece, ...] = (table,)
    if len(dated) > 1:
        told = "; ".join(f"{each.date}: {each.value}" for each in dated)
        key = t(
            "Dot: overall figure. Line with two ends: the range that open answers leave. Grey lines: where stages end."
        )
        latest = [each.assessment for each in runs[-4:]]
        drawn = charts.history(Said("history-chart", t("Overall figure over time"), told, key), dated)
        pieces = (drawn, table, compared(page, latest))
    return Block("history", t("From run to run"), _finding(page, words, runs), pieces)


def _finding(page: Page, words: Speech, runs: Sequence[Run]) -> str:
    """What moved between the first and the last run, or where the only one stands."""
    t, last = page.t, runs[-1]
    if len(runs) == 1:
        return t("One run so far: {stage}.", stage=words.stage(last.result))
    valued = [each for each in runs if each.result.overall.value is not None]
    if len(valued) < 2 or valued[-1] is not last:
        return t("{n} runs; now {stage}.", n=t.number(len(runs)), stage=words.stage(last.result))
    first = valued[0]
    return t(
        "From {first} to {last} the overall figure went from {before} to {after}; now {stage}.",
        first=t.when(first.assessment.date),
        last=t.when(last.assessment.date),
        before=words.shown(first.result.overall),
        after=words.shown(last.result.overall),
        stage=words.stage(last.result),
    )
