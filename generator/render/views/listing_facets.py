"""Facets of a list: those that divide its rows, and how their values are called.

In: the facet values of rows. Out: the data block of the filter script (theme/assets/wego/facets.js). Not here: which row has which
value (`listing_rows`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from markupsafe import Markup

from generator.render import labels, labels_wego, texts
from generator.render.context import Page
from generator.render.head import json_block
from generator.render.views import known
from generator.render.views.order import sort_key
from generator.render.views.system import area_names

FACETS_FROM: Final = 12
"""Below this many rows a filter costs more than it helps."""


def label_of(page: Page, facet: str) -> Callable[[str], str]:
    """How a value of a facet or group is called."""
    t, catalog = page.t, page.world.catalog

    def category(value: str) -> str:
        environment, mark, name = value.partition("--")
        return (
            f"{t(labels.ENVIRONMENT[environment])}: {t(labels.CATEGORY[name])}" if mark else t(labels.CATEGORY[value])
        )

    return {
        "region": lambda value: t(labels.REGION[value]),
        "membership": lambda value: t(labels.ROLE[value]),
        "environment": lambda value: t(labels.ENVIRONMENT[value]),
        "category": category,
        "form": lambda value: t(labels.BODY_FORM[value]),
        "study-form": lambda value: t(labels_wego.STUDY_FORM[value]),
        "programme-form": lambda value: t(labels.PROGRAMME_FORM[value]),
        "year": lambda value: value,
        "mode": lambda value: t(labels.MODE[value]),
        "audience": lambda value: t(labels.AUDIENCE[value]),
        "language": t.language_name,
        "horizon": lambda value: t(labels.HORIZON[value]),
        "known": lambda value: known.label(page, value),
        "area": lambda value: area_names(page)[value],
        "topic": lambda value: texts.said(catalog.topics[value].name, page.language).text,
        "city": lambda value: texts.said(catalog.cities[value].name, page.language).text,
        "organiser": lambda value: texts.said(catalog.bodies[value].name, page.language).text,
    }[facet]


def facets(page: Page, rows: Sequence[Mapping[str, tuple[str, ...]]]) -> Markup:
    """What the filter script needs: facets that divide the rows, with their values in order, and its words."""
    names = dict.fromkeys(name for each in rows for name in each)
    offered = [facet for name in names if (facet := _facet(page, name, rows))]
    if len(rows) < FACETS_FROM or not offered:
        return Markup("")
    return facets_data(page, offered)


def facets_data(page: Page, facets: Sequence[Mapping[str, object]]) -> Markup:
    """The data block of the filter script: facets as {name, label, options}, and its words."""
    t = page.t
    words = {
        "filter": t("Filter"),
        "clear": t("Clear all filters"),
        "shown": t("{shown} of {total} shown"),
        "none": t("Nothing fits all filters. Remove one of them."),
        "more": t("Show all ({n})"),
        "fewer": t("Show fewer"),
    }
    return json_block({"facets": list(facets), "words": words}, id="wego-facets-data")


def _facet(page: Page, name: str, rows: Sequence[Mapping[str, tuple[str, ...]]]) -> dict[str, object] | None:
    label = label_of(page, name)
    values = dict.fromkeys(value for each in rows for value in each[name])
    if len(values) < 2:
        return None
    options = sorted(((value, label(value)) for value in values), key=lambda each: sort_key(each[1], page.language))
    return {"name": name, "label": page.t(labels.FACET[name]), "options": options[::-1] if name == "year" else options}
