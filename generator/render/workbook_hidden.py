"""The hidden sheet of the workbook: version, language, names of sheets, words of lists, places of questions.

In: the desk and the sheets with answers. Out: a written sheet, and by list the range its drop-downs take their words from.
Its rows: `wego-ceds, <format>` · `version, , <version>` · `language, , <code>` · `front, <id>, <name>` · `sheet, <id>, <name>` ·
`heads, <sheet id>, <heading>…` ·
`list, <name>, <word>…` · `question, <id>, <sheet id>, <row from 1>`. Not here: reading it (`read.workbook_form`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.read.workbook_layout import FORMAT, HIDDEN, MARK, Sheet, cell
from generator.render.workbook_style import Desk
from generator.render.workbook_words import heads


def hidden(desk: Desk, parts: Sequence[Sheet]) -> Mapping[str, str]:
    """Write the sheet; by list the range that holds its words."""
    rows: list[tuple[str, ...]] = [
        (MARK, FORMAT),
        ("version", "", desk.instrument.framework.version),
        ("language", "", desk.t.language),
        *(("front", id, desk.names[id]) for id in ("cover", "guide")),
        *(("sheet", each.id, desk.names[each.id]) for each in parts),
        *(("heads", each.id, *heads(each, desk.t)) for each in parts),
    ]
    ranges: dict[str, str] = {}
    for name, known in desk.words.items():
        first, last = cell(len(rows), 2), cell(len(rows), 1 + len(known))
        ranges[name] = f"={HIDDEN}!{_fixed(first)}:{_fixed(last)}"
        rows.append(("list", name, *known))
    for sheet in parts:
        rows += [("question", key, sheet.id, str(sheet.first + number + 1)) for number, key in enumerate(sheet.keys)]
    page = desk.book.add_worksheet(HIDDEN)
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            page.write_string(number, column, text)
    page.protect()
    page.very_hidden()
    return ranges


def _fixed(address: str) -> str:
    letters = address.rstrip("0123456789")
    return f"${letters}${address.removeprefix(letters)}"
