"""Dates, numbers and plurals as each language writes them; missing strings are errors."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.dates import period
from generator.render.i18n import Messages, MissingMessage, direction, messages, pseudo

LOCALES = Path(__file__).parent.parent.parent / "theme" / "locales"


@pytest.fixture(scope="module")
def spoken() -> dict[str, Messages]:
    return {language: messages(LOCALES, language) for language in ("en", "ko", "en-XA", "ar-XB")}


@pytest.mark.parametrize(
    ("written", "english", "korean"),
    [
        ("2014", "2014", "2014년"),
        ("2014-05", "May 2014", "2014년 5월"),
        ("2010-09-07", "7 September 2010", "2010년 9월 7일"),
        ("2014-11-03/2014-11-06", "3–6 November 2014", "2014년 11월 3일–6일"),
        ("2017-03-26/2017-04-02", "26 March 2017 – 2 April 2017", "2017년 3월 26일 – 2017년 4월 2일"),
    ],
)
def test_periods_in_words(spoken: dict[str, Messages], written: str, english: str, korean: str) -> None:
    assert spoken["en"].when(period(written)) == english
    assert spoken["ko"].when(period(written)) == korean


def test_what_is_not_known_is_said(spoken: dict[str, Messages]) -> None:
    assert "about" in spoken["en"].when(period("2020~"))
    assert spoken["en"].when(period("XXXX-11-12/XXXX-11-19")) == "12–19 November, year not known"
    assert spoken["ko"].when(period("XXXX-11-12/XXXX-11-19")) == "11월 12일–19일(연도 미확인)"
    assert spoken["en"].when(period("XXXX-11")) == "November, year not known"


def test_plurals(spoken: dict[str, Messages]) -> None:
    forms = ("{number} practice", "{number} practices")
    assert spoken["en"].count(*forms, 1) == "1 practice"
    assert spoken["en"].count(*forms, 1200) == "1,200 practices"
    assert "1,200" in spoken["ko"].count(*forms, 1200)


def test_a_missing_string_is_an_error(spoken: dict[str, Messages]) -> None:
    with pytest.raises(MissingMessage):
        spoken["ko"]("This string is in no catalogue")


def test_pseudo_languages_mark_every_string_and_keep_fields(spoken: dict[str, Messages]) -> None:
    assert spoken["en-XA"]("Search").startswith("[") and spoken["en-XA"]("Search").endswith("]")
    assert "{date}" in pseudo("Added {date}")
    assert spoken["ar-XB"].locale.language == "ar"


def test_reading_direction() -> None:
    assert (direction("ar-XB"), direction("ar"), direction("ko"), direction("en-XA")) == ("rtl", "rtl", "ltr", "ltr")
