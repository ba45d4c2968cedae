"""The parts of the original CeDS platform, as the sources name them, and where each is on this site.

In: a page. Out: a block. Not here: what the original's parts held, which no public source tells.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.provenance import Citation
from generator.render import markup, routes
from generator.render.context import Page
from generator.render.views.ceds_parts import Block
from generator.render.views.parts import Table

SOURCE = "manoharan-choi-2017"


def components(page: Page) -> Block:
    """A row for each part of the original."""
    t = page.t
    marks = page.cite(Citation(source=SOURCE, at="§3.5.1")) if SOURCE in page.world.catalog.sources else Markup("")
    caption = markup.marked(t("Parts of the original, as the sources name them"), marks)
    said = t(
        "Every part the sources name has its place here; questions, formulas and guides are newly written, because the originals are not public."
    )
    return Block(
        "components", t("The parts of CeDS"), said, (Table(caption, (t("Original"), t("Here")), tuple(_rows(page))),)
    )


def _rows(page: Page) -> Iterator[tuple[Markup | str, Markup | str]]:
    t = page.t

    def to(path: str, text: str) -> Markup:
        return markup.link(page.href(f"{page.language}/ceds/{path}"), text)

    yield (
        t("Main dashboard: a city’s score beside the average"),
        to("index.html#dashboard", t("Dashboard on this page, and the average on every result")),
    )
    yield t("Introduction"), to("method.html", t("Questions, formulas and limits"))
    yield t("Instructions"), to("assess.html", t("At the head of the assessment and of the workbook"))
    yield (
        t("Survey sheet 1: maturity of e-government"),
        to("method.html#governance-mechanism", t("90 questions in six dimensions")),
    )
    yield (
        t("Survey sheet 2: current systems"),
        to("method.html#e-admin", t("55 systems in four areas, existence and use")),
    )
    yield (
        t("Survey sheet 3: advanced systems map, named only"),
        t("Our own reading: a target for each system, in the systems map of every result"),
    )
    yield t("Reports 1, 2 and 3"), _example(page)
    yield t("Forum"), _forum(page)
    yield (
        t("e-Government system modules"),
        markup.link(page.href(routes.list_page(page.language, "system")), t("A guide to each of the 55 systems")),
    )


def _forum(page: Page) -> Markup | str:
    """Where to ask: the repository's discussions, where there is a repository."""
    if page.world.settings.repo_url:
        return markup.out(f"{page.world.settings.repo_url}/discussions", page.t("Discussions of the public repository"))
    return page.t("Not in this edition, which names no repository")


def _example(page: Page) -> Markup | str:
    """A result to look at: the latest published run, else an invented one."""
    t, runs = page.t, page.world.runs
    if not runs:
        return t("On the page of every result")
    shown = max(runs, key=lambda each: (not each.invented, each.answers, each.result.date))
    text = t("On every result; an invented example") if shown.invented else t("On every result; the latest one")
    return markup.link(page.href(routes.run_page(page.language, shown.assessment)), text)
