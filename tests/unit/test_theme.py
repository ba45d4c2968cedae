"""Files of the theme: named for what stands in them, and no style without a page."""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import ROOT

THEME = ROOT / "theme"


def test_files_of_the_theme_are_named_for_what_stands_in_them() -> None:
    for folder in (THEME / "components").iterdir():
        if folder.is_dir():
            assert (folder / f"{folder.name}.css").is_file(), folder.name


def test_no_class_is_styled_that_no_page_has() -> None:
    used = "".join(path.read_text("utf-8") for path in _sources())
    sheets = [*(THEME / "components").rglob("*.css"), *(THEME / "assets/wego").glob("*.css")]
    styled = {name for path in sheets for name in re.findall(r"\.(wego-[a-z0-9_-]+)", _plain(path))}
    built = {"wego-shelf--terms", "wego-shelf--sources", "wego-section--unknown", "wego-kind-home"}
    built |= {"wego-chart--matrix", "wego-chart--radar"}
    built |= {"wego-align-center", "wego-align-end"}  # like the others put together from parts
    assert sorted(name for name in styled - built if name not in used) == []


def _plain(sheet: Path) -> str:
    return re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.S)


def _sources() -> list[Path]:
    folders = (THEME / "pages", THEME / "components", THEME / "overrides", THEME / "assets", ROOT / "generator")
    return [
        path
        for folder in folders
        for path in folder.rglob("*")
        if path.suffix in (".j2", ".html", ".py", ".js", ".mjs")
    ]
