"""The first two sheets: the cover with the progress of all sheets, and how to answer.

In: the desk. Out: written sheets. Not here: questions (`workbook_sheets`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.read.workbook_layout import CITY, Sheet
from generator.render.texts import said as text_of
from generator.render.workbook_progress import answered
from generator.render.workbook_style import Desk, height, paper

_WIDTH = 100.0


def cover(desk: Desk, parts: Sequence[Sheet], said: Mapping[tuple[str, str], str]) -> None:
    """Title, what this is and is not, and a list of the sheets with their progress."""
    t, page = desk.t, desk.sheet("cover")
    page.set_column(0, 0, 3)
    page.set_column(1, 1, 70)
    page.set_column(2, 2, 30)
    lines = [
        (desk.names["title"], "big"),
        *_edition(desk),
        (t("Version {version} of the questions", version=desk.instrument.framework.version), "text"),
        (
            t(
                "The public sources on CeDS give its structure and nothing more. Every question, level and formula is this "
                "project's own text. WeGO has neither written nor approved it."
            ),
            "text",
        ),
        (
            t(
                "Your answers stay in this file. They are published only if your city allows it on the sheet “{sheet}”.",
                sheet=desk.names[CITY],
            ),
            "text",
        ),
        (t("The texts may be used by anybody under the licence CC BY 4.0."), "soft"),
    ]
    row = _lines(desk, page, 1, lines, 2)
    _progress(desk, page, row + 1, parts, said)
    paper(desk, page, landscape=False)
    page.activate()


def _edition(desk: Desk) -> list[tuple[str, str]]:
    if not desk.independent:
        return []
    return [(desk.t("Independent edition, compiled from public sources; not a workbook of WeGO."), "edition")]


def _progress(desk: Desk, page: Any, top: int, parts: Sequence[Sheet], said: Mapping[tuple[str, str], str]) -> None:
    t, look = desk.t, desk.look
    page.write_string(top, 1, t("Sheet"), look["head"])
    page.write_string(top, 2, t("Answered"), look["head"])
    for number, sheet in enumerate(parts):
        row, name = top + 1 + number, desk.names[sheet.id].replace("'", "''")
        page.write_url(row, 1, f"internal:'{name}'!A1", look["link"], desk.names[sheet.id])
        if sheet.id == CITY:
            page.write_blank(row, 2, None, look["cell"])
            continue
        done = answered(sheet, said)
        before, after = t("{done} of {all}", done="\0", all=len(sheet.keys)).split("\0")
        shown = desk.book.add_format(
            {
                "border": 1,
                "border_color": "#b9c6ca",
                "align": "left",
                "num_format": f'"{before}"0"{after}"',
                "font_size": 10,
            }
        )
        page.write_formula(row, 2, f"='{name}'!B3", shown, done)


def guide(desk: Desk) -> None:
    """What the assessment is, how to prepare, how to answer, what happens then."""
    page, language = desk.sheet("guide"), desk.t.language
    page.set_column(0, 0, 3)
    page.set_column(1, 1, _WIDTH)
    summary = text_of(desk.instrument.framework.summary, language).text.split("\n\n")
    lines: list[tuple[str, str]] = [(desk.names["guide"], "title")]
    lines += [(" ".join(part.split()), "text") for part in summary]
    for heading, steps in _chapters(desk):
        lines += [(heading, "heading"), *((f"• {step}", "text") for step in steps)]
    _lines(desk, page, 1, lines, 1)
    paper(desk, page, landscape=False)


def _chapters(desk: Desk) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        (desk.t("Before the meeting"), _before(desk)),
        (desk.t("In the meeting"), _meeting(desk)),
        (desk.t("After the meeting"), _after(desk)),
    )


def _before(desk: Desk) -> tuple[str, ...]:
    t = desk.t
    return (
        t("Choose an office that leads the assessment and keeps this file."),
        t(
            "Invite four departments: planning, finance, IT and the office of the vice mayor. Together they can answer everything."
        ),
        t(
            "Bring the organisation chart, the strategy for e-government, the last budget, the list of systems and the "
            "statistics of their use."
        ),
        t("Plan about two hours. The file can be saved and taken up again at any time."),
    )


def _meeting(desk: Desk) -> tuple[str, ...]:
    t = desk.t
    return (
        t("Answer in the coloured cells: click the cell and choose from its list. All other cells are locked."),
        t("Choose the highest level that you could prove to an outsider today."),
        t("Leave open what you do not know. An open question is not counted as zero; it makes the result less exact."),
        t("Where a question does not apply, choose the last entry of the list and write the reason beside it."),
        t("For systems, say first whether the system exists. How much it is used is asked from the pilot (2) on."),
        t(
            "Under “{column}”, choose when your city means to have the system; a proposal stands below each system.",
            column=t("Target"),
        ),
        t("Under “{column}”, name a document, a figure or an address. Do not name persons.", column=t("Evidence")),
    )


def _after(desk: Desk) -> tuple[str, ...]:
    t = desk.t
    return (
        t(
            "This file computes no scores. Open it in the assessment page of the site, which sends nothing anywhere, to see them."
        ),
        t("Take the assessment at most four times a year, so that changes mean something."),
    )


def _lines(desk: Desk, page: Any, row: int, lines: Sequence[tuple[str, str]], columns: int) -> int:
    """Texts one below the other, each as high as it needs; the next free row."""
    sizes = {"big": (26, 34.0), "title": (70, 24.0), "edition": (88, 17.0), "heading": (90, 24.0), "text": (112, 15.5)}
    for text, look in lines:
        width, line = sizes.get(look, (110, 14.5))
        if columns > 1:
            page.merge_range(row, 1, row, columns, text, desk.look[look])
        else:
            page.write_string(row, 1, text, desk.look[look])
        page.set_row(row, height(text, width, line) + 2)
        row += 1
    return row
