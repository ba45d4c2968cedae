"""Sections that several kinds share: prose, related records, figures, what is not known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from generator.model.provenance import Figure, disagree
from generator.model.record import Record, Unknowns
from generator.render import markup, texts
from generator.render.context import Page
from generator.render.views.parts import Items, Links, Prose, Section, Table


def prose(page: Page, record: Record, id: str, title: str, text: Mapping[str, str] | None) -> Section | None:
    """A headed text, or nothing."""
    return Section(id, title, (Prose(page.block(text, record)),)) if text else None


def listed(page: Page, record: Record, id: str, title: str, lines: Sequence[Mapping[str, str]]) -> Section | None:
    """A headed list of one-line texts, or nothing."""
    return Section(id, title, (Items(tuple(page.inline(line, record) for line in lines)),)) if lines else None


def related(page: Page, id: str, title: str, kind: str, ids: Sequence[str]) -> Section | None:
    """Related records of one kind, or nothing; sorted by name."""
    if not ids:
        return None
    records = page.world.catalog.records[kind]
    ordered = sorted(
        dict.fromkeys(ids), key=lambda each: texts.said(records[each].heading, page.language).text.casefold()
    )
    return Section(id, title, (Links(page.linked(kind, ordered)),))


def unknown(page: Page, record: Record, lines: Unknowns) -> Section | None:
    """What a reader would ask and no source answers."""
    return listed(page, record, "unknown", page.t("What is not known"), lines)


def figures(page: Page, record: Record, caption: str, said: Sequence[Figure]) -> Table:
    """Figures with every statement a source makes, and a remark where sources differ."""
    t = page.t
    rows: list[tuple[Markup | str, ...]] = []
    for figure in said:
        unit = texts.plain(figure.unit, page.language, record.original)
        shown = markup.joined(page.statements(figure.said, unit), "; ")
        remarks = [texts.inline(each.note, page.language, record.original) for each in figure.said if each.note]
        remarks += [texts.inline(each.reason, page.language, record.original) for each in figure.said if each.reason]
        remark = markup.joined([t("sources differ"), *remarks] if disagree(figure.said) else remarks, "; ")
        rows.append((page.inline(figure.what, record), shown, remark))
    return Table(caption, (t("What"), t("Figure"), t("Remarks")), tuple(rows))
