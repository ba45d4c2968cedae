"""A small site with search, made of realistic pages in two languages, for the tests of the search.

In: `pages.json` and the theme's assets. Out: a folder to serve. Not here: the pages of the real site, which the
compiler makes.
"""

import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.index.search import SearchPage, index_pages

HERE = Path(__file__).parent
THEME = HERE.parent.parent.parent / "theme" / "assets" / "wego"
LANGUAGES = ("en", "ko")
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
SHELL = """<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="icon" href="{root}assets/wego/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="{root}assets/wego/tokens.css"><link rel="stylesheet" href="{root}assets/wego/base.css">
<script src="{root}assets/wego/search/strings.{lang}.js" defer></script>
<script src="{root}assets/wego/search/dialog.mjs" type="module"></script>{head}</head><body>
<header><a href="{root}{lang}/search.html" data-wego-search>{title}</a> <button type="button">Other</button></header>
<main><h1>{title}</h1>{main}</main></body></html>"""
SEARCH_MAIN = '<p id="wego-search-unavailable">Search needs a web server.</p><div id="wego-search" hidden></div>'
SEARCH_HEAD = '<script src="../assets/wego/search/page.mjs" type="module"></script>'


def search_pages() -> Iterator[SearchPage]:
    """The pages of `pages.json`, a practice and a module with the same words, and modules enough to fill a list."""
    for language, pages in json.loads((HERE / "pages.json").read_text("utf-8")).items():
        for page in pages:
            yield SearchPage(
                path=page["path"],
                language=language,
                title=page["title"],
                main=page["main"],
                names=tuple(page["names"]),
                filters={key: tuple(labels) for key, labels in page["filters"].items()},
                weight=page["weight"],
                dated=page.get("dated"),
            )
    twin = "<p>Residents vote on proposals with a telephone.</p>"
    for folder, kind, weight in (("modules", "Module", 1.0), ("practices", "Practice", 1.3)):
        yield SearchPage(f"en/{folder}/voting.html", "en", "Mobile voting", twin, (), {"kind": (kind,)}, weight, None)
    for number in range(1, 26):
        path, main = f"en/modules/component-{number}.html", "<p>A common component of the eGovFrame.</p>"
        yield SearchPage(path, "en", f"Component {number}", main, (), {"kind": ("Module",)}, 1.0, None)


def build_search_site(pages: Iterable[SearchPage], folder: Path) -> Path:
    """Write pages, search pages, assets and index of a site; return the folder to serve."""
    out, given = folder / "site", list(pages)
    shutil.copytree(THEME, out / "assets" / "wego")
    (out / "_headers").write_text(f"/*\n  Content-Security-Policy: {POLICY}\n", "utf-8")
    for page in given:
        _write(out, page.path, page.language, page.title, page.main)
    strings = (THEME / "search" / "strings.json").read_text("utf-8")
    for language in LANGUAGES:
        said = out / "assets" / "wego" / "search" / f"strings.{language}.js"
        said.write_text(f"window.wegoSearchStrings = {strings};", "utf-8")
        _write(out, f"{language}/index.html", language, "Home", "<p>Text</p>")
        _write(out, f"{language}/search.html", language, "Find", SEARCH_MAIN, SEARCH_HEAD)
    index_pages(given, folder / "work", out, LANGUAGES)
    return out


def _write(out: Path, path: str, lang: str, title: str, main: str, head: str = "") -> None:
    file, root = out / path, "../" * path.count("/")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(SHELL.format(lang=lang, title=title, main=main, head=head, root=root), "utf-8")
