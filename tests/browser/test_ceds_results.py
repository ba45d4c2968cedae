"""Pages of CeDS results in the browser: axe, comparison by address and by ticks, a phone's width, without JavaScript."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, expect
from python_calamine import CalamineWorkbook

from generator.diagnostics import Report
from generator.pipeline import build
from generator.settings import settings
from tests.browser.conftest import Serve
from tests.browser.static_server import Site
from tests.browser.test_access import WIDTHS, in_both_themes
from tests.conftest import ROOT, SMALL
from tests.sites.runs import add_runs

TWO = "example-bay/2026-05-04,example-moor/2026-05-04"
KINDS = {
    "door": "ceds/index.html",
    "run": "ceds/example-bay/2026-05-04.html",
    "roadmap": "ceds/example-bay/2026-05-04-roadmap.html",
    "roadmap, continued": "ceds/example-bay/2026-05-04-roadmap-3.html",
    "run, scores alone": "ceds/example-dune/2026-05-04.html",
    "run taken back": "ceds/example-bay/2025-11-03.html",
    "history": "ceds/example-bay/index.html",
    "comparison": f"ceds/compare.html?runs={TWO}",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> Site:
    folder = tmp_path_factory.mktemp("results")
    shutil.copytree(SMALL / "data", folder / "data")
    add_runs(folder / "data")
    chosen = settings(
        ROOT,
        data=folder / "data",
        content=SMALL / "content",
        site=folder / "site",
        work=folder / "work",
        languages=("en", "ko", "ar-XB"),
        jobs=1,
    )
    build(replace(chosen, as_of="2026-11-22"), Report(), search="none")
    return serve(folder / "site")


@pytest.fixture(params=WIDTHS, scope="module")
def page(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    width, height = WIDTHS[request.param]
    context = chromium.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", ["en", "ar-XB"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(page: Page, site: Site, language: str, kind: str) -> None:
    assert in_both_themes(page, f"{site.url}/{language}/{KINDS[kind]}") == {"light": [], "dark": []}


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_is_wider_than_its_window(page: Page, site: Site, kind: str) -> None:
    page.goto(f"{site.url}/en/{KINDS[kind]}")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_the_address_chooses_the_runs(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/en/ceds/compare.html?runs={TWO}")
    heads = page.locator("#wego-compare thead th")
    expect(heads).to_have_count(3)
    expect(heads.nth(1)).to_contain_text("Example bay")
    expect(page.locator("#wego-compare input:checked")).to_have_count(2)


def test_ticks_choose_the_runs_and_the_address_keeps_them(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/en/ceds/compare.html")
    page.get_by_label("Example fjord, 4 May 2026").check()
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_role("status")).to_have_text("Choose at least two and at most four runs.")
    page.get_by_label("Example moor, 4 May 2026").check()
    page.get_by_role("button", name="Compare").click()
    expect(page.locator("#wego-compare thead th")).to_have_count(3)
    assert page.url.endswith("?runs=example-fjord/2026-05-04,example-moor/2026-05-04")
    page.reload()
    expect(page.locator("#wego-compare thead th")).to_have_count(3)


def test_a_run_that_is_not_published_is_said_to_be_so(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/en/ceds/compare.html?runs={TWO},nowhere/2026-01-01")
    expect(page.get_by_role("status")).to_contain_text("not published here")
    expect(page.locator("#wego-compare thead th")).to_have_count(3)


def test_without_javascript_the_comparison_is_a_table_of_all_runs(chromium: Browser, site: Site) -> None:
    context = chromium.new_context(java_script_enabled=False)
    bare = context.new_page()
    bare.goto(f"{site.url}/en/ceds/compare.html?runs={TWO}")
    expect(bare.locator("#invented tbody tr")).to_have_count(7)
    expect(bare.locator("#wego-compare-said")).to_contain_text("Choosing runs needs JavaScript")
    expect(bare.locator("#wego-compare")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("language", ["en", "ko"])
def test_from_a_disk_the_assessment_saves_a_workbook_in_the_language_of_its_page(
    chromium: Browser, site: Site, language: str
) -> None:
    disk = chromium.new_page()
    disk.goto((site.folder / language / "ceds/assess.html").as_uri())
    with disk.expect_download() as download:
        disk.get_by_role("button", name={"en": "Save as Excel", "ko": "엑셀로 저장"}[language]).click()
    made, empty = (
        CalamineWorkbook.from_path(str(each)).sheet_names
        for each in (download.value.path(), site.folder / f"downloads/ceds-1.0-{language}.xlsx")
    )
    assert made == empty
    disk.close()
