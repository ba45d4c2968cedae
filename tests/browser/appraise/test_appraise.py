"""The appraisal in the browser: the build's results to the last digit, typing, pasting, keeping, silence on the wire."""

from __future__ import annotations

import json
import random
from fractions import Fraction
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pydantic import TypeAdapter, ValidationError

from generator.model.study import Amount
from tests.browser.appraise_tools import delete_all, open_text, settled, status, type_example
from tests.golden import make_appraisal

COMPUTE = """(cases) => {
  const {appraisal, results} = window.wegoStudies, {text, decimal} = window.wegoCeds.fraction;
  const said = (value) => (value === null ? null : text(value));
  const back = (found) => [said(found.years), found.lostAgain];
  const worth = (found) => [text(found.npv), text(found.benefits), text(found.costs), said(found.ratio), found.rates.map(String),
    found.rates.map((each) => decimal(...results.roundedRate(each)))];
  return cases.map(({rate, flows, sensitivity, scenarios}) => {
    const given = {rate, flows: flows.map(([year, investment, running, benefits]) => ({year, investment, running, benefits}))};
    const found = appraisal.appraise(appraisal.flowsOf(given));
    const digits = results.places(given.flows);
    const made = {decimals: [digits, results.enough(found.worth.npv, digits)], worth: worth(found.worth), payback: back(found.payback), discounted: back(found.discountedPayback),
      switch: [said(found.switchBenefits), said(found.switchCosts)]};
    if (scenarios) made.scenarios = appraisal.scenarios(found.flows, sensitivity).map((each) =>
      [each.what, text(each.by), worth(each.worth), text(each.lost)]);
    return made;
  });
}"""


def test_every_golden_case_comes_out_as_in_the_build(form: Page) -> None:
    cases = json.loads(make_appraisal.FILE.read_text("utf-8"))["cases"]
    assert len(cases) >= 200
    asked = ("name", "rate", "flows", "sensitivity")
    given = [{key: each[key] for key in asked if key in each} | {"scenarios": "scenarios" in each} for each in cases]
    for case, here in zip(cases, form.evaluate(COMPUTE, given), strict=True):
        for worth in (case["worth"], *(each[2] for each in case.get("scenarios", ()))):
            # As text, for numbers on their way out of the browser end at 2^53 and rates do not.
            worth[4] = [str(each) for each in worth[4]]
        assert here == {key: value for key, value in case.items() if key not in asked}, case["name"]


def test_results_come_as_one_types(form: Page) -> None:
    assert "Enter costs and benefits" in status(form)
    type_example(form)
    assert status(form) == "Net present value 50; benefit-cost ratio 1.43; internal rate 40.89 %."
    table = form.locator("table", has_text="Discounted payback").first
    expect(table).to_contain_text("1.50 years")
    assert form.locator(".wego-chart svg title").text_content() == "Net present value if one assumption changes"


def test_what_cannot_be_read_is_marked_and_never_guessed(form: Page) -> None:
    type_example(form)
    cell = form.get_by_label("Benefits, year 1", exact=True)
    for wrong in ("12,5", "1.2.3", "65 apples", "1e", "12\u200b"):
        cell.fill(wrong)
        assert cell.get_attribute("aria-invalid") == "true"
        expect(form.get_by_role("alert")).to_contain_text("Benefits, year 1: write a number")
        assert "Correct what is marked" in status(form)
    for wrong, said in (("0.1234567", "at most six decimals"), ("1e16", "up to 1,000,000,000,000,000")):
        cell.fill(wrong)
        expect(form.get_by_role("alert")).to_contain_text(said)
    for right in ("1,065.50", "1e3", "1.5E-2", ".5", "5.", "\u22123", "1e15"):
        cell.fill(right)
        assert cell.get_attribute("aria-invalid") is None
    currency = form.get_by_label("Currency (ISO 4217)")
    for wrong, said in (("QQQ", "no currency code of ISO 4217"), ("US", "three capital letters")):
        currency.fill(wrong)
        expect(form.get_by_role("alert")).to_contain_text(said)
    currency.fill("krw")
    assert currency.get_attribute("aria-invalid") is None


AMOUNTS = [
    "0",
    "-0",
    "7",
    "007",
    "+5",
    "-5",
    "1.50",
    ".5",
    "5.",
    "1e3",
    "1.5E2",
    "1e-3",
    "1e-6",
    "1e-7",
    "1e15",
    "1000000000000000.000001",
    "1e16",
    "1e400",
    "0.1234560",
    "0.1234567",
    "123456789012345.123456",
    "1_000",
    ".",
    "-",
    "e3",
    "1e",
    "0x10",
    "inf",
    "nan",
    "12a",
    "１２",
]


def test_the_form_and_the_command_take_the_same_numbers(form: Page) -> None:
    adapter = TypeAdapter(Amount)
    for typed, here in zip(
        AMOUNTS, form.evaluate("(all) => all.map(window.wegoStudies.amounts.amount)", AMOUNTS), strict=True
    ):
        try:
            there = adapter.validate_python(typed)
        except ValidationError:
            assert here is None, typed
        else:
            assert here is not None, typed
            assert Fraction(here) == Fraction(there), typed


