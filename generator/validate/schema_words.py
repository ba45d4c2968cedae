"""What is wrong with a value, in plain words: the place, the value, what belongs there, and what to do.

In: a `Mistake`. Out: code, message, remedy. Not here: finding (`schema`), placing (`mistake`), rules across fields.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType
from typing import Any, Final, get_origin

from babel import Locale

from generator.diagnostics import nearest, suggestion, visible
from generator.model.base import ID_LENGTH, ID_PATTERN, TEXT_LANGUAGES, Languages, Says
from generator.model.ids import id_like, is_id
from generator.model.places import COUNTRIES
from generator.model.record import Language
from generator.model.shapes import Shape, shape_at, words
from generator.validate import date_words
from generator.validate.mistake import SHAPE_ERRORS, Mistake

Told = tuple[str, str, str]
"""Code, message, remedy."""

_CONFUSED: Final = MappingProxyType(
    dict.fromkeys(("kr", "kor", "korean"), "ko")
    | dict.fromkeys(("us", "uk", "gb", "eng", "english"), "en")
    | dict.fromkeys(("cn", "tw", "zho", "chi", "chinese"), "zh")
    | {"jp": "ja", "sp": "es", "esp": "es", "rus": "ru", "fra": "fr", "fre": "fr", "ara": "ar"}
)
"""Country codes and other codes that people take for the code of a language."""
_PATTERNS: Final = MappingProxyType(
    {
        r"^[0-9a-f]{40}$": "the 40 hexadecimal digits of a commit",
        r"^[0-9a-f]{8}$": "8 hexadecimal digits (a command writes them)",
        r"^[a-z]{2,3}$": "the code of a language, such as en",
    }
)
_DATE_FIX: Final = "write it as far as it is known: 2014, 2014-05, 2014-05-31, 2015-09-16/2015-09-18, 2020~"


def told(mistake: Mistake) -> Told:
    """Code, message and remedy of a mistake."""
    if mistake.value is None and mistake.error in (*SHAPE_ERRORS, "no_member", "bad_date"):
        return "WG211", f"{mistake.name} has no value", f"write {words(mistake.shape)}{_or_delete(mistake)}"
    teller = _TELLERS.get(mistake.error, _wrong_shape)
    return teller(mistake)


def shown(value: Any) -> str:
    """A value as the editor wrote it, short."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list | tuple):
        return "a map" if isinstance(value, dict) else "a list"
    text = " ".join(visible(str(value).replace("\n", " ")).split())
    return "empty" if not text else text if len(text) <= 60 else text[:57] + "…"


def _wrong_shape(mistake: Mistake) -> Told:
    belongs = words(mistake.shape)
    message = f"{mistake.name} is {shown(mistake.value)}, but it must be {belongs}"
    return "WG203", message, _reshaped(mistake) or f"write {belongs}"


def _reshaped(mistake: Mistake) -> str:
    """How to write what is there in the form that belongs there, or empty."""
    shape, value = mistake.shape, mistake.value
    last = str(mistake.path[-1]) if mistake.path and isinstance(mistake.path[-1], str) else ""
    if isinstance(value, dict | list):
        return f"write {words(shape)}, not a map" if isinstance(value, dict) and not shape.mark(Languages) else ""
    if near := nearest(str(value), shape.choices):
        return f"did you mean {near}?"
    if shape.mark(Languages):
        plain = re.fullmatch(r"[^\s:,#&*!|>'\"%@`{}\[\]-][^:,#{}\[\]\"\n]{0,50}", str(value))
        return f"put the language before it: {last or 'name'}: {{en: {value if plain else '…'}}}"
    if get_origin(shape.core) is tuple:
        dash = isinstance(value, str) and value.startswith("-")
        return "put a space after each dash" if dash else f"write a list, also for one: {last}: [{shown(value)}]"
    if shape.core is str:
        return "put it in quotes, so that YAML takes it for text"
    if isinstance(value, str) and re.fullmatch(r"[-+]?\d{1,3}(?:[ ,.'’]\d{3})+", value):
        return f"write the number with digits only: {re.sub(r'[^-0-9]', '', value)}"
    return ""


def _no_member(mistake: Mistake) -> Told:
    if mistake.shape.choices and not isinstance(mistake.value, dict | list):
        fix = suggestion(
            str(mistake.value), mistake.shape.choices, _reshaped(mistake) or f"write {words(mistake.shape)}"
        )
        return "WG203", f"{mistake.name} is {shown(mistake.value)}, but it must be {words(mistake.shape)}", fix
    return _wrong_shape(mistake)


