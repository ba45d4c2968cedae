"""Figures on eGovFrame over time: what the practice that tells of its use has counted, drawn where dates allow.

In: the practice's results. Out: `FiguresView`. Not here: the prose above (content/<language>/egovframe/figures.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from generator.model.dates import Period
from generator.model.practice import Practice
from generator.model.provenance import Statement
from generator.render import texts
from generator.render.context import Page
from generator.render.views.common import figures
from generator.render.views.parts import SourceEntry, Table
from generator.render.views.series import Count, Series, series

PRACTICE: Final = "korea-egovframe-adoption"
"""The record that holds the figures."""
DRAWN_FROM: Final = 3
"""Fewer dates than this make no course."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A counted thing over time."""

    id: str
    title: str
    finding: str
    chart: Series


@dataclass(frozen=True, slots=True)
class FiguresView:
    """The page below its prose."""

    drawn: tuple[Drawn, ...] = field(metadata={"help": "Drawings of what was counted at three dates or more."})
    table_label: str = field(metadata={"help": "Heading of the table."})
    table: Table | None = field(metadata={"help": "Every figure with its date and source; None where there are none."})
    sources_label: str = field(metadata={"help": "Heading of the sources."})
    sources: tuple[SourceEntry, ...] = field(metadata={"help": "Sources cited on the page."})


def figures_view(page: Page) -> FiguresView:
    """All figures of the practice; none where a base does not hold it."""
    t, practice = page.t, page.world.catalog.practices.get(PRACTICE)
    table = figures(page, practice, t("Every figure, with its date and source"), practice.results) if practice else None
    return FiguresView(
        drawn=tuple(_drawn(page, practice)) if practice else (),
        table_label=t("All figures"),
        table=table,
        sources_label=t("Sources"),
        sources=page.sources(),
    )


def _drawn(page: Page, practice: Practice) -> list[Drawn]:
    found: list[Drawn] = []
    for what, unit, counts in _series(page, practice):
        if len({each.when for each in counts}) < DRAWN_FROM:
            continue
        ordered = sorted(counts, key=lambda each: each.when.sort_key)
        finding = _finding(page, ordered, unit)
        words = (
            what,
            "; ".join(f"{page.t.when(each.when)}: {each.label}" for each in ordered),
            page.t("Dots are published figures; the dashed line only joins them."),
        )
        id = f"figure-{len(found) + 1}"
        found.append(Drawn(id, what, finding, series(f"{id}-chart", words, counts, page.t.number)))
    return found


def _finding(page: Page, ordered: Sequence[Count], unit: str) -> str:
    first, last = ordered[0], ordered[-1]
    return page.t(
        "From {first} {unit} ({start}) to {last} {unit} ({end}).",
        first=first.label,
        last=last.label,
        unit=unit,
        start=page.t.when(first.when),
        end=page.t.when(last.when),
    )


def _series(page: Page, practice: Practice) -> list[tuple[str, str, list[Count]]]:
    """Dated values by what they count and in what unit."""
    found: dict[tuple[str, str], list[Count]] = {}
    for figure in practice.results:
        what = texts.plain(figure.what, page.language, practice.original)
        unit = texts.plain(figure.unit, page.language, practice.original)
        for said in figure.said:
            if (count := _count(page, said)) is not None:
                found.setdefault((what, unit), []).append(count)
    return [(what, unit, counts) for (what, unit), counts in found.items()]


def _count(page: Page, said: Statement[float]) -> Count | None:
    if said.value == "not-published" or not isinstance(said.as_of, Period) or said.as_of.year is None:
        return None
    return Count(said.as_of, float(said.value), page.t.number(said.value))
