"""Pages of CeDS results: what they show and leave out, their weight, their sentences made from numbers."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.diagnostics import Report
from generator.pipeline import build
from generator.settings import settings
from tests.conftest import ROOT, SMALL
from tests.sites.runs import CITIES, add_runs

HEAVIEST = 60 * 1024
RUN = "ceds/example-bay/2026-05-04.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ceds")
    shutil.copytree(SMALL / "data", folder / "data")
    add_runs(folder / "data")
    chosen = settings(
        ROOT, data=folder / "data", content=SMALL / "content", site=folder / "site", work=folder / "work", jobs=1
    )
    address = "https://example.org/kb/"
    build(
        replace(chosen, as_of="2026-11-22", site_url=address, repo_url="https://example.org/repo"),
        Report(),
        search="none",
    )
    return folder / "site"


def html(site: Path, address: str, language: str = "en") -> str:
    return (site / language / address).read_text("utf-8")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_run_shows_three_reports_map_and_roadmap_and_says_that_it_is_invented(site: Path, language: str) -> None:
    page = html(site, RUN, language)
    for id in ("report-1", "report-2", "report-3", "systems-map", "roadmap", "roadmap-now", "roadmap-later"):
        assert f'id="{id}"' in page, id
    assert {"en": "Invented demonstration data", "ko": "시연을 위해 지어낸"}[language] in page
    assert 'content="noindex"' in page and "None" not in re.sub(r"<td>None</td>|>None</text>|None: \d+", "", page)


def test_every_drawing_has_a_title_a_description_and_a_table(site: Path) -> None:
    for address in (RUN, "ceds/example-bay/index.html"):
        page = html(site, address)
        for section in re.findall(r'<section class="wego-section wego-report".*?</section>', page, re.S):
            for title, description in re.findall(r'<svg [^>]*role="img" aria-labelledby="(\S+) (\S+)">', section):
                assert f'<title id="{title}">' in section and f'<desc id="{description}">' in section
                assert section.index("wego-report__finding") < section.index("<svg") < section.index("<table")


def test_scores_alone_show_no_answer(site: Path) -> None:
    page = html(site, "ceds/example-dune/2026-05-04.html")
    assert 'id="report-2"' in page and 'id="not-shown"' in page
    for hidden in ('id="systems-map"', 'id="roadmap"', "Strongest indicators", "Level 4"):
        assert hidden not in page


def test_evidence_is_counted_only_where_the_city_agreed(site: Path) -> None:
    assert "Evidence is noted for 13 of 145 answers." in html(site, RUN)
    assert "notes not published" in html(site, "ceds/example-moor/2026-05-04.html")


def test_a_run_taken_back_leaves_the_fact_alone(site: Path) -> None:
    page = html(site, "ceds/example-bay/2025-11-03.html")
    assert "took this run back on 5 January 2026" in page and "Invented" in page and "The office asked for it." in page
    assert "wego-report" not in page and '<svg viewBox="0 0 560' not in page
    assert 'href="2025-11-03.html"' in html(site, "ceds/example-bay/index.html")


def test_result_pages_keep_to_their_weight(site: Path) -> None:
    found = list(site.glob("*/ceds/example-*/*.html"))
    assert len(found) == 2 * (len(CITIES) + 8)
    assert {file.name: size for file in found if (size := file.stat().st_size) > HEAVIEST} == {}


def test_the_average_is_that_of_the_other_invented_cities(site: Path) -> None:
    assert "Average of 5 other invented cities:" in html(site, RUN)
    assert "No city has published a result" in html(site, "ceds/index.html")


def test_the_door_names_every_part_of_the_original_and_the_forum(site: Path) -> None:
    page = html(site, "ceds/index.html")
    assert 'href="https://example.org/repo/discussions"' in page
    assert page.count("Survey sheet") == 3 and "Forum" in page and "e-Government system modules" in page


def test_comparison_holds_all_published_runs_without_a_script(site: Path) -> None:
    page = html(site, "ceds/compare.html")
    block = re.search(r'<script type="application/json" id="wego-compare-data">(.*?)</script>', page, re.S)
    assert block is not None
    data = json.loads(block[1])
    ids = [each["id"] for each in data["runs"]]
    assert len(ids) == len(CITIES) + 1 and "example-bay/2025-11-03" not in ids
    assert all(f'href="{each}.html"' in page for each in ids)
    assert all(len(each["cells"]) == len(data["rows"]) for each in data["runs"])


def test_invented_runs_stay_out_of_the_sitemap(site: Path) -> None:
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    assert "ceds/compare.html" in sitemap and "example-" not in sitemap


def test_a_city_page_leads_to_its_latest_run(site: Path) -> None:
    assert 'href="../ceds/example-bay/2026-05-04.html"' in html(site, "cities/example-bay.html")
