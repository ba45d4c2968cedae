"""The economics in the file of a study, which need not yet be a record that can be published.

In: a path. Out: title and appraisal, or `BadFile` with every mistake in them. Not here: complete records (`record_file`).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from generator.diagnostics import Diagnostic
from generator.model.study import Economics, Study
from generator.read.sources import RecordSource
from generator.record_file import BadFile, source_of
from generator.validate import consistency, prose, studies
from generator.validate.mistake import Mistake, mistakes
from generator.validate.schema import diagnostics


def read_economics(path: Path) -> Economics | None:
    """What the appraisal of the study in the file needs, or None where it holds no appraisal; raises `BadFile`."""
    source = source_of(path, "study")
    if found := tuple(_misread(source)):
        raise BadFile(found)
    if source.values.get("appraisal") is None:
        return None
    given = {key: source.values[key] for key in Economics.model_fields if key in source.values}
    economics = Economics.model_validate({**given, "id": source.file.id})
    more = (
        *consistency.originals(economics, source),
        *prose.check(economics, source),
        *studies.appraisal(economics.appraisal, source),
    )
    if more:
        raise BadFile(more)
    return economics


def _misread(source: RecordSource) -> Iterator[Diagnostic]:
    """The mistakes that concern an appraisal, and unknown keys, of which one may be a misspelled one."""
    try:
        Study.model_validate({**source.values, "id": source.file.id})
    except ValidationError as error:
        everything = mistakes(source.values, Study, error.errors(include_url=False))
        yield from diagnostics(source, [each for each in everything if _concerns(each)])


def _concerns(mistake: Mistake) -> bool:
    unknown_key = mistake.at_key and len(mistake.path) == 1
    return unknown_key or mistake.path[:1] in {(name,) for name in Economics.model_fields}
