"""Small pieces of inline markup that views put into cells: links, citation marks, joined lists. Everything passed in is escaped.

In: text or `Markup`. Out: `Markup`. Not here: blocks (templates) and Markdown (`markdown`).
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

# f-strings with escape(): Markup.format costs ten times as much, and these run for every cell.


def link(href: str, text: str) -> Markup:
    """A link inside the site."""
    return Markup(f'<a href="{escape(href)}">{escape(text)}</a>')


def out(href: str, text: str) -> Markup:
    """A link to another site; `href` was checked by `model.links`."""
    return Markup(f'<a href="{escape(href)}" rel="noopener">{escape(text)}</a>')


def cite(number: int, label: str) -> Markup:
    """The mark of a source: a number that leads to the foot of the page."""
    return Markup(f'<a class="wego-cite" href="#source-{number}" aria-label="{escape(label)}">{number}</a>')


def quiet(text: str) -> Markup:
    """A remark in small print."""
    return Markup(f'<span class="wego-quiet">{escape(text)}</span>')


def strong(text: str) -> Markup:
    """A word that leads a line."""
    return Markup(f"<strong>{escape(text)}</strong>")


def code(text: str) -> Markup:
    """A technical name."""
    return Markup(f"<code>{escape(text)}</code>")


def joined(parts: Iterable[str], mark: str = ", ") -> Markup:
    """Parts with a mark between them."""
    return escape(mark).join(parts)


def spaced(*parts: str) -> Markup:
    """Parts that are not empty, with a space between them."""
    return Markup(" ").join(part for part in parts if part)


def anchors(ids: Iterable[str]) -> Markup:
    """Former names of an entry without a page of its own, so that links to them still arrive."""
    return Markup("").join(Markup(f'<span id="{escape(each)}"></span>') for each in ids)


def marked(text: str, marks: str) -> Markup:
    """Text with source marks at its end, never torn from its last word."""
    return escape(text) + marks


def with_marks(block: Markup, marks: Markup) -> Markup:
    """Paragraphs with source marks at the end of the last one, where a reader looks for them."""
    if not marks:
        return block
    for end in ("</p>", "</p></div>"):
        if block.endswith(end):
            return block[: -len(end)] + marks + Markup(end)
    return block + marks
