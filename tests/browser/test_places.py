"""The site works wherever it is put: under a sub-path, from a disk, unpacked from an archive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Serve

PATHS = (
    "index.html",
    "en/index.html",
    "ko/cities/seoul.html",
    "en/practices/index.html",
    "ar-XB/practices/night-bus.html",
    "en/about.html",
    "en/glossary.html",
)


class Visit:
    """A page and what went wrong on it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.wrong: list[str] = []
        page.on("requestfailed", lambda request: self.wrong.append(f"failed: {request.url}"))
        page.on(
            "response",
            lambda answer: self.wrong.append(f"{answer.status}: {answer.url}") if answer.status >= 400 else None,
        )

    def open(self, url: str) -> None:
        self.page.goto(url)


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Visit]:
    page = chromium.new_page()
    yield Visit(page)
    page.close()


@pytest.mark.parametrize("path", PATHS)
def test_under_a_sub_path_every_file_is_found(small_site: Path, serve: Serve, visit: Visit, path: str) -> None:
    site = serve(small_site, prefix="/kb")
    visit.open(f"{site.url}/{path}")
    assert visit.wrong == []
    assert visit.page.url.startswith(f"{site.url}/")


def test_under_a_sub_path_search_and_language_switch_stay_inside(small_site: Path, serve: Serve, visit: Visit) -> None:
    site = serve(small_site, prefix="/kb")
    visit.open(f"{site.url}/en/search.html?q=seoul")
    link = visit.page.locator("#wego-search a[href*='seoul']").first
    link.wait_for()
    link.click()
    assert visit.page.url.split("#")[0].split("?")[0] == f"{site.url}/en/cities/seoul.html"
    visit.page.locator(".wego-switch a[hreflang=ko]").click()
    assert visit.page.url == f"{site.url}/ko/cities/seoul.html"
    visit.page.locator(".wego-switch a[hreflang=en]").click()
    assert visit.page.url == f"{site.url}/en/cities/seoul.html"


@pytest.mark.parametrize("path", PATHS)
def test_from_a_disk_pages_have_their_style_and_links_arrive(small_site: Path, visit: Visit, path: str) -> None:
    visit.open((small_site / path).as_uri())
    assert visit.page.evaluate("document.styleSheets.length") > 0
    assert visit.page.evaluate("getComputedStyle(document.body).fontSize") != ""
    links = visit.page.evaluate(
        "Array.from(document.querySelectorAll('main a[href]')).map(a => new URL(a.getAttribute('href'), location).href).filter(href => href.startsWith('file:'))"
    )
    missing = [link for link in links if not Path(link.removeprefix("file://").split("#")[0].split("?")[0]).exists()]
    assert missing == []


def test_from_a_disk_the_search_page_says_why_it_is_empty(small_site: Path, visit: Visit) -> None:
    visit.open((small_site / "en" / "search.html").as_uri())
    assert visit.page.locator("#wego-search-unavailable").is_visible()
    assert not visit.page.locator("#wego-search").is_visible()


def test_from_a_disk_the_filters_work(small_site: Path, visit: Visit) -> None:
    visit.open((small_site / "en" / "practices" / "index.html").as_uri())
    visit.page.locator(".wego-facets input[type=checkbox]").first.check(force=True)
    shown = visit.page.locator("li[data-facets]:visible").count()
    assert 0 < shown < visit.page.locator("li[data-facets]").count()
