"""A kind's list: rows in groups with an index, facets for those who have JavaScript, a map for cities, pages for long ones.

In: the records of a kind. Out: `ListView`. Not here: the filter itself (theme/assets/wego/facets.js).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby
from types import MappingProxyType
from typing import Any, Final

from markupsafe import Markup

from generator.model.award import Award
from generator.model.city import City
from generator.model.record import Record
from generator.model.study import Study
from generator.render import labels, routes, texts
from generator.render.context import Page, World
from generator.render.views import brief, known
from generator.render.views.calendar import coming_line
from generator.render.views.listing_facets import facets, label_of
from generator.render.views.listing_rows import GROUPS, ROWS
from generator.render.views.order import sort_key
from generator.render.worldmap import MOST, MapPoint, PlacedPoint, place

INDEX_FROM: Final = 12
"""Below this many rows an index of groups is longer than the way it saves."""
LINE: Final = 160
"""Longest line below a title, in characters."""


@dataclass(frozen=True, slots=True)
class Row:
    """One record in a list. `marks` are the facet values it has, as the filter script reads them: `region=asia …`."""

    title: Markup | str
    href: str
    meta: str
    line: Markup | str
    facets: Mapping[str, tuple[str, ...]]

    @property
    def marks(self) -> str:
        """Facets and values without any space inside, since both are ids or numbers."""
        return " ".join(f"{name}={value}" for name, values in self.facets.items() for value in values)


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a heading; `count` is their number as the language writes it. A group may be part of a family."""

    id: str
    title: str
    rows: tuple[Row, ...]
    count: str = ""
    family: str = ""
    short: str = ""
    """Title without the family's."""


@dataclass(frozen=True, slots=True)
class Family:
    """Groups that belong together in the index; without a title where a list has only groups."""

    title: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """A list page below the editors' prose."""

    lead: Markup = field(metadata={"help": "What stands above the list: what is to come, or nothing."})
    count: str = field(metadata={"help": "How many records there are."})
    groups: tuple[Group, ...] = field(metadata={"help": "The rows of this page in groups."})
    index: tuple[Family, ...] = field(metadata={"help": "The groups an index leads to, by family, or none."})
    index_label: str = field(metadata={"help": "Accessible name of the index of groups."})
    facets: Markup = field(metadata={"help": "Data block for the filter script, or empty."})
    facets_label: str = field(metadata={"help": "Accessible name of the filter."})
    facets_script: str = field(metadata={"help": "Address of the filter script."})
    points: tuple[PlacedPoint, ...] = field(metadata={"help": "Dots of the map, or none."})
    map_words: Mapping[str, str] = field(metadata={"help": "Title, description and skip link of the map."})
    land: str = field(metadata={"help": "The map's land as an SVG path."})
    pager: tuple[tuple[str, str, bool], ...] = field(
        metadata={"help": "Pages of a long list: label, link, whether it is this one."}
    )
    pager_label: str = field(metadata={"help": "Accessible name of the pager."})


_GROUPED_BY: Final = MappingProxyType(
    {
        "city": "region",
        "practice": "topic",
        "programme": "programme-form",
        "module": "category",
        "body": "form",
        "system": "area",
        "study": "study-form",
    }
)


def row(page: Page, record: Record) -> Row:
    """A record as a row of its list."""
    meta, marks = ROWS[record.kind](page, record)
    href = page.record_href(record.kind, record.id)
    return Row(page.name_of(record), href, meta, brief.line(page, record, LINE), marks)


@lru_cache(maxsize=16)
def arranged(world: World, language: str, kind: str) -> tuple[tuple[str, Record], ...]:
    """The records a list shows (no invented and no withdrawn ones) with their group: groups in order, records by name, or by year, in each.

    Kept, because a long list has many pages and all of them need the order.
    """
    page = Page(world, language, "")
    shown = (each for each in world.catalog.records[kind].values() if not each.is_example and not each.withdrawn)
    named = [
        (_first_day(each), sort_key(texts.said(each.heading, language, each.original).text, language), each)
        for each in shown
    ]
    by_group: dict[str, list[Record]] = {}
    group = GROUPS.get(kind)
    for *_, each in sorted(named, key=lambda found: found[:2]):
        by_group.setdefault(group(world, each) if group else "", []).append(each)
    order = sorted(by_group, key=lambda value: _group_order(page, kind, value))
    return tuple((value, each) for value in order for each in by_group[value])


