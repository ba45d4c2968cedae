"""Small trees of records for the tests of reading and validating.

In: texts by address (`topics/open-data.yml`). Out: a data folder, and what the check finds in it. Not here: tests.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from generator.diagnostics import Diagnostic, Report
from generator.model.catalog import Catalog
from generator.read.sources import sources
from generator.validate.catalog import catalog

TOPIC: Final = "name: {en: Open data}\nsummary: {en: Data that anyone may use.}\nadded: 2026-11-22\n"
SOURCE: Final = "title: {en: A report}\nquality: primary\nlanguage: en\nread_via: in-full\nadded: 2026-11-22\n"
CITY: Final = (
    "name: {en: Seoul}\nunit: city\ncountry: KR\nregion: asia\nsummary: {en: A capital.}\n"
    "sources: [report]\nadded: 2026-11-22\n"
)
BODY: Final = "name: {en: Network}\nform: city-network\nsummary: {en: Cities.}\nsources: [report]\nadded: 2026-11-22\n"
PROGRAMME: Final = (
    "title: {en: Course}\norganiser: network\ntopics: [open-data]\nsummary: {en: Lectures.}\nform: course\n"
    "mode: online\nsources: [report]\nadded: 2026-11-22\n"
)
WHOLE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "topics/open-data.yml": TOPIC,
        "sources/report.yml": SOURCE,
        "cities/seoul.yml": CITY,
        "bodies/network.yml": BODY,
        "programmes/course.yml": PROGRAMME,
    }
)
"""A tree without a mistake."""


def write(data: Path, texts: Mapping[str, str | bytes]) -> Path:
    """The texts as files below `data`."""
    for address, text in texts.items():
        path = data / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return data


def checked(data: Path, today: str = "9999") -> tuple[Catalog, tuple[Diagnostic, ...]]:
    """Read and validate all of `data`."""
    read, found = sources(data, None)
    result, more = catalog(read, today)
    report = Report(found=[*found, *more])
    return result, report.ordered()


def findings(data: Path, today: str = "9999") -> list[str]:
    """What the check finds, as `code file:line:column`."""
    return [
        f"{each.code} {each.span.file.removeprefix('data/')}:{each.span.line}:{each.span.column}"
        for each in checked(data, today)[1]
    ]
