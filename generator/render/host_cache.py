"""The cache of the host's pages: its key, its file, and how long entries stay.

In: a request and what was staged for it. Out: a digest, and the rendered pages as plain JSON values.
Not here: rendering. A warm build reads one JSON file and never imports MkDocs.
"""

import json
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from generator.render.host_documents import Staged
from generator.render.host_request import HostRequest

KEPT = 6
"""Entries that stay in the work folder; older ones go."""
_PACKAGES = ("mkdocs", "mkdocs-material", "markdown", "jinja2")


def page_key(request: HostRequest, staged: Mapping[str, Staged]) -> str:
    """A digest of everything the host's pages are made from, our own code included."""
    state = sha256()
    plain = {
        "staged": {language: dict(sorted(entry.texts.items())) for language, entry in staged.items()},
        "shells": [asdict(spec) for spec in request.shells],
        "lists": request.lists,
        "strings": {language: dict(sorted(request.strings[language].items())) for language in request.languages},
        "settings": [request.default_language, request.site_url, request.repo_url],
        "versions": [_version(package) for package in _PACKAGES],
    }
    state.update(json.dumps(plain, ensure_ascii=False).encode())
    own = Path(__file__).parent
    overrides = request.root / "theme" / "overrides"
    files = [request.root / "mkdocs.yml", *own.glob("host*.py"), own / "shells.py", *overrides.rglob("*")]
    for path in sorted(file for file in files if file.is_file()):
        state.update(f"\0{path.name}\0".encode())
        state.update(path.read_bytes())
    return state.hexdigest()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def load(cached: Path) -> dict[str, Any] | None:
    """The stored pages, or nothing when there are none or the file is damaged."""
    try:
        stored: dict[str, Any] = json.loads(cached.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    os.utime(cached)
    return stored


def store(cached: Path, stored: dict[str, Any]) -> dict[str, Any]:
    """Keep the pages under their key: a whole file or none."""
    part = cached.with_suffix(f".{os.getpid()}.part")
    part.write_text(json.dumps(stored, ensure_ascii=False), encoding="utf-8")
    part.replace(cached)
    return stored


def prune(work: Path, current: Iterable[Path]) -> None:
    """Remove the oldest entries, and what builds that were killed left behind."""
    entries = [path for pattern in ("pages-*.json", "assets-*") for path in work.glob(pattern) if path not in current]
    old = sorted(entries, key=lambda entry: entry.stat().st_mtime)[:-KEPT]
    for path in (*old, *(run for run in work.glob("run-*") if not _is_running(run))):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def _is_running(run: Path) -> bool:
    """Whether the process named in ``run-<pid>`` still lives; when in doubt, yes."""
    try:
        os.kill(int(run.name.split("-")[1]), 0)
    except ProcessLookupError:
        return False
    except (OSError, ValueError):
        return True
    return True
