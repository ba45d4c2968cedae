"""What `wego check` was asked to look at: places in data/, and runs that lie elsewhere.

In: paths, what was read, the catalog. Out: files of runs outside data/ and what is wrong with them; the findings that were asked
for. A run outside data/ is checked as any other but for consent, which only publication needs. Not here: the check of data/.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic
from generator.model.catalog import Catalog, Key
from generator.read.run_source import is_run, is_workbook, lies_as_run, run_source
from generator.read.sources import RecordSource
from generator.settings import Settings
from generator.validate import run_cities
from generator.validate.assessments import rest, unpublished, valid

_ELSEWHERE: Final = "lies outside data/ and is no run of the assessment (<city>/<date>.yml); nothing was checked"


class NotChecked(Exception):
    """A path that holds neither records of the base nor runs; says why in plain words."""


@dataclass(frozen=True, slots=True)
class Outside:
    """Runs that lie outside data/: those that can be read, what is wrong with the others, and how many files there were."""

    sources: tuple[RecordSource, ...]
    found: tuple[Diagnostic, ...]
    files: int


def outside(paths: Iterable[Path], settings: Settings) -> Outside:
    """The runs at or below those paths that data/ does not hold; raises `NotChecked`."""
    sources: list[RecordSource] = []
    found: list[Diagnostic] = []
    files = dict.fromkeys(file for path in paths for file in _files(path, settings.data))
    for file in files:
        source, problems = run_source(file, _name(file, settings.root))
        if source is not None and not is_run(source):
            raise NotChecked(f"{file.as_posix()} {_ELSEWHERE}")
        found += problems
        sources += [source] if source and not source.broken else []
    return Outside(tuple(sources), tuple(found), len(files))


def _files(path: Path, data: Path) -> Iterator[Path]:
    here = path.resolve()
    if here.is_relative_to(data) or data.is_relative_to(here):
        return
    if path.is_dir():
        inside = [each for each in sorted(path.rglob("*.yml")) if lies_as_run(each) and each.is_file()]
        if not inside:
            raise NotChecked(
                f"{path.as_posix()} lies outside data/ and holds no run of the assessment; nothing was checked"
            )
        yield from inside
    elif is_workbook(path):
        raise NotChecked(f"{path.as_posix()} is a workbook; wego ceds import checks it and takes it over")
    elif path.suffix in (".yml", ".yaml"):
        yield path
    else:
        raise NotChecked(f"{path.as_posix()} {_ELSEWHERE}")


def _name(file: Path, root: Path) -> str:
    here = file.resolve()
    return here.relative_to(root).as_posix() if here.is_relative_to(root) else here.as_posix()


def findings(runs: Outside, read: Sequence[RecordSource], catalog: Catalog, today: str) -> Iterator[Diagnostic]:
    """All mistakes in them; a city without a record is a warning, since it may get one later."""
    known: Mapping[Key, RecordSource] = {(each.file.kind, each.file.id): each for each in reversed(read)}
    accepted, left, misread = valid(runs.sources)
    yield from (*runs.found, *misread, *unpublished(accepted, known, today), *rest(left, known))
    names = {each.file.name for each in runs.sources}
    for each in run_cities.check(runs.sources, catalog, known):
        if each.span.file in names:
            yield replace(each, severity="warning")


def within(found: tuple[Diagnostic, ...], root: Path, paths: tuple[Path, ...]) -> tuple[Diagnostic, ...]:
    """The diagnostics of files at or below `paths`; all of them when no path is named."""
    if not paths:
        return found
    wanted = [path.resolve() for path in paths]
    return tuple(
        each for each in found if any((root / each.span.file).resolve().is_relative_to(path) for path in wanted)
    )
