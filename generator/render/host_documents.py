"""Prose on its way to the host: read with care, then staged per language.

In: ``content/<language>/**`` and a ``HostRequest``.
Out: ``Staged`` trees (path to text) in which front matter is ours and missing translations are filled from the original.
Not here: rendering. The host sees only what this module wrote; contributors' front matter never reaches it.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import yaml

from generator.render.host_request import HostError, HostRequest, direction
from generator.render.shells import MARKERS

MAX_DOCUMENT = 200_000
MAX_PICTURE = 1_000_000
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif"})
"""No SVG: opened by itself it may run scripts."""
FRONT_KEYS = ("title", "nav_title", "description")
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
HEADING = re.compile(r"^# +\S", re.MULTILINE)
FENCE = re.compile(r"^ {0,3}(```+|~~~+)")
NAMELESS_BOX = re.compile(r"^\s*!!!\s+[\w -]+$")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
PAGE_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Document:
    """One content file: where it is, what its front matter says, its text, and its errors' name."""

    path: str
    language: str
    name: str
    title: str
    nav_title: str
    description: str
    text: str


@dataclass(frozen=True, slots=True)
class Tree:
    """The content of one language: documents and pictures by path."""

    documents: Mapping[str, Document]
    pictures: Mapping[str, Path]


@dataclass(frozen=True, slots=True)
class Staged:
    """What the host gets for one language, and what we know about it without the host."""

    texts: Mapping[str, str]
    documents: Mapping[str, Document]
    fallbacks: frozenset[str]
    pictures: Mapping[str, Path]


def read_tree(content: Path, language: str) -> tuple[Tree, list[str]]:
    """Read a language's content folder. Problems are collected, not raised; an absent folder is an empty tree."""
    documents: dict[str, Document] = {}
    pictures: dict[str, Path] = {}
    problems: list[str] = []
    for file in _files(content / language):
        path, name = (
            file.relative_to(content / language).as_posix(),
            f"{content.name}/{file.relative_to(content).as_posix()}",
        )
        problem = _refusal(file, path)
        if problem:
            problems.append(f"{name}: {problem}")
        elif file.suffix == ".md":
            document, found = _document(file, path, language, name)
            problems += found
            documents[path] = document
        else:
            pictures[path] = file
    return Tree(documents, pictures), problems


def stage(request: HostRequest, trees: Mapping[str, Tree], language: str) -> Staged:
    """Lay a language's documents over the original's, add the shells, and give each its front matter."""
    original, own = trees[request.default_language], trees[language]
    documents = {**original.documents, **own.documents}
    missing = [path for path in request.lists if path not in documents]
    if missing:
        raise HostError(
            *(
                f"{request.content.name}/{request.default_language}/{path}: this page is needed and missing"
                for path in missing
            )
        )
    sections = [spec.section for spec in request.shells] + [
        path.removesuffix(".md") + ".html" for path in request.lists
    ]
    terms = _abbreviations(request.abbreviations, request.default_language)
    texts = {
        path: _front(document, language, request, sections) + document.text + "\n" + terms.get(document.language, "")
        for path, document in documents.items()
    }
    texts |= {
        spec.path: _matter({"title": spec.path, "shell": spec.kind, "section": spec.section}) for spec in request.shells
    }
    fallbacks = frozenset(html_path(path) for path, document in documents.items() if document.language != language)
    return Staged(texts, documents, fallbacks, {**original.pictures, **own.pictures})


def html_path(path: str) -> str:
    """``about.md`` becomes ``about.html``."""
    return path.removesuffix(".md") + ".html"


