"""What stands in a page's head besides the host's part: description, canonical, alternates, data twin, OpenGraph, JSON-LD.

In: a page's facts. Out: `Markup` for the slot `head`. Not here: the title, styles and scripts (the host's shell).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from generator.render import routes
from generator.settings import Settings

_META = Markup('<meta name="{}" content="{}">')
_PROPERTY = Markup('<meta property="{}" content="{}">')
_LINK = Markup('<link rel="{}" href="{}">')
_ALTERNATE = Markup('<link rel="alternate" hreflang="{}" href="{}">')
_TWIN = Markup('<link rel="alternate" type="application/json" href="{}">')
_NOT_IN_SCRIPTS = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}


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


def html(head: Head, settings: Settings) -> Markup:
    """The slot `head`."""
    language = head.address.partition("/")[0]
    own = head.address if language in head.languages else routes.in_language(head.address, head.languages[0])
    parts = [_META.format("description", head.description)] if head.description else []
    if settings.site_url:
        parts.append(_LINK.format("canonical", settings.site_url + own))
    parts += alternates(head, settings)
    if head.twin:
        parts.append(_TWIN.format(routes.link(head.address, head.twin)))
    parts += _open_graph(head, settings, language)
    if not head.indexed:
        parts.append(_META.format("robots", "noindex"))
    if head.linked_data:
        parts.append(json_block(head.linked_data, "application/ld+json"))
    return Markup("\n").join(parts)


def alternates(head: Head, settings: Settings) -> list[Markup]:
    """One link for each language the page really is in, and the chooser of the original language as default."""
    if len(head.languages) < 2:
        return []

    def address(language: str) -> str:
        target = routes.in_language(head.address, language)
        return settings.site_url + target if settings.site_url else routes.link(head.address, target)

    found = [_ALTERNATE.format(language, address(language)) for language in head.languages]
    return [*found, _ALTERNATE.format("x-default", address(head.languages[0]))]


def _open_graph(head: Head, settings: Settings, language: str) -> list[Markup]:
    found = [
        _PROPERTY.format("og:title", head.title),
        _PROPERTY.format("og:site_name", head.site_name),
        _PROPERTY.format("og:type", "article"),
        _PROPERTY.format("og:locale", language),
    ]
    if head.description:
        found.append(_PROPERTY.format("og:description", head.description))
    if settings.site_url:
        found.append(_PROPERTY.format("og:url", settings.site_url + head.address))
    return found


def json_block(value: Any, kind: str = "application/json", id: str = "") -> Markup:
    """Data inside a page. No character of it can end the block."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_NOT_IN_SCRIPTS)
    mark = Markup(' id="{}"').format(id) if id else Markup("")
    return Markup('<script type="{}"{}>{}</script>').format(kind, mark, Markup(text))
