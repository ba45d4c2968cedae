"""Work shared out to processes in batches that touch no shared state.

In: a function and items. Out: its results in order. Where processes cannot be forked, the work is done here.
Not here: what the work is.
"""

from __future__ import annotations

import gc
import multiprocessing
import sys
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")
SMALLEST = 200
"""Fewer items than this a process is not worth starting for."""


def can_fork() -> bool:
    """Whether forked workers see what this process has built, without copying it. macOS forbids it in practice."""
    return "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"


def in_batches(work: Callable[[Sequence[T]], R], items: Sequence[T], jobs: int) -> list[R]:
    """`work` on consecutive parts of `items`, one result each. An exception in a worker is raised here."""
    wanted = min(jobs, len(items) // SMALLEST)
    if wanted < 2 or not can_fork():
        return [work(items)] if items else []
    size = -(-len(items) // wanted)
    parts = [items[start : start + size] for start in range(0, len(items), size)]
    context = multiprocessing.get_context("fork")
    running = []
    gc.freeze()  # else every collection in a worker touches, and so copies, all that it shares with this process
    for part in parts:
        receiver, sender = context.Pipe(duplex=False)
        process = context.Process(target=_run, args=(work, part, sender), daemon=True)
        process.start()
        sender.close()
        running.append((process, receiver))
    try:
        return [_collect(receiver, process) for process, receiver in running]
    finally:
        gc.unfreeze()


def _run(work: Callable[[Sequence[T]], R], part: Sequence[T], sender: Connection) -> None:
    gc.disable()
    try:
        sender.send((True, work(part)))
    except BaseException as error:
        sender.send((False, error))
    finally:
        sender.close()


def _collect(receiver: Connection, process: multiprocessing.process.BaseProcess) -> R:  # type: ignore[type-var]
    try:
        fine, result = receiver.recv()
    except EOFError:
        process.join()
        raise RuntimeError(f"a worker ended without a word (exit code {process.exitcode})") from None
    process.join()
    if not fine:
        raise result
    return result  # type: ignore[no-any-return]
