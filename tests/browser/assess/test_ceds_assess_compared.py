"""An earlier run beside that of the assessment page: compared where it is one, else refused or hidden with a word."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.assess_tools import keep, kept, plain, upload
from tests.ceds import instrument
from tests.ceds_runs import coded

NO_EARLIER_RUNS = {
    "of another city": (
        {"city": "seoul", "date": "2025-05-04"},
        "The file holds a run of another city: Seoul, not example-city.",
    ),
    "of a later day": ({"date": "2026-09-01"}, "The file holds a run of 2026-09-01, which is not before the day"),
    "of the same day": ({"date": "2026-05-04"}, "not before the day of this run, 2026-05-04"),
}


def corrected(page: Page, field: str, value: str) -> None:
    """Enter another city or date, and come back to the results."""
    page.get_by_role("link", name="City and respondents").click()
    control = page.locator(field)
    if field.startswith("select"):
        control.select_option(value)
    else:
        control.fill(value)
    page.get_by_role("link", name="Results").click()


def test_an_earlier_run_is_compared_over_common_items(page: Page, tmp_path: Path) -> None:
    before = plain(coded(instrument(), "2" * 90, "31" * 55, date="2025-05-04"))
    keep(page, plain(coded(instrument(), "3" * 90, "32" * 55)))
    upload(page, tmp_path, json.dumps(before), "before.json", "Compare with an earlier run")
    expect(
        page.get_by_text("Since the earlier run (2025-05-04), over what was answered both times: +16.7.")
    ).to_be_visible()


@pytest.mark.parametrize("other", NO_EARLIER_RUNS)
def test_a_run_that_is_no_earlier_one_is_not_compared_and_changes_nothing(
    page: Page, tmp_path: Path, other: str
) -> None:
    more, said = NO_EARLIER_RUNS[other]
    earlier = plain(coded(instrument(), "2" * 90, "31" * 55, date="2025-05-04"))
    keep(page, plain(coded(instrument(), "3" * 90, "32" * 55)))
    before = kept(page)
    for shown in (0, 1):
        upload(page, tmp_path, json.dumps(earlier | more), "other.json", "Compare with an earlier run")
        expect(page.get_by_role("alert")).to_contain_text("“other.json” is not compared. Nothing has changed.")
        expect(page.get_by_role("alert")).to_contain_text(said)
        expect(page.get_by_text("Since the earlier run")).to_have_count(shown)
        upload(page, tmp_path, json.dumps(earlier), "before.json", "Compare with an earlier run")
        expect(page.get_by_role("alert")).to_be_empty()
        expect(page.get_by_text("Since the earlier run (2025-05-04)")).to_be_visible()
    assert kept(page) == before


@pytest.mark.parametrize("city", ["example-city", "", "Example City"])
def test_a_run_without_a_date_is_compared_and_said_to_have_none(page: Page, tmp_path: Path, city: str) -> None:
    keep(page, plain(coded(instrument(), "3" * 90, "32" * 55)) | {"city": city})
    earlier = plain(coded(instrument(), "2" * 90, "31" * 55))
    del earlier["date"]
    upload(page, tmp_path, json.dumps(earlier), "before.json", "Compare with an earlier run")
    said = "Since an earlier run without a date, over what was answered both times: +16.7."
    expect(page.get_by_text(said)).to_be_visible()


@pytest.mark.parametrize(
    ("field", "value", "back", "said"),
    [
        ("select[name=city]", "seoul", "bogota", "a run of another city: Bogotá, not Seoul."),
        ("input[type=date]", "2025-05-04", "2026-05-04", "a run of 2025-05-04, which is not before the day"),
    ],
)
def test_a_comparison_that_no_longer_fits_is_hidden_with_a_word(
    page: Page, tmp_path: Path, field: str, value: str, back: str, said: str
) -> None:
    earlier = plain(coded(instrument(), "2" * 90, "31" * 55, city="bogota", date="2025-05-04"))
    keep(page, plain(coded(instrument(), "3" * 90, "32" * 55, city="bogota")))
    upload(page, tmp_path, json.dumps(earlier), "before.json", "Compare with an earlier run")
    column, compared = page.get_by_role("columnheader", name="Change"), page.get_by_text("Since the earlier run")
    expect(compared).to_be_visible()
    corrected(page, field, value)
    expect(page.get_by_text("The comparison with an earlier run is not shown.")).to_contain_text(said)
    expect(compared.or_(column)).to_have_count(0)
    corrected(page, field, back)
    expect(compared).to_be_visible()
    expect(page.get_by_text("The comparison with an earlier run is not shown.")).to_have_count(0)
