"""Where a statement comes from: citations, statements that may disagree, figures.

In: plain values. Out: frozen models. Not here: the bibliography itself (`source`), wording and display.
"""

from __future__ import annotations

from itertools import combinations
from typing import Annotated, Any, Final, Generic, Literal, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from generator.model.base import Line, Part, SourceId, Text
from generator.model.dates import Day, Period

T = TypeVar("T")


class Citation(Part):
    """One source and the place in it. In YAML the bare id of the source is enough."""

    source: SourceId
    at: Line | None = None
    note: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_id(cls, value: Any) -> Any:
        return {"source": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {
            "anyOf": [{"type": "string", "description": "id of a source"}, handler.resolve_ref_schema(handler(schema))]
        }


class Statement(Part, Generic[T]):
    """One sourced value. `not-published` means: looked for, and no source gives it; never zero.

    `as_of` is the date the value held, or `unknown`, and then `retrieved` says when it was read.
    """

    value: T | Literal["not-published"]
    as_of: Period | Literal["unknown"] | None = None
    retrieved: Day | None = None
    source: Citation
    note: Text | None = None
    preferred: bool = False
    reason: Text | None = None

    @model_validator(mode="after")
    def _dated(self) -> Statement[T]:
        if self.as_of == "unknown" and self.retrieved is None:
            raise PydanticCustomError("undated", "as_of is unknown, so retrieved must say when the value was read")
        return self


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, dict) else value


def _one_preferred(statements: tuple[Statement[Any], ...]) -> tuple[Statement[Any], ...]:
    if not statements:
        raise PydanticCustomError("empty_list", "the list is empty")
    preferred = [statement for statement in statements if statement.preferred]
    if len(preferred) > 1:
        raise PydanticCustomError("two_preferred", "{count} statements are preferred", {"count": len(preferred)})
    if len(statements) > 1 and preferred and preferred[0].reason is None:
        raise PydanticCustomError("preferred_without_reason", "the preferred statement gives no reason")
    return statements


class _SingleOrList:
    """JSON Schema of a field that takes one statement or a list of them."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        listed = handler(schema)
        return {"anyOf": [listed["items"], {**listed, "minItems": 1}]} if "items" in listed else listed


Number = Annotated[float, Field(ge=-1e15, le=1e15, allow_inf_nan=False)]
Count = Annotated[int, Field(ge=0, le=10_000_000_000)]
_SIDE_BY_SIDE: Final = (AfterValidator(_one_preferred), BeforeValidator(_as_list), _SingleOrList())
ClaimedNumber = Annotated[tuple[Statement[Number], ...], *_SIDE_BY_SIDE]
"""One statement on a number, or several that stand side by side where sources disagree."""
ClaimedCount = Annotated[tuple[Statement[Count], ...], *_SIDE_BY_SIDE]
"""The same for a whole number that cannot be negative."""


class Figure(Part):
    """A published number that a reader may want to check."""

    what: Text
    unit: Text
    said: ClaimedNumber


def preferred(statements: tuple[Statement[T], ...]) -> Statement[T]:
    """The statement to show first: the preferred one, else the first."""
    return next((statement for statement in statements if statement.preferred), statements[0])


def disagree(statements: tuple[Statement[T], ...]) -> bool:
    """Whether published values for the same time differ; values of different years are a series, not a contradiction."""
    published = [statement for statement in statements if statement.value != "not-published"]
    return any(one.value != other.value and _same_time(one, other) for one, other in combinations(published, 2))


def _same_time(one: Statement[Any], other: Statement[Any]) -> bool:
    if isinstance(one.as_of, Period) and isinstance(other.as_of, Period):
        return one.as_of == other.as_of or one.as_of.overlaps(other.as_of)
    return one.as_of == other.as_of
