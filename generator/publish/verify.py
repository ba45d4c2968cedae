"""The staged site is whole: links and anchors lead somewhere, pages say their language and title, and none is too heavy.

In: a staged folder. Out: diagnostics. It reads the finished HTML and trusts nothing the renderer says of it.
Not here: HTML validity and accessibility (the tests check those on pages of every kind).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from html import unescape
from pathlib import Path
from posixpath import join, normpath
from typing import Final
from urllib.parse import unquote

from generator.diagnostics import Diagnostic, Span

MAX_RECORD_BYTES: Final = 30 * 1024
"""A record's page; lists and reference pages are longer by nature."""
_TAG: Final = re.compile(r"<(?:!--.*?--|(script|style)\b[^>]*>.*?</\1|[a-z][^>]*)>", re.S)
_LINK: Final = re.compile(r'\s(?:href|src|action)="([^"]*)"')
_ID: Final = re.compile(r'\sid="([^"]*)"')
_LANGUAGE: Final = re.compile(r'<html lang="([^"]+)"')
_TITLE: Final = re.compile(r"<title>([^<]*)</title>")
_SCHEME: Final = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*:")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What one page needs from the others: links to (file, fragment), and what it offers."""

    address: str
    links: frozenset[tuple[str, str]]
    ids: frozenset[str]
    problems: tuple[str, ...]


def page_facts(stage: Path, address: str) -> PageFacts:
    """Read one page."""
    html = (stage / address).read_text("utf-8")
    links: set[tuple[str, str]] = set()
    ids: set[str] = set()
    problems: list[str] = []
    for tag in _TAG.finditer(html):
        text = tag.group()
        if text.startswith("<!--"):
            continue
        head = text[: text.index(">") + 1] if tag.group(1) else text
        for value in _LINK.findall(head):
            links |= {target} if (target := _target(address, unescape(value))) else set()
        for value in _ID.findall(head):
            if value in ids:
                problems.append(f"the id {value} stands twice")
            ids.add(unescape(value))
    return PageFacts(address, frozenset(links), frozenset(ids), (*problems, *_shape(address, html)))


def _target(address: str, href: str) -> tuple[str, str] | None:
    if not href or _SCHEME.match(href) or href.startswith("//"):
        return None
    path, _, fragment = href.partition("#")
    path = unquote(path.partition("?")[0])
    if path.startswith("/"):
        return path.lstrip("/"), fragment
    file = normpath(join(address.rpartition("/")[0], path)) if path else address
    return file, unquote(fragment)


def _shape(address: str, html: str) -> list[str]:
    problems = []
    language = _LANGUAGE.search(html)
    folder = address.partition("/")[0]
    if "/" in address and (language is None or language.group(1) != folder):
        problems.append(f"its language is {language.group(1) if language else 'not given'}, not {folder}")
    title = _TITLE.search(html)
    if title is None or not title.group(1).strip(" ·"):
        problems.append("it has no title")
    if "⟦" in html:
        problems.append("a slot was left open")
    if (
        address.count("/") == 2
        and not address.rpartition("/")[2].startswith("index")
        and len(html.encode()) > MAX_RECORD_BYTES
        and "wego-record" in html
    ):
        problems.append(f"it has {len(html.encode()):,} bytes of HTML, more than {MAX_RECORD_BYTES:,}")
    return problems


def verify(stage: Path, facts: Sequence[PageFacts], elsewhere: str = "") -> list[Diagnostic]:
    """Check all pages against each other and the files there are. `elsewhere` is a folder that is written later (`pagefind/`)."""
    files = {path.relative_to(stage).as_posix() for path in stage.rglob("*") if path.is_file()}
    ids: Mapping[str, frozenset[str]] = {each.address: each.ids for each in facts}
    found: list[Diagnostic] = []
    for page in facts:
        found += [
            Diagnostic(
                "WG602",
                Span(page.address),
                f"{page.address}: {problem}",
                _FIX,
                severity="warning" if "bytes of HTML" in problem else "error",
            )
            for problem in page.problems
        ]
        for file, fragment in sorted(page.links):
            if file not in files and not (elsewhere and file.startswith(elsewhere)):
                found.append(
                    Diagnostic(
                        "WG601",
                        Span(page.address),
                        f"{page.address} links to {file}, which does not exist",
                        "correct the link in the prose or record this page is made from",
                    )
                )
            elif fragment and file in ids and fragment not in ids[file]:
                found.append(
                    Diagnostic(
                        "WG601",
                        Span(page.address),
                        f"{page.address} links to {file}#{fragment}, which has no such place",
                        "correct the part after #",
                    )
                )
    return found


_FIX: Final = "this is a fault of a template or of prose; report it if you changed neither"


def facts_of(stage: Path, addresses: Sequence[str]) -> list[PageFacts]:
    """Facts of several pages."""
    return list(map(partial(page_facts, stage), addresses))
