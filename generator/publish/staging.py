"""A fresh folder beside the site to build into, one build at a time, nothing left behind.

In: where the site lies. Out: a staged folder that is removed unless it was released. Not here: filling it.
Killed at any moment: the old site stands, and the next build clears the leftovers (`.stage-*`, and `.old-*` of a
two-step exchange that was cut short, which is put back when the site is missing).
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import Refusal

try:
    import fcntl
except ImportError:  # Windows: the lock is the existence of the file's exclusive handle
    fcntl = None  # type: ignore[assignment]


@contextlib.contextmanager
def only_build(site: Path, work: Path) -> Iterator[None]:
    """Hold the locks of `site` and of the caches in `work`; raises `Refusal` when another build holds one.

    The kernel frees them when a build dies.
    """
    with contextlib.ExitStack() as held:
        for lock in (site.parent / f".{site.name}.lock", work / "build.lock"):
            held.enter_context(_lock(lock, site.name))
        yield


@contextlib.contextmanager
def _lock(lock: Path, name: str) -> Iterator[None]:
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(lock, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
    except OSError as error:
        raise refusal(error, lock) from None
    try:
        if fcntl is not None:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise Refusal(f"another build of {name}/ is running; wait for it to end") from None
        yield
    finally:
        os.close(handle)


@contextlib.contextmanager
def staged(site: Path) -> Iterator[Path]:
    """A fresh folder beside `site`, so that it can take its place in one step; removed at the end if it is still there."""
    clear_leftovers(site)
    stage = site.parent / f".stage-{site.name}-{os.getpid()}"
    try:
        stage.mkdir(parents=True)
    except OSError as error:
        raise refusal(error, stage) from None
    try:
        yield stage
    except OSError as error:
        raise refusal(error, Path(error.filename or stage)) from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def clear_leftovers(site: Path) -> None:
    """Remove what a killed build left, and put the old site back if a two-step exchange was cut between its steps."""
    for old in sorted(site.parent.glob(f".old-{site.name}-*")):
        if not site.exists():
            old.rename(site)
        else:
            shutil.rmtree(old, ignore_errors=True)
    for left in site.parent.glob(f".stage-{site.name}-*"):
        shutil.rmtree(left, ignore_errors=True)


def refusal(error: OSError, path: Path) -> Refusal:
    """A file system's no in plain words, with the remedy."""
    import errno

    remedy = {
        errno.ENOSPC: "the disk is full; free some space",
        errno.EFBIG: "the disk takes no file of this size; choose another place with --site-dir",
        errno.EDQUOT: "your disk quota is used up; free some space",
        errno.EROFS: "the disk is read-only; choose another place with --site-dir",
        errno.EACCES: "the folder may not be written; change its permissions or choose another with --site-dir",
        errno.EPERM: "the folder may not be written; change its permissions or choose another with --site-dir",
    }.get(error.errno or 0, os.strerror(error.errno or 0))
    return Refusal(f"{path.name}: {remedy}. The old site was not touched.")
