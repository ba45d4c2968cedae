"""The governance of WeGO: a drawing of its structure with a table twin, then every organ.

In: organ records. Out: `GovernanceView`. Not here: the charter (`organization_pages`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from generator.model.organization import Organ
from generator.render import labels_wego, markup, texts
from generator.render.context import Page
from generator.render.views.organization import SectionsView, entries, entry, sections_view, shown
from generator.render.views.parts import Entry, Fact, Table

WIDTH: Final = 760
ROW: Final = 108
BOX: Final = (210, 52)
DRAWN: Final = ("elects", "nominates", "appoints", "leads", "manages", "represents")
"""The drawing shows who makes or leads whom; the rest stands in the table only, or the lines would hide each other."""


@dataclass(frozen=True, slots=True)
class Box:
    """An organ in the drawing."""

    x: float
    y: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """What one organ does with another: an arrow and its word."""

    x1: float
    y1: float
    x2: float
    y2: float
    label: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Structure:
    """The drawing."""

    title: str
    description: str
    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class GovernanceView:
    """The page below its prose."""

    structure_label: str = field(metadata={"help": "Heading of the drawing."})
    finding: str = field(metadata={"help": "What the drawing shows in a sentence."})
    structure: Structure | None = field(metadata={"help": "The drawing, or None without organs."})
    table: Table = field(metadata={"help": "The same as a table, with every link."})
    rest: SectionsView = field(metadata={"help": "The organs one by one, and the sources."})


def governance_view(page: Page) -> GovernanceView:
    """All organs by rank."""
    t = page.t
    organs = sorted(shown(page, "organ", Organ), key=lambda each: (each.rank, each.id))
    made = [_organ(page, each) for each in organs]
    return GovernanceView(
        structure_label=t("Structure"),
        finding=t(
            "The assembly of members elects the president city and the Executive Committee; the secretariat and the regional offices do the work. The drawing shows who elects, appoints and leads whom; the table also says who supports whom."
        ),
        structure=structure(page, organs) if organs else None,
        table=_table(page, organs),
        rest=sections_view(page, [entries("organs-one-by-one", t("The organs one by one"), made)]),
    )


def _organ(page: Page, organ: Organ) -> Entry:
    t = page.t
    found = []
    if organ.also:
        found.append(Fact(t("Other names"), (", ".join(organ.also),)))
    for label, text in (
        (t("Composition"), organ.composition),
        (t("How it is chosen"), organ.choice),
        (t("Term of office"), organ.term),
        (t("Meets"), organ.cycle),
    ):
        if text:
            found.append(Fact(label, (page.inline(text, organ),)))
    made = entry(page, organ, found, page.inline(organ.summary, organ))
    return replace(made, items=tuple(page.inline(each, organ) for each in organ.duties), items_label=t("Duties"))


def _table(page: Page, organs: Sequence[Organ]) -> Table:
    t = page.t
    rows = tuple(
        (
            markup.link(f"#{organ.id}", page.name_of(organ)),
            t(labels_wego.ORGAN_LINK[link.does]),
            page.to("organ", link.to),
        )
        for organ in organs
        for link in organ.links
    )
    return Table(t("Who does what with whom"), (t("Organ"), t("does"), t("with")), rows)


def structure(page: Page, organs: Sequence[Organ]) -> Structure:
    """Boxes in rows by rank, with arrows from who acts to whom."""
    t = page.t
    ranks = sorted({each.rank for each in organs})
    places: dict[str, tuple[float, float]] = {}
    for row, rank in enumerate(ranks):
        here = _in_row([each for each in organs if each.rank == rank], organs, places)
        for column, each in enumerate(here):
            places[each.id] = (round(WIDTH * (column + 0.5) / len(here), 1), row * ROW + BOX[1] / 2 + 4)
    names = {each.id: texts.plain(each.name, page.language, each.original) for each in organs}
    boxes = tuple(Box(*places[each.id], _wrapped(names[each.id])) for each in organs)
    drawn = [
        (each.id, link.to, t(labels_wego.ORGAN_LINK[link.does]))
        for each in organs
        for link in each.links
        if link.does in DRAWN and link.to in places
    ]
    said = "; ".join(f"{names[one]} {does} {names[other]}" for one, other, does in drawn)
    height = len(ranks) * ROW - ROW + BOX[1] + 12
    return Structure(t("Structure of WeGO"), said, WIDTH, height, boxes, tuple(_line(places, *each) for each in drawn))


def _in_row(here: Sequence[Organ], organs: Sequence[Organ], places: Mapping[str, tuple[float, float]]) -> list[Organ]:
    """The organs of a row, each below those that act on it; the others at the two ends."""

    def middle(organ: Organ, number: int) -> float:
        above = [
            places[each.id][0]
            for each in organs
            for link in each.links
            if link.to == organ.id and link.does in DRAWN and each.id in places
        ]
        return sum(above) / len(above) if above else (0 if number % 2 == 0 else WIDTH)

    numbered = [(middle(each, number), number, each) for number, each in enumerate(here)]
    return [each for _, _, each in sorted(numbered, key=lambda item: item[:2])]


def _line(places: Mapping[str, tuple[float, float]], one: str, other: str, label: str) -> Line:
    (x1, y1), (x2, y2) = places[one], places[other]
    half = BOX[1] / 2
    if y1 == y2:
        side = BOX[0] / 2 * (1 if x2 > x1 else -1)
        start, end = (x1 + side, y1), (x2 - side, y2)
    else:
        down = half if y2 > y1 else -half
        start, end = (x1, y1 + down), (x2, y2 - down)
    return Line(*start, *end, label, round((start[0] + end[0]) / 2, 1), round((start[1] + end[1]) / 2 + 5, 1))


def _wrapped(text: str, most: int = 22) -> tuple[str, ...]:
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + len(word) < most:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)
