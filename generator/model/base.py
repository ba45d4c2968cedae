"""What every record is made of: ids, text in several languages, references, and the base classes.

In: plain values. Out: frozen pydantic models. Not here: dates (`dates`), provenance (`provenance`), one kind's own fields.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, Final

from babel.localedata import locale_identifiers
from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

ID_PATTERN: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ID_LENGTH: Final = 80
TEXT_LANGUAGES: Final = ("en", "ko", "zh", "ru", "es", "fr", "ar")
"""Languages the project plans to be read in; prose in a record may be in one of these."""
NAME_LANGUAGES: Final = frozenset(code for code in locale_identifiers() if re.fullmatch(r"[a-z]{2,3}", code))
"""Languages a proper name may be given in: every language CLDR knows."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")


def plain_text(value: str) -> str:
    """`value` without surrounding space; refuses emptiness and characters that cannot be seen or reorder the line."""
    stripped = value.strip()
    if not stripped:
        raise PydanticCustomError("empty_text", "the text is empty")
    if found := _CONTROL.search(stripped):
        raise PydanticCustomError(
            "control_character",
            "the text holds the invisible character {code}",
            {"code": f"U+{ord(found.group()):04X}"},
        )
    return stripped


def _known_keys(known: frozenset[str], value: dict[str, str]) -> dict[str, str]:
    for key in value:
        if key not in known:
            raise PydanticCustomError(
                "unknown_language", "{key} is not a language of this project", {"key": key, "known": sorted(known)}
            )
    return value


def _text_keys(value: dict[str, str]) -> dict[str, str]:
    return _known_keys(frozenset(TEXT_LANGUAGES), value)


def _name_keys(value: dict[str, str]) -> dict[str, str]:
    return _known_keys(NAME_LANGUAGES, value)


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=ID_LENGTH)]
Line = Annotated[str, AfterValidator(plain_text), StringConstraints(max_length=300)]
"""One line of plain text in no particular language: an artifact name, a publisher."""
Prose = Annotated[str, AfterValidator(plain_text), StringConstraints(max_length=20_000)]
"""Markdown without raw HTML."""
Text = Annotated[dict[str, Prose], AfterValidator(_text_keys)]
"""What people read, by language: `{en: …, ko: …}`; must hold the record's original language."""
Names = Annotated[dict[str, Line], AfterValidator(_name_keys)]
"""A proper name by language; any language of CLDR, so that a city can be found in its own script."""


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Marks a field whose value is the id of a record of one of `kinds`."""

    kinds: tuple[str, ...]


CityId = Annotated[Id, RefersTo(("city",))]
BodyId = Annotated[Id, RefersTo(("body",))]
TopicId = Annotated[Id, RefersTo(("topic",))]
SourceId = Annotated[Id, RefersTo(("source",))]
PracticeId = Annotated[Id, RefersTo(("practice",))]
ModuleId = Annotated[Id, RefersTo(("module",))]
ProgrammeId = Annotated[Id, RefersTo(("programme",))]
TermId = Annotated[Id, RefersTo(("term",))]


class Part(BaseModel):
    """A piece of a record. Unknown keys are mistakes, not extensions."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=False, hide_input_in_errors=True)


def once(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """`values`, refusing a repeated one."""
    seen: list[Any] = []
    for value in values:
        if value in seen:
            raise PydanticCustomError("repeated", "{value} is listed twice", {"value": str(value)})
        seen.append(value)
    return values


Once = AfterValidator(once)
