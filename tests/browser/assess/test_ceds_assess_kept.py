"""What the assessment page keeps: a slip in one field loses no other answer, and nothing unread is written over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.read.yaml_source import load
from tests.browser.assess_tools import address, keep, kept, saved, upload
from tests.browser.static_server import Site


def copies(page: Page) -> list[str]:
    """What was put aside."""
    return [
        str(each)
        for each in page.evaluate(
            "Object.keys(localStorage).filter((each) => each.includes('unread')).map((each) => localStorage.getItem(each))"
        )
    ]


def answer_two(page: Page, site: Site) -> None:
    page.goto(address(site, "governance-mechanism"))
    page.locator("#question-gm-01 input").nth(2).check()
    page.locator("#question-gm-02 input").nth(3).check()


def test_a_city_that_is_no_short_name_is_marked_and_loses_no_answer(page: Page, site: Site, tmp_path: Path) -> None:
    page.locator("select[name=city]").select_option("*")
    field = page.get_by_label("Short name of the city")
    field.fill("My City")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_text("Write my-city instead.")).to_be_visible()
    answer_two(page, site)
    page.reload()
    expect(page.get_by_text("2 of 200 questions answered")).to_be_visible()
    expect(page.locator(".wego-assess__saved")).to_have_text("Your answers from the last time are back.")
    name, text = saved(page, "Save as YAML")
    assert name.startswith("ceds-") and "city" not in load(text.encode(), name)[0]  # type: ignore[operator]
    expect(page.get_by_role("alert")).to_contain_text("The file leaves out the city")
    upload(page, tmp_path, text)
    page.get_by_role("button", name="Replace my answers").click()
    expect(page.get_by_role("alert")).to_contain_text("is open")


def test_the_short_name_proposed_is_taken_with_one_click(page: Page) -> None:
    page.locator("select[name=city]").select_option("*")
    field = page.get_by_label("Short name of the city")
    for typed, proposed in (("Núevo Puerto (2)", "nuevo-puerto-2"), (" My City", "my-city")):
        field.fill(typed)
        page.get_by_role("button", name=f"Use {proposed}").click()
        expect(field).to_have_value(proposed)
        expect(field).to_be_focused()
        expect(field).not_to_have_attribute("aria-invalid", "true")
    field.fill("서울")
    expect(page.get_by_text("Write the name in small Latin letters, such as new-harbour.")).to_be_visible()


@pytest.mark.parametrize(
    ("day", "said"),
    [("20261-11-02", "This is not a day on"), ("0026-11-02", "This is not a day on"), ("2099-11-02", "still to come")],
)
def test_a_day_that_cannot_be_is_marked_and_loses_no_answer(page: Page, site: Site, day: str, said: str) -> None:
    field = page.get_by_label("Date of the assessment")
    field.evaluate("(each, day) => { each.value = day; each.dispatchEvent(new Event('input')) }", day)
    expect(page.get_by_text(said)).to_be_visible()
    answer_two(page, site)
    page.reload()
    expect(page.get_by_text("2 of 200 questions answered")).to_be_visible()
    text = saved(page, "Save as JSON")[1]
    assert json.loads(text).get("date") == (day if day == "2099-11-02" else None)
    page.goto(address(site))
    expect(page.get_by_label("Date of the assessment")).to_have_value(day)
    expect(page.get_by_text(said)).to_be_visible()


def test_a_year_has_four_digits_when_it_is_typed(page: Page) -> None:
    field = page.get_by_label("Date of the assessment")
    assert field.get_attribute("min") == "2000-01-01" and field.get_attribute("max")
    field.focus()
    page.keyboard.type("110220261")
    assert len(field.input_value()) in (0, 10)


def test_a_field_that_does_not_fit_is_left_out_alone_and_kept_as_a_copy(page: Page) -> None:
    run = {"version": "1.0", "indicators": {"gm-01": {"level": 9}, "gm-02": {"level": 3}}, "departments": ["it"]}
    keep(page, run, "governance-mechanism")
    expect(page.get_by_text("1 of 200 questions answered")).to_be_visible()
    expect(page.locator(".wego-assess__saved")).to_contain_text("except for a part")
    page.locator("#question-gm-03 input").nth(1).check()
    assert kept(page)["departments"] == ["it"]
    assert [json.loads(each) for each in copies(page)] == [run]


def test_what_cannot_be_read_is_never_written_over_without_a_copy(page: Page, site: Site) -> None:
    broken = '{"version": "1.0", "indicators": {"gm-01": {"lev'
    page.evaluate("text => localStorage.setItem('wego-ceds-1.0', text)", broken)
    page.reload()
    expect(page.locator(".wego-assess__saved")).to_have_text("The answers kept in this browser could not be read.")
    answer_two(page, site)
    page.reload()
    expect(page.get_by_text("2 of 200 questions answered")).to_be_visible()
    assert copies(page) == [broken]
    assert saved(page, "Save the copy")[1] == broken
    page.get_by_role("button", name="Delete the copy").click()
    assert copies(page) == []
    expect(page.get_by_role("button", name="Save the copy")).to_be_hidden()


def test_without_room_for_a_copy_nothing_is_written(page: Page, site: Site) -> None:
    page.evaluate("localStorage.setItem('wego-ceds-1.0', '[broken')")
    page.add_init_script(
        "const set = Storage.prototype.setItem;"
        "Storage.prototype.setItem = function (key, ...rest) {"
        " if (key.includes('unread')) throw new Error('no room'); return set.call(this, key, ...rest); }"
    )
    page.goto(address(site, "governance-mechanism", "ko"))
    page.locator("#question-gm-01 input").nth(2).check()
    assert page.evaluate("localStorage.getItem('wego-ceds-1.0')") == "[broken"


def test_delete_everything_deletes_the_copies_too(page: Page) -> None:
    page.evaluate("localStorage.setItem('wego-ceds-1.0', '[broken')")
    page.reload()
    assert copies(page) == ["[broken"]
    page.get_by_role("button", name="Delete everything").click()
    page.get_by_role("button", name="Delete all answers").click()
    assert page.evaluate("Object.keys(localStorage).filter((each) => each.startsWith('wego-ceds'))") == []
