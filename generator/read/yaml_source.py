"""Strict YAML to plain values, and the position of every value when it is asked for.

In: the bytes of one file. Out: a mapping of plain values (str, int, float, bool, None, list, dict), or diagnostics.
Strict means: UTF-8 without control characters, YAML 1.2 core scalars (`no` and dates stay text), no aliases, anchors, tags,
duplicate keys or tabs; bounded size and depth. Not here: what the keys mean.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any, Final

import yaml

from generator.diagnostics import Diagnostic, Span
from generator.read.yaml_build import LOADER, MAX_DEPTH, built
from generator.read.yaml_syntax import LINE_END, Problem

__all__ = ["MAX_BYTES", "MAX_DEPTH", "Path", "Places", "decoded", "diagnostics", "excerpt", "load", "positions"]

MAX_BYTES: Final = 256 * 1024
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_ODD_INDENT: Final = re.compile("^ *[\t\xa0\u1680\u2000-\u200b\u202f\u205f\u3000]", re.MULTILINE)
_SAVE: Final = "save the file as UTF-8: in Notepad “Save as”, encoding UTF-8; in VS Code “Save with Encoding”, UTF-8"
_START: Final = "write the record, or delete the file; `wego new` starts one"

Path = tuple[str | int, ...]
Places = dict[Path, tuple[int, int, int, int]]


def load(data: bytes, name: str) -> tuple[dict[str, Any] | None, tuple[Diagnostic, ...]]:
    """The mapping in `data`, or None and why not. `name` is the file's name in messages."""
    if len(data) > MAX_BYTES:
        return None, diagnostics([_too_large()], "", name)
    text, problem = decoded(data)
    if problem is not None:
        return None, diagnostics([problem], text, name)
    value, problems = built(text)
    if not problems:
        if isinstance(value, dict) and value:
            return value, ()
        problems = [_not_a_record(value)]
    return None, diagnostics(problems, text, name)


def excerpt(line: str) -> str:
    """A line as it may be shown: without control characters, of bounded length."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", line)[:20_000]


def diagnostics(problems: list[Problem], text: str, name: str) -> tuple[Diagnostic, ...]:
    """Problems of a text as diagnostics of the file called `name`."""
    lines = LINE_END.split(text)
    return tuple(
        Diagnostic(
            each.code,
            Span(name, each.line + 1, each.column + 1, excerpt(lines[each.line]) if each.line < len(lines) else ""),
            each.message,
            each.fix,
        )
        for each in problems
    )


def decoded(data: bytes) -> tuple[str, Problem | None]:
    """The text in `data`, and what forbids reading it further."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error.start)
    if found := _CONTROL.search(text):
        return text, _control(text, found.start())
    if found := _ODD_INDENT.search(text):
        return text, _indent(text, found.end() - 1)
    if not text.strip():
        return text, Problem("WG109", 0, 0, "the file is empty", _START)
    return text, None


def _too_large() -> Problem:
    return Problem(
        "WG111",
        0,
        0,
        f"the file is larger than {MAX_BYTES:,} bytes, the most a record may have",
        "shorten the texts, and cite a long report as a source instead of copying it",
    )


def _control(text: str, offset: int) -> Problem:
    name = unicodedata.name(text[offset], "").lower()
    code = f"U+{ord(text[offset]):04X}{f' ({name})' if name else ''}"
    return Problem("WG102", *_at(text, offset), f"the invisible character {code} stands here", "delete it")


def _indent(text: str, offset: int) -> Problem:
    character = text[offset]
    if character == "\t":
        return Problem(
            "WG103",
            *_at(text, offset),
            "the line is indented with a tab; YAML knows only spaces",
            "use two spaces for each level",
        )
    name = unicodedata.name(character, "a special space").lower()
    return Problem(
        "WG103",
        *_at(text, offset),
        f"the line is indented with U+{ord(character):04X} ({name}); YAML knows only the plain space",
        "delete the indentation and type it again with the space bar, two for each level",
    )


def _at(text: str, offset: int) -> tuple[int, int]:
    before = LINE_END.split(text[:offset])
    return len(before) - 1, len(before[-1])


def _not_utf8(data: bytes, offset: int) -> tuple[str, Problem]:
    encoding, guess = _older_encoding(data)
    text = data.decode(encoding, "replace")
    line, column = _at(text, len(data[:offset].decode(encoding, "replace")))
    return text, Problem("WG101", line, column, f"byte 0x{data[offset]:02X} is not UTF-8{guess}", _SAVE)


def _older_encoding(data: bytes) -> tuple[str, str]:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16", "; the file looks like UTF-16, which Notepad calls “Unicode”"
    try:
        if re.search("[가-힣]{2}", data.decode("cp949")):
            return "cp949", "; the file looks like CP949, the older Korean encoding that Windows calls “ANSI”"
    except UnicodeDecodeError:
        pass
    return "utf-8", ""


def _not_a_record(value: Any) -> Problem:
    if value is None:
        return Problem("WG109", 0, 0, "the file holds only comments", _START)
    if value == {}:
        return Problem("WG109", 0, 0, "the file holds an empty map", _START)
    what = "a list" if isinstance(value, list) else "a single text"
    return Problem(
        "WG108",
        0,
        0,
        f"the file holds {what}; a record is made of `key: value` lines",
        "begin with a key, for example `title:`",
    )


def positions(text: str) -> Places:
    """For every value its zero-based (key line, key column, value line, value column); only called for files with errors."""
    loader = LOADER(text)
    found: Places = {}
    try:
        node = loader.get_single_node()
        if node is not None:
            _place(node, (), node, found)
    except yaml.YAMLError:
        # The file was changed since it was read; the next run tells its mistakes.
        return {}
    finally:
        loader.dispose()
    return found


def _place(node: Any, path: Path, key: Any, found: Places) -> None:
    found[path] = (key.start_mark.line, key.start_mark.column, node.start_mark.line, node.start_mark.column)
    if isinstance(node, yaml.MappingNode):
        for key_node, value_node in node.value:
            _place(value_node, (*path, str(key_node.value)), key_node, found)
    elif isinstance(node, yaml.SequenceNode):
        for number, child in enumerate(node.value):
            _place(child, (*path, number), child, found)
