"""Which text of a record a reader of a language gets, and how what is not in that language is marked.

In: maps of language to text. Out: text with its language, or `Markup` that carries it. Not here: Markdown itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.model.record import ALL_FIELDS, Record
from generator.render import i18n, markdown


@dataclass(frozen=True, slots=True)
class Said:
    """A text and the language it is in."""

    text: str
    language: str


def said(text: Mapping[str, str], language: str, original: str = "en") -> Said:
    """The text in `language`, else in the record's original language, else in any."""
    if language in text:
        return Said(text[language], language)
    if original in text:
        return Said(text[original], original)
    first = next(iter(text))
    return Said(text[first], first)


def plain(text: Mapping[str, str], language: str, original: str = "en") -> str:
    """The text without markup."""
    return markdown.plain(said(text, language, original).text)


def _marked(html: Markup, tag: str, found: Said, language: str) -> Markup:
    if found.language == language:
        return html
    return Markup('<{} lang="{}" dir="{}">{}</{}>').format(
        Markup(tag), found.language, i18n.direction(found.language), html, Markup(tag)
    )


def inline(text: Mapping[str, str], language: str, original: str = "en") -> Markup:
    """One line; in a `span` with its language where that is not the page's."""
    found = said(text, language, original)
    return _marked(markdown.inline(found.text), "span", found, language)


def block(text: Mapping[str, str], language: str, original: str = "en") -> Markup:
    """Paragraphs; in a `div` with their language where that is not the page's."""
    found = said(text, language, original)
    return _marked(markdown.block(found.text), "div", found, language)


def name(text: Mapping[str, str], language: str, original: str = "en") -> Markup:
    """A proper name: plain text, never Markdown."""
    found = said(text, language, original)
    return _marked(escape(found.text), "span", found, language)


def is_translated(record: Record, language: str) -> bool:
    """Whether the main text of the record stands in `language`; decides canonical address and alternates."""
    if language == record.original:
        return True
    main = getattr(record, record.main_text, None)
    main = main if main is not None else record.heading
    return language in main


def is_machine(record: Record, language: str) -> bool:
    """Whether any text of the record in `language` was translated by machine and not yet reviewed by a person."""
    statuses = record.translation.get(language, {})  # type: ignore[call-overload]
    return any(status.status == "machine" for status in statuses.values()) and language != record.original


def covers_all(record: Record, language: str) -> bool:
    """Whether the status is given for every field at once."""
    return ALL_FIELDS in record.translation.get(language, {})  # type: ignore[call-overload]
