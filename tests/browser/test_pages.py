"""Pages as a browser shows them: the security policy, weight, languages, keyboard, no scripts, a disk, a sub-path, paper."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Response, expect

from tests.browser.conftest import Serve
from tests.browser.static_server import Site
from tests.browser.test_access import KINDS, OUTSIDE

PAGES = [f"{language}/{path}" for language in ("en", "ko") for path in KINDS.values()] + [*OUTSIDE.values()]
WATCH = "document.addEventListener('securitypolicyviolation', e => console.error('CSP ' + e.violatedDirective + ' ' + e.blockedURI))"
WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def site(small_site: Path, serve: Serve) -> Site:
    return serve(small_site)


@pytest.fixture(scope="module")
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport=WIDE)  # type: ignore[arg-type]
    context.add_init_script(WATCH)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    yield page
    page.close()


@pytest.fixture(scope="module")
def plain(chromium: Browser) -> Iterator[Page]:
    """A page in a browser without JavaScript."""
    context = chromium.new_context(viewport=WIDE, java_script_enabled=False)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", PAGES)
def test_nothing_is_against_the_security_policy_and_nothing_fails(page: Page, site: Site, address: str) -> None:
    told: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: told.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site.url}/{address}", wait_until="networkidle")
    assert told == []
    assert [url for url in asked if not url.startswith(site.url)] == []


@pytest.mark.parametrize("path", ["index.html", "cities/seoul.html", "practices/index.html"])
def test_a_first_view_weighs_little(page: Page, site: Site, path: str) -> None:
    loaded: list[Response] = []
    page.on("response", lambda response: loaded.append(response))
    page.goto(f"{site.url}/en/{path}", wait_until="networkidle")
    assert sum(len(gzip.compress(response.body())) for response in loaded) <= 150 * 1024


def test_the_stylesheet_stays_small(small_site: Path) -> None:
    css = (small_site / "assets/wego/site.css").read_bytes()
    assert len(css) <= 52_000
    assert len(gzip.compress(css)) <= 11_000


@pytest.mark.parametrize("path", [path for path in KINDS.values() if "?" not in path])
def test_the_language_switch_stays_on_the_page(page: Page, site: Site, path: str) -> None:
    page.goto(f"{site.url}/en/{path}")
    page.locator(".wego-switch a[hreflang=ko]").click()
    assert page.url == f"{site.url}/ko/{path}"
    assert page.locator("html").get_attribute("lang") == "ko"
    page.locator(".wego-switch a[hreflang=en]").click()
    assert page.url == f"{site.url}/en/{path}"


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("path", ["index.html", "cities/seoul.html", "practices/index.html"])
def test_nothing_is_wider_than_the_screen(page: Page, site: Site, path: str, viewport: dict[str, int]) -> None:
    page.set_viewport_size(viewport)  # type: ignore[arg-type]
    for language in ("en", "ko", "en-XA", "ar-XB"):
        page.goto(f"{site.url}/{language}/{path}")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), language


def test_the_first_stop_skips_to_the_content(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/en/cities/seoul.html")
    page.keyboard.press("Tab")
    expect(page.locator(".wego-skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(".wego-crumbs a")).to_be_focused()


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("path", ["cities/seoul.html", "programmes/seoul-program.html"])
def test_the_keyboard_walks_down_the_page_and_sees_where_it_is(
    page: Page, site: Site, path: str, viewport: dict[str, int]
) -> None:
    page.set_viewport_size(viewport)  # type: ignore[arg-type]
    page.goto(f"{site.url}/en/{path}")
    stops = page.locator("a[href]:visible, button:visible, summary:visible, [tabindex='0']:visible").count()
    seen: list[tuple[int, bool]] = []
    for _ in range(stops):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                """() => { const one = document.activeElement, all = [...document.querySelectorAll('*')];
                const style = getComputedStyle(one);
                return [all.indexOf(one), one.checkVisibility() && style.outlineStyle !== 'none'] }"""
            )
        )
    assert [place for place, _ in seen] == sorted(place for place, _ in seen)
    assert all(visible for _, visible in seen)


@pytest.mark.parametrize("kind", KINDS)
def test_without_scripts_the_text_is_there(plain: Page, site: Site, kind: str) -> None:
    plain.goto(f"{site.url}/en/{KINDS[kind]}")
    assert plain.locator("main h1").is_visible()
    hidden = plain.locator("main :is(h1, h2, h3, p, li, dd, td):not(form *)").evaluate_all(
        "all => all.filter(one => one.textContent.trim() && !one.checkVisibility()).map(one => one.outerHTML.slice(0, 90))"
    )
    assert hidden == []


def test_without_scripts_search_says_what_it_needs_and_where_to_go(plain: Page, site: Site) -> None:
    plain.goto(f"{site.url}/en/search.html")
    expect(plain.locator("#wego-search-unavailable")).to_be_visible()
    assert plain.locator("#wego-search-unavailable a").count() >= 5


@pytest.mark.parametrize(("language", "close"), [("en", "Close"), ("ko", "닫기")])
def test_the_search_dialog_speaks_the_language_of_the_page(page: Page, site: Site, language: str, close: str) -> None:
    page.goto(f"{site.url}/{language}/cities/seoul.html")
    page.locator("a[data-wego-search]").click()
    expect(page.locator(".wego-search-dialog .wego-search__close")).to_have_text(close)


@pytest.mark.parametrize("path", ["index.html", "cities/seoul.html", "glossary.html"])
def test_a_page_on_a_disk_has_its_looks_and_its_links(context: BrowserContext, small_site: Path, path: str) -> None:
    page = context.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text) if message.text.startswith("CSP") else None)
    page.goto((small_site / "en" / path).as_uri())
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.wego-strip')).backgroundColor") != "rgba(0, 0, 0, 0)"
    )
    page.locator(".wego-nav a, .wego-menu a").first.wait_for(state="attached")
    page.locator(".wego-switch a[hreflang=ko]").click()
    assert page.locator("html").get_attribute("lang") == "ko"
    assert told == []
    page.close()


def test_a_site_may_lie_below_any_path(page: Page, small_site: Path, serve: Serve) -> None:
    below = serve(small_site, "/some/where")
    failed: list[str] = []
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    page.goto(f"{below.url}/index.html")
    page.locator("a[href='en/index.html']").click()
    page.locator(".wego-nav a", has_text="Cities").click()
    page.locator(".wego-list a", has_text="Seoul").first.click()
    assert page.url == f"{below.url}/en/cities/seoul.html"
    assert failed == []


def test_the_dark_theme_is_kept_for_the_next_page(chromium: Browser, site: Site) -> None:
    context = chromium.new_context(viewport=WIDE, color_scheme="light")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{site.url}/en/index.html")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Dark theme").click()
    page.goto(f"{site.url}/en/cities/seoul.html")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    expect(page.get_by_role("button", name="Dark theme")).to_have_attribute("aria-pressed", "true")
    context.close()


def test_on_paper_only_the_text_is_left_black_on_white(chromium: Browser, site: Site) -> None:
    context = chromium.new_context(viewport=WIDE, color_scheme="dark")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{site.url}/en/cities/seoul.html")
    page.emulate_media(media="print")
    for chrome in (".wego-nav", ".wego-bar", ".wego-switch", ".wego-theme", ".wego-edit"):
        expect(page.locator(chrome)).to_be_hidden()
    for kept in ("h1", ".wego-lead", ".wego-facts", "#sources", ".wego-edition"):
        expect(page.locator(kept)).to_be_visible()
    colours = page.evaluate(
        "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('h1')).color]"
    )
    assert (
        colours[0] in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
        and max(map(int, re.findall(r"\d+", colours[1])[:3])) < 60
    )
    context.close()


def test_what_is_unknown_invented_or_withdrawn_says_so(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/en/practices/night-bus.html")
    assert "What it cost is not known." in page.locator(".wego-section--unknown").inner_text()
    assert "not published" in page.locator("#outcome table").inner_text()
    page.goto(f"{site.url}/en/practices/example-harbour.html")
    assert "Invented" in page.locator(".wego-notice").inner_text()
    page.goto(f"{site.url}/en/practices/withdrawn-practice.html")
    assert "withdrawn" in page.locator(".wego-notice").inner_text()
    assert page.locator("main").get_by_text("Its text is no longer shown.").count() == 0


def test_a_text_not_yet_translated_is_shown_in_its_own_language(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/ko/practices/open-data-portal.html")
    expect(page.locator(".wego-notice")).to_be_visible()
    assert page.locator(".wego-lead [lang=en]").inner_text() == "A practice that nobody has translated yet."
    assert page.locator("h1 [lang=en]").inner_text() == "An open data portal"


def test_a_machine_translation_is_told_in_one_line(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/ko/practices/night-bus.html")
    expect(page.locator(".wego-title__note")).to_have_count(1)
    page.goto(f"{site.url}/en/practices/night-bus.html")
    expect(page.locator(".wego-title__note")).to_have_count(0)


def test_korean_lines_are_short_and_break_between_words(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/ko/about.html")
    text = page.locator("main p").first
    assert text.evaluate("one => getComputedStyle(one).wordBreak") == "keep-all"
    assert text.evaluate("one => one.clientWidth / parseFloat(getComputedStyle(one).fontSize)") <= 41
