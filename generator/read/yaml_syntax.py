"""What libyaml stumbles over, in the words of somebody who writes records.

In: libyaml's error and the text. Out: a `Problem` at the place that has to be changed. Not here: reading (`yaml_build`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import yaml

LINE_END: Final = re.compile(r"\r\n?|\n")
_WORKS: Final = (
    "compare with a record that works; text with any of : # [ ] { } , & * ! | > ' \" % @ ` belongs in quotes"
)


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding at a zero-based line and column, before it has a file."""

    code: str
    line: int
    column: int
    message: str
    fix: str


@dataclass(frozen=True, slots=True)
class _Stumble:
    """Where libyaml gave up (`line`, `column`) and where what it was reading began (`opened_*`)."""

    said: str
    while_: str
    lines: list[str]
    line: int
    column: int
    opened_line: int
    opened_column: int

    @property
    def before(self) -> str:
        return self._line(self.line)[: self.column]

    @property
    def after(self) -> str:
        return self._line(self.line)[self.column :]

    @property
    def opener(self) -> str:
        return self._line(self.opened_line)[self.opened_column : self.opened_column + 1]

    @property
    def opened_before(self) -> str:
        return self._line(self.opened_line)[: self.opened_column]

    @property
    def opened_text(self) -> str:
        return self._line(self.opened_line)[self.opened_column :]

    @property
    def previous(self) -> tuple[int, str]:
        """The last line above that is not blank."""
        number = next((each for each in range(self.line - 1, -1, -1) if self._line(each).strip()), 0)
        return number, self._line(number)

    def _line(self, number: int) -> str:
        return self.lines[number] if number < len(self.lines) else ""

    def here(self, message: str, fix: str) -> Problem:
        return Problem("WG104", self.line, self.column, message, fix)

    def opening(self, message: str, fix: str) -> Problem:
        return Problem("WG104", self.opened_line, self.opened_column, message, fix)


def told(error: yaml.MarkedYAMLError, text: str) -> Problem:
    """`error` as a problem."""
    stumble = _stumble(error, text)
    for said, teller in _TELLERS:
        if said in stumble.said or said in stumble.while_:
            return teller(stumble)
    return stumble.here(f"this cannot be read as YAML: {stumble.said}", _WORKS)


def _stumble(error: yaml.MarkedYAMLError, text: str) -> _Stumble:
    lines = LINE_END.split(text)
    mark: Any = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if line >= len(lines) or (line > 0 and not "".join(lines[line:]).strip()):
        # The end of the file: the last line that says something is what the editor should look at.
        line = max((number for number, each in enumerate(lines) if each.strip()), default=0)
        column = len(lines[line])
    opened: Any = error.context_mark
    return _Stumble(
        error.problem or "",
        error.context or "",
        lines,
        line,
        column,
        opened.line if opened else line,
        opened.column if opened else column,
    )


def _unclosed_quote(at: _Stumble) -> Problem:
    return at.opening(
        f"the quote {at.opener} that opens here is never closed", f"put {at.opener} at the end of the text"
    )


def _unclosed_bracket(at: _Stumble) -> Problem:
    close = "]" if at.opener == "[" else "}"
    if at.before.rstrip().endswith(('"', "'")):
        return _after_quote(at)
    if at.after[:1] in ("]", "}"):
        return at.here(f"{at.after[0]} closes what {at.opener} opened", f"write {close} instead")
    if at.line != at.opened_line or not at.after.strip():
        return at.opening(
            f"the {at.opener} that opens here is not closed before line {at.line + 1}",
            f"put {close} where the {'list' if close == ']' else 'map'} ends",
        )
    return at.here(
        f"a comma or {close} is missing here",
        f"put a comma between entries and {close} at the end; a text that holds a comma, colon or bracket goes in quotes",
    )


def _after_quote(at: _Stumble) -> Problem:
    return at.here(
        "a quoted text ends just before this, and something follows",
        "inside '…' write '' for an apostrophe, inside \"…\" write \\\" for a quote; and close every quote once",
    )


def _second_colon(at: _Stumble) -> Problem:
    number, previous = at.previous
    if re.search(r"\S\s*:\s", at.before):
        return at.here("a colon and a space stand inside a text without quotes", _in_quotes(at.before + at.after))
    if number != at.line and not re.search(r":(\s|$)", previous):
        return _no_colon(at, number, len(previous) - len(previous.lstrip()), previous)
    return at.here(
        f"this line is indented deeper than line {number + 1}, which already has its value",
        "begin it in the same column as the line above; if the line above is a text, put that text in quotes",
    )


