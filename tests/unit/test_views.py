"""Views: what templates see, how statements, lists and related records are put in order, and that templates use all of it."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import MISSING, fields, replace
from typing import Any, get_args

import pytest
from jinja2 import meta

from generator import checking
from generator.model.dates import period
from generator.model.kinds import KINDS
from generator.model.provenance import Citation, Statement, disagree
from generator.pipeline import world_of
from generator.render import routes
from generator.render.chrome import abbreviations
from generator.render.context import Page, World
from generator.render.environment import environment, fill
from generator.render.views import (
    brief,
    ceds_index,
    common,
    compare,
    egovframe,
    home,
    listing,
    method,
    organization,
    organization_governance,
    organization_history,
    organization_members,
    record,
    reference,
    run,
    run_roadmap,
    runs_of_city,
)
from generator.render.views.order import initial, sort_key
from generator.render.views.parts import Links, Part, RecordView, Table
from generator.render.whole_pages import ChooserView
from generator.settings import settings
from tests.conftest import ROOT, SMALL
from tests.sites.many import add_many

THEME = ROOT / "theme"
VIEWS = {
    "method": method.MethodView,
    "ceds": ceds_index.CedsView,
    "run": run.RunView,
    "city-runs": runs_of_city.CityRunsView,
    "roadmap": run_roadmap.RoadmapView,
    "compare": compare.CompareView,
    "record": RecordView,
    "list": listing.ListView,
    "home": home.HomeView,
    "reference": reference.ReferenceView,
    "chooser": ChooserView,
    "figures": egovframe.FiguresView,
    "history": organization_history.HistoryView,
    "governance": organization_governance.GovernanceView,
    "members": organization_members.MembersView,
    "sections": organization.SectionsView,
}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    data = tmp_path_factory.mktemp("views") / "data"
    shutil.copytree(SMALL / "data", data)
    add_many(data)
    chosen = settings(ROOT, data=data, content=SMALL / "content", work=data.parent / "work", languages=("en", "ko"))
    return world_of(chosen, checking.check(chosen).catalog)


def page(world: World, address: str, language: str = "en") -> Page:
    return Page(world, language, f"{language}/{address}")


def view(world: World, kind: str, id: str, language: str = "en") -> RecordView:
    where = Page(world, language, routes.record_page(language, kind, id))
    return record.view(where, world.catalog.records[kind][id])


# Templates and views agree.


@pytest.mark.parametrize("name", VIEWS)
def test_a_template_uses_every_field_of_its_view_and_nothing_else(name: str) -> None:
    source = (THEME / "pages" / f"{name}.html.j2").read_text("utf-8")
    used = meta.find_undeclared_variables(environment(THEME).parse(source))
    assert used == {field.name for field in fields(VIEWS[name])}


def test_every_page_template_has_a_view() -> None:
    assert {path.name.removesuffix(".html.j2") for path in (THEME / "pages").glob("*.j2")} == set(VIEWS)


@pytest.mark.parametrize("name", VIEWS)
def test_every_field_says_what_it_is_and_none_has_a_silent_default(name: str) -> None:
    for field in fields(VIEWS[name]):
        assert field.metadata.get("help"), field.name
        assert field.default is MISSING and field.default_factory is MISSING, field.name


def test_every_part_has_a_shape_that_the_template_of_parts_knows() -> None:
    macros = (THEME / "components" / "parts.html.j2").read_text("utf-8")
    shapes = [part.shape for part in get_args(Part)]
    assert len(set(shapes)) == len(shapes)
    assert all(f"{{% macro {shape}(" in macros or shape == "prose" for shape in shapes)


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("kind", [kind.name for kind in KINDS.values() if kind.paged])
def test_every_record_of_a_kind_fills_the_template(world: World, kind: str, language: str) -> None:
    for id in world.catalog.records[kind]:
        html = fill(THEME, "record", view(world, kind, id, language))
        assert html.count("<h1") == 1 and "None" not in html


# Statements that disagree.


def said(value: Any, as_of: str | None) -> Statement[Any]:
    when = {"as_of": "unknown", "retrieved": "2026-11-22"} if as_of == "unknown" else {"as_of": as_of}
    return Statement[float].model_validate({"value": value, "source": "a", **when})


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((38, "2015"), (41, "2015"), True),
        ((38, "2015"), (38, "2015"), False),
        ((38, "2015"), (41, "2016"), False),  # a series
        ((38, "2015-05"), (41, "2015"), True),  # the month lies in the year
        ((38, "2015-05"), (41, "2015-06"), False),
        ((38, "2014/2016"), (41, "2015-06-01"), True),
        ((38, "2012/2014"), (41, "2014-12/2016"), True),
        ((38, None), (41, None), True),
        ((38, "unknown"), (41, "unknown"), True),
        ((38, None), (41, "2015"), False),
        (("not-published", "2015"), (41, "2015"), False),
        ((38, "XXXX-11-12"), (41, "XXXX-11-12"), True),
        ((38, "XXXX-11-12"), (41, "XXXX-11-13"), False),
    ],
)
def test_statements_differ_only_about_the_same_time(
    one: tuple[Any, str], other: tuple[Any, str], expected: bool
) -> None:
    assert disagree((said(*one), said(*other))) is expected
    assert disagree((said(*other), said(*one))) is expected


def test_a_figure_tells_that_sources_differ_and_a_series_does_not(world: World) -> None:
    html = str(fill(THEME, "record", view(world, "programme", "seoul-program")))
    assert html.count("sources differ") == 1
    both = re.search(r"<dt>Participants</dt>(.*?)</div>", html)
    assert both and "100 people" in both[1] and "70 people" in both[1]
    assert "sources differ" not in str(fill(THEME, "record", view(world, "practice", "night-bus")))


def test_alike_statements_share_a_line_with_both_sources(world: World) -> None:
    where = page(world, "practices/night-bus.html")
    twice = tuple(
        Statement[float].model_validate({"value": 9, "as_of": 2013, "source": source})
        for source in ("chapter", "mirror")
    )
    (line,) = where.statements(twice, "routes")
    assert line.count('class="wego-cite"') == 2
    assert line.striptags() == "9 routes12 2013"


# Words in order.


def test_accents_do_not_matter_and_the_pages_script_comes_first() -> None:
    names = ["Zürich", "서울", "Bogotá", "Bogota", "부산", "Ávila", "(Old) Delhi"]
    assert sorted(names, key=lambda each: sort_key(each, "en")) == [
        "Ávila", "Bogota", "Bogotá", "(Old) Delhi", "Zürich", "부산", "서울",
    ]  # fmt: skip
    assert sorted(names, key=lambda each: sort_key(each, "ko"))[:2] == ["부산", "서울"]


@pytest.mark.parametrize(
    ("word", "letter"),
    [("빅데이터", "ㅂ"), ("까치", "ㄱ"), ("école", "E"), ("10 Million", "#"), ("Ωmega", "Ω"), ("", "#")],
)
def test_a_word_is_filed_under_its_first_letter(word: str, letter: str) -> None:
    assert initial(word) == letter


# A record in few words.


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        ("2013", "2013"),
        ("2013-05-01/2013-06", "2013"),
        ("2004/2011", "2004–2011"),
        ("2020~", "about 2020"),
        ("XXXX-11", ""),
    ],
)
def test_a_list_shows_years_only(world: World, when: str, shown: str) -> None:
    assert brief.years(page(world, "index.html"), period(when)) == shown


def test_a_line_is_the_first_sentence_cut_at_a_word() -> None:
    assert brief.first_sentence("The city opened 1.5 km of fibre. It grew.") == "The city opened 1.5 km of fibre."
    cut = brief.first_sentence("word " * 60, 50)
    assert len(cut) <= 50 and cut.endswith("word…")
    assert (
        brief.first_sentence("서울시는 심야버스 노선을 데이터로 정하였습니다. 다음 문장.")
        == "서울시는 심야버스 노선을 데이터로 정하였습니다."
    )
    named = "The office works with the conferences Stachka! and Ulcamp every year."
    assert brief.first_sentence(f"{named} It began in 2014.") == named


def test_an_entry_without_a_page_of_its_own_is_found_under_its_former_ids(world: World) -> None:
    term = world.catalog.records["term"]["e-government"]
    renamed = term.model_copy(update={"former_ids": ("egov", "electronic-government")})
    catalog = replace(
        world.catalog,
        records={
            **world.catalog.records,
            "term": {**world.catalog.records["term"], "e-government": renamed},
        },
    )
    html = fill(THEME, "reference", reference.glossary(page(replace(world, catalog=catalog), "glossary.html")))
    for id in ("e-government", "egov", "electronic-government"):
        assert html.count(f'id="{id}"') == 1


def test_a_source_names_each_place_once(world: World) -> None:
    where = page(world, "index.html")
    source = next(iter(world.catalog.records["source"]))
    for at in ("§3.1", "§3.1, §3.2 II", "§3.2 II, III", "§3.10"):
        where.cite(Citation(source=source, at=at))
    (entry,) = where.sources()
    assert entry.places == "§3.1, §3.2 II, III, §3.10"


def test_prose_does_not_mark_everyday_words(world: World) -> None:
    term = world.catalog.records["term"]["e-government"]
    assert "e-government" in abbreviations(world.catalog, "en")
    everyday = {"e-government": term.model_copy(update={"marked": False})}
    catalog = replace(world.catalog, records={**world.catalog.records, "term": everyday})
    assert dict(abbreviations(catalog, "en")) == {}


def test_source_marks_stand_in_the_order_of_their_numbers(world: World) -> None:
    where = page(world, "index.html")
    first, second = (Citation(source=each) for each in list(world.catalog.records["source"])[:2])
    where.cite(first)
    assert re.findall(r"#source-(\d)", where.cite(second, first)) == ["1", "2"]


def test_a_practice_is_named_with_place_and_year_but_not_with_the_place_one_is_in(world: World) -> None:
    where, practice = page(world, "index.html"), world.catalog.practices["night-bus"]
    assert brief.meta(where, practice) == "Seoul · 2013"
    assert brief.meta(where, practice, here="seoul") == "2013"


# Related records.


def links(shown: RecordView, id: str) -> Links:
    (found,) = (section.parts[0] for section in shown.sections if section.id == id)
    assert isinstance(found, Links)
    return found


def test_many_related_records_stand_in_columns_few_have_a_line(world: World) -> None:
    many = links(view(world, "city", "seoul"), "practices")
    assert many.compact and len(many.items) > common.WITH_LINES and not any(item.line for item in many.items)
    few = links(view(world, "module", "cc-board"), "practices")
    assert not few.compact and all(item.line for item in few.items)


def test_withdrawn_records_are_not_named_as_related(world: World) -> None:
    titles = [str(item.title) for item in links(view(world, "topic", "open-data"), "practices").items]
    assert "A practice that was taken back" not in titles


def test_a_city_shows_each_role_once_with_all_its_times(world: World) -> None:
    (section,) = (each for each in view(world, "city", "seoul").sections if each.id == "memberships")
    (table,) = section.parts
    assert isinstance(table, Table)
    assert table.label == "World Smart Sustainable Cities Organization"
    assert [str(row[0]) for row in table.rows] == ["President city", "Host of a General Assembly"]


def test_a_table_has_no_column_without_a_word_in_it(world: World) -> None:
    (section,) = (each for each in view(world, "city", "seoul").sections if each.id == "benchmarks")
    losi, rutgers = section.parts
    assert isinstance(losi, Table) and len(losi.head) == 4
    assert isinstance(rutgers, Table) and "sources differ" in str(rutgers.rows[0][-1])
    (results,) = (each for each in view(world, "practice", "night-bus").sections if each.id == "outcome")
    assert isinstance(results.parts[-1], Table) and len(results.parts[-1].head) == 2


# Lists.


def rows(shown: listing.ListView) -> list[listing.Row]:
    return [row for group in shown.groups for row in group.rows]


def test_a_list_leaves_out_invented_and_withdrawn_records_and_counts_the_rest(world: World) -> None:
    shown = listing.view(page(world, "practices/index.html"), "practice", 1, "")
    assert {"A harbour that does not exist", "A practice that was taken back"}.isdisjoint(
        str(row.title) for row in rows(shown)
    )
    assert shown.count == "14 practices" and len(rows(shown)) == 14
    assert sum(int(group.count) for group in shown.groups) == 14


def test_every_row_has_only_values_that_the_filter_offers(world: World) -> None:
    for kind in ("practice", "module"):
        shown = listing.view(page(world, f"{KINDS[kind].folder}/index.html"), kind, 1, "")
        block = re.search(r">(\{.*\})<", str(shown.facets))
        assert block
        offered = {
            f"{facet['name']}={value}" for facet in json.loads(block[1])["facets"] for value, _ in facet["options"]
        }
        assert {mark for row in rows(shown) for mark in row.marks.split()} == offered


def test_training_is_filtered_by_those_it_is_for_and_what_is_not_known_is_said(world: World) -> None:
    course = world.catalog.programmes["seoul-program"]
    for_two = course.model_copy(update={"audiences": ("officials", "developers")})
    assert listing.row(page(world, "index.html"), for_two).facets["audience"] == ("officials", "developers")
    unsaid = course.model_copy(update={"audiences": ()})
    assert listing.row(page(world, "index.html"), unsaid).facets["audience"] == ("not-known",)


def test_a_filter_that_divides_nothing_is_not_offered(world: World) -> None:
    assert not listing.view(page(world, "cities/index.html"), "city", 1, "").facets
    assert not listing.view(page(world, "topics/index.html"), "topic", 1, "").facets


def test_groups_of_modules_stand_in_the_index_by_environment(world: World) -> None:
    shown = listing.view(page(world, "modules/index.html"), "module", 1, "")
    assert [(family.title, [group.short for group in family.groups]) for family in shown.index] == [
        ("Common component", ["Collaboration", "Security"]),
        ("Runtime environment", ["Collaboration", "Security"]),
    ]


def test_a_long_list_is_split_and_nothing_gets_lost(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routes, "PAGE_ROWS", 5)
    whole = [each for _, each in listing.arranged(world, "en", "practice")]
    parts = [
        listing.view(page(world, "practices/index.html"), "practice", number, "")
        for number in range(1, listing.pages_needed(len(whole)) + 1)
    ]
    assert [len(rows(part)) for part in parts] == [5, 5, 4]
    assert {str(row.title) for part in parts for row in rows(part)} == {str(each.heading["en"]) for each in whole}
    assert [here for _, _, here in parts[1].pager] == [False, True, False]


def test_an_empty_list_says_what_to_do(world: World) -> None:
    catalog = world.catalog
    empty = World(**{f.name: getattr(world, f.name) for f in fields(World)} | {"catalog": _without_practices(catalog)})
    shown = listing.view(page(empty, "practices/index.html"), "practice", 1, "")
    assert "Contribute" in shown.count and not shown.groups and not shown.facets


def _without_practices(catalog: Any) -> Any:
    from dataclasses import replace

    return replace(catalog, records={**catalog.records, "practice": {}})


# Home.


def test_home_shows_different_cities_before_more_of_one(world: World) -> None:
    shown = home.home(page(world, "index.html"), "")
    days = [group.day for group in shown.new]
    assert days == list(dict.fromkeys(days))
    newest = [str(item.title) for group in shown.new for item in group.records]
    assert len(newest) == home.NEWEST
    assert {"Night bus routes drawn from big data", "An open data portal", "Seoul Program"} <= set(newest)


def test_numbers_on_home_count_what_the_lists_show(world: World) -> None:
    shown = {number.label: number.number for number in home.home(page(world, "index.html"), "").numbers}
    assert shown["practices"] == "14" and shown["cities"] == "3"


def test_the_map_leaves_out_what_has_no_place(world: World) -> None:
    assert {point.label for point in home.home(page(world, "index.html"), "").points} == {"Seoul", "Bogotá"}
