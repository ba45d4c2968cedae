"""The page of a rule, and the fields of a kind, as text.

In: a code or kind. Out: text. Not here: the rules (`rules`) and the models (`model`).
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final, get_origin

from pydantic import BaseModel

from generator.diagnostics import nearest
from generator.model.kinds import KINDS
from generator.model.shapes import Shape, field_shape, words
from generator.rules import RULES

WIDTH: Final = 100


class Unknown(Exception):
    """Neither a rule nor a kind; the message names the nearest."""


def explain(word: str) -> str:
    """What `wego explain WORD` prints; raises `Unknown`."""
    if rule := RULES.get(word.upper()):
        wrong, right = (textwrap.indent(each, "  ") for each in (rule.wrong, rule.right))
        why = textwrap.fill(rule.why, WIDTH)
        return f"{rule.code}: {rule.title}\n\n{why}\n\nwrong:\n{wrong}\n\nright:\n{right}\n"
    if kind := KINDS.get(word.lower()) or next((each for each in KINDS.values() if each.folder == word.lower()), None):
        return fields_of(kind.name)
    near = nearest(word.upper(), RULES) or nearest(word, KINDS)
    raise Unknown(f"did you mean {near}?" if near else f"name a code such as WG201, or a kind: {', '.join(KINDS)}")


def fields_of(kind: str) -> str:
    """The fields of a kind: what must stand and what may, what each takes, and the parts they are made of."""
    model, folder = KINDS[kind].model, KINDS[kind].data
    parts: dict[str, type[BaseModel]] = {}
    lines = [f"{kind}: {_says(model)}", f"File: data/{folder}/<id>.yml", ""]
    for title, required in (("Required:", True), ("Optional:", False)):
        lines += [title, *_fields(model, required, parts), ""]
    done: set[str] = set()
    while waiting := [name for name in parts if name not in done]:
        done.add(waiting[0])
        lines += [f"{waiting[0]}: {_says(parts[waiting[0]])}", *_part(parts[waiting[0]], parts), ""]
    lines += [f"`wego new {kind} ID` starts one. Examples: content/en/contribute/records.md"]
    return "\n".join(lines) + "\n"


def _says(model: type[BaseModel]) -> str:
    # Of a generic model such as Statement[int] the origin has the docstring; its first paragraph says what it is.
    told = model.__doc__ or getattr(model.__pydantic_generic_metadata__["origin"], "__doc__", "") or ""
    return " ".join(told.partition("\n\n")[0].split())


def _part(model: type[BaseModel], parts: dict[str, type[BaseModel]]) -> Iterator[str]:
    yield from _fields(model, True, parts)
    yield from (line + " (optional)" for line in _fields(model, False, parts))


def _fields(model: type[BaseModel], required: bool, parts: dict[str, type[BaseModel]]) -> Iterator[str]:
    for name, info in model.model_fields.items():
        if info.is_required() == required and not (name == "id" and hasattr(model, "kind")):
            shape = field_shape(info)
            text = _named(shape, parts)
            first, *more = textwrap.wrap(text, WIDTH - 18, break_on_hyphens=False) or [""]
            yield "\n".join([f"  {name:<15} {first}", *(" " * 18 + line for line in more)])


def _named(shape: Shape, parts: dict[str, type[BaseModel]]) -> str:
    """What a field takes, a part by its name; the part is told below."""
    if get_origin(shape.core) is tuple:
        item = shape.item
        if item.model is not None and "Citation" not in item.model.__name__:
            statement = item.model.__name__.startswith("Statement")
            name = _remember(item.model, parts)
            return f"{name}, or a list of them where sources differ" if statement else f"a list, each item {name}"
    if shape.model is not None and shape.model.__name__ not in ("Citation", "TranslationStatus"):
        return _remember(shape.model, parts)
    return words(shape)


def _remember(model: type[BaseModel], parts: dict[str, type[BaseModel]]) -> str:
    name = "statement" if model.__name__.startswith("Statement") else _spaced(model.__name__)
    parts.setdefault(name, model)
    return f"a {name}"


def _spaced(name: str) -> str:
    """`CedsStatus` is `ceds status`."""
    return "".join(f" {each.lower()}" if each.isupper() else each for each in name).strip()
