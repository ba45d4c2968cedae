"""Files of the assessment page: saved and opened again, as other programs write them, broken ones explained."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import BrowserContext, Page, expect

from generator.model.assessment import Assessment
from generator.read.workbook import read_workbook
from generator.read.workbook_filed import Filing
from generator.read.yaml_source import load
from generator.render.i18n import messages
from generator.render.workbook import workbook
from tests.browser.assess_tools import SIGNS, address, keep, kept, plain, saved, upload
from tests.browser.static_server import Site
from tests.ceds import instrument
from tests.ceds_runs import coded
from tests.conftest import ROOT


def changed_book(data: bytes, old: str, new: str) -> bytes:
    """The workbook with a text replaced in all its parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as read, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as write:
        texts = {name: read.read(name).decode() for name in read.namelist()}
        assert any(old in text for text in texts.values()), old
        for name, text in texts.items():
            write.writestr(name, text.replace(old, new))
    return made.getvalue()


def changed_cell(data: bytes, cell: str, content: str) -> bytes:
    """The workbook with other content in a cell of the sheet on governance."""
    with zipfile.ZipFile(io.BytesIO(data)) as read:
        text = read.read("xl/worksheets/sheet4.xml").decode()
    old = re.search(rf'<c r="{cell}"[^>]*?(/>|>.*?</c>)', text)
    assert old
    return changed_book(data, old.group(), f'<c r="{cell}" {content}</c>')


def bomb(data: bytes) -> bytes:
    """The workbook with a part that unpacks to 60 MB."""
    made = io.BytesIO(data)
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as write:
        write.writestr("xl/more.xml", b" " * 60_000_000)
    return made.getvalue()


