"""One file of a CeDS run, wherever it lies: in private/, or as the assessment page saved it.

In: a path. Out: its source under the address `<city>/<date>`, or why it cannot be read. Not here: the runs of a build
(`run_files`), what stands in them (`validate.assessments`).
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from generator.diagnostics import Diagnostic, Span
from generator.model.ids import is_id
from generator.read.cache import digest_of
from generator.read.discover import ASSESSMENTS, RecordFile
from generator.read.run_files import KIND, is_day
from generator.read.sources import RecordSource
from generator.read.yaml_source import MAX_BYTES, load

WORKBOOK: Final = b"PK\x03\x04"
"""With these bytes an .xlsx file begins, as every package."""
_ANSWERS: Final = frozenset({"indicators", "systems", "targets", "departments"})


def run_source(file: Path, name: str = "") -> tuple[RecordSource | None, tuple[Diagnostic, ...]]:
    """The run in `file`, called `name` in messages; None where it cannot be read, and broken where it does not say whose it is."""
    name = name or file.as_posix()
    try:
        with file.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        said = f"the file cannot be read: {os.strerror(error.errno or 0)}"
        return None, (Diagnostic("WG118", Span(name), said, "check that it exists, and its permissions"),)
    values, found = load(content, name)
    if values is None:
        return None, found
    id = _address(file, values)
    source = RecordSource(RecordFile(file, name, KIND, id), digest_of(content), values, broken=not id)
    return source, () if id else (_nameless(name, values),)


def _nameless(name: str, values: Mapping[str, Any]) -> Diagnostic:
    unsaid = " and ".join(key for key in ("city", "date") if key not in values)
    fix = "name folder and file by them: <city>/<date>.yml, such as seoul/2026-11-22.yml"
    return Diagnostic("WG115", Span(name), f"the file does not say its {unsaid}", fix)


def is_workbook(file: Path) -> bool:
    """Whether the file is an .xlsx file, by its name or its first bytes."""
    try:
        with file.open("rb") as stream:
            return file.suffix.lower() == ".xlsx" or stream.read(len(WORKBOOK)) == WORKBOOK
    except OSError:
        return False


def lies_as_run(file: Path) -> bool:
    """Whether folder and name are those of a run: `<city>/<date>.yml`."""
    here = file.resolve()
    return is_id(here.parent.name) and is_day(here.stem)


def is_run(source: RecordSource) -> bool:
    """Whether a file that may be anything is meant to be a run."""
    return lies_as_run(source.file.path) or bool(_ANSWERS & source.values.keys())


def _address(file: Path, values: Mapping[str, Any]) -> str:
    """The folder `assessments` settles it; elsewhere what the file says goes before its path."""
    here = file.resolve()
    filed = f"{here.parent.name}/{here.stem}" if lies_as_run(file) else ""
    said = f"{values['city']}/{values['date']}" if "city" in values and "date" in values else ""
    return filed if filed and here.parent.parent.name == ASSESSMENTS else said or filed
