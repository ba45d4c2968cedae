"""A changed workbook on the assessment page: what the import on the command line refuses is refused, with the cell named."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.assess_tools import SIGNS, kept, upload
from tests.ceds import instrument
from tests.ceds_runs import coded
from tests.workbooks import (
    CITY,
    DATE,
    empty,
    filled,
    imported,
    part_of,
    parts,
    replaced,
    with_cell,
    with_rows,
    without_column,
)

GOVERNANCE, INFRA = "governance-mechanism", "e-infra"
Change = Callable[[bytes], bytes]


def merged(data: bytes) -> bytes:
    text = parts(data)[part_of(GOVERNANCE)].decode()
    found = re.search(r'<mergeCells count="1">', text)
    assert found
    return replaced(data, part_of(GOVERNANCE), found[0], '<mergeCells count="2"><mergeCell ref="D5:D6"/>')


def cell(address: str, text: str, sheet: str = GOVERNANCE, kind: str = "str") -> Change:
    return lambda data: with_cell(data, sheet, address, text, kind=kind)


def many_rows(data: bytes) -> bytes:
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(30, 10_030))
    return with_rows(data, GOVERNANCE, rows)


CHANGES: dict[str, tuple[Change, str]] = {
    "the questions deleted": (
        lambda data: without_column(data, GOVERNANCE, "B"),
        "B4: expected the heading “Question”",
    ),
    "the levels deleted": (lambda data: without_column(data, GOVERNANCE, "C"), "C4: expected the heading “Levels”"),
    "the answers deleted": (lambda data: without_column(data, GOVERNANCE, "D"), "D4: expected the heading “Answer”"),
    "the uses deleted": (lambda data: without_column(data, INFRA, "D"), "D4: expected the heading “Use”"),
    "a day in the order of another country": (cell("C6", "4.5.2026", "city"), "C6: expected a day such as 2026-11-22"),
    "consent on no day": (
        lambda data: with_cell(with_cell(data, "city", "C11", "Planning office"), "city", "C12", "soon"),
        "C12: expected a day",
    ),
    "answers merged": (merged, "D5: expected a cell of its own, found it merged in D5:D6"),
    "ten thousand rows more": (many_rows, "A30: expected nothing outside A1:F19, found 10000 cells"),
    "true for a level": (cell("D5", "1", kind="b"), "D5: choose an entry of the list; found “TRUE”"),
    "not applicable without a reason": (cell("D5", "Not applicable"), "F5: write the reason"),
    "a reason beside a level": (cell("F5", "Because"), "D5: a reason is given"),
    "use under planned": (
        lambda data: with_cell(with_cell(data, INFRA, "C6", "1"), INFRA, "D6", "3"),
        "D6: use is asked from the pilot (2) on, found level 3",
    ),
    "use alone": (cell("D6", "3", INFRA), "D6: use is asked"),
    "a text too long": (cell("E5", "가" * 20_001), "E5: expected at most 20,000 characters, found 20,001"),
    "an invisible character": (cell("E5", "caf\u200be"), "E5: the text holds the invisible character U+200B"),
    "consent in part": (cell("C11", "Planning office", "city"), "C12: consent is given only in part"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_the_import_refuses_the_page_refuses_by_cell(refusing: Page, tmp_path: Path, change: str) -> None:
    before = kept(refusing)
    make, said = CHANGES[change]
    data = make(
        filled(coded(instrument(), "2" * 90, "." * 110, city=CITY, date=DATE)) if "use" not in change else empty()
    )
    upload(refusing, tmp_path, data, "run.xlsx")
    expect(refusing.get_by_role("alert")).to_contain_text("could not be opened")
    expect(refusing.get_by_role("alert")).to_contain_text(said.replace("10000", "10,000"))
    assert before and kept(refusing) == before
    found = imported(data)[1]
    assert found
    if ":" in said:
        assert f"cell {said.split(':')[0]}:" in found[0].message


BROKEN_PARTS = {
    "cut off": ("</worksheet>", ""),
    "an element not closed": ("</sheetData>", ""),
    "a name that nothing declares": ("<sheetData>", "<sheetData>&nothing;"),
    "text behind the end": ("</worksheet>", "</worksheet>more"),
    "two elements": ("</worksheet>", "</worksheet><worksheet/>"),
    "no element": (None, ""),
}


@pytest.mark.parametrize("damage", BROKEN_PARTS)
def test_a_part_that_is_no_xml_is_refused_within_the_policy(page: Page, tmp_path: Path, damage: str) -> None:
    old, new = BROKEN_PARTS[damage]
    data, part = empty(), part_of(GOVERNANCE)
    page.evaluate(
        "addEventListener('securitypolicyviolation', (event) => { document.title = `broken: ${event.violatedDirective}` })"
    )
    upload(page, tmp_path, replaced(data, part, old or parts(data)[part].decode(), new), "run.xlsx")
    expect(page.get_by_role("alert")).to_contain_text("This is not a usable workbook of this assessment.")
    expect(page).to_have_title("Assessment")


def test_a_long_text_that_the_import_takes_is_taken_whole(page: Page, tmp_path: Path) -> None:
    upload(page, tmp_path, with_cell(empty(), GOVERNANCE, "E5", "가" * 20_000), "run.xlsx")
    expect(page.get_by_role("alert")).to_contain_text("is open")
    assert kept(page)["indicators"]["gm-01"] == {"evidence": "가" * 20_000}


def test_a_number_may_have_decimals_and_a_day_its_format(page: Page, tmp_path: Path) -> None:
    data = with_cell(with_cell(empty(), GOVERNANCE, "D5", "2.0", kind="n"), "city", "C6", "46146", kind="n")
    upload(page, tmp_path, data, "run.xlsx")
    expect(page.get_by_role("alert")).to_contain_text("is open")
    assert (kept(page)["indicators"]["gm-01"], kept(page)["date"]) == ({"level": 2}, "2026-05-04")


@pytest.mark.parametrize("day", ["2026-05-04", "2026. 5. 4.", "2026/05/04", "2026년 5월 4일"])
def test_a_day_is_read_as_the_import_reads_it(page: Page, tmp_path: Path, day: str) -> None:
    upload(page, tmp_path, with_cell(empty(), "city", "C6", day), "run.xlsx")
    expect(page.get_by_role("alert")).to_contain_text("is open")
    assert kept(page)["date"] == "2026-05-04"


def test_an_older_workbook_does_not_tell_its_headings_but_has_them(page: Page, tmp_path: Path) -> None:
    old = replaced(empty(), "xl/sharedStrings.xml", "<t>heads</t>", "<t>other</t>")
    upload(page, tmp_path, without_column(old, GOVERNANCE, "C"), "run.xlsx")
    expect(page.get_by_role("alert")).to_contain_text("F4: expected the heading of a column")
    upload(page, tmp_path, old, "run.xlsx")
    expect(page.get_by_role("alert")).to_contain_text("is open")


def test_a_city_that_the_base_does_not_know_is_told_and_stays_as_it_was_written(page: Page, tmp_path: Path) -> None:
    upload(page, tmp_path, with_cell(filled(coded(instrument(), *SIGNS)), "city", "C5", "New Harbour"), "run.xlsx")
    expect(page.get_by_role("alert")).to_contain_text("names the city “New Harbour”, which this base does not know")
    expect(page.get_by_label("Short name of the city")).to_have_value("New Harbour")
    expect(page.get_by_role("button", name="Use new-harbour")).to_be_visible()
    assert len(kept(page)["indicators"]) > 60
