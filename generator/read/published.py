"""The list of all addresses ever published, `data/published-addresses.txt`.

In: the data folder. Out: the lines as they stand. One address a line, folder and id: `cities/seoul`; lines that begin with `#`
and blank lines say nothing. Not here: whether the addresses still lead somewhere (`validate.published`).
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, Span
from generator.read import yaml_source
from generator.read.discover import ADDRESSES as NAME
from generator.read.yaml_syntax import LINE_END

KIND: Final = "published-addresses"
"""The kind under which the list travels among the sources; not a kind of record."""

__all__ = ["KIND", "NAME", "Published", "addresses"]


@dataclass(frozen=True, slots=True)
class Published:
    """The list: how the file is called in messages, and its lines."""

    name: str
    lines: tuple[str, ...]


def addresses(data: Path, shown: str) -> tuple[Published | None, tuple[Diagnostic, ...]]:
    """The list in the data folder; None where there is none or it cannot be read."""
    path, name = data / NAME, f"{shown}/{NAME}"
    if not path.is_file() or path.is_symlink():
        return None, ()
    try:
        content = path.read_bytes()
    except OSError as error:
        why = os.strerror(error.errno or 0)
        return None, (Diagnostic("WG118", Span(name), f"the file cannot be read: {why}", "check its permissions"),)
    text, problem = yaml_source.decoded(content)
    if problem is not None and problem.code != "WG109":
        return None, yaml_source.diagnostics([problem], text, name)
    return Published(name, tuple(LINE_END.split(text))), ()
