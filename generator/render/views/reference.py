"""The two reference pages: the glossary and the bibliography, each one long page of entries with anchors.

In: terms or sources. Out: `ReferenceView`. Not here: tooltips in prose (the host makes them from the same definitions).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from markupsafe import Markup

from generator.model.knowledge import Source, Term
from generator.render import labels, markup, texts
from generator.render.context import Page
from generator.render.views.parts import SourceEntry

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_PLAIN = {"ㄲ": "ㄱ", "ㄸ": "ㄷ", "ㅃ": "ㅂ", "ㅆ": "ㅅ", "ㅉ": "ㅈ"}


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


@dataclass(frozen=True, slots=True)
class ReferenceView:
    """Glossary or bibliography below the editors' prose."""

    count: str = field(metadata={"help": "How many entries there are."})
    index_label: str = field(metadata={"help": "Accessible name of the index."})
    shelves: tuple[Shelf, ...] = field(metadata={"help": "Entries by initial or heading."})
    sources_label: str = field(metadata={"help": "Heading of the sources, or empty."})
    sources: tuple[SourceEntry, ...] = field(metadata={"help": "Sources cited on the page."})


def initial(text: str) -> str:
    """The letter a word is filed under: a Korean consonant, or a Latin capital without accents."""
    first = text[:1]
    if "가" <= first <= "힣":
        letter = _INITIALS[(ord(first) - 0xAC00) // 588]
        return _PLAIN.get(letter, letter)
    return unicodedata.normalize("NFD", first)[:1].upper()


def _shelves(filed: Iterable[tuple[str, str, Item]]) -> tuple[Shelf, ...]:
    """(shelf, sort key, item) triples as shelves."""
    by_shelf: dict[str, list[tuple[str, Item]]] = {}
    for shelf, key, item in filed:
        by_shelf.setdefault(shelf, []).append((key, item))
    return tuple(
        Shelf(
            f"shelf-{number}", shelf, tuple(item for _, item in sorted(items, key=lambda each: (each[0], each[1].id)))
        )
        for number, (shelf, items) in enumerate(sorted(by_shelf.items()), 1)
    )


def glossary(page: Page) -> ReferenceView:
    """All terms by initial of the page's language."""
    filed = []
    for term in page.world.catalog.terms.values():
        name = texts.said(term.name, page.language, term.original).text
        filed.append((initial(name), name.casefold(), _term(page, term)))
    t = page.t
    return ReferenceView(
        t.count("{number} term", "{number} terms", len(filed)),
        t("Index"),
        _shelves(filed),
        t("Sources"),
        page.sources(),
    )


def _term(page: Page, term: Term) -> Item:
    t = page.t
    others = tuple(
        Markup('<span lang="{}">{}</span>').format(code, name)
        for code, name in term.name.items()
        if code != page.language
    )
    lines: list[Markup | str] = []
    if words := term.synonyms.get(page.language, ()):  # type: ignore[call-overload]
        lines.append(t("Also: {words}", words=", ".join(words)))
    see = [*page.each("term", term.see)]
    if term.topic:
        see.append(page.to("topic", term.topic))
    if term.body:
        see.append(page.to("body", term.body))
    if see:
        lines.append(markup.spaced(t("See"), markup.joined(see)))
    html = Markup("{} {}").format(page.block(term.definition, term), Markup("")) if term.definition else Markup("")
    return Item(
        term.id, page.name_of(term), markup.spaced(markup.joined(others), page.cite(*term.sources)), html, tuple(lines)
    )


def bibliography(page: Page) -> ReferenceView:
    """All sources: primary ones first, each with what it says of itself and who cites it."""
    filed = [
        (
            str(list(labels.QUALITY).index(source.quality)),
            texts.said(source.title, page.language).text.casefold(),
            _source(page, source),
        )
        for source in page.world.catalog.sources.values()
    ]
    t = page.t
    names = [t(label) for label in labels.QUALITY.values()]
    shelves = tuple(Shelf(shelf.id, names[int(shelf.title)], shelf.items) for shelf in _shelves(filed))
    return ReferenceView(t.count("{number} source", "{number} sources", len(filed)), t("Index"), shelves, "", ())


def _source(page: Page, source: Source) -> Item:
    t = page.t
    about = [
        source.author or "",
        source.publisher or "",
        t.when(source.date) if source.date else "",
        t.language_name(source.language),
    ]
    lines: list[Markup | str] = [" · ".join(part for part in about if part), _read(page, source)]
    if source.address:
        lines.append(
            markup.out(source.address, source.address)
            if source.link
            else markup.spaced(markup.code(source.address), markup.quiet(t("not linked")))
        )
    if source.archived:
        lines.append(markup.out(source.archived, t("Archived copy")))
    if source.note:
        lines.append(page.inline(source.note, source))
    citing = page.world.relations.incoming.get(("source", source.id), ())
    number = len({each.source for each in citing})
    lines.append(t.count("Cited by {number} record", "Cited by {number} records", number))
    return Item(source.id, page.name_of(source), "", Markup(""), tuple(lines))


def _read(page: Page, source: Source) -> Markup:
    t = page.t
    said: list[Markup | str] = [t(labels.READ_VIA[source.read_via])]
    if source.through:
        said.append(page.to("source", source.through))
    if source.accessed:
        said.append(t("read {date}", date=t.when(source.accessed)))
    return markup.joined(said)
