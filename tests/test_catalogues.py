"""The interface speaks every language completely: catalogues against the code, templates without words of their own.

In: `tests.messages.in_code()`, theme/locales, the templates of the theme. Out: a failure that names the string.
Not here: whether a translation is good Korean; that a person reads.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from typing import Final

import pytest
from babel.messages import Catalog, Message
from babel.messages.pofile import read_po

from generator.render import i18n
from generator.settings import PSEUDO_LANGUAGES
from tests import messages

THEME: Final = Path(__file__).resolve().parent.parent / "theme"
LOCALES: Final = THEME / "locales"
LANGUAGES: Final = ("en", "ko")
TEMPLATES: Final = sorted(
    file
    for folder in ("pages", "components", "overrides")
    for file in (THEME / folder).rglob("*")
    if file.name.endswith((".j2", ".html"))
)
FIELD: Final = re.compile(r"\{(\w+)\}")
NOT_LANGUAGE: Final = frozenset({"JSON"})
"""What may stand in a template as it is, because it reads the same in every language."""
READ_ALOUD: Final = ("aria-label", "aria-description", "aria-roledescription", "title", "alt", "placeholder")
"""Attributes whose value a reader sees or hears."""


def catalogue(language: str) -> Catalog:
    """A catalogue as it lies in the theme."""
    with (LOCALES / f"{language}.po").open("rb") as stream:
        return read_po(stream, locale=language)


def forms(text: object) -> tuple[str, ...]:
    """A message's strings: one, or one for each plural form."""
    return tuple(str(each) for each in text) if isinstance(text, list | tuple) else (str(text),)


def said(catalog: Catalog) -> Mapping[str, Message]:
    """The messages of a catalogue by their (singular) English string."""
    return {forms(each.id)[0]: each for each in catalog if each.id}


def fields(text: str) -> list[str]:
    """Names of the fields in braces, in the order of the alphabet."""
    return sorted(FIELD.findall(text))


def wanted() -> dict[str, set[tuple[str, ...]]]:
    """English string to the ways the code asks for it: alone, or with a plural."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for message, _ in messages.in_code():
        found.setdefault(forms(message)[0], set()).add(forms(message))
    return found


def words(template: str) -> set[str]:
    """Words a template says by itself: letters that are left without comments, expressions, scripts and tags."""
    bare = re.sub(r"\{#.*?#\}", " ", template, flags=re.S)
    bare = re.sub(r"\{\{.*?\}\}|\{%.*?%\}|⟦\w+⟧", " ", bare, flags=re.S)
    heard = " ".join(
        value for name in READ_ALOUD for value in re.findall(rf'\s{name}\s*=\s*"([^"]*)"', bare, flags=re.I)
    )
    bare = re.sub(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->", " ", bare, flags=re.S | re.I)
    bare = re.sub(r'<[a-zA-Z/!](?:[^<>"]|"[^"]*")*>', " ", bare)
    return set(re.findall(r"[^\W\d_]+", unescape(f"{bare} {heard}"))) - NOT_LANGUAGE


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_string_of_the_code_is_translated(language: str) -> None:
    known = said(catalogue(language))
    missing = [text for text in wanted() if text not in known or not all(forms(known[text].string))]
    assert not missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_string_that_is_counted_has_the_language_s_plural_forms(language: str) -> None:
    catalog = catalogue(language)
    known = said(catalog)
    counted = {text for text, asked in wanted().items() if any(len(each) == 2 for each in asked)}
    assert counted
    wrong = {text for text in counted & set(known) if len(forms(known[text].string)) != catalog.num_plurals}
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_left_over(language: str) -> None:
    catalog = catalogue(language)
    assert not catalog.obsolete
    assert set(said(catalog)) == set(wanted())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_a_guess(language: str) -> None:
    assert not [text for text, message in said(catalogue(language)).items() if message.fuzzy]


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_have_the_fields_of_the_original(language: str) -> None:
    wrong = {
        text: form
        for text, message in said(catalogue(language)).items()
        for form in forms(message.string)
        if form and fields(form) != fields(text)
    }
    assert not wrong


def test_english_says_what_the_code_says() -> None:
    assert not {text for text, message in said(catalogue("en")).items() if forms(message.string) != forms(message.id)}


def test_korean_is_written_in_hangul() -> None:
    """A string copied over in English is not a translation."""
    assert not [
        form
        for message in said(catalogue("ko")).values()
        for form in forms(message.string)
        if re.search(r"[^\W\d_]", FIELD.sub("", form)) and not re.search("[가-힣]", form)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_can_say_everything(language: str) -> None:
    t = i18n.messages(LOCALES, language)
    for text, asked in wanted().items():
        for each in asked:
            filled = dict.fromkeys(fields(text), "7")
            spoken = (
                t.count(each[0], each[1], 7, **{name: "7" for name in filled if name != "number"})
                if len(each) == 2
                else t(text, **filled)
            )
            assert spoken
            assert not FIELD.search(spoken)


@pytest.mark.parametrize("language", [*LANGUAGES, *sorted(PSEUDO_LANGUAGES)])
def test_an_unknown_string_stops_the_build(language: str) -> None:
    t = i18n.messages(LOCALES, language)
    with pytest.raises(i18n.MissingMessage):
        t("No page says this.")
    with pytest.raises(i18n.MissingMessage):
        t.count("{number} unheard of", "{number} unheard of", 2)


def test_an_empty_translation_counts_as_missing(tmp_path: Path) -> None:
    (tmp_path / "ko.po").write_text('msgid "Search"\nmsgstr ""\n\nmsgid "Menu"\nmsgstr "메뉴"\n', "utf-8")
    t = i18n.messages(tmp_path, "ko")
    assert t("Menu") == "메뉴"
    with pytest.raises(i18n.MissingMessage):
        t("Search")


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.relative_to(THEME).as_posix())
def test_templates_have_no_words_of_their_own(file: Path) -> None:
    assert not words(file.read_text("utf-8"))


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("<h2>Sources</h2>", {"Sources"}),
        ('<a href="{{ href }}">더 보기</a>', {"더", "보기"}),
        ('<nav aria-label="Pages">{{ pager }}</nav>', {"Pages"}),
        ('<input placeholder="Find {{ what }}">', {"Find"}),
        ("{% if a > b %}yes{% endif %}", {"yes"}),
        ("<p>{{ number }}&nbsp;km</p>", {"km"}),
        ('{# Sources #}<p class="word" title="{{ t(\'Sources\') }}">{{ sources }} · 3</p>⟦toc⟧', set()),
        ('<script src="a.js">const word = 1;</script><path d="M4 15h6"/>', set()),
    ],
)
def test_the_check_finds_words_and_only_words(template: str, found: set[str]) -> None:
    assert words(template) == found
