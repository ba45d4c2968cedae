"""The pages of the whole roadmap of a CeDS run: every step with its reason in sentences and with what helps.

In: a page, a run whose answers may be shown, which of its pages. Out: `RoadmapView`. Not here: the order of the steps
(`derive.roadmap`), the roadmap among the reports (`run_steps`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Final

from markupsafe import Markup

from generator.derive.runs import Run
from generator.render import markup, routes
from generator.render.context import Page
from generator.render.views import run, run_reasons
from generator.render.views.ceds_parts import Steps
from generator.render.views.ceds_speech import Speech, speech
from generator.render.views.parts import Items, Prose
from generator.render.views.run_beginning import Beginning, beginning
from generator.render.views.run_steps import lines, steps

MOST: Final = 20
"""So many steps a page, in 30 KB of HTML: they take some 800 bytes each in Korean. A page that grows beyond is told (WG602)."""


@dataclass(frozen=True, slots=True)
class RoadmapView:
    """Some steps of a roadmap, in their phases."""

    crumbs: tuple[Markup, ...] = field(metadata={"help": "Links up to where the page belongs."})
    title: str = field(metadata={"help": "Heading: city, date, which steps."})
    notices: tuple[str, ...] = field(metadata={"help": "What a reader must know first: invented, who was missing."})
    finding: str = field(
        metadata={"help": "Where to begin, or what must rise first; on later pages what the order follows."}
    )
    lowest: tuple[Prose | Items, ...] = field(metadata={"help": "The lowest answers of what holds everything up."})
    print_label: str = field(metadata={"help": "The button that prints these steps."})
    phases: tuple[Steps, ...] = field(metadata={"help": "Now, next, later, as far as they stand on this page."})
    pager: tuple[tuple[str, str, bool], ...] = field(
        metadata={"help": "The pages: which steps, link, whether it is this one."}
    )
    pager_label: str = field(metadata={"help": "Accessible name of the links to the pages."})
    about: Markup = field(metadata={"help": "Whose instrument this is, and what the figures are not."})


def pages_needed(count: int) -> int:
    """How many pages a roadmap of so many steps takes."""
    return -(-count // MOST)


def roadmap_view(page: Page, found: Run, number: int) -> RoadmapView:
    """Page `number` (from 1) of the roadmap of a run."""
    words, t = speech(page), page.t
    pages = _spread(len(found.steps))
    begin = beginning(page, words, found) if number == 1 else Beginning(words("roadmap.about"))
    here = pages[number - 1]
    return RoadmapView(
        crumbs=(*run.crumbs(page, found.assessment.city), _to_run(page, found)),
        title=_title(page, found, here if len(pages) > 1 else None),
        notices=tuple(run.notices(page, words, found)),
        finding=begin.said,
        lowest=begin.lowest,
        print_label=t("Print these steps"),
        phases=tuple(_phases(page, words, found, here)),
        pager=tuple(_pager(page, found, pages, number)) if len(pages) > 1 else (),
        pager_label=t("Pages of this roadmap"),
        about=run.about(page),
    )


def _spread(count: int) -> list[range]:
    """The steps of each page, from 0; pages of equal length, so that the last is not a rest of two."""
    pages = pages_needed(count)
    ends = [count * each // pages for each in range(pages + 1)] if pages else [0]
    return [range(start, end) for start, end in pairwise(ends)]


def _title(page: Page, found: Run, here: range | None) -> str:
    t, given = page.t, found.assessment
    name, date = run.city_name(page, given.city), t.when(given.date)
    if here is None:
        return t("{city}: roadmap of {date}", city=name, date=date)
    first, last = t.number(here.start + 1), t.number(here.stop)
    return t("{city}: roadmap of {date}, steps {first} to {last}", city=name, date=date, first=first, last=last)


def _to_run(page: Page, found: Run) -> Markup:
    return markup.link(page.href(routes.run_page(page.language, found.assessment)), page.t("Results of this run"))


def _phases(page: Page, words: Speech, found: Run, here: range) -> Iterator[Steps]:
    said, at = lines(page, found), here.start
    for phase, group in groupby(found.steps[here.start : here.stop], key=lambda each: each.phase):
        those = tuple(group)
        went_before = at > 0 and found.steps[at - 1].phase == phase
        name = words(f"roadmap.{phase}")
        title = page.t("{phase}, continued", phase=name) if went_before else name
        shown = steps(page, words, found, those, run_reasons.reason)
        yield Steps(f"roadmap-{phase}", title, said[phase], steps=shown, start=at + 1)
        at += len(those)


def _pager(page: Page, found: Run, pages: list[range], number: int) -> Iterator[tuple[str, str, bool]]:
    for at, each in enumerate(pages, 1):
        href = page.href(routes.roadmap_page(page.language, found.assessment, at))
        yield f"{page.t.number(each.start + 1)}–{page.t.number(each.stop)}", href, at == number
