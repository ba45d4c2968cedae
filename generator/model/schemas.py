"""JSON Schemas of the kinds, for editors that complete and check while one writes.

In: the models. Out: one schema (JSON Schema 2020-12) for each kind, and for CeDS runs. A file's first line names its schema:
`# yaml-language-server: $schema=../schema/v1/<kind>.json`. Not here: writing them (`wego schema`), rules across records.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from pydantic import BaseModel

from generator.model.assessment import Assessment
from generator.model.kinds import KINDS
from generator.model.shapes import field_shape, named_by_path, words

_TEXTS: Final = MappingProxyType({"Markdown by language": "Text", "a name by language": "Names"})
"""Texts by language are told once, under $defs."""
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


SCHEMAS: Final = (*KINDS, Assessment.kind)
"""Names of all schemas."""


def schemas() -> Mapping[str, dict[str, Any]]:
    """The schema of each kind, by its name."""
    models: dict[str, type[BaseModel]] = {name: kind.model for name, kind in KINDS.items()}
    return MappingProxyType(
        {name: _schema(name, model) for name, model in (models | {Assessment.kind: Assessment}).items()}
    )


def _schema(name: str, model: type[BaseModel]) -> dict[str, Any]:
    made = model.model_json_schema()
    left_out = named_by_path(model)
    texts: dict[str, Any] = {}
    made = _texts_apart(made, texts)
    properties = {key: _tidy(each) for key, each in made["properties"].items() if key not in left_out}
    for key, each in properties.items():
        each["description"] = words(field_shape(model.model_fields[key]))
    parts = {_short(key): _tidy(part) for key, part in made.get("$defs", {}).items()}
    return {
        "$schema": DIALECT,
        "title": name,
        "description": made.get("description", ""),
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "required": [key for key in made.get("required", ()) if key not in left_out],
        "$defs": {**parts, **_tidy(texts)},
    }


def _texts_apart(schema: Any, texts: dict[str, Any]) -> Any:
    """`schema` with references to the texts by language, which go to `texts`."""
    if isinstance(schema, list):
        return [_texts_apart(each, texts) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if "propertyNames" in schema and (name := _TEXTS.get(str(schema.get("description")))):
        texts[name] = {key: each for key, each in schema.items() if key not in ("title", "default")}
        return {"$ref": f"#/$defs/{name}"}
    return {key: _texts_apart(each, texts) for key, each in schema.items()}


def _short(name: str) -> str:
    """`Statement_Annotated_float…` is `StatementNumber`."""
    if found := re.match(r"Statement_Annotated_(float|int)_", name):
        return "StatementNumber" if found[1] == "float" else "StatementCount"
    return name


def _tidy(schema: Any) -> Any:
    """Without pydantic's generated titles and empty defaults; null is nothing an editor writes."""
    if isinstance(schema, list):
        return [_tidy(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return {**schema, "$ref": "#/$defs/" + _short(str(schema["$ref"]).rpartition("/")[2])}
    if schema.get("anyOf") and {"type": "null"} in schema["anyOf"]:
        members = [each for each in schema["anyOf"] if each != {"type": "null"}]
        rest = {key: each for key, each in schema.items() if key not in ("anyOf", "default")}
        return _tidy({**rest, **(members[0] if len(members) == 1 else {"anyOf": members})})
    if schema.get("type") == "array" and "minLength" in schema:
        # pydantic calls it so where a validator of ours stands before the limit.
        schema = {key: each for key, each in schema.items() if key != "minLength"} | {"minItems": schema["minLength"]}
    return {
        key: _tidy_properties(each) if key == "properties" else _tidy(each)
        for key, each in schema.items()
        if key not in ("title", "default")
    }


def _tidy_properties(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: _tidy(each) for name, each in properties.items()}
