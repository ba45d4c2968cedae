"""How heavy the built site is: HTML of record pages by kind, results of runs without their drawings, first views compressed.

python -m tests.bench.weights [SITE]
In: a built site (default: site/). A first view is a page with the style sheets and scripts it names, each compressed as a web
server sends it; what scripts fetch later is not counted. Figures are printed as a table.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Final

ROOT: Final = Path(__file__).parent.parent.parent
DRAWING: Final = re.compile(rb"<svg\b.*?</svg>", re.DOTALL)
NAMED: Final = re.compile(r'<(?:script\b[^>]*\bsrc|link rel="stylesheet" href)="([^"]+)"')
RUN: Final = "ceds/*/[0-9]*.html"
"""Results of runs, which have a floor of their own."""
KINDS: Final = ("practices", "programmes", "cities", "modules", "bodies", "topics", "awards", "studies", "ceds/systems")
VIEWS: Final = ("index.html", "search.html", "ceds/assess.html", "studies/appraise.html", "ceds/compare.html")


def first_view(page: Path) -> int:
    """Bytes of a page with what it names, compressed."""
    html = page.read_text("utf-8")
    files = {page, *((page.parent / each).resolve() for each in NAMED.findall(html))}
    return sum(len(gzip.compress(each.read_bytes(), mtime=0)) for each in files)


def records(site: Path, language: str) -> Iterator[tuple[str, list[Path]]]:
    """The pages of each kind, lists left out."""
    for kind in KINDS:
        yield kind, [each for each in (site / language / kind).glob("*.html") if not each.name.startswith("index")]
    yield "ceds runs", list((site / language).glob(RUN))


def lines(site: Path, language: str) -> Iterator[str]:
    """The table of one language."""
    yield f"{language}: HTML in bytes (median, largest), without drawings (largest), heaviest first view compressed"
    for kind, pages in records(site, language):
        if not pages:
            continue
        whole = {page: page.read_bytes() for page in pages}
        bare = max(len(DRAWING.sub(b"", html)) for html in whole.values())
        heaviest = max(whole, key=lambda page: len(whole[page]))
        sizes = [len(html) for html in whole.values()]
        yield (
            f"  {kind:<14} {len(pages):>4} pages  {median(sizes):>8,.0f} {max(sizes):>8,} {bare:>8,}"
            f" {first_view(heaviest):>8,}  {heaviest.name}"
        )
    for view in VIEWS:
        if (page := site / language / view).is_file():
            yield f"  {view:<25}  {page.stat().st_size:>8,} bytes of HTML, first view {first_view(page):>8,} compressed"


def main() -> None:
    """Print the weights of a site that was built before."""
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"
    if not (site / "index.html").is_file():
        sys.exit(f"{site} holds no site; run make site first")
    for language in sorted(each.name for each in site.iterdir() if (each / "search.html").is_file()):
        print("\n".join(lines(site, language)))


if __name__ == "__main__":
    main()
