"""The Excel workbook: what goes in comes out, what it asks, what can be changed in it, whose it is."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from generator.model.assessment import Assessment
from generator.model.base import plain_text
from generator.read.workbook_layout import DEPARTMENTS, HORIZONS, SCOPES, cell, choices, sheets
from generator.render.workbook import workbook
from generator.render.workbook_words import words
from tests.ceds import instrument
from tests.workbooks import (
    CITY,
    DATE,
    empty,
    filled,
    imported,
    part_of,
    parts,
    speak,
)

DIMENSION = "governance-mechanism"
XML = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def usable(text: str) -> bool:
    try:
        return bool(plain_text(text))
    except PydanticCustomError:
        return False


PROSE = (
    st.sampled_from(
        [
            "=1+1",
            "+1",
            "-",
            "@x",
            "'x",
            "_x0041_",
            "3",
            "TRUE",
            "1e5",
            "2026-05-04",
            "a\nb",
            "a\r\nb",
            "<b>&amp;",
            "서울",
        ]
    )
    | st.text(min_size=1, max_size=30).filter(usable)
).map(str.strip)
LEVEL = st.integers(0, 4)


def without_nothing(values: dict[str, Any]) -> dict[str, Any]:
    return {key: each for key, each in values.items() if each is not None}


def answers(declined: str, *questions: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    given_up = st.fixed_dictionaries({declined: PROSE})
    nothing: st.SearchStrategy[dict[str, Any]] = st.just({})
    said = st.one_of(given_up, nothing, *(st.fixed_dictionaries(each) for each in questions))
    evidence = st.fixed_dictionaries({"evidence": st.none() | PROSE})
    return st.builds(lambda one, two: without_nothing({**one, **two}), said, evidence).filter(bool)


INDICATOR = answers("not_applicable", {"level": LEVEL})
SYSTEM = answers("not_a_task", {"existence": LEVEL}, {"existence": st.integers(2, 4), "use": LEVEL})
CONSENT = st.fixed_dictionaries(
    {
        "office": PROSE.filter(lambda text: len(text) < 300),
        "date": st.just("2026-05-06"),
        "scope": st.sampled_from(SCOPES),
    }
)


@st.composite
def runs(draw: st.DrawFn) -> Assessment:
    indicators, systems = sorted(instrument().indicators), sorted(instrument().systems)
    departments = draw(st.sets(st.sampled_from(DEPARTMENTS)))
    return Assessment.model_validate(
        {
            "city": CITY,
            "date": DATE,
            "version": "1.0",
            "consent": draw(st.none() | CONSENT),
            "departments": [each for each in DEPARTMENTS if each in departments],
            "indicators": draw(st.dictionaries(st.sampled_from(indicators), INDICATOR, max_size=90)),
            "systems": draw(st.dictionaries(st.sampled_from(systems), SYSTEM, max_size=55)),
            "targets": draw(st.dictionaries(st.sampled_from(systems), st.sampled_from(HORIZONS), max_size=55)),
            "note": draw(st.none() | PROSE),
        }
    )


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(runs(), st.sampled_from(["en", "ko"]))
def test_what_is_exported_comes_back(run: Assessment, language: str) -> None:
    assert imported(filled(run, language)) == (run, ())


@pytest.mark.parametrize("language", ["en", "ko"])
def test_an_empty_workbook_is_a_run_without_answers(language: str) -> None:
    run, found = imported(empty(language))
    assert found == ()
    assert run == Assessment.model_validate({"city": CITY, "date": DATE, "version": "1.0"})


def test_the_same_run_makes_the_same_bytes() -> None:
    assert workbook(instrument(), speak("ko")) == empty("ko")


def test_every_drop_down_has_a_word_for_every_value() -> None:
    said = words(instrument(), speak("ko"))
    known = choices(instrument())
    assert {name: len(each) for name, each in said.items()} == {name: len(each) for name, each in known.items()}
    assert all(len(set(each)) == len(each) for each in said.values())


def test_every_question_is_asked_once() -> None:
    asked = [key for sheet in sheets(instrument())[1:] for key in sheet.keys]
    assert sorted(asked) == sorted([*instrument().indicators, *instrument().systems])


def test_only_answers_can_be_changed() -> None:
    content = parts(empty())
    looks = ElementTree.fromstring(content["xl/styles.xml"]).findall("s:cellXfs/s:xf", XML)
    open_looks = {
        str(number) for number, look in enumerate(looks) if look.find("s:protection[@locked='0']", XML) is not None
    }
    for sheet in sheets(instrument()):
        xml = content[part_of(sheet.id)].decode()
        assert "<sheetProtection" in xml
        unlocked = {address for address, look in re.findall(r'<c r="([A-Z]+\d+)" s="(\d+)"', xml) if look in open_looks}
        assert unlocked == {
            cell(row, column) for row in range(sheet.first, sheet.end) for column in sheet.columns.values()
        }
    assert b'lockStructure="1"' in content["xl/workbook.xml"]


def test_what_people_wrote_is_never_a_formula() -> None:
    run = Assessment.model_validate(
        {
            "city": CITY,
            "date": DATE,
            "version": "1.0",
            "indicators": {"gm-01": {"level": 1, "evidence": '=HYPERLINK("https://example.org")'}},
            "note": "{=1}",
        }
    )
    plain = len(re.findall("<f>", "".join(each.decode() for name, each in parts(empty()).items() if "sheets/" in name)))
    assert (
        len(re.findall("<f>", "".join(each.decode() for name, each in parts(filled(run)).items() if "sheets/" in name)))
        == plain
    )
    assert b"hyperlink" not in parts(filled(run))[part_of(DIMENSION)].lower()


def test_the_cover_says_whose_it_is() -> None:
    assert b"Independent edition, compiled from public sources" in parts(empty())["xl/sharedStrings.xml"]
    own = workbook(instrument(), speak("en"), independent=False)
    assert b"ndependent edition" not in b"".join(parts(own).values())
