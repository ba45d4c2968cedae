"""The sheets with answers: the city, one for each dimension, one for each area.

In: the desk, a sheet's layout, the answers of a run, the ranges of the drop-down lists. Out: written sheets. Not here: cover and guide.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model.framework import Area, Dimension
from generator.read.workbook_layout import HEADER, HORIZONS, Sheet, cell, list_of
from generator.render import workbook_progress
from generator.render.texts import plain
from generator.render.workbook_city import field_words
from generator.render.workbook_style import Desk, height, paper
from generator.render.workbook_words import heads

Said = Mapping[tuple[str, str], str]
Ranges = Mapping[str, str]


def city_sheet(desk: Desk, sheet: Sheet, said: Said, ranges: Ranges) -> None:
    """City, day, departments that took part, consent, note."""
    t = desk.t
    _top(
        desk,
        sheet,
        t("The city and who took part"),
        t("Name departments and offices, never persons."),
        [14, 30, 44, 64],
    )
    _heads(desk, sheet)
    for number, (key, (asked, meant)) in enumerate(field_words(t).items()):
        row = sheet.first + number
        _cells(desk, sheet, row, [(asked, "cell")])
        page = desk.sheet(sheet.id)
        page.write_string(row, 3, meant, desk.look["legend"])
        page.set_row(row, max(20.0, height(meant, 66, 13), height(said.get((key, "answer"), ""), 44)))
        _answer(desk, sheet, number, key, said, ranges)
    paper(desk, desk.sheet(sheet.id), repeated=(HEADER, HEADER))


def dimension_sheet(desk: Desk, sheet: Sheet, said: Said, ranges: Ranges) -> None:
    """One question in a row: its levels, the answer, evidence, and why it does not apply."""
    t, language = desk.t, desk.t.language
    part = next(each for each in desk.instrument.framework.dimensions if each.id == sheet.id)
    _about(desk, sheet, part, [7, 36, 48, 22, 24, 16], said)
    _heads(desk, sheet)
    page, look = desk.sheet(sheet.id), desk.look
    for number, key in enumerate(sheet.keys):
        asked = desk.instrument.indicators[key]
        row = sheet.first + number
        _cells(desk, sheet, row, [])
        why, proof = plain(asked.why, language), t("Evidence: {what}", what=plain(asked.evidence, language))
        question = plain(asked.question, language)
        page.write_rich_string(row, 1, look["strong"], question, look["small"], f"\n{why}\n{proof}", look["cell"])
        levels = "\n".join(desk.words[f"indicator/{key}"][:-1])
        page.write_string(row, 2, levels, look["cell"])
        filled = [
            height(said.get((key, name), ""), width)
            for name, width in (("evidence", 24), ("reason", 16), ("answer", 22))
        ]
        page.set_row(row, max(height(question, 34) + height(f"{why}\n{proof}", 44, 12.5), height(levels, 52), *filled))
        _answer(desk, sheet, number, key, said, ranges)
    paper(desk, page, repeated=(HEADER, HEADER))


def area_sheet(desk: Desk, sheet: Sheet, said: Said, ranges: Ranges) -> None:
    """One system in a row: existence, use, target, evidence, and why it is no task of this city."""
    t, language, look, page = desk.t, desk.t.language, desk.look, desk.sheet(sheet.id)
    part = next(each for each in desk.instrument.framework.areas if each.id == sheet.id)
    _about(desk, sheet, part, [12, 36, 30, 30, 13, 22, 16], said)
    _heads(desk, sheet)
    _legend(desk, sheet)
    for number, key in enumerate(sheet.keys):
        asked = desk.instrument.systems[key]
        row = sheet.first + number
        _cells(desk, sheet, row, [])
        default = desk.words["target"][HORIZONS.index(asked.horizon)]
        about = f"{plain(asked.summary, language)}\n{t('Proposed target: {target}', target=default)}"
        name = plain(asked.name, language)
        page.write_rich_string(row, 1, look["strong"], name, look["small"], f"\n{about}", look["cell"])
        widths = (("existence", 30), ("use", 30), ("evidence", 22), ("reason", 16))
        filled = [height(said.get((key, column), ""), width) for column, width in widths]
        page.set_row(row, max(height(name, 34) + height(about, 44, 12.5), height(key, 11), *filled))
        _answer(desk, sheet, number, key, said, ranges)
    first, last = cell(sheet.first, sheet.columns["use"]), cell(sheet.end - 1, sheet.columns["use"])
    left = f"LEFT($C{sheet.first + 1},1)"
    idle = {"type": "formula", "criteria": f'=OR({left}="0",{left}="1")', "format": look["idle"]}
    page.conditional_format(f"{first}:{last}", idle)
    paper(desk, page, repeated=(HEADER, HEADER + 1))


def _about(desk: Desk, sheet: Sheet, part: Dimension | Area, widths: Sequence[float], said: Said) -> None:
    _top(desk, sheet, plain(part.name, desk.t.language), plain(part.summary, desk.t.language), widths)
    count, done = workbook_progress.formula(sheet), workbook_progress.answered(sheet, said)
    before, after = desk.t("Answered: {done} of {all}", done="\0", all=len(sheet.keys)).split("\0")
    shown = desk.book.add_format(
        {"bold": True, "align": "left", "num_format": f'"{before}"0"{after}"', "font_size": 10}
    )
    desk.sheet(sheet.id).write_formula(2, 1, count, shown, done)


def _top(desk: Desk, sheet: Sheet, title: str, summary: str, widths: Sequence[float]) -> None:
    page = desk.sheet(sheet.id)
    for column, width in enumerate(widths):
        page.set_column(column, column, width, desk.look["plain"])
    page.write_string(0, 1, title, desk.look["title"])
    page.set_row(0, 24)
    page.merge_range(1, 1, 1, len(widths) - 1, summary, desk.look["soft"])
    page.set_row(1, height(summary, sum(widths[1:])))
    page.freeze_panes(HEADER + 1, 2)


def _heads(desk: Desk, sheet: Sheet) -> None:
    page = desk.sheet(sheet.id)
    for column, text in enumerate(heads(sheet, desk.t)):
        page.write_string(HEADER, column, text, desk.look["head"])
    page.set_row(HEADER, 30)


def _legend(desk: Desk, sheet: Sheet) -> None:
    """The levels of all systems, below the headings and again on every printed page."""
    page, t, look = desk.sheet(sheet.id), desk.t, desk.look["legend"]
    texts = {
        1: t("The levels are the same for all systems. Use is asked from the pilot (2) on."),
        2: "\n".join(desk.words["existence"]),
        3: "\n".join(desk.words["use"]),
        4: "\n".join(desk.words["target"]),
    }
    for column in range(sheet.width):
        page.write_string(HEADER + 1, column, texts.get(column, ""), look)
    page.set_row(HEADER + 1, max(height(texts[2], 34, 12.5), height(texts[3], 34, 12.5)))


def _cells(desk: Desk, sheet: Sheet, row: int, texts: Sequence[tuple[str, str]]) -> None:
    page = desk.sheet(sheet.id)
    page.write_string(row, 0, sheet.keys[row - sheet.first], desk.look["id"])
    for column, (text, look) in enumerate(texts, 1):
        page.write_string(row, column, text, desk.look[look])


def _answer(desk: Desk, sheet: Sheet, number: int, key: str, said: Said, ranges: Ranges) -> None:
    """The unlocked cells of a question, with their drop-down lists and what was said before."""
    page, t = desk.sheet(sheet.id), desk.t
    for name, column in sheet.columns.items():
        known = list_of(sheet, key, name)
        look = desk.look["answer" if known else "note"]
        text = said.get((key, name), "")
        if text:
            page.write_string(sheet.first + number, column, text, look)
        else:
            page.write_blank(sheet.first + number, column, None, look)
        if known:
            page.data_validation(
                sheet.first + number,
                column,
                sheet.first + number,
                column,
                {
                    "validate": "list",
                    "source": ranges[known],
                    "error_title": t("Not in the list"),
                    "error_message": t("Please choose an entry of the list, or leave the cell empty."),
                },
            )
