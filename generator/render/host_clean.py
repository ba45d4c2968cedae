"""The clean-up pass over host pages, and the check that contributors' prose does nothing it should not.

In: the HTML of one host page. Out: the same page, smaller and fit for the content security policy; problems as text.
Not here: cutting at slots (``shells``).

Prose is what stands inside ``<article>``. Markdown's attribute lists can put any attribute on any element, so what may
stay is an allow-list; links may use few schemes, pictures must lie beside the prose.
"""

import re
from collections.abc import Mapping
from html import escape, unescape
from html.parser import HTMLParser

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
ATTRIBUTES = frozenset(
    {
        "alt",
        "cite",
        "class",
        "colspan",
        "datetime",
        "dir",
        "headers",
        "height",
        "href",
        "hreflang",
        "id",
        "lang",
        "loading",
        "rel",
        "reversed",
        "role",
        "rowspan",
        "scope",
        "src",
        "start",
        "tabindex",
        "title",
        "type",
        "value",
        "width",
    }
)
ADDRESSES = frozenset({"href", "src", "cite"})
_ARTICLE = re.compile(r"(<article\b[^>]*>)(.*)(</article>)", re.DOTALL)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_IGNORED_IN_ADDRESSES = re.compile(r"[\x00-\x20]")
_ALIGN = re.compile(r'(<t[hd])\b([^>]*?) align="(left|right|center)"')
_LOGICAL = {"left": "start", "right": "end", "center": "center"}
_TERM = re.compile(r'<abbr title="[^"]*">([^<]*)</abbr>')
_HEADING = re.compile(r"<h[1-6]\b.*?</h[1-6]>", re.DOTALL)
_BACK = re.compile(r'(class="footnote-backref" href="[^"]*") title="[^"]*"')
_VERBATIM = re.compile(r"(<(pre|textarea|script)\b.*?</\2>)", re.DOTALL)
_FIRST_HEADING = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_CONTENTS = re.compile(r'(<nav class="wego-toc".*?</nav>)(.*?</h1>)', re.DOTALL)


class _Reader(HTMLParser):
    """Collects what prose must not hold."""

    def __init__(self) -> None:
        super().__init__()
        self.problems: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "article":
            self._inside = True
        elif self._inside:
            self.problems += [problem for name, value in attrs if (problem := _attribute(tag, name, value or ""))]

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self._inside = False


def clean(html: str, strings: Mapping[str, str]) -> str:
    """Make a host page smaller and policy-proof: classes for alignment, tables that scroll, each term marked once."""
    return squeeze(_ARTICLE.sub(lambda match: match[1] + _prose(match[2], strings) + match[3], html, count=1))


def problems_in(html: str) -> list[str]:
    """What a page's prose must not hold: handlers, styles, unsafe or dead links, pictures from elsewhere."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.problems


def squeeze(html: str) -> str:
    """Collapse white space outside preformatted text; a no-break space stays."""
    pieces = _VERBATIM.split(html)
    for index in range(0, len(pieces), 3):
        pieces[index] = re.sub(r"[ \t]*\n[ \t\n]*", "\n", re.sub(r"[ \t\r\f]+", " ", pieces[index]))
    del pieces[2::3]  # the tag names that the split captures
    return "".join(pieces).strip() + "\n"


def heading_of(html: str) -> str:
    """The text of a page's first heading."""
    match = _FIRST_HEADING.search(html)
    return " ".join(unescape(_TAG.sub("", match[1])).split()) if match else ""


def _prose(html: str, strings: Mapping[str, str]) -> str:
    html = _ALIGN.sub(lambda match: f'{match[1]} class="wego-align-{_LOGICAL[match[3]]}"{match[2]}', html)
    label = escape(strings["table"])
    html = html.replace("<table>", f'<div class="wego-table" role="group" aria-label="{label}" tabindex="0"><table>')
    html = html.replace("</table>", "</table></div>")
    html = html.replace("<pre>", '<pre tabindex="0">')  # it may scroll, and then needs the keyboard
    html = _BACK.sub(rf'\1 aria-label="{escape(strings["footnote_back"])}"', html)
    html = _CONTENTS.sub(r"\2\n\1", html, count=1)
    return _each_term_once(html)


def _each_term_once(html: str) -> str:
    """Keep the first mark of each term, and none in headings: dotted lines everywhere make a text hard to read."""
    html = _HEADING.sub(lambda match: _TERM.sub(r"\1", match[0]), html)
    seen: set[str] = set()

    def first(match: re.Match[str]) -> str:
        known = match[1] in seen
        seen.add(match[1])
        return match[1] if known else match[0]

    return _TERM.sub(first, html)


def _attribute(tag: str, name: str, value: str) -> str:
    if name not in ATTRIBUTES and name != "align" and not name.startswith("aria-"):
        return f"the attribute '{name}' is not allowed"
    return _address(tag, value) if name in ADDRESSES else ""


def _address(tag: str, value: str) -> str:
    address = _IGNORED_IN_ADDRESSES.sub("", value)
    scheme = _SCHEME.match(address)
    if tag == "img" and (scheme or address.startswith(("/", "\\"))):
        return f"the picture '{value}' must lie beside the text, in content/"
    if scheme and scheme[1].lower() not in SCHEMES:
        return f"the link '{value}' must begin with {', '.join(sorted(SCHEMES))} or be relative"
    if address.startswith(("/", "\\")):
        return f"the link '{value}' must be relative to this page, so that the site works from any folder"
    if not scheme and address.partition("#")[0].endswith(".md"):
        return f"the link '{value}' leads to no page"
    return ""
