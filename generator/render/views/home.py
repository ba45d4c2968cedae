"""The home page of a language: what this is, the doors, what is new, numbers counted from the data.

In: the catalog. Out: `HomeView`. Not here: the prose above (content/<language>/index.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.record import Record
from generator.render import labels, routes, texts
from generator.render.context import Page, first_sentence
from generator.render.views.parts import Linked
from generator.render.worldmap import MapPoint, PlacedPoint, place

NEWEST = 6
NUMBERED = ("practice", "programme", "city", "module", "body", "term", "source")


@dataclass(frozen=True, slots=True)
class Door:
    """A way into the site."""

    title: str
    line: str
    href: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number counted from the data, with the list it counts."""

    number: str
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page below its sentence."""

    search_href: str = field(metadata={"help": "The search page."})
    search_label: str = field(metadata={"help": "Label of the search field."})
    search_button: str = field(metadata={"help": "Label of its button."})
    doors_label: str = field(metadata={"help": "Heading of the doors."})
    doors: tuple[Door, ...] = field(metadata={"help": "Ways into the site."})
    numbers_label: str = field(metadata={"help": "Heading of the numbers."})
    numbers: tuple[Number, ...] = field(metadata={"help": "Numbers counted from the data."})
    new_label: str = field(metadata={"help": "Heading of what is new."})
    new: tuple[Linked, ...] = field(metadata={"help": "The records added or reviewed last."})
    map_words: Mapping[str, str] = field(metadata={"help": "Title, description, skip link of the map."})
    points: tuple[PlacedPoint, ...] = field(metadata={"help": "Dots of the map."})
    land: str = field(metadata={"help": "The map's land as an SVG path."})


def home(page: Page, land: str) -> HomeView:
    """The home page of the page's language."""
    t = page.t
    doors = (
        Door(
            t("Good practices"),
            t("What cities did, why, with what, and what came of it."),
            page.href(routes.list_page(page.language, "practice")),
        ),
        Door(
            t("Training"),
            t("Courses and workshops for officials, with dates and prerequisites."),
            page.href(routes.list_page(page.language, "programme")),
        ),
        Door(
            t("eGovFrame"),
            t("The open standard framework of Korea, module by module."),
            page.href(f"{page.language}/egovframe/index.html"),
        ),
        Door(
            t("Contribute"),
            t("Correct a fact, add a record or translate; no programming needed."),
            page.href(f"{page.language}/contribute/index.html"),
        ),
    )
    return HomeView(
        search_href=page.href(f"{page.language}/search.html"),
        search_label=t("Search the knowledge base"),
        search_button=t("Search"),
        doors_label=t("Where to begin"),
        doors=doors,
        numbers_label=t("In this base"),
        numbers=_numbers(page),
        new_label=t("New and reviewed"),
        new=_new(page),
        map_words={
            "title": t("Where the cities of this base are"),
            "skip": t("Skip the map"),
            "description": t(
                "Land without borders; the map takes no position on territory. Land: Natural Earth. Places: GeoNames."
            ),
        },
        points=_points(page),
        land=land,
    )


def _numbers(page: Page) -> tuple[Number, ...]:
    t, found = page.t, []
    for kind in NUMBERED:
        number = sum(
            1 for each in page.world.catalog.records[kind].values() if not each.is_example and not each.withdrawn
        )
        found.append(
            Number(
                t.number(number),
                t.count(*labels.KINDS_NAMED[kind], number),
                page.href(routes.list_page(page.language, kind)),
            )
        )
    return tuple(found)


def newest(page: Page, kinds: tuple[str, ...], limit: int) -> list[Record]:
    """Records of some kinds by the day they were added or reviewed, latest first; among equals practices before the rest, then by id."""
    records = [
        each
        for kind in kinds
        for each in page.world.catalog.records[kind].values()
        if not each.is_example and not each.withdrawn
    ]
    order = {kind: number for number, kind in enumerate(kinds)}
    dated = sorted(records, key=lambda each: (order[each.kind], each.id))
    return sorted(dated, key=lambda each: (each.reviewed or each.added).start.first_day, reverse=True)[:limit]


def _new(page: Page) -> tuple[Linked, ...]:
    t = page.t
    found = []
    for record in newest(page, ("practice", "programme"), NEWEST):
        summary: Mapping[str, str] | None = getattr(record, "summary", None)
        line = first_sentence(texts.plain(summary, page.language, record.original)) if summary else ""
        meta = f"{t(labels.KIND[record.kind][0])} · {t.when(record.reviewed or record.added)}"
        found.append(Linked(page.name_of(record), page.record_href(record.kind, record.id), meta, line))
    return tuple(found)


def _points(page: Page) -> tuple[PlacedPoint, ...]:
    cities = (
        each
        for each in page.world.catalog.cities.values()
        if each.location and not each.is_example
    )
    return place(
        [
            MapPoint(
                each.id,
                texts.said(each.name, page.language).text,
                page.record_href("city", each.id),
                each.location.lat,
                each.location.lon,
                each.region,
            )
            for each in cities
            if each.location
        ]
    )
