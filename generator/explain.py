"""The page of a rule, and the fields of a kind, as text.

In: a code or kind. Out: text. Not here: the rules (`rules`) and the models (`model`).
"""

from __future__ import annotations

import textwrap
from typing import Any

from generator.diagnostics import suggestion
from generator.model.kinds import KINDS
from generator.rules import RULES


class Unknown(Exception):
    """Neither a rule nor a kind; the message names the nearest."""


def explain(word: str) -> str:
    """What `wego explain WORD` prints; raises `Unknown`."""
    if rule := RULES.get(word.upper()):
        return "\n".join(
            [
                f"{rule.code}: {rule.title}",
                "",
                *textwrap.wrap(rule.why, 100),
                "",
                "wrong:",
                textwrap.indent(rule.wrong, "  "),
                "",
                "right:",
                textwrap.indent(rule.right, "  "),
                "",
            ]
        )
    if kind := KINDS.get(word.lower()):
        return fields_of(kind.name)
    raise Unknown(
        suggestion(
            word.upper(), RULES, suggestion(word.lower(), KINDS, f"a code such as WG201, or a kind: {', '.join(KINDS)}")
        )
    )


def fields_of(kind: str) -> str:
    """The fields of a kind, one a line: name, whether it must stand, what it takes."""
    schema = KINDS[kind].model.model_json_schema()
    required = set(schema.get("required", ()))
    lines = [f"Fields of a {kind} (data/{KINDS[kind].folder}/<id>.yml)", ""]
    for name, field in schema["properties"].items():
        if name != "id":
            lines.append(f"  {name:<15} {'required' if name in required else 'optional'}  {_shape(field, schema)}")
    return "\n".join(lines) + "\n"


def _shape(field: dict[str, Any], schema: dict[str, Any]) -> str:
    if "$ref" in field:
        return _shape(schema["$defs"][field["$ref"].rpartition("/")[2]], schema)
    if "anyOf" in field:
        shapes = [_shape(each, schema) for each in field["anyOf"] if each.get("type") != "null"]
        return " or ".join(dict.fromkeys(shapes))
    if "enum" in field:
        return "one of " + ", ".join(str(each) for each in field["enum"])
    if field.get("type") == "array":
        return "list of " + _shape(field.get("items", {}), schema)
    if field.get("type") == "object":
        return (
            "map of " + ", ".join(field["properties"])
            if "properties" in field
            else "map of language to text"
            if "additionalProperties" in field
            else "map"
        )
    return {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false"}.get(
        str(field.get("type")), "text"
    )
