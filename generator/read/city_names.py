"""What the cities of the base are called, to tell which of them a person means who wrote a city's name.

In: the folder of the cities' records, or a text. Out: the names of each city by its id, as they are compared; ids. A record that
cannot be read gives its id alone. Not here: whether records are right (`validate`), what follows from a name (`workbook_filed`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from generator.model.ids import is_id
from generator.read.yaml_source import MAX_BYTES, load

Names = Mapping[str, frozenset[str]]
_ACCENT: Final = re.compile("[\u0300-\u036f]")


def city_names(folder: Path) -> Names:
    """The cities whose records lie in `folder`, and what each is, was or may be called; nothing where there is no folder."""
    files = {file.stem: file for file in folder.glob("*.yml") if is_id(file.stem)}
    return {id: frozenset(map(alike, (id, id.replace("-", " "), *_called(files[id])))) for id in sorted(files)}


def alike(text: str) -> str:
    """A text as it is compared: capitals, wide letters, accents and the number of spaces do not count."""
    bare = _ACCENT.sub("", unicodedata.normalize("NFKD", text).casefold())
    return " ".join(unicodedata.normalize("NFKC", bare).split())


def is_called(id: str, text: str, names: Names) -> bool:
    """Whether `text` is the id or a name of the city `id`."""
    return alike(text) in names.get(id, (alike(id), alike(id.replace("-", " "))))


def called(text: str, names: Names) -> tuple[str, ...]:
    """The ids of the cities that `text` names: none, one, or as many as share the name."""
    return tuple(id for id in names if is_called(id, text, names))


def _called(file: Path) -> Iterator[str]:
    """Every name in a record, though the rest of it may be wrong."""
    try:
        with file.open("rb") as stream:
            values, _ = load(stream.read(MAX_BYTES + 1), file.name)
    except OSError:
        values = None
    if values is None:
        return
    for key in ("name", "official", "also", "former_ids"):
        yield from _texts(values.get(key))
    former = values.get("former_names")
    for each in former if isinstance(former, list) else [former]:
        yield from _texts(each.get("name") if isinstance(each, dict) else None)


def _texts(value: Any) -> Iterator[str]:
    """The texts in a value: one, a list of them, or by language."""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else [value]
    yield from (each for each in parts if isinstance(each, str))
