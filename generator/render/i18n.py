"""Interface strings, plurals, names of languages and countries, numbers and dates by language.

In: gettext catalogues in theme/locales/<language>.po and CLDR through Babel. Out: one `Messages` per language.
Not here: texts of records (`texts`), labels of enumerated values (`labels`).
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from gettext import GNUTranslations
from pathlib import Path
from typing import Final

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from generator.model.dates import PartialDate, Period
from generator.model.places import INVENTED_COUNTRY
from generator.settings import PSEUDO_LANGUAGES

_ACCENTS: Final = str.maketrans("aceinosuyACEINOSUY", "åçéîñöšûýÅÇÉÎÑÖŠÛÝ")


class MissingMessage(KeyError):
    """A string of the interface that the language's catalogue lacks."""


@lru_cache(maxsize=64)
def direction(language: str) -> str:
    """`rtl` or `ltr`."""
    return Locale.parse(language.partition("-")[0]).text_direction


def pseudo(text: str) -> str:
    """An accented, bracketed twin of an English string; fields in braces stay."""
    parts = text.replace("}", "{").split("{")
    marked = [part.translate(_ACCENTS) if number % 2 == 0 else "{" + part + "}" for number, part in enumerate(parts)]
    return "[" + "".join(marked) + "]"


@dataclass(frozen=True, eq=False)
class Messages:
    """What one language needs to speak. Call it with the English string."""

    language: str
    locale: Locale
    translations: GNUTranslations
    known: frozenset[str]

    def __call__(self, text: str, **fields: object) -> str:
        """The string in this language, `{name}` fields filled; raises `MissingMessage`."""
        if text not in self.known:
            raise MissingMessage(text)
        said = self.translations.gettext(text)
        said = pseudo(said) if self.language in PSEUDO_LANGUAGES else said
        return said.format(**fields) if fields else said

    def count(self, one: str, many: str, number: int, **fields: object) -> str:
        """The string in the plural form CLDR gives for `number`; `{number}` is filled with it."""
        if one not in self.known:
            raise MissingMessage(one)
        said = self.translations.ngettext(one, many, number)
        said = pseudo(said) if self.language in PSEUDO_LANGUAGES else said
        return said.format(number=self.number(number), **fields)

    def number(self, value: float) -> str:
        """A number as this language writes it."""
        return _number(self, value)

    def year(self, value: int) -> str:
        """A year: digits without grouping."""
        return str(value)

    def country(self, code: str) -> str:
        """The name CLDR gives a country; that of the invented cities has none."""
        if code == INVENTED_COUNTRY:
            return self("Invented country")
        return str(self.locale.territories.get(code, code))

    def language_name(self, code: str) -> str:
        """The name of a language in this language."""
        return str(self.locale.languages.get(code.partition("-")[0], code))

    def when(self, period: Period) -> str:
        """A period in words, at the precision it is known."""
        return _when(self, period)

    def date(self, date: PartialDate) -> str:
        """One partial date in words."""
        return _date(self, date)


@lru_cache(maxsize=65536)
def _number(messages: Messages, value: float) -> str:
    return str(format_decimal(value, locale=messages.locale, decimal_quantization=False))


@lru_cache(maxsize=4096)
def _when(messages: Messages, period: Period) -> str:
    start, end = period.start, period.end
    if start == end:
        return _date(messages, start)
    if (
        start.day
        and end.day
        and not start.about
        and not end.about
        and (start.year, start.month) == (end.year, end.month)
    ):
        return _days(messages, start, end)
    return f"{_date(messages, start)} – {_date(messages, end)}"


def _days(messages: Messages, start: PartialDate, end: PartialDate) -> str:
    """Two days of one month: `3–6 November 2014`, `2014년 11월 3일–6일`."""
    first, last = _spelled(messages, start), _spelled(messages, end)
    said = f"{first} – {last}"
    if messages.locale.language in ("ko", "zh"):
        mark = {"ko": "일", "zh": "日"}[messages.locale.language]
        said = f"{first}–{end.day}{mark}"
    elif first.startswith(f"{start.day} "):
        said = f"{start.day}–{last}"
    return said if start.year else messages("{date}, year not known", date=said)


@lru_cache(maxsize=16384)
def _date(messages: Messages, date: PartialDate) -> str:
    said = _spelled(messages, date)
    if date.year is None:
        said = messages("{date}, year not known", date=said)
    return messages("about {date}", date=said) if date.about else said


def _spelled(messages: Messages, date: PartialDate) -> str:
    """What is known of a date, as the language writes it."""
    import datetime

    day = datetime.date(date.year or 2000, date.month or 1, date.day or 1)
    locale = Locale.parse("en_GB") if messages.locale.language == "en" else messages.locale
    skeleton = ("y" if date.year else "") + ("MMMM" if date.month else "") + ("d" if date.day else "")
    if date.year and date.month and date.day:
        return format_date(day, "long", locale=locale)
    if skeleton == "y":
        return f"{date.year}년" if locale.language == "ko" else str(date.year)
    if skeleton == "MMMM":
        return format_date(day, "LLLL", locale=locale)
    return str(format_skeleton(skeleton, day, locale=locale)) if skeleton else ""


def messages(folder: Path, language: str) -> Messages:
    """The catalogue of `language` in `folder`; pseudo-languages are made from the English one."""
    file = folder / f"{'en' if language in PSEUDO_LANGUAGES else language}.po"
    with file.open("rb") as stream:
        catalog = read_po(stream, locale=file.stem)
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    known = {
        str(each.id[0] if isinstance(each.id, list | tuple) else each.id)
        for each in catalog
        if each.id and each.string and not each.fuzzy
    }
    return Messages(language, Locale.parse(language.partition("-")[0]), GNUTranslations(compiled), frozenset(known))


def all_messages(folder: Path, languages: tuple[str, ...]) -> Mapping[str, Messages]:
    """Messages for each language."""
    return {language: messages(folder, language) for language in languages}
