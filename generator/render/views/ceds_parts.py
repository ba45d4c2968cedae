"""The parts pages of CeDS are made of besides those of records: blocks with a finding, drawings, steps of a roadmap.

In: nothing. Out: frozen dataclasses that templates place; a drawing holds finished coordinates. Not here: geometry (`ceds_charts`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from generator.render.views.drawing import Said
from generator.render.views.parts import Entries, Items, Links, Prose, Table


@dataclass(frozen=True, slots=True)
class Label:
    """A text at a place; several lines stand below one another, the last of them strong."""

    x: float
    y: float
    anchor: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Radar:
    """Named figures as a star. `points` and `average` are empty where not all figures are shown; `band` is the range."""

    shape: ClassVar[str] = "radar"
    said: Said
    rings: tuple[str, ...]
    axes: tuple[str, ...]
    band: str
    points: str
    average: str
    dots: tuple[tuple[float, float], ...]
    labels: tuple[Label, ...]
    sides: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure: a bar as far as it is shown, its range as a line with two ends, the average as a diamond (None: too few)."""

    y: float
    label: str
    value: str
    width: float | None
    low: float
    high: float
    average: float | None


@dataclass(frozen=True, slots=True)
class Bars:
    """Figures below one another on the scale of the five stages."""

    shape: ClassVar[str] = "bars"
    said: Said
    bars: tuple[Bar, ...]
    height: float
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """How many systems stand at one existence and use."""

    x: float
    y: float
    radius: float
    count: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Systems by existence (across) and use (upward)."""

    shape: ClassVar[str] = "matrix"
    said: Said
    lines: tuple[tuple[float, float, float, float], ...]
    cells: tuple[Cell, ...]
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """One run in a history: its figure (None: not shown), its range, its labels."""

    x: float
    y: float | None
    low: float
    high: float
    value: str
    date: str
    date_y: float


@dataclass(frozen=True, slots=True)
class History:
    """A figure over several runs; `lines` join those of one version."""

    shape: ClassVar[str] = "history"
    said: Said
    lines: tuple[str, ...]
    moments: tuple[Moment, ...]
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Systems:
    """Systems in one narrow table, in groups below a heading (which may be empty); the first cell names the system.

    The table has a caption, or it is `named_by` the id of a heading.
    """

    shape: ClassVar[str] = "systems"
    head: tuple[str, ...]
    groups: tuple[tuple[str, tuple[tuple[Markup | str, ...], ...]], ...]
    numeric: frozenset[int] = frozenset()
    """Columns of numbers, from 0."""
    caption: str = ""
    named_by: str = ""


@dataclass(frozen=True, slots=True)
class Remedy:
    """What helps with a step: links of one kind, each with a remark."""

    label: str
    links: tuple[tuple[Markup, str], ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the roadmap with its reason."""

    title: Markup
    reason: str
    remedies: tuple[Remedy, ...] = ()


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps of one phase: each with what helps with it, or in a table."""

    shape: ClassVar[str] = "steps"
    id: str
    title: str
    line: str
    steps: tuple[Step, ...] = ()
    table: Systems | None = None
    start: int = 1
    """Number of the first of the `steps`."""


Drawing = Radar | Bars | Matrix | History
Piece = Drawing | Steps | Systems | Table | Prose | Items | Links | Entries


@dataclass(frozen=True, slots=True)
class Block:
    """A headed part of the page: one finding in a sentence, then what it is made from."""

    id: str
    title: str
    finding: Markup | str
    pieces: tuple[Piece, ...]