def _unknown_key(mistake: Mistake) -> Told:
    key = shown(mistake.path[-1])
    holder = shape_at(mistake.model, mistake.path[:-1])
    keys = _keys(holder)
    name, colon, value = key.replace("：", ":").partition(":")
    if colon and name in keys:
        return "WG201", f"{key} is not a key here", f"put a plain colon and a space after {name}: {name}: {value}"
    listed = f"the keys here are {', '.join(keys)}" if keys else "delete it"
    return "WG201", f"{key} is not a key here", suggestion(key, keys, listed)


def _keys(holder: Shape | None) -> tuple[str, ...]:
    while holder is not None and get_origin(holder.core) is tuple:
        holder = holder.item
    return tuple(dict.fromkeys(key for each in holder.members for key in each.keys)) if holder else ()


def nearest_key(mistake: Mistake) -> str:
    """The key that an unknown key was meant to be, or empty."""
    return nearest(str(mistake.path[-1]), _keys(shape_at(mistake.model, mistake.path[:-1])))


def _missing(mistake: Mistake) -> Told:
    key = str(mistake.path[-1])
    where = Mistake("", mistake.path[:-1], None, mistake.shape, mistake.model, {}).name
    if key in ("source", "sources"):
        what = "[…] with ids" if key == "sources" else "with the id"
        return (
            "WG217",
            f"{where} cites no source",
            f"add {key}: {what} of {'records' if key == 'sources' else 'a record'} in data/sources/",
        )
    return "WG202", f"{where} lacks the key {key}", f"add {key}: {_starting(mistake.shape)}"


def _starting(shape: Shape) -> str:
    if shape.mark(Languages):
        return "{en: …}"
    return f"with {words(shape)}"


def _literal(mistake: Mistake) -> Told:
    if mistake.shape.core == Language:
        return _language(mistake)
    if mistake.at_key:
        return _unknown_key(mistake)
    allowed, value = mistake.shape.choices, shown(mistake.value)
    return (
        "WG204",
        f"{mistake.name} is {value}, but only these are known: {', '.join(allowed)}",
        suggestion(value, allowed, "choose one of them; a new word has to be agreed on first"),
    )


def _language(mistake: Mistake) -> Told:
    code = str(mistake.path[-1] if mistake.at_key else mistake.value)
    holder = shape_at(mistake.model, mistake.path[:-1]) if mistake.at_key else None
    languages = holder.mark(Languages) if holder else None
    known = languages.known if languages else TEXT_LANGUAGES
    place = Mistake("", mistake.path[:-1], None, mistake.shape, mistake.model, {}).name
    said = f"{shown(code)} in {place}" if mistake.at_key else f"{mistake.name} is {shown(code)}, which"
    return "WG208", f"{said} is not the code of a language", _language_fix(code, known)


def _language_fix(code: str, known: Collection[str]) -> str:
    name, colon, value = code.replace("：", ":").partition(":")
    if colon:
        return f"put a plain colon and a space after {name}: {name}: {shown(value)}"
    if " " in code or len(code) > 12:
        return 'a text with a comma goes in quotes: {en: "…, …"}'
    near = _CONFUSED.get(code.lower(), "")
    near = near if near in known else nearest(code, TEXT_LANGUAGES)
    return f"did you mean {near}?" if near else f"the languages are {', '.join(TEXT_LANGUAGES)}"


def _country(mistake: Mistake) -> Told:
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
    upper = {"UK": "GB", "EL": "GR", "ENGLAND": "GB", "KOREA": "KR", "USA": "US"}.get(value.upper(), value.upper())
    if upper in COUNTRIES:
        return str(upper)
    names: dict[str, str] = {
        str(name): code
        for language in ("ko", "en")
        for code, name in Locale(language).territories.items()
        if code in COUNTRIES
    }
    return names.get(nearest(value, names), "")


def _range(mistake: Mistake) -> Told:
    lowest, highest = mistake.shape.limits if len(mistake.shape.members) == 1 else mistake.shape.members[0].limits
    limit = (
        f"lie between {lowest:,} and {highest:,}"
        if lowest is not None and highest is not None
        else f"be at least {lowest:,}"
        if lowest is not None
        else f"be at most {highest:,}"
    )
    return "WG205", f"{mistake.name} is {shown(mistake.value)}, but it must {limit}", "correct the number"


def _not_finite(mistake: Mistake) -> Told:
    choices = mistake.shape.choices
    fix = f"write the number, or {' or '.join(choices)}" if choices else "write the number, or delete the key"
    return "WG206", f"{mistake.name} is not a number that one can count with (.nan or .inf)", fix


def _too_long(mistake: Mistake) -> Told:
    most, has = mistake.context["max_length"], len(mistake.value)
    return "WG215", f"{mistake.name} has {has:,} characters, but at most {most:,} fit", "shorten it"


