"""Runs in a table: the same figures in the same columns wherever runs are listed, and the link to a run.

In: a page, its words, runs. Out: a table. Not here: the figures of one run (`run_figures`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup

from generator.derive.runs import Run
from generator.model.assessment import Assessment
from generator.render import markup, routes
from generator.render.context import Page
from generator.render.views.ceds_speech import Speech
from generator.render.views.parts import Table

Column = tuple[str, Callable[[Run], Markup | str]]
"""Its heading, and its cell of a run."""


def runs_table(
    page: Page,
    speech: Speech,
    caption: str,
    runs: Iterable[Run],
    *,
    before: Sequence[Column] = (),
    date: str = "",
    after: Sequence[Column] = (),
) -> Table:
    """A row for each run. `before` the date (called `date`) stand columns of text, `after` the figures columns of numbers."""
    figures: list[Column] = [
        (speech("figure.overall"), lambda run: speech.drawn(run.result.overall)),
        (speech("column.range"), lambda run: speech.range(run.result.overall)),
        (page.t("Stage"), lambda run: speech.stage_short(run.result)),
        (speech("figure.maturity"), lambda run: speech.drawn(run.result.maturity)),
        (speech("figure.systems"), lambda run: speech.drawn(run.result.systems)),
    ]
    columns = [*before, (date or page.t("Date"), lambda run: to_run(page, run.assessment)), *figures, *after]
    first = len(before) + 1
    numeric = frozenset(range(first, len(columns))) - {first + 2}
    rows = tuple(tuple(cell(run) for _, cell in columns) for run in runs)
    return Table(caption, tuple(heading for heading, _ in columns), rows, numeric)


def city_column(page: Page) -> Column:
    """The city, leading to all its runs."""

    def cell(run: Run) -> Markup:
        city = run.assessment.city
        name = page.name_of(page.world.catalog.cities[city])
        return markup.link(page.href(routes.runs_page(page.language, city)), name)

    return page.t("City"), cell


def to_run(page: Page, run: Assessment) -> Markup:
    """A link to a run by its date."""
    return markup.link(page.href(routes.run_page(page.language, run)), page.t.when(run.date))
