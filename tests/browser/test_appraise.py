"""The appraisal in the browser: the build's results to the last digit, typing, pasting, keeping, files, silence on the wire."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect
from pydantic import TypeAdapter, ValidationError

from generator import checking
from generator.cli import main
from generator.index.site_files import HEADERS, POLICY
from generator.model.study import Amount
from generator.pipeline import world_of
from generator.read.yaml_source import load
from generator.record_file import BadFile, read_record
from generator.render.context import Page as RenderPage
from generator.render.host_assets import build_assets
from generator.render.views.appraise import appraise_body
from generator.settings import settings
from generator.study_template import study_template
from tests.browser.static_server import serve_folder
from tests.conftest import LANGUAGES, ROOT, SMALL
from tests.golden import make_appraisal

pytestmark = pytest.mark.browser

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
_PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>Appraisal</title>
<link rel="stylesheet" href="../../assets/wego/site.css"><link rel="icon" href="../../assets/wego/favicon.svg"></head>
<body><main id="main"><article><h1>Appraisal</h1>{body}</article></main></body></html>
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page of every language, served under the strict policy."""
    folder = tmp_path_factory.mktemp("appraise")
    shutil.copytree(SMALL / "data", folder / "data")
    chosen = settings(ROOT, data=folder / "data", content=SMALL / "content", work=folder / "work", languages=LANGUAGES)
    world = world_of(chosen, checking.check(chosen).catalog)
    site = folder / "site"
    shutil.copytree(build_assets(ROOT, folder / "assets-work"), site / "assets")
    (site / "_headers").write_text(HEADERS, "utf-8")
    for language in LANGUAGES:
        path = f"{language}/studies/appraise.html"
        body = appraise_body(RenderPage(world, language, path))
        (site / path).parent.mkdir(parents=True)
        (site / path).write_text(_PAGE.format(language=language, policy=POLICY, body=body), "utf-8")
    with serve_folder(site) as server:
        yield f"{server.url}/en/studies/appraise.html"


