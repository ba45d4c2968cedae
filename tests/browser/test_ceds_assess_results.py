"""Results of the assessment page: what the roadmap says is true, what is drawn is told, and the print is short."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.model.assessment import Assessment
from tests.browser.assess_tools import address, keep, opened, plain, watched
from tests.browser.ceds_page import write
from tests.browser.conftest import Serve
from tests.browser.static_server import Site
from tests.ceds import instrument
from tests.ceds_runs import coded, signs


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> Site:
    return serve(write(tmp_path_factory.mktemp("assess")))


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    yield from opened(chromium)


@pytest.fixture
def page(context: BrowserContext, site: Site) -> Iterator[Page]:
    yield from watched(context, site)


def run(parts: dict[str, str], level: str, system: str) -> Assessment:
    """A run of these signs, others alike."""
    return coded(instrument(), *signs(instrument(), parts, level=level, system=system))


def test_for_a_system_that_is_city_wide_nobody_waits(page: Page) -> None:
    keep(page, plain(run({}, "3", "31")))
    first = page.locator("ol[data-phase=now] > li").first
    expect(first).to_contain_text("It exists city-wide; what is missing is use, or links with other systems.")
    assert page.get_by_text("Systems not yet city-wide that wait for it").count() == 0
    assert page.get_by_text("Nothing can begin before").count() == 0
    keep(page, plain(run({}, "3", "10")))
    expect(page.locator("li[data-system=city-network]")).to_contain_text(
        "Systems not yet city-wide that wait for it: 54."
    )


def test_a_dimension_whose_figure_is_known_is_named_with_it(page: Page) -> None:
    keep(page, plain(run({"resource-capacity": "1" * 9 + "2" * 6, "ict-network": "." * 15}, "3", "10")))
    later = page.locator("ol[data-phase=later]")
    expect(later).to_contain_text("Below 40 points: Resource Capacity (35.0).")
    expect(later).to_contain_text("Not known to reach 40 points: ICT Network.")
    assert page.get_by_text("Not known to reach 40 points: Resource Capacity").count() == 0


def test_where_nothing_can_begin_the_way_out_is_named(page: Page) -> None:
    parts = {"resource-capacity": "1" * 9 + "2" * 6, "citizen-readiness": "3" * 15}
    keep(page, plain(run(parts, "1", "31")))
    notice = page.get_by_text("Nothing can begin before")
    expect(notice).to_contain_text("Resource Capacity (35.0)")
    expect(notice).to_contain_text("Governance Mechanism (25.0)")
    assert "Citizen Readiness" not in (notice.text_content() or "")
    lowest = page.locator(".wego-notice:has-text('Nothing can begin before') + ol > li")
    expect(lowest).to_have_count(5)
    expect(lowest.first).to_contain_text("Level 1:")


def test_the_words_are_those_of_the_workbook_and_the_pages_of_runs(page: Page, site: Site) -> None:
    keep(page, plain(run({}, "3", "..")))
    expect(page.get_by_role("columnheader", name="Not planned")).to_be_visible()
    assert page.get_by_text("a part is missing").count() == 0
    page.goto(address(site, "e-infra"))
    options = page.locator("select[name=city-network-target] option")
    expect(options.last).to_have_text("Not planned")
