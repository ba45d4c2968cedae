"""A city's page: who it is, what it was in WeGO, where it stands in indices, what others can take from it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup

from generator.derive.runs import Run
from generator.model.city import Benchmark, City, Membership
from generator.model.places import Location
from generator.render import labels, markup, routes
from generator.render.context import Page
from generator.render.views.ceds_speech import speech
from generator.render.views.common import related, unknown, without_empty
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
        place = markup.marked(_degrees(page, city.location), page.cite(city.location.source))
        found.append(Fact(t("Location"), (place,)))
    found += _names(page, city)
    return found


def _degrees(page: Page, location: Location) -> str:
    t = page.t
    lat, lon = t.number(abs(round(location.lat, 2))), t.number(abs(round(location.lon, 2)))
    return ", ".join(
        (
            t("{degrees}° N", degrees=lat) if location.lat >= 0 else t("{degrees}° S", degrees=lat),
            t("{degrees}° E", degrees=lon) if location.lon >= 0 else t("{degrees}° W", degrees=lon),
        )
    )


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
        name = markup.spaced(page.inline(former.name, city), markup.quiet(until) if until else "")
        found.append(Fact(t("Former name"), (markup.marked(name, page.cite(former.source)),)))
    return found


def sections(page: Page, city: City) -> list[Section]:
    """Practices first: that is what a reader comes for."""
    relations, t, key = page.world.relations, page.t, ("city", city.id)
    found = [
        related(page, "practices", t("Practices of this city"), "practice", relations.to(key, "practice"), city.id),
        related(page, "programmes", t("Training in or with this city"), "programme", relations.to(key, "programme")),
        related(page, "studies", t("Feasibility studies"), "study", relations.to(key, "study"), city.id),
        _memberships(page, city),
        _benchmarks(page, city),
        _ceds(page, city),
        related(page, "parts", t("Parts and successors"), "city", relations.to(key, "city", "part_of", "predecessors")),
        related(page, "bodies", t("Organisations in this city"), "body", relations.to(key, "body")),
        unknown(page, city, city.unknown),
    ]
    return [section for section in found if section]


def _when(page: Page, each: Membership) -> Markup:
    t = page.t
    if each.when:
        said = t.when(each.when)
    else:
        said = t("as of {date}", date=t.when(each.as_of)) if each.as_of else t("date not known")
    return markup.marked(said, page.cite(each.source))


def _roles(page: Page, body: str, memberships: Sequence[Membership], city: City) -> Table:
    """What the city was in one organisation: a row for each role, with every time it is told of."""
    t = page.t
    rows: dict[Markup | str, list[Markup]] = {}
    for each in memberships:
        role = t(labels.ROLE[each.role])
        said = markup.spaced(role, markup.quiet(page.inline(each.note, city))) if each.note else role
        rows.setdefault(said, []).append(_when(page, each))
    times = tuple((role, Markup("<br>").join(when)) for role, when in rows.items())
    return Table(page.to("body", body), (t("Role"), t("When")), times)


def _memberships(page: Page, city: City) -> Section | None:
    if not city.memberships:
        return None
    bodies: dict[str, list[Membership]] = {}
    for each in city.memberships:
        bodies.setdefault(each.body, []).append(each)
    tables = tuple(_roles(page, body, found, city) for body, found in bodies.items())
    return Section("memberships", page.t("Memberships and roles"), tables)


def _benchmark(page: Page, each: Benchmark, city: City, disagree: bool) -> tuple[Markup | str, ...]:
    t = page.t
    parts = ", ".join(f"{t(labels.INDEX_PART[name])} {t.number(value)}" for name, value in each.parts.items())
    remarks = [parts, page.inline(each.note, city) if each.note else "", t("sources differ") if disagree else ""]
    return (
        markup.marked(each.edition, page.cite(each.source)),
        t.number(each.rank) if each.rank else t("not read"),
        t.number(each.value) if each.value is not None else t("not read"),
        markup.joined((part for part in remarks if part), "; "),
    )


def _benchmarks(page: Page, city: City) -> Section | None:
    if not city.benchmarks:
        return None
    t = page.t
    tables: list[Part] = []
    ordered = sorted(city.benchmarks, key=lambda each: (each.index, each.edition))
    head = (t("Edition"), t("Rank"), t("Value"), t("Remarks"))
    for index, group in groupby(ordered, key=lambda each: each.index):
        entries = list(group)
        values = {
            edition: {each.value for each in entries if each.edition == edition and each.value is not None}
            for edition in {each.edition for each in entries}
        }
        rows = tuple(_benchmark(page, each, city, len(values[each.edition]) > 1) for each in entries)
        tables.append(without_empty(Table(t(labels.INDEX[index]), head, rows, frozenset({1, 2}))))
    return Section("benchmarks", t("Place in international indices"), tuple(tables))


def _latest_run(page: Page, run: Run) -> Markup:
    """Date, stage, overall figure and range of a published run."""
    t, words = page.t, speech(page)
    link = markup.link(page.href(routes.run_page(page.language, run.assessment)), t.when(run.assessment.date))
    said = [words.stage(run.result), t("overall {value}", value=words.drawn(run.result.overall))]
    if run.result.overall.low != run.result.overall.high:
        said.append(t("range {range}", range=words.range(run.result.overall)))
    return markup.spaced(Markup(t("Latest published run: {run}")).format(run=link), markup.quiet(" · ".join(said)))


def _ceds(page: Page, city: City) -> Section | None:
    t = page.t
    steps = []
    if published := [each for each in page.world.runs if each.assessment.city == city.id]:
        steps.append(_latest_run(page, published[-1]))
    if not city.ceds and not steps:
        return None
    for each in city.ceds:
        when = markup.quiet(t("as of {date}", date=t.when(each.as_of))) if each.as_of else ""
        note = page.inline(each.note, city) if each.note else ""
        said = markup.spaced(t(labels.CEDS_STATUS[each.status]), when, note)
        steps.append(markup.marked(said, page.cite(each.source)))
    if city.ceds:
        steps.append(Markup(t("Results on the original platform were not published.")))
    return Section("ceds", t("CeDS self-diagnosis"), (Items(tuple(steps)),))