def _first_day(record: Record) -> str:
    """Studies and awards are read in the order of their years; everything else by name."""
    return record.when.start.first_day if isinstance(record, Award | Study) else ""


def _group_order(page: Page, kind: str, value: str) -> tuple[Any, Any]:
    if kind not in _GROUPED_BY:
        return "", ""
    group = _group(page, value, label_of(page, _GROUPED_BY[kind])(value), ())
    return sort_key(group.family, page.language), sort_key(group.short, page.language)


def pages_needed(rows: int) -> int:
    """How many pages a list of so many rows takes."""
    return max(1, -(-rows // routes.PAGE_ROWS))


def view(page: Page, kind: str, number: int, land: str) -> ListView:
    """Page `number` (from 1) of a kind's list."""
    t = page.t
    records = arranged(page.world, page.language, kind)
    here = records[(number - 1) * routes.PAGE_ROWS : number * routes.PAGE_ROWS]
    groups = tuple(
        _filled(page, kind, value, [each for _, each in found])
        for value, found in groupby(here, key=lambda pair: pair[0])
    )
    wanted = [each for group in groups for each in group.rows]
    return ListView(
        lead=coming_line(page) if kind == "programme" and number == 1 else Markup(""),
        count=_count(page, kind, len(records)),
        groups=groups,
        index=_index(groups) if len(groups) > 1 and len(wanted) >= INDEX_FROM else (),
        index_label=t("Groups of this list"),
        facets=facets(page, [each.facets for each in wanted]),
        facets_label=t("Filter"),
        facets_script=page.href("assets/wego/facets.js"),
        points=points(page, (each for _, each in records)) if kind == "city" and number == 1 else (),
        land=land,
        map_words=map_words(page, t("Every dot leads to a city; the list below holds the same cities.")),
        pager=_pager(page, kind, number, pages_needed(len(records))),
        pager_label=t("Pages of this list"),
    )


def _count(page: Page, kind: str, number: int) -> str:
    if number:
        said = page.t.count(*labels.COUNTED[kind], number)
        return page.t("{count}. {more}", count=said, more=known.gaps(page)) if kind == "system" else said
    return page.t("Nothing has been entered here yet. The page “Contribute” says how to add the first record.")


def _filled(page: Page, kind: str, value: str, records: Sequence[Record]) -> Group:
    """A group, or the part of it that stands on this page."""
    rows = tuple(row(page, each) for each in records)
    if kind not in _GROUPED_BY:
        return Group("all", "", rows, count=page.t.number(len(rows)))
    title = label_of(page, _GROUPED_BY[kind])(value)
    return replace(_group(page, value, title, rows), count=page.t.number(len(rows)))


def _index(groups: Sequence[Group]) -> tuple[Family, ...]:
    return tuple(Family(title, tuple(found)) for title, found in groupby(groups, key=lambda each: each.family))


def _pager(page: Page, kind: str, number: int, total: int) -> tuple[tuple[str, str, bool], ...]:
    if total < 2:
        return ()
    links = ((each, page.href(routes.list_page(page.language, kind, each))) for each in range(1, total + 1))
    return tuple((page.t.number(each), href, each == number) for each, href in links)


def map_words(page: Page, more: str = "") -> Mapping[str, str]:
    """Title, description and skip link of the map of cities."""
    t = page.t
    policy = t("Land without borders; the map takes no position on territory. Land: Natural Earth. Places: GeoNames.")
    return {
        "title": t("Where the cities of this base are"),
        "skip": t("Skip the map"),
        "description": f"{more} {policy}" if more else policy,
    }


def _group(page: Page, value: str, title: str, rows: Sequence[Row]) -> Group:
    environment, mark, category = value.partition("--")
    if not mark:
        return Group(f"group-{value}", title, tuple(rows), short=title)
    family, short = page.t(labels.ENVIRONMENT[environment]), page.t(labels.CATEGORY[category])
    return Group(f"group-{value}", title, tuple(rows), family=family, short=short)


def points(page: Page, records: Iterable[Record]) -> tuple[PlacedPoint, ...]:
    """The dots of the map: cities whose place is known, without invented and withdrawn ones; none where there are too many."""
    found = [
        MapPoint(
            each.id,
            texts.said(each.name, page.language, each.original).text,
            page.record_href("city", each.id),
            each.location.lat,
            each.location.lon,
            each.region,
        )
        for each in records
        if isinstance(each, City) and each.location and not each.is_example and not each.withdrawn
    ]
    return place(found) if len(found) <= MOST else ()
