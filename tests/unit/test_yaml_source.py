"""Strict YAML: what is read, what is refused, and where."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.read import yaml_source


def read(text: str) -> object:
    value, found = yaml_source.load(text.encode(), "x.yml")
    assert not found, found
    return value


def codes(data: bytes) -> list[tuple[str, int, int]]:
    value, found = yaml_source.load(data, "x.yml")
    assert value is None
    return [(each.code, each.span.line, each.span.column) for each in found]


def test_words_that_yaml_1_1_twists_stay_text() -> None:
    assert read("country: NO\nwhen: 2014-05\nzero: 007\nyes: on\n") == {
        "country": "NO",
        "when": "2014-05",
        "zero": "007",
        "yes": "on",
    }


def test_core_scalars() -> None:
    assert read("a: 1\nb: -2.5\nc: true\nd: null\ne: '1'\nf: 1e3\n") == {
        "a": 1,
        "b": -2.5,
        "c": True,
        "d": None,
        "e": "1",
        "f": 1000.0,
    }


@pytest.mark.parametrize(
    ("data", "code", "line", "column"),
    [
        (b"", "WG109", 1, 1),
        (b"# only a comment\n", "WG109", 1, 1),
        (b"- a\n", "WG108", 1, 1),
        (b"a: 1\na: 2\n", "WG105", 2, 1),
        (b"a: &x 1\nb: *x\n", "WG106", 1, 4),
        (b"a: !!str 1\n", "WG107", 1, 4),
        (b"a:\n\tb: 1\n", "WG103", 2, 1),
        (b"a: b\x00c\n", "WG102", 1, 5),
        (b"a: " + b"[" * 20 + b"]" * 20, "WG110", 1, 15),
        (b"a: b\n---\nc: d\n", "WG108", 2, 1),
        ("a: 서울".encode("cp949"), "WG101", 1, 4),
        (b"x" * (yaml_source.MAX_BYTES + 1), "WG111", 1, 1),
    ],
)
def test_refusals_name_the_place(data: bytes, code: str, line: int, column: int) -> None:
    assert (code, line, column) in codes(data)


def told(text: str | bytes) -> list[str]:
    """Code, line, column and message of what is found."""
    value, found = yaml_source.load(text.encode() if isinstance(text, str) else text, "x.yml")
    assert value is None
    return [f"{each.code} {each.span.line}:{each.span.column} {each.message} ({each.fix})" for each in found]


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ('a: 1\nb: "open\nc: 2\n', "2:4", 'the quote " that opens here is never closed'),
        ("a: 1\nb: 'open\n", "2:4", "the quote ' that opens here"),
        ("a: 'it's'\n", "1:8", "a quoted text ends just before this"),
        ('a: "the "big" one"\n', "1:10", "a quoted text ends just before this"),
        ("a: [x, y\nb: 2\n", "1:4", "the [ that opens here is not closed before line 2"),
        ("a: {x: 1, y: 2\n", "1:4", "the { that opens here is not closed"),
        ("a: [\n", "1:4", "the [ that opens here is not closed"),
        ("a: [x, y}\n", "1:9", "} closes what [ opened"),
        ("a: [x]]\n", "1:7", "] closes nothing"),
        ("a: {x: 1, , y: 2}\n", "1:11", "an entry is missing here"),
        ('a: {x: "1" y: 2}\n', "1:12", "a quoted text ends just before this"),
        ("a: {x: 1 y: 2}\n", "1:11", "a comma or } is missing here"),
        ("a: b: c\n", "1:5", 'a: "b: c"'),
        ("a:b\nc: 1\n", "1:1", "put a space after the colon: a: b"),
        ("c: 1\na:b\n", "2:1", "put a space after the colon: a: b"),
        ("c: 1\nword\nd: 1\n", "2:1", "it has no colon followed by a space"),
        ("이름：서울\nc: 1\n", "1:1", "replace the wide colon"),
        ("a:\n    b: 1\n  c: 2\n", "3:3", "a column that fits no line above"),
        ("a: 1\n  b: 2\n", "2:4", "indented deeper than line 1"),
        ("a:\n  - x\n  b: 2\n", "3:3", "a key stands among the items of a list"),
        ("a:\n  b: 2\n  - x\n", "3:3", "a list item stands among keys"),
        ("a: @x\n", "1:4", 'put the text in quotes: a: "@x"'),
        ("a: `x`\n", "1:4", "cannot begin with `"),
        ("a: %x\n", "1:4", "cannot begin with %"),
        ("%a: 1\n", "1:1", "cannot begin with %"),
        ("a: **x**\n", "1:4", 'put the text in quotes: a: "**x**"'),
        ("a: & x\n", "1:4", "cannot begin with &"),
        ('a: "\\q"\n', "1:5", "a backslash begins a code"),
        ('a: "\\xZZ"\n', "1:7", "a backslash begins a code"),
        ('a: "\\ud800"\n', "1:7", "a backslash begins a code"),
        ("a: > b\n  c\n", "1:4", "after > the text begins in the next line"),
        (": 1\n", "1:1", "a key is missing before the colon"),
        ("? [a]\n: 1\n", "1:3", "a key must be a word"),
        ("{a: 1}: 2\n", "1:1", "a key must be a word"),
    ],
)
def test_what_yaml_stumbles_over_is_told_in_plain_words(text: str, place: str, words: str) -> None:
    (found,) = told(text)
    assert found.startswith(f"WG104 {place} "), found
    assert words in found


def test_a_key_that_stands_twice_names_the_first() -> None:
    assert [each.partition(" (")[0] for each in told("a: 1\nb: {c: 1, c: 2}\n'a': 3\n")] == [
        "WG105 2:11 the key c stands twice; the first is in line 2",
        "WG105 3:1 the key a stands twice; the first is in line 1",
    ]


def test_all_shortcuts_of_a_file_are_told_at_once() -> None:
    assert [each[:10].rstrip() for each in told("a: &x 1\nb: *x\nc: !!str d\n<<: *x\n*x : 1\n")] == [
        "WG106 1:4",
        "WG106 2:4",
        "WG107 3:4",
        "WG106 4:5",
        "WG106 5:1",
    ]


@pytest.mark.parametrize("space", ["\t", "\u00a0", "\u3000", "  \t", "\u2003"])
def test_only_plain_spaces_indent(space: str) -> None:
    (found,) = told(f"a:\n{space}b: 1\n")
    assert found.startswith(f"WG103 2:{len(space)}")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_places_are_right_for_all_line_ends(end: str) -> None:
    assert [each.split()[1] for each in told(f"a: 1{end}b: 2{end}a: 3{end}")] == ["3:1"]
    assert [each.split()[1] for each in told(f"a: 1{end}b: 2{end}c: \x00{end}")] == ["3:4"]


@pytest.mark.parametrize(
    ("encoding", "name", "column"),
    [("utf-16", "UTF-16", 1), ("utf-16-be", "", 1), ("cp949", "CP949", 7), ("latin-1", "", 7)],
)
def test_the_excerpt_of_a_file_in_another_encoding_can_be_read(encoding: str, name: str, column: int) -> None:
    text = "name: São\n" if encoding == "latin-1" else "name: 서울특별시\n"
    _, (found,) = yaml_source.load(text.encode(encoding), "x.yml")
    assert found.code in ("WG101", "WG102")
    assert name in found.message
    if name:
        assert found.span.text == text.strip()
        assert found.span.column == column


def test_a_byte_order_mark_is_no_mistake() -> None:
    value, found = yaml_source.load("\ufeffa: 1\n".encode(), "x.yml")
    assert (value, found) == ({"a": 1}, ())


def test_positions_name_key_and_value() -> None:
    assert yaml_source.positions("a: 1\nb:\n  - {c: 서울, d: 2}\n") == {
        (): (0, 0, 0, 0),
        ("a",): (0, 0, 0, 3),
        ("b",): (1, 0, 2, 2),
        ("b", 0): (2, 4, 2, 4),
        ("b", 0, "c"): (2, 5, 2, 8),
        ("b", 0, "d"): (2, 12, 2, 15),
    }


def test_positions_of_a_file_that_has_become_unreadable_are_none() -> None:
    assert yaml_source.positions("a: [") == {}


def test_cp949_is_named() -> None:
    _, found = yaml_source.load("name: 서울특별시\n".encode("cp949"), "x.yml")
    assert "CP949" in found[0].message


PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**15), 10**15)
    | st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abcdefgh", min_size=1, max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.text("abcdefgh", min_size=1, max_size=5), PLAIN, min_size=1, max_size=4))
def test_what_is_dumped_quoted_comes_back(value: dict[str, object]) -> None:
    class NoAlias(yaml.SafeDumper):
        def ignore_aliases(self, data: object) -> bool:
            return True

    text = yaml.dump(value, Dumper=NoAlias, allow_unicode=True, default_style='"')
    read_back, found = yaml_source.load(
        text.replace("!!null ", "").replace("!!bool ", "").replace("!!int ", "").encode(), "x.yml"
    )
    assert not found
    assert _as_text(read_back) == _as_text(value)


def _as_text(value: object) -> object:
    if isinstance(value, dict):
        return {key: _as_text(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_text(inner) for inner in value]
    return value if isinstance(value, str) else str(value).lower().replace("none", "null")


@given(st.text("ab:-[]{}'\"|>&*!?#%@`,\\\n \t", max_size=60))
def test_any_punctuation_gives_a_value_or_a_diagnostic_within_the_file(text: str) -> None:
    value, found = yaml_source.load(text.encode(), "x.yml")
    assert (value is None) == bool(found)
    lines = text.split("\n")
    for each in found:
        assert 1 <= each.span.line <= len(lines)
        assert 1 <= each.span.column <= len(lines[each.span.line - 1]) + 1


@given(st.binary(max_size=200))
def test_any_bytes_give_a_value_or_a_diagnostic(data: bytes) -> None:
    value, found = yaml_source.load(data, "x.yml")
    assert (value is None) == bool(found)
    assert all(each.span.line >= 1 and each.span.column >= 1 and each.fix for each in found)
