"""The staged site is whole: links and anchors lead somewhere, pages say their language and title, and none is too heavy.

In: a staged folder. Out: diagnostics. It reads the finished HTML and trusts nothing the renderer says of it.
Not here: HTML validity and accessibility (the tests check those on pages of every kind).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from pathlib import Path
from posixpath import join, normpath
from typing import Final
from urllib.parse import unquote

from generator.diagnostics import Diagnostic, Span

TOLD_PAGES: Final = 3
"""A link that stands in the frame of every page is one mistake, not ten thousand."""
MAX_RECORD_BYTES: Final = 30 * 1024
"""A record's page, or the result of a run without its drawings; lists and reference pages are longer by nature."""
MAX_RESULT_BYTES: Final = 60 * 1024
"""The result of a run with its drawings."""
_LINK: Final = re.compile(r'<[a-z][^<>]*?\s(?:href|src|action)="([^"]*)"')
_ID: Final = re.compile(r'<[a-z][^<>]*?\sid="([^"]*)"')
"""Two patterns that only look inside tags. They rely on what a test proves: `<` and `>` are escaped in texts, values and data blocks."""
_LANGUAGE: Final = re.compile(r'<html lang="([^"]+)"')
_TITLE: Final = re.compile(r"<title>([^<]*)</title>")
_PLAIN: Final = re.compile(r"(?!/)(?:\.\./)*[\w/-]*(?:\.[a-z0-9]+)*(?:#[\w-]*)?")
_DRAWING: Final = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_SCHEME: Final = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*:")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What one page needs from the others: links to (file, fragment), and what it offers."""

    address: str
    links: frozenset[tuple[str, str]]
    ids: frozenset[str]
    problems: tuple[str, ...]


def page_facts(address: str, data: bytes, base: str = "/") -> PageFacts:
    """Read one page, as written. `base` is the path the site will lie under; only 404.html has absolute links."""
    html = data.decode()
    folder = address.rpartition("/")[0]
    links = {target for value in set(_links(html)) if (target := _target(folder, value, base))}
    links = {(file or address, fragment) for file, fragment in links}
    ids = [unescape(value) for value in _ids(html)]
    problems = [f"the id {value} stands twice" for value, number in Counter(ids).items() if number > 1]
    return PageFacts(address, frozenset(links), frozenset(ids), (*problems, *_shape(address, html, len(data))))


def _links(html: str) -> list[str]:
    """Values of href, src and action. On record pages every quote in a text is escaped, so that splitting, four times as fast, is enough."""
    if "wego-record" not in html:
        return list(_LINK.findall(html))
    return [part[: part.index('"')] for name in ('href="', 'src="', 'action="') for part in html.split(name)[1:]]


def _ids(html: str) -> list[str]:
    if "wego-record" not in html:
        return list(_ID.findall(html))
    return [part[: part.index('"')] for part in html.split(' id="')[1:]]


@lru_cache(maxsize=65536)
def _target(folder: str, value: str, base: str) -> tuple[str, str] | None:
    """File and fragment a link on a page in `folder` leads to; no file means the page itself, None another site."""
    if _PLAIN.fullmatch(value):  # nearly all links: no scheme, query, entity or escape; five times as fast
        path, _, fragment = value.partition("#")
        while path.startswith("../"):
            path, folder = path[3:], folder.rpartition("/")[0]
        return (f"{folder}/{path}" if path and folder else path), fragment
    href = unescape(value)
    if not href or _SCHEME.match(href) or href.startswith("//"):
        return None
    path, _, fragment = href.partition("#")
    path = unquote(path.partition("?")[0])
    if path.startswith("/"):
        return path.removeprefix(base).lstrip("/"), unquote(fragment)
    return (normpath(join(folder, path)) if path else ""), unquote(fragment)


def _shape(address: str, html: str, size: int) -> list[str]:
    problems = []
    language = _LANGUAGE.search(html)
    folder = address.partition("/")[0]
    if "/" in address and (language is None or language.group(1) != folder):
        problems.append(f"its language is {language.group(1) if language else 'not given'}, not {folder}")
    title = _TITLE.search(html)
    if title is None or not title.group(1).strip(" ·"):
        problems.append("it has no title")
    if size > MAX_RECORD_BYTES and address.count("/") >= 2 and not address.rpartition("/")[2].startswith("index"):
        problems += _weight(html, size)
    return problems


def _weight(html: str, size: int) -> list[str]:
    """What is too heavy about a record's page, or about the result of a run, whose drawings count apart."""
    if "wego-record" in html:
        return [f"it has {size:,} bytes of HTML, more than {MAX_RECORD_BYTES:,}"]
    if 'class="wego-summary"' not in html:
        return []
    text, problems = len(_DRAWING.sub("", html).encode()), []
    if text > MAX_RECORD_BYTES:
        problems.append(f"it has {text:,} bytes of HTML besides its drawings, more than {MAX_RECORD_BYTES:,}")
    if size > MAX_RESULT_BYTES:
        problems.append(f"it has {size:,} bytes of HTML with its drawings, more than {MAX_RESULT_BYTES:,}")
    return problems


Links = dict[tuple[str, str], tuple[str, ...]]
"""Where links lead, (file, fragment), with the first pages that have such a link."""


def links_of(facts: Iterable[PageFacts]) -> Links:
    """The links of many pages, each target once: pages share most of theirs, and workers send this to the parent."""
    found: Links = {}
    for page in facts:
        for target in page.links:
            known = found.get(target, ())
            if len(known) < TOLD_PAGES:
                found[target] = (*known, page.address)
    return found


def verify(links: Links, files: Container[str], ids: Mapping[str, Container[str]]) -> list[Diagnostic]:
    """Check links against the files there are and the ids they offer; at most `TOLD_PAGES` pages are named for a target."""
    found: list[Diagnostic] = []
    for (file, fragment), addresses in links.items():
        problem = ""
        if file not in files:
            problem = f"links to {file}, which does not exist"
        elif fragment and file in ids and fragment not in ids[file]:
            problem = f"links to {file}#{fragment}, which has no such place"
        if problem:
            found += [told("WG601", address, problem) for address in addresses]
    return found


def told(code: str, address: str, problem: str) -> Diagnostic:
    """A finding on a page; weight is a warning, all else an error."""
    heavy = "bytes of HTML" in problem
    fix = (
        "correct the link in the prose or record this page is made from"
        if code == "WG601"
        else "this is a fault of a template or of prose; report it if you changed neither"
    )
    return Diagnostic(code, Span(address), f"{address}: {problem}", fix, severity="warning" if heavy else "error")


def links_in(stage: Path, addresses: Sequence[str]) -> Links:
    """The links of pages that were carried over, read from the staged folder."""
    return links_of(page_facts(address, (stage / address).read_bytes()) for address in addresses)
