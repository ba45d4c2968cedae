"""Which file is which CeDS run, from its path alone: data/assessments/<city>/<date>.yml.

In: the data folder. Out: files of the kind `assessment` with ids `<city>/<date>`, and diagnostics for what does not belong.
Not here: whether the city exists (`validate.assessments`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter, ValidationError

from generator.diagnostics import Diagnostic, Span, visible
from generator.model.dates import Day
from generator.model.ids import id_like, is_id
from generator.read.discover import ASSESSMENTS, Discovered, RecordFile, entries, misplaced, unreadable

KIND: Final = "assessment"
_DAY: Final = TypeAdapter(Day)
_Item = tuple[RecordFile | None, Diagnostic | None]


def run_files(data: Path, shown: str = "data") -> Discovered:
    """All runs below `data`, by city and date."""
    folder = data / ASSESSMENTS
    if not folder.is_dir() or folder.is_symlink():
        return Discovered((), (), _not_a_folder(folder, f"{shown}/{ASSESSMENTS}"))
    items = [
        item for entry, problem in entries(folder, f"{shown}/{ASSESSMENTS}") for item in _city(entry, problem, shown)
    ]
    return Discovered(
        tuple(file for file, problem in items if file is not None and problem is None),
        tuple(file for file, problem in items if file is not None and problem is not None),
        tuple(dict.fromkeys(problem for _, problem in items if problem is not None)),
    )


def _not_a_folder(path: Path, name: str) -> tuple[Diagnostic, ...]:
    if not path.exists() and not path.is_symlink():
        return ()
    return (misplaced(name, "put a folder in its place; a run lies in assessments/<city>/<date>.yml"),)


def _city(entry: os.DirEntry[str] | None, problem: Diagnostic | None, shown: str) -> Iterator[_Item]:
    """The runs in the folder of a city."""
    if entry is None or problem is not None:
        yield None, problem
        return
    name = f"{shown}/{ASSESSMENTS}/{visible(entry.name)}"
    if not entry.is_dir():
        yield None, misplaced(name, "a run lies in the folder of its city: assessments/<city>/<date>.yml")
    elif not is_id(entry.name):
        better = id_like(entry.name)
        fix = f"rename the folder to {better}" if better else "name the folder by the id of the city"
        yield None, Diagnostic("WG115", Span(name), f"{visible(entry.name)} cannot be the id of a city", fix)
    else:
        listed = list(entries(Path(entry.path), name))
        days = {each.name for each, _ in listed if each is not None}
        for each, wrong in listed:
            yield (None, wrong) if each is None else _run(each, wrong, entry.name, name, days)


def _run(entry: os.DirEntry[str], problem: Diagnostic | None, city: str, shown: str, beside: set[str]) -> _Item:
    name = f"{shown}/{visible(entry.name)}"
    stem = entry.name.removesuffix(".yml").removesuffix(".yaml")
    file = RecordFile(Path(entry.path), name, KIND, f"{city}/{stem}")
    if problem is not None:
        return None, problem
    if entry.is_dir():
        return None, misplaced(name, "runs lie side by side in the folder of their city; move its files up")
    if entry.name.endswith(".yaml") and f"{stem}.yml" in beside:
        return None, twice(name, f"{shown}/{stem}.yml")
    if not entry.name.endswith(".yml"):
        return None, misplaced(
            name, f"rename it to {visible(stem)}.yml" if is_day(stem) else "delete or move what is no run"
        )
    if not entry.is_file():
        return None, unreadable(name, "it is not an ordinary file")
    if not is_day(stem):
        return file, Diagnostic(
            "WG115",
            Span(name),
            f"{visible(stem)} is not a day; a run is named by the day on which it was finished",
            "rename the file, for example to 2026-05-04.yml",
        )
    return file, None


def twice(name: str, other: str) -> Diagnostic:
    """A second file for the run that `other` holds."""
    return Diagnostic(
        "WG456",
        Span(name),
        f"{other} holds the run of the same city and day already",
        "keep one of the two; a second run of the city has another date",
    )


def is_day(text: str) -> bool:
    """Whether a text is one exact day, written as 2026-05-04."""
    try:
        return str(_DAY.validate_python(text)) == text
    except ValidationError:
        return False
