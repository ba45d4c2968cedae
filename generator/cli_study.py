"""`wego study`: the economics of a project from its costs and benefits.

In: arguments. Out: the appraisal on stdout, problems on stderr. Exit 0 done, 1 problems in the file, 2 wrong usage.
Not here: the appraisal (`derive.appraisal`), how it is written (`appraisal_text`).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from generator.cli_ceds_given import refuse
from generator.cli_given import FILE, FORM, LANG, ROOT, checked_record, messages_of

if TYPE_CHECKING:
    from generator.model.study import Study


@click.group()
def study() -> None:
    """Feasibility studies."""


@study.command()
@click.argument("file", type=FILE)
@FORM
@LANG
@ROOT
def appraise(file: Path, form: str, lang: str, root: Path) -> None:
    """Print the economic appraisal of the study in a YAML file: NPV, benefit-cost ratio, IRR, payback, sensitivity.

    The file is a record like those in data/studies/, with costs and benefits by year under appraisal.
    """
    from generator.appraisal_text import FORMATS

    t = messages_of(root, lang)
    given = cast("Study", checked_record(file, "study", root))
    if given.appraisal is None:
        refuse(f"{file.as_posix()} holds no appraisal; `wego new study ID` shows how one is written")
    click.echo(FORMATS[form](given, t), nl=False)
