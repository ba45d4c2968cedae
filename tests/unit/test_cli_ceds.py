"""`wego ceds`: from workbook to file and back, consent decides where, nothing is overwritten unasked."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ceds_files import BadFiles, places, read_run, text_of
from generator.ceds_scores import as_json
from generator.cli_ceds import ceds
from generator.derive.ceds import result
from generator.model.assessment import Assessment
from tests.ceds import instrument
from tests.unit.test_workbook import runs
from tests.workbooks import CITY, DATE, empty, filled, with_cell

ROOT = Path(__file__).resolve().parent.parent.parent
RUN = Assessment.model_validate(
    {
        "city": CITY,
        "date": DATE,
        "version": "1.0",
        "departments": ["it"],
        "indicators": {"gm-01": {"level": 3, "evidence": "Order 12"}, "gm-02": {"evidence": "Minutes"}},
        "systems": {"e-approval": {"existence": 2, "use": 1}},
        "note": "For the office alone",
    }
)
KNOWN = {"1.0": instrument()}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with the instrument and one city."""
    for name in ("mkdocs.yml", "theme", "data/ceds"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "data" / "cities").mkdir()
    (tmp_path / "data" / "cities" / f"{CITY}.yml").touch()
    return tmp_path


def wego(*arguments: object) -> Result:
    return CliRunner().invoke(ceds, [str(each) for each in arguments], catch_exceptions=False)


def imports(root: Path, data: bytes, *options: str) -> Result:
    (root / "answers.xlsx").write_bytes(data)
    return wego("import", root / "answers.xlsx", "--city", CITY, "--date", DATE, "--root", root, *options)


@settings(max_examples=60)
@given(runs())
def test_a_run_as_a_file_comes_back(tmp_path_factory: pytest.TempPathFactory, run: Assessment) -> None:
    file = tmp_path_factory.getbasetemp() / CITY / f"{DATE}.yml"
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(text_of(run).encode())
    assert read_run(file, KNOWN) == run


def test_template_import_export_and_import_again(root: Path) -> None:
    made = wego("template", "--lang", "ko", "-o", root / "t.xlsx", "--root", root)
    assert made.exit_code == 0
    assert (root / "t.xlsx").read_bytes() == empty("ko")
    assert imports(root, filled(RUN, "ko")).exit_code == 0
    file = root / "private" / "assessments" / CITY / f"{DATE}.yml"
    assert read_run(file, KNOWN) == RUN
    assert not (root / "data" / "assessments").exists()
    assert wego("export", file, "-o", root / "e.xlsx", "--lang", "en", "--root", root).exit_code == 0
    assert (root / "e.xlsx").read_bytes() == filled(RUN)


def test_with_consent_it_goes_to_data_without_the_notes(root: Path) -> None:
    done = imports(root, filled(RUN), "--consent-office", "Office of the mayor", "--consent-scope", "answers")
    assert done.exit_code == 0
    assert "not covered by the consent" in done.stderr
    public = (root / "data" / "assessments" / CITY / f"{DATE}.yml").read_text("utf-8")
    assert "Order 12" not in public
    assert "Minutes" not in public
    assert "note" not in public
    assert "gm-01: {level: 3}" in public
    assert 'consent: {office: "Office of the mayor", date: "2026-05-04", scope: "answers"}' in public
    assert read_run(root / "private" / "assessments" / CITY / f"{DATE}.yml", KNOWN).note == RUN.note


def test_with_consent_to_the_notes_nothing_is_private(root: Path) -> None:
    assert imports(root, filled(RUN), "--consent-office", "Office", "--consent-scope", "evidence").exit_code == 0
    assert "Order 12" in (root / "data" / "assessments" / CITY / f"{DATE}.yml").read_text("utf-8")
    assert not (root / "private").exists()


def test_scores_alone_are_warned_of(root: Path) -> None:
    done = imports(root, filled(RUN), "--consent-office", "Office", "--consent-scope", "scores")
    assert "The file itself holds the answers" in done.stderr


def test_consent_stands_in_the_workbook_too(root: Path) -> None:
    consent = {"office": "Office", "date": "2026-05-05", "scope": "evidence"}
    run = Assessment.model_validate({**RUN.model_dump(mode="json"), "consent": consent})
    assert imports(root, filled(run)).exit_code == 0
    assert read_run(root / "data" / "assessments" / CITY / f"{DATE}.yml", KNOWN) == run


def test_nothing_is_overwritten_unasked(root: Path) -> None:
    assert imports(root, filled(RUN)).exit_code == 0
    file = root / "private" / "assessments" / CITY / f"{DATE}.yml"
    before = file.read_bytes()
    again = imports(root, empty())
    assert again.exit_code == 2
    assert "exists already; nothing was changed" in again.stderr
    assert file.read_bytes() == before
    assert imports(root, empty(), "--replace").exit_code == 0
    assert file.read_bytes() != before


