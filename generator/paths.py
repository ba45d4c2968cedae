"""The one function that joins paths: the result never leaves its root.

In: a root folder and a relative address. Out: a path below the root. Not here: making folders or files.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath


class OutsideRoot(ValueError):
    """The address would lead out of the root."""


def below(root: Path, address: str) -> Path:
    """`root / address`; raises `OutsideRoot` for an absolute address, a backslash, a drive, or a step upward."""
    pure = PurePosixPath(address)
    if (
        pure.is_absolute()
        or not pure.parts
        or any(part in ("..", ".") for part in address.split("/"))
        or any(mark in address for mark in "\\:\0")
    ):
        raise OutsideRoot(f"{address!r} leads out of {root.name}")
    return root.joinpath(*pure.parts)
