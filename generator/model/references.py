"""Finds every id in a record that points to another record.

In: a record. Out: (path, id, kinds it may be of). The paths follow the models' annotations, so a new field needs no code here.
Not here: whether the id exists (`validate.references`).
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from generator.model.base import RefersTo
from generator.model.record import Record

Found = tuple[tuple[str | int, ...], str, tuple[str, ...]]
Walker = Callable[[Any, tuple[str | int, ...]], Iterator[Found]]


def references(record: Record) -> Iterator[Found]:
    """All references of `record`, in the order of its fields."""
    walker = _model_walker(type(record))
    return walker(record, ()) if walker else iter(())


@cache
def _model_walker(model: type[BaseModel]) -> Walker | None:
    fields: list[tuple[str, Walker]] = []
    for name, info in model.model_fields.items():
        annotation: Any = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
        if walker := _walker(annotation):
            fields.append((name, walker))
    if not fields:
        return None

    def walk(value: Any, path: tuple[str | int, ...]) -> Iterator[Found]:
        for name, walker in fields:
            inner = getattr(value, name)
            if inner is not None:
                yield from walker(inner, (*path, name))

    return walk


def _leaf(kinds: tuple[str, ...]) -> Walker:
    def walk(value: Any, path: tuple[str | int, ...]) -> Iterator[Found]:
        if isinstance(value, str):
            yield path, value, kinds

    return walk


def _each(walker: Walker) -> Walker:
    def walk(value: Any, path: tuple[str | int, ...]) -> Iterator[Found]:
        for number, item in enumerate(value):
            yield from walker(item, (*path, number))

    return walk


def _walker(annotation: Any) -> Walker | None:
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *metadata = get_args(annotation)
        kinds = next((each.kinds for each in metadata if isinstance(each, RefersTo)), None)
        return _leaf(kinds) if kinds else _walker(inner)
    if origin in (Union, types.UnionType):
        walkers = [walker for member in get_args(annotation) if (walker := _walker(member))]
        return walkers[0] if walkers else None
    if origin is tuple:
        inner_walker = _walker(get_args(annotation)[0])
        return _each(inner_walker) if inner_walker else None
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _model_walker(annotation)
    return None
