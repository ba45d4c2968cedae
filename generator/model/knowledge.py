"""What orders and explains the rest: topics, glossary terms and the bibliography."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model.base import BodyId, Line, Names, Once, SourceId, TermId, Text, TopicId
from generator.model.dates import Day, Period
from generator.model.links import Url
from generator.model.provenance import Citation
from generator.model.record import Language, Record

Synonyms = dict[Language, Annotated[tuple[Line, ...], Once]]
"""Other words for the same thing by language, for search."""


class Topic(Record):
    """A subject that practices, programmes and modules share. The list and its words are the project's own."""

    kind: ClassVar[str] = "topic"

    name: Text
    synonyms: Synonyms = Field(default_factory=dict)
    summary: Text
    broader: TopicId | None = None
    sources: tuple[Citation, ...] = ()


class Term(Record):
    """A word of the field with a short definition in our own words."""

    kind: ClassVar[str] = "term"
    main_text: ClassVar[str] = "definition"

    name: Names
    synonyms: Synonyms = Field(default_factory=dict)
    definition: Text
    marked: bool = True
    """Whether prose marks the word with its definition; not an everyday word, which readers know in its everyday sense."""
    see: Annotated[tuple[TermId, ...], Once] = ()
    topic: TopicId | None = None
    body: BodyId | None = None


class Source(Record):
    """An entry of the bibliography. `quality` says how near it is to what it reports."""

    kind: ClassVar[str] = "source"
    main_text: ClassVar[str] = "title"

    title: Names
    quality: Literal["primary", "secondary", "copy"]
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
    author: Line | None = None
    publisher: Line | None = None
    date: Period | None = None
    address: Url | None = None
    link: bool = True
    archived: Url | None = None
    accessed: Day | None = None
    read_via: Literal["in-full", "excerpt", "stored-copy", "through-another-source"]
    through: SourceId | None = None
    note: Text | None = None
    sources: tuple[Citation, ...] = ()
