"""What every drawing says of itself.

In: nothing. Out: a frozen dataclass. Not here: the drawings (`ceds_parts`, `appraisal_charts`).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """What a drawing tells those who do not see it, and how to read it (the line below it)."""

    id: str
    title: str
    description: str
    key: str
