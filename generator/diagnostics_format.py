"""Diagnostics as text for people, GitHub annotations, JSON and SARIF 2.1.0.

In: diagnostics and counts. Out: one string. Not here: finding them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from generator.diagnostics import Diagnostic
from generator.rules import RULES


def _excerpt(text: str, column: int, line: int) -> list[str]:
    """The line with a caret; a long line is cut around the column, wide characters count two cells."""
    start = max(0, column - 60)
    shown = text[start : start + 100].replace("\t", " ")
    before = shown[: max(0, column - 1 - start)]
    cells = sum(2 if ord(character) > 0x1100 else 1 for character in before)
    number = f"{line:>5}"
    return [f"{number} | {shown}", f"{' ' * len(number)} | {' ' * cells}^"]


def as_text(found: Sequence[Diagnostic], files: int) -> str:
    """For a person at a terminal; the count comes last, since the tail is what people read."""
    lines: list[str] = []
    for each in found:
        lines.append(
            f"{each.span.file}:{each.span.line}:{each.span.column}: {each.severity} {each.code}: {each.message}"
        )
        if each.span.text:
            lines += _excerpt(each.span.text, each.span.column, each.span.line)
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
        f"{escape(each.message + (chr(10) + each.fix if each.fix else ''))}\n"
        for each in found
    )


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
        for each in found
    ]
    return json.dumps({"files": files, "diagnostics": items}, ensure_ascii=False, indent=2) + "\n"


def as_sarif(found: Sequence[Diagnostic], files: int) -> str:
    """SARIF 2.1.0 (OASIS), for code scanning."""
    used = sorted({each.code for each in found})
    rules = [
        {"id": code, "shortDescription": {"text": RULES[code].title}, "fullDescription": {"text": RULES[code].why}}
        for code in used
    ]
    results = [_sarif_result(each, used.index(each.code)) for each in found]
    run = {"tool": {"driver": {"name": "wego", "rules": rules}}, "columnKind": "unicodeCodePoints", "results": results}
    return (
        json.dumps(
            {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]},
            ensure_ascii=False,
            indent=2,
        )
        + "\n"
    )


def _sarif_result(each: Diagnostic, rule: int) -> dict[str, Any]:
    region = {"startLine": each.span.line, "startColumn": each.span.column}
    place = {"artifactLocation": {"uri": each.span.file}, "region": region}
    message = f"{each.message}\n{each.fix}" if each.fix else each.message
    return {
        "ruleId": each.code,
        "ruleIndex": rule,
        "level": each.severity,
        "message": {"text": message},
        "locations": [{"physicalLocation": place}],
    }


FORMATS: Final[Mapping[str, Callable[[Sequence[Diagnostic], int], str]]] = MappingProxyType(
    {"text": as_text, "github": as_github, "json": as_json, "sarif": as_sarif}
)
