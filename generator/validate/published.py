"""Once published, an address never dies: each one listed is a record, or the former id of one.

In: the sources, the list of published addresses among them. Out: diagnostics. A withdrawn record keeps its file and thereby its
address. Not here: pages of redirects (`index`), adding to the list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.diagnostics import Diagnostic, Span, visible
from generator.model.catalog import Key
from generator.model.ids import is_id
from generator.model.kinds import FOLDERS
from generator.read import published, run_files
from generator.read.discover import ASSESSMENTS, folder_meant
from generator.read.sources import RecordSource


def check(sources: Sequence[RecordSource]) -> Iterator[Diagnostic]:
    """An address in the list that leads nowhere any more, or is none."""
    lists = [source for source in sources if source.file.kind == published.KIND]
    if not lists:
        return
    records = [source for source in sources if source.file.kind != published.KIND]
    alive = {(source.file.kind, source.file.id) for source in records} | set(_former(records))
    # A file that cannot be read may hold the former id that is looked for: its kind is judged when the file is repaired.
    unsure = {source.file.kind for source in records if source.broken}
    for source in lists:
        for number, line in enumerate(source.values["lines"]):
            yield from _line(source.file.name, number + 1, line, alive, unsure)


def _former(records: Sequence[RecordSource]) -> Iterator[Key]:
    for source in records:
        former = source.values.get("former_ids")
        for id in former if isinstance(former, list) else ():
            yield source.file.kind, str(id)


def _line(file: str, number: int, line: str, alive: set[Key], unsure: set[str]) -> Iterator[Diagnostic]:
    address = line.strip()
    if not address or address.startswith("#"):
        return
    span = Span(file, number, len(line) - len(line.lstrip()) + 1, visible(line))
    folder, _, id = address.rpartition("/")
    if (run := address.removeprefix(f"{ASSESSMENTS}/")) != address and run.count("/") == 1:
        if (run_files.KIND, run) not in alive:
            message = f"{address} was published, but the run is gone"
            yield Diagnostic("WG305", span, message, f"bring data/{address}.yml back, with withdrawn: and no answers")
        return
    if folder not in FOLDERS or not is_id(id):
        near = folder_meant(folder)
        yield Diagnostic(
            "WG305",
            span,
            f"{visible(address)} is not an address of the form folder/id",
            f"did you mean {near}/{visible(id)}?" if near and is_id(id) else "write for example cities/seoul",
        )
    elif (FOLDERS[folder].name, id) not in alive and FOLDERS[folder].name not in unsure:
        yield Diagnostic(
            "WG305",
            span,
            f"{address} was published, but no record answers to it any more",
            f"put {id} into former_ids: of the record that took its place; or bring "
            f"data/{FOLDERS[folder].data}/{id}.yml back with withdrawn:",
        )
