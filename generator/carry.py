"""What the last build made, so that what has not changed is carried over instead of made again.

In: the cache folder and the published site. Out: for an address and the key of its inputs, the file to link, or nothing.
A file that somebody touched since is not carried over. Not here: what goes into a key (`render.keys`).
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

FORMAT: Final = f"wego-built-3-{sys.implementation.cache_tag}-{marshal.version}\n".encode()


@dataclass(frozen=True, slots=True)
class Kept:
    """A published file: the key of its inputs, its SHA-256, what the file system said of it, its ids, what search knows of it,
    and what verification found on it."""

    key: str
    sha256: str
    size: int
    modified: int
    ids: tuple[str, ...] = ()
    search: tuple[Any, ...] | None = None
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Before:
    """The last build of a site."""

    site: Path
    files: Mapping[str, Kept]

    def unchanged(self, address: str, key: str) -> Kept | None:
        """The file at `address`, if it was made from the same inputs and lies in the site as it was written."""
        kept = self.files.get(address)
        if kept is None or kept.key != key:
            return None
        try:
            status = os.stat(self.site / address)
        except OSError:
            return None
        return kept if (status.st_size, status.st_mtime_ns) == (kept.size, kept.modified) else None


def _file(work: Path, site: Path) -> Path:
    return work / f"built-{hashlib.blake2b(os.fsencode(site), digest_size=6).hexdigest()}.cache"


def load(work: Path, site: Path) -> Before:
    """What is known of the last build of `site`; nothing when the note is missing, damaged or of another version."""
    try:
        data = _file(work, site).read_bytes()
        values = marshal.loads(data[len(FORMAT) :]) if data.startswith(FORMAT) else {}
        return Before(site, {address: Kept(*fields) for address, fields in values.items()})
    except (OSError, ValueError, EOFError, TypeError):
        return Before(site, {})


def save(work: Path, site: Path, files: Mapping[str, Kept]) -> None:
    """Note what was built; written beside its place and renamed."""
    target = _file(work, site)
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_suffix(f".{os.getpid()}.new")
    fresh.write_bytes(FORMAT + marshal.dumps({address: _plain(kept) for address, kept in files.items()}))
    fresh.replace(target)


def _plain(kept: Kept) -> tuple[Any, ...]:
    return kept.key, kept.sha256, kept.size, kept.modified, kept.ids, kept.search, kept.problems


def noted(folder: Path, address: str, key: str, sha256: str) -> Kept:
    """A note on a file just written."""
    status = os.stat(folder / address)
    return Kept(key, sha256, status.st_size, status.st_mtime_ns)
