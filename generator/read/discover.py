"""Which file is which kind and id, from its path alone.

In: the data folder. Out: record files in a stable order, and diagnostics for what does not belong. Nothing is opened here.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, Span, nearest, visible
from generator.model.base import ID_LENGTH
from generator.model.ids import id_like, is_id, is_reserved
from generator.model.kinds import EDITED, HOMES, KINDS

ADDRESSES: Final = "published-addresses.txt"
ASSESSMENTS: Final = "assessments"
OTHER_NAMES: Final = frozenset({"schema", ADDRESSES, ASSESSMENTS})
"""What data/ holds besides records: the schemas editors use, the list of published addresses, and CeDS runs (`run_files`)."""
DIGEST: Final = "digest.txt"
"""In the folder of a version of the CeDS instrument: the digest of its files, by which it is frozen."""


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A record file: where it is, how it is called in messages, and what its path says it is."""

    path: Path
    name: str
    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Discovered:
    """What lies in the data folder. `refused` are the records that misplaced or misnamed files were meant to be."""

    files: tuple[RecordFile, ...]
    refused: tuple[RecordFile, ...]
    found: tuple[Diagnostic, ...]


_Item = tuple[RecordFile | None, Diagnostic | None]
"""A record file, or what it was meant to be (if that can be told) and why it is refused."""


def record_files(data: Path, shown: str = "data") -> Discovered:
    """All record files below `data`, sorted by folder and name; `shown` is how the folder is called in messages."""
    items: list[_Item] = []
    for entry, problem in entries(data, shown):
        name = f"{shown}/{visible(entry.name)}" if entry else shown
        if entry is None or problem is not None:
            items.append((None, problem))
        elif entry.name in OTHER_NAMES:
            continue
        elif not entry.is_dir():
            items.append((None, _outside(entry, name)))
        elif _holds_kinds(entry.name):
            items += _folder(Path(entry.path), name, entry.name)
        else:
            items += _unknown_folder(entry, name)
    files = tuple(file for file, problem in items if file is not None and problem is None)
    twins = tuple(_twins(files))
    told = {(twin.span, "WG115") for twin in twins}
    found = dict.fromkeys(problem for _, problem in items if problem is not None)
    return Discovered(
        files,
        tuple(file for file, problem in items if file is not None and problem is not None),
        # A name that is wrong only by its capitals is told as a twin, and not a second time as no id.
        (*(each for each in found if (each.span, each.code) not in told), *twins),
    )


def entries(folder: Path, shown: str) -> Iterator[tuple[os.DirEntry[str] | None, Diagnostic | None]]:
    """What lies in a folder, without hidden files; a symbolic link comes with its diagnostic."""
    try:
        with os.scandir(folder) as there:
            listed = sorted(there, key=lambda each: each.name)
    except OSError as error:
        yield None, unreadable(shown, os.strerror(error.errno or 0))
        return
    for entry in listed:
        if not entry.name.startswith("."):
            yield entry, _symlink(f"{shown}/{visible(entry.name)}") if entry.is_symlink() else None


def _holds_kinds(home: str) -> bool:
    """Whether a folder below data/ is the home of a kind, or leads to one (`ceds`, `ceds/1.0`)."""
    return any(each == home or each.startswith(f"{home}/") for each in HOMES)


def _folder(folder: Path, shown: str, home: str) -> Iterator[_Item]:
    for entry, problem in entries(folder, shown):
        if entry is None:
            yield None, problem
            continue
        name = f"{shown}/{visible(entry.name)}"
        if problem is None and entry.name == DIGEST and home.startswith("ceds/") and home.count("/") == 1:
            continue
        if problem is None and entry.is_dir() and _holds_kinds(f"{home}/{entry.name}"):
            yield from _folder(Path(entry.path), name, f"{home}/{entry.name}")
            continue
        if home not in HOMES:
            yield (
                None,
                problem
                or misplaced(
                    name, f"the folders here are {', '.join(each for each in HOMES if each.startswith(home))}"
                ),
            )
            continue
        record, refusal = _record(Path(entry.path), name, HOMES[home].name)
        if problem is None and entry.is_dir():
            problem = _inner_folder(entry, name, shown)
        elif problem is None and not entry.name.endswith(".yml"):
            problem = misplaced(name, _ending(entry.name))
        elif problem is None and not entry.is_file():
            problem = unreadable(name, "it is not an ordinary file")
        yield record, problem or refusal


