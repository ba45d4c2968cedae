"""The two reference pages: the glossary and the bibliography, each one long page of entries with anchors.

In: terms or sources. Out: `ReferenceView`. Not here: tooltips in prose (the host makes them from the same definitions).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from markupsafe import Markup

from generator.model.knowledge import Source, Term
from generator.render import labels, markup, texts
from generator.render.context import Page
from generator.render.views.order import initial, sort_key
from generator.render.views.parts import SourceEntry


@dataclass(frozen=True, slots=True)
class Item:
    """An entry: its heading, the same in other languages, text, and what it leads to."""

    id: str
    title: Markup | str
    beside: Markup | str
    html: Markup
    lines: tuple[Markup | str, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Entries under one initial or heading."""

    id: str
    title: str
    items: tuple[Item, ...]
    count: str = ""


@dataclass(frozen=True, slots=True)
class ReferenceView:
    """Glossary or bibliography below the editors' prose."""

    style: str = field(metadata={"help": "`terms` or `sources`: how entries are laid out."})
    count: str = field(metadata={"help": "How many entries there are."})
    index_label: str = field(metadata={"help": "Accessible name of the index."})
    shelves: tuple[Shelf, ...] = field(metadata={"help": "Entries by initial or heading."})
    sources_label: str = field(metadata={"help": "Heading of the sources, or empty."})
    sources: tuple[SourceEntry, ...] = field(metadata={"help": "Sources cited on the page."})


def _shelves(filed: Iterable[tuple[str, str, Item]], language: str) -> tuple[Shelf, ...]:
    """(shelf, name, item) triples as shelves, all in the order of the language."""
    by_shelf: dict[str, list[tuple[str, Item]]] = {}
    for shelf, name, item in filed:
        by_shelf.setdefault(shelf, []).append((name, item))
    ordered = sorted(by_shelf.items(), key=lambda each: sort_key(each[0], language))
    return tuple(
        Shelf(f"shelf-{number}", shelf, tuple(item for _, item in sorted(items, key=lambda each: _key(each, language))))
        for number, (shelf, items) in enumerate(ordered, 1)
    )


def _key(named: tuple[str, Item], language: str) -> tuple[tuple[bool, str, str], str]:
    return sort_key(named[0], language), named[1].id


def glossary(page: Page) -> ReferenceView:
    """All terms by initial of the page's language."""
    filed = []
    for term in page.world.catalog.terms.values():
        if term.withdrawn or term.is_example:
            continue
        name = texts.said(term.name, page.language, term.original).text
        filed.append((initial(name), name, _term(page, term)))
    t = page.t
    return ReferenceView(
        "terms",
        t.count("{number} term", "{number} terms", len(filed)),
        t("Index"),
        _shelves(filed, page.language),
        t("Sources"),
        page.sources(),
    )


def _term(page: Page, term: Term) -> Item:
    t = page.t
    others = [
        Markup('<span lang="{}">{}</span>').format(code, name)
        for code, name in term.name.items()
        if code != page.language and name != term.name.get(page.language)
    ]
    lines: list[Markup | str] = []
    if words := term.synonyms.get(page.language, ()):  # type: ignore[call-overload]
        lines.append(t("Also: {words}", words=", ".join(words)))
    ways: list[Markup] = []
    if term.see:
        ways.append(markup.spaced(t("See"), markup.joined(page.each("term", term.see))))
    ways += [
        Markup("{}: {}").format(t(labels.KIND[kind][0]), page.to(kind, id))
        for kind, id in (("topic", term.topic), ("body", term.body))
        if id
    ]
    if ways:
        lines.append(markup.joined(ways, " · "))
    beside = markup.joined(others)
    text = markup.with_marks(page.block(term.definition, term), page.cite(*term.sources))
    return Item(term.id, markup.anchors(term.former_ids) + page.name_of(term), beside, text, tuple(lines))


def bibliography(page: Page) -> ReferenceView:
    """All sources: primary ones first, each with what it says of itself and who cites it."""
    filed = [
        (
            str(list(labels.QUALITY).index(source.quality)),
            texts.said(source.title, page.language, source.original).text,
            _source(page, source),
        )
        for source in page.world.catalog.sources.values()
        if not source.withdrawn and not source.is_example
    ]
    t = page.t
    names = [t(label) for label in labels.QUALITY.values()]
    shelves = tuple(
        Shelf(shelf.id, names[int(shelf.title)], shelf.items, t.number(len(shelf.items)))
        for shelf in _shelves(filed, page.language)
    )
    count = t.count("{number} source", "{number} sources", len(filed))
    return ReferenceView("sources", count, t("Index"), shelves, "", ())


def _source(page: Page, source: Source) -> Item:
    t = page.t
    title = texts.said(source.title, page.language, source.original).text
    about = [
        source.author or "",
        source.publisher if source.publisher and source.publisher != title else "",
        t.when(source.date) if source.date else "",
        t.language_name(source.language),
    ]
    citing = page.world.relations.incoming.get(("source", source.id), ())
    number = len({each.source for each in citing})
    cited = t.count("Cited by {number} record", "Cited by {number} records", number)
    lines: list[Markup | str] = [
        " · ".join(part for part in about if part),
        markup.joined((_read(page, source), cited), " · "),
    ]
    if source.address:
        lines.append(_address(page, source.address, source.link))
    if source.archived:
        lines.append(markup.out(source.archived, t("Archived copy")))
    if source.note:
        lines.append(page.inline(source.note, source))
    return Item(source.id, markup.anchors(source.former_ids) + page.name_of(source), "", Markup(""), tuple(lines))


def _address(page: Page, address: str, linked: bool) -> Markup:
    if linked:
        return markup.out(address, address)
    return markup.spaced(markup.code(address), markup.quiet(page.t("not linked")))


def _read(page: Page, source: Source) -> Markup:
    t = page.t
    said: list[Markup | str] = [t(labels.READ_VIA[source.read_via])]
    if source.through:
        said.append(page.to("source", source.through))
    if source.accessed:
        said.append(t("read {date}", date=t.when(source.accessed)))
    return markup.joined(said)
