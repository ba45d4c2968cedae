"""`wego study`: the economics of a project from its costs and benefits.

In: arguments. Out: the appraisal on stdout, problems on stderr. Exit 0 done, 1 problems in the file, 2 wrong usage.
Not here: the appraisal (`derive.appraisal`), how it is written (`appraisal_text`, `appraisal_csv`).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli_ceds_given import refuse, tell
from generator.cli_given import FILE, FORM, LANG, ROOT, messages_of

if TYPE_CHECKING:
    from generator.model.study import Economics


@click.group()
def study() -> None:
    """Feasibility studies."""


@study.command()
@click.argument("file", type=FILE)
@FORM
@click.option(
    "--what",
    type=click.Choice(["years", "results", "sensitivity"]),
    help="Which table --format csv prints; default: years. Text and JSON hold all three.",
)
@LANG
@ROOT
def appraise(file: Path, form: str, what: str | None, lang: str, root: Path) -> None:
    """Print the economic appraisal of the study in a YAML file: NPV, benefit-cost ratio, IRR, payback, sensitivity.

    The file is a record like those in data/studies/, with costs and benefits by year under appraisal. Title and appraisal are
    enough: what else a record needs before it can be published, wego check says.

    JSON is exact: amounts are fractions such as 25/3, and units says what each number counts (internal rates come in 0.0001
    percent).
    """
    from generator.appraisal_csv import TABLES
    from generator.appraisal_text import as_json, as_text

    t = messages_of(root, lang)
    if what is not None and form != "csv":
        raise click.UsageError("--what goes with --format csv; text and JSON hold everything")
    given = _economics(file)
    made = TABLES[what or "years"](given, t) if form == "csv" else (as_json if form == "json" else as_text)(given, t)
    click.echo(made, nl=False)


def _economics(file: Path) -> Economics:
    from generator.record_file import BadFile
    from generator.study_file import read_economics

    try:
        given = read_economics(file)
    except BadFile as error:
        tell(error.found)
    if given is None:
        refuse(f"{file.as_posix()} holds no appraisal; `wego new study ID` shows how one is written")
    return given
