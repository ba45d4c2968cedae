"""Pages on the organisation, through the real views on the small site and on the records of the base."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import cast

import pytest

from generator import checking
from generator.model.judgement import Disagreement, Judgement, Plan
from generator.model.organization import Census, Chapter, Event, Office, Organ, Purpose
from generator.pipeline import world_of
from generator.render.context import Page, World
from generator.render.made_pages import BODIES
from generator.settings import settings
from tests.conftest import ROOT

THEME = ROOT / "theme"
PATHS = [path for path in BODIES if path.startswith("organization/")]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The records of the base."""
    work = tmp_path_factory.mktemp("organization")
    chosen = settings(ROOT, work=work, languages=("en", "ko"))
    return world_of(chosen, checking.check(chosen).catalog)


def body(world: World, path: str, language: str = "en") -> str:
    return str(BODIES[path](Page(world, language, f"{language}/{path}"), THEME).html)


def all_of(world: World, kind: str) -> list[object]:
    return list(world.catalog.records[kind].values())


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("path", PATHS)
def test_every_page_has_ids_once_sources_that_exist_and_no_empty_part(world: World, path: str, language: str) -> None:
    html = body(world, path, language)
    ids = re.findall(r' id="([^"]+)"', html)
    assert [id for id, number in Counter(ids).items() if number > 1] == []
    marks = set(re.findall(r'href="#(source-\d+)"', html))
    assert marks <= set(ids)
    assert path == "organization/index.html" or marks
    assert "<dl></dl>" not in html and "<p></p>" not in html


def test_the_timeline_holds_every_event_and_agreement_in_order(world: World) -> None:
    html = body(world, "organization/history.html")
    years = [int(year) for year in re.findall(r'id="year-(\d+)"', html)]
    assert years == sorted(years) and years[0] == 2008 and {2010, 2012, 2014, 2017, 2021} <= set(years)
    for event in all_of(world, "event"):
        assert f'id="{cast(Event, event).id}"' in html
    assert html.count("data-facets=") == len(all_of(world, "event")) + len(all_of(world, "agreement"))


def test_the_filter_offers_the_kinds_of_the_history(world: World) -> None:
    html = body(world, "organization/history.html")
    forms = set(re.findall(r'data-facets="form=([a-z]+)"', html))
    assert {"assembly", "agreement", "office", "committee", "award", "programme"} <= forms


def test_duties_are_as_many_as_the_chapter_counts(world: World) -> None:
    organs = {cast(Organ, each).id: cast(Organ, each) for each in all_of(world, "organ")}
    of_the_chapter = [each for each in organs["general-assembly"].duties if "charter of 2010" not in each["en"]]
    assert len(of_the_chapter) == 6
    assert len(organs["secretariat"].duties) == 8
    assert len(organs["regional-offices"].duties) == 4


def test_the_drawing_shows_every_organ_and_its_table_every_link(world: World) -> None:
    html = body(world, "organization/governance.html")
    drawing = html[html.index("<svg") : html.index("</svg>")]
    organs = [cast(Organ, each) for each in all_of(world, "organ")]
    assert drawing.count("<rect") == len(organs)
    table = html[html.index("<table") : html.index("</table>")]
    assert table.count("<tr>") == 1 + sum(len(each.links) for each in organs)


def test_the_charter_has_its_six_chapters_and_the_rules_of_decision(world: World) -> None:
    assert sorted(cast(Chapter, each).number for each in all_of(world, "chapter")) == [1, 2, 3, 4, 5, 6]
    html = body(world, "organization/charter.html")
    for words in (
        "one third",
        "more than half",
        "one vote",
        "A tie counts as rejected",
        "International Financial Statistics",
    ):
        assert words in html
    assert "where the charter provides nothing else" in html


def test_counts_by_region_add_up_to_the_members_of_that_source(world: World) -> None:
    for record in all_of(world, "census"):
        census = cast(Census, record)
        if census.by_region and census.members:
            assert sum(census.by_region.values()) in {each.value for each in census.members}


def test_members_over_time_are_drawn_and_told(world: World) -> None:
    html = body(world, "organization/members.html")
    counted = sum(cast(Census, each).members is not None for each in all_of(world, "census"))
    assert html.count("wego-chart__dot") == counted
    assert "From 50 members (September 2010) to 202 (October 2024)." in html


def test_aims_strategies_and_judgements_are_complete(world: World) -> None:
    forms = Counter(cast(Purpose, each).form for each in all_of(world, "purpose"))
    assert (forms["aim"], forms["strategy"], forms["benefit"]) == (5, 6, 6)
    judged = Counter(cast(Judgement, each).form for each in all_of(world, "judgement"))
    assert judged["recommendation"] == 8
    assert all(judged[form] for form in ("strength", "weakness", "opportunity", "threat", "assessment", "suggestion"))


def test_every_plan_says_what_became_of_it(world: World) -> None:
    html = body(world, "organization/plans.html")
    assert html.count("What became of it</dt>") == len(all_of(world, "plan"))
    for plan in (cast(Plan, each) for each in all_of(world, "plan")):
        assert plan.outcome.sources or plan.outcome.status == "not-known"


def test_every_contradiction_of_the_chapter_is_listed_and_shown_where_it_touches(world: World) -> None:
    found = {cast(Disagreement, each).code: cast(Disagreement, each) for each in all_of(world, "disagreement")}
    assert {f"C{number}" for number in range(1, 16)} <= set(found)
    for record in found.values():
        assert len(record.statements) > 1 or record.reading
    pages = {
        "organ": "organization/governance.html",
        "event": "organization/history.html",
        "office": "organization/offices.html",
        "agreement": "organization/agreements.html",
        "chapter": "organization/charter.html",
    }
    for kind, path in pages.items():
        html = body(world, path)
        for record in found.values():
            if getattr(record, f"{kind}s"):
                assert f"disagreements.html#{record.id}" in html, (record.id, path)


def test_offices_without_a_date_say_so(world: World) -> None:
    html = body(world, "organization/offices.html")
    unknown = [each for each in all_of(world, "office") if cast(Office, each).opened is None]
    assert unknown
    assert html.count("Opened</dt><dd>not known") == len(unknown)


def test_the_sources_of_the_base_are_told_in_full(tmp_path: Path, world: World) -> None:
    page = Page(world, "en", "en/organization/history.html")
    made = BODIES["organization/history.html"](page, THEME)
    assert len(page.sources()) == str(made.html).count('<li id="source-')
