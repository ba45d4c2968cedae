"""The description of the data files as an OpenAPI 3.1 document, so that programs can find and read them without this project's help.

In: the world. Out: (address, bytes). Every file is static: there is nothing but GET. Addresses are relative to the document, so that it
holds wherever the site lies. Not here: the files themselves (`exports`, `run_exports`), the schemas of records (`model.schemas`).
"""

from __future__ import annotations

import json
from typing import Any, Final

from generator import __version__
from generator.model.assessment import Assessment
from generator.model.kinds import KINDS
from generator.render import labels
from generator.render.context import World
from generator.render.exports import LICENCE, edition

ADDRESS: Final = "api/v1/openapi.json"
JSON: Final = "application/json"
ENVELOPE: Final = {"$ref": "#/components/schemas/envelope"}


def openapi_file(world: World) -> tuple[str, bytes]:
    """The document; it changes only with the kinds and the edition."""
    made = {
        "openapi": "3.1.0",
        "info": {
            "title": "WeGO knowledge base",
            "version": __version__,
            "summary": edition(world),
            "description": "Records as static files. Each JSON file is an envelope with its items; CSV files leave out what is "
            "invented for demonstration and what was withdrawn.",
            "license": {"name": "CC BY 4.0", "url": LICENCE},
        },
        "servers": [{"url": "."}],
        "paths": _paths(),
        "components": {"schemas": {"envelope": _envelope()}},
    }
    return ADDRESS, (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def _paths() -> dict[str, Any]:
    found: dict[str, Any] = {"/index.json": _get("All kinds with their files and counts", JSON, ENVELOPE)}
    for kind in KINDS.values():
        schema, name = _items(kind.name), labels.KIND[kind.name]
        found[f"/{kind.folder}.json"] = _get(f"{name[1]}: all records", JSON, schema)
        found[f"/{kind.folder}.csv"] = _get(f"{name[1]}: a row each", "text/csv", {"type": "string"})
        found[f"/{kind.folder}/{{id}}.json"] = _get(f"{name[0]}: one record", JSON, schema, ("id",))
    run = {"type": "object", "description": f"As in ../../schema/v1/{Assessment.kind}.json"}
    found["/assessments.json"] = _get("CeDS runs: all that are published", JSON, ENVELOPE)
    found["/assessments.csv"] = _get("CeDS runs: a row each", "text/csv", {"type": "string"})
    found["/assessments/{city}/{date}.json"] = _get("One CeDS run with its scores", JSON, ENVELOPE, ("city", "date"))
    found["/assessments/{city}/{date}.csv"] = _get(
        "The figures of one CeDS run", "text/csv", {"type": "string"}, ("city", "date")
    )
    found["/assessments/{city}/{date}.yml"] = _get(
        "One CeDS run as its editors write it", "application/yaml", run, ("city", "date")
    )
    return found


def _get(summary: str, media: str, schema: dict[str, Any], parameters: tuple[str, ...] = ()) -> dict[str, Any]:
    named = [{"name": each, "in": "path", "required": True, "schema": {"type": "string"}} for each in parameters]
    answers = {"200": {"description": summary, "content": {media: {"schema": schema}}}}
    missing = {"404": {"description": "There is no such record"}} if parameters else {}
    operation: dict[str, Any] = {"summary": summary, "responses": {**answers, **missing}}
    return {"get": {**operation, "parameters": named} if named else operation}


def _items(kind: str) -> dict[str, Any]:
    """An envelope whose items are records of a kind. Their own schema allows no other field, so what the file adds is told beside it."""
    one = {
        "type": "object",
        "description": f"The fields of ../../schema/v1/{kind}.json, with kind, id and, where it is so, invented",
        "required": ["kind", "id"],
        "properties": {"kind": {"const": kind}, "id": {"type": "string"}, "invented": {"const": True}},
    }
    return {"allOf": [ENVELOPE, {"type": "object", "properties": {"items": {"type": "array", "items": one}}}]}


def _envelope() -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["schema", "data_version", "as_of", "licence", "edition", "items"],
        "properties": {
            "schema": {"type": "string", "description": "Where the schema of the items is, relative to the file"},
            "data_version": {"type": "string", "description": "Changes whenever the data behind the file change"},
            "as_of": {"type": "string", "description": "The date of the edition"},
            "licence": {"type": "string", "format": "uri"},
            "edition": {"type": "string", "description": "Whose edition it is"},
            "items": {"type": "array"},
        },
    }
