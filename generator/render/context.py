"""What every view needs: the world that does not change during a build, and the page being made.

In: settings, catalog, relations, messages. Out: `World` (shared, frozen) and `Page` (one language and address).
Not here: what the single kinds show.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from generator.derive.relations import Relations
from generator.model.catalog import Catalog, Key
from generator.model.kinds import KINDS
from generator.model.provenance import Citation, Statement, preferred
from generator.model.record import Record
from generator.render import markup, routes, texts
from generator.render.i18n import Messages
from generator.render.views.parts import SourceEntry
from generator.settings import Settings


@dataclass(frozen=True)
class World:
    """All that pages are made from besides templates and shells."""

    settings: Settings
    catalog: Catalog
    relations: Relations
    similar: Mapping[Key, tuple[str, ...]]
    messages: Mapping[str, Messages]
    as_of: str
    data_version: str


@dataclass
class Page:
    """One page being made. It remembers which sources were cited, in order; nothing else about it changes."""

    world: World
    language: str
    address: str
    cited: dict[str, list[Citation]] = field(default_factory=dict)

    @property
    def t(self) -> Messages:
        """Interface strings of the page's language."""
        return self.world.messages[self.language]

    def href(self, target: str) -> str:
        """A relative link to an address of the site."""
        return routes.link(self.address, target)

    def record_href(self, kind: str, id: str) -> str:
        """A relative link to a record in the page's language."""
        return routes.link(self.address, routes.record_page(self.language, kind, id))

    def name_of(self, record: Record) -> Markup:
        """A record's name or title, marked where it is in another language."""
        return texts.name(record.heading, self.language, record.original)

    def to(self, kind: str, id: str) -> Markup:
        """A link to a record by its name."""
        record = self.world.catalog.records[kind][id]
        return markup.link(self.record_href(kind, id), self.name_of(record))

    def each(self, kind: str, ids: Iterable[str]) -> tuple[Markup, ...]:
        """Links to several records."""
        return tuple(self.to(kind, id) for id in ids)

    def inline(self, text: Mapping[str, str], record: Record) -> Markup:
        """One line of a record's text."""
        return texts.inline(text, self.language, record.original)

    def block(self, text: Mapping[str, str], record: Record) -> Markup:
        """Paragraphs of a record's text."""
        return texts.block(text, self.language, record.original)

    def cite(self, *citations: Citation) -> Markup:
        """Marks for the sources; they are listed at the foot of the page."""
        marks = []
        for citation in citations:
            known = self.cited.setdefault(citation.source, [])
            if citation not in known:
                known.append(citation)
            number = list(self.cited).index(citation.source) + 1
            marks.append(markup.cite(number, self.t("Source {number}", number=number)))
        return Markup("").join(dict.fromkeys(marks))

    def statement(self, said: Statement[Any], unit: str = "") -> Markup:
        """A value with its date and source; `not published` where no source gives one."""
        value = self.t("not published") if said.value == "not-published" else self.t.number(said.value)
        if unit and said.value != "not-published":
            value = self.t("{value} {unit}", value=value, unit=unit)
        when = ""
        if said.as_of == "unknown":
            when = self.t("read {date}", date=self.t.when(said.retrieved)) if said.retrieved else ""
        elif said.as_of is not None:
            when = self.t.when(said.as_of)
        return markup.spaced(markup.marked(value, self.cite(said.source)), markup.quiet(when) if when else Markup(""))

    def statements(self, said: tuple[Statement[Any], ...], unit: str = "") -> tuple[Markup, ...]:
        """All statements, the preferred first, and a remark where published values differ."""
        first = preferred(said)
        return tuple(self.statement(each, unit) for each in (first, *(other for other in said if other is not first)))

    def sources(self) -> tuple[SourceEntry, ...]:
        """The sources cited so far, for the foot of the page."""
        return tuple(
            self._source(number, id, citations) for number, (id, citations) in enumerate(self.cited.items(), 1)
        )

    def _source(self, number: int, id: str, citations: list[Citation]) -> SourceEntry:
        source = self.world.catalog.sources[id]
        named = {*source.title.values()}
        makers = [each for each in (source.author, source.publisher) if each and each not in named]
        about = [*makers, self.t.when(source.date) if source.date else ""]
        places = dict.fromkeys(each.at for each in citations if each.at)
        notes = tuple(texts.inline(each.note, self.language) for each in citations if each.note)
        return SourceEntry(
            number,
            self.name_of(source),
            self.record_href("source", id),
            " · ".join(dict.fromkeys(part for part in about if part)),
            ", ".join(places),
            notes,
        )


def kind_order(kinds: Iterable[str]) -> list[str]:
    """Kinds in the order of the table."""
    return [kind for kind in KINDS if kind in set(kinds)]
