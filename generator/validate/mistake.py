"""One finding of the models, placed: where in the file, with which value, and what belongs there.

In: pydantic's errors, the plain values and the model. Out: `Mistake` values, one for each thing to correct.
Not here: wording (`schema_words`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from generator.diagnostics import visible
from generator.model.dates import Period
from generator.model.shapes import Shape, shape_at, shape_of
from generator.read.yaml_source import Path

SHAPE_ERRORS: Final = frozenset(
    {
        "string_type",
        "int_type",
        "int_parsing",
        "int_parsing_size",
        "int_from_float",
        "float_type",
        "float_parsing",
        "decimal_type",
        "decimal_parsing",
        "bool_type",
        "bool_parsing",
        "tuple_type",
        "list_type",
        "dict_type",
        "model_type",
        "model_attributes_type",
    }
)


Told = tuple[str, str, str]
"""What a mistake is told as: code, message, remedy."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """`error` and `context` as pydantic or a validator gave them; `shape` is what belongs at `path`, `at_key` the key itself."""

    error: str
    path: Path
    value: Any
    shape: Shape
    model: type[BaseModel]
    context: Mapping[str, Any]
    at_key: bool = False
    union: Path | None = None
    branch: int = 0

    @property
    def name(self) -> str:
        """The place as a person says it: `population.value`, `where in sessions item 2`."""
        return name_of(self.path)


def name_of(path: Path) -> str:
    """A path as a person says it: the key itself, then the list entries it stands in."""
    keys: list[str] = []
    places: list[str] = []
    for step in path:
        if isinstance(step, int):
            places.insert(0, f"{'.'.join(keys)} item {step + 1}")
            keys = []
        else:
            keys.append(step)
    return " in ".join([".".join(keys), *places] if keys else places) or "the record"


def mistakes(values: Mapping[str, Any], model: type[BaseModel], errors: Sequence[ErrorDetails]) -> Iterator[Mistake]:
    """The mistakes behind pydantic's errors: of a union only the member that the value was meant to be."""
    placed = [_placed(values, model, error) for error in errors]
    unions = dict.fromkeys(each.union for each in placed if each.union is not None)
    for each in placed:
        if each.union is None:
            yield each
    for path in unions:
        yield from _meant([each for each in placed if each.union == path], values)


def _placed(values: Mapping[str, Any], model: type[BaseModel], error: ErrorDetails) -> Mistake:
    path: list[str | int] = []
    here: Any = values
    shape, union, branch = Shape(model), None, 0
    at_key = error["type"] == "extra_forbidden"
    holder = shape
    for step in error["loc"]:
        if step == "[key]":
            at_key, shape = True, shape_of(get_args(holder.core)[0])
        elif len(shape.members) > 1:
            union, branch = tuple(path), _branch(shape, str(step))
            shape = shape.members[branch]
        elif isinstance(step, int):
            shape = shape.item if get_origin(shape.core) is tuple else shape
            if isinstance(here, list):
                path.append(step)
                here = here[step] if step < len(here) else None
        else:
            holder, shape = shape, shape.under(step) or Shape(Any)
            if isinstance(here, dict):
                path.append(step)
                here = here.get(step)
    return Mistake(
        error["type"], tuple(path), error["input"], shape, model, error.get("ctx", {}), at_key, union, branch
    )


def _branch(shape: Shape, label: str) -> int:
    """Which member of a union pydantic's label means."""
    for number, member in enumerate(shape.members):
        if label.startswith("literal") == (get_origin(member.core) is Literal) and ("dict[" in label) == (
            get_origin(member.core) is dict
        ):
            return number
    return 0


def _meant(rivals: Sequence[Mistake], values: Mapping[str, Any]) -> Iterator[Mistake]:
    path = rivals[0].union or ()
    value: Any = values
    for step in path:
        value = value[step]
    whole = shape_at(rivals[0].model, path) or rivals[0].shape
    fitting = [number for number, member in enumerate(whole.members) if _takes(member, value)]
    kept = [each for each in rivals if each.branch in fitting]
    if not kept or all(each.error in (*SHAPE_ERRORS, "literal_error") for each in kept if each.path == path):
        deeper = [each for each in kept if each.path != path]
        yield from deeper or (Mistake("no_member", path, value, whole, rivals[0].model, {}),)
        return
    for each in kept:
        if each.error != "literal_error":
            yield replace(each, shape=whole if each.path == path else each.shape)


def _takes(member: Shape, value: Any) -> bool:
    """Whether a member of a union is meant for a value of this type."""
    if isinstance(value, dict):
        return member.model is not None or get_origin(member.core) is dict
    if isinstance(value, list):
        return get_origin(member.core) is tuple
    if isinstance(value, bool) or value is None:
        return member.core is bool
    if isinstance(value, int | float):
        return member.core in (int, float, Period)
    return member.core in (str, Period) or get_origin(member.core) is Literal


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
