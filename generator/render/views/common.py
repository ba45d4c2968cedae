"""Sections that several kinds share: prose, related records, figures, what is not known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from generator.model.provenance import Figure, disagree
from generator.model.record import Record, Unknowns
from generator.render import markup, texts
from generator.render.context import Page
from generator.render.views import brief
from generator.render.views.order import sort_key
from generator.render.views.parts import Items, Linked, Links, Prose, Section, Table

WITH_LINES = 6
"""Up to so many related records each have a line; more stand in columns, titles only."""


def prose(page: Page, record: Record, id: str, title: str, text: Mapping[str, str] | None) -> Section | None:
    """A headed text, or nothing."""
    return Section(id, title, (Prose(page.block(text, record)),)) if text else None


def listed(page: Page, record: Record, id: str, title: str, lines: Sequence[Mapping[str, str]]) -> Section | None:
    """A headed list of one-line texts, or nothing."""
    return Section(id, title, (Items(tuple(page.inline(line, record) for line in lines)),)) if lines else None


def related(page: Page, id: str, title: str, kind: str, ids: Sequence[str], here: str = "") -> Section | None:
    """Related records of one kind, or nothing; sorted by name, with place and time, and a line where they are few."""
    records = page.world.catalog.records[kind]
    shown = [records[each] for each in dict.fromkeys(ids) if not records[each].withdrawn]
    if not shown:
        return None
    shown.sort(key=lambda each: sort_key(texts.said(each.heading, page.language, each.original).text, page.language))
    compact = len(shown) > WITH_LINES
    found = tuple(
        Linked(
            page.name_of(each),
            page.record_href(kind, each.id),
            brief.meta(page, each, here),
            "" if compact else brief.line(page, each),
        )
        for each in shown
    )
    return Section(id, title, (Links(found, compact),))


def unknown(page: Page, record: Record, lines: Unknowns) -> Section | None:
    """What a reader would ask and no source answers."""
    if not lines:
        return None
    items = Items(tuple(page.inline(each, record) for each in lines))
    return Section("unknown", page.t("What is not known"), (items,), tone="unknown")


FigureRow = tuple[Markup, tuple[Markup, ...], Markup]
"""What a figure counts, every statement on it, a remark."""


def figure_rows(page: Page, record: Record, said: Sequence[Figure]) -> list[FigureRow]:
    """Figures with every statement a source makes; those on the same thing stand together, a series in one row."""
    same: dict[tuple[Markup, str], list[Figure]] = {}
    for figure in said:
        unit = texts.plain(figure.unit, page.language, record.original)
        same.setdefault((page.inline(figure.what, record), unit), []).append(figure)
    rows: list[FigureRow] = []
    for (what, unit), alike in same.items():
        statements = tuple(each for figure in alike for each in figure.said)
        shown = page.statements(statements, unit)
        remarks: list[Markup | str] = [page.t("sources differ")] if disagree(statements) else []
        remarks += [page.inline(text, record) for each in statements for text in (each.note, each.reason) if text]
        rows.append((what, shown, markup.joined(remarks, "; ")))
    return rows


def figures(page: Page, record: Record, caption: str, said: Sequence[Figure]) -> Table:
    """The same as a table."""
    t = page.t
    rows = tuple((what, Markup("<br>").join(shown), remark) for what, shown, remark in figure_rows(page, record, said))
    return without_empty(Table(caption, (t("What"), t("Figure"), t("Remarks")), rows))


def without_empty(table: Table) -> Table:
    """The table without its last column if no row has anything to say there."""
    if any(row[-1] for row in table.rows):
        return table
    return Table(table.caption, table.head[:-1], tuple(row[:-1] for row in table.rows), table.numeric)
