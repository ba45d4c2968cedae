"""The home page of a language: what this is, the doors, what is new, numbers counted from the data.

In: the catalog. Out: `HomeView`. Not here: the prose above (content/<language>/index.md).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from generator.model.practice import Practice
from generator.model.record import Record
from generator.render import labels, routes
from generator.render.context import Page
from generator.render.views import brief
from generator.render.views.listing import map_words, points
from generator.render.views.parts import Linked
from generator.render.worldmap import PlacedPoint

NEWEST = 6
EACH = 2
NUMBERED = (
    "practice",
    "programme",
    "city",
    "module",
    "system",
    "study",
    "award",
    "event",
    "body",
    "term",
    "source",
    "disagreement",
)
RECENT = ("practice", "programme", "award", "study", "city", "body")
"""Kinds whose newest records the home page shows."""


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
class NewOnDay:
    """Records that came or were reviewed on one day."""

    day: str
    records: tuple[Linked, ...]


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
    new: tuple[NewOnDay, ...] = field(metadata={"help": "The records added or reviewed last, by day."})
    map_words: Mapping[str, str] = field(metadata={"help": "Title, description, skip link of the map."})
    points: tuple[PlacedPoint, ...] = field(metadata={"help": "Dots of the map."})
    land: str = field(metadata={"help": "The map's land as an SVG path."})


def home(page: Page, land: str) -> HomeView:
    """The home page of the page's language."""
    t = page.t
    return HomeView(
        search_href=page.href(f"{page.language}/search.html"),
        search_label=t("Search the knowledge base"),
        search_button=t("Search"),
        doors_label=t("Where to begin"),
        doors=_doors(page),
        numbers_label=t("In this base"),
        numbers=_numbers(page),
        new_label=t("New and reviewed"),
        new=_new(page),
        map_words=map_words(page, t("Every dot leads to a city.")),
        points=points(page, page.world.catalog.cities.values()),
        land=land,
    )


def _doors(page: Page) -> tuple[Door, ...]:
    t, language = page.t, page.language
    ways = (
        (
            t("Good practices"),
            t("What cities did, why, with what, and what came of it."),
            routes.list_page(language, "practice"),
        ),
        (
            t("Training"),
            t("Courses and workshops for officials, with dates and prerequisites."),
            routes.list_page(language, "programme"),
        ),
        (
            t("CeDS self-diagnosis"),
            t("Find out where your city stands and what to build next."),
            f"{language}/ceds/index.html",
        ),
        (
            t("Feasibility studies"),
            t("What was studied for which city, and how to appraise your own project."),
            routes.list_page(language, "study"),
        ),
        (t("WeGO Awards"), t("Every edition, how winners are chosen, who won."), routes.list_page(language, "award")),
        (
            t("eGovFrame"),
            t("Korea’s free framework for public systems: what it gives, and how to start."),
            f"{language}/egovframe/index.html",
        ),
        (
            t("The organisation WeGO"),
            t("History, governance, charter, members, plans, and where sources disagree."),
            f"{language}/organization/index.html",
        ),
        (
            t("Contribute"),
            t("Correct a fact, add a record or translate; no programming needed."),
            f"{language}/contribute/index.html",
        ),
    )
    return tuple(Door(title, line, page.href(address)) for title, line, address in ways)


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


def newest(page: Page, kinds: tuple[str, ...]) -> list[Record]:
    """Records of some kinds by the day they were added or reviewed, latest first; among equals by kind, then by id."""
    records = [
        each
        for kind in kinds
        for each in page.world.catalog.records[kind].values()
        if not each.is_example and not each.withdrawn
    ]
    order = {kind: number for number, kind in enumerate(kinds)}
    dated = sorted(records, key=lambda each: (order[each.kind], each.id))
    return sorted(dated, key=lambda each: (each.reviewed or each.added).start.first_day, reverse=True)


def _spread(records: Iterable[Record], limit: int) -> list[Record]:
    """The first records, but at most `EACH` of a kind and one of each city as long as there are others: a bulk hides nothing."""
    found: list[Record] = []
    passed: list[Record] = []
    seen: set[str] = set()
    kinds: Counter[str] = Counter()
    for record in records:
        cities = set(record.cities) if isinstance(record, Practice) else {record.id}
        if cities & seen or kinds[record.kind] == EACH:
            passed.append(record)
        else:
            found.append(record)
            seen |= cities
            kinds[record.kind] += 1
        if len(found) == limit:
            break
    return [*found, *passed][:limit]


def _new(page: Page) -> tuple[NewOnDay, ...]:
    """What is new under the day it came."""
    t = page.t
    chosen = _spread(newest(page, RECENT), NEWEST)
    ordered = sorted(chosen, key=lambda each: (each.reviewed or each.added).start.first_day, reverse=True)
    return tuple(
        NewOnDay(
            day,
            tuple(
                Linked(
                    page.name_of(each),
                    page.record_href(each.kind, each.id),
                    " · ".join(part for part in (t(labels.KIND[each.kind][0]), brief.meta(page, each)) if part),
                    brief.line(page, each),
                )
                for each in group
            ),
        )
        for day, group in groupby(ordered, key=lambda each: t.when(each.reviewed or each.added))
    )
