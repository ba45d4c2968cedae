"""JSON Schema of every kind, for editors and for readers of the API.

In: the models. Out: plain values. Not here: files.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.model.kinds import KINDS


def schemas() -> Mapping[str, dict[str, Any]]:
    """Schema by kind, as a file of that kind is written: without the id, which is the file's name."""
    found: dict[str, dict[str, Any]] = {}
    for kind in KINDS.values():
        schema = kind.model.model_json_schema()
        schema["properties"].pop("id", None)
        schema["required"] = [name for name in schema["required"] if name != "id"]
        found[kind.name] = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return found