def _no_colon(at: _Stumble, line: int, column: int, text: str) -> Problem:
    word = text.strip()
    if "：" in word:
        fix = "replace the wide colon ： by : and a space"
    elif found := re.match(r"([\w-]+):(\S.*)", word):
        fix = f"put a space after the colon: {found[1]}: {found[2][:40]}"
    else:
        fix = "write key: value; the continuation of a text is indented deeper than its key"
    return Problem("WG104", line, column, "this line is not `key: value`: it has no colon followed by a space", fix)


def _simple_key(at: _Stumble) -> Problem:
    return _no_colon(at, at.opened_line, at.opened_column, at.lines[at.opened_line][at.opened_column :])


def _no_key(at: _Stumble) -> Problem:
    if at.before.rstrip().endswith(('"', "'")):
        return _after_quote(at)
    first = at.after[:1]
    if first and first in "]}":
        return at.here(f"{first} closes nothing", f"delete it, or put {'[' if first == ']' else '{'} where it opens")
    if first == ":":
        return at.here("a key is missing before the colon", "write the key, or delete the line")
    if at.after.startswith("- "):
        return at.here(
            "a list item stands among keys", "begin it in the column of the list it belongs to, or give it a key"
        )
    return at.here(
        "this line begins in a column that fits no line above",
        "begin it exactly under the key or list item it stands beside",
    )


def _no_dash(at: _Stumble) -> Problem:
    return at.here(
        "a key stands among the items of a list",
        "indent it to belong to the item above, move it left to end the list, or begin it with `- `",
    )


def _bad_start(at: _Stumble) -> Problem:
    mark = at.opener
    block = re.fullmatch(r"\s*(?:- )?[\w-]+:\s+", at.opened_before)
    fix = _in_quotes(at.opened_before + at.opened_text) if block else f'put the text in quotes: "{mark}…"'
    return at.opening(f"a text without quotes cannot begin with {mark}", fix)


def _in_quotes(line: str) -> str:
    """The remedy, with the text itself where it is short enough to show."""
    found = re.fullmatch(r"\s*(?:- )?([\w-]+):\s+([^\"\\]{1,70}?)\s*", line)
    return f'put the text in quotes: {found[1]}: "{found[2]}"' if found else 'put the whole text in quotes: key: "…"'


def _escape(at: _Stumble) -> Problem:
    return at.here(
        'inside "…" a backslash begins a code such as \\n, and this is none',
        "write \\\\ for a backslash, or put the text in '…' instead",
    )


def _block_head(at: _Stumble) -> Problem:
    return at.opening(
        f"after {at.opener} the text begins in the next line",
        f"go on in the next line, indented by two spaces; if the text itself begins with {at.opener}, put it in quotes",
    )


def _second_document(at: _Stumble) -> Problem:
    return Problem("WG108", at.line, at.column, "the record has ended above this line", "one file holds one record")


def _no_entry(at: _Stumble) -> Problem:
    opened = max(at.before.rfind("["), at.before.rfind("{"))
    if opened >= 0 and not at.after.strip():
        mark = at.before[opened]
        close = "]" if mark == "[" else "}"
        return Problem("WG104", at.line, opened, f"the {mark} that opens here is not closed", f"put {close} at its end")
    return at.here("an entry is missing here", "delete the comma too many, or write the entry")


_TELLERS: Final[tuple[tuple[str, Callable[[_Stumble], Problem]], ...]] = (
    ("found unexpected end of stream", _unclosed_quote),
    ("found unexpected document indicator", _unclosed_quote),
    ("did not find expected ',' or", _unclosed_bracket),
    ("mapping values are not allowed", _second_colon),
    ("could not find expected ':'", _simple_key),
    ("cannot start any token", _bad_start),
    ("while scanning an alias", _bad_start),
    ("while scanning an anchor", _bad_start),
    ("while scanning a directive", _bad_start),
    ("while scanning a tag", _bad_start),
    ("did not find expected key", _no_key),
    ("did not find expected '-' indicator", _no_dash),
    ("escape character", _escape),
    ("hexdecimal", _escape),
    ("Unicode character escape", _escape),
    ("while scanning a block scalar", _block_head),
    ("did not find expected <document start>", _second_document),
    ("did not find expected node content", _no_entry),
)
