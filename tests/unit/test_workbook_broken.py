"""Workbooks that cannot be read as they are: each is told by sheet and cell, and what is hostile does no harm."""

from __future__ import annotations

import io
import re
import struct
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook

from generator.read import workbook_package
from tests.workbooks import (
    CITY,
    DATE,
    empty,
    imported,
    packed,
    part_of,
    parts,
    replaced,
    told,
    with_cell,
    with_rows,
)

DIMENSION = "governance-mechanism"
AREA = "e-admin"


def another(*names: str) -> bytes:
    target = io.BytesIO()
    book = Workbook(target, {"in_memory": True})
    for name in names:
        book.add_worksheet(name).write_string(0, 0, "x")
    book.close()
    return target.getvalue()


OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
BOOK = '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def declared(data: bytes, size: int) -> bytes:
    """A package that says its largest part has another size."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        largest = max(archive.infolist(), key=lambda each: each.file_size)
    true, said = struct.pack("<L", largest.file_size), struct.pack("<L", size)
    assert true in data
    return data.replace(true, said)


BROKEN = {
    "nothing": (b"", "found an empty file"),
    "a text": (b"a,b\n1,2\n", "found a file of another kind"),
    "an older Excel file": (OLE, "found the older format .xls"),
    "an encrypted file": (OLE + "EncryptedPackage".encode("utf-16-le"), "expected a workbook without a password"),
    "a file cut off": (empty()[:20_000], "found a broken package"),
    "an OpenDocument file": (packed({"mimetype": b"x", "content.xml": b"<x/>"}), "found an OpenDocument file"),
    "a package of another kind": (packed({"word/document.xml": b"<x/>"}), "found another kind of package"),
    "broken XML": (replaced(empty(), "xl/workbook.xml", "</workbook>", ""), "XML that breaks off"),
    "an entity": (
        replaced(empty(), "xl/workbook.xml", BOOK, f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>{BOOK}'),
        "found a document type",
    ),
    "a size that is not true": (declared(empty(), 10), "found a broken package"),
}


@pytest.mark.parametrize(("data", "said"), BROKEN.values(), ids=BROKEN)
def test_what_is_no_workbook_is_told(data: bytes, said: str) -> None:
    code, message = told(data)
    assert code == "WG701"
    assert said in message


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = packed({**parts(empty()), "xl/media/x.bin": bytes(workbook_package.MAX_UNPACKED + 1)})
    assert len(bomb) < 1_000_000
    opened: list[object] = []

    def read(archive: zipfile.ZipFile, name: object) -> bytes:
        opened.append(name)
        return b""

    monkeypatch.setattr(zipfile.ZipFile, "read", read)
    code, message = told(bomb)
    assert code == "WG702"
    assert "unpacks to" in message
    assert not opened


def test_a_file_of_many_parts_or_bytes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    many = packed({**parts(empty()), **{f"x/{number}": b"" for number in range(workbook_package.MAX_PARTS)}})
    assert told(many)[0] == "WG702"
    monkeypatch.setattr(workbook_package, "MAX_FILE", 1000)
    assert told(empty()) == ("WG702", f"the file has {len(empty()):,} bytes, expected at most 1,000")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (another("Sheet1"), "expected the hidden sheet “ceds”"),
        (another("ceds"), "sheet “ceds”, cell A1: expected “wego-ceds 1”, found “x”"),
        (
            replaced(empty(), "xl/sharedStrings.xml", "<t>1.0</t>", "<t>9.7</t>"),
            "expected version 1.0 of the assessment, found 9.7",
        ),
    ],
)
def test_a_workbook_of_something_else_is_told(data: bytes, said: str) -> None:
    code, message = told(data)
    assert code == "WG703"
    assert said in message


def test_a_renamed_sheet_is_told_with_its_new_name() -> None:
    data = replaced(empty(), "xl/workbook.xml", 'name="Governance Mechanism"', 'name="Governance (old)"')
    run, found = imported(data)
    assert run is None
    assert [(each.code, each.message) for each in found] == [
        ("WG704", "sheet “Governance Mechanism”: expected this sheet, found none of this name")
    ]
    assert found[0].fix == "rename “Governance (old)” back to “Governance Mechanism”"


def test_a_missing_sheet_is_told() -> None:
    xml = parts(empty())["xl/workbook.xml"].decode()
    entry = re.search(r'<sheet name="e-Infra"[^>]*/>', xml)
    assert entry is not None
    assert told(replaced(empty(), "xl/workbook.xml", entry[0], ""))[0] == "WG704"


ROWS = "".join(f'<row r="{row}"><c r="B{row}" t="str"><v>more</v></c></row>' for row in range(30, 10_030))
FAR = '<row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row>'
MERGED = '<mergeCells count="1"><mergeCell ref="D6:D8"/></mergeCells>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            with_rows(empty(), DIMENSION, ROWS),
            "cell B30: expected nothing outside A1:F19, found 10,000 cells with content",
        ),
        (
            with_rows(empty(), DIMENSION, FAR),
            "cell XFD1048576: expected nothing outside A1:F19, found 1 cell with content",
        ),
        (with_cell(empty(), DIMENSION, "A7", "gm-01"), "cell A7: expected the question gm-03, found “gm-01”"),
        (with_cell(empty(), DIMENSION, "A7", ""), "cell A7: expected the question gm-03, found nothing"),
        (
            replaced(
                empty(), part_of(DIMENSION), '<mergeCells count="1"><mergeCell ref="B2:F2"/></mergeCells>', MERGED
            ),
            "cell D6: expected a cell of its own, found it merged in D6:D8",
        ),
    ],
)
def test_a_changed_form_is_told_once(data: bytes, said: str) -> None:
    assert told(data) == ("WG705", f"sheet “Governance Mechanism”, {said}")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (with_cell(empty(), DIMENSION, "D5", "3", "1+2"), "cell D5: expected an answer from the list, found a formula"),
        (
            with_cell(empty(), DIMENSION, "E5", "x", 'WEBSERVICE("https://example.org")'),
            "cell E5: expected text, found a formula",
        ),
        (
            with_cell(empty(), DIMENSION, "D5", "#N/A", kind="e"),
            "cell D5: expected an answer from the list, found an error value",
        ),
    ],
)
def test_a_formula_is_no_answer(data: bytes, said: str) -> None:
    assert told(data) == ("WG706", f"sheet “Governance Mechanism”, {said}")


@pytest.mark.parametrize("said", ["about 2", "5", "-1", "2.5", "yes"])
def test_another_word_is_no_answer(said: str) -> None:
    expected = "0 to 4, or another entry of the list"
    assert told(with_cell(empty(), DIMENSION, "D5", said)) == (
        "WG707",
        f"sheet “Governance Mechanism”, cell D5: expected {expected}, found “{said}”",
    )


def test_a_bare_number_is_an_answer() -> None:
    run, found = imported(with_cell(empty(), DIMENSION, "D5", "3", kind="n"))
    assert found == ()
    assert run is not None
    assert run.indicators["gm-01"].level == 3


def test_a_target_is_chosen_from_the_list() -> None:
    code, message = told(with_cell(empty(), AREA, "E6", "soon"))
    assert code == "WG707"
    assert "expected one of “Short term”, “Medium term”, “Long term”, “Not planned”, found “soon”" in message


@pytest.mark.parametrize(
    ("sheet", "cells", "at"),
    [
        (DIMENSION, {"D5": "Not applicable"}, "F5"),
        (DIMENSION, {"D5": "3", "F5": "no law"}, "D5"),
        (DIMENSION, {"F5": "no law"}, "D5"),
        (AREA, {"C6": "1", "D6": "2"}, "D6"),
        (AREA, {"D6": "2"}, "D6"),
        (AREA, {"C6": "Not a task of this city"}, "G6"),
        ("city", {"C11": "Mayor's office"}, "C12"),
    ],
)
def test_entries_that_contradict_each_other_are_told(sheet: str, cells: dict[str, str], at: str) -> None:
    data = empty()
    for address, text in cells.items():
        data = with_cell(data, sheet, address, text)
    code, message = told(data)
    assert code == "WG708"
    assert f", cell {at}: expected " in message


@pytest.mark.parametrize(
    ("text", "said"), [("a\u202eb", "invisible character U+202E"), ("x" * 20_001, "at most 20,000")]
)
def test_a_text_that_cannot_be_taken_over_is_told(text: str, said: str) -> None:
    code, message = told(with_cell(empty(), DIMENSION, "E5", text))
    assert code == "WG709"
    assert message.startswith("sheet “Governance Mechanism”, cell E5: ")
    assert said in message


@pytest.mark.parametrize(("address", "said", "expected"), [("C5", "seoul", CITY), ("C6", "2026-05-05", DATE)])
def test_a_workbook_of_another_run_is_told(address: str, said: str, expected: str) -> None:
    code, message = told(with_cell(empty(), "city", address, said))
    assert (code, message) == ("WG710", f"sheet “The city”, cell {address}: expected {expected}, found “{said}”")


def test_the_name_of_the_city_may_be_written_in_words() -> None:
    assert imported(with_cell(empty(), "city", "C5", "서울특별시"))[1] == ()


def test_every_problem_is_told_at_once() -> None:
    data = with_cell(with_cell(empty(), DIMENSION, "D5", "x"), AREA, "C6", "y")
    assert [each.span.line for each in imported(data)[1]] == [5, 6]


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(
        ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", part_of(DIMENSION), part_of("hidden")]
    ),
    st.floats(0, 1),
    st.integers(0, 40),
    st.binary(max_size=12)
    | st.sampled_from([b"<c r='D5'><v>9</v></c>", b"<row>", b"&x;", b"r='ZZ99'", b"<v>99999999</v>"]),
)
def test_no_edit_of_the_package_breaks_the_reader(part: str, where: float, cut: int, piece: bytes) -> None:
    content = parts(empty())
    start = int(where * len(content[part]))
    content[part] = content[part][:start] + piece + content[part][start + cut :]
    run, found = imported(packed(content))
    assert (run is None) == bool(found)
