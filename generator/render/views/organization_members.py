"""Members of WeGO: published counts over time, by region and class, and the cities this base knows as members.

In: census records, memberships of cities. Out: `MembersView`. Not here: the single cities.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from markupsafe import Markup

from generator.model.city import City
from generator.model.organization import Census
from generator.model.provenance import preferred
from generator.render import labels, labels_wego, markup, routes
from generator.render.context import Page
from generator.render.views.order import sort_key
from generator.render.views.organization import SectionsView, apart, sections_view, shown
from generator.render.views.parts import Items, Prose, Section, Table
from generator.render.views.series import Count, Series, moment, series

MEMBERSHIPS: Final = (
    "founding-member",
    "full-member",
    "associate-member",
    "cooperating-member",
    "friendship-member",
    "member",
)
"""Roles that make a city a member; the others are offices and visits."""


@dataclass(frozen=True, slots=True)
class MembersView:
    """The page below its prose."""

    title: str = field(metadata={"help": "Heading of the drawing."})
    finding: str = field(metadata={"help": "What the drawing shows, in a sentence made from the figures."})
    chart: Series | None = field(metadata={"help": "Members over time, or None for fewer than two counts."})
    table: Table = field(metadata={"help": "Every published count, with its sources."})
    notes: tuple[Markup, ...] = field(metadata={"help": "Where sources disagree on a count."})
    rest: SectionsView = field(metadata={"help": "Regions, classes, years, and the sources."})


def members_view(page: Page) -> MembersView:
    """Counts first, then who is known."""
    t = page.t
    found = sorted(shown(page, "census", Census), key=lambda each: (moment(each.when.start), each.id))
    table = _counts(page, found)
    notes = tuple(note for each in found for note in apart(page, "census", each.id))
    counted = [
        Count(each.when, float(said.value), t.number(said.value))
        for each in found
        if each.members and (said := preferred(each.members)).value != "not-published"
    ]
    words = (
        t("Members of WeGO over time"),
        "; ".join(f"{t.when(each.when)}: {each.label}" for each in counted),
        t(
            "Dots are published counts; the dashed line only joins them. Counts differ in what they count: see the table."
        ),
    )
    return MembersView(
        title=t("Members over time"),
        finding=_finding(page, counted),
        chart=series("members", words, counted, t.number) if len(counted) > 1 else None,
        table=table,
        notes=notes,
        rest=sections_view(page, [_regions(page, found), _classes(page, found), *_known(page), _offices(page)]),
    )


def _finding(page: Page, counted: Sequence[Count]) -> str:
    if len(counted) < 2:
        return ""
    first, last = counted[0], counted[-1]
    return page.t(
        "From {first} members ({start}) to {last} ({end}).",
        first=first.label,
        start=page.t.when(first.when),
        last=last.label,
        end=page.t.when(last.when),
    )


def _counts(page: Page, found: Sequence[Census]) -> Table:
    t = page.t
    rows = tuple(
        (
            Markup('<span id="{}">{}</span>').format(each.id, t.when(each.when)),
            *(
                Markup("<br>").join(_said(page, each, statements)) if statements else "–"
                for statements in (each.members, each.cities, each.countries)
            ),
        )
        for each in found
    )
    head = (t("Date"), t("Members"), t("of them cities"), t("Countries"))
    return Table(t("Published counts of members, each with its source"), head, rows)


def _said(page: Page, census: Census, statements: tuple) -> list[Markup]:  # type: ignore[type-arg]
    """Each statement with its source and remark; the date stands at the head of the row."""
    return [
        markup.spaced(
            markup.marked(page.t.number(each.value), page.cite(each.source)),
            markup.quiet(page.inline(each.note, census)) if each.note else "",
        )
        for each in statements
        if each.value != "not-published"
    ]


def _regions(page: Page, found: Sequence[Census]) -> Section | None:
    t = page.t
    counted = [each for each in found if each.by_region]
    if not counted:
        return None
    latest = counted[-1]
    total = sum(latest.by_region.values())
    rows = tuple(
        (t(labels.REGION[region]), t.number(number), t("{number} %", number=t.number(round(100 * number / total))))
        for region, number in sorted(latest.by_region.items(), key=lambda each: -each[1])
    )
    caption = markup.marked(t("Members by region, {date}", date=t.when(latest.when)), page.cite(*latest.sources))
    return Section(
        "regions", t("By region"), (Table(caption, (t("Region"), t("Members"), t("Share")), rows, frozenset({1, 2})),)
    )


def _classes(page: Page, found: Sequence[Census]) -> Section | None:
    t = page.t
    rows = tuple(
        (t.when(each.when), t(labels_wego.MEMBER_CLASS[kind]), t.number(number))
        for each in found
        for kind, number in each.by_class.items()
    )
    if not rows:
        return None
    charter = markup.link(page.href(routes.list_page(page.language, "chapter")), t("What the classes mean"))
    head = (t("Date"), t("Class"), t("Members"))
    parts = (
        Table(t("Members by class, as far as counted"), head, rows, frozenset({2})),
        Prose(Markup("<p>{}</p>").format(charter)),
    )
    return Section("classes", t("By class"), parts)


def _known(page: Page) -> list[Section]:
    """Cities of this base that a source names as members: by region, and by the first year they are named."""
    t = page.t
    by_region: dict[str, list[City]] = defaultdict(list)
    by_year: dict[str, list[City]] = defaultdict(list)
    for city in shown(page, "city", City):
        dates = [each for each in city.memberships if each.body == "wego" and each.role in MEMBERSHIPS]
        if dates:
            by_region[city.region].append(city)
            named = (each.when or each.as_of for each in dates)
            years = [each.year for each in named if each and each.year]
            by_year[t.year(min(years)) if years else t("year not known")].append(city)
    regions = sorted(by_region.items(), key=lambda each: -len(each[1]))
    return [
        section
        for section in (
            _cities(
                page, "known", t("Cities named as members"), [(t(labels.REGION[key]), found) for key, found in regions]
            ),
            _cities(page, "named-since", t("By the first year a source names them"), sorted(by_year.items())),
        )
        if section
    ]


def _cities(page: Page, id: str, title: str, groups: Sequence[tuple[str, list[City]]]) -> Section | None:
    if not groups:
        return None
    lines = []
    for name, cities in groups:
        ordered = sorted(cities, key=lambda each: sort_key(str(Markup(page.name_of(each)).striptags()), page.language))
        links = markup.joined(page.each("city", (each.id for each in ordered)))
        lines.append(markup.spaced(markup.strong(f"{name} ({page.t.number(len(cities))}):"), links))
    note = Prose(
        Markup("<p>{}</p>").format(
            page.t(
                "No complete list of members of any year could be read; these are the cities whose membership a source names."
            )
        )
    )
    return Section(id, title, (note, Items(tuple(lines))) if id == "known" else (Items(tuple(lines)),))


def _offices(page: Page) -> Section:
    t = page.t
    link = markup.link(
        page.href(f"{page.language}/organization/offices.html"), t("Regional offices, with dates and what they did")
    )
    return Section("regional-offices", t("Regional offices"), (Prose(Markup("<p>{}</p>").format(link)),))
