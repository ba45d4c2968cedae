"""Markdown in texts: no HTML, links only to the web.

In: a record and its source. Out: diagnostics. Read as CommonMark reads it, so `a < b`, `<3`, code in backquotes and
`<https://example.org/>` pass. Not here: turning Markdown into pages (`render.markdown`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token
from pydantic_core import PydanticCustomError

from generator.diagnostics import Diagnostic, visible
from generator.model.base import Part
from generator.model.links import SCHEMES, web_address
from generator.model.texts import Path, texts
from generator.read.sources import RecordSource
from generator.validate.locate import span_within

_SUSPECT: Final = re.compile(r"<[a-z/!?]|\]\(|\]:", re.IGNORECASE)
"""Only texts that hold one of these can hold HTML or a link; the others are not parsed."""
_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_BLANK: Final = re.compile(r"[\x00-\x20\x7f-\xa0\u200b]")
_BEFORE_ADDRESS: Final = ("](", "](<", "<", "]: ", "]:<")
_LIKE_TAG: Final = re.compile(r"</?[a-z][a-z0-9-]*(?:[\s/][^<>]*)?>", re.IGNORECASE)
_TAG: Final = re.compile(r"<[^>]*>?")


def _parser() -> MarkdownIt:
    # The rules of render.markdown, but HTML is recognised and no link is passed over for its scheme.
    parser = MarkdownIt("commonmark", {"html": True}).disable(["image", "heading", "lheading", "fence", "code", "hr"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser


_PARSER: Final = _parser()


def check(record: Part, source: RecordSource) -> Iterator[Diagnostic]:
    """Findings in all Markdown of a record."""
    for path, by_language, markdown in texts(record):
        if markdown:
            for language, text in by_language.items():
                if _SUSPECT.search(text):
                    yield from _findings(text, source, (*path, language))


def _findings(text: str, source: RecordSource, path: Path) -> Iterator[Diagnostic]:
    opened = False
    for token in _tokens(_PARSER.parse(text)):
        if token.type in ("html_inline", "html_block"):
            found = _TAG.search(token.content)
            tag = (found.group() if found else token.content).strip()
            if not (opened and tag.startswith("</")):
                yield _html(tag, source, path)
            opened = True
        elif token.type == "text":
            # Not HTML to CommonMark, but to a browser, and surely not meant to be read: <svg/onload=…>.
            for found in _LIKE_TAG.finditer(token.content):
                if found.group() in text and "\\" + found.group() not in text:
                    yield _html(found.group(), source, path)
        elif token.type == "link_open":
            yield from _link(str(token.attrs.get("href", "")), source, path)


def _tokens(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _tokens(token.children or [])


def _html(tag: str, source: RecordSource, path: Path) -> Diagnostic:
    short = visible(tag if len(tag) <= 60 else tag[:57] + "…")
    return Diagnostic(
        "WG219",
        span_within(source, path, tag.partition("\n")[0]),
        f"{short} is HTML; texts are Markdown",
        f"write **bold**, *italic* or [text](https://…) instead; to show it as it stands, put it in backquotes: `{short}`",
    )


def _link(address: str, source: RecordSource, path: Path) -> Iterator[Diagnostic]:
    # Browsers skip blanks and controls in a scheme, and pages might be read through programs that decode once more.
    scheme = _SCHEME.match(_BLANK.sub("", unquote(address)))
    shown = visible(address if len(address) <= 60 else address[:57] + "…") or "nothing"
    span = span_within(source, path, address, _BEFORE_ADDRESS)
    if scheme and scheme[1].lower() not in SCHEMES:
        message = f"the link leads to {shown}, but a link may begin only with https:// or http://"
        yield Diagnostic("WG209", span, message, "give the web address of the page, beginning with https://")
        return
    try:
        web_address(address)
    except PydanticCustomError:
        fix = "give the whole address with https://; records are linked by their fields, not in texts"
        yield Diagnostic("WG210", span, f"the link leads to {shown}, which is not a web address", fix)
