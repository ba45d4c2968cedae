"""The text a new record starts with: every required key to fill in, every optional one as a comment.

In: a kind and the day. Out: YAML text. Not here: where it goes (`cli_records`).
"""

from __future__ import annotations

from typing import Final, get_origin

from pydantic.fields import FieldInfo

from generator.model.base import Languages
from generator.model.kinds import KINDS
from generator.model.shapes import Shape, field_shape, words

WIDTH: Final = 16
_LAST: Final = ("sources", "added", "original", "translation")
"""What all kinds have in common stands below what is the kind's own."""
_LATER: Final = ("id", "reviewed", "former_ids", "withdrawn")
"""The file's name, and keys that a new record cannot have yet."""


def starting_text(kind: str, day: str) -> str:
    """A record of `kind` added on `day`, which `wego check` accepts once every required key has its value."""
    fields = {name: info for name, info in KINDS[kind].model.model_fields.items() if name not in _LATER}
    order = [*(name for name in fields if name not in _LAST), *_LAST]
    required = [line for name in order if fields[name].is_required() for line in _required(name, fields[name], day)]
    optional = [_commented(name, fields[name]) for name in order if not fields[name].is_required()]
    return "\n".join(
        [
            modeline(kind),
            *required,
            "",
            f"# May be left out; delete # and fill in what you know. wego explain {kind}",
            *optional,
            "",
        ]
    )


def modeline(kind: str) -> str:
    """The first line of a record's file, by which editors find the schema of its kind."""
    up = "../" * (KINDS[kind].data.count("/") + 1)
    return f"# yaml-language-server: $schema={up}schema/v1/{kind}.json"


def _required(name: str, info: FieldInfo, day: str) -> list[str]:
    if name == "added":
        return [f"added: {day}"]
    shape = field_shape(info)
    if shape.mark(Languages):
        return [f"{name}:", "  en:"]
    if get_origin(shape.core) is tuple:
        return [_line(f"{name}: []", shape)]
    return [_line(f"{name}:", shape)]


def _commented(name: str, info: FieldInfo) -> str:
    return _line(f"# {name}:", field_shape(info))


def _line(start: str, shape: Shape) -> str:
    return f"{start:<{WIDTH}}  # {words(shape)}"
