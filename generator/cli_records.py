"""Commands for who writes records: `wego new` starts one, `wego schema` writes the schemas editors check against.

In: arguments. Out: files below data/. Not here: what stands in them (`records_new`, `model.schemas`).
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import NoReturn

import click

from generator.cli_given import today
from generator.diagnostics import suggestion, visible
from generator.model.ids import id_like, is_id, is_reserved
from generator.model.kinds import EDITED, FOLDERS, KINDS
from generator.paths import below

_FOLDER = click.Path(path_type=Path, file_okay=False)
_DATA = click.option(
    "--data", type=_FOLDER, default=Path("data"), show_default=True, help="The folder that holds the records."
)


@click.command()
@click.argument("kind")
@click.argument("id")
@_DATA
def new(kind: str, id: str, data: Path) -> None:
    """Start a record of KIND with the name ID: a file with every key to fill in."""
    from generator.records_new import starting_text
    from generator.study_template import study_template

    name = FOLDERS[kind].name if kind in FOLDERS else kind
    edited = [each.name for each in EDITED]
    if name not in edited:
        _refuse(f"{visible(kind)} is not a kind of record: {suggestion(kind, edited, ', '.join(edited))}")
    if not is_id(id) or is_reserved(id):
        better = id_like(id)
        hint = f"did you mean {better}?" if better and better != id and not is_reserved(better) else "choose another"
        _refuse(f"{visible(id)} cannot be an id, which has small letters a-z, digits and single hyphens: {hint}")
    if not data.is_dir():
        _refuse(f"there is no folder {data} here: start wego in the folder of the project, or name it with --data")
    path = below(data, f"{KINDS[name].data}/{id}.yml")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            # A study is a template with a guide: a city fills it in without knowing the fields of a record.
            stream.write(study_template("en", today()) if name == "study" else starting_text(name, today()))
    except FileExistsError:
        _refuse(f"{path.as_posix()} exists already; nothing was changed")
    except OSError as error:
        _refuse(f"{path.as_posix()} cannot be written: {os.strerror(error.errno or 0)}")
    click.echo(path.as_posix())
    click.echo(f"Fill in the keys, then run: wego check {path.as_posix()}", err=True)


@click.command()
@_DATA
def schema(data: Path) -> None:
    """Write data/schema/v1, the JSON Schemas that editors check records against."""
    for name, text in schema_files().items():
        path = below(data, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
        click.echo(path.as_posix())


@click.command()
@_DATA
def addresses(data: Path) -> None:
    """Add the records of DATA to published-addresses.txt, the list of addresses that must never die.

    The publishing workflow runs it; nothing is ever taken off the list.
    """
    from generator.read.discover import ADDRESSES, ASSESSMENTS, record_files
    from generator.read.run_files import run_files

    path = data / ADDRESSES
    text = path.read_text("utf-8") if path.exists() else ""
    known = set(text.split("\n"))
    here = [
        f"{KINDS[file.kind].folder}/{file.id}"
        for file in record_files(data).files
        if not file.id.startswith("example-")
    ]
    here += [f"{ASSESSMENTS}/{file.id}" for file in run_files(data).files if not file.id.startswith("example-")]
    fresh = sorted(set(here) - known)
    if fresh:
        path.write_text(text.rstrip("\n") + "\n" + "".join(f"{each}\n" for each in fresh), "utf-8", newline="\n")
    click.echo(f"{len(fresh)} addresses added, {len(here)} records")


def schema_files() -> dict[str, str]:
    """The schemas as files below data/."""
    from generator.model.schemas import schemas

    return {
        f"schema/v1/{kind}.json": json.dumps(each, ensure_ascii=False, indent=1) + "\n"
        for kind, each in schemas().items()
    }


def _refuse(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(2)
