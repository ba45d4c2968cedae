"""The only maker of addresses: pages by language, their siblings, data twins, relative links.

In: kinds and ids. Out: addresses relative to the site root (`en/cities/seoul.html`) and links between them.
Not here: files, whether a page exists.
"""

from __future__ import annotations

from typing import Final

from generator.model.assessment import Assessment
from generator.model.consented import key_of
from generator.model.kinds import KINDS
from generator.model.record import Record

PAGE_ROWS: Final = 500
"""A list longer than this is split over several pages."""
RUN_SHELL: Final = "ceds/runs/_record.html"
"""Name of the host shell of CeDS runs, at the depth of `ceds/<city>/`."""


def record_page(language: str, kind: str, id: str) -> str:
    """Address of a record's page; terms and sources are entries of one page."""
    if page := KINDS[kind].page:
        return f"{language}/{page}#{id}"
    return f"{language}/{KINDS[kind].folder}/{id}.html"


def list_page(language: str, kind: str, number: int = 1) -> str:
    """Address of a kind's list; long lists go on at `index-2.html`."""
    if page := KINDS[kind].page:
        return f"{language}/{page}"
    return f"{language}/{KINDS[kind].folder}/index{'' if number == 1 else f'-{number}'}.html"


def shell(kind: str) -> str:
    """Name of the host shell a kind's record pages are filled from, relative to the language root."""
    return f"{KINDS[kind].folder}/_record.html"


def data_twin(record: Record) -> str:
    """Address of a record as JSON."""
    return f"api/v1/{KINDS[record.kind].folder}/{record.id}.json"


def run_page(language: str, run: Assessment) -> str:
    """Address of a CeDS run's page."""
    return f"{language}/ceds/{run.city}/{run.date}.html"


def roadmap_page(language: str, run: Assessment, number: int = 1) -> str:
    """Address of the whole roadmap of a CeDS run; a long one goes on at `<date>-roadmap-2.html`."""
    return f"{language}/ceds/{run.city}/{run.date}-roadmap{'' if number == 1 else f'-{number}'}.html"


def runs_page(language: str, city: str) -> str:
    """Address of the history of a city's CeDS runs."""
    return f"{language}/ceds/{city}/index.html"


def run_twin(run: Assessment, form: str = "json") -> str:
    """Address of a CeDS run as data: `json`, `csv` or `yml`."""
    return f"api/v1/assessments/{key_of(run)}.{form}"


def workbook(version: str, language: str) -> str:
    """Address of the empty Excel workbook of the self-diagnosis."""
    return f"downloads/ceds-{version}-{language}.xlsx"


def workbook_script(version: str, language: str) -> str:
    """Address of the same workbook as a script, which a page can load from a disk too."""
    return f"assets/wego/ceds/workbook-{version}-{language}.js"


FED: Final = (
    "practice",
    "programme",
    "city",
    "module",
    "body",
    "topic",
    "award",
    "study",
    "system",
    "event",
    "agreement",
)
"""Kinds that have a feed: those whose records have pages, and what happened in the organisation."""


def feed(language: str, kind: str = "") -> str:
    """Address of the Atom feed of a kind, or of all."""
    return f"feeds/{language}/{KINDS[kind].folder.rpartition('/')[2] if kind else 'all'}.xml"


def calendar(language: str, kind: str = "", id: str = "") -> str:
    """Address of an iCalendar file: of a topic or programme, or of all sessions."""
    return f"calendar/{language}/{KINDS[kind].folder}/{id}.ics" if kind else f"calendar/{language}/all.ics"


def in_language(address: str, language: str) -> str:
    """The same page in another language."""
    return f"{language}/{address.partition('/')[2]}"


def link(origin: str, target: str) -> str:
    """A relative link from page `origin` to `target`, which may carry a fragment; from any host, sub-path or disk."""
    path, mark, fragment = target.partition("#")
    if path == origin and mark:
        return f"#{fragment}"
    here, there = origin.split("/"), path.split("/")
    depth = len(here) - 1
    shared = 0
    while shared < depth and shared < len(there) - 1 and here[shared] == there[shared]:
        shared += 1
    return "../" * (depth - shared) + "/".join(there[shared:]) + mark + fragment
