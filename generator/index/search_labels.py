"""What the search knows of a page besides its words: weight, date and facets.

In: pages and the ids that the index gave them. Out: one JSON file per language, read by the browser with the first
search. Not here: the words (`generator.index.search_document`).

Pagefind has filters of its own, but asking it which pages bear a label makes the browser load the whole index, its
counts hold for one query and not for the merged results of several, and its files then differ from build to build.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.index.search_bundle import LABELS, SearchError
from generator.index.search_document import SearchPage


@dataclass(frozen=True, slots=True)
class PageLabels:
    """The part of a `SearchPage` that is kept until the index is made."""

    path: str
    language: str
    weight: float
    dated: str | None
    filters: Mapping[str, tuple[str, ...]]


def page_labels(page: SearchPage) -> PageLabels:
    """Return what is kept of a page, without its text."""
    return PageLabels(page.path, page.language, page.weight, page.dated, page.filters)


def write_labels(pages: Iterable[PageLabels], ids: Mapping[str, str], bundle: Path) -> None:
    """Write `labels.<language>.json` into a bundle for each language; fail if the index lacks a page."""
    for old in bundle.glob(LABELS):
        old.unlink()  # never written in place: a published site may hold the same file by a hard link
    by_language: dict[str, list[PageLabels]] = {}
    for page in sorted(pages, key=lambda page: page.path):
        if page.path not in ids:
            raise SearchError(f"{page.path}: the search index does not hold this page")
        by_language.setdefault(page.language, []).append(page)
    for language, given in by_language.items():
        text = json.dumps(label_table(given, ids), ensure_ascii=False, separators=(",", ":"))
        (bundle / f"labels.{language}.json").write_text(text + "\n", "utf-8", newline="\n")


def label_table(pages: Iterable[PageLabels], ids: Mapping[str, str]) -> dict[str, Any]:
    """Return the table of one language: columns by page, and for each label the numbers of its pages."""
    rows = list(pages)
    labels: dict[str, dict[str, list[int]]] = {}
    for number, page in enumerate(rows):
        for key, texts in page.filters.items():
            for text in dict.fromkeys(map(_label, texts)):
                labels.setdefault(key, {}).setdefault(text, []).append(number)
    return {
        "ids": [ids[page.path] for page in rows],
        "weights": [page.weight for page in rows],
        "dates": [page.dated for page in rows],
        "labels": {key: dict(sorted(found.items())) for key, found in sorted(labels.items())},
    }


def _label(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))
