"""Atom feeds (RFC 4287): what was added or reviewed last, of each kind and of all, in every language.

In: the world. Out: (address, bytes). Dates are those records carry. Identifiers are tags (RFC 4151), the same wherever the site lies;
without a site address links are relative and there is no self link. Not here: what is invented or withdrawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from generator.index.calendars import AUTHORITY
from generator.model.kinds import KINDS, Kind
from generator.model.record import Record
from generator.render import labels, routes, texts
from generator.render.context import World
from generator.render.i18n import Messages

MOST: Final = 50
TAG: Final = f"tag:{AUTHORITY},2026:"


def feeds(world: World) -> Iterator[tuple[str, bytes]]:
    """A feed for each kind with pages, and one for all of them."""
    for language, t in world.messages.items():
        everything: list[Record] = []
        for kind in routes.FED:
            records = _shown(world, KINDS[kind])
            everything += records
            yield routes.feed(language, kind), _feed(world, t, kind, t(labels.KIND[kind][1]), records)
        yield routes.feed(language), _feed(world, t, "all", t("Everything new"), everything)


def _shown(world: World, kind: Kind) -> list[Record]:
    return [each for each in world.catalog.records[kind.name].values() if not each.is_example and not each.withdrawn]


def updated(record: Record) -> str:
    """The day a record was reviewed, else added, as RFC 3339 asks."""
    return f"{(record.reviewed or record.added).start.first_day}T00:00:00Z"


def _feed(world: World, t: Messages, name: str, title: str, records: Sequence[Record]) -> bytes:
    newest = sorted(sorted(records, key=lambda each: (each.kind, each.id)), key=updated, reverse=True)[:MOST]
    address = routes.feed(t.language, "" if name == "all" else name)
    page = f"{t.language}/index.html" if name == "all" else routes.list_page(t.language, name)
    last = updated(newest[0]) if newest else f"{world.as_of[:10]}T00:00:00Z"
    site = t("WeGO knowledge base")
    author = texts.plain(world.settings.publisher.name, t.language, world.settings.default_language)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(t.language)}>',
        f"<id>{TAG}feeds/{t.language}/{name}</id>",
        f"<title>{escape(f'{title} · {site}')}</title>",
        f"<updated>{last}</updated>",
        f"<author><name>{escape(author)}</name></author>",
        f'<link rel="alternate" type="text/html" href={quoteattr(_href(world, address, page))}/>',
    ]
    if world.settings.site_url:
        lines.append(
            f'<link rel="self" type="application/atom+xml" href={quoteattr(world.settings.site_url + address)}/>'
        )
    entries = [_entry(world, t, address, each) for each in newest]
    return "\n".join([*lines, *entries, "</feed>", ""]).encode()


def _href(world: World, address: str, target: str) -> str:
    site = world.settings.site_url
    return site + target if site else routes.link(address, target)


def _entry(world: World, t: Messages, address: str, record: Record) -> str:
    title = texts.said(record.heading, t.language, record.original)
    target = routes.record_page(t.language, record.kind, record.id)
    summary = getattr(record, "summary", None)
    lines = [
        "<entry>",
        f"<id>{TAG}{KINDS[record.kind].folder}/{record.id}/{t.language}</id>",
        f"<title>{escape(title.text)}</title>",
        f"<updated>{updated(record)}</updated>",
        f"<published>{record.added.start.first_day}T00:00:00Z</published>",
        f'<link rel="alternate" type="text/html" href={quoteattr(_href(world, address, target))}/>',
        f"<category term={quoteattr(record.kind)} label={quoteattr(t(labels.KIND[record.kind][0]))}/>",
    ]
    if summary:
        lines.append(f"<summary>{escape(texts.plain(summary, t.language, record.original))}</summary>")
    return "\n".join([*lines, "</entry>"])