def _files(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        found = (path for path in folder.rglob("*") if path.is_symlink() or path.is_file())
        yield from sorted(path for path in found if not path.name.startswith("."))


def _refusal(file: Path, path: str) -> str:
    if any(part.is_symlink() for part in (file, *list(file.parents)[: path.count("/")])):
        return "a symbolic link; put the file itself here"
    steps = PurePosixPath(path)
    if not all(PAGE_NAME.fullmatch(step) for step in (*steps.parts[:-1], steps.stem)):
        return "a name may hold only a-z, 0-9 and -"
    limit = MAX_DOCUMENT if file.suffix == ".md" else MAX_PICTURE
    if file.suffix != ".md" and file.suffix not in PICTURES:
        return f"only .md files and pictures ({', '.join(sorted(PICTURES))}) belong here"
    return f"larger than {limit:,} bytes" if file.stat().st_size > limit else ""


def _document(file: Path, path: str, language: str, name: str) -> tuple[Document, list[str]]:
    try:
        text = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        return Document(path, language, name, "", "", "", ""), [
            f"{name}: not UTF-8 (byte {error.start}); save it as UTF-8"
        ]
    problems = [f"{name}:{line}: {message}" for line, message in _wrong_lines(text)]
    matter = FRONT_MATTER.match(text)
    values, found = _front_values(matter[1]) if matter else ({}, "")
    body = text[matter.end() :] if matter else text
    if found:
        problems.append(f"{name}:1: {found}")
    if not found and not values.get("title") and not HEADING.search(body):
        problems.append(f"{name}:1: a page needs a title: begin it with a line '# Title'")
    title, nav_title, description = (values.get(key, "") for key in FRONT_KEYS)
    return Document(path, language, name, title, nav_title, description, body), problems


def _front_values(text: str) -> tuple[dict[str, str], str]:
    try:
        values = yaml.safe_load(text) or {}
    except yaml.YAMLError as error:
        return {}, f"the front matter is not valid YAML ({' '.join(str(error).split())})"
    if not isinstance(values, dict) or not all(isinstance(value, str) for value in values.values()):
        return {}, "the front matter must be lines of 'key: text'"
    unknown = sorted(str(key) for key in values if key not in FRONT_KEYS)
    return values, f"front matter takes {', '.join(FRONT_KEYS)}, not {', '.join(unknown)}" if unknown else ""


def _wrong_lines(text: str) -> Iterator[tuple[int, str]]:
    fence = ""
    for number, line in enumerate(text.split("\n"), 1):
        if MARKERS.search(line):
            yield number, "the signs ⟦ and ⟧ are reserved for the compiler"
        if CONTROL.search(line):
            yield number, "a control character that no text needs"
        mark = FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence):
            fence = ""
        elif not fence and NAMELESS_BOX.match(line):
            yield number, 'give the box a title in the page\'s language: !!! note "Title"'


def _front(document: Document, language: str, request: HostRequest, sections: list[str]) -> str:
    path = html_path(document.path)
    values: dict[str, object] = {"section": _section(path, sections)}
    values |= {key: text for key, text in (("title", document.title), ("nav_title", document.nav_title)) if text}
    if document.path in request.lists:
        values["list"] = True
    if document.language != language:
        values |= {"original": document.language, "original_dir": direction(document.language)}
    return _matter(values)


def _section(path: str, sections: list[str]) -> str:
    """The door a page belongs to: the index of its top folder, where that is a door."""
    index = path.split("/")[0] + "/index.html"
    return index if index in sections else path


def _matter(values: Mapping[str, object]) -> str:
    # JSON is YAML, and needs no thought about quoting.
    return f"---\n{json.dumps(values, ensure_ascii=False)}\n---\n\n"


def _abbreviations(terms: Mapping[str, Mapping[str, str]], default: str) -> dict[str, str]:
    """Definitions as Markdown lines for each language that has documents; a term with brackets has no such line."""
    lines = {}
    for language in {default, *terms}:
        entries = sorted(terms.get(language, {}).items())
        plain = [(term, " ".join(text.split())) for term, text in entries if not set(term) & set("[]\\\n⟦⟧")]
        lines[language] = "\n" + "".join(f"*[{term}]: {MARKERS.sub('', text)}\n" for term, text in plain if text)
    return lines
