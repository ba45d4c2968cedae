"""Which file is which kind and id, from its path alone.

In: the data folder. Out: record files in a stable order, and diagnostics for what does not belong. Nothing is opened here.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, Span, suggestion
from generator.model.base import ID_LENGTH, ID_PATTERN
from generator.model.kinds import FOLDERS

OTHER_NAMES: Final = frozenset({"schema", "published-addresses.txt"})
"""What data/ holds besides records: the schemas editors use, and the list of published addresses."""
_ID = re.compile(ID_PATTERN)


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A record file: where it is, how it is called in messages, and what its path says it is."""

    path: Path
    name: str
    kind: str
    id: str


def record_files(data: Path, shown: str = "data") -> tuple[tuple[RecordFile, ...], tuple[Diagnostic, ...]]:
    """All record files below `data`, sorted by folder and name; `shown` is how the folder is called in messages."""
    files: list[RecordFile] = []
    found: list[Diagnostic] = []
    for entry in sorted(os.scandir(data), key=lambda each: each.name):
        name = f"{shown}/{entry.name}"
        if entry.name.startswith(".") or entry.name in OTHER_NAMES:
            continue
        if entry.is_symlink():
            found.append(_symlink(name))
        elif not entry.is_dir():
            found.append(_misplaced(name, "a record lies in the folder of its kind: " + ", ".join(sorted(FOLDERS))))
        elif entry.name not in FOLDERS:
            found.append(
                _misplaced(
                    name, suggestion(entry.name, FOLDERS, "the folders of data/ are " + ", ".join(sorted(FOLDERS)))
                )
            )
        else:
            for item in _folder(Path(entry.path), name, FOLDERS[entry.name].name):
                (files if isinstance(item, RecordFile) else found).append(item)  # type: ignore[arg-type]
    found += _twins(files)
    return tuple(files), tuple(found)


def _folder(folder: Path, shown: str, kind: str) -> Iterator[RecordFile | Diagnostic]:
    for entry in sorted(os.scandir(folder), key=lambda each: each.name):
        name = f"{shown}/{entry.name}"
        if entry.name.startswith("."):
            continue
        if entry.is_symlink():
            yield _symlink(name)
        elif entry.is_dir():
            yield Diagnostic(
                "WG113",
                Span(name),
                f"{entry.name} is a folder; here every record is one file",
                f"move its files up into {shown}/ and remove the folder",
            )
        elif not entry.name.endswith(".yml"):
            yield _misplaced(name, f"a record's name ends in .yml: {entry.name.partition('.')[0]}.yml")
        else:
            yield _record(Path(entry.path), name, kind)


def _record(path: Path, name: str, kind: str) -> RecordFile | Diagnostic:
    stem = path.name.removesuffix(".yml")
    if _ID.match(stem) and len(stem) <= ID_LENGTH:
        return RecordFile(path, name, kind, stem)
    better = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")[:ID_LENGTH].strip("-")
    return Diagnostic(
        "WG115",
        Span(name),
        f"{stem!r} cannot be an id: small letters a-z, digits and single hyphens, at most {ID_LENGTH} characters",
        f"rename the file to {better}.yml" if better else "rename the file with Latin letters",
    )


def _twins(files: list[RecordFile]) -> Iterator[Diagnostic]:
    # Valid ids are lower case, so twins arise between a valid file and one refused above; a case-blind disk shows only one.
    seen: dict[tuple[str, str], RecordFile] = {}
    for folder in {file.path.parent for file in files}:
        for name in sorted(os.listdir(folder)):
            if not name.endswith(".yml"):
                continue
            stem = name.removesuffix(".yml")
            key = (str(folder), stem.casefold())
            twin = next(
                (
                    file
                    for file in files
                    if file.path.parent == folder and file.id == stem.casefold() and file.id != stem
                ),
                None,
            )
            if twin is not None and key not in seen:
                seen[key] = twin
                shown = f"{twin.name.rpartition('/')[0]}/{name}"
                yield Diagnostic(
                    "WG116",
                    Span(shown),
                    f"{name} and {twin.path.name} differ only by case; on many disks they are one file",
                    "keep one of the two, or give one another id",
                )


def _symlink(name: str) -> Diagnostic:
    return Diagnostic(
        "WG112", Span(name), "this is a symbolic link; links could lead out of the project", "put the file itself here"
    )


def _misplaced(name: str, fix: str) -> Diagnostic:
    return Diagnostic("WG114", Span(name), f"{name.rpartition('/')[2]} does not belong here", fix)
