"""The search index of the site.

In: the pages to be searched, a folder that is kept between builds, the staged site. Out: `pagefind/` in the staged
site, one index per language. Not here: the document that stands for a page (`generator.index.search_document`), its
weight and facets (`generator.index.search_labels`), the indexing program (`generator.index.search_bundle`), and the
reader's side (`theme/assets/wego/search/`).

Indexing is the dearest step of a build, so it is done only when a document changed: documents are kept with a key
of what they were made from, the bundle with a digest of all keys.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from generator.index.search_bundle import (
    SearchError,
    carry_over,
    check_pages,
    file_sizes,
    page_ids,
    pagefind_program,
    run_pagefind,
)
from generator.index.search_document import SearchPage, document_key, search_document
from generator.index.search_labels import PageLabels, page_labels, write_labels

__all__ = ["SearchCounts", "SearchError", "SearchPage", "document_key", "index_pages"]


@dataclass(frozen=True, slots=True)
class SearchCounts:
    """What a run of the stage did."""

    pages: Mapping[str, int]
    """Indexed pages by language."""
    written: int
    """Documents made anew."""
    removed: int
    """Documents of pages that are gone."""
    reused: bool
    """Whether the earlier index still held and the program was not run."""


def index_pages(pages: Iterable[SearchPage], work: Path, out: Path, languages: Sequence[str]) -> SearchCounts:
    """Index the pages into `out/pagefind/`.

    Does again only what changed since the last run with the same `work` folder.
    Raises `SearchError` if a language has no page or the index does not hold exactly the pages given.
    """
    stage = _Stage(work)
    given = Counter(dict.fromkeys(languages, 0))
    labels: list[PageLabels] = []
    for page in pages:
        if page.language not in given:
            known = ", ".join(languages)
            raise SearchError(f"{page.path}: the language '{page.language}' is not one of the site's ({known})")
        given[page.language] += 1
        stage.put(page)
        labels.append(page_labels(page))
    removed = stage.finish()
    empty = sorted(language for language, count in given.items() if not count)
    if empty:
        raise SearchError(f"no page to search in: {', '.join(empty)}")
    ids, reused = _refresh(work, stage, given)
    write_labels(labels, ids, work / "bundle")
    carry_over(work / "bundle", out / "pagefind")
    return SearchCounts(dict(given), stage.written, removed, reused)


class _Stage:
    """The folder of documents, with a list of their keys that is only ever there when it is true."""

    def __init__(self, work: Path) -> None:
        self.folder = work / "documents"
        self.written = 0
        self._list = work / "documents.json"
        self._before: dict[str, str] = _read_json(self._list)
        self._keys: dict[str, str] = {}
        self._folders: set[Path] = set()
        if not self._before:
            shutil.rmtree(self.folder, ignore_errors=True)

    def put(self, page: SearchPage) -> None:
        """Write the document of a page unless the one from an earlier run still holds."""
        path, key = _document_path(page), document_key(page)
        if path in self._keys:
            raise SearchError(f"{path}: two pages have this address")
        self._keys[path] = key
        target = self.folder / path
        if self._before.get(path) == key and target.is_file():
            return
        self._list.unlink(missing_ok=True)
        if target.parent not in self._folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(target.parent)
        target.write_text(search_document(page), "utf-8", errors="replace", newline="\n")
        self.written += 1

    def finish(self) -> int:
        """Remove the documents of pages that are gone, then note the keys; return how many went."""
        gone = self._before.keys() - self._keys.keys()
        for path in gone:
            self._list.unlink(missing_ok=True)
            (self.folder / path).unlink(missing_ok=True)
        if self.written or gone:
            _write_json(self._list, self._keys)
        return len(gone)

    def digest(self) -> str:
        """Return one digest of all documents and of the program that indexes them."""
        program = pagefind_program()
        about = [program.as_posix(), program.stat().st_size, sorted(self._keys.items())]
        return hashlib.blake2b(json.dumps(about).encode(), digest_size=20).hexdigest()


def _refresh(work: Path, stage: _Stage, given: Mapping[str, int]) -> tuple[dict[str, str], bool]:
    """Make `work/bundle` the index of the stage's documents; return its page ids and whether it was so already."""
    note, bundle, fresh = work / "bundle.json", work / "bundle", work / "bundle.new"
    digest = stage.digest()
    kept = _read_json(note)
    if kept.get("digest") == digest and kept.get("files") == file_sizes(bundle):
        return kept["ids"], True
    shutil.rmtree(fresh, ignore_errors=True)
    check_pages(given, run_pagefind(stage.folder, fresh))
    ids = page_ids(fresh)
    note.unlink(missing_ok=True)
    shutil.rmtree(bundle, ignore_errors=True)
    fresh.rename(bundle)
    _write_json(note, {"digest": digest, "files": file_sizes(bundle), "ids": ids})
    return ids, False


def _document_path(page: SearchPage) -> str:
    """Return the page's path if it stays below the site root."""
    parts = PurePosixPath(page.path)
    if parts.is_absolute() or ".." in parts.parts or "\\" in page.path or parts.suffix != ".html":
        raise SearchError(f"{page.path!r}: not the address of a page below the site root")
    return parts.as_posix()


def _read_json(file: Path) -> dict[str, Any]:
    """Return what a note of an earlier run holds; nothing if it is missing or damaged."""
    try:
        value = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return value if isinstance(value, dict) else {}


def _write_json(file: Path, value: Mapping[str, Any]) -> None:
    """Write a note in one step, so that a killed build leaves the old one or none."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(file.name + ".part")
    part.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
    part.replace(file)
