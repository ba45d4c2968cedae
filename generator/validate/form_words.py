"""What is wrong with a text that has a form: ids, dates, web addresses, countries, characters that cannot be seen.

In: a `Mistake`. Out: code, message, remedy. Not here: keys (`key_words`), other values (`schema_words`).
"""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType
from typing import Final

from babel import Locale

from generator.diagnostics import nearest
from generator.model.base import ID_LENGTH, ID_PATTERN, Languages, Says
from generator.model.ids import id_like, is_id
from generator.model.places import COUNTRIES, CURRENCIES, CURRENCY_PATTERN
from generator.validate import date_words
from generator.validate.mistake import Mistake, Told, shown

_PATTERNS: Final = MappingProxyType(
    {
        r"^[0-9a-f]{40}$": "the 40 hexadecimal digits of a commit",
        r"^[0-9a-f]{8}$": "8 hexadecimal digits (a command writes them)",
        r"^[a-z]{2,3}$": "the code of a language, such as en",
        CURRENCY_PATTERN: "three capital letters as in ISO 4217, such as USD",
    }
)
_DATE_FIX: Final = "write it as far as it is known: 2014, 2014-05, 2014-05-31, 2015-09-16/2015-09-18, 2020~"


def country(mistake: Mistake) -> Told:
    """Not a country code."""
    value = str(mistake.value).strip()
    found = _country_named(value)
    return (
        "WG214",
        f"{mistake.name} is {shown(value)}, which is not a country code of ISO 3166-1",
        f"did you mean {found} ({Locale('en').territories[found]})?"
        if found
        else "write two capital letters, for example KR",
    )


def _country_named(value: str) -> str:
    upper = {"UK": "GB", "EL": "GR", "ENGLAND": "GB", "KOREA": "KR", "REPUBLIC OF KOREA": "KR", "USA": "US"}.get(
        value.upper(), value.upper()
    )
    if upper in COUNTRIES:
        return str(upper)
    names: dict[str, str] = {
        str(name): code
        for language in ("ko", "en")
        for code, name in Locale(language).territories.items()
        if code in COUNTRIES
    }
    return names.get(nearest(value, names), "")


def pattern(mistake: Mistake) -> Told:
    """Not an id, or not another prescribed form."""
    value, pattern = str(mistake.value), mistake.context["pattern"]
    if pattern != ID_PATTERN:
        form = _PATTERNS.get(pattern, "of another form")
        capitals = value.strip().upper()
        meant = pattern == CURRENCY_PATTERN and capitals in CURRENCIES
        fix = f"did you mean {capitals}?" if meant else f"write {form}"
        return "WG203", f"{mistake.name} is {shown(value)}, but it must be {form}", fix
    rule = f"an id has small letters a-z, digits and single hyphens, at most {ID_LENGTH} characters"
    message = f"{mistake.name} is {shown(value)}, which cannot be an id: {rule}"
    near = id_like(value)
    fix = (
        f"did you mean {near}?"
        if is_id(near) and len(value) <= ID_LENGTH
        else "write the id: the file's name without .yml"
    )
    if any(each.mark(Languages) for each in mistake.shape.members):
        fix += " A place without a record is written as text: {en: …}"
    return "WG115", message, fix


def date(mistake: Mistake) -> Told:
    """Not a date, or not an exact day."""
    near = nearest(str(mistake.value), mistake.shape.choices)
    one_day = any(each.mark(Says) for each in mistake.shape.members)
    near = near or date_words.meant(mistake.value, one_day)
    fix = f"did you mean {near}?" if near else "write the day: 2026-11-22" if one_day else _DATE_FIX
    if (found := re.fullmatch(r"(\d{4})\s*[/-–]\s*(?:\.\.)?", str(mistake.value))) and not near:
        fix = f"write {found[1]}, and say in a text that it goes on"
    return "WG207", f"{mistake.name} is {shown(mistake.value)}, {date_words.why(mistake.value)}", fix


def undated(mistake: Mistake) -> Told:
    """A value of unknown date without the day it was read."""
    message = f"{mistake.name}: as_of is unknown, so retrieved must say when the value was read"
    return "WG207", message, "add retrieved: with the day, for example 2026-11-22"


def unsafe(mistake: Mistake) -> Told:
    """A link that could do more than open a page."""
    message = f"{mistake.name} begins with {shown(mistake.context['scheme'])}, but a link may begin only with https:// or http://"
    return "WG209", message, "give the web address of the page, beginning with https://"


def bad_address(mistake: Mistake) -> Told:
    """Not a web address."""
    value = str(mistake.value)
    fix = "copy the address from the browser's address bar"
    if re.fullmatch(r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", value):
        fix = f"did you mean https://{value}?"
    return "WG210", f"{mistake.name} is {shown(value)}, {mistake.context['why']}", fix


def unseen(mistake: Mistake) -> Told:
    """A character that cannot be seen."""
    code = str(mistake.context["code"])
    name = unicodedata.name(chr(int(code[2:], 16)), "").lower()
    message = f"{mistake.name} holds the invisible character {code}{f' ({name})' if name else ''}"
    return "WG212", message, "delete it; retype the word if it was copied from elsewhere"
