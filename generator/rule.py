"""What a rule is.

In: nothing. Out: `Rule`. Not here: the rules (`rules`).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, as its page tells it: what it says, why it exists, a wrong and a right example."""

    code: str
    title: str
    why: str
    wrong: str
    right: str
