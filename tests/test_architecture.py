"""Data flows one way: a stage imports the vocabulary and earlier stages, never a later one."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "generator"
STAGES = ("read", "validate", "derive", "render", "index", "publish")
BELOW = {"model", "settings", "diagnostics", "diagnostics_format", "rules", "paths", "__init__"}
FILES = sorted(ROOT.rglob("*.py"))


def imported(file: Path) -> set[str]:
    """Names of the first level below `generator` that a module imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        names = (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
        if isinstance(node, ast.ImportFrom) and node.module == "generator":
            names = [f"generator.{alias.name}" for alias in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("generator.")}
    return found - {"__version__"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_imports_point_backwards(file: Path) -> None:
    room = file.relative_to(ROOT).parts[0].removesuffix(".py")
    if room == "model":
        assert imported(file) <= {"model"}
    elif room in STAGES:
        assert imported(file) <= BELOW | set(STAGES[: STAGES.index(room) + 1])
    elif room in BELOW:
        assert not imported(file) & set(STAGES)


def test_only_the_host_modules_know_mkdocs() -> None:
    users = {
        file.name for file in FILES if any(word in file.read_text("utf-8") for word in ("import mkdocs", "from mkdocs"))
    }
    assert users <= {"host_run.py"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_modules_say_what_they_are_and_stay_small(file: Path) -> None:
    text = file.read_text("utf-8")
    assert ast.get_docstring(ast.parse(text)), f"{file} has no docstring"
    assert text.count("\n") <= 400
