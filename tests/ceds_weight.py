"""How heavy pages of CeDS results may be.

In: files of pages. Out: those that are too heavy, with their bytes. Not here: what the first visit transfers (`tests.bench.weights`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

HEAVIEST: Final = 60 * 1024
"""Bytes of a page with its drawings."""
HEAVIEST_TEXT: Final = 30 * 1024
"""Bytes of a page without them."""


def too_heavy(pages: Iterable[Path]) -> dict[str, tuple[int, int]]:
    """Name, bytes with drawings, bytes without."""
    weights = {
        file.as_posix(): (len(data), len(re.sub(rb"<svg\b.*?</svg>", b"", data, flags=re.S)))
        for file in pages
        if (data := file.read_bytes())
    }
    return {name: each for name, each in weights.items() if each[0] > HEAVIEST or each[1] > HEAVIEST_TEXT}
