"""Values against the models: ids, dates, links, texts; and the JSON Schemas that say the same to editors."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from generator.cli_records import schema_files
from generator.model.base import Id, Line, Names, Text
from generator.model.dates import Day, partial_date, period
from generator.model.ids import id_like, is_id
from generator.model.kinds import KINDS
from generator.model.links import Url
from generator.model.schemas import schemas
from generator.model.shapes import field_shape, words
from generator.read.sources import sources
from generator.read.yaml_source import load
from generator.validate.date_words import meant
from tests.unit.tree import CITY, WHOLE, checked, findings, write

ROOT = Path(__file__).parents[2]


def fits(annotation: Any, value: object) -> bool:
    try:
        TypeAdapter(annotation).validate_python(value)
    except ValidationError:
        return False
    return True


@given(st.text(max_size=90))
def test_the_id_proposed_for_any_text_is_an_id_or_nothing(text: str) -> None:
    proposed = id_like(text)
    assert proposed == "" or is_id(proposed)


@given(st.text("abz09-A_ .\n", max_size=90))
def test_models_and_file_names_agree_on_what_an_id_is(text: str) -> None:
    assert fits(Id, text) == is_id(text)


@given(st.dates(date(1800, 1, 1), date(2100, 12, 31)))
def test_every_day_is_a_date_as_year_month_and_day(day: date) -> None:
    for text in (f"{day:%Y}", f"{day:%Y-%m}", f"{day:%Y-%m-%d}", f"{day:%Y}~"):
        assert str(partial_date(text)) == text
    assert period(f"{day:%Y-%m-%d}").start.first_day == day.isoformat()


@given(st.dates(date(1800, 1, 1), date(2100, 12, 31)), st.dates(date(1800, 1, 1), date(2100, 12, 31)))
def test_a_period_runs_forward(first: date, last: date) -> None:
    text = f"{first}/{last}"
    if first <= last:
        assert period(text).start.first_day == str(first)
    else:
        with pytest.raises(PydanticCustomError):
            period(text)
        assert meant(text, False) == f"{last}/{first}"


@given(st.text("0123456789-/~X. ", max_size=24))
def test_any_text_is_a_period_that_reads_back_or_is_refused(text: str) -> None:
    try:
        found = period(text)
    except PydanticCustomError:
        return
    assert period(str(found)) == found


@given(st.dates(date(1800, 1, 1), date(2100, 12, 31)))
def test_the_date_meant_is_found_in_common_spellings(day: date) -> None:
    for text in (f"{day:%Y.%m.%d}", f"{day:%Y/%m/%d}", f"{day.year}년 {day.month}월 {day.day}일", f"{day:%d %B %Y}"):
        assert meant(text, True) == day.isoformat()
    assert meant(f"{day:%B %Y}", False) == f"{day:%Y-%m}"
    assert meant(f"{day:%B %Y}", True) == ""


@pytest.mark.parametrize(
    "text", ["2014-00", "2014-13", "2014-02-30", "1799", "2101", "２０１４", "2014-5", "2014-05-31T00:00", ""]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(PydanticCustomError):
        period(text)


@pytest.mark.parametrize(
    "value", [True, 2014.5, None, {"a": 1}, [2014], "2014", "2014-05-31/2014-06-01", "2014-05-31~"]
)
def test_only_one_exact_day_is_a_day(value: object) -> None:
    assert not fits(Day, value)
    assert fits(Day, "2014-05-31")


@given(st.from_regex(r"[A-Za-z][A-Za-z0-9+.-]{0,12}:[^\s]{0,20}", fullmatch=True))
def test_only_web_schemes_are_links(address: str) -> None:
    if fits(Url, address):
        assert re.match(r"https?://", address, re.IGNORECASE)


@given(st.text(max_size=40))
def test_what_is_accepted_as_a_link_cannot_leave_an_attribute(text: str) -> None:
    for address in (text, f"https://example.org/{text}", f"https://{text}/"):
        if fits(Url, address):
            assert not set(address) & set(" \"'<>\\`\n\t\0") - {"'"}


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "\x01javascript:alert(1)",
        "java\tscript:alert(1)",
        " https://example.org/",
        "//example.org/",
        "/path",
        "data:text/html,x",
        "vbscript:x",
        "https://",
        "https:///path",
        "https://user@example.org/",
        "https://example.org:99999/",
        "https://example.org/\u202efdp.exe",
        "https://[::1",
    ],
)
def test_unsafe_and_broken_links_are_refused(address: str) -> None:
    assert not fits(Url, address)


@given(st.text(max_size=30))
def test_a_line_holds_nothing_that_cannot_be_seen(text: str) -> None:
    if fits(Line, text):
        assert text.strip()
        assert not re.search("[\x00-\x08\x0e-\x1f\x7f\u200b\u202a-\u202e\u2066-\u2069\ufeff]", text.strip())


def test_scripts_that_need_joiners_and_marks_keep_them() -> None:
    assert fits(Names, {"fa": "می\u200cخواهم", "ar": "سيول\u200f", "hi": "क्\u200dष"})


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=4))
def test_text_is_only_in_languages_of_the_project(code: str) -> None:
    assert fits(Text, {code: "x"}) == (code in ("en", "ko", "zh", "ru", "es", "fr", "ar"))


def test_a_tree_without_mistakes_has_no_findings(tmp_path: Path) -> None:
    assert checked(write(tmp_path / "data", WHOLE))[1] == ()


def test_all_mistakes_of_a_record_are_told_at_once(tmp_path: Path) -> None:
    text = (
        "name: {en: Seoul, kr: 서울, xx: x}\nunit: town\ncountry: Korea\nregion: asia\nsumary: {en: A capital.}\n"
        "geonameid: 0\nlocation: {lat: 91, lon: nan}\nsources: [report, report]\nadded: yesterday\n"
    )
    found = findings(write(tmp_path / "data", {**WHOLE, "cities/seoul.yml": text}))
    assert [each for each in found if "seoul" in each] == [
        "WG208 cities/seoul.yml:1:19",
        "WG208 cities/seoul.yml:1:27",
        "WG204 cities/seoul.yml:2:7",
        "WG214 cities/seoul.yml:3:10",
        "WG201 cities/seoul.yml:5:1",
        "WG205 cities/seoul.yml:6:12",
        "WG217 cities/seoul.yml:7:11",
        "WG205 cities/seoul.yml:7:17",
        "WG206 cities/seoul.yml:7:26",
        "WG213 cities/seoul.yml:8:19",
        "WG207 cities/seoul.yml:9:8",
    ]
    assert len(found) == 11


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("population: {value: many, as_of: 2020, source: report}", "1:21"),
        ("population:\n  value: many\n  as_of: 2020\n  source: report", "2:10"),
        (
            "population:\n  - {value: 1, as_of: 2020, source: report}\n  - {value: many, as_of: 2020, source: report}",
            "3:13",
        ),
        ("population:\n- value: 1\n  as_of: 2020\n  source: {source: report, at: 5}", "4:32"),
        ("official: {en: Seoul, ko: 서울특별시, zh: 5}", "1:38"),
        ("official:\r\n  en: 5", "2:7"),
        ("official: {\r\n    en: Seoul,\r\n    ko: 5}", "3:9"),
    ],
)
def test_the_place_is_that_of_the_value(tmp_path: Path, written: str, place: str) -> None:
    start = CITY.count("\n")
    line, column = place.split(":")
    assert findings(write(tmp_path / "data", {**WHOLE, "cities/seoul.yml": f"{CITY}{written}\n"})) == [
        f"WG203 cities/seoul.yml:{start + int(line)}:{column}"
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_the_committed_schema_is_fresh(kind: str) -> None:
    name = f"schema/v1/{kind}.json"
    assert (ROOT / "data" / name).read_text("utf-8") == schema_files()[name], "run: wego schema"


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_a_schema_and_describes_every_field(kind: str) -> None:
    schema = schemas()[kind]
    jsonschema.Draft202012Validator.check_schema(schema)
    assert all(each["description"] for each in schema["properties"].values())
    assert "id" not in schema["properties"]
    assert not re.search(r"Annotated|FieldInfo|null", json.dumps(schema))


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_can_be_told_in_plain_words(kind: str) -> None:
    for name, info in KINDS[kind].model.model_fields.items():
        assert not re.search(r"[\[\]<>]|typing|\ba value\b", words(field_shape(info))), name


def test_real_records_satisfy_their_schemas() -> None:
    validators = {kind: jsonschema.Draft202012Validator(schema) for kind, schema in schemas().items()}
    read, _ = sources(ROOT / "data", None)
    for source in read:
        if source.file.kind in validators and not source.broken:
            error = next(validators[source.file.kind].iter_errors(source.values), None)
            assert error is None, f"{source.file.name}: {error.message if error else ''}"


def test_examples_in_the_schemas_satisfy_them() -> None:
    def walk(node: object) -> None:
        if isinstance(node, dict):
            for example in node.get("examples", ()):
                jsonschema.Draft202012Validator(node).validate(example)
                assert str(period(example)) == example
            for each in node.values():
                walk(each)
        elif isinstance(node, list):
            for each in node:
                walk(each)

    assert '"examples"' in json.dumps(schemas()["city"])
    walk(schemas()["city"])


@pytest.mark.parametrize(
    ("kind", "address", "change"),
    [
        ("city", "cities/seoul.yml", ("unit: city", "unit: town")),
        ("city", "cities/seoul.yml", ("country: KR", "counrty: KR")),
        ("city", "cities/seoul.yml", ("{en: Seoul}", "Seoul")),
        ("city", "cities/seoul.yml", ("{en: Seoul}", "{kr9: Seoul}")),
        ("city", "cities/seoul.yml", ("added: 2026-11-22", "added: 22.11.2026")),
        ("programme", "programmes/course.yml", ("[open-data]", "open-data")),
    ],
)
def test_editors_see_what_the_check_sees(kind: str, address: str, change: tuple[str, str]) -> None:
    validator = jsonschema.Draft202012Validator(schemas()[kind])
    right, _ = load(WHOLE[address].encode(), address)
    wrong, _ = load(WHOLE[address].replace(*change).encode(), address)
    assert validator.is_valid(right)
    assert not validator.is_valid(wrong)
