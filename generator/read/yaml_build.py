"""One pass over libyaml's events: plain values, and what strict YAML refuses.

In: the text of one file. Out: plain values (str, int, float, bool, None, list, dict) and problems.
Not here: bytes and encodings (`yaml_source`), wording of syntax errors (`yaml_syntax`).
"""

from __future__ import annotations

import re
from typing import Any, Final

import yaml

from generator.read.yaml_syntax import Problem, told

MAX_DEPTH: Final = 12
LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INT: Final = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_FLOAT: Final = re.compile(
    r"[-+]?(?:(?:0|[1-9][0-9]*)\.[0-9]*|\.[0-9]+|(?:0|[1-9][0-9]{0,17}))(?:[eE][-+]?[0-9]{1,3})?"
)
_WORDS: Final = {
    "": None,
    "~": None,
    "null": None,
    "true": True,
    "false": False,
    ".nan": float("nan"),
    ".inf": float("inf"),
    "-.inf": float("-inf"),
    "+.inf": float("inf"),
}
_NUMBER_START: Final = frozenset("-+.0123456789")
_OWN: Final = "every record stands on its own"


class _Stop(Exception):
    """What follows cannot be read in a useful way."""


def scalar(text: str) -> Any:
    """The value of an unquoted scalar by the YAML 1.2 core schema, without octal and hexadecimal."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in _NUMBER_START:
        if _INT.fullmatch(text):
            return int(text)
        if _FLOAT.fullmatch(text):
            return float(text)
    return text


def built(text: str) -> tuple[Any, list[Problem]]:
    """The value of `text`; with problems it is not to be used."""
    building = _Building()
    loader = LOADER(text)
    try:
        building.take(loader.get_event)
    except _Stop:
        pass
    except yaml.MarkedYAMLError as error:
        building.problems.append(told(error, text))
    except (yaml.YAMLError, ValueError) as error:
        building.problems.append(
            Problem("WG104", 0, 0, f"this cannot be read as YAML: {error}", "compare with a record that works")
        )
    finally:
        loader.dispose()
    return building.root, building.problems


class _Building:
    """The value while it grows. A stack frame is [container, pending key or None, events of its keys]."""

    __slots__ = ("documents", "frame", "problems", "root", "stack")

    def __init__(self) -> None:
        self.root: Any = None
        self.problems: list[Problem] = []
        self.stack: list[list[Any]] = []
        self.frame: list[Any] | None = None
        self.documents = 0

    def take(self, next_event: Any) -> None:
        """Take all events. Scalars, nine in ten events, are handled here without a further call: this is the hot path."""
        scalar_event, words, starts = yaml.ScalarEvent, _WORDS, _NUMBER_START
        other = {
            yaml.MappingStartEvent: self._open,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        while (event := next_event()) is not None:
            if type(event) is not scalar_event:
                if handle := other.get(type(event)):
                    handle(event)
                continue
            if event.anchor or event.tag:
                self._marked(event)
            value = event.value
            frame = self.frame
            if frame is not None and frame[1] is None and frame[2] is not None:
                self._key(frame, value, event)
                continue
            if event.implicit[0] and (value in words or value[0] in starts):
                value = scalar(value)
            self._put(value)

    def _put(self, value: Any) -> None:
        frame = self.frame
        if frame is None:
            self.root = value
        elif frame[2] is None:
            frame[0].append(value)
        else:
            frame[0][frame[1]] = value
            frame[1] = None

    def _key(self, frame: list[Any], key: str, event: Any) -> None:
        if (first := frame[2].get(key)) is not None:
            self._problem(
                "WG105",
                event,
                f"the key {key} stands twice; the first is in line {first.start_mark.line + 1}",
                "keep one of the two",
            )
        frame[2][key] = event
        frame[1] = key

    def _open(self, event: Any) -> None:
        if event.anchor or event.tag:
            self._marked(event)
        if len(self.stack) >= MAX_DEPTH:
            self._problem(
                "WG110",
                event,
                f"this is nested deeper than {MAX_DEPTH} levels",
                "correct the indentation; no field of a record is that deep",
            )
            raise _Stop
        if self.frame is not None and self.frame[2] is not None and self.frame[1] is None:
            self._problem(
                "WG104", event, "a key must be a word, not a list or a map", "put the braces or brackets in quotes"
            )
            raise _Stop
        is_map = type(event) is yaml.MappingStartEvent
        self.frame = [{}, None, {}] if is_map else [[], None, None]
        self.stack.append(self.frame)

    def _close(self, event: Any) -> None:
        value = self.stack.pop()[0]
        self.frame = self.stack[-1] if self.stack else None
        self._put(value)

    def _alias(self, event: Any) -> None:
        self._problem(
            "WG106",
            event,
            f"*{event.anchor} is an alias",
            f"write the value out, {_OWN}; a text that begins with * goes in quotes",
        )
        frame = self.frame
        if frame is not None and frame[1] is None and frame[2] is not None:
            frame[1] = f"*{event.anchor}"
        else:
            self._put(None)

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self._problem("WG108", event, "a second document begins here", "one file holds one record")
            raise _Stop

    def _marked(self, event: Any) -> None:
        if event.anchor:
            self._problem(
                "WG106",
                event,
                f"&{event.anchor} is an anchor",
                f"write the value out where it is needed, {_OWN}; a text that begins with & goes in quotes",
            )
        if event.tag:
            self._problem(
                "WG107",
                event,
                f"{event.tag} is a YAML tag",
                "delete the tag; a text that begins with ! goes in quotes",
            )

    def _problem(self, code: str, event: Any, message: str, fix: str) -> None:
        self.problems.append(Problem(code, event.start_mark.line, event.start_mark.column, message, fix))
