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


@given(st.binary(max_size=200))
def test_any_bytes_give_a_value_or_a_diagnostic(data: bytes) -> None:
    value, found = yaml_source.load(data, "x.yml")
    assert (value is None) == bool(found)
    assert all(each.span.line >= 1 and each.span.column >= 1 and each.fix for each in found)
