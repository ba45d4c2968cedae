"""The parts a record page is made of, the same for every kind.

In: nothing. Out: frozen dataclasses that templates place. Not here: how they are filled (the kinds' modules).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from markupsafe import Markup, escape

from generator.render.views.appraisal_charts import Tornado, YearsChart


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the fact panel."""

    label: str
    values: tuple[Markup | str, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs."""

    shape: ClassVar[str] = "prose"
    html: Markup


@dataclass(frozen=True, slots=True)
class Items:
    """A plain list."""

    shape: ClassVar[str] = "items"
    items: tuple[Markup | str, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption; the first cell of a row names the row. `numeric` lists columns of numbers, from 0."""

    shape: ClassVar[str] = "table"
    caption: Markup | str
    head: tuple[str, ...]
    rows: tuple[tuple[Markup | str, ...], ...]
    numeric: frozenset[int] = frozenset()

    @property
    def label(self) -> str:
        """The caption without markup."""
        return str(Markup(escape(self.caption)).striptags())

    @property
    def scrolls(self) -> bool:
        """Whether it may be wider than a phone, and so needs a region to scroll in."""
        return len(self.head) > 2


@dataclass(frozen=True, slots=True)
class Linked:
    """One record of a list of others: its title, where and when, one line on it."""

    title: Markup | str
    href: str
    meta: str = ""
    line: Markup | str = ""


@dataclass(frozen=True, slots=True)
class Links:
    """Related records. Many stand in columns, title and place only."""

    shape: ClassVar[str] = "links"
    items: tuple[Linked, ...]
    compact: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A block with an anchor inside a section, such as one session of a programme: a text, facts, a numbered list, remarks."""

    id: str
    title: Markup | str
    facts: tuple[Fact, ...]
    notes: tuple[Markup, ...] = ()
    lead: Markup | str = ""
    items: tuple[Markup | str, ...] = ()
    items_label: str = ""


@dataclass(frozen=True, slots=True)
class Entries:
    """Blocks one after another."""

    shape: ClassVar[str] = "entries"
    entries: tuple[Entry, ...]


Part = Prose | Items | Table | Links | Entries | YearsChart | Tornado


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of the page. `tone` sets a part apart: `unknown` for what no source tells."""

    id: str
    title: str
    parts: tuple[Part, ...]
    tone: str = ""


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source at the foot of the page, with the places in it that were cited."""

    number: int
    title: Markup | str
    href: str
    about: str
    places: str
    notes: tuple[Markup, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordView:
    """A record's page."""

    list_href: str = field(metadata={"help": "The kind's list."})
    list_label: str = field(metadata={"help": "Name of the list."})
    title: Markup | str = field(metadata={"help": "Heading of the page."})
    lead: Markup = field(metadata={"help": "The summary, or empty."})
    notices: tuple[Markup | str, ...] = field(
        metadata={"help": "What a reader must know first: language, invented data, withdrawal."}
    )
    facts: tuple[Fact, ...] = field(metadata={"help": "The fact panel."})
    facts_label: str = field(metadata={"help": "Accessible name of the fact panel."})
    sections: tuple[Section, ...] = field(metadata={"help": "Body of the page in the order of the kind."})
    sources_label: str = field(metadata={"help": "Heading of the sources."})
    sources: tuple[SourceEntry, ...] = field(metadata={"help": "Every source cited on the page, numbered."})
    dates: str = field(metadata={"help": "When the record was added and reviewed."})
    translation: str = field(metadata={"help": "One quiet line on how the page was translated, or empty."})
    data_label: str = field(metadata={"help": "Label of the data links."})
    data: tuple[tuple[str, str], ...] = field(metadata={"help": "The record as data: label and link."})
