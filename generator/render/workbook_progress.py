"""How many questions of a sheet are answered: as a formula that spreadsheets compute, and counted here for the value it shows at first.

In: a sheet, the texts of its cells. Out: a formula, a number. Answered means what it means for the scores: a level; of a system the
use too, from the pilot on; or the choice that it does not apply, with the reason. Not here: where it is shown (`workbook_sheets`).
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.read.workbook_layout import Sheet, cell


def formula(sheet: Sheet) -> str:
    """Levels begin with their number; the last choice of a list, that it does not apply, does not."""
    at = {name: f"{cell(sheet.first, column)}:{cell(sheet.end - 1, column)}" for name, column in sheet.columns.items()}
    main = at.get("answer") or at["existence"]
    declined = f'ISERROR(FIND(LEFT({main},1),"01234"))*({at["reason"]}<>"")'
    if "answer" in at:
        complete = f'ISNUMBER(FIND(LEFT({main},1),"01234"))'
    else:
        complete = f'ISNUMBER(FIND(LEFT({main},1),"01"))+ISNUMBER(FIND(LEFT({main},1),"234"))*({at["use"]}<>"")'
    return f'=SUMPRODUCT(({main}<>"")*({complete}+{declined}))'


def answered(sheet: Sheet, said: Mapping[tuple[str, str], str]) -> int:
    """What the formula comes to."""
    return sum(1 for key in sheet.keys if _complete(sheet, key, said))


def _complete(sheet: Sheet, key: str, said: Mapping[tuple[str, str], str]) -> bool:
    level = said.get((key, "answer" if "answer" in sheet.columns else "existence"), "")[:1]
    if level in ("", "0", "1"):
        return bool(level)
    if level in ("2", "3", "4"):
        return "answer" in sheet.columns or (key, "use") in said
    return (key, "reason") in said
