"""The door to the organisation: where each of its pages leads, and the six lines of WeGO's work with the home of each.

In: counts of records. Out: sections of links. Not here: the prose above.
"""

from __future__ import annotations

from generator.render import labels, labels_wego, routes
from generator.render.context import Page
from generator.render.views.organization import KINDS, SectionsView, sections_view
from generator.render.views.parts import Linked, Links, Section


def organization_view(page: Page) -> SectionsView:
    """Pages of the organisation, then the lines of work."""
    t = page.t
    return sections_view(
        page,
        [
            Section("pages", t("What you find here"), (Links(tuple(_page(page, kind) for kind in KINDS)),)),
            Section("work", t("Six lines of work"), (Links(_work(page)),)),
        ],
    )


def _page(page: Page, kind: str) -> Linked:
    t = page.t
    records = page.world.catalog.records[kind].values()
    number = sum(not each.is_example and not each.withdrawn for each in records)
    title = t(labels.KIND[kind][1])
    return Linked(
        title,
        page.href(routes.list_page(page.language, kind)),
        t.count(*labels_wego.COUNTED[kind], number),
        t(labels_wego.ORGANIZATION_LINE[kind]),
    )


def _work(page: Page) -> tuple[Linked, ...]:
    t = page.t
    homes = (
        (t("Charter and governance"), "organization/governance.html", t("Who decides, and by which rules.")),
        (t("eGovFrame"), "egovframe/index.html", t("The framework, its parts, its training.")),
        (t("Feasibility studies"), "studies/index.html", t("For which cities, on what, and how to do your own.")),
        (t("CeDS self-diagnosis"), "ceds/index.html", t("Find out where your city stands and what to build next.")),
        (
            t("Training"),
            "programmes/index.html",
            t("Courses and workshops for officials, with dates and prerequisites."),
        ),
        (t("WeGO Awards"), "awards/index.html", t("Every edition, how winners are chosen, who won.")),
    )
    return tuple(Linked(title, page.href(f"{page.language}/{path}"), "", line) for title, path, line in homes)
