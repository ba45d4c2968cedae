"""The digests by which versions of the CeDS instrument are frozen: data/ceds/<version>/digest.txt.

In: the data folder. Out: for each version the digest written and that of its files as they are. Not here: what follows from a
difference (`validate.assessments`), writing the digest (`wego ceds freeze`).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.read.discover import DIGEST

KIND: Final = "ceds-digest"
"""The kind under which a digest travels among the sources; not a kind of record."""


@dataclass(frozen=True, slots=True)
class Frozen:
    """A version: `written` is empty where it is not frozen yet. `name` is its digest file in messages."""

    version: str
    path: Path
    name: str
    written: str
    actual: str


def versions(data: Path, shown: str = "data") -> tuple[Frozen, ...]:
    """Each version in data/ceds/, in order."""
    home = data / "ceds"
    folders = sorted(each for each in home.iterdir() if each.is_dir()) if home.is_dir() else []
    return tuple(
        Frozen(each.name, each / DIGEST, f"{shown}/ceds/{each.name}/{DIGEST}", _written(each / DIGEST), digest(each))
        for each in folders
        if not each.is_symlink() and not each.name.startswith(".")
    )


def digest(folder: Path) -> str:
    """SHA-256 over the names and contents of all files of a version but the digest itself; line ends count as one form."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*"), key=lambda each: each.relative_to(folder).as_posix()):
        address = path.relative_to(folder)
        if any(part.startswith(".") for part in address.parts) or address.as_posix() == DIGEST:
            continue
        if path.is_file() and not path.is_symlink():
            content = hashlib.sha256(_content(path).replace(b"\r\n", b"\n")).hexdigest()
            total.update(f"{address.as_posix()}\0{content}\n".encode("utf-8", "surrogateescape"))
    return total.hexdigest()


def _written(path: Path) -> str:
    if not path.is_file() or path.is_symlink():
        return ""
    return _content(path).decode("utf-8", "replace").strip()


def _content(path: Path) -> bytes:
    """Nothing where it cannot be read: that is told where the record is read."""
    try:
        return path.read_bytes()
    except OSError:
        return b""
