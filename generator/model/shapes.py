"""What a field takes, read from the models' annotations: in words, and step by step along a path.

In: annotations. Out: words for people, and the annotation that a value at a path has. A new field needs no code here.
Not here: what is wrong with a value (`validate`).
"""

from __future__ import annotations

import types
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Annotated, Any, Final, Literal, TypeVar, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model.base import ID_PATTERN, Languages, RefersTo, Says
from generator.model.dates import Period
from generator.model.provenance import Citation, Statement
from generator.model.record import Language, TranslationStatus

UNTOLD: Final = 10**9
"""Limits this far out guard against slips and are told only to who meets them."""
PLAIN: Final = MappingProxyType(
    {str: "text", int: "a whole number", float: "a number", Decimal: "a number", bool: "true or false"}
)


@dataclass(frozen=True, slots=True)
class Shape:
    """An annotation taken apart: `core` without Annotated and without None, and everything `Annotated` said on the way."""

    core: Any
    marks: tuple[Any, ...] = ()

    def mark(self, kind: type[Any]) -> Any:
        """The first mark of a kind, or None."""
        return next((each for each in self.marks if isinstance(each, kind)), None)

    @property
    def members(self) -> tuple[Shape, ...]:
        """The members of a union; the shape itself where it is none."""
        if get_origin(self.core) in (Union, types.UnionType):
            return tuple(shape_of(each) for each in get_args(self.core) if each is not type(None))
        return (self,)

    @property
    def choices(self) -> tuple[str, ...]:
        """The words of a Literal, in a union too."""
        return tuple(
            str(word) for each in self.members if get_origin(each.core) is Literal for word in get_args(each.core)
        )

    @property
    def model(self) -> type[BaseModel] | None:
        """The model, where the shape is one."""
        return self.core if isinstance(self.core, type) and issubclass(self.core, BaseModel) else None

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys a map of this shape may have, where they are a closed set other than languages."""
        if self.model is not None:
            return tuple(name for name in self.model.model_fields if name not in named_by_path(self.model))
        if get_origin(self.core) is dict:
            return shape_of(get_args(self.core)[0]).choices
        return ()

    @property
    def item(self) -> Shape:
        """What a list holds."""
        return shape_of(get_args(self.core)[0])

    @property
    def limits(self) -> tuple[float | None, float | None]:
        """The least and the greatest number allowed."""
        lowest, highest = self.mark(Ge), self.mark(Le)
        return (lowest.ge if lowest else None, highest.le if highest else None)

    @property
    def above(self) -> float | None:
        """The number that every allowed one is greater than."""
        bound = self.mark(Gt)
        return bound.gt if bound else None

    def under(self, key: str) -> Shape | None:
        """The shape of the value under a key."""
        if self.model is not None:
            info = self.model.model_fields.get(key)
            return field_shape(info) if info else None
        if get_origin(self.core) is dict:
            return shape_of(get_args(self.core)[1])
        return None


def named_by_path(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields that the file's path gives, so that they are not written in the file."""
    return tuple(getattr(model, "from_path", ("id",) if hasattr(model, "kind") else ()))


def shape_of(annotation: Any, marks: tuple[Any, ...] = ()) -> Shape:
    """`annotation` taken apart."""
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        flat = [part for each in more for part in (each.metadata if isinstance(each, FieldInfo) else (each,))]
        return shape_of(inner, (*flat, *marks))
    if get_origin(annotation) in (Union, types.UnionType):
        members = [each for each in get_args(annotation) if each is not type(None)]
        if len(members) == 1:
            return shape_of(members[0], marks)
    return Shape(annotation, marks)


def field_shape(info: FieldInfo) -> Shape:
    """The shape of a model's field."""
    return shape_of(info.annotation, tuple(info.metadata))


def number(value: float) -> str:
    """A number as people write it; years have no comma."""
    return f"{value:,}" if abs(value) >= 10_000 else f"{value}"


def words(shape: Shape) -> str:
    """What the shape takes, such as `the id of a city`."""
    if len(shape.members) > 1:
        return ", or ".join(words(each) for each in shape.members)
    if says := shape.mark(Says):
        return str(says.words)
    if refers := shape.mark(RefersTo):
        return f"the id of {'an' if refers.kinds[0][0] in 'aeiou' else 'a'} " + " or ".join(refers.kinds)
    if languages := shape.mark(Languages):
        return f"{'a text' if languages.markdown else 'a name'} by language such as {{en: …, ko: …}}"
    if shape.model is not None:
        return _model_words(shape.model)
    return _container_words(shape) or _leaf_words(shape)


def _model_words(model: type[BaseModel]) -> str:
    if model is Citation:
        return "the id of a source, or a map such as {source: …, at: …}"
    if model is TranslationStatus:
        return "official, reviewed or machine"
    required = [name for name, info in model.model_fields.items() if info.is_required()]
    optional = [name for name in model.model_fields if name not in required]
    if not required:
        return f"a map of one or more of {', '.join(optional)}"
    return f"a map of {', '.join(required)}" + (f" (and optionally {', '.join(optional)})" if optional else "")


def _container_words(shape: Shape) -> str:
    origin = get_origin(shape.core)
    if origin is tuple:
        item = shape.item
        if item.model is not None and issubclass(item.model, Statement):
            return "a map such as {value: …, as_of: …, source: …}, or a list of such maps"
        return f"a list, each item {words(item)}"
    if origin is dict:
        key, value = (shape_of(each) for each in get_args(shape.core))
        named = "language" if key.core == Language else " or ".join(key.choices) or "field"
        if key.mark(RefersTo):
            return f"a map, each key {words(key)}, of {words(value)}"
        return f"a map of {named} to {words(value)}"
    return ""


def _leaf_words(shape: Shape) -> str:
    if shape.choices:
        *first, last = shape.choices
        return f"{', '.join(first)} or {last}" if first else last
    if shape.core is Period:
        return "a date such as 2014, 2014-05, 2014-05-31 or 2015-09-16/2015-09-18"
    lowest, highest = (limit if limit is not None and abs(limit) < UNTOLD else None for limit in shape.limits)
    if shape.above is not None:
        most = f" and at most {number(highest)}" if highest is not None else ""
        return f"{PLAIN[shape.core]} above {number(shape.above)}{most}"
    if lowest is not None and highest is not None:
        return f"{PLAIN[shape.core]} between {number(lowest)} and {number(highest)}"
    if lowest is not None or highest is not None:
        limit = f"least {number(lowest)}" if lowest is not None else f"most {number(highest or 0)}"
        return f"{PLAIN[shape.core]} of at {limit}"
    if any(getattr(each, "pattern", None) == ID_PATTERN for each in shape.marks):
        return "an id: small letters a-z, digits and single hyphens"
    return "a value" if isinstance(shape.core, TypeVar) else PLAIN.get(shape.core, "text")


def shape_at(model: type[BaseModel], path: tuple[str | int, ...]) -> Shape | None:
    """The shape of the value at a path of keys and list numbers, or None where the model has no such place."""
    here: Shape | None = Shape(model)
    for step in path:
        if here is None:
            return None
        here = next((found for each in here.members if (found := _step(each, step)) is not None), None)
    return here


def _step(shape: Shape, step: str | int) -> Shape | None:
    while get_origin(shape.core) is tuple and isinstance(step, str):
        # A single statement may stand for a list of one.
        shape = shape.item
    if isinstance(step, int):
        return shape.item if get_origin(shape.core) is tuple else shape if shape.model else None
    return shape.under(step)
