"""Rules across the fields of one record, and Markdown in texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.kinds import KINDS
from generator.model.texts import has_text, original_digest, texts
from tests.unit.tree import CITY, PROGRAMME, TOPIC, WHOLE, checked, findings, write


def topic(tmp_path: Path, text: str) -> list[str]:
    """What is found in a topic whose summary is `text`, written as a literal block."""
    block = "".join(f"    {line}\n" for line in text.split("\n"))
    written = f"name: {{en: Open data}}\nsummary:\n  en: |-\n{block}added: 2026-11-22\n"
    return [
        each.replace("topics/open-data.yml:", "")
        for each in findings(write(tmp_path / "data", {**WHOLE, "topics/open-data.yml": written}))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a < b and c > d",
        "We <3 data",
        "1 <2> 3",
        "See <https://example.org/?a=1&b=2>.",
        "Write `<b>` in code, and ``<script>``.",
        r"An escaped \<b> tag",
        "Less than: &lt;b&gt;",
        "[1] and [a] (b)",
        "[the list](https://example.org/a_(b)) and [it](http://example.org)",
        "[the list][1]\n\n[1]: https://example.org/",
        "function(a)(javascript:alert)",
        "Ratio 3:1, 10:30, javascript: a language",
        "List<String> is a type <- and an arrow ->",
    ],
)
def test_what_is_no_html_and_no_bad_link_passes(tmp_path: Path, text: str) -> None:
    expected = ["WG219 4:9"] if text.startswith("List<String>") else []
    assert topic(tmp_path, text) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A <b>bold</b> word", ["WG219 4:7"]),
        ("A <br> and <img src=x onerror=alert(1)>", ["WG219 4:7", "WG219 4:16"]),
        ("Line\n\n<div class=x>\nblock\n</div>", ["WG219 6:5"]),
        ("<!-- note -->", ["WG219 4:5"]),
        ("<?php echo 1 ?>", ["WG219 4:5"]),
        ("<SCRIPT>alert(1)</SCRIPT>", ["WG219 4:5"]),
        ("<svg/onload=alert(1)>", ["WG219 4:5"]),
        ("> - <iframe>", ["WG219 4:9"]),
        ("[x](javascript:alert(1))", ["WG209 4:9"]),
        ("![x](javascript:alert(1))", ["WG209 4:10"]),
        ("[x]( JAVASCRIPT:alert(1) )", ["WG209 3:7"]),
        ("[x](&#106;avascript:alert(1))", ["WG209 3:7"]),
        ("[x](&#x6A;avascript&colon;alert(1))", ["WG209 3:7"]),
        ("[x](<java&NewLine;script:alert(1)>)", ["WG209 3:7"]),
        ("[x](java%0ascript:alert(1))", ["WG209 4:9"]),
        ("[x](%6Aavascript:alert(1))", ["WG209 4:9"]),
        (r"[x](javascript\:alert(1))", ["WG209 3:7"]),
        ("<javascript:alert(1)>", ["WG209 4:6"]),
        ("[x][y]\n\n[y]: vbscript:x", ["WG209 6:10"]),
        ("[x](data:text/html;base64,PHNjcmlwdD4=)", ["WG209 4:9"]),
        ("<mail@example.org>", ["WG209 3:7"]),
        ("[x](//example.org)", ["WG210 4:9"]),
        ("[x](#part)", ["WG210 4:9"]),
        ("[x]()", ["WG210 3:7"]),
        ("[x](https://user@example.org)", ["WG210 4:9"]),
        ("[x](<https://exa mple.org>)", ["WG210 4:10"]),
        ("[x](cities/seoul.html) [y](cities/busan.html)", ["WG210 4:9", "WG210 4:32"]),
    ],
)
def test_html_and_bad_links_in_a_text_are_told_at_their_place(tmp_path: Path, text: str, found: list[str]) -> None:
    assert topic(tmp_path, text) == found


@given(st.text("[]()<>:/ajvscriptx&;\\`!#\n ", max_size=40))
def test_any_markdown_can_be_checked(text: str) -> None:
    from generator.validate.prose import _PARSER, _tokens

    assert all(token.type for token in _tokens(_PARSER.parse(text)))


def test_a_name_is_no_markdown(tmp_path: Path) -> None:
    odd = CITY.replace("{en: Seoul}", '{en: "Seoul <b> [x](y)"}')
    assert findings(write(tmp_path / "data", {**WHOLE, "cities/seoul.yml": odd})) == []


def test_each_text_must_hold_the_original_language(tmp_path: Path) -> None:
    korean = "name: {ko: 열린 데이터}\nsummary: {ko: 누구나 쓸 수 있습니다., en: For all.}\noriginal: ko\nadded: 2026-11-22\n"
    assert findings(write(tmp_path / "data", {**WHOLE, "topics/open-data.yml": korean})) == []
    assert findings(
        write(tmp_path / "data", {**WHOLE, "topics/open-data.yml": korean.replace("original: ko\n", "")})
    ) == ["WG216 topics/open-data.yml:1:7"]


def test_texts_are_found_at_every_depth(tmp_path: Path) -> None:
    session = "sessions:\n  - id: first\n    when: 2016\n    where: {ko: 바다}\n    status: held\n    source: {source: report, note: {ko: 표}}\n"
    assert findings(write(tmp_path / "data", {**WHOLE, "programmes/course.yml": PROGRAMME + session})) == [
        "WG216 programmes/course.yml:12:12",
        "WG216 programmes/course.yml:14:36",
    ]


@pytest.mark.parametrize(
    ("status", "found"),
    [
        ("{ko: {all: machine}}", []),
        ("{ko: {name: official}}", []),
        ("{ko: {name: {status: reviewed, of: 0123abcd}}}", []),
        ("{ko: {summary: machine}}", ["WG403 topics/open-data.yml:4:20"]),
        ("{ru: {all: machine}}", ["WG403 topics/open-data.yml:4:20"]),
        ("{en: {all: machine}}", ["WG405 topics/open-data.yml:4:15"]),
        (
            "{ko: {title: machine, added: machine}}",
            ["WG402 topics/open-data.yml:4:20", "WG402 topics/open-data.yml:4:36"],
        ),
        ("{ko: {name: perfect}}", ["WG204 topics/open-data.yml:4:26"]),
        ("{ko: {name: {status: reviewed, of: x}}}", ["WG203 topics/open-data.yml:4:49"]),
        ("{ko: {name: {state: reviewed}}}", ["WG201 topics/open-data.yml:4:27"]),
        ("{ko: machine}", ["WG203 topics/open-data.yml:4:19"]),
    ],
)
def test_a_translation_status_fits_the_texts(tmp_path: Path, status: str, found: list[str]) -> None:
    text = TOPIC.replace("{en: Open data}", "{en: Open data, ko: 열린 데이터}") + f"translation: {status}\n"
    assert findings(write(tmp_path / "data", {**WHOLE, "topics/open-data.yml": text})) == found


@pytest.mark.parametrize(
    ("today", "found"),
    [
        ("2026-11-22", []),
        ("2026-10-22", []),
        ("2026-10-21", ["WG404 topics/open-data.yml:3:8"]),
        ("9999", []),
    ],
)
def test_work_newer_than_the_last_commit_is_no_date_in_the_future(tmp_path: Path, today: str, found: list[str]) -> None:
    only = {"topics/open-data.yml": TOPIC}
    assert findings(write(tmp_path / "data", only), today) == found


def test_the_digest_of_a_field_follows_its_original_text(tmp_path: Path) -> None:
    first = checked(write(tmp_path / "data", WHOLE))[0].topics["open-data"]
    write(
        tmp_path / "data",
        {"topics/open-data.yml": TOPIC.replace("{en: Open data}", "{en: Open data, ko: 열린 데이터}")},
    )
    second = checked(tmp_path / "data")[0].topics["open-data"]
    write(tmp_path / "data", {"topics/open-data.yml": TOPIC.replace("anyone", "everyone")})
    third = checked(tmp_path / "data")[0].topics["open-data"]
    assert original_digest(first, "summary") == original_digest(second, "summary") != original_digest(third, "summary")
    assert original_digest(first, "name") == original_digest(second, "name")


@pytest.mark.parametrize("kind", KINDS)
def test_the_heading_and_main_text_of_every_kind_are_texts(kind: str) -> None:
    model = KINDS[kind].model
    assert has_text(model, model.main_text)
    assert any(has_text(model, name) for name in ("name", "title", "question"))
    assert not has_text(model, "added")


def test_texts_come_with_their_path_and_whether_they_are_markdown(tmp_path: Path) -> None:
    city = checked(write(tmp_path / "data", WHOLE))[0].cities["seoul"]
    assert [(path, markdown) for path, _, markdown in texts(city)] == [(("name",), False), (("summary",), True)]
