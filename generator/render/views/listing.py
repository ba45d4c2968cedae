"""A kind's list: rows in groups with an index, facets for those who have JavaScript, a map for cities, pages for long ones.

In: the records of a kind. Out: `ListView`. Not here: the filter itself (theme/assets/wego/facets.js).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from markupsafe import Markup

from generator.model.body import Body
from generator.model.city import City
from generator.model.knowledge import Topic
from generator.model.module import Module
from generator.model.practice import Practice
from generator.model.programme import Programme
from generator.model.record import Record
from generator.render import labels, routes, texts
from generator.render.context import Page, first_sentence
from generator.render.head import json_block
from generator.render.worldmap import MapPoint, PlacedPoint, place

FACETS_FROM: Final = 12
"""Below this many rows a filter costs more than it helps."""


@dataclass(frozen=True, slots=True)
class Row:
    """One record in a list. `facets` maps a facet to the values it has."""

    title: Markup | str
    href: str
    meta: str
    line: str
    group: str
    facets: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a heading."""

    id: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """A list page below the editors' prose."""

    count: str = field(metadata={"help": "How many records there are."})
    groups: tuple[Group, ...] = field(metadata={"help": "The rows of this page in groups."})
    index_label: str = field(metadata={"help": "Accessible name of the index of groups."})
    facets: Markup = field(metadata={"help": "Data block for the filter script, or empty."})
    facets_label: str = field(metadata={"help": "Accessible name of the filter."})
    points: tuple[PlacedPoint, ...] = field(metadata={"help": "Dots of the map, or none."})
    map_words: Mapping[str, str] = field(metadata={"help": "Title, description and skip link of the map."})
    land: str = field(metadata={"help": "The map's land as an SVG path."})
    pager: tuple[tuple[str, str, bool], ...] = field(
        metadata={"help": "Pages of a long list: label, link, whether it is this one."}
    )
    pager_label: str = field(metadata={"help": "Accessible name of the pager."})


Label = Callable[[str], str]


def _topics(page: Page, ids: Sequence[str]) -> str:
    return ", ".join(texts.said(page.world.catalog.topics[id].name, page.language).text for id in ids[:3])


def _city(page: Page, city: City) -> tuple[str, str, Mapping[str, tuple[str, ...]]]:
    roles = tuple(dict.fromkeys(each.role for each in city.memberships))
    kind = "" if city.unit == "city" else " · " + page.t(labels.UNIT[city.unit])
    return page.t.country(city.country) + kind, city.region, {"region": (city.region,), "membership": roles}


def _practice(page: Page, practice: Practice) -> tuple[str, str, Mapping[str, tuple[str, ...]]]:
    cities = ", ".join(texts.said(page.world.catalog.cities[id].name, page.language).text for id in practice.cities)
    when = page.t.when(practice.when) if practice.when else ""
    return (
        " · ".join(part for part in (cities, when) if part),
        practice.topics[0],
        {"topic": practice.topics, "city": practice.cities},
    )


def _programme(page: Page, programme: Programme) -> tuple[str, str, Mapping[str, tuple[str, ...]]]:
    years = tuple(sorted({str(each.when.year) for each in programme.sessions if each.when.year}))
    shown = years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}" if years else ""
    organiser = texts.said(page.world.catalog.bodies[programme.organiser].name, page.language).text
    meta = " · ".join(part for part in (page.t(labels.PROGRAMME_FORM[programme.form]), shown, organiser) if part)
    return meta, programme.form, {"topic": programme.topics, "organiser": (programme.organiser,), "year": years}


def _module(page: Page, module: Module) -> tuple[str, str, Mapping[str, tuple[str, ...]]]:
    category = f"{module.environment}--{module.category}"
    meta = module.artifact or (module.packages[0] if module.packages else page.t(labels.MODULE_FORM[module.form]))
    return meta, category, {"environment": (module.environment,), "category": (module.category,)}


def _body(page: Page, body: Body) -> tuple[str, str, Mapping[str, tuple[str, ...]]]:
    return page.t.country(body.country) if body.country else "", body.form, {"form": (body.form,)}


def _topic(page: Page, topic: Topic) -> tuple[str, str, Mapping[str, tuple[str, ...]]]:
    number = len(page.world.relations.to(("topic", topic.id), "practice"))
    return page.t.count("{number} practice", "{number} practices", number), "", {}


_ROWS: Final[Mapping[str, Callable[[Page, Any], tuple[str, str, Mapping[str, tuple[str, ...]]]]]] = MappingProxyType(
    {"city": _city, "practice": _practice, "programme": _programme, "module": _module, "body": _body, "topic": _topic}
)


