"""The document that is indexed in place of a page.

In: one `SearchPage`. Out: a small HTML document with the page's main text, hidden search terms and names in other
languages, and the key that tells whether it changed. Not here: files and the indexing program
(`generator.index.search`), weights and facets (`generator.index.search_labels`).

The real pages carry none of this. The hidden fields are Pagefind metadata: searched, never shown in an excerpt, and
they move no word positions.
"""

from __future__ import annotations

import hashlib
import html
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.derive import terms

_TAG = re.compile(r"<!--.*?-->|</?([a-zA-Z][^\s/>]*)[^>]*>", re.DOTALL)
#: Elements that do not end a word: "<b>서울</b>시" is one word.
_INLINE = re.compile(
    "a|abbr|b|bd[io]|cite|code|data|dfn|em|i|kbd|mark|q|s|samp|small|span|strong|su[bp]|time|u|var|wbr"
)


@dataclass(frozen=True, slots=True)
class SearchPage:
    """One page to be indexed, in the words of its own language."""

    path: str
    """Address below the site root, such as `ko/cities/seoul.html`."""
    language: str
    title: str
    """Plain text."""
    main: str
    """HTML of the text to index, already safe; headings with ids become targets of their own."""
    names: tuple[str, ...]
    """Names in other languages and other spellings: searched, shown only to explain why the page was found."""
    filters: Mapping[str, tuple[str, ...]]
    """Facets by key (`kind`, `topic`, `country`, `region`, `year`), labelled in the page's language."""
    weight: float
    """Multiplies the score, so that at an equal match one kind of page comes before another; 1 changes nothing."""
    dated: str | None
    """Value to sort by (ISO date, largest unit first), if the page has a date."""


def document_key(page: SearchPage) -> str:
    """Return a digest of everything the document is made from: the page's words, and the code that makes it."""
    digest = hashlib.blake2b(_recipe(), digest_size=20)
    fields = (page.path, page.language, page.title, page.main, page.names)
    digest.update(repr(fields).encode("utf-8", "backslashreplace"))
    return digest.hexdigest()


def search_document(page: SearchPage) -> str:
    """Return the HTML document that stands for the page in the index.

    Korean goes in decomposed (NFD): composed Hangul makes Pagefind 1.5.2 put the whole index into one file that
    every reader would load at the first search.
    """
    title, text = html.escape(page.title), plain_text(page.main)
    hidden = " ".join(terms.search_terms(page.language, f"{page.title}\n{text}\n{' '.join(page.names)}"))
    # A document without a word is left out of the index without a sign.
    body = page.main if re.search(r"\w", text) else f"<p>{title}</p>"
    head = "".join(
        f'<meta data-pagefind-meta="{name}[content]" content="{html.escape(value)}">'
        for name, value in (("title", page.title), ("kw", hidden), ("alt", "; ".join(page.names)))
        if value
    )
    if page.language.partition("-")[0] == "ko":
        title, head, body = (unicodedata.normalize("NFD", part) for part in (title, head, body))
    return (
        f'<!doctype html><html lang="{html.escape(page.language)}"><head><meta charset="utf-8">'
        f"<title>{title}</title>{head}</head><body><main data-pagefind-body>{body}</main></body></html>\n"
    )


def plain_text(markup: str) -> str:
    """Return the text of safe HTML: inline tags vanish, every other tag ends a word."""
    spaced = _TAG.sub(lambda tag: "" if _INLINE.fullmatch((tag[1] or "").lower()) else " ", markup)
    return html.unescape(spaced).strip()


@cache
def _recipe() -> bytes:
    """Digest of the code that turns a page into a document, so that a change of it makes all documents anew."""
    sources = (Path(__file__), Path(terms.__file__))
    return hashlib.blake2b(b"\0".join(source.read_bytes() for source in sources)).digest()
