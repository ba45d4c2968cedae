"""The form of a workbook: which instrument, which sheet is which, and that every question stands where it belongs.

In: an opened workbook and the known versions. Out: a `Form`, and diagnostics. Not here: the answers (`workbook`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Span, nearest
from generator.model.framework import Instrument
from generator.read.workbook_cells import Book, Grid
from generator.read.workbook_layout import FORMAT, HEADER, HIDDEN, MARK, Sheet, cell, choices, list_of, sheets
from generator.read.workbook_package import Unusable

_NEW = "fill in a new workbook from `wego ceds template`"


@dataclass(frozen=True, slots=True)
class Form:
    """The sheets whose questions stand where they belong, and the drop-down lists: as shown, and folded word to value."""

    instrument: Instrument
    sheets: tuple[tuple[Sheet, Grid], ...]
    lists: Mapping[str, tuple[str, ...]]
    words: Mapping[str, Mapping[str, str]]
    file: str


def mistake(file: str, grid: str, place: tuple[int, int], code: str, said: str, fix: str) -> Diagnostic:
    """A diagnostic that names sheet and cell."""
    return Diagnostic(code, Span(file, place[0] + 1, place[1] + 1), f"sheet “{grid}”, cell {cell(*place)}: {said}", fix)


def form(opened: Book, instruments: Mapping[str, Instrument], file: str) -> tuple[Form, tuple[Diagnostic, ...]]:
    """The form, and what is wrong with it; raises `Unusable` where nothing can be told from the workbook."""
    told = _told(opened)
    version = told.get(("version", ""), ("",))[0]
    if version not in instruments:
        known = ", ".join(sorted(instruments)) or "none"
        raise Unusable("WG703", f"expected version {known} of the assessment, found {version or 'none'}", _NEW)
    instrument = instruments[version]
    found: list[Diagnostic] = []
    here: list[tuple[Sheet, Grid]] = []
    for sheet in sheets(instrument):
        name = told.get(("sheet", sheet.id), ("",))[0]
        if name not in opened.scans:
            found.append(_missing(file, name or sheet.id, told, opened))
            continue
        grid = opened.grid(name)
        wrong = _changes(sheet, grid, told.get(("heads", sheet.id), ()), file)
        found += wrong
        if not any(each.code == "WG705" for each in wrong):
            here.append((sheet, grid))
    lists = {name: told.get(("list", name), ()) for name in choices(instrument)}
    return Form(instrument, tuple(here), lists, _words(instrument, lists), file), tuple(found)


def _told(opened: Book) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """What the hidden sheet says, by kind and id; `version` and the like have no id."""
    if HIDDEN not in opened.scans:
        raise Unusable("WG703", f"expected the hidden sheet “{HIDDEN}”, found no such sheet", _NEW)
    rows = opened.grid(HIDDEN).rows
    if not rows or rows[0][:2] != (MARK, FORMAT):
        found = " ".join(rows[0][:2]).strip() if rows else ""
        raise Unusable(
            "WG703",
            f"sheet “{HIDDEN}”, cell A1: expected “{MARK} {FORMAT}”, found {f'“{found}”' if found else 'nothing'}",
            _NEW,
        )
    return {(row[0], row[1]): row[2:] for row in rows if len(row) > 2 and row[0]}


def _words(instrument: Instrument, lists: Mapping[str, tuple[str, ...]]) -> Mapping[str, Mapping[str, str]]:
    """By list: what may stand in a cell, folded, and the value it means. The bare number of a level will do."""
    words: dict[str, Mapping[str, str]] = {}
    for name, values in choices(instrument).items():
        bare = {value: value for value in values if value.isdecimal()}
        words[name] = bare | {folded(word): value for word, value in zip(lists[name], values, strict=False) if word}
    return words


def folded(text: str) -> str:
    """A text as it is compared with the words of a list."""
    return " ".join(text.split()).casefold()


def _missing(file: str, name: str, told: Mapping[tuple[str, str], tuple[str, ...]], opened: Book) -> Diagnostic:
    ours = {words[0] for (kind, _), words in told.items() if kind in ("sheet", "front")} | {HIDDEN}
    others = [each for each in opened.scans if each not in ours]
    near = nearest(name, others) or (others[0] if len(others) == 1 else "")
    fix = f"rename “{near}” back to “{name}”" if near else f"restore it, or {_NEW}"
    return Diagnostic("WG704", Span(file), f"sheet “{name}”: expected this sheet, found none of this name", fix)


def _changes(sheet: Sheet, grid: Grid, heads: tuple[str, ...], file: str) -> tuple[Diagnostic, ...]:
    """Everything about a sheet that could put an answer out of its place; only the first where one follows from another."""
    if grid.scan.beyond:
        moved = None
    else:
        moved = _columns(sheet, grid, heads, file) or _rows(sheet, grid, file)
    first = moved or _outside(sheet, grid, file)
    return (first,) if first else (*_merged(sheet, grid, file), *_computed(sheet, grid, file))


def _columns(sheet: Sheet, grid: Grid, heads: tuple[str, ...], file: str) -> Diagnostic | None:
    """The first column that is not below its heading; an older workbook does not tell its headings, but has all of them."""
    for column in range(1, sheet.width):
        said, wanted = grid.text(HEADER, column), heads[column] if column < len(heads) else ""
        if folded(said) != folded(wanted) if wanted else not said:
            found = f"“{said[:60]}”" if said else "nothing"
            message = f"expected the heading {f'“{wanted}”' if wanted else 'of a column'}, found {found}"
            fix = f"undo the deletion, insertion or moving of columns, or {_NEW}"
            return mistake(file, grid.name, (HEADER, column), "WG705", message, fix)
    return None


def _outside(sheet: Sheet, grid: Grid, file: str) -> Diagnostic | None:
    scan = grid.scan
    below = sorted(place for place in scan.filled if place[0] >= sheet.end or place[1] >= sheet.width)
    count = len(below) + scan.beyond
    if not count:
        return None
    area = f"A1:{cell(sheet.end - 1, sheet.width - 1)}"
    return mistake(
        file,
        grid.name,
        below[0] if below else scan.farthest,
        "WG705",
        f"expected nothing outside {area}, found {count:,} cell{'' if count == 1 else 's'} with content",
        "delete what was added; notes belong into the column for evidence",
    )


def _rows(sheet: Sheet, grid: Grid, file: str) -> Diagnostic | None:
    for row, key in enumerate(sheet.keys, sheet.first):
        said = grid.text(row, 0)
        if said != key:
            found = f"“{said[:60]}”" if said else "nothing"
            message = f"expected the question {key}, found {found}"
            now = next((at for at in range(len(grid.rows)) if grid.text(at, 0) == key), None)
            fix = "undo the insertion, deletion or sorting of rows"
            fix += f"; {key} stands in {cell(now, 0)}" if now is not None else ""
            return mistake(file, grid.name, (row, 0), "WG705", message, fix)
    return None


def _answers(sheet: Sheet) -> Mapping[tuple[int, int], tuple[str, str]]:
    """Question and column of every cell for an answer."""
    return {
        (row, column): (key, name)
        for row, key in enumerate(sheet.keys, sheet.first)
        for name, column in sheet.columns.items()
    }


def _merged(sheet: Sheet, grid: Grid, file: str) -> Iterator[Diagnostic]:
    for top, left, bottom, right in grid.scan.merged:
        inside = [each for each in _answers(sheet) if top <= each[0] <= bottom and left <= each[1] <= right]
        if inside:
            found = f"{cell(top, left)}:{cell(bottom, right)}"
            message = f"expected a cell of its own, found it merged in {found}"
            yield mistake(file, grid.name, min(inside), "WG705", message, "split the merged cells")


def _computed(sheet: Sheet, grid: Grid, file: str) -> Iterator[Diagnostic]:
    answers = _answers(sheet)
    for place in sorted(answers.keys() & (grid.scan.formulas | grid.scan.errors)):
        what = "a formula" if place in grid.scan.formulas else "an error value"
        wanted = "an answer from the list" if list_of(sheet, *answers[place]) else "text"
        fix = "write the answer itself into the cell"
        yield mistake(file, grid.name, place, "WG706", f"expected {wanted}, found {what}", fix)
