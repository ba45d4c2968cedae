"""Results of the assessment page: what the roadmap says is true, what is drawn is told, and the print is short."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page, expect

from generator.model.assessment import Assessment
from generator.render.i18n import messages
from generator.render.views.assess_words import words
from tests.browser.assess_tools import address, keep, kept, plain
from tests.browser.static_server import Site
from tests.ceds import instrument
from tests.ceds_runs import coded, signs
from tests.conftest import ROOT


def run(parts: dict[str, str], level: str, system: str) -> Assessment:
    """A run of these signs, others alike."""
    return coded(instrument(), *signs(instrument(), parts, level=level, system=system))


def of_area(area: str) -> list[str]:
    """The systems of an area."""
    return [each.id for each in instrument().systems.values() if each.area == area]


def test_for_a_system_that_is_city_wide_nobody_waits(page: Page) -> None:
    keep(page, plain(run({}, "3", "31")))
    first = page.locator("ol[data-phase=now] > li").first
    expect(first).to_contain_text("It exists city-wide; what is missing is use, or links with other systems.")
    assert page.get_by_text("Systems not yet city-wide that wait for it").count() == 0
    assert page.get_by_text("Nothing can begin yet").count() == 0
    keep(page, plain(run({}, "3", "10")))
    waiting = re.compile(r"Systems not yet city-wide that wait for it: \d\d\.")
    expect(page.locator("li[data-system=city-network]")).to_contain_text(waiting)


def test_a_dimension_whose_figure_is_known_is_named_with_it(page: Page) -> None:
    keep(page, plain(run({"resource-capacity": "1" * 9 + "2" * 6, "ict-network": "." * 15}, "3", "10")))
    later = page.locator("ol[data-phase=later]")
    expect(later).to_contain_text("Below 40 points: Resource Capacity (35.0).")
    expect(later).to_contain_text("Not known to reach 40 points: ICT Network.")
    assert page.get_by_text("Not known to reach 40 points: Resource Capacity").count() == 0


def test_where_nothing_can_begin_the_way_out_is_named(page: Page) -> None:
    parts = {"resource-capacity": "1" * 9 + "2" * 6, "citizen-readiness": "3" * 15}
    keep(page, plain(run(parts, "1", "31")))
    notice = page.get_by_text("Nothing can begin yet")
    expect(notice).to_contain_text("Resource Capacity (35.0)")
    assert "Governance Mechanism" not in (notice.text_content() or "")
    expect(notice).to_contain_text(re.compile(r"Systems that can begin then: \d+\. First: [A-Z]"))
    lowest = page.locator(".wego-notice:has-text('Nothing can begin yet') + p + ol > li")
    expect(lowest).to_have_count(5)
    expect(lowest.first).to_contain_text("Level 1:")


def test_the_words_are_those_of_the_workbook_and_the_pages_of_runs(page: Page, site: Site) -> None:
    keep(page, plain(run({}, "3", "..")))
    expect(page.get_by_role("columnheader", name="Not planned")).to_be_visible()
    assert page.get_by_text("a part is missing").count() == 0
    page.goto(address(site, "e-infra"))
    options = page.locator("select[name=city-network-target] option")
    expect(options.last).to_have_text("Not planned")


def test_each_drawing_has_its_finding_and_the_star_is_that_of_the_pages_of_runs(page: Page) -> None:
    keep(page, plain(run({"resource-capacity": "1" * 15, "ict-network": "4" * 15}, "3", "31")))
    finding = page.locator(".wego-assess__report p + .wego-plot").first.locator("xpath=preceding-sibling::p[1]")
    expect(finding).to_have_text("Highest: ICT Network (100.0). Lowest: Resource Capacity (25.0).")
    expect(page.get_by_text("All figures shown are alike: 41.7 of 100.")).to_be_visible()
    star = page.locator(".wego-plot").first
    assert star.locator(".wego-plot__side").all_text_contents() == ["Internal factors", "External factors"]
    middle = float((star.get_attribute("viewBox") or "").split()[2]) / 2
    for dimension in instrument().framework.dimensions:
        label = star.locator("text", has_text=dimension.name["en"].split()[0]).first
        assert (float(label.get_attribute("x") or 0) < middle) == (dimension.side == "internal"), dimension.id


@pytest.mark.parametrize("language", ["en", "ko"])
def test_only_where_something_was_left_open_the_overall_figure_has_a_range(
    page: Page, site: Site, language: str
) -> None:
    said = words(messages(ROOT / "theme" / "locales", language))
    page.goto(address(site, language=language))
    whole = page.get_by_text(said["result.whole"].format(value="87.5"), exact=True)
    ranged = page.get_by_text(said["result.overall"].split("{low}")[0].format(value="87.5"))
    keep(page, plain(run({}, "3", "44")))
    expect(whole).to_be_visible()
    expect(ranged).to_have_count(0)
    keep(page, plain(run({"e-infra": "4." + "44" * (len(of_area("e-infra")) - 1)}, "3", "44")))
    expect(ranged).to_be_visible()
    expect(whole).to_have_count(0)


@pytest.mark.parametrize(
    ("city", "said"),
    {
        "": "Average of 6 other cities: 41.5.",
        "songpa-gu": "Average of 6 other cities: 41.5.",
        "example-city": "Average of 6 other cities: 41.5.",
        "constructor": "Average of 6 other cities: 41.5.",
        "seoul": "Average of 5 other cities: 39.8.",
        "bogota": "No average of other cities: fewer than five have published a comparable result.",
    }.items(),
)
def test_the_average_leaves_out_the_city_of_the_run(page: Page, city: str, said: str) -> None:
    keep(page, plain(run({}, "3", "31")) | {"city": city})
    expect(page.get_by_text(said, exact=True)).to_be_visible()
    expect(page.get_by_text(re.compile("^(Average|No average) of "))).to_have_count(1)


def test_what_was_entered_for_publication_stays_while_the_date_is_given(page: Page) -> None:
    keep(page, plain(run({}, "3", "31")) | {"date": ""})
    page.get_by_label("Office that consents").fill("Planning office")
    page.get_by_label(re.compile("^Answers with evidence")).check()
    page.get_by_label("Our office is entitled").check()
    page.get_by_role("button", name="Make the file for publication").click()
    expect(page.get_by_text("Give the date of the assessment there")).to_be_visible()
    page.get_by_role("link", name="City and respondents").click()
    page.get_by_label("Date of the assessment").fill("2026-05-04")
    page.get_by_role("link", name="Results").click()
    expect(page.get_by_label("Office that consents")).to_have_value("Planning office")
    expect(page.get_by_label(re.compile("^Answers with evidence"))).to_be_checked()
    expect(page.get_by_label("Our office is entitled")).to_be_checked()
    assert "Planning office" not in json.dumps(kept(page))
    page.get_by_role("button", name="Delete everything").click()
    page.get_by_role("button", name="Delete all answers").click()
    page.get_by_role("link", name="Results").click()
    expect(page.get_by_label("Office that consents")).to_have_value("")


def test_the_buttons_stand_apart_from_the_line_below_them(page: Page) -> None:
    keep(page, plain(run({}, "3", "31")))
    button, line = page.get_by_role("button", name="Print the results"), page.locator(".wego-lead")
    above, below = button.bounding_box(), line.bounding_box()
    assert above and below and below["y"] - above["y"] - above["height"] >= 12


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_print_holds_the_results_alone_on_twelve_pages(page: Page, site: Site, language: str) -> None:
    page.goto(address(site, "results", language))
    keep(page, plain(run({}, "3", "31")))
    printed = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) <= 12
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert (
        page.locator("ol[data-phase=now] details[open]").count() == page.locator("ol[data-phase=now] details").count()
    )
    assert page.locator("ol[data-phase=later] details:visible").count() == 0
    expect(page.locator(".wego-assess__head")).to_be_hidden()


def test_every_key_that_the_scripts_say_has_its_words() -> None:
    folder = ROOT / "theme" / "assets" / "wego" / "ceds"
    said = {
        key for file in folder.glob("*.js") for key in re.findall(r'"([a-z]+(?:[.][\w-]+)+)"', file.read_text("utf-8"))
    }
    assert {key for key in said if not key.endswith(".js")} <= set(words(messages(ROOT / "theme" / "locales", "ko")))
