"""Files of the assessment page: saved and opened again, as other programs write them, broken ones explained."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.model.assessment import Assessment
from generator.read.workbook import read_workbook
from generator.read.yaml_source import load
from generator.render.i18n import messages
from generator.render.workbook import workbook
from tests.browser.assess_tools import SIGNS, keep, kept, opened, plain, saved, upload, watched
from tests.browser.ceds_page import write
from tests.browser.conftest import Serve
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


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> Site:
    return serve(write(tmp_path_factory.mktemp("assess")))


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    yield from opened(chromium)


@pytest.fixture
def page(context: BrowserContext, site: Site) -> Iterator[Page]:
    yield from watched(context, site)


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
    assert read_workbook(data, "run.xlsx", known, run.city, str(run.date)) == (run, ())
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
def test_a_broken_workbook_is_explained_and_changes_nothing(page: Page, tmp_path: Path, damage: str) -> None:
    run = coded(instrument(), *SIGNS)
    keep(page, plain(run), "about")
    before = kept(page)
    make, said = BROKEN_BOOKS[damage]
    good = workbook(instrument(), messages(ROOT / "theme" / "locales", "en"), run=run)
    upload(page, tmp_path, make(good), "run.xlsx")
    expect(page.get_by_role("alert")).to_contain_text(said)
    assert kept(page) == before


MISTAKES = {
    "city: bogota\nversion: '0.9'\n": "belongs to version 0.9",
    "version: '1.0'\nindicators:\n  gm-01: {level: 5}\n": "indicators › gm-01 › level: expected a whole number from 0 to 4, found “5”",
    "version: '1.0'\nindicators:\n  gm-99: {level: 1}\n": "indicators › gm-99: the instrument has no such question",
    "version: '1.0'\nsystems:\n  city-network: {exists: 1}\n": "systems › city-network › exists: unknown entry",
    "version: '1.0'\nversion: '1.0'\n": "Line 2: this name stands twice",
    "version: '1.0'\nnote: \"open\n": "Line 2: a quotation mark is not closed",
    "version: '1.0'\n\tnote: x\n": "Line 2: indent with spaces",
    "version: '1.0'\nnote: &a x\n": "Line 2: expected “name: value”",
    "version: '1.0'\ndate: 2026-02-30\n": "date: “2026-02-30” does not fit here",
    "- a\n- b\n": "This is not a run",
    "": "the file is empty",
}


@pytest.mark.parametrize("text", MISTAKES)
def test_a_broken_file_is_explained_and_changes_nothing(page: Page, tmp_path: Path, text: str) -> None:
    keep(page, plain(coded(instrument(), *SIGNS)), "about")
    before = kept(page)
    upload(page, tmp_path, text)
    expect(page.get_by_role("alert")).to_contain_text(MISTAKES[text])
    assert kept(page) == before


def test_markup_in_a_file_stays_text(page: Page, tmp_path: Path) -> None:
    run = plain(coded(instrument(), *SIGNS)) | {"city": "new-harbour", "note": "<img src=x onerror=alert(1)>"}
    run["indicators"]["gm-01"] = {"not_applicable": "</textarea><script>alert(1)</script>"}
    upload(page, tmp_path, json.dumps(run), "run.json")
    expect(page.get_by_label("Note on the whole run")).to_have_value(run["note"])
    assert page.locator("main script[src=x], main img").count() == 0
