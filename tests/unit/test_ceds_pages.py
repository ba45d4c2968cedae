"""Pages of CeDS results: what they show and leave out, their weight, their sentences made from numbers."""

from __future__ import annotations

import json
import re
import shutil
from base64 import b64decode
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from generator.diagnostics import Report
from generator.pipeline import build
from generator.settings import settings
from tests.ceds_weight import too_heavy
from tests.conftest import ROOT, SMALL
from tests.sites.runs import CITIES, add_runs

RUN = "ceds/example-bay/2026-05-04.html"
PLAIN = "cr-11: {level: 0, evidence: A paper.}"
"""One of the weakest indicators of that run."""
NOTE = ", ".join(["Order 12 of the mayor"] * 9)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ceds")
    shutil.copytree(SMALL / "data", folder / "data")
    add_runs(folder / "data")
    run = folder / "data/assessments/example-bay/2026-05-04.yml"
    given = run.read_text("utf-8")
    assert PLAIN in given
    noted = given.replace(PLAIN, f'cr-11: {{level: 0, evidence: "{NOTE}"}}')
    run.write_text(f"{noted}note: Ask the archive office.\n", "utf-8")
    other = folder / "data/assessments/example-moor/2026-05-04.yml"
    other.write_text(f"{other.read_text('utf-8')}note: For the office alone.\n", "utf-8")
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
    assert 'content="noindex"' in page and "None" not in re.sub(r"<td>None<|>None</text>|None: \d+", "", page)


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


def test_the_remark_of_a_city_is_shown_with_its_evidence_and_else_nowhere(site: Path) -> None:
    assert "<dt>Remark</dt><dd>Ask the archive office.</dd>" in html(site, RUN)
    files = [file for file in site.rglob("*") if file.suffix in (".html", ".json", ".csv", ".yml")]
    assert [file for file in files if "For the office alone" in file.read_text("utf-8")] == []


def test_a_run_taken_back_leaves_the_fact_alone(site: Path) -> None:
    page = html(site, "ceds/example-bay/2025-11-03.html")
    assert "took this run back on 5 January 2026" in page and "Invented" in page and "The office asked for it." in page
    assert "wego-report" not in page and '<svg viewBox="0 0 560' not in page
    assert 'href="2025-11-03.html"' in html(site, "ceds/example-bay/index.html")


def test_result_pages_keep_to_their_weight(site: Path) -> None:
    found = list(site.glob("*/ceds/example-*/*.html"))
    runs, roadmap_pages = len(CITIES) + 2, 3
    assert len(found) == 2 * (len(CITIES) + runs * (1 + roadmap_pages))
    assert too_heavy(found) == {}


def test_a_result_that_is_too_heavy_is_told(tmp_path: Path) -> None:
    """The template of results made longer: the build goes on and warns."""
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    for source in (ROOT / "theme", SMALL / "content", SMALL / "data"):
        shutil.copytree(source, tmp_path / source.name)
    add_runs(tmp_path / "data")
    template = tmp_path / "theme/pages/run.html.j2"
    template.write_text(template.read_text("utf-8") + f"<p>{'heavy ' * 5_000}</p>", "utf-8")
    report = Report()
    build(replace(settings(tmp_path, languages=("en",), jobs=1), as_of="2026-11-22"), report, search="none")
    told = [each for each in report.ordered() if "bytes of HTML besides its drawings" in each.message]
    assert {each.severity for each in told} == {"warning"}
    assert f"en/{RUN}" in {each.span.file for each in told}


def test_each_step_of_the_roadmap_is_numbered_leads_to_its_guide_and_follows_what_it_waits_for(site: Path) -> None:
    page = html(site, RUN)
    data = json.loads((site / "api/v1/assessments/example-bay/2026-05-04.json").read_text("utf-8"))
    steps = data["items"][0]["result"]["roadmap"]
    now = [each["system"] for each in steps if each["phase"] == "now"]
    cards = re.findall(r'<li><a href="\.\./systems/([\w-]+)\.html">', page)
    assert cards == now
    rows = re.findall(
        r'<tr><th>(\d+)\. <a href="\.\./systems/([\w-]+)\.html">[^<]+</a><td>([^<]+)<td>(\d+)<td>([^<\n]+)', page
    )
    assert {int(number): id for number, id, *_ in rows} == {
        number: each["system"] for number, each in enumerate(steps, 1) if each["phase"] != "now"
    }
    place = {each["system"]: number for number, each in enumerate(steps, 1)}
    for number, _, gap, _, after in rows:
        step = steps[int(number) - 1]
        assert gap == f"{'up to ' if step['unknown'] else ''}{step['gap']['value']:.1f}"
        before = [] if after == "–" else [int(each) for each in after.split(", ")]
        assert before == sorted(place[each] for each in step["blocked_by"])


def test_a_long_note_on_evidence_is_cut_on_the_page_and_whole_in_the_data(site: Path) -> None:
    (shown,) = re.findall(r"Evidence: (Order 12 of the mayor[^<]*)<", html(site, RUN))
    assert len(shown) == 80 and shown.endswith("…") and NOTE.startswith(shown[:-1])
    assert NOTE in (site / "api/v1/assessments/example-bay/2026-05-04.json").read_text("utf-8")


def test_the_average_is_that_of_the_other_invented_cities(site: Path) -> None:
    assert "Average of 5 other invented cities:" in html(site, RUN)
    assert "No city has published a result" in html(site, "ceds/index.html")


def test_the_door_names_every_part_of_the_original_and_the_forum(site: Path) -> None:
    page = html(site, "ceds/index.html")
    assert 'href="https://example.org/repo/discussions"' in page
    assert page.count("Survey sheet") == 3 and "Forum" in page and "e-Government system modules" in page


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_assessment_page_names_the_workbook_as_a_script_that_holds_the_download(site: Path, language: str) -> None:
    named = re.search(r'data-workbook="([^"]+)"', html(site, "ceds/assess.html", language))
    assert named and named[1] == f"../../assets/wego/ceds/workbook-1.0-{language}.js"
    address = named[1].removeprefix("../../")
    data = (site / address).read_bytes()
    text = re.fullmatch(r'window\.wegoCeds\.workbook = "([\w+/=]+)";\n', data.decode())
    assert text and b64decode(text[1]) == (site / f"downloads/ceds-1.0-{language}.xlsx").read_bytes()
    assert f"{sha256(data).hexdigest()}  {address}\n" in (site / "SHA256SUMS").read_text("utf-8")


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
