"""How findings are shown: text, GitHub annotations, JSON, SARIF; and `wego check` and `wego explain` themselves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import main
from generator.diagnostics import Diagnostic, Span, nearest, visible
from generator.diagnostics_format import FORMATS
from generator.model.kinds import KINDS
from generator.model.shapes import field_shape
from generator.rules import RULES
from tests.unit.tree import TOPIC, WHOLE, write

KOREAN = Diagnostic(
    "WG208", Span("data/a,b/서울 1%.yml", 3, 14, "name: {ko: 서울, kr: 서울}"), "kr is wrong", "did you mean ko?"
)
WARNING = Diagnostic("WG404", Span("data/b.yml"), "in 100%: the\nfuture", severity="warning")


def project(root: Path, **texts: str) -> Path:
    """A project at `root` with a mistake in one city and one topic, besides valid records."""
    (root / "mkdocs.yml").write_text("extra: {languages: [en], publisher: {name: {en: Editors}}}\n", "utf-8")
    wrong = {
        "cities/seoul.yml": WHOLE["cities/seoul.yml"].replace("unit: city", "unit: town"),
        "topics/open-data.yml": TOPIC.replace("added: 2026", "added: 2062"),
    }
    write(root / "data", {**WHOLE, **wrong, **texts})
    return root


def wego(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(
        main, [*arguments[:1], "--root", str(root), *arguments[1:]], env={"SOURCE_DATE_EPOCH": "1795348800"}
    )


def caret(diagnostic: Diagnostic) -> tuple[str, str]:
    line, below = FORMATS["text"]([diagnostic], 1).splitlines()[1:3]
    return line, below


def test_the_caret_stands_below_the_value_where_characters_are_wide() -> None:
    line, below = caret(KOREAN)
    assert line == "    3 | name: {ko: 서울, kr: 서울}"
    # `서울` takes four cells, so the caret stands two cells further right than the column says.
    assert below == "      | " + " " * (13 + 2) + "^"


def test_combining_marks_take_no_cell() -> None:
    _, below = caret(Diagnostic("WG201", Span("x.yml", 1, 6, "e\u0301e\u0301 x: 1"), "m"))
    assert below == "      | " + " " * 3 + "^"


@pytest.mark.parametrize("column", [1, 40, 99, 100, 101, 180, 250, 300])
def test_of_a_long_line_the_part_around_the_value_is_shown(column: int) -> None:
    text = "".join(str(number % 10) for number in range(1, 301))
    line, below = caret(Diagnostic("WG201", Span("x.yml", 1, column, text), "m"))
    assert line[below.index("^")] == str(column % 10)
    assert len(line) <= 8 + 100 + 2


def test_what_disturbs_a_terminal_is_not_printed() -> None:
    nasty = "\x1b[2J\u202e\x07\udcff"
    found = [Diagnostic("WG201", Span(nasty, 1, 1, nasty), nasty, nasty)]
    for form in FORMATS.values():
        assert not set(form(found, 1)) & set(nasty.replace("[2J", ""))
        form(found, 1).encode()


@given(st.text(st.characters(exclude_categories=()), max_size=20), st.integers(1, 30))
def test_any_text_can_be_shown_in_every_format(text: str, column: int) -> None:
    found = [Diagnostic("WG201", Span(visible(text), 1, column, text), text, text)]
    for form in FORMATS.values():
        form(found, 1).encode()


def test_text_ends_with_the_count() -> None:
    assert FORMATS["text"]([], 0) == "0 errors, 0 warnings in 0 files.\n"
    assert FORMATS["text"]([KOREAN, WARNING], 1).endswith("\n1 error, 1 warning in 1 file.\n")


def test_github_annotations_are_one_escaped_line_each() -> None:
    first, second = FORMATS["github"]([KOREAN, WARNING], 2).splitlines()
    assert first == "::error file=data/a%2Cb/서울 1%25.yml,line=3,col=14,title=WG208::kr is wrong%0Adid you mean ko?"
    assert second.startswith("::warning file=data/b.yml,line=1,col=1,title=WG404::in 100%25: the")


def test_json_holds_every_finding() -> None:
    told = json.loads(FORMATS["json"]([KOREAN, WARNING], 7))
    assert told["files"] == 7
    assert told["diagnostics"][0] == {
        "code": "WG208",
        "severity": "error",
        "file": "data/a,b/서울 1%.yml",
        "line": 3,
        "column": 14,
        "message": "kr is wrong",
        "fix": "did you mean ko?",
    }
    assert told["diagnostics"][1]["severity"] == "warning"


def test_sarif_has_the_structure_that_scanners_read() -> None:
    log = json.loads(FORMATS["sarif"]([KOREAN, WARNING, KOREAN], 2))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    assert run["tool"]["driver"]["name"] == "wego"
    assert [rule["id"] for rule in rules] == ["WG208", "WG404"]
    assert all(rule[part]["text"] for rule in rules for part in ("shortDescription", "fullDescription", "help"))
    assert len(run["results"]) == 3
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning")
        assert result["message"]["text"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "data/a%2Cb/%EC%84%9C%EC%9A%B8%201%25.yml"
    assert place["region"] == {"startLine": 3, "startColumn": 14, "snippet": {"text": KOREAN.span.text}}


@pytest.mark.parametrize("form", FORMATS)
def test_check_speaks_every_format(tmp_path: Path, form: str) -> None:
    result = wego(project(tmp_path), "check", "--format", form)
    assert result.exit_code == 1
    told, silent = (result.stderr, result.stdout) if form == "text" else (result.stdout, result.stderr)
    assert silent == ""
    assert "WG204" in told
    assert "WG404" in told
    if form in ("json", "sarif"):
        json.loads(told)


@pytest.mark.parametrize(
    ("path", "shown", "exit_code"),
    [
        ("data", {"WG204", "WG404"}, 1),
        ("data/cities", {"WG204"}, 1),
        ("data/cities/seoul.yml", {"WG204"}, 1),
        ("data/topics", {"WG404"}, 0),
        ("data/bodies", set(), 0),
    ],
)
def test_check_of_a_path_tells_what_is_wrong_there(tmp_path: Path, path: str, shown: set[str], exit_code: int) -> None:
    result = wego(project(tmp_path), "check", "--format", "json", str(tmp_path / path))
    assert {each["code"] for each in json.loads(result.stdout)["diagnostics"]} == shown
    assert result.exit_code == exit_code


def test_exit_codes(tmp_path: Path) -> None:
    assert wego(project(tmp_path), "check", "--strict", str(tmp_path / "data/topics")).exit_code == 1
    assert wego(tmp_path, "check", str(tmp_path / "nowhere")).exit_code == 2
    assert wego(tmp_path, "check", "--format", "xml").exit_code == 2
    write(tmp_path / "data", WHOLE)
    clean = wego(tmp_path, "check")
    assert (clean.exit_code, clean.stdout) == (0, "")
    assert clean.stderr == "0 errors, 0 warnings in 5 files.\n"
    (tmp_path / "mkdocs.yml").unlink()
    assert wego(tmp_path, "check").exit_code == 2


@pytest.mark.parametrize("code", RULES)
def test_every_rule_is_explained(code: str) -> None:
    rule = RULES[code]
    result = CliRunner().invoke(main, ["explain", code.lower()])
    assert result.exit_code == 0
    for part in (code, rule.title, "wrong:", "right:", rule.wrong.splitlines()[0], rule.right.splitlines()[0]):
        assert part in result.stdout
    assert rule.why.endswith(".")
    assert rule.wrong != rule.right


def test_titles_of_rules_differ() -> None:
    assert len({rule.title for rule in RULES.values()}) == len(RULES)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_kind_and_of_its_parts_is_explained(kind: str) -> None:
    told = CliRunner().invoke(main, ["explain", kind]).stdout
    for name, info in KINDS[kind].model.model_fields.items():
        assert name == "id" or f"  {name:<15} " in told
        part = field_shape(info).model
        if part is not None and part.__name__ not in ("Citation", "TranslationStatus"):
            assert all(f"  {inner:<15} " in told for inner in part.model_fields)
    assert told == CliRunner().invoke(main, ["explain", KINDS[kind].folder]).stdout


@pytest.mark.parametrize(
    ("word", "meant"), [("WG20", "WG2"), ("citty", "city"), ("nonsense", "name a code such as WG201")]
)
def test_what_cannot_be_explained_names_the_nearest(word: str, meant: str) -> None:
    result = CliRunner().invoke(main, ["explain", word])
    assert result.exit_code == 2
    assert meant in result.stderr


def test_the_nearest_word_ignores_case_and_gives_up_on_strangers() -> None:
    assert nearest("SEUOL", ["seoul", "busan"]) == "seoul"
    assert nearest("zzz", ["seoul"]) == ""
    assert nearest("seoul" * 100, ["seoul"]) == ""


def test_the_prefix_of_invented_records_makes_no_word_nearer() -> None:
    known = ["example-forest", "example-port", "seoul", "forests"]
    assert nearest("example-nowhere", known) == ""
    assert nearest("Example-forst", known) == "example-forest"
    assert nearest("exmple-forest", known) == "example-forest"
    assert nearest("example-seoul", known) == ""
