"""Every mistake has its message: one folder in tests/bad/ for each, named by its rule and a sentence.

A folder holds `data/` (the smallest tree with exactly this mistake), `expected.txt` (what `wego check` says, whole), sometimes
`mkdocs.yml`, and `make.py` for what git cannot hold. WEGO_ACCEPT=1 writes expected.txt anew; a person reads the difference.
"""

from __future__ import annotations

import os
import re
import runpy
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.rules import RULES

BAD = Path(__file__).parent / "bad"
CASES = sorted(path for path in BAD.iterdir() if path.is_dir())
NOON = "1795348800"
"""2026-11-22, the day of the build in all cases."""
SETTINGS = "extra: {languages: [en, ko], publisher: {name: {en: Editors}}}\n"
NOT_BY_DATA = {
    "WG501": "needs the host and prose; tested with the host",
    "WG601": "of the built site; tested with its verification",
    "WG602": "of the built site; tested with its verification",
}


def project(case: Path, root: Path) -> Path:
    """A copy of the case as a project of its own."""
    shutil.copytree(case, root, ignore=shutil.ignore_patterns("expected.txt", "make.py"), symlinks=True)
    if not (root / "mkdocs.yml").exists():
        (root / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    if (case / "make.py").exists():
        runpy.run_path(str(case / "make.py"))["make"](root / "data")
    return root


def check(root: Path, *options: str) -> Result:
    """`wego check` on a project."""
    arguments = ["check", "--root", str(root), "--data", str(root / "data"), *options]
    return CliRunner().invoke(main, arguments, env={"SOURCE_DATE_EPOCH": NOON}, catch_exceptions=False)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_mistake_has_its_message(case: Path, tmp_path: Path) -> None:
    result = check(project(case, tmp_path / "project"))
    expected = case / "expected.txt"
    if os.environ.get("WEGO_ACCEPT"):
        expected.write_text(result.stderr, "utf-8", newline="\n")
    code = case.name.partition("-")[0]
    assert set(re.findall(r"(?:error|warning) (WG\d{3}):", result.stderr)) == {code}
    assert result.exit_code == (0 if ": warning " in result.stderr else 2 if code == "WG502" else 1)
    assert result.stdout == ""
    assert result.stderr == expected.read_text("utf-8")
    assert not re.search(r"Traceback|pydantic|NoneType|<class|\b(?:str|int|dict|tuple|float|bool)\b", result.stderr)


def test_each_rule_has_its_mistake() -> None:
    shown = {case.name.partition("-")[0] for case in CASES}
    assert shown | set(NOT_BY_DATA) == set(RULES)
    assert not shown & set(NOT_BY_DATA)
