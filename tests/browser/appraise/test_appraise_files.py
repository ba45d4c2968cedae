"""Files of the appraisal: what is opened and saved is what the command reads, and nothing in it is lost."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.record_file import BadFile, read_record
from generator.settings import settings
from generator.study_template import study_template
from tests.browser.appraise_tools import appraised, delete_all, open_text, saved, settled, status, type_example, values
from tests.conftest import ROOT


def test_a_number_without_quotes_is_read_as_the_command_reads_it(form: Page, tmp_path: Path) -> None:
    row = 'investment: 123456789012345.123456, running: "1 000", benefits: "123456789012345.123456"'
    text = f"title: {{en: T}}\nappraisal: {{currency: USD, rate: 5, flows: [{{year: 0, {row}}}]}}\n"
    open_text(form, tmp_path, text)
    assert form.get_by_label("Investment, year 0", exact=True).input_value() == "123456789012345.12"
    saved(form, tmp_path)
    # The command would not read a blank in a number, so it is written without.
    assert appraised(tmp_path / "appraisal.yml")["npv"] == str(Fraction("0.003456") - 1000)


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
