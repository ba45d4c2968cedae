"""What is wrong and where: spans, diagnostics, and the report that gathers them.

In: findings of any stage. Out: an ordered list of diagnostics, and `Problems` when a stage may not go on.
Not here: how they look (`diagnostics_format`), what each rule means (`rules`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Final, Literal

Severity = Literal["error", "warning"]
_UNSEEN: Final = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
"""Must not reach a terminal: control and reordering characters, and halves of characters from odd file names."""
_SHARED: Final = "example-"
"""The prefix of ids of invented records."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file; line and column count from 1. `file` is relative to the project and uses `/`."""

    file: str
    line: int = 1
    column: int = 1
    text: str = ""
    """The line itself, without its end, for the excerpt; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: rule, place, what is wrong with the offending value, and what to do."""

    code: str
    span: Span
    message: str
    fix: str = ""
    severity: Severity = "error"


class Problems(Exception):
    """The data has errors; the report holds them."""


class Refusal(Exception):
    """The machine does not allow the build: a full disk, a folder that cannot be written, a second build. Plain words."""


@dataclass
class Report:
    """Gathers diagnostics; the only thing in the pipeline that changes."""

    strict: bool = False
    found: list[Diagnostic] = field(default_factory=list)

    def add(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Take over diagnostics of a stage."""
        self.found.extend(diagnostics)

    @property
    def errors(self) -> int:
        """How many errors there are; under `strict` warnings count."""
        return sum(1 for each in self.found if each.severity == "error" or self.strict)

    @property
    def warnings(self) -> int:
        """How many warnings there are."""
        return sum(1 for each in self.found if each.severity == "warning")

    def ordered(self) -> tuple[Diagnostic, ...]:
        """All of them once, by file, line and column."""
        return tuple(
            sorted(
                dict.fromkeys(self.found),
                key=lambda each: (each.span.file, each.span.line, each.span.column, each.code, each.message),
            )
        )

    def stop_on_errors(self) -> None:
        """Raise `Problems` if anything found so far forbids going on."""
        if self.errors:
            raise Problems


def visible(text: str) -> str:
    """`text` with a replacement character for each that cannot be shown or would disturb a terminal."""
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text)


def nearest(value: str, known: Iterable[str]) -> str:
    """The known word most like `value`, or empty."""
    if len(value) > 200:
        return ""
    folded = value.casefold()
    by_folded = {word.casefold(): word for word in known}
    if folded.startswith(_SHARED):
        # What all invented records begin with makes none of them more like another.
        folded = folded.removeprefix(_SHARED)
        by_folded = {each.removeprefix(_SHARED): word for each, word in by_folded.items() if each.startswith(_SHARED)}
    found = get_close_matches(folded, by_folded, n=1, cutoff=0.7)
    return by_folded[found[0]] if found else ""


def suggestion(value: str, known: Iterable[str], otherwise: str) -> str:
    """`did you mean …?` for a near miss, else the plain remedy `otherwise`."""
    near = nearest(value, known)
    return f"did you mean {near}?" if near else otherwise
