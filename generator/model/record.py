"""What all kinds have in common: identity, dates, sources, translation status, redirects, withdrawal.

In: plain values plus the id from the file name. Out: the base class of every kind. Not here: one kind's own fields.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Final, Literal

from pydantic import Field, GetJsonSchemaHandler, StringConstraints, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from generator.model.base import TEXT_LANGUAGES, Id, Line, Names, Once, Part, Text
from generator.model.dates import Day
from generator.model.provenance import Citation

Language = Literal["en", "ko", "zh", "ru", "es", "fr", "ar"]
Status = Literal["official", "reviewed", "machine"]
ALL_FIELDS: Final = "all"
"""Key in a `translation` block that speaks for every field not named there."""

assert Language.__args__ == TEXT_LANGUAGES  # type: ignore[attr-defined]  # a Literal cannot be built from a tuple


class TranslationStatus(Part):
    """How a field was translated, and `of` which original (the first 8 hex digits of its SHA-256)."""

    status: Status
    of: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}$")] | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_word(cls, value: Any) -> Any:
        return {"status": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"enum": ["official", "reviewed", "machine"]}, handler.resolve_ref_schema(handler(schema))]}


class Withdrawal(Part):
    """Why a record was taken back; its page stays and says so."""

    when: Day
    reason: Text


class Record(Part):
    """A record of any kind. `id` is the file's name, never written in the file."""

    kind: ClassVar[str]
    main_text: ClassVar[str] = "summary"
    """The field without which a page counts as not translated."""

    id: Id
    original: Language = "en"
    added: Day
    reviewed: Day | None = None
    former_ids: Annotated[tuple[Id, ...], Once] = ()
    withdrawn: Withdrawal | None = None
    sources: Annotated[tuple[Citation, ...], Field(min_length=1), Once]
    translation: dict[Language, dict[str, TranslationStatus]] = Field(default_factory=dict)

    @property
    def heading(self) -> Names:
        """The name or title of the record by language."""
        # Asked for many times a page: a look at the class is ten times as fast as pydantic's way to a missing attribute.
        named: Names = self.name if "name" in type(self).model_fields else self.title  # type: ignore[attr-defined]
        return named

    @property
    def is_example(self) -> bool:
        """Whether the record is invented demonstration data."""
        return self.id.startswith("example-")


Aliases = Annotated[tuple[Line, ...], Once]
"""Other spellings and names, for search only."""
Unknowns = tuple[Text, ...]
"""What a reader would ask and no source answers, one sentence each."""
