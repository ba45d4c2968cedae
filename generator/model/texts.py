"""Finds every text by language in a record.

In: a record. Out: (path, map of language to text, whether it is Markdown). The paths follow the models' annotations, so a new
field needs no code here. Not here: which of them a reader gets (`render.texts`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, get_origin

from pydantic import BaseModel

from generator.model.base import Languages, Part
from generator.model.record import Record
from generator.model.shapes import Shape, field_shape

Path = tuple[str | int, ...]
Found = tuple[Path, dict[str, str], bool]
Walker = Callable[[Any, Path], Iterator[Found]]


def texts(record: Part) -> Iterator[Found]:
    """All texts by language of a record or a part of one, in the order of its fields."""
    walker = _model_walker(type(record))
    return walker(record, ()) if walker else iter(())


def original_digest(record: Record, field: str) -> str:
    """What translations of a field were made from: the first 8 hex digits of the SHA-256 of its texts in the original language."""
    joined = "\x1f".join(text.get(record.original, "") for path, text, _ in texts(record) if path[0] == field)
    return hashlib.sha256(joined.encode()).hexdigest()[:8]


@cache
def has_text(model: type[BaseModel], field: str) -> bool:
    """Whether a field of a model holds text by language, directly or further in."""
    info = model.model_fields.get(field)
    return info is not None and _walker(field_shape(info)) is not None


@cache
def _model_walker(model: type[BaseModel]) -> Walker | None:
    fields = [(name, walker) for name, info in model.model_fields.items() if (walker := _walker(field_shape(info)))]
    if not fields:
        return None

    def walk(value: Any, path: Path) -> Iterator[Found]:
        for name, walker in fields:
            inner = getattr(value, name)
            if inner:
                yield from walker(inner, (*path, name))

    return walk


def _walker(shape: Shape) -> Walker | None:
    if languages := shape.mark(Languages):
        return _leaf(languages.markdown)
    if len(shape.members) > 1:
        return next((walker for member in shape.members if (walker := _walker(member))), None)
    if shape.model is not None:
        return _model_walker(shape.model)
    if get_origin(shape.core) is tuple:
        inner = _walker(shape.item)
        return _each(inner) if inner else None
    return None


def _leaf(markdown: bool) -> Walker:
    def walk(value: Any, path: Path) -> Iterator[Found]:
        if isinstance(value, dict):
            yield path, value, markdown

    return walk


def _each(walker: Walker) -> Walker:
    def walk(value: Any, path: Path) -> Iterator[Found]:
        for number, item in enumerate(value):
            yield from walker(item, (*path, number))

    return walk
