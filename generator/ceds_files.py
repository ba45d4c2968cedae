"""Runs and versions of the CeDS instrument as files, for the commands of `wego ceds`.

In: paths and models. Out: instruments, a run from YAML, YAML text from a run, and where a run is kept: below private/, which is
never shared, or with the city's consent below data/. Not here: the runs of a build (`read.run_files`), workbooks (`read.workbook`).
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError

from generator.diagnostics import Diagnostic, Span
from generator.model.assessment import Answer, Assessment, SystemAnswer
from generator.model.catalog import Key
from generator.model.consented import kept
from generator.model.framework import Framework, Indicator, Instrument, System
from generator.paths import below
from generator.read.cache import digest_of
from generator.read.discover import RecordFile
from generator.read.run_source import run_source
from generator.read.sources import RecordSource
from generator.read.yaml_source import MAX_BYTES, load
from generator.validate import schema
from generator.validate.assessments import answers, valid
from generator.validate.mistake import mistakes

_Model = TypeVar("_Model", bound=BaseModel)
_SCHEMA: Final = "# yaml-language-server: $schema=../../schema/v1/assessment.json"


class BadFiles(Exception):
    """Files that cannot be used; holds the diagnostics."""

    def __init__(self, found: Iterable[Diagnostic]) -> None:
        super().__init__("bad files")
        self.found = tuple(found)


def instruments(data: Path) -> Mapping[str, Instrument]:
    """Every version of the instrument below `data`, by its number; raises `BadFiles`."""
    folders = sorted(each.parent for each in (data / "ceds").glob("*/framework.yml"))
    return {each.name: _instrument(each) for each in folders}


def _instrument(folder: Path) -> Instrument:
    return Instrument(
        framework=_record(folder / "framework.yml", Framework),
        indicators={file.stem: _record(file, Indicator) for file in sorted((folder / "indicators").glob("*.yml"))},
        systems={file.stem: _record(file, System) for file in sorted((folder / "systems").glob("*.yml"))},
    )


def _record(file: Path, model: type[_Model]) -> _Model:
    name = file.as_posix()
    try:
        content = file.read_bytes()
    except OSError:
        raise BadFiles([Diagnostic("WG118", Span(name), "the file cannot be read", "check that it exists")]) from None
    values, found = load(content, name)
    if values is None:
        raise BadFiles(found)
    try:
        return model.model_validate({"id": file.stem, **values})
    except ValidationError as error:
        source = RecordSource(RecordFile(file, name, "", file.stem), digest_of(content), values)
        raise BadFiles(schema.diagnostics(source, mistakes(values, model, error.errors(include_url=False)))) from None


def read_run(file: Path, known: Mapping[str, Instrument]) -> Assessment:
    """The run in a YAML file, by its address `<city>/<date>.yml`; a file from the browser says both itself. Raises `BadFiles`."""
    source, found = run_source(file)
    if source is None or found:
        raise BadFiles(found)
    runs, left, found = valid([source])
    more = (answers(run, source, _keys(known.get(run.version)), tuple(known)) for run, _ in (*runs, *left))
    if wrong := (*found, *itertools.chain.from_iterable(more)):
        raise BadFiles(wrong)
    return runs[0][0]


def _keys(instrument: Instrument | None) -> Collection[Key]:
    if instrument is None:
        return ()
    return {*(("indicator", id) for id in instrument.indicators), *(("system", id) for id in instrument.systems)}


def text_of(run: Assessment) -> str:
    """A run as YAML: short lines, texts in double quotes, questions by id. City and date are the file's address."""
    lines = [_SCHEMA, f"version: {json.dumps(run.version)}"]
    if run.consent:
        said = {"office": run.consent.office, "date": str(run.consent.date), "scope": run.consent.scope}
        lines.append(f"consent: {_flow(said)}")
    if run.withdrawn:
        lines.append(f"withdrawn: {_flow({'date': str(run.withdrawn.date), 'reason': run.withdrawn.reason})}")
    if run.departments:
        lines.append(f"departments: [{', '.join(run.departments)}]")
    lines += _block("indicators", {id: _flow(_answer(each)) for id, each in run.indicators.items()})
    lines += _block("systems", {id: _flow(_answer(each)) for id, each in run.systems.items()})
    lines += _block("targets", run.targets)
    if run.note:
        lines.append(f"note: {_quoted(run.note)}")
    return "\n".join(lines) + "\n"


def rewritten(path: Path, run: Assessment) -> str:
    """A run as it is to be written to `path`: below the first line with the comment that the file there begins with."""
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        lines = []
    comment = itertools.takewhile(lambda line: line.startswith("#"), lines)
    kept = [line for line in comment if "yaml-language-server:" not in line and line.isprintable()]
    first, _, rest = text_of(run).partition("\n")
    return "\n".join([first, *kept, rest])


def _answer(answer: Answer | SystemAnswer) -> dict[str, Any]:
    return answer.model_dump(exclude_none=True)


def _block(name: str, entries: Mapping[str, str]) -> list[str]:
    said = {id: entries[id] for id in sorted(entries) if entries[id] != "{}"}
    return [f"{name}:", *(f"  {id}: {value}" for id, value in said.items())] if said else []


def _flow(values: Mapping[str, Any]) -> str:
    parts = (
        f"{key}: {each if isinstance(each, int) else _quoted(each)}" for key, each in values.items() if each is not None
    )
    return "{" + ", ".join(parts) + "}"


def _quoted(text: str) -> str:
    # JSON is YAML. Plain texts would need every rule of both YAML 1.1 and 1.2 on what looks like a number.
    return json.dumps(text, ensure_ascii=False)


def too_large(run: Assessment) -> bool:
    """Whether the run's file could not be read again."""
    return len(text_of(run).encode()) > MAX_BYTES


def places(run: Assessment, root: Path, data: Path) -> Mapping[Path, Assessment]:
    """Where the run is to be written: all of it to private/, or with consent to data/ what the consent covers.

    Notes that the consent does not cover stay in private/, so that nothing is lost.
    """
    address = f"assessments/{run.city}/{run.date}.yml"
    private = below(root, f"private/{address}")
    if run.consent is None:
        return {private: run}
    public = handed_on(run)
    return {below(data, address): public} | ({private: run} if public != run else {})


def handed_on(run: Assessment) -> Assessment:
    """What the consent covers, without answers of which nothing is left; the assessment page makes the same file."""
    public = kept(run)
    return public.model_copy(
        update={
            "indicators": {id: each for id, each in public.indicators.items() if _answer(each)},
            "systems": {id: each for id, each in public.systems.items() if _answer(each)},
        }
    )
