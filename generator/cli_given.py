"""What several commands are given: a record file, a language, the project's folder, the day.

In: options. Out: checked values, or the end of the command: 1 for problems in a file, 2 for wrong usage. Not here: the commands.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from generator.cli_ceds_given import tell
from generator.diagnostics import visible
from generator.diagnostics_format import FORMATS

if TYPE_CHECKING:
    from generator.model.record import Record
    from generator.render.i18n import Messages

FILE: Final = click.Path(path_type=Path, dir_okay=False, exists=True)
ROOT: Final = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=Path(),
    help="The project's folder; default: here.",
)
FORM: Final = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "csv", "json"]),
    default="text",
    show_default=True,
    help="How the result is printed.",
)
LANG: Final = click.option("--lang", default="en", show_default=True, help="Language of the output, such as en or ko.")


def today() -> str:
    """The day on this machine. What is written at a desk has one; builds have no clock (`settings.as_of`)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return (datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else date.today()).isoformat()


def messages_of(root: Path, language: str) -> Messages:
    """The words of a language of the interface."""
    from generator.render.i18n import messages

    folder = root / "theme" / "locales"
    known = sorted(each.stem for each in folder.glob("*.po"))
    if not known:
        raise click.UsageError(f"{root.resolve()} is not the project's folder; name it with --root")
    if language not in known:
        raise click.UsageError(f"{visible(language)} is not a language of the interface; there are: {', '.join(known)}")
    return messages(folder, language)


def checked_record(file: Path, kind: str, root: Path) -> Record:
    """The record in a file; its warnings are printed, its mistakes end the command with 1."""
    from generator.record_file import BadFile, read_record
    from generator.settings import SettingsError, settings

    try:
        record, warnings = read_record(file, kind, settings(root.resolve()))
    except SettingsError as error:
        tell([error.diagnostic])
    except BadFile as error:
        tell(error.found)
    if warnings:
        click.echo(FORMATS["text"](list(warnings), 1), err=True, nl=False)
    return record
