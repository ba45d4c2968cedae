"""A city's page: who it is, what it was in WeGO, where it stands in indices, what others can take from it."""

from __future__ import annotations

from itertools import groupby

from markupsafe import Markup

from generator.model.city import Benchmark, City, Membership
from generator.render import labels, markup
from generator.render.context import Page
from generator.render.views.common import related, unknown
from generator.render.views.parts import Fact, Items, Part, Section, Table


def facts(page: Page, city: City) -> list[Fact]:
    """Country, region, kind of unit, people, place, names."""
    t = page.t
    found = [
        Fact(t("Kind"), (t(labels.UNIT[city.unit]),)),
        Fact(t("Country"), (t.country(city.country),)),
        Fact(t("Region"), (t(labels.REGION[city.region]),)),
    ]
    if city.official:
        found.append(Fact(t("Official name"), (page.inline(city.official, city),)))
    if city.part_of:
        found.append(Fact(t("Part of"), (page.to("city", city.part_of),)))
    if city.predecessors:
        found.append(Fact(t("Before"), page.each("city", city.predecessors)))
    if city.population:
        found.append(Fact(t("Population"), page.statements(city.population)))
    if city.location:
        place = f"{abs(city.location.lat):.2f}° {'N' if city.location.lat >= 0 else 'S'}, {abs(city.location.lon):.2f}° {'E' if city.location.lon >= 0 else 'W'}"
        found.append(Fact(t("Location"), (Markup("{}{}").format(place, page.cite(city.location.source)),)))
    found += _names(page, city)
    return found


def _names(page: Page, city: City) -> list[Fact]:
    t = page.t
    shown = city.name.get(page.language)
    others = dict.fromkeys(
        Markup('<span lang="{}">{}</span>').format(code, name) for code, name in city.name.items() if name != shown
    )
    spelled = dict.fromkeys([*others, *(each for each in city.also if each not in city.name.values())])
    found = [Fact(t("Other names"), (markup.joined(spelled),))] if spelled else []
    for former in city.former_names:
        until = page.t.when(former.period) if former.period else ""
        found.append(
            Fact(
                t("Former name"),
                (
                    markup.spaced(
                        page.inline(former.name, city), markup.quiet(until) if until else "", page.cite(former.source)
                    ),
                ),
            )
        )
    return found


def sections(page: Page, city: City) -> list[Section]:
    """Practices first: that is what a reader comes for."""
    relations, t, key = page.world.relations, page.t, ("city", city.id)
    found = [
        related(page, "practices", t("Practices of this city"), "practice", relations.to(key, "practice")),
        related(page, "programmes", t("Training in or with this city"), "programme", relations.to(key, "programme")),
        _memberships(page, city),
        _benchmarks(page, city),
        _ceds(page, city),
        related(page, "parts", t("Parts and successors"), "city", relations.to(key, "city", "part_of", "predecessors")),
        related(page, "bodies", t("Organisations in this city"), "body", relations.to(key, "body")),
        unknown(page, city, city.unknown),
    ]
    return [section for section in found if section]


def _membership(page: Page, each: Membership, city: City) -> tuple[Markup | str, ...]:
    when = (
        page.t.when(each.when)
        if each.when
        else page.t("as of {date}", date=page.t.when(each.as_of))
        if each.as_of
        else page.t("date not known")
    )
    note = page.inline(each.note, city) if each.note else Markup("")
    role = markup.spaced(page.t(labels.ROLE[each.role]), markup.quiet(note) if note else "", page.cite(each.source))
    return page.to("body", each.body), role, when


def _memberships(page: Page, city: City) -> Section | None:
    if not city.memberships:
        return None
    t = page.t
    rows = tuple(_membership(page, each, city) for each in city.memberships)
    return Section(
        "memberships",
        t("Memberships and roles"),
        (Table(t("What the city was in which organisation"), (t("Organisation"), t("Role"), t("When")), rows),),
    )


def _benchmark(page: Page, each: Benchmark, city: City, disagree: bool) -> tuple[Markup | str, ...]:
    t = page.t
    parts = ", ".join(f"{t(labels.INDEX_PART[name])} {t.number(value)}" for name, value in each.parts.items())
    remarks = [parts, page.inline(each.note, city) if each.note else "", t("sources differ") if disagree else ""]
    shown = markup.joined((part for part in remarks if part), "; ")
    return (
        each.edition,
        t.number(each.rank) if each.rank else t("not read"),
        t.number(each.value) if each.value is not None else t("not read"),
        markup.spaced(shown, page.cite(each.source)),
    )


def _benchmarks(page: Page, city: City) -> Section | None:
    if not city.benchmarks:
        return None
    t = page.t
    tables: list[Part] = []
    ordered = sorted(city.benchmarks, key=lambda each: (each.index, each.edition))
    for index, group in groupby(ordered, key=lambda each: each.index):
        entries = list(group)
        values = {
            edition: {each.value for each in entries if each.edition == edition and each.value is not None}
            for edition in {each.edition for each in entries}
        }
        rows = tuple(_benchmark(page, each, city, len(values[each.edition]) > 1) for each in entries)
        tables.append(
            Table(t(labels.INDEX[index]), (t("Edition"), t("Rank"), t("Value"), t("Remarks")), rows, frozenset({1, 2}))
        )
    return Section("benchmarks", t("Place in international indices"), tuple(tables))


def _ceds(page: Page, city: City) -> Section | None:
    if not city.ceds:
        return None
    t = page.t
    steps = tuple(
        markup.spaced(
            t(labels.CEDS_STATUS[each.status]),
            markup.quiet(t("as of {date}", date=t.when(each.as_of))) if each.as_of else "",
            page.inline(each.note, city) if each.note else "",
            page.cite(each.source),
        )
        for each in city.ceds
    )
    return Section("ceds", t("CeDS self-diagnosis"), (Items((*steps, t("Results of this city were not published."))),))