@pytest.fixture
def form(chromium: Browser, address: str) -> Iterator[Page]:
    """The page with an empty form, which must not have made a mistake or broken the policy when the test ends."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.goto(address)
    expect(page.locator("#wego-appraise")).to_be_visible()
    yield page
    context.close()
    assert said == []


def type_example(form: Page) -> None:
    """Spend 100; then 10 of running costs and 65 of benefits; then 10 and 131; at 10 percent."""
    form.get_by_label("Discount rate, percent a year").fill("10")
    form.get_by_label("Investment, year 0", exact=True).fill("100")
    for year, benefits in ((1, "65"), (2, "131")):
        form.get_by_label(f"Running costs, year {year}", exact=True).fill("10")
        form.get_by_label(f"Benefits, year {year}", exact=True).fill(benefits)


def settled(form: Page) -> None:
    """Wait until what was typed is computed."""
    expect(form.locator(".wego-appraise__output")).to_have_attribute("aria-busy", "false")


def status(form: Page) -> str:
    settled(form)
    return form.locator(".wego-appraise__status").inner_text()


def open_text(form: Page, tmp_path: Path, text: str, name: str = "given.yml") -> None:
    """Open a file with this text in the form."""
    file = tmp_path / name
    file.write_text(text, "utf-8")
    form.locator("#wego-appraise-file").set_input_files(file)
    expect(form.locator(".wego-assess__saved").nth(1)).not_to_be_empty()


def saved(form: Page, tmp_path: Path) -> str:
    """What the form saves."""
    with form.expect_download() as started:
        form.get_by_role("button", name="Save as YAML").or_(form.get_by_role("button", name="YAML로 저장")).click()
    file = tmp_path / "appraisal.yml"
    started.value.save_as(file)
    return file.read_text("utf-8")


def delete_all(form: Page) -> None:
    """Press the button and say yes."""
    form.get_by_role("button", name="Delete everything").click()
    form.get_by_role("button", name="Delete all numbers").click()


def appraised(file: Path) -> dict[str, Any]:
    """What the command makes of a file."""
    result = CliRunner().invoke(main, ["study", "appraise", str(file), "--format", "json", "--root", str(ROOT)])
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def values(text: str) -> dict[str, Any]:
    """The plain values of a file, as the build reads them."""
    found, problems = load(text.encode(), "given.yml")
    assert found is not None, problems
    return found


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


def test_a_number_without_quotes_is_read_as_the_command_reads_it(form: Page, tmp_path: Path) -> None:
    row = 'investment: 123456789012345.123456, running: "1 000", benefits: "123456789012345.123456"'
    text = f"title: {{en: T}}\nappraisal: {{currency: USD, rate: 5, flows: [{{year: 0, {row}}}]}}\n"
    open_text(form, tmp_path, text)
    assert form.get_by_label("Investment, year 0", exact=True).input_value() == "123456789012345.12"
    saved(form, tmp_path)
    # The command would not read a blank in a number, so it is written without.
    assert appraised(tmp_path / "appraisal.yml")["npv"] == str(Fraction("0.003456") - 1000)


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


def test_the_exported_file_is_a_record_that_the_command_reads_and_the_page_opens_again(
    form: Page, tmp_path: Path
) -> None:
    type_example(form)
    form.get_by_label("Project", exact=True).fill('Lamps: "bright" <b>')
    text = saved(form, tmp_path)
    file = tmp_path / "appraisal.yml"
    said = appraised(file)
    assert (said["npv"], said["rates"]) == ("50", [408_854])
    assert [each["year"] for each in said["years"]] == [0, 1, 2]
    # It claims no topic and no source that nobody gave, so as a study it is refused until they are.
    assert (values(text)["topics"], values(text)["sources"]) == ([], [])
    with pytest.raises(BadFile):
        read_record(file, "study", settings(ROOT))
    delete_all(form)
    form.locator("#wego-appraise-file").set_input_files(file)
    expect(form.get_by_text("appraisal.yml was opened.")).to_be_visible()
    assert form.get_by_label("Project", exact=True).input_value() == 'Lamps: "bright" b'
    assert status(form).startswith("Net present value 50;")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title: [", "cannot be read"),
        ("title: {en: A practice}\n", "no costs and benefits"),
        ("appraisal:\n  flows:\n  - {year: 99, benefits: 1}\n", "0 to 60"),
        ("appraisal: {flows: [{year: 1, benefit: 1}]}\n", "the key benefit under flows"),
        ("appraisal: {rates: 5, flows: [{year: 1, benefits: 1}]}\n", "the key rates under appraisal"),
        ("appraisal: {flows: [{year: 1, benefits: 1}, {year: 1, running: 1}]}\n", "The year 1 stands twice"),
        ("appraisal: {flows: [{year: 1, benefits: {a: 1}}]}\n", "flows.benefits is …"),
        ("appraisal: {flows: [{year: 1}], sensitivity: {rate: [1]}}\n", "the key rate under sensitivity"),
        ("appraisal: {flows: [{year: 1}], sensitivity: {rates: [-100]}}\n", "sensitivity.rates is -100"),
        ("appraisal: {flows: [{year: 1}], sensitivity: {delays: [1.5]}}\n", "sensitivity.delays is 1.5"),
        ("a: &x [1]\nb: *x\n", "cannot be read"),
    ],
)
def test_a_file_that_is_none_leaves_the_form_as_it_was(form: Page, tmp_path: Path, text: str, said: str) -> None:
    type_example(form)
    file = tmp_path / "bad.yml"
    file.write_text(text, "utf-8")
    form.locator("#wego-appraise-file").set_input_files(file)
    expect(form.get_by_text(said)).to_be_visible()
    assert form.get_by_label("Benefits, year 2", exact=True).input_value() == "131"


def test_what_is_wrong_is_not_saved_as_something_else(form: Page) -> None:
    form.get_by_role("button", name="Save as YAML").click()
    expect(form.get_by_text("there is no cost and no benefit yet")).to_be_visible()
    type_example(form)
    form.get_by_label("Benefits, year 1", exact=True).fill("65 apples")
    form.get_by_label("Discount rate, percent a year").fill("five")
    downloads: list[object] = []
    form.on("download", lambda download: downloads.append(download))
    form.get_by_role("button", name="Save as YAML").click()
    expect(form.get_by_text("Nothing was saved: correct what is marked first.")).to_be_visible()
    expect(form.get_by_label("Discount rate, percent a year")).to_be_focused()
    assert downloads == []


GIVEN = """\
# A study of ours
title: {en: Lamps, ko: 가로등}   # both
cities: [seoul]
when: 2016-05/2016-06
form: study
topics:
- internet-of-things
summary:
  en: >-
    Folded text
    of two lines.
figures:
  - {what: {en: Lamps}, unit: {en: lamps}, said: {value: 4e3, as_of: 2016, source: report}}
findings:
  environment:
  - en: 'It is "dark"'
appraisal:
  # the currency
  currency: USD
  unit: {en: thousand US dollars, ko: 천 달러}
  prices: {en: constant prices of 2016}
  rate: 5.50
  flows:
  - {year: 0, investment: 1e2}   # at once
  - {year: 1, benefits: 60}
  - {year: 2, benefits: 70.50}
  sensitivity: {rates: [3, 12.5], costs: [50], delays: [1]}
  note:
    en: |
      As it is.
