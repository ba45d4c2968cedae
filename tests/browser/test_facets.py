"""Filters of a list: counts, AND between facets and OR within, the address, the keyboard, and a page without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Serve
from tests.browser.static_server import Site

WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def site(small_site: Path, serve: Serve) -> Site:
    return serve(small_site)


@pytest.fixture
def page(chromium: Browser, site: Site) -> Iterator[Page]:
    context = chromium.new_context(viewport=WIDE)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{site.url}/en/practices/index.html")
    yield page
    context.close()


def box(page: Page, name: str, value: str) -> Locator:
    return page.locator(f"form.wego-facets input[name={name}][value={value}]")


def shown(page: Page) -> list[str]:
    """Titles of the rows a reader sees."""
    return page.locator(".wego-group li[data-facets]:visible > a").all_inner_texts()


def counted(page: Page, name: str, value: str) -> int:
    return int(page.locator(f"li:has(> label > input[name={name}][value={value}]) .wego-count").inner_text())


def test_a_choice_narrows_the_list_and_its_count_was_right(page: Page) -> None:
    before = counted(page, "city", "bogota")
    everything = shown(page)
    box(page, "city", "bogota").check()
    assert before == len(shown(page)) == 7 < len(everything)
    assert all("Practice" in title or "portal" in title for title in shown(page))
    expect(page.locator(".wego-browse__count")).to_have_text(f"7 of {len(everything)} shown")


def test_facets_add_up_by_and_values_of_one_facet_by_or(page: Page) -> None:
    box(page, "city", "bogota").check()
    bogota = set(shown(page))
    box(page, "topic", "transport").check()
    assert set(shown(page)) == bogota & set(shown_with(page, "transport")) < bogota
    assert counted(page, "topic", "open-data") == 4  # what Bogotá has, whatever is chosen among the topics
    box(page, "topic", "open-data").check()
    assert set(shown(page)) == bogota


def shown_with(page: Page, topic: str) -> list[str]:
    """Titles of all rows of a topic, shown or not."""
    return page.locator(f'li[data-facets~="topic={topic}"] > a').all_text_contents()


def test_the_choice_stands_in_the_address_and_can_be_taken_back(page: Page) -> None:
    everything = shown(page)
    box(page, "city", "bogota").check()
    box(page, "topic", "transport").check()
    assert page.url.endswith("?topic=transport&city=bogota")
    narrow = shown(page)
    page.go_back()
    expect(box(page, "topic", "transport")).not_to_be_checked()
    assert page.url.endswith("?city=bogota")
    page.go_back()
    assert shown(page) == everything
    page.go_forward()
    page.go_forward()
    assert shown(page) == narrow
    page.reload()
    assert shown(page) == narrow
    expect(box(page, "city", "bogota")).to_be_checked()


def test_an_address_from_elsewhere_is_understood_and_nonsense_in_it_is_not(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/en/practices/index.html?city=bogota&city=nowhere&colour=red")
    assert len(shown(page)) == 7
    box(page, "topic", "transport").check()
    assert "colour=red" in page.url and "nowhere" not in page.url


def test_groups_without_rows_go_with_their_entry_in_the_index(page: Page) -> None:
    groups = page.locator(".wego-group:visible").count()
    assert page.locator(".wego-index li:visible").count() == groups
    box(page, "topic", "big-data").check()
    assert shown(page) == ["Night bus routes drawn from big data"]
    expect(page.locator(".wego-group:visible")).to_have_count(1)
    expect(page.locator(".wego-index li:visible")).to_have_count(1)
    expect(page.locator(".wego-index li:visible .wego-count")).to_have_text("1")
    expect(page.locator(".wego-group:visible h2 .wego-count")).to_have_text("1")


def test_when_nothing_fits_the_page_says_what_to_do_and_one_button_clears_all(page: Page) -> None:
    everything = shown(page)
    box(page, "city", "bogota").check()
    box(page, "topic", "big-data").check()
    assert shown(page) == []
    expect(page.locator(".wego-browse__count")).to_have_text("Nothing fits all filters. Remove one of them.")
    page.get_by_role("button", name="Clear all filters").click()
    assert shown(page) == everything
    assert page.url.endswith("/practices/index.html")
    expect(page.get_by_role("button", name="Clear all filters")).to_be_hidden()
    expect(page.locator("form.wego-facets input").first).to_be_focused()


def test_it_works_by_keyboard_and_the_place_is_kept(page: Page) -> None:
    first = page.locator("form.wego-facets input").first
    first.focus()
    page.keyboard.press("Space")
    expect(first).to_be_checked()
    expect(first).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("form.wego-facets input").nth(1)).to_be_focused()
    assert page.locator(".wego-browse__count").get_attribute("role") == "status"


def test_the_other_language_shows_the_same_choice(page: Page) -> None:
    box(page, "city", "bogota").check()
    page.locator(".wego-switch a[hreflang=ko]").click()
    expect(box(page, "city", "bogota")).to_be_checked()
    assert len(shown(page)) == 7


def test_on_a_phone_the_filter_is_folded_and_says_how_many_are_chosen(page: Page) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    summary = page.locator("form.wego-facets summary")
    expect(box(page, "city", "bogota")).to_be_hidden()
    summary.click()
    box(page, "city", "bogota").check()
    expect(summary.locator(".wego-count")).to_have_text("1")
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    expect(box(page, "city", "bogota")).to_be_visible()


def test_it_works_from_a_disk(chromium: Browser, small_site: Path) -> None:
    context = chromium.new_context(viewport=WIDE)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto((small_site / "en/practices/index.html").as_uri())
    box(page, "city", "bogota").check()
    assert len(shown(page)) == 7
    context.close()


def test_without_scripts_every_row_is_there_and_no_empty_filter(chromium: Browser, site: Site, page: Page) -> None:
    everything = shown(page)
    context = chromium.new_context(viewport=WIDE, java_script_enabled=False)  # type: ignore[arg-type]
    plain = context.new_page()
    plain.goto(f"{site.url}/en/practices/index.html?city=bogota")
    assert shown(plain) == everything
    expect(plain.locator("form.wego-facets")).to_be_hidden()
    context.close()
