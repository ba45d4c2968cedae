"""What stands in a page's head besides the host's part: description, canonical, alternates, data twin, OpenGraph, JSON-LD.

In: a page's facts. Out: `Markup` for the slot `head`. Not here: the title, styles and scripts (the host's shell).
f-strings with `escape()` throughout: `Markup.format` costs ten times as much, and this runs for every page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup, escape

from generator.render import routes
from generator.settings import Settings

_ENDS_SCRIPT: Final = re.compile("[<>&\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a page says about it. `languages`: those it really is in; the first is the original."""

    address: str
    title: str
    description: str
    languages: tuple[str, ...]
    site_name: str
    twin: str | None = None
    linked_data: Mapping[str, Any] | None = None
    indexed: bool = True
    moved_to: str | None = None
    feed: str | None = None


def html(head: Head, settings: Settings) -> Markup:
    """The slot `head`. Without a site address there is no canonical link."""
    language = head.address.partition("/")[0]
    own = head.address if language in head.languages else routes.in_language(head.address, head.languages[0])
    parts = [_meta("name", "description", head.description)] if head.description else []
    if settings.site_url:
        parts.append(_link("canonical", settings.site_url + (head.moved_to or own)))
    if head.moved_to:
        target = escape(routes.link(head.address, head.moved_to))
        parts.append(f'<meta http-equiv="refresh" content="0; url={target}">')
    parts += alternates(head, settings)
    if head.twin:
        parts.append(_link("alternate", routes.link(head.address, head.twin), ' type="application/json"'))
    if head.feed:
        parts.append(_link("alternate", routes.link(head.address, head.feed), ' type="application/atom+xml"'))
    parts += _open_graph(head, settings)
    if not head.indexed:
        parts.append(_meta("name", "robots", "noindex"))
    if head.linked_data:
        parts.append(json_block(head.linked_data, "application/ld+json"))
    return Markup("\n".join(parts))


def _meta(attribute: str, name: str, content: str) -> str:
    return f'<meta {attribute}="{name}" content="{escape(content)}">'


def _link(relation: str, href: str, more: str = "") -> str:
    return f'<link rel="{relation}"{more} href="{escape(href)}">'


def alternates(head: Head, settings: Settings) -> list[str]:
    """One link for each language the page really is in; the original language is the default."""
    if len(head.languages) < 2:
        return []

    def address(language: str) -> str:
        target = routes.in_language(head.address, language)
        return settings.site_url + target if settings.site_url else routes.link(head.address, target)

    codes = [(language, language) for language in head.languages] + [("x-default", head.languages[0])]
    return [_link("alternate", address(language), f' hreflang="{code}"') for code, language in codes]


def _open_graph(head: Head, settings: Settings) -> list[str]:
    """Title and whose edition it is; readers of Open Graph take the description and the language from the page."""
    values = {"title": head.title, "site_name": head.site_name}
    if settings.site_url:
        values["url"] = settings.site_url + head.address
    return [_meta("property", f"og:{name}", value) for name, value in values.items()]


def json_block(value: Any, kind: str = "application/json", id: str = "") -> Markup:
    """Data inside a page. No character of it can end the block."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    safe = _ENDS_SCRIPT.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
    mark = f' id="{escape(id)}"' if id else ""
    return Markup(f'<script type="{kind}"{mark}>{safe}</script>')
