"""Parsed sources by content hash, so that an unchanged file is never parsed twice.

In: a cache folder. Out: plain values for a digest. A damaged or foreign cache counts as empty. Not here: validated records.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from pathlib import Path
from typing import Any, Final

FORMAT: Final = f"wego-parsed-2-{sys.implementation.cache_tag}-{marshal.version}".encode()
"""marshal is the fastest reader of plain values and differs between Python versions, hence the tag."""


def digest_of(data: bytes) -> str:
    """Content hash of a file: 128 bits of BLAKE2b."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def load(path: Path) -> dict[str, Any]:
    """Values by digest; empty when there is no cache or it cannot be read."""
    try:
        data = path.read_bytes()
        head, body = data[: len(FORMAT)], data[len(FORMAT) :]
        values = marshal.loads(body) if head == FORMAT else {}
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return values if isinstance(values, dict) else {}


def save(path: Path, values: dict[str, Any]) -> None:
    """Write the cache beside its place and rename, so that a kill leaves the old one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(f".{os.getpid()}.new")
    fresh.write_bytes(FORMAT + marshal.dumps(values))
    fresh.replace(path)
