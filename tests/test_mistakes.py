"""Every mistake has its message: one folder in tests/bad/ for each, named by its rule and a sentence.

A folder holds `data/` (the smallest tree with exactly this mistake), `expected.txt` (what `wego check` says, whole), sometimes
`mkdocs.yml`, and `make.py` for what git cannot hold. WEGO_ACCEPT=1 writes expected.txt anew; a person reads the difference.
"""

from __future__ import annotations

import json
import os
import re
import runpy
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.model.kinds import KINDS
from generator.rules import RULES
from tests.unit.tree import PROGRAMME, WHOLE, write

BAD = Path(__file__).parent / "bad"
CASES = sorted(path for path in BAD.iterdir() if path.is_dir())
NOON = "1795348800"
"""2026-11-22, the day of the build in all cases."""
SETTINGS = "extra: {languages: [en, ko], publisher: {name: {en: Editors}}}\n"
UNTOLD = re.compile(
    r"Traceback|pydantic|NoneType|<class|Value error|Input should|should be a|\b(?:str|int|dict|tuple|float|bool)\b"
)
"""Words of the machine that a message never shows."""
ON_CASE_KEEPING_DISKS = {"WG116-two-ids-differ-only-by-case"}
NOT_BY_DATA = {
    "WG501": "needs the host and prose; tested with the host",
    "WG601": "of the built site; tested with its verification",
    "WG602": "of the built site; tested with its verification",
    **{
        f"WG{number}": "only an Excel file can break it, and none lies in data/; tested with the workbook"
        for number in range(701, 713)
    },
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
    (tmp_path / "case").touch()
    if case.name in ON_CASE_KEEPING_DISKS and (tmp_path / "CASE").exists():
        pytest.skip("this disk cannot hold two names that differ only by case")
    result = check(project(case, tmp_path / "project"))
    expected = case / "expected.txt"
    if os.environ.get("WEGO_ACCEPT"):
        expected.write_text(result.stderr, "utf-8", newline="\n")
    code = case.name.partition("-")[0]
    assert set(re.findall(r"(?:error|warning) (WG\d{3}):", result.stderr)) == {code}
    assert result.exit_code == (0 if ": warning " in result.stderr else 2 if code == "WG502" else 1)
    assert result.stdout == ""
    assert result.stderr == expected.read_text("utf-8")
    assert not UNTOLD.search(result.stderr)


@pytest.fixture(scope="module")
def healthy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project without a mistake."""
    root = tmp_path_factory.mktemp("healthy")
    (root / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    write(root / "data", WHOLE)
    return root


RICH = (
    PROGRAMME
    + """curriculum: [{day: 1, title: {en: 'It is "open"', ko: 열린 데이터}}]
sessions:
  - id: first
    when: 2016-05-01/2016-05-03
    where: seoul
    seats: 14
    status: held
    figures: [{what: {en: Cost}, unit: {en: won}, said: {value: not-published, as_of: 2016, source: report}}]
    note:
      en: >-
        See [the list](https://example.org/) and `<b>`.
    source: {source: report, at: p. 3}
"""
)
PIECES = [
    "",
    " ",
    "  ",
    "\t",
    "\n",
    "- ",
    ": ",
    "[",
    "]",
    "{",
    "}",
    "'",
    '"',
    "&a ",
    "*a",
    "!!x ",
    "|",
    ">",
    "#",
    "\x00",
    "\u202e",
]
PIECES += [
    "\ufeff",
    "서울",
    "null",
    "true",
    "-1",
    "1e999",
    ".nan",
    "9" * 400,
    "2014",
    "~",
    "?",
    "%",
    "@",
    "`",
    "\\",
    "---\n",
    "...\n",
    "<<: ",
]
PIECES += [
    "<b>",
    "[x](javascript:y)",
    "id: x\n",
    "en: ",
    "xx: ",
    "example-x",
    "a" * 500,
    "{}",
    "[]",
    '""',
    "\r",
    "\U000e0041",
]
EDIT = st.tuples(st.integers(0, len(RICH)), st.integers(0, 40), st.sampled_from(PIECES) | st.text(max_size=8))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(EDIT, min_size=1, max_size=4))
def test_no_edit_of_a_record_breaks_the_check(healthy: Path, edits: list[tuple[int, int, str]]) -> None:
    text = RICH
    for start, length, piece in edits:
        text = text[:start] + piece + text[start + length :]
    write(healthy / "data", {"programmes/course.yml": text.encode("utf-8", "surrogatepass")})
    result = check(healthy)
    assert result.exit_code in (0, 1)
    assert not UNTOLD.search("".join(line for line in result.stderr.splitlines(True) if " | " not in line))
    assert (result.exit_code == 1) == (": error WG" in result.stderr)


VALUES = st.recursive(
    st.sampled_from(
        [None, True, -1, 0, 2014, 3.5, float("nan"), 10**30, "", "x", "en", "seoul", "2014", "javascript:x", "<b>"]
    )
    | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["en", "ko", "source", "value", "x"]), inner, max_size=3)
    ),
    max_leaves=5,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(KINDS)), st.data())
def test_no_value_of_any_field_breaks_the_check(healthy: Path, kind: str, data: st.DataObject) -> None:
    fields = data.draw(st.dictionaries(st.sampled_from(sorted(KINDS[kind].model.model_fields)), VALUES, max_size=6))
    text = "added: 2026-11-22\n" + "".join(
        f"{name}: {json.dumps(value)}\n" for name, value in fields.items() if name != "added"
    )
    address = f"{KINDS[kind].data}/drawn.yml"
    write(healthy / "data", {"programmes/course.yml": PROGRAMME, address: text})
    try:
        assert check(healthy).exit_code in (0, 1)
    finally:
        (healthy / "data" / address).unlink()


def test_each_rule_has_its_mistake() -> None:
    shown = {case.name.partition("-")[0] for case in CASES}
    assert shown | set(NOT_BY_DATA) == set(RULES)
    assert not shown & set(NOT_BY_DATA)