def _label(page: Page, facet: str) -> Label:
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
        "programme-form": lambda value: t(labels.PROGRAMME_FORM[value]),
        "year": lambda value: value,
        "topic": lambda value: texts.said(catalog.topics[value].name, page.language).text,
        "city": lambda value: texts.said(catalog.cities[value].name, page.language).text,
        "organiser": lambda value: texts.said(catalog.bodies[value].name, page.language).text,
    }[facet]


_GROUPED_BY: Final = MappingProxyType(
    {"city": "region", "practice": "topic", "programme": "programme-form", "module": "category", "body": "form"}
)


def row(page: Page, record: Record) -> Row:
    """A record as a row of its list."""
    meta, group, facets = _ROWS[record.kind](page, record)
    summary: Mapping[str, str] | None = getattr(record, "summary", None)
    line = first_sentence(texts.plain(summary, page.language, record.original)) if summary else ""
    return Row(page.name_of(record), page.record_href(record.kind, record.id), meta, line, group, facets)


def shown_records(page: Page, kind: str) -> list[Record]:
    """The records a list shows: no invented and no withdrawn ones, by name."""
    records = page.world.catalog.records[kind].values()
    return sorted(
        (each for each in records if not each.is_example and not each.withdrawn),
        key=lambda each: texts.said(each.heading, page.language, each.original).text.casefold(),
    )


def pages_needed(rows: int) -> int:
    """How many pages a list of so many rows takes."""
    return max(1, -(-rows // routes.PAGE_ROWS))


def view(page: Page, kind: str, number: int, land: str) -> ListView:
    """Page `number` (from 1) of a kind's list."""
    t = page.t
    records = shown_records(page, kind)
    rows = [row(page, record) for record in records]
    grouped = _grouped(page, kind, rows)
    flat = [(group, each) for group in grouped for each in group.rows]
    wanted = flat[(number - 1) * routes.PAGE_ROWS : number * routes.PAGE_ROWS]
    groups = tuple(
        Group(group.id, group.title, tuple(each for owner, each in wanted if owner is group))
        for group in grouped
        if any(owner is group for owner, _ in wanted)
    )
    total = pages_needed(len(rows))
    pager = (
        tuple(
            (t.number(each), page.href(routes.list_page(page.language, kind, each)), each == number)
            for each in range(1, total + 1)
        )
        if total > 1
        else ()
    )
    return ListView(
        count=_count(page, kind, len(rows)),
        groups=groups,
        index_label=t("Groups of this list"),
        facets=_facets(page, [each for _, each in wanted]),
        facets_label=t("Filter"),
        points=_points(page, records) if kind == "city" and number == 1 else (),
        land=land,
        map_words={
            "title": t("Where the cities of this base are"),
            "skip": t("Skip the map"),
            "description": t(
                "Land without borders; the map takes no position on territory. Every dot leads to a city; the list below holds the same cities. Land: Natural Earth. Places: GeoNames."
            ),
        },
        pager=pager,
        pager_label=t("Pages of this list"),
    )


def _count(page: Page, kind: str, number: int) -> str:
    return page.t.count(*labels.COUNTED[kind], number)


def _grouped(page: Page, kind: str, rows: Sequence[Row]) -> list[Group]:
    if kind not in _GROUPED_BY:
        return [Group("all", "", tuple(rows))]
    label = _label(page, _GROUPED_BY[kind])
    by_group: dict[str, list[Row]] = {}
    for each in rows:
        by_group.setdefault(each.group, []).append(each)
    ordered = sorted(by_group.items(), key=lambda each: (label(each[0]).casefold(), each[0]))
    return [Group(f"group-{group}", label(group), tuple(members)) for group, members in ordered]


def _facets(page: Page, rows: Sequence[Row]) -> Markup:
    if len(rows) < FACETS_FROM:
        return Markup("")
    names = list(dict.fromkeys(name for each in rows for name in each.facets))
    facets = []
    for name in names:
        label = _label(page, name)
        values = dict.fromkeys(value for each in rows for value in each.facets[name])
        options = sorted(
            ({"value": value, "label": label(value)} for value in values), key=lambda each: each["label"].casefold()
        )
        if name == "year":
            options.reverse()
        facets.append({"name": name, "label": page.t(labels.FACET[name]), "options": options})
    t = page.t
    words = {
        "clear": t("Clear all filters"),
        "shown": t("{shown} of {total} shown"),
        "none": t("Nothing fits all filters. Remove one of them."),
        "more": t("Show all"),
    }
    return json_block({"facets": facets, "words": words}, id="wego-facets-data")


def _points(page: Page, records: Sequence[Record]) -> tuple[PlacedPoint, ...]:
    points = [
        MapPoint(
            each.id,
            texts.said(each.name, page.language).text,
            page.record_href("city", each.id),
            each.location.lat,
            each.location.lon,
            each.region,
        )
        for each in records
        if isinstance(each, City) and each.location
    ]
    return place(points)