def _too_short(mistake: Mistake) -> Told:
    if mistake.path and mistake.path[-1] == "sources":
        return "WG217", f"{mistake.name} is empty", "cite at least one source: the id of a record in data/sources/"
    return _empty(mistake)


def _empty(mistake: Mistake) -> Told:
    kind = {"list": "an empty list", "dict": "an empty map"}.get(type(mistake.value).__name__, "empty")
    return "WG211", f"{mistake.name} is {kind}", f"write {words(mistake.shape)}{_or_delete(mistake)}"


def _or_delete(mistake: Mistake) -> str:
    """`, or delete the key` where the key may be left out."""
    holder = shape_at(mistake.model, mistake.path[:-1])
    info = holder.model.model_fields.get(str(mistake.path[-1])) if holder and holder.model else None
    return "" if info is not None and info.is_required() else ", or delete the key"


def _pattern(mistake: Mistake) -> Told:
    value, pattern = str(mistake.value), mistake.context["pattern"]
    if pattern != ID_PATTERN:
        form = _PATTERNS.get(pattern, "of another form")
        return "WG203", f"{mistake.name} is {shown(value)}, but it must be {form}", f"write {form}"
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


def _date(mistake: Mistake) -> Told:
    if isinstance(mistake.value, dict | list | bool):
        return _wrong_shape(mistake)
    near = nearest(str(mistake.value), mistake.shape.choices)
    one_day = any(each.mark(Says) for each in mistake.shape.members)
    near = near or date_words.meant(mistake.value, one_day)
    fix = f"did you mean {near}?" if near else "write the day: 2026-11-22" if one_day else _DATE_FIX
    if (found := re.fullmatch(r"(\d{4})\s*[/-–]\s*(?:\.\.)?", str(mistake.value))) and not near:
        fix = f"write {found[1]}, and say in a text that it goes on"
    return "WG207", f"{mistake.name} is {shown(mistake.value)}, {date_words.why(mistake.value)}", fix


def _undated(mistake: Mistake) -> Told:
    message = f"{mistake.name}: as_of is unknown, so retrieved must say when the value was read"
    return "WG207", message, "add retrieved: with the day, for example 2026-11-22"


def _unsafe(mistake: Mistake) -> Told:
    message = f"{mistake.name} begins with {shown(mistake.context['scheme'])}, but a link may begin only with https:// or http://"
    return "WG209", message, "give the web address of the page, beginning with https://"


def _bad_address(mistake: Mistake) -> Told:
    value = str(mistake.value)
    fix = "copy the address from the browser's address bar"
    if re.fullmatch(r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", value):
        fix = f"did you mean https://{value}?"
    return "WG210", f"{mistake.name} is {shown(value)}, {mistake.context['why']}", fix


def _unseen(mistake: Mistake) -> Told:
    code = str(mistake.context["code"])
    name = unicodedata.name(chr(int(code[2:], 16)), "").lower()
    message = f"{mistake.name} holds the invisible character {code}{f' ({name})' if name else ''}"
    return "WG212", message, "delete it; retype the word if it was copied from elsewhere"


def _repeated(mistake: Mistake) -> Told:
    return "WG213", f"{mistake.name} is {shown(mistake.value)}, which is listed already", "keep one of the two"


def _two_preferred(mistake: Mistake) -> Told:
    return (
        "WG218",
        f"{mistake.name}: another statement is preferred already",
        "prefer one statement, and say why in reason:",
    )


def _no_reason(mistake: Mistake) -> Told:
    message = f"{mistake.name}: the preferred statement gives no reason"
    return "WG218", message, "add reason: with a sentence, such as reason: {en: The later count.}"


_TELLERS: Final[Mapping[str, Callable[[Mistake], Told]]] = MappingProxyType(
    {
        "no_member": _no_member,
        "extra_forbidden": _unknown_key,
        "missing": _missing,
        "literal_error": _literal,
        **dict.fromkeys(("greater_than_equal", "less_than_equal", "greater_than", "less_than"), _range),
        "finite_number": _not_finite,
        **dict.fromkeys(("string_too_long", "too_long"), _too_long),
        "too_short": _too_short,
        "string_pattern_mismatch": _pattern,
        "unknown_language": _language,
        "unknown_country": _country,
        "bad_date": _date,
        "undated": _undated,
        "unsafe_link": _unsafe,
        "bad_url": _bad_address,
        **dict.fromkeys(("empty_text", "empty_list", "empty_map"), _empty),
        "control_character": _unseen,
        "repeated": _repeated,
        "two_preferred": _two_preferred,
        "preferred_without_reason": _no_reason,
    }
)
