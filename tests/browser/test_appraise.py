"""The appraisal in the browser: the build's results to the last digit, typing, pasting, keeping, files, silence on the wire."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from generator import checking
from generator.cli import main
from generator.index.site_files import HEADERS, POLICY
from generator.pipeline import world_of
from generator.render.context import Page as RenderPage
from generator.render.host_assets import build_assets
from generator.render.views.appraise import appraise_body
from generator.settings import settings
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


def status(form: Page) -> str:
    return form.locator(".wego-appraise__status").inner_text()


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
    for wrong in ("12,5", "1.2.3", "65 apples", "1e5"):
        cell.fill(wrong)
        assert cell.get_attribute("aria-invalid") == "true"
        expect(form.get_by_role("alert")).to_contain_text("Benefits, year 1: write a number")
        assert "Correct what is marked" in status(form)
    cell.fill("1,065.50")
    assert cell.get_attribute("aria-invalid") is None


def test_a_block_from_a_spreadsheet_fills_the_cells(form: Page) -> None:
    form.get_by_label("Investment, year 0", exact=True).evaluate(
        """(cell) => { const data = new DataTransfer(); data.setData("text/plain", "100\\t\\t\\r\\n\\t10\\t65\\n\\t10\\t131\\n\\t\\t\\n\\t\\t\\n\\t\\t\\n\\t\\t7\\n");
        cell.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})); }"""
    )
    assert form.get_by_label("Benefits, year 2", exact=True).input_value() == "131"
    assert form.get_by_label("Benefits, year 6", exact=True).input_value() == "7"


def test_numbers_are_kept_in_this_browser_until_they_are_deleted(form: Page) -> None:
    type_example(form)
    form.reload()
    assert form.get_by_label("Benefits, year 2", exact=True).input_value() == "131"
    form.get_by_role("button", name="Delete everything").click()
    assert form.evaluate("localStorage.length") == 0
    form.reload()
    assert form.get_by_label("Benefits, year 2", exact=True).input_value() == ""


def test_the_exported_file_is_a_record_that_the_command_reads_and_the_page_opens_again(
    form: Page, tmp_path: Path
) -> None:
    type_example(form)
    form.get_by_label("Project", exact=True).fill('Lamps: "bright" <b>')
    with form.expect_download() as started:
        form.get_by_role("button", name="Save as YAML").click()
    file = tmp_path / "appraisal.yml"
    started.value.save_as(file)
    result = CliRunner().invoke(main, ["study", "appraise", str(file), "--format", "json", "--root", str(ROOT)])
    assert result.exit_code == 0, result.output
    said = json.loads(result.stdout)
    assert (said["npv"], said["rates"]) == ("50", [408_854])
    form.get_by_role("button", name="Delete everything").click()
    form.locator("#wego-appraise-file").set_input_files(file)
    expect(form.get_by_text("appraisal.yml was opened.")).to_be_visible()
    assert form.get_by_label("Project", exact=True).input_value() == 'Lamps: "bright" b'
    assert status(form).startswith("Net present value 50;")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title: [", "cannot be read"),
        ("title: {en: A practice}\n", "no costs and benefits"),
        ("flows:\n  - {year: 99, benefits: 1}\n", "0 to 60"),
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