# where from
sources: [report]
added: 2016-11-24
"""


def test_a_file_that_is_opened_and_saved_is_the_same_file(form: Page, tmp_path: Path) -> None:
    open_text(form, tmp_path, GIVEN)
    assert status(form).startswith("Net present value 20.2;")
    assert saved(form, tmp_path) == GIVEN
    form.reload()
    assert saved(form, tmp_path) == GIVEN


def test_what_the_form_does_not_edit_is_carried_through(form: Page, tmp_path: Path) -> None:
    open_text(form, tmp_path, GIVEN)
    form.get_by_label("Project", exact=True).fill("Lights")
    form.get_by_label("Benefits, year 2", exact=True).fill("80")
    form.get_by_label("Calendar year of year 0").fill("2016")
    form.get_by_label("Unit, such as").fill("")
    made, before = saved(form, tmp_path), values(GIVEN)
    before["title"]["en"] = "Lights"
    before["appraisal"]["start"] = 2016
    del before["appraisal"]["unit"]["en"]
    before["appraisal"]["flows"][2]["benefits"] = 80
    assert values(made) == before
    for comment in ("# A study of ours", "# the currency", "# where from"):
        assert comment in made
    assert "4e3" in made


@pytest.mark.parametrize("file", sorted((ROOT / "data/studies").glob("*.yml")), ids=lambda file: file.stem)
def test_every_study_with_an_appraisal_comes_back_as_it_was(form: Page, tmp_path: Path, file: Path) -> None:
    text = file.read_text("utf-8")
    open_text(form, tmp_path, text)
    if "appraisal" not in values(text):
        expect(form.get_by_text("no costs and benefits")).to_be_visible()
        return
    form.get_by_label("Discount rate").fill("7")
    before = values(text)
    before["appraisal"]["rate"] = 7
    assert values(saved(form, tmp_path)) == before


def test_a_file_that_cannot_be_changed_in_parts_is_written_anew(form: Page, tmp_path: Path) -> None:
    text = """\
title: {en: "A: b"}
"odd key": {y: [1, [2], {z: 007, w: True}], empty: {}, none: , list: [{a: [], b: [{c: 1.50, d: "two\\nlines"}]}]}
appraisal: {currency: USD, rate: 5, flows: [{year: 0, benefits: 1}],
  note: {en: It is so.}}
"""
    open_text(form, tmp_path, text)
    form.get_by_label("Discount rate").fill("7")
    before = values(text)
    before["appraisal"]["rate"] = 7
    assert values(saved(form, tmp_path)) == before


def test_the_template_is_filled_in_by_the_form(form: Page, tmp_path: Path) -> None:
    open_text(form, tmp_path, study_template("en", "2026-11-24"))
    form.get_by_label("Project", exact=True).fill("Lamps")
    form.get_by_label("Currency (ISO 4217)").fill("KRW")
    type_example(form)
    made = saved(form, tmp_path)
    assert "# Discount rate in percent a year" in made
    assert appraised(tmp_path / "appraisal.yml")["npv"] == "50"
    assert values(made)["title"] == {"en": "Lamps"}


def test_the_sensitivity_of_the_file_is_that_of_the_page_and_of_the_command(form: Page, tmp_path: Path) -> None:
    open_text(form, tmp_path, GIVEN)
    settled(form)
    rows = form.locator("table", has_text="One assumption changed").locator("tbody tr")
    labels = [
        "Discount rate 3 %",
        "Discount rate 12.5 %",
        *(f"Benefits {each} %" for each in ("−20", "−10", "+10", "+20")),
    ]
    assert rows.locator("th").all_inner_texts() == [*labels, "Costs +50 %", "Benefits 1 year late"]
    expect(form.locator("li", has_text="fall beyond the last year")).to_contain_text("70.5")
    assert [each["what"] for each in appraised(tmp_path / "given.yml")["scenarios"]][-2:] == ["costs", "delay"]


def test_the_korean_form_writes_korean(form: Page, tmp_path: Path) -> None:
    form.goto(form.url.replace("/en/", "/ko/"))
    form.get_by_label("사업 이름").or_(form.locator("[data-name]").first).first.fill("가로등")
    form.locator("table input").first.fill("100")
    found = values(saved(form, tmp_path))
    assert found["original"] == "ko"
    assert found["title"] == {"ko": "가로등"}
    assert appraised(tmp_path / "appraisal.yml")["npv"] == "-100"


def test_what_cannot_be_seen_is_not_saved_and_large_numbers_are_saved_exactly(form: Page, tmp_path: Path) -> None:
    form.get_by_label("Project", exact=True).fill("La\u200bmps [x](javascript:y)")
    form.get_by_label("Benefits, year 0", exact=True).fill("123456789012345.123456")
    saved(form, tmp_path)
    found = appraised(tmp_path / "appraisal.yml")
    assert found["npv"] == str(Fraction("123456789012345.123456"))


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
