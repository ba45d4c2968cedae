"""The indexing program and the bundle of files it leaves.

In: a folder of documents. Out: a checked folder with the search index of all languages and the number of pages in
each. Not here: what the documents hold (`generator.index.search_document`) and when the program must run
(`generator.index.search`).

Pagefind is run as a program. Its Python interface sleeps a tenth of a second per document and may cut files short.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import os
import shutil
import subprocess
import zlib
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from pathlib import Path

ENTRY = "pagefind-entry.json"
SIGNATURE = b"pagefind_dcd"
LABELS = "labels.*.json"
#: Ready-made user interfaces that come with every bundle; the site has its own.
_UNUSED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js")


class SearchError(Exception):
    """The search index could not be made, or is not what it must be; the text says what to do."""


def pagefind_program() -> Path:
    """Return the indexing program inside the installed package `pagefind_bin`."""
    spec = importlib.util.find_spec("pagefind_bin")
    for folder in (spec.submodule_search_locations or []) if spec else []:
        for name in ("pagefind", "pagefind.exe"):
            program = Path(folder, name)
            if program.is_file():
                return program
    raise SearchError("the search indexer is not installed; `make site` installs it with the other requirements")


def run_pagefind(documents: Path, bundle: Path) -> dict[str, int]:
    """Index a folder of documents into a new folder; return the number of pages by language."""
    options = ["--site", str(documents), "--output-path", str(bundle), "--keep-index-url", "--silent"]
    command = [str(pagefind_program()), *options]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    if done.returncode:
        said = done.stderr.strip() or done.stdout.strip() or "it said nothing"
        raise SearchError(f"the search indexer stopped with exit code {done.returncode}: {said[-2000:]}")
    for pattern in _UNUSED:
        for file in bundle.glob(pattern):
            file.unlink()
    return bundle_pages(bundle)


def bundle_pages(bundle: Path) -> dict[str, int]:
    """Read from a bundle how many pages each language holds, and put its first file in order.

    The order of languages in that file is all that differs between two runs over the same documents.
    """
    try:
        entry = json.loads((bundle / ENTRY).read_text("utf-8"))
        (bundle / ENTRY).write_text(json.dumps(entry, sort_keys=True, separators=(",", ":")), "utf-8")
        return {str(language): int(about["page_count"]) for language, about in entry["languages"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise SearchError(f"the search indexer left no readable {ENTRY}: {error}") from error


def check_pages(given: Mapping[str, int], indexed: Mapping[str, int]) -> None:
    """Fail unless the index holds exactly the pages that were given, language by language."""
    wanted = {language.lower(): count for language, count in given.items()}
    for language in sorted(wanted.keys() | indexed.keys()):
        want, have = wanted.get(language, 0), indexed.get(language, 0)
        if want != have:
            raise SearchError(f"the search index of '{language}' holds {have} pages instead of {want}")


def page_ids(bundle: Path) -> dict[str, str]:
    """Read from a bundle the id that the index gives to each page, by the page's address below the site root."""
    found: dict[str, str] = {}
    for file in (bundle / "fragment").glob("*.pf_fragment"):
        try:
            content = gzip.decompress(file.read_bytes()).removeprefix(SIGNATURE)
            found[str(json.loads(content)["url"]).removeprefix("/")] = file.stem
        except (OSError, EOFError, ValueError, KeyError, TypeError, zlib.error) as error:
            raise SearchError(f"the search indexer left a damaged file, {file.name}: {error}") from error
    return found


def file_sizes(bundle: Path) -> dict[str, int]:
    """Return the size of every file that the program made, by its relative path; labels change without it."""
    sizes = (named for folder, files in _folders(bundle) for named in _named(folder, files))
    return {name: size for name, size in sizes if not fnmatch(name, LABELS)}


def carry_over(bundle: Path, target: Path) -> None:
    """Put a bundle into a site by hard links, by copies where the file system cannot link."""
    if target.exists():
        shutil.rmtree(target)
    for folder, files in _folders(bundle):
        (target / folder).mkdir(parents=True)
        for file in files:
            copy = os.path.join(target, folder, file.name)
            try:
                os.link(file.path, copy)
            except OSError:
                shutil.copyfile(file.path, copy)


def _named(folder: str, files: list[os.DirEntry[str]]) -> Iterator[tuple[str, int]]:
    return ((f"{folder}/{file.name}" if folder else file.name, file.stat().st_size) for file in files)


def _folders(root: Path, folder: str = "") -> Iterator[tuple[str, list[os.DirEntry[str]]]]:
    """Every folder below the root with its files; by bare directory entries, as a bundle has a file per page."""
    entries = sorted(os.scandir(root / folder), key=lambda entry: entry.name) if root.is_dir() else []
    yield folder, [entry for entry in entries if entry.is_file()]
    for entry in entries:
        if entry.is_dir():
            yield from _folders(root, f"{folder}/{entry.name}" if folder else entry.name)
