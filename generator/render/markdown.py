"""Text of records to HTML: Markdown without raw HTML, links only to the web.

In: Markdown text. Out: `Markup`. This is the one place where text becomes markup; everything else escapes.
Not here: prose pages (the host renders those).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from generator.model.links import SCHEMES

_SPECIAL: Final = re.compile(r"[\\`*_\[\]<>&#|~\n]|^\s*(?:[-+]|\d+[.)])\s|^\s{4}")
_TAGS: Final = {"p", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code", "br"}
_SPACE: Final = re.compile(r"\s+")
_MARKDOWN: Final = MarkdownIt("commonmark", {"html": False}).disable(
    ["image", "heading", "lheading", "fence", "code", "hr", "html_block", "html_inline"]
)


def _clean(html: str) -> Markup:
    return Markup(
        nh3.clean(html, tags=_TAGS, attributes={"a": {"href"}}, url_schemes=set(SCHEMES), link_rel="noopener nofollow")
    )


@lru_cache(maxsize=8192)
def block(text: str) -> Markup:
    """Paragraphs and lists."""
    if not _SPECIAL.search(text):
        return Markup("<p>") + escape(text) + Markup("</p>")
    return _clean(str(_MARKDOWN.render(text)).strip())


@lru_cache(maxsize=32768)
def inline(text: str) -> Markup:
    """One line: emphasis, code and links, no paragraphs."""
    if not _SPECIAL.search(text):
        return escape(text)
    return _clean(str(_MARKDOWN.renderInline(text)).strip())


@lru_cache(maxsize=32768)
def plain(text: str) -> str:
    """The text without any markup, one line, for titles, descriptions and search."""
    if not _SPECIAL.search(text):
        return text
    return _SPACE.sub(" ", Markup(_clean(str(_MARKDOWN.render(text)))).striptags()).strip()
