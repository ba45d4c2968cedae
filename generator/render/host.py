"""The host boundary: prose pages and shells of every language, rendered by MkDocs and cut at their slots.

In: a ``HostRequest``. Out: ``HostPages``, from the cache when nothing it depends on has changed; then MkDocs is not imported.
Not here: records, which never become host pages, and everything that is filled into the slots.
"""

import os
import shutil
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import yaml

from generator.render.host_assets import build_assets
from generator.render.host_cache import load, page_key, prune, store
from generator.render.host_clean import clean, heading_of, problems_in
from generator.render.host_documents import Staged, Tree, html_path, read_tree, stage
from generator.render.host_request import (
    CHROME_STRINGS,
    FILLED_SLOTS,
    PROSE_SLOTS,
    HostError,
    HostPages,
    HostRequest,
    ShellSpec,
    direction,
)
from generator.render.host_run import Job, Rendered, render_language
from generator.render.shells import MARKERS, Shell, ShellError, cut, shell

__all__ = ["HostError", "HostPages", "HostRequest", "ShellSpec", "host_pages"]
WORKERS = 2


def host_pages(request: HostRequest) -> HostPages:
    """Give the prose pages and shells of all languages, rendering them when something they depend on has changed."""
    _check_strings(request)
    trees, problems = _trees(request)
    if problems:
        raise HostError(*problems)
    staged = {language: stage(request, trees, language) for language in request.languages}
    request.work.mkdir(parents=True, exist_ok=True)
    assets = build_assets(request.root, request.work)
    key = page_key(request, staged)
    cached = request.work / f"pages-{key[:16]}.json"
    stored = load(cached) or store(cached, _render(request, staged))
    prune(request.work, {cached, assets})
    return _pages(stored, staged, assets)


def _trees(request: HostRequest) -> tuple[dict[str, Tree], list[str]]:
    trees: dict[str, Tree] = {}
    problems: list[str] = []
    for language in dict.fromkeys((request.default_language, *request.languages)):
        trees[language], found = read_tree(request.content, language)
        problems += found
    return trees, problems


def _check_strings(request: HostRequest) -> None:
    lacking = [
        f"the language '{language}' has no text for '{key}'"
        for language in request.languages
        for key in CHROME_STRINGS
        if key not in request.strings.get(language, {})
    ]
    if lacking:
        raise HostError(*lacking)


def _render(request: HostRequest, staged: Mapping[str, Staged]) -> dict[str, Any]:
    folder = request.work / f"run-{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    try:
        jobs = [_job(request, staged[language], language, folder / language) for language in request.languages]
        # Processes, because MkDocs is slow to start and sets up logging for the whole process; spawned, because the caller may
        # have threads.
        with ProcessPoolExecutor(min(WORKERS, len(jobs)), mp_context=get_context("spawn")) as pool:
            results = dict(zip(request.languages, pool.map(render_language, jobs), strict=True))
        problems = [problem for rendered in results.values() for problem in rendered.problems]
        if problems:
            raise HostError(*dict.fromkeys(problems))
        return _finished(request, staged, results)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _finished(request: HostRequest, staged: Mapping[str, Staged], results: Mapping[str, Rendered]) -> dict[str, Any]:
    """Clean and cut all pages, in a form that JSON can keep."""
    pages: dict[str, dict[str, Any]] = {}
    titles: dict[str, dict[str, str]] = {}
    problems: list[str] = []
    for language, rendered in results.items():
        documents = {html_path(path): document for path, document in staged[language].documents.items()}
        filled = {html_path(path) for path in (*request.lists, *(spec.path for spec in request.shells))}
        pages[language], titles[language] = {}, {}
        for path, html in rendered.html.items():
            document = documents.get(path)
            problems += [f"{document.name if document else path}: {problem}" for problem in problems_in(html)]
            allowed = FILLED_SLOTS if path in filled else PROSE_SLOTS
            pages[language][path] = _cut(clean(html, request.strings[language]), f"{language}/{path}", allowed)
            if document:
                titles[language][path] = document.title or heading_of(html)
    if problems:
        raise HostError(*dict.fromkeys(problems))
    return {"pages": pages, "titles": titles}


def _cut(html: str, name: str, allowed: frozenset[str]) -> list[Any]:
    try:
        page = cut(html, name, allowed)
    except ShellError as error:
        raise HostError(str(error)) from error
    return [page.name, page.parts, page.slots]


def _job(request: HostRequest, staged: Staged, language: str, folder: Path) -> Job:
    config = yaml.safe_load((request.root / "mkdocs.yml").read_text(encoding="utf-8"))
    wego = {
        "lang": language,
        "dir": direction(language),
        "strings": {key: MARKERS.sub("", text) for key, text in request.strings[language].items()},
        "footer": [link for link in config["theme"].get("footer", []) if link.get("page", "") in ("", *staged.texts)],
        "repo_url": request.repo_url or "",
    }
    overlay = {
        "INHERIT": os.path.relpath(request.root / "mkdocs.yml", folder),
        "site_name": request.strings[language]["site_name"],
        "site_url": f"{request.site_url.rstrip('/')}/{language}/" if request.site_url else "",
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": {"custom_dir": os.path.relpath(request.root / "theme" / "overrides", folder)},
        "nav": [path for path in config.get("nav", []) if path in staged.texts],
        "extra": {"wego": wego},
    }
    names = {path: document.name for path, document in staged.documents.items()}
    return Job(language, folder, overlay, staged.texts, names)


def _pages(stored: Mapping[str, Any], staged: Mapping[str, Staged], assets: Path) -> HostPages:
    pages: dict[str, dict[str, Shell]] = {
        language: {path: shell(name, tuple(parts), tuple(slots)) for path, (name, parts, slots) in entries.items()}
        for language, entries in stored["pages"].items()
    }
    digests = sorted(page.digest for entries in pages.values() for page in entries.values())
    documents = {
        language: {html_path(path): document for path, document in entry.documents.items()}
        for language, entry in staged.items()
    }
    return HostPages(
        pages=pages,
        titles=stored["titles"],
        descriptions={
            language: {path: document.description for path, document in entries.items() if document.description}
            for language, entries in documents.items()
        },
        fallbacks={language: entry.fallbacks for language, entry in staged.items()},
        sources={
            language: {path: f"{document.language}/{document.path}" for path, document in entries.items()}
            for language, entries in documents.items()
        },
        media={language: dict(entry.pictures) for language, entry in staged.items()},
        assets=assets,
        digest=sha256("".join((*digests, assets.name)).encode()).hexdigest(),
    )