BROKEN_BOOKS: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "no workbook": (lambda _: b"PK nothing", "not a usable workbook"),
    "cut off": (lambda data: data[: len(data) // 2], "not a usable workbook"),
    "unpacks to too much": (bomb, "not a usable workbook"),
    "a document type": (lambda data: changed_book(data, "<sst ", "<!DOCTYPE sst><sst "), "not a usable workbook"),
    "another form": (lambda data: changed_book(data, "wego-ceds", "other"), "not a usable workbook"),
    "another version": (lambda data: changed_book(data, "<t>1.0</t>", "<t>0.9</t>"), "belongs to version 0.9"),
    "a sheet renamed": (
        lambda data: changed_book(data, 'name="ICT Network"', 'name="ICT"'),
        "“ICT Network” is missing",
    ),
    "a word not in the list": (
        lambda data: changed_cell(data, "D5", 't="inlineStr"><is><t>perhaps</t></is>'),
        "Sheet “Governance Mechanism”, cell D5: choose an entry of the list; found “perhaps”",
    ),
    "a formula": (
        lambda data: changed_cell(data, "D5", "><f>1+1</f><v>2</v>"),
        "D5: expected an answer, found a formula",
    ),
    "rows moved": (
        lambda data: changed_cell(data, "A5", 't="inlineStr"><is><t>gm-02</t></is>'),
        "cell A5: expected the question gm-01",
    ),
}


@pytest.mark.parametrize("button", ["Save as YAML", "Save as JSON"])
def test_a_run_is_saved_in_the_format_of_the_data_and_opened_again(page: Page, tmp_path: Path, button: str) -> None:
    run = coded(
        instrument(),
        *SIGNS,
        departments=["it"],
        note='Two lines:\n"quoted" # not a comment',
        targets={"city-network": "long"},
    )
    keep(page, plain(run))
    name, text = saved(page, button)
    values = json.loads(text) if name.endswith(".json") else load(text.encode(), name)[0]
    assert Assessment.model_validate(values) == run
    page.get_by_role("button", name="Delete everything").click()
    page.get_by_role("button", name="Delete all answers").click()
    upload(page, tmp_path, text, name)
    expect(page.get_by_role("alert")).to_contain_text(f"“{name}” is open.")
    assert Assessment.model_validate({**kept(page), "version": "1.0"}) == run


def test_yaml_as_other_programs_write_it_is_understood(page: Page, tmp_path: Path) -> None:
    run = plain(coded(instrument(), *SIGNS, note="A long note. " * 30 + "\n\n- and: more # of it"))
    run["indicators"]["cr-01"]["evidence"] = "'single' \"double\" 한국어, [brackets] {and: more}"
    upload(page, tmp_path, yaml.safe_dump(run, allow_unicode=True, sort_keys=False, width=60))
    expect(page.get_by_role("alert")).to_contain_text("is open")
    assert {key: kept(page)[key] for key in run} == run


def test_a_run_goes_into_the_workbook_and_comes_back(page: Page, tmp_path: Path) -> None:
    given = plain(coded(instrument(), *SIGNS, departments=["it"], note="=1+1", targets={"city-network": "long"}))
    given["indicators"]["cr-01"]["evidence"] = 'Two lines\n& <"marks">'
    run = Assessment.model_validate(given)
    keep(page, given)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as Excel").click()
    data = Path(download.value.path()).read_bytes()
    assert download.value.suggested_filename == "example-city-2026-05-04.xlsx"
    known = {instrument().framework.version: instrument()}
    assert read_workbook(data, "run.xlsx", known, Filing(run.city, str(run.date))) == (run, ())
    page.get_by_role("button", name="Delete everything").click()
    page.get_by_role("button", name="Delete all answers").click()
    upload(page, tmp_path, data, "run.xlsx")
    expect(page.get_by_role("alert")).to_contain_text("is open")
    assert Assessment.model_validate(kept(page)) == run


def test_a_workbook_in_korean_filled_by_the_build_is_opened_on_the_english_page(page: Page, tmp_path: Path) -> None:
    run = coded(instrument(), *SIGNS, departments=["planning", "finance", "it", "vice-mayor"])
    data = workbook(instrument(), messages(ROOT / "theme" / "locales", "ko"), run=run)
    upload(page, tmp_path, data, "run.xlsx")
    expect(page.get_by_role("alert")).to_contain_text("is open")
    assert Assessment.model_validate({key: value for key, value in kept(page).items() if value}) == run


@pytest.mark.parametrize("damage", BROKEN_BOOKS)
def test_a_broken_workbook_is_explained_and_changes_nothing(refusing: Page, tmp_path: Path, damage: str) -> None:
    before = kept(refusing)
    make, said = BROKEN_BOOKS[damage]
    good = workbook(instrument(), messages(ROOT / "theme" / "locales", "en"), run=coded(instrument(), *SIGNS))
    upload(refusing, tmp_path, make(good), "run.xlsx")
    expect(refusing.get_by_role("alert")).to_contain_text(said)
    assert before and kept(refusing) == before


MISTAKES = {
    "city: bogota\nversion: '0.9'\n": "belongs to version 0.9",
    "version: '1.0'\nindicators:\n  gm-01: {level: 5}\n": "indicators › gm-01 › level: expected a whole number from 0 to 4, found “5”",
    "version: '1.0'\nindicators:\n  gm-01: {level: 2.0}\n": "gm-01 › level: expected a whole number from 0 to 4, found “2.0”",
    "version: 1.0\n": "version: “1.0” does not fit here",
    "version: '1.0'\nindicators: 2.0\n": "indicators: “2.0” does not fit here",
    "version: '1.0'\nindicators:\n  gm-99: {level: 1}\n": "indicators › gm-99: the instrument has no such question",
    "version: '1.0'\nsystems:\n  city-network: {exists: 1}\n": "systems › city-network › exists: unknown entry",
    "version: '1.0'\nversion: '1.0'\n": "Line 2: this name stands twice",
    "version: '1.0'\nnote: \"open\n": "Line 2: a quotation mark is not closed",
    "version: '1.0'\n\tnote: x\n": "Line 2: indent with spaces",
    "version: '1.0'\nnote: &a x\n": "Line 2: expected “name: value”",
    "version: '1.0'\ndate: 2026-02-30\n": "date: “2026-02-30” does not fit here",
    "version: '1.0'\nindicators:\n  gm-01: {level: 2, not_applicable: x}\n": "indicators › gm-01 › not_applicable: a question with a level cannot be inapplicable",
    "version: '1.0'\nsystems:\n  city-network: {existence: 1, use: 3}\n": "systems › city-network › use: use is 3, but existence is 1",
    "version: '1.0'\nsystems:\n  city-network: {use: 2}\n": "use is 2, but existence is not answered",
    "version: '1.0'\nsystems:\n  city-network: {existence: 0, not_a_task: x}\n": "a system that is answered cannot be no task",
    "version: '1.0'\ncity: My City\n": "city: “My City” does not fit here",
    "version: '1.0'\nindicators:\n  gm-01: {not_applicable: ' '}\n": "not_applicable: the text is empty",
    'version: "1.0"\nnote: "caf\\u200be"\n': "note: the text holds the invisible character U+200B",
    "version: '1.0'\nnote: caf\x85e\n": "Line 2: the invisible character U+0085 stands here",
    f"version: '1.0'\nnote: {'x' * 20_001}\n": "note: expected at most 20,000 characters, found 20,001",
    "- a\n- b\n": "This is not a run",
    "": "the file is empty",
}


@pytest.mark.parametrize("text", MISTAKES)
def test_a_broken_file_is_explained_and_changes_nothing(refusing: Page, tmp_path: Path, text: str) -> None:
    before = kept(refusing)
    upload(refusing, tmp_path, text)
    expect(refusing.get_by_role("alert")).to_contain_text(MISTAKES[text])
    assert before and kept(refusing) == before


OTHERS: dict[str, tuple[str | bytes, str]] = {
    "null.json": ("null", "This is not a run"),
    "half.json": ('{"version": ', "not valid JSON"),
    "twice.json": (
        '{"version": "1.0",\n"indicators": {"gm-01": {"level": 1, "level": 2}}}',
        "Line 2: this name stands twice",
    ),
    "latin.yml": ("version: '1.0'\nnote: café\n".encode("latin-1"), "Line 2: a letter is not written in UTF-8"),
    "korean.json": ('{"version": "1.0", "note": "한국어"}'.encode("cp949"), "Line 1: a letter is not written in UTF-8"),
    "answers.ods": (b"PK\x03\x04 mimetype", "save it as “Excel workbook (.xlsx)”"),
    "answers.xls": (bytes.fromhex("d0cf11e0a1b11ae1"), "save it as “Excel workbook (.xlsx)”"),
    "answers.csv": ("a;b\n", "save it as “Excel workbook (.xlsx)”"),
    "answers": (b"PK\x03\x04", "save it as “Excel workbook (.xlsx)”"),
    "large.yml": ("note: " + "x" * 262_144, "far larger than that of a run"),
    "withdrawn.yml": ("version: '1.0'\nwithdrawn: {date: 2026-01-05}\n", "took this run back"),
    "two.json": ('{"items": [{"kind": "assessment"}, {"kind": "assessment"}]}', "exactly one run"),
    "scores.json": ('{"items": [{"kind": "assessment", "consent": {"scope": "scores"}}]}', "published its scores only"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_a_file_of_another_kind_is_refused_with_what_to_do(refusing: Page, tmp_path: Path, name: str) -> None:
    before = kept(refusing)
    content, said = OTHERS[name]
    upload(refusing, tmp_path, content, name)
    expect(refusing.get_by_role("alert")).to_contain_text(said)
    assert before and kept(refusing) == before


def test_an_apostrophe_in_a_text_on_two_lines_is_understood(page: Page, tmp_path: Path) -> None:
    text = "version: '1.0'\nnote: 'The city''s order: signed and\n  published [once]'\ndepartments: ['it', # ours\n  \"finance\"]\n"
    upload(page, tmp_path, text)
    expect(page.get_by_role("alert")).to_contain_text("is open")
    assert kept(page)["note"] == yaml.safe_load(text)["note"] == "The city's order: signed and published [once]"
    assert kept(page)["departments"] == ["it", "finance"]


@pytest.mark.parametrize("mark", ['"', "'", "[", "plain"])
def test_a_file_of_many_lines_is_read_or_refused_at_once(page: Page, mark: str) -> None:
    text = f"version: '1.0'\nnote: {mark}\n" + " x\n" * 60_000 + f"{' ' * 60_000}x"
    took = page.evaluate(
        "(text) => { const begin = performance.now(); try { wegoCeds.yaml.read(text) } catch {} return performance.now() - begin }",
        text,
    )
    assert took < 1000


def test_the_data_that_the_site_publishes_of_a_run_are_opened(page: Page, tmp_path: Path) -> None:
    run = plain(coded(instrument(), *SIGNS, departments=["it"]))
    consent = {"office": "Planning office", "date": "2026-05-05", "scope": "answers"}
    item = {"kind": "assessment", "id": "example-city/2026-05-04", **run, "consent": consent, "invented": True}
    twin = {"schema": "…", "data_version": "1", "items": [{**item, "result": {"stage": 3}}]}
    upload(page, tmp_path, json.dumps(twin), "2026-05-04.json")
    expect(page.get_by_role("alert")).to_contain_text("is open")
    assert {key: kept(page)[key] for key in run} == run


def test_markup_in_a_file_stays_text(page: Page, tmp_path: Path) -> None:
    run = plain(coded(instrument(), *SIGNS)) | {"city": "new-harbour", "note": "<img src=x onerror=alert(1)>"}
    run["indicators"]["gm-01"] = {"not_applicable": "</textarea><script>alert(1)</script>"}
    upload(page, tmp_path, json.dumps(run), "run.json")
    expect(page.get_by_label("Note on the whole run")).to_have_value(run["note"])
    assert page.locator("main script[src=x], main img").count() == 0


def test_without_a_connection_excel_says_what_to_do(context: BrowserContext, site: Site, tmp_path: Path) -> None:
    page = context.new_page()
    page.goto(address(site))
    context.set_offline(True)
    page.get_by_role("button", name="Save as Excel").click()
    said = "The part of this page for Excel files could not be loaded, because the connection is lost"
    expect(page.get_by_role("alert")).to_contain_text(said)
    upload(page, tmp_path, b"PK", "run.xlsx")
    expect(page.get_by_role("alert")).to_contain_text("or use YAML, which works without a connection")
    context.set_offline(False)
    upload(page, tmp_path, b"PK", "run.xlsx")
    expect(page.get_by_role("alert")).to_contain_text("not a usable workbook")
    context.set_offline(True)
    page.get_by_role("button", name="Save as Excel").click()
    expect(page.get_by_role("alert")).to_contain_text("The empty workbook could not be loaded")
    expect(page.get_by_role("alert")).to_contain_text("save as YAML, which works without a connection")
    context.set_offline(False)
    for offline in (False, True):  # what was loaded once needs no connection any more
        context.set_offline(offline)
        with page.expect_download():
            page.get_by_role("button", name="Save as Excel").click()
        expect(page.get_by_role("alert")).to_be_empty()


def test_from_a_disk_a_workbook_is_saved_and_opened(context: BrowserContext, site: Site, tmp_path: Path) -> None:
    given = plain(coded(instrument(), *SIGNS, departments=["it"], targets={"city-network": "long"}))
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.goto((site.folder / "en/ceds/assess.html").as_uri())
    keep(page, given)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as Excel").click()
    data = Path(download.value.path()).read_bytes()
    run, known = Assessment.model_validate(given), {instrument().framework.version: instrument()}
    assert read_workbook(data, "run.xlsx", known, Filing(run.city, str(run.date))) == (run, ())
    page.get_by_role("button", name="Delete everything").click()
    page.get_by_role("button", name="Delete all answers").click()
    upload(page, tmp_path, data, "run.xlsx")
    expect(page.get_by_role("alert")).to_contain_text("is open")
    assert Assessment.model_validate({key: value for key, value in kept(page).items() if value}) == run
    assert said == []
