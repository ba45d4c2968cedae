"""Rows of the workbook are high enough for what stands in them."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.workbook_style import height


def lines(text: str, width: float) -> float:
    return (height(text, width) - 4) / 15


@given(st.text("abc xyz\n", max_size=200), st.integers(8, 60))
def test_a_row_holds_at_least_the_lines_that_wrapped_words_fill(text: str, width: int) -> None:
    wrapped = sum(max(1, len(textwrap.wrap(part, width))) for part in text.split("\n"))
    assert lines(text, width) >= min(wrapped, (400 - 4) / 15)


@pytest.mark.parametrize(
    ("text", "width", "least"),
    [("가나다라마 바사아자차", 10, 2), ("가나다 라마바 사아자", 12, 2), ("한 줄", 20, 1), ("가" * 30, 20, 3)],
)
def test_korean_letters_count_twice_and_words_stay_whole(text: str, width: int, least: int) -> None:
    assert lines(text, width) >= least


def test_a_short_text_has_one_line() -> None:
    assert lines("Named officer", 20) == 1