def _record(path: Path, name: str, kind: str) -> _Item:
    stem = path.name.removesuffix(".yml").removesuffix(".yaml")
    if not is_id(stem):
        better = id_like(stem)
        return RecordFile(path, name, kind, better), Diagnostic(
            "WG115",
            Span(name),
            f"{visible(stem)} cannot be an id: an id has small letters a-z, digits and single hyphens, at most {ID_LENGTH} characters",
            f"rename the file to {better}.yml" if better else "rename the file with Latin letters",
        )
    if is_reserved(stem):
        return RecordFile(path, name, kind, stem), Diagnostic(
            "WG117",
            Span(name),
            f"{stem} is a name the site or an operating system keeps for itself",
            f"choose another id, for example {stem}-1" if stem.isalpha() else "choose another id",
        )
    return RecordFile(path, name, kind, stem), None


def _outside(entry: os.DirEntry[str], name: str) -> Diagnostic:
    folders = ", ".join(sorted(kind.data for kind in EDITED))
    return misplaced(name, f"a record lies in the folder of its kind: {folders}; delete or move what is no record")


def folder_meant(name: str) -> str:
    """The folder of data/ that a wrong name was meant to be: misspelled, or named like its kind; else empty."""
    kind = nearest(name, [each.name for each in EDITED])
    return nearest(name, [each.data for each in EDITED]) or (KINDS[kind].data if kind else "")


def _unknown_folder(entry: os.DirEntry[str], name: str) -> Iterator[_Item]:
    near = folder_meant(entry.name)
    fix = (
        f"did you mean {near}?"
        if near
        else f"the folders of data/ are {', '.join(sorted(kind.data for kind in EDITED))}"
    )
    problem = misplaced(name, fix)
    yield None, problem
    for inner, _ in entries(Path(entry.path), name) if near else ():
        if inner is not None:
            yield _record(Path(inner.path), name, HOMES[near].name)[0], problem


def _inner_folder(entry: os.DirEntry[str], name: str, shown: str) -> Diagnostic:
    if entry.name.endswith(".yml"):
        return Diagnostic(
            "WG113",
            Span(name),
            f"{visible(entry.name)} is a folder; here every record is one file",
            f"put the record into a file {visible(entry.name)} and remove the folder",
        )
    return misplaced(name, f"records of a kind lie side by side: move its files up into {shown}/ and remove the folder")


def _ending(name: str) -> str:
    stem = name.partition(".")[0]
    if name.endswith(".yaml") and is_id(stem):
        return f"rename it to {stem}.yml"
    return "a record's name ends in .yml; delete or move what is no record"


def _twins(files: Iterable[RecordFile]) -> Iterator[Diagnostic]:
    # Valid ids are lower case, so twins arise between a valid file and a misnamed one; a case-blind disk shows only one.
    by_folder: dict[Path, list[RecordFile]] = {}
    for file in files:
        by_folder.setdefault(file.path.parent, []).append(file)
    for folder, members in by_folder.items():
        names = {file.path.name: file for file in members}
        for name in sorted(os.listdir(folder)):
            twin = names.get(name.casefold())
            if twin is not None and twin.path.name != name:
                yield Diagnostic(
                    "WG116",
                    Span(f"{twin.name.rpartition('/')[0]}/{visible(name)}"),
                    f"{visible(name)} and {twin.path.name} differ only by case; on many disks they are one file",
                    "keep one of the two, or give one of them another id",
                )


def _symlink(name: str) -> Diagnostic:
    return Diagnostic(
        "WG112",
        Span(name),
        "this is a symbolic link, which could lead out of the project",
        "put the file or folder itself in its place",
    )


def misplaced(name: str, fix: str) -> Diagnostic:
    return Diagnostic("WG114", Span(name), f"{name.rpartition('/')[2]} does not belong here", fix)


def unreadable(name: str, why: str) -> Diagnostic:
    return Diagnostic("WG118", Span(name), f"this cannot be read: {why}", "check what it is, and its permissions")