def test_a_run_taken_back_is_not_written_over(root: Path) -> None:
    file = root / "private" / "assessments" / CITY / f"{DATE}.yml"
    file.parent.mkdir(parents=True)
    file.write_text('version: "1.0"\nwithdrawn: {date: 2026-06-01}\n', "utf-8")
    assert "taken back" in imports(root, filled(RUN), "--replace").stderr
    assert "taken back" in wego("score", file, "--root", root).stderr


def test_problems_are_told_by_sheet_and_cell(root: Path) -> None:
    done = imports(root, with_cell(empty(), "governance-mechanism", "D5", "x"))
    assert done.exit_code == 1
    assert "answers.xlsx:5:4: error WG707: sheet “Governance Mechanism”, cell D5: expected" in done.stderr
    assert "why: wego explain WG707" in done.stderr
    assert not (root / "private").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--date", "4 May"), "is not a day such as"),
        (("--city", "São Paulo"), "is not the id of a city"),
        (("--consent-office", "Office"), "consent needs both"),
        (("--consent-office", "Office", "--consent-scope", "scores", "--consent-date", "soon"), "a day such as"),
        (("--city", "example-prt", "--consent-office", "O", "--consent-scope", "scores"), "did you mean example-port?"),
    ],
)
def test_wrong_usage_is_told(root: Path, options: tuple[str, ...], said: str) -> None:
    done = imports(root, empty(), *options)
    assert done.exit_code == 2
    assert said in done.stderr


def test_an_unknown_language_or_version_is_told(root: Path) -> None:
    assert "there are: en, ko" in wego("template", "--lang", "xx", "-o", root / "x.xlsx", "--root", root).stderr
    assert (
        "versions there are: 1.0" in wego("template", "--version", "9.0", "-o", root / "x.xlsx", "--root", root).stderr
    )


def test_scores_are_printed(root: Path) -> None:
    file = root / CITY / f"{DATE}.yml"
    file.parent.mkdir()
    file.write_text(text_of(RUN), "utf-8")
    text = wego("score", file, "--lang", "ko", "--root", root)
    assert "공공행정" in text.stdout
    assert "Stage 1 (1–5)" in text.stdout
    said = wego("score", file, "--format", "json", "--root", root).stdout
    assert said == as_json(result(instrument(), RUN))
    assert json.loads(said)["systems"]["e-approval"]["value"] == "125/6"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('version: "1.0"\nindicators: {gm-99: {level: 1}}\n', "WG454"),
        ('version: "9.0"\n', "WG457"),
        ('version: "1.0"\nindicators: {gm-01: {level: 7}}\n', "WG205"),
        ("version: [\n", "WG104"),
        ('version: "1.0"\nindicators:\n  gm-01: {level: 2, not_applicable: No law}\n', "WG455"),
        ('version: "1.0"\nsystems:\n  e-approval: {existence: 1, use: 3}\n', "WG455"),
        ('version: "1.0"\nsystems:\n  e-approval: {use: 2}\n', "WG455"),
        ('version: "1.0"\nsystems:\n  e-approval: {existence: 2, not_a_task: The state}\n', "WG455"),
        ('version: "1.0"\nindicators:\n  gm-01: {level: "2"}\n', "WG203"),
        ('version: "1.0"\ntargets: {e-aproval: short}\n', "WG454"),
        ('version: "1.0"\ndepartments: [it, it]\n', "WG213"),
    ],
)
def test_a_run_that_does_not_fit_is_told_with_its_line(root: Path, text: str, code: str) -> None:
    file = root / CITY / f"{DATE}.yml"
    file.parent.mkdir()
    file.write_text(text, "utf-8")
    line = text.count("\n")
    for done in (wego("score", file, "--root", root), wego("export", file, "-o", root / "x.xlsx", "--root", root)):
        assert done.exit_code == 1
        assert re.search(rf":{line}:\d+: error {code}: ", done.stderr), done.stderr
    assert not (root / "x.xlsx").exists()


def test_a_file_from_the_browser_says_itself_whose_it_is(tmp_path: Path) -> None:
    file = tmp_path / "My answers.yml"
    file.write_text(text_of(RUN), "utf-8")
    with pytest.raises(BadFiles) as caught:
        read_run(file, KNOWN)
    assert [each.code for each in caught.value.found] == ["WG115"]
    file.write_text(f"city: {CITY}\ndate: {DATE}\n{text_of(RUN)}", "utf-8")
    assert read_run(file, KNOWN) == RUN


@given(runs(), st.sampled_from(["scores", "answers", "evidence"]))
@settings(max_examples=30)
def test_what_consent_does_not_cover_stays_private(run: Assessment, scope: str) -> None:
    consent = {"office": "Office", "date": DATE, "scope": scope}
    given_run = Assessment.model_validate({**run.model_dump(mode="json"), "consent": consent})
    written = places(given_run, Path("r"), Path("r/data"))
    public = written[Path(f"r/data/assessments/{CITY}/{DATE}.yml")]
    assert scope == "evidence" or "evidence:" not in text_of(public).replace(public.note or "\0", "")
    assert given_run in written.values()
