"""Search as a reader meets it: what is found, in which order, how dialog and search page behave, what they fetch."""

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Serve
from tests.browser.static_server import Site
from tests.sites.search.search_site import build_search_site, search_pages

WATCH = "document.addEventListener('securitypolicyviolation', (e) => console.error('CSP ' + e.violatedDirective));"
SETTLED = re.compile("result|Nothing found")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> Site:
    return serve(build_search_site(search_pages(), tmp_path_factory.mktemp("search")))


@pytest.fixture
def page(chromium: Browser, site: Site) -> Iterator[Page]:
    """A page that fails the test if it breaks the policy, logs an error or asks another origin for anything."""
    context = chromium.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(site.url) else wrong.append(request.url))
    yield page
    context.close()
    assert wrong == []


def ask(page: Page, site: Site, language: str, query: str) -> Locator:
    """Search in the dialog of a page; return the links of the results, which have all come."""
    dialog = page.locator("dialog")
    if not dialog.is_visible():
        page.goto(f"{site.url}/{language}/index.html")
        page.locator("a[data-wego-search]").click()
    dialog.get_by_role("searchbox").fill("")
    expect(dialog.get_by_role("status")).to_have_text("Type a name, a topic or any word.")
    page.keyboard.insert_text(query)
    expect(dialog.get_by_role("status")).to_have_text(SETTLED)
    return dialog.locator(".wego-result__link")


def titles(found: Locator) -> list[str]:
    return found.all_inner_texts()


FIRST = {
    "ko": {
        "협의체": "제주 워크샵",  # inside 세계도시전자정부협의체가
        "수출입은행": "서울 프로그램",  # inside 한국수출입은행과
        "교통정보센터에서": "서울시 교통정보센터",  # with a particle that no page has
        "창립총회가": "서울",  # the page has 창립총회를
        "Seoul": "서울",
        "Ulan Bator": "울란바토르",
        "Bogota": "보고타",
    },
    "en": {
        "서울": "Seoul",
        "서울에서": "Seoul",
        "울란바토르": "Ulaanbaatar",
        "首尔": "Seoul",
        "Ulan Bator": "Ulaanbaatar",
        "Bogota": "Bogotá",
        "Bogotá": "Bogotá",
        "BOGOTÁ": "Bogotá",
    },
}


@pytest.mark.parametrize("language", FIRST)
def test_the_page_meant_comes_first(page: Page, site: Site, language: str) -> None:
    found = {query: ask(page, site, language, query).first.inner_text() for query in FIRST[language]}
    assert found == FIRST[language]


@pytest.mark.parametrize("query", ["빅데이터", "빅 데이터", "빅데이터를"])
def test_korean_spacing_makes_no_difference(page: Page, site: Site, query: str) -> None:
    """One page writes 빅데이터, the other 빅 데이터."""
    found = titles(ask(page, site, "ko", query))
    assert set(found) == {"심야버스 노선", "자료에 바탕을 둔 행정"}


def test_the_excerpt_marks_the_query_in_either_spacing(page: Page, site: Site) -> None:
    ask(page, site, "ko", "빅데이터")
    marks = page.locator(".wego-result__excerpt mark").all_inner_texts()
    assert sorted(marks) == ["빅 데이터", "빅데이터"]


def test_a_practice_comes_before_a_module_with_the_same_words(page: Page, site: Site) -> None:
    links = ask(page, site, "en", "telephone proposals")
    assert titles(links) == ["Mobile voting", "Mobile voting"]
    assert page.locator(".wego-result__kind").all_inner_texts() == ["Practice", "Module"]


def test_a_name_in_another_language_says_why_the_page_was_found(page: Page, site: Site) -> None:
    ask(page, site, "en", "보고타")
    expect(page.locator(".wego-result__alias")).to_have_text("also: 보고타")


def test_nothing_found_is_said_with_the_query_as_typed(page: Page, site: Site) -> None:
    links = ask(page, site, "en", "<b>zzyzx</b>")
    expect(page.locator("dialog").get_by_role("status")).to_have_text("Nothing found for “<b>zzyzx</b>”.")
    assert links.count() == 0


@pytest.mark.parametrize("keys", ["Control+k", "Meta+k", "/"])
def test_a_key_opens_the_dialog_and_esc_returns_the_focus(page: Page, site: Site, keys: str) -> None:
    page.goto(f"{site.url}/en/index.html")
    other = page.get_by_role("button", name="Other")
    other.focus()
    for _ in range(2):  # it opens again right after it was closed
        page.keyboard.press(keys)
        expect(page.get_by_role("searchbox")).to_be_focused()
        page.keyboard.insert_text("seoul")
        page.keyboard.press("Escape")
        expect(page.locator("dialog")).to_be_hidden()
        expect(other).to_be_focused()


