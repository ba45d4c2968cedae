"""Where the facts of the 2017 chapter stand: reads tests/facts/seed.yml; as a command prints the list by section.

`python -m tests.seed_facts` needs no build; the test looks into the built pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

FILE = Path(__file__).parent / "facts" / "seed.yml"
SECTIONS = (
    *("0", "1", "1.1", "1.2", "1.3", "2", "3.1", "3.1 (1)", "3.1 (2)", "3.1 (3)", "3.1 (4)", "3.1 (5)"),
    *("3.2", "3.2 I", "3.2 II", "3.2 III", "3.2 IV", "3.2 V", "3.2 VI", "3.3", "3.3.1", "3.3.2", "3.3.3", "3.3.4"),
    *("3.4", "3.4.1", "3.5", "3.5.1", "3.5.2", "3.6", "3.6.1", "3.6.2", "3.6.3", "3.7", "3.7.1", "3.7.2", "3.7.3"),
    *("3.8", "4", "4.1", "5", "6", "7", "8", "9"),
)
"""Every section of the chapter, as the list of its facts numbers them."""


@dataclass(frozen=True)
class Fact:
    """A fact, the page it stands on, and words that must be there."""

    section: str
    fact: str
    page: str
    words: tuple[str, ...]


def facts() -> tuple[Fact, ...]:
    """All facts in the order of the file."""
    return tuple(
        Fact(each["section"], each["fact"], each["page"], tuple(each["words"]))
        for each in yaml.safe_load(FILE.read_text("utf-8"))
    )


def report() -> str:
    """A line for each fact; sections without a fact are named at the end."""
    lines = [f"§{each.section:<8} {each.page:<48} {each.fact}" for each in facts()]
    missing = [section for section in SECTIONS if section not in {each.section for each in facts()}]
    return "\n".join([*lines, f"sections without a page: {', '.join(missing) or 'none'}"])


if __name__ == "__main__":
    print(report())
