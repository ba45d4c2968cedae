"""The staged site takes the old one's place.

In: a staged folder and the site's. Out: the site. On Linux in one step (renameat2 with RENAME_EXCHANGE), so that no reader ever
misses a page; elsewhere by two renames, between which there is no site for an instant; `staging.clear_leftovers` repairs a
cut between them.
"""

from __future__ import annotations

import ctypes
import os
import shutil
from pathlib import Path
from typing import Final

from generator.publish.staging import refusal

_AT_FDCWD: Final = -100
_EXCHANGE: Final = 2


def release(stage: Path, site: Path) -> str:
    """Put `stage` in the place of `site`; returns how: `first`, `exchange` or `two renames`. Raises `Refusal`."""
    try:
        return _release(stage, site)
    except OSError as error:
        raise refusal(error, site) from None


def _release(stage: Path, site: Path) -> str:
    if not site.exists():
        stage.rename(site)
        return "first"
    if not os.access(site, os.W_OK):
        raise PermissionError(13, "not writable", str(site))
    old = site.parent / f".old-{site.name}-{os.getpid()}"
    if _exchange(stage, site):
        stage.rename(old)
        how = "exchange"
    else:
        site.rename(old)
        stage.rename(site)
        how = "two renames"
    shutil.rmtree(old, ignore_errors=True)
    return how


def _exchange(first: Path, second: Path) -> bool:
    """Exchange two folders in one step; False where the system cannot."""
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    return bool(call(_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _EXCHANGE) == 0)
