"""`wego ceds remedies`: how much the base knows for each system, and for which it knows nothing.

In: arguments. Out: a table or CSV on stdout; exit 0 done, 1 problems in the data, 2 wrong usage. Not here: the counting
(`derive.remedies`), the list of systems on the site.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from generator.cli_ceds_given import refuse, tell

if TYPE_CHECKING:
    from generator.model.catalog import Catalog
    from generator.render.i18n import Messages
    from generator.settings import Settings

_FOLDER = click.Path(path_type=Path, file_okay=False, exists=True)
Line = tuple[str | int, ...]
NAMES: Final = 3
"""So many columns come before the numbers."""


@click.command()
@click.option("--lang", default="en", show_default=True, help="Language of the names, such as en or ko.")
@click.option("--format", "form", type=click.Choice(["text", "csv"]), default="text", show_default=True)
@click.option("--root", type=_FOLDER, default=Path(), help="The project's folder; default: here.")
@click.option("--data", type=_FOLDER, help="Take records from this folder instead of data/.")
def remedies(lang: str, form: str, root: Path, data: Path | None) -> None:
    """Count for each system the practices, modules, programmes and study themes the base knows.

    The last two lines are the totals, and how many systems have none.
    """
    from generator.render.exports import table
    from generator.settings import SettingsError, settings

    try:
        chosen = settings(root.resolve(), data=data)
    except SettingsError as error:
        tell([error.diagnostic])
    t = _messages(chosen, lang)
    heads, lines = _heads(t), list(_lines(_catalog(chosen), t))
    if form == "csv":
        click.echo(table([dict(zip(heads, line, strict=True)) for line in lines]), nl=False)
    else:
        click.echo("\n".join(_text((heads, *lines))))


def _messages(chosen: Settings, lang: str) -> Messages:
    from generator.diagnostics import visible
    from generator.render.i18n import messages

    if lang not in chosen.languages:
        known = ", ".join(chosen.languages)
        raise click.UsageError(f"{visible(lang)} is not a language of the site; there are: {known}")
    return messages(chosen.root / "theme" / "locales", lang)


def _catalog(chosen: Settings) -> Catalog:
    """The records; ends the command where they have mistakes or hold no system."""
    from generator.checking import check

    checked = check(chosen)
    if wrong := [each for each in checked.report.ordered() if each.severity == "error"]:
        tell(wrong)
    if not checked.catalog.records["system"]:
        refuse(
            "there are no systems in this folder: name the folder of the project with --root, or of its records with --data"
        )
    return checked.catalog


def _heads(t: Messages) -> tuple[str, ...]:
    numbers = (t("Practices"), t("eGovFrame modules"), t("Programmes"), t("Study themes"))
    return t("Area"), t("System"), t("Name"), *numbers


def _lines(catalog: Catalog, t: Messages) -> Iterator[Line]:
    """A line for each system, then the totals and the gaps."""
    from dataclasses import astuple

    from generator.derive.remedies import by_system, totals, without
    from generator.render.texts import plain

    found = by_system(catalog)
    for system, counts in found:
        yield system.area, system.id, plain(system.name, t.language, system.original), *astuple(counts)
    counted = [counts for _, counts in found]
    yield "", "", t("Total of {n} systems", n=len(counted)), *astuple(totals(counted))
    yield "", "", t("Systems without any"), *astuple(without(counted))


def _text(lines: Sequence[Line]) -> Iterator[str]:
    """Columns as wide as their widest cell; Korean letters take two places. Numbers stand on the right."""
    from rich.cells import cell_len

    rows = [[str(cell) for cell in line] for line in lines]
    widths = [max(cell_len(row[at]) for row in rows) for at in range(len(rows[0]))]
    for row in rows:
        spaces = [" " * (width - cell_len(text)) for text, width in zip(row, widths, strict=True)]
        cells = [f"{text}{space}" for text, space in zip(row[:NAMES], spaces, strict=False)]
        cells += [f"{space}{text}" for text, space in zip(row[NAMES:], spaces[NAMES:], strict=True)]
        yield "  ".join(cells)