def paste(form: Page, cell: str, text: str) -> None:
    """As from a spreadsheet."""
    form.get_by_label(cell, exact=True).evaluate(
        """(cell, text) => { const data = new DataTransfer(); data.setData("text/plain", text);
        cell.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})); }""",
        text,
    )


def test_a_block_from_a_spreadsheet_fills_the_cells(form: Page) -> None:
    paste(form, "Investment, year 0", "100\t\t\r\n\t10\t65\n\t10\t131\n\t\t\n\t\t\n\t\t\n\t\t7\n\t\t\n")
    assert form.get_by_label("Benefits, year 2", exact=True).input_value() == "131"
    assert form.get_by_label("Benefits, year 6", exact=True).input_value() == "7"
    assert form.get_by_text("larger than the table").count() == 0


@pytest.mark.parametrize("text", ["1\n" * 70, "1\t2\t3\t4\n"])
def test_what_does_not_fit_the_table_is_not_left_out_in_silence(form: Page, text: str) -> None:
    paste(form, "Investment, year 0", text)
    expect(form.get_by_text("or after year 60 was left out")).to_be_visible()
    assert form.get_by_label("Investment, year 0", exact=True).input_value() == "1"


def test_numbers_are_kept_in_this_browser_until_they_are_deleted(form: Page) -> None:
    type_example(form)
    form.reload()
    assert form.get_by_label("Benefits, year 2", exact=True).input_value() == "131"
    form.get_by_role("button", name="Delete everything").click()
    form.get_by_role("button", name="Keep my numbers").click()
    assert form.get_by_label("Benefits, year 2", exact=True).input_value() == "131"
    delete_all(form)
    assert form.evaluate("localStorage.length") == 0
    form.reload()
    assert form.get_by_label("Benefits, year 2", exact=True).input_value() == ""


def test_a_small_figure_is_not_shown_as_zero_and_empty_years_at_the_end_do_not_count(form: Page) -> None:
    for label, value in (("Investment, year 0", "100"), ("Benefits, year 1", "220"), ("Investment, year 2", "121")):
        form.get_by_label(label, exact=True).fill(value)
    assert status(form).startswith("Net present value −0.2;")
    assert form.locator("table", has_text="Discount factor").locator("tbody tr").count() == 3
    assert form.get_by_text("Benefits 2 years late: benefits of 220 fall beyond the last year").is_visible()


def test_sixty_years_are_computed_in_slices_while_the_page_answers(form: Page, tmp_path: Path) -> None:
    chance = random.Random(7)
    flows = "".join(
        f"  - {{year: {year}, {chance.choice(['investment', 'benefits'])}: {chance.randint(0, 10**11) / 10**6:.6f}}}\n"
        for year in range(61)
    )
    text = f"title: {{en: Long}}\nappraisal:\n  currency: USD\n  rate: 5.253456\n  flows:\n{flows}"
    form.evaluate(
        """() => { window.seen = []; new MutationObserver(() => {
          const status = document.querySelector(".wego-appraise__status").textContent, busy = document.body.textContent.includes("Working out what");
          if (busy) window.seen.push(status); }).observe(document.body, {childList: true, subtree: true}); }"""
    )
    open_text(form, tmp_path, text)
    form.get_by_label("Discount rate").press_sequentially("1", delay=20)
    assert status(form).startswith("Net present value")
    # The result itself stands there before its variations are computed, and while they are, the page has turns of its own.
    assert any(each.startswith("Net present value") for each in form.evaluate("window.seen"))
    expect(form.locator("table", has_text="One assumption changed").locator("tbody tr")).to_have_count(12)
    assert "NaN" not in form.locator(".wego-appraise__output").inner_html()


def test_the_drawing_names_the_base_case_and_zero_and_its_lines_run_through_no_label(form: Page) -> None:
    type_example(form)
    settled(form)
    labels = form.locator(".wego-chart .wego-chart__tick")
    assert labels.all_text_contents() == ["0", "Base case 50"]
    overlaps = form.evaluate(
        """() => { const lines = [...document.querySelectorAll(".wego-chart__axis, .wego-chart__grid")].flatMap((path) =>
          [...path.getAttribute("d").matchAll(/M([\\d.]+),(\\d+)v(\\d+)/g)].map(([, x, y, tall]) => [Number(x), Number(y), Number(y) + Number(tall)]));
        return [...document.querySelectorAll(".wego-chart text")].map((each) => each.getBBox()).filter((box) =>
          lines.some(([x, top, end]) => x > box.x && x < box.x + box.width && end > box.y + 2 && top < box.y + box.height - 2)).length; }"""
    )
    assert overlaps == 0


def test_after_loading_the_page_asks_for_nothing_and_works_without_a_network(form: Page) -> None:
    asked: list[str] = []
    form.on("request", lambda request: asked.append(request.url))
    form.context.set_offline(True)
    try:
        type_example(form)
        assert status(form).startswith("Net present value 50;")
    finally:
        form.context.set_offline(False)
    assert [url for url in asked if not url.startswith("blob:")] == []


def test_on_a_phone_all_amounts_of_a_year_are_in_view(form: Page) -> None:
    form.set_viewport_size({"width": 390, "height": 844})
    boxes = [
        each.bounding_box() for each in form.locator(".wego-appraise__table tbody tr").first.locator("input").all()
    ]
    assert len(boxes) == 3
    assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= 390 and box["width"] >= 80 for box in boxes)
