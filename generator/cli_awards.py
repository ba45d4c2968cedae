"""`wego awards`: an edition's scores and votes to shortlist and prizes.

In: arguments. Out: the tally on stdout, problems on stderr. Exit 0 done, 1 problems in the file, 2 wrong usage.
Not here: the tally (`derive.tally`), how it is written (`tally_text`).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from generator.cli_ceds_given import refuse
from generator.cli_given import FILE, FORM, LANG, ROOT, checked_record, messages_of

if TYPE_CHECKING:
    from generator.model.award import Award


@click.group()
def awards() -> None:
    """Editions of the WeGO Awards."""


@awards.command(name="tally")
@click.argument("file", type=FILE)
@FORM
@LANG
@ROOT
def tally_(file: Path, form: str, lang: str, root: Path) -> None:
    """Print shortlist and prizes of the edition in a YAML file, and how each place came about.

    The file is a record like those in data/awards/, with submissions, jury, scores and votes.
    """
    from generator.derive.tally import has_papers
    from generator.tally_text import FORMATS

    t = messages_of(root, lang)
    award = cast("Award", checked_record(file, "award", root))
    if not has_papers(award):
        refuse(f"{file.as_posix()} holds no submissions, so there is nothing to tally")
    click.echo(FORMATS[form](award, t), nl=False)