def test_a_slash_typed_into_a_field_stays_a_slash(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/en/index.html")
    page.keyboard.press("/")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_have_value("/")


def test_the_link_opens_the_dialog_and_gets_the_focus_back(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/en/index.html")
    link = page.locator("a[data-wego-search]")
    link.click()
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.get_by_role("button", name="Close").click()
    expect(link).to_be_focused()
    assert page.url.endswith("/en/index.html")


def test_a_click_beside_the_dialog_closes_it_and_one_inside_does_not(page: Page, site: Site) -> None:
    ask(page, site, "en", "zzyzx")
    dialog = page.locator("dialog")
    dialog.get_by_role("status").click()
    expect(dialog).to_be_visible()
    page.mouse.click(5, 5)
    expect(dialog).to_be_hidden()


def test_arrows_walk_the_results_and_enter_opens_one(page: Page, site: Site) -> None:
    links = ask(page, site, "en", "seoul")
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    target = links.nth(1).get_attribute("href") or ""
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{target}")


def test_enter_in_the_field_goes_to_all_results(page: Page, site: Site) -> None:
    ask(page, site, "ko", "빅데이터")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ko/search.html?q=*")
    expect(page.locator("#wego-search .wego-result")).to_have_count(2)
    expect(page.locator("#wego-search-unavailable")).to_be_hidden()


def test_a_shortcut_on_the_search_page_goes_to_its_field(page: Page, site: Site) -> None:
    find(page, site, "en", "q=seoul")
    page.locator("h1").click()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("searchbox")).to_be_focused()
    assert page.locator("dialog").count() == 0


def test_the_index_is_fetched_only_when_the_dialog_opens(page: Page, site: Site) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(urlsplit(request.url).path))
    page.goto(f"{site.url}/en/index.html")
    page.wait_for_load_state("networkidle")
    assert not [path for path in fetched if "/pagefind/" in path or path.endswith("engine.mjs")]
    page.keyboard.press("Control+k")
    page.keyboard.insert_text("seoul")
    expect(page.locator(".wego-result__link").first).to_have_text("Seoul")
    assert "/pagefind/pagefind.js" in fetched


def find(page: Page, site: Site, language: str, address: str) -> Locator:
    """Open the search page with a state in its address; return the results once they stand."""
    page.goto(f"{site.url}/{language}/search.html?{address}")
    expect(page.locator("#wego-search .wego-search__filters")).to_be_visible()
    expect(page.get_by_role("status")).not_to_have_text("Searching …")
    return page.locator("#wego-search .wego-result__link")


def state(page: Page) -> dict[str, Any]:
    return parse_qs(urlsplit(page.url).query)


def box(page: Page, label: str) -> Locator:
    return page.get_by_role("checkbox", name=label)


def test_filters_narrow_the_results_and_stay_in_the_address(page: Page, site: Site) -> None:
    links = find(page, site, "en", "q=seoul")
    expect(links).to_have_count(4)
    box(page, "Practice").check()
    expect(links).to_have_count(2)
    box(page, "Programme").check()  # either kind
    expect(links).to_have_count(3)
    box(page, "2016").check()  # and this year
    expect(links).to_have_count(1)
    assert state(page) == {"q": ["seoul"], "kind": ["Practice", "Programme"], "year": ["2016"]}
    page.reload()
    expect(links).to_have_count(1)
    expect(box(page, "2016")).to_be_checked()
    page.go_back()
    expect(links).to_have_count(3)
    page.get_by_role("button", name="Remove all filters").click()
    expect(links).to_have_count(4)
    assert state(page) == {"q": ["seoul"]}


def test_counts_are_those_of_the_merged_korean_results(page: Page, site: Site) -> None:
    """As typed, 빅 데이터를 matches fewer pages than the query and its variants together."""
    links = find(page, site, "ko", "q=빅 데이터를")
    expect(links).to_have_count(2)
    expect(page.get_by_role("status")).to_have_text("2 results")
    labels = page.locator(".wego-facet li:visible label").all_inner_texts()
    counts = {label.split("(")[0].strip(): int(label.split("(")[1].rstrip(")")) for label in labels}
    assert counts == {"사례": 2, "빅데이터": 2, "교통": 1, "대한민국": 2}
    box(page, "교통").check()
    expect(links).to_have_text(["심야버스 노선"])


def test_a_filter_alone_lists_its_pages(page: Page, site: Site) -> None:
    links = find(page, site, "en", "")
    expect(links).to_have_count(0)
    box(page, "Mongolia").check()
    expect(links).to_have_text(["Ulaanbaatar"])


def test_a_label_of_another_language_in_the_address_is_left_out(page: Page, site: Site) -> None:
    expect(find(page, site, "en", "q=seoul&kind=사례")).to_have_count(4)


def test_the_newest_first(page: Page, site: Site) -> None:
    links = find(page, site, "en", "q=data&sort=newest")
    assert titles(links)[:2] == ["Seoul Program", "Open data of Ulyanovsk"]
    page.get_by_role("combobox").select_option("match")
    expect(links.first).to_have_text("Open data of Ulyanovsk")
    assert state(page) == {"q": ["data"]}


