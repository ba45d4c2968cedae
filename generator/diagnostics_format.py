"""Diagnostics as text for people, GitHub annotations, JSON and SARIF 2.1.0.

In: diagnostics and counts. Out: one string. Not here: finding them.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import quote

from generator.diagnostics import Diagnostic, visible
from generator.rules import RULES

WIDTH: Final = 100
"""So many characters of a long line are shown."""


def _shown(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Without characters that would disturb a terminal or a log: file names and values are anybody's."""
    return [
        replace(
            each,
            span=replace(each.span, file=visible(each.span.file), text=visible(each.span.text.replace("\t", " "))),
            message=visible(each.message),
            fix=visible(each.fix),
        )
        for each in found
    ]


def _cells(text: str) -> int:
    """Width on a terminal: wide characters (Korean, Chinese) take two cells, combining marks none."""
    return sum(
        0
        if unicodedata.category(character) in ("Mn", "Me", "Cf")
        else 2
        if unicodedata.east_asian_width(character) in ("W", "F")
        else 1
        for character in text
    )


def _excerpt(text: str, column: int, line: int) -> list[str]:
    """The line with a caret below the column; a long line is cut around it."""
    start = max(0, column - 1 - WIDTH // 2) if len(text) > WIDTH else 0
    cut, rest = "…" if start else "", "…" if len(text) > start + WIDTH else ""
    number = f"{line:>5}"
    before = cut + text[start : column - 1]
    return [f"{number} | {cut}{text[start : start + WIDTH]}{rest}", f"{' ' * len(number)} | {' ' * _cells(before)}^"]


def as_text(found: Sequence[Diagnostic], files: int) -> str:
    """For a person at a terminal; the count comes last, since the tail is what people read."""
    lines: list[str] = []
    for each in _shown(found):
        span = each.span
        lines.append(f"{span.file}:{span.line}:{span.column}: {each.severity} {each.code}: {each.message}")
        if span.text:
            lines += _excerpt(span.text, span.column, span.line)
        if each.fix:
            lines.append(f"  fix: {each.fix}")
        lines.append(f"  why: wego explain {each.code}")
    lines.append(_count(found, files))
    return "\n".join(lines) + "\n"


def _count(found: Sequence[Diagnostic], files: int) -> str:
    errors = sum(1 for each in found if each.severity == "error")
    parts = [
        f"{number} {word}{'' if number == 1 else 's'}"
        for number, word in ((errors, "error"), (len(found) - errors, "warning"))
    ]
    return f"{', '.join(parts)} in {files} file{'' if files == 1 else 's'}."


def as_github(found: Sequence[Diagnostic], files: int) -> str:
    """Workflow commands that GitHub shows beside the line."""

    def escape(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def escape_property(text: str) -> str:
        return escape(text).replace(":", "%3A").replace(",", "%2C")

    return "".join(
        f"::{each.severity} file={escape_property(each.span.file)},line={each.span.line},col={each.span.column},title={each.code}::"
        f"{escape(_with_fix(each))}\n"
        for each in _shown(found)
    )


def _with_fix(each: Diagnostic) -> str:
    return f"{each.message}\n{each.fix}" if each.fix else each.message


def as_json(found: Sequence[Diagnostic], files: int) -> str:
    """One object with all diagnostics."""
    items = [
        {
            "code": each.code,
            "severity": each.severity,
            "file": each.span.file,
            "line": each.span.line,
            "column": each.span.column,
            "message": each.message,
            "fix": each.fix,
        }
        for each in _shown(found)
    ]
    return json.dumps({"files": files, "diagnostics": items}, ensure_ascii=False, indent=2) + "\n"


def as_sarif(found: Sequence[Diagnostic], files: int) -> str:
    """SARIF 2.1.0 (OASIS), for code scanning."""
    used = sorted({each.code for each in found})
    results = [_sarif_result(each, used.index(each.code)) for each in _shown(found)]
    driver = {"name": "wego", "rules": [_sarif_rule(code) for code in used]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _sarif_rule(code: str) -> dict[str, Any]:
    rule = RULES[code]
    return {
        "id": code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"wrong:\n{rule.wrong}\n\nright:\n{rule.right}"},
    }


def _sarif_result(each: Diagnostic, rule: int) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": each.span.line, "startColumn": each.span.column}
    if each.span.text:
        region["snippet"] = {"text": each.span.text}
    place = {"artifactLocation": {"uri": quote(each.span.file)}, "region": region}
    return {
        "ruleId": each.code,
        "ruleIndex": rule,
        "level": each.severity,
        "message": {"text": _with_fix(each)},
        "locations": [{"physicalLocation": place}],
    }


FORMATS: Final[Mapping[str, Callable[[Sequence[Diagnostic], int], str]]] = MappingProxyType(
    {"text": as_text, "github": as_github, "json": as_json, "sarif": as_sarif}
)
