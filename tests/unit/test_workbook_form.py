"""The form of the workbook: what was moved is told, days are read as people write them, progress is computed by a spreadsheet."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from generator.derive.ceds import result
from generator.model.assessment import Assessment
from generator.read.workbook_layout import sheets
from generator.render.workbook_words import sheet_names, words
from tests.ceds import instrument
from tests.workbooks import (
    CITY,
    DATE,
    empty,
    filled,
    imported,
    packed,
    part_of,
    parts,
    speak,
    told,
    with_cell,
    with_row_at,
    without_column,
)

DIMENSION = "governance-mechanism"
AREA = "e-admin"
ANSWERED = Assessment.model_validate(
    {
        "city": CITY,
        "date": DATE,
        "version": "1.0",
        "indicators": {"gm-01": {"level": 3}, "gm-15": {"level": 1}},
        "systems": {"e-approval": {"existence": 3, "use": 1}},
        "targets": {"e-approval": "short"},
    }
)


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize(
    ("sheet", "letter"), [*((DIMENSION, each) for each in "BCDEF"), *((AREA, e) for e in "BCDEFG")]
)
def test_a_deleted_column_is_told_with_sheet_and_cell(sheet: str, letter: str, language: str) -> None:
    data = filled(ANSWERED, language)
    code, message = told(without_column(data, sheet, letter))
    assert code == "WG705"
    assert f"{letter}4: expected the heading “" in message


def test_a_workbook_without_its_headings_in_the_hidden_sheet_is_read_and_checked() -> None:
    xml = parts(filled(ANSWERED))[part_of("hidden")].decode()
    old = packed({**parts(filled(ANSWERED)), part_of("hidden"): older(xml).encode()})
    assert imported(old) == (ANSWERED, ())
    code, message = told(without_column(old, DIMENSION, "C"))
    assert (code, message.partition(", ")[2]) == ("WG705", "cell F4: expected the heading of a column, found nothing")


def older(xml: str) -> str:
    """The hidden sheet of a workbook made before it held the headings."""
    first = 6 + len(sheets(instrument()))
    for row in range(first, first + len(sheets(instrument()))):
        xml = re.sub(rf'<row r="{row}".*?</row>', "", xml)
    return xml


@pytest.mark.parametrize("text", ["", "a note of our own"])
def test_an_inserted_row_is_told_where_it_stands(text: str) -> None:
    data = with_row_at(filled(ANSWERED), DIMENSION, 7, text)
    run, found = imported(data)
    assert run is None
    assert [(each.code, each.message) for each in found] == [
        ("WG705", "sheet “Governance Mechanism”, cell A7: expected the question gm-03, found nothing")
    ]
    assert found[0].fix == "undo the insertion, deletion or sorting of rows; gm-03 stands in A8"


@pytest.mark.parametrize(
    "said", ["2026-05-04", "2026.05.04", "2026/5/4", "2026. 5. 4.", "2026년 5월 4일", "46146", "46146.5"]
)
def test_a_day_may_be_written_in_any_way_that_means_one_day(said: str) -> None:
    data = with_cell(empty(), "city", "C6", said, kind="n" if said.startswith("46") else "str")
    data = with_cell(with_cell(data, "city", "C11", "Office"), "city", "C13", "Scores only")
    run, found = imported(with_cell(data, "city", "C12", said))
    assert found == ()
    assert run is not None and run.consent is not None
    assert str(run.consent.date) == DATE


@pytest.mark.parametrize("address", ["C6", "C12"])
@pytest.mark.parametrize(
    "said", ["4 May 2026", "04.05.2026", "05/04/2026", "2026-02-30", "2026-05", "2026.05/04", "soon", "99"]
)
def test_any_other_day_is_told(said: str, address: str) -> None:
    data = with_cell(with_cell(empty(), "city", "C11", "Office"), "city", "C13", "Scores only")
    data = with_cell(data, "city", "C12", DATE)
    code, message = told(with_cell(data, "city", address, said))
    assert (code, message.partition(", ")[2]) == (
        "WG711",
        f"cell {address}: expected a day such as 2026-11-22, found “{said}”",
    )


PROGRESS = Assessment.model_validate(
    {
        "city": CITY,
        "date": DATE,
        "version": "1.0",
        "indicators": {
            "gm-01": {"level": 0},
            "gm-02": {"level": 4},
            "gm-03": {"not_applicable": "The state does it"},
            "gm-04": {"evidence": "Order 12"},
        },
        "systems": dict(
            zip(
                sorted(id for id, each in instrument().systems.items() if each.area == AREA),
                (
                    {"existence": 0},
                    {"existence": 1},
                    {"existence": 2, "use": 0},
                    {"existence": 4, "use": 4},
                    {"not_a_task": "The state does it"},
                    {"existence": 2},
                    {"existence": 3},
                    {"existence": 4},
                    {"evidence": "Order 12"},
                ),
                strict=False,
            )
        ),
    }
)
"""Three of the dimension and five of the area are answered."""


def shown(data: bytes, sheet: str) -> str:
    """The progress a sheet shows before anything computes it."""
    found = re.search(r'<c r="B3"[^>]*><f>[^<]*</f><v>(\d+)</v>', parts(data)[part_of(sheet)].decode())
    assert found is not None
    return found[1]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_progress_counts_what_is_wholly_answered(language: str) -> None:
    data = filled(PROGRESS, language)
    assert (shown(data, DIMENSION), shown(data, AREA)) == ("3", "5")
    scored = result(instrument(), PROGRESS)
    for score, count in ((scored.dimensions[DIMENSION], 3), (scored.areas[AREA], 5)):
        assert score.answered + score.not_applicable == count


RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>"""
OFFICE = shutil.which("soffice")


@pytest.mark.skipif(OFFICE is None, reason="no LibreOffice here")
@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_spreadsheet_computes_the_same_progress(tmp_path: Path, language: str) -> None:
    data = with_cell(filled(PROGRESS, language), DIMENSION, "D9", "2", kind="n")
    words_of = {key: each[-1] for key, each in words(instrument(), speak(language)).items()}
    data = with_cell(data, DIMENSION, "D10", words_of["indicator/gm-06"])  # without its reason
    (tmp_path / "profile" / "user").mkdir(parents=True)
    (tmp_path / "profile" / "user" / "registrymodifications.xcu").write_text(RECALCULATE, "utf-8")
    (tmp_path / "in.xlsx").write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    to = ["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "out")]
    subprocess.run([str(OFFICE), profile, *to, str(tmp_path / "in.xlsx")], check=True, capture_output=True, timeout=300)
    computed = CalamineWorkbook.from_path(str(tmp_path / "out" / "in.xlsx"))
    names = sheet_names(instrument(), speak(language), True)
    assert [
        computed.get_sheet_by_name(names[each]).to_python(skip_empty_area=False)[2][1] for each in (DIMENSION, AREA)
    ] == [4, 5]
    cover = [
        row[2] for row in computed.get_sheet_by_name(names["cover"]).to_python(skip_empty_area=False) if len(row) > 2
    ]
    assert [each for each in cover if isinstance(each, float)][:2] == [4, 0]