def test_more_results_come_on_demand_and_take_the_focus(page: Page, site: Site) -> None:
    links = find(page, site, "en", "q=component")
    expect(links).to_have_count(10)
    expect(page.get_by_role("status")).to_have_text("25 results")
    more = page.get_by_role("button", name="Show more results")
    more.press("Enter")
    expect(links).to_have_count(20)
    expect(links.nth(10)).to_be_focused()
    expect(page.get_by_text("20 of 25 shown")).to_be_visible()
    more.press("Enter")
    expect(links).to_have_count(25)
    expect(more).to_be_hidden()
    assert len(set(titles(links))) == 25


def test_a_heading_with_a_match_is_a_target_of_its_own(page: Page, site: Site) -> None:
    find(page, site, "en", "q=wifi")
    expect(page.get_by_role("link", name="Services")).to_have_attribute("href", "/en/cities/seoul.html#services")


def test_the_search_page_works_by_keyboard_alone(page: Page, site: Site) -> None:
    links = find(page, site, "en", "")
    page.keyboard.press("/")
    page.keyboard.insert_text("seoul")
    page.keyboard.press("Enter")
    expect(links).to_have_count(4)
    box(page, "City").focus()
    page.keyboard.press("Space")
    expect(links).to_have_text(["Seoul"])
    expect(box(page, "City")).to_be_focused()


def test_markup_in_a_page_is_shown_as_text(page: Page, tmp_path: Path, serve: Serve, site: Site) -> None:
    """Hostile titles, names and labels become text, in the results and in the filters."""
    bad = "<img src=x onerror=alert(1)>"
    plain = next(one for one in search_pages() if one.language == "en")
    hostile = dataclasses.replace(
        plain,
        title=f"Marker {bad}",
        main="<p>marker &lt;script&gt;alert(2)&lt;/script&gt;</p>",
        names=(bad,),
        filters={"kind": (bad,), "topic": ('"><b>',)},
    )
    folder = build_search_site([hostile, *(one for one in search_pages() if one.language == "ko")], tmp_path)
    (folder / plain.path).unlink()  # the compiler escapes titles, this test's shell does not
    url = serve(folder).url
    with page.context.browser.new_page() as other:  # type: ignore[union-attr]
        dialogs: list[str] = []
        other.on("dialog", lambda dialog: dialogs.append(dialog.message))
        other.goto(f"{url}/en/search.html?q=marker")
        expect(other.locator(".wego-result__link")).to_have_text(f"Marker {bad}")
        expect(other.locator(".wego-result__kind")).to_have_text(bad)
        expect(other.locator(".wego-result__excerpt")).to_contain_text("<script>alert(2)</script>")
        other.get_by_role("checkbox", name='"><b>').check()
        expect(other.locator(".wego-result__link")).to_have_count(1)
        assert other.locator("#wego-search :is(img, script, b)").count() == 0
        assert dialogs == []


def test_search_works_below_a_sub_path(chromium: Browser, serve: Serve, site: Site) -> None:
    with chromium.new_page() as page:
        page.goto(f"{serve(site.folder, prefix='/kb').url}/en/index.html")
        page.keyboard.press("Control+k")
        page.keyboard.insert_text("bogota")
        expect(page.locator(".wego-result__link")).to_have_attribute("href", "/kb/en/cities/bogota.html")


def test_an_index_that_does_not_load_is_told(chromium: Browser, site: Site) -> None:
    with chromium.new_page() as page:
        page.route("**/pagefind/*", lambda route: route.abort())
        page.goto(f"{site.url}/en/index.html")
        page.keyboard.press("Control+k")
        page.keyboard.insert_text("seoul")
        expect(page.locator("dialog").get_by_role("status")).to_contain_text("could not be loaded")
        page.unroute("**/pagefind/*")
        page.keyboard.insert_text(" ")
        expect(page.locator(".wego-result__link").first).to_have_text("Seoul")


def test_without_modules_the_link_goes_to_a_page_that_says_so(chromium: Browser, site: Site) -> None:
    """From a folder (file://) browsers refuse modules."""
    with chromium.new_page() as page:
        page.goto((site.folder / "en" / "index.html").as_uri())
        page.locator("a[data-wego-search]").click()
        page.wait_for_url("**/search.html")
        expect(page.locator("#wego-search-unavailable")).to_be_visible()
        expect(page.locator("#wego-search")).to_be_hidden()


@pytest.mark.parametrize(
    ("width", "scheme", "direction"), [(1280, "light", "ltr"), (390, "dark", "ltr"), (1280, "dark", "rtl")]
)
def test_axe_finds_nothing_in_dialog_and_search_page(
    chromium: Browser, site: Site, width: int, scheme: Literal["light", "dark"], direction: str
) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce"
    )
    page = context.new_page()
    found: list[str] = []
    ask(page, site, "en", "seoul")
    for address in ("", "q=component"):
        if address:
            find(page, site, "en", address)
            page.locator("details").evaluate("(details) => { details.open = true; }")
        page.evaluate("(direction) => { document.documentElement.dir = direction; }", direction)
        found += [violation["id"] for violation in Axe().run(page).response["violations"]]
    context.close()
    assert found == []
