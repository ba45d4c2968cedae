"""One MkDocs run for one language: the only lines that import MkDocs, in a process of their own.

In: a ``Job`` (work folder, overlay, staged texts). Out: finished HTML by path, and what MkDocs complained about.
Not here: what the texts are (``host_documents``) and what becomes of the HTML (``host_clean``).
"""

import json
import logging
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_DOC_FILE = re.compile(r"Doc file '([^']+)' ")


@dataclass(frozen=True, slots=True)
class Job:
    """All a worker process needs, as plain values."""

    language: str
    folder: Path
    overlay: Mapping[str, object]
    texts: Mapping[str, str]
    names: Mapping[str, str]
    """The content file behind each staged path, for messages."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """HTML by path relative to the language root, and problems in plain words."""

    html: Mapping[str, str]
    problems: tuple[str, ...]


class _Complaints(logging.Handler):
    """Keeps warnings and errors as text instead of printing them."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def render_language(job: Job) -> Rendered:
    """Write the staged documents, run MkDocs over them, read the pages back. Never raises for what MkDocs finds wrong."""
    config = _write(job)
    complaints = _Complaints()
    log = logging.getLogger("mkdocs")
    log.addHandler(complaints)
    log.propagate = False
    try:
        _mkdocs(config)
    except Exception as error:  # the boundary to a foreign program: whatever stops it must become one plain sentence
        complaints.lines.append(f"MkDocs stopped: {type(error).__name__}: {error}")
    finally:
        log.removeHandler(complaints)
    problems = tuple(f"[{job.language}] {_named(line, job.names)}" for line in complaints.lines)
    return Rendered({} if problems else _read(job), problems)


def _mkdocs(config: Path) -> None:
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # Material's banner about MkDocs 2
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    build(load_config(config_file=str(config)))


def _write(job: Job) -> Path:
    for path, text in job.texts.items():
        target = job.folder / "docs" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    config = job.folder / "mkdocs.yml"
    config.write_text(json.dumps(dict(job.overlay), ensure_ascii=False, indent=1), encoding="utf-8")
    return config


def _read(job: Job) -> dict[str, str]:
    paths = (path.removesuffix(".md") + ".html" for path in job.texts)
    return {path: (job.folder / "site" / path).read_text(encoding="utf-8") for path in paths}


def _named(line: str, names: Mapping[str, str]) -> str:
    return _DOC_FILE.sub(lambda match: f"{names.get(match[1], match[1])}: this page ", line)
