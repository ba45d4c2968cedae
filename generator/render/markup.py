"""Small pieces of inline markup that views put into cells: links, citation marks, joined lists. Everything passed in is escaped.

In: text or `Markup`. Out: `Markup`. Not here: blocks (templates) and Markdown (`markdown`).
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

_LINK = Markup('<a href="{}">{}</a>')
_OUT = Markup('<a href="{}" rel="noopener">{}</a>')
_CITE = Markup('<a class="wego-cite" href="#source-{}" aria-label="{}">{}</a>')
_QUIET = Markup('<span class="wego-quiet">{}</span>')
_CODE = Markup("<code>{}</code>")


def link(href: str, text: str) -> Markup:
    """A link inside the site."""
    return _LINK.format(href, text)


def out(href: str, text: str) -> Markup:
    """A link to another site; `href` was checked by `model.links`."""
    return _OUT.format(href, text)


def cite(number: int, label: str) -> Markup:
    """The mark of a source: a number that leads to the foot of the page."""
    return _CITE.format(number, label, number)


def quiet(text: str) -> Markup:
    """A remark in small print."""
    return _QUIET.format(text)


def code(text: str) -> Markup:
    """A technical name."""
    return _CODE.format(text)


def joined(parts: Iterable[str], mark: str = ", ") -> Markup:
    """Parts with a mark between them."""
    return escape(mark).join(parts)


def spaced(*parts: str) -> Markup:
    """Parts that are not empty, with a space between them."""
    return Markup(" ").join(part for part in parts if part)


def marked(text: str, marks: str) -> Markup:
    """Text with source marks at its end, never torn from its last word."""
    return Markup("{}{}").format(text, marks)


def with_marks(block: Markup, marks: Markup) -> Markup:
    """Paragraphs with source marks at the end of the last one, where a reader looks for them."""
    if not marks:
        return block
    for end in ("</p>", "</p></div>"):
        if block.endswith(end):
            return block[: -len(end)] + marks + Markup(end)
    return block + marks
