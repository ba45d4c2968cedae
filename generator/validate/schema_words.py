"""What is wrong with a value, in plain words: the place, the value, what belongs there, and what to do.

In: a `Mistake`. Out: code, message, remedy. Not here: finding (`schema`), placing (`mistake`), rules across fields.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final, get_origin

from generator.diagnostics import nearest, suggestion
from generator.model.base import Languages
from generator.model.record import Language
from generator.model.shapes import Shape, number, shape_at, words
from generator.validate import form_words, key_words
from generator.validate.mistake import SHAPE_ERRORS, Mistake, Told, shown


def told(mistake: Mistake) -> Told:
    """Code, message and remedy of a mistake."""
    if mistake.value is None and mistake.error in (*SHAPE_ERRORS, "no_member", "bad_date", "literal_error"):
        return "WG211", f"{mistake.name} has no value", f"write {words(mistake.shape)}{_or_delete(mistake)}"
    if mistake.error == "bad_date" and isinstance(mistake.value, dict | list | bool):
        return _wrong_shape(mistake)
    teller = _TELLERS.get(mistake.error, _wrong_shape)
    return teller(mistake)


def _wrong_shape(mistake: Mistake) -> Told:
    belongs, said, whole = words(mistake.shape), shown(mistake.value), ""
    if mistake.error == "int_type":  # no text and no fraction is taken for a count, even where it could be
        whole = _whole(mistake.value, mistake.shape)
        said = f'the text "{said}"' if isinstance(mistake.value, str) else said
    fix = f"write {whole}, without quotes and without a point" if whole else _reshaped(mistake) or f"write {belongs}"
    return "WG203", f"{mistake.name} is {said}, but it must be {belongs}", fix


def _whole(value: Any, shape: Shape) -> str:
    """The whole number that was meant, or empty."""
    found = re.fullmatch(r"\s*(\d{1,9})(?:\.0+)?\s*", str(value), re.ASCII)
    _, highest = shape.limits
    return found[1] if found and (highest is None or int(found[1]) <= highest) else ""


def _reshaped(mistake: Mistake) -> str:
    """How to write what is there in the form that belongs there, or empty."""
    shape, value = mistake.shape, mistake.value
    key = str(mistake.path[-1]) if mistake.path and isinstance(mistake.path[-1], str) else ""
    if isinstance(value, dict):
        return "begin it with a dash and a space, also where there is only one" if _is_list(shape) else ""
    if isinstance(value, list):
        return ""
    if near := nearest(str(value), shape.choices):
        return f"did you mean {near}?"
    if shape.mark(Languages):
        return f"put the language before it: {key or 'name'}: {_in_english(value)}"
    if mistake.path[:1] == ("translation",) and get_origin(shape.core) is dict:
        return f"write {key}: {{all: {shown(value)}}}"
    if _is_list(shape):
        return _listed(key, value, shape.item)
    if shape.core is str:
        return f'put it in quotes: {key}: "{value}"' if isinstance(value, int) else "put it in quotes"
    return _number_only(value)


def _is_list(shape: Shape) -> bool:
    return get_origin(shape.core) is tuple


def _in_english(value: Any) -> str:
    plain = re.fullmatch(r"[^\s:,#&*!|>'\"%@`{}\[\]-][^:,#{}\[\]\"\n]{0,50}", str(value))
    return f"{{en: {value if plain else '…'}}}"


def _listed(key: str, value: Any, item: Shape) -> str:
    if isinstance(value, str) and value.startswith("-"):
        return "put a space after each dash"
    if item.model is not None and item.model.__name__ != "Citation":
        return ""
    inner = _in_english(value) if item.mark(Languages) else shown(value)
    return f"write a list, also for one: {key}: [{inner}]"


def _number_only(value: Any) -> str:
    found = re.fullmatch(
        r"([-+]?\d{1,3}(?:[ ,'’]\d{3})*(?:\.\d+)?|\d+)\s*(?:%|st|nd|rd|th|명|개|위|회|석)?", str(value)
    )
    return f"write the number alone: {re.sub(r'[^-.0-9]', '', found[1])}" if found and isinstance(value, str) else ""


def _no_member(mistake: Mistake) -> Told:
    if mistake.shape.choices and not isinstance(mistake.value, dict | list):
        fix = suggestion(
            str(mistake.value), mistake.shape.choices, _reshaped(mistake) or f"write {words(mistake.shape)}"
        )
        return "WG203", f"{mistake.name} is {shown(mistake.value)}, but it must be {words(mistake.shape)}", fix
    return _wrong_shape(mistake)


def _literal(mistake: Mistake) -> Told:
    if mistake.shape.core == Language:
        return key_words.language(mistake)
    if mistake.at_key:
        return key_words.unknown_key(mistake)
    if isinstance(mistake.value, dict | list):
        return _wrong_shape(mistake)
    allowed, value = mistake.shape.choices, shown(mistake.value)
    return (
        "WG204",
        f"{mistake.name} is {value}, but only these are known: {', '.join(allowed)}",
        suggestion(value, allowed, "choose one of them; a new word has to be agreed on first"),
    )


def _range(mistake: Mistake) -> Told:
    shape = mistake.shape.members[0]
    lowest, highest = shape.limits
    if shape.above is not None and highest is not None:
        limit = f"be above {number(shape.above)} and at most {number(highest)}"
    elif lowest is not None and highest is not None:
        limit = f"lie between {number(lowest)} and {number(highest)}"
    else:
        limit = f"be at least {number(lowest)}" if lowest is not None else f"be at most {number(highest or 0)}"
    fix = "correct the number" + (f", or write {' or '.join(mistake.shape.choices)}" if mistake.shape.choices else "")
    return "WG205", f"{mistake.name} is {shown(mistake.value)}, but it must {limit}", fix


def _not_finite(mistake: Mistake) -> Told:
    choices = mistake.shape.choices
    fix = f"write the number, or {' or '.join(choices)}" if choices else "write the number, or delete the key"
    return "WG206", f"{mistake.name} is not a number that one can count with (.nan or .inf)", fix


def _decimals(mistake: Mistake) -> Told:
    most = mistake.context["decimal_places"]
    digits = f"{Decimal(str(mistake.value)):.{most}f}".rstrip("0").rstrip(".")
    return "WG203", f"{mistake.name} is {shown(mistake.value)}, but at most {most} decimals fit", f"round it: {digits}"


def _too_long(mistake: Mistake) -> Told:
    most, has = mistake.context["max_length"], len(mistake.value)
    if isinstance(mistake.value, list):
        return "WG215", f"{mistake.name} has {has:,} entries, but at most {most:,} fit", "leave some out"
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
        "extra_forbidden": key_words.unknown_key,
        "missing": key_words.missing,
        "literal_error": _literal,
        **dict.fromkeys(("greater_than_equal", "less_than_equal", "greater_than", "less_than"), _range),
        "finite_number": _not_finite,
        "decimal_max_places": _decimals,
        **dict.fromkeys(("string_too_long", "too_long"), _too_long),
        "too_short": _too_short,
        "string_pattern_mismatch": form_words.pattern,
        "unknown_language": key_words.language,
        "unknown_country": form_words.country,
        "bad_date": form_words.date,
        "undated": form_words.undated,
        "unsafe_link": form_words.unsafe,
        "bad_url": form_words.bad_address,
        **dict.fromkeys(("empty_text", "empty_list", "empty_map"), _empty),
        "control_character": form_words.unseen,
        "repeated": _repeated,
        "two_preferred": _two_preferred,
        "preferred_without_reason": _no_reason,
    }
)
