"""What is wrong with a key: unknown, missing, or not a language.

In: a `Mistake`. Out: code, message, remedy. Not here: values (`schema_words`, `form_words`).
"""

from __future__ import annotations

from collections.abc import Collection
from types import MappingProxyType
from typing import Final, get_origin

from generator.diagnostics import nearest, suggestion
from generator.model.base import TEXT_LANGUAGES, Languages
from generator.model.shapes import Shape, shape_at, words
from generator.validate.mistake import Mistake, Told, name_of, shown

_CONFUSED: Final = MappingProxyType(
    dict.fromkeys(("kr", "kor", "korean"), "ko")
    | dict.fromkeys(("us", "uk", "gb", "eng", "english"), "en")
    | dict.fromkeys(("cn", "tw", "zho", "chi", "chinese"), "zh")
    | {"jp": "ja", "sp": "es", "esp": "es", "rus": "ru", "fra": "fr", "fre": "fr", "ara": "ar"}
)
"""Country codes and other codes that people take for the code of a language."""


def unknown_key(mistake: Mistake) -> Told:
    """A key that does not belong here."""
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


def missing(mistake: Mistake) -> Told:
    """A key that must stand and does not."""
    key = str(mistake.path[-1])
    where = name_of(mistake.path[:-1])
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


def language(mistake: Mistake) -> Told:
    """Not the code of a language, as a key or as a value."""
    code = str(mistake.path[-1] if mistake.at_key else mistake.value)
    holder = shape_at(mistake.model, mistake.path[:-1]) if mistake.at_key else None
    languages = holder.mark(Languages) if holder else None
    known = languages.known if languages else TEXT_LANGUAGES
    place = name_of(mistake.path[:-1])
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
