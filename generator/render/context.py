"""What every view needs: the world that does not change during a build, and the page being made.

In: settings, catalog, relations, messages. Out: `World` (shared, frozen) and `Page` (one language and address).
Not here: what the single kinds show.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from markupsafe import Markup

from generator.derive.relations import Relations
from generator.derive.runs import Run
from generator.model.catalog import Catalog, Key
from generator.model.consented import key_of
from generator.model.provenance import Citation, Statement, preferred
from generator.model.record import Record
from generator.render import markup, routes, texts
from generator.render.i18n import Messages
from generator.render.views.parts import SourceEntry
from generator.settings import Settings

_SECTIONS: Final = re.compile(r",\s*(?=§)")
"""Where a list of places in a source goes on with another section."""


@dataclass(frozen=True, eq=False)
class World:
    """All that pages are made from besides templates and shells."""

    settings: Settings
    catalog: Catalog
    relations: Relations
    similar: Mapping[Key, tuple[str, ...]]
    messages: Mapping[str, Messages]
    as_of: str
    data_version: str
    runs: tuple[Run, ...] = ()

    @cached_property
    def shown_runs(self) -> Mapping[str, Run]:
        """The runs that may be shown, by `<city>/<date>`."""
        return {key_of(each.assessment): each for each in self.runs}


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

    @property
    def site_name(self) -> str:
        """The site as others name it when they quote a page: with whose edition it is, as on the page itself."""
        name = self.t("WeGO knowledge base")
        independent = self.world.settings.publisher.independent
        return self.t("{site}, independent edition", site=name) if independent else name

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
        """Marks for the sources, in the order of their numbers; they are listed at the foot of the page."""
        numbers = set[int]()
        for citation in citations:
            known = self.cited.setdefault(citation.source, [])
            if citation not in known:
                known.append(citation)
            numbers.add(list(self.cited).index(citation.source) + 1)
        return Markup("").join(
            markup.cite(number, self.t("Source {number}", number=number)) for number in sorted(numbers)
        )

    def statements(self, said: tuple[Statement[Any], ...], unit: str = "") -> tuple[Markup, ...]:
        """All statements with date and source, the preferred first; those that say the same share a line."""
        first = preferred(said)
        lines: dict[tuple[str, str], list[Markup]] = {}
        for each in (first, *(other for other in said if other is not first)):
            lines.setdefault((self._value(each, unit), self._as_of(each)), []).append(self.cite(each.source))
        return tuple(
            markup.spaced(
                markup.marked(value, Markup("").join(dict.fromkeys(marks))), markup.quiet(when) if when else ""
            )
            for (value, when), marks in lines.items()
        )

    def _value(self, said: Statement[Any], unit: str) -> str:
        """The value in words; `not published` where no source gives one."""
        if said.value == "not-published":
            return self.t("not published")
        value = self.t.number(said.value)
        return self.t("{value} {unit}", value=value, unit=unit) if unit else value

    def _as_of(self, said: Statement[Any]) -> str:
        if said.as_of == "unknown":
            return self.t("read {date}", date=self.t.when(said.retrieved)) if said.retrieved else ""
        return self.t.when(said.as_of) if said.as_of is not None else ""

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
        places = _places(each.at for each in citations if each.at)
        notes = tuple(texts.inline(each.note, self.language) for each in citations if each.note)
        return SourceEntry(
            number,
            self.name_of(source),
            # What is invented has no entry in the bibliography; the page on this edition says what it is.
            self.href(f"{self.language}/about.html") if source.is_example else self.record_href("source", id),
            " · ".join(dict.fromkeys(part for part in about if part)),
            ", ".join(places),
            notes,
        )


def _places(cited: Iterable[str]) -> list[str]:
    """Each section that is cited once: `§3.1` and `§3.1, §3.2 II` make `§3.1`, `§3.2 II`; what another one holds is left out."""
    found = dict.fromkeys(part for each in cited for part in _SECTIONS.split(each))
    return [each for each in found if not any(other.startswith(f"{each},") for other in found)]
