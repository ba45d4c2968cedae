"""What every record is made of: ids, text in several languages, references, and the base classes.

In: plain values. Out: frozen pydantic models. Not here: dates (`dates`), provenance (`provenance`), one kind's own fields.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, Final

from babel.localedata import locale_identifiers
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, GetJsonSchemaHandler, StringConstraints
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

ID_PATTERN: Final = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ID_LENGTH: Final = 80
TEXT_LANGUAGES: Final = ("en", "ko", "zh", "ru", "es", "fr", "ar")
"""Languages the project plans to be read in; prose in a record may be in one of these."""
NAME_LANGUAGES: Final = frozenset(code for code in locale_identifiers() if re.fullmatch(r"[a-z]{2,3}", code))
"""Languages a proper name may be given in: every language CLDR knows."""

_UNSEEN: Final = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffd\ufffe\uffff]"
    r"|[\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Control and reordering characters, invisible hyphens and joints, and traces of a broken encoding. The zero-width joiners and
direction marks that Persian, Arabic and Hindi are written with are allowed."""


def plain_text(value: str) -> str:
    """`value` without surrounding space; refuses emptiness and characters that cannot be seen or reorder the line."""
    stripped = value.strip()
    if not stripped:
        raise PydanticCustomError("empty_text", "the text is empty")
    if found := _UNSEEN.search(stripped):
        raise PydanticCustomError(
            "control_character",
            "the text holds the invisible character {code}",
            {"code": f"U+{ord(found.group()):04X}"},
        )
    return stripped


def _text_language(key: str) -> str:
    if key not in TEXT_LANGUAGES:
        raise PydanticCustomError("unknown_language", "{key} is not a language of this project", {"key": key})
    return key


def _name_language(key: str) -> str:
    if key not in NAME_LANGUAGES:
        raise PydanticCustomError("unknown_language", "{key} is not a language that CLDR knows", {"key": key})
    return key


def _not_empty(value: dict[str, str]) -> dict[str, str]:
    if not value:
        raise PydanticCustomError("empty_map", "the map is empty")
    return value


@dataclass(frozen=True, slots=True)
class Says:
    """What a field takes, in words for people; becomes the description in the JSON Schema."""

    words: str

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"description": self.words, **handler(schema)}


@dataclass(frozen=True, slots=True)
class Languages:
    """Marks a map of language to text; `markdown` where the text is Markdown, not a bare name."""

    known: frozenset[str]
    markdown: bool

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        words = "Markdown by language" if self.markdown else "a name by language"
        return {
            "description": words,
            **handler(schema),
            "minProperties": 1,
            "propertyNames": {"enum": sorted(self.known)},
        }


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=ID_LENGTH)]
Local = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=60)]
"""An id inside one record, such as a category of an edition of the awards."""
Line = Annotated[str, AfterValidator(plain_text), StringConstraints(max_length=300)]
"""One line of plain text in no particular language: an artifact name, a publisher."""
Prose = Annotated[str, AfterValidator(plain_text), StringConstraints(max_length=20_000)]
"""Markdown without raw HTML."""
Text = Annotated[
    dict[Annotated[str, AfterValidator(_text_language)], Prose],
    AfterValidator(_not_empty),
    Languages(frozenset(TEXT_LANGUAGES), True),
]
"""What people read, by language: `{en: …, ko: …}`; must hold the record's original language."""
Names = Annotated[
    dict[Annotated[str, AfterValidator(_name_language)], Line],
    AfterValidator(_not_empty),
    Languages(NAME_LANGUAGES, False),
]
"""A proper name by language; any language of CLDR, so that a city can be found in its own script."""


def _year_as_id(value: Any) -> Any:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


class _YearOrId:
    """JSON Schema of an id that may be a bare year."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"type": "integer"}, handler(schema)]}


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
SystemId = Annotated[Id, RefersTo(("system",))]
AwardId = Annotated[Id, BeforeValidator(_year_as_id), _YearOrId(), RefersTo(("award",))]
"""An edition of the awards is called by its year, which YAML reads as a number."""
StudyId = Annotated[Id, RefersTo(("study",))]
EventId = Annotated[Id, RefersTo(("event",))]
AgreementId = Annotated[Id, RefersTo(("agreement",))]
OrganId = Annotated[Id, RefersTo(("organ",))]
OfficeId = Annotated[Id, RefersTo(("office",))]
ChapterId = Annotated[Id, RefersTo(("chapter",))]
CensusId = Annotated[Id, RefersTo(("census",))]


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
