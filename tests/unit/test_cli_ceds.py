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
from generator.text_columns import width
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
    (root / "run.yml").touch()
    for arguments in (("template", "-o", root / "x.xlsx"), ("score", root / "run.yml")):
        done = wego(*arguments, "--lang", "xx", "--root", root)
        assert done.exit_code == 2
        assert "there are: en, ko" in done.stderr
    assert (
        "versions there are: 1.0" in wego("template", "--version", "9.0", "-o", root / "x.xlsx", "--root", root).stderr
    )


def test_scores_are_printed(root: Path) -> None:
    file = root / CITY / f"{DATE}.yml"
    file.parent.mkdir()
    file.write_text(text_of(RUN), "utf-8")
    text = wego("score", file, "--lang", "ko", "--root", root)
    assert "공공행정" in text.stdout
    assert "1단계(1~5): " in text.stdout
    assert not re.search(r"Stage|Overall|Maturity|factors|Systems|answers|missing|score", text.stdout)
    assert "Stage 1 (1–5): " in wego("score", file, "--root", root).stdout
    for language in ("en", "ko"):
        head, *rows = wego("score", file, "--lang", language, "--root", root).stdout.split("\n\n")[1].splitlines()
        ends = [width(row[: found.end()]) for row in rows if (found := re.search(r"\d+(/| of )\d+", row))]
        assert len(ends) == len(rows) and set(ends) == {width(head)}
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


@pytest.fixture
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Today is 2026-11-22."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795348800")


CONSENT = ("--consent-office", "Office", "--consent-scope", "evidence")


@pytest.mark.parametrize(
    ("data", "options", "said"),
    [
        (filled(RUN), ("--date", "2026-11-23"), "dated 2026-11-23, but today is 2026-11-22"),
        (filled(RUN), ("--consent-date", "2031-05-04"), "consent is dated 2031-05-04, but today is 2026-11-22"),
        (empty(), (), "answers no question"),
        (filled(RUN.model_copy(update={"indicators": {}, "systems": {}})), (), "answers no question"),
    ],
)
@pytest.mark.usefixtures("on_the_day")
def test_what_cannot_be_true_is_not_published(root: Path, data: bytes, options: tuple[str, ...], said: str) -> None:
    data = with_cell(data, "city", "C6", "") if "--date" in options else data
    done = imports(root, data, *CONSENT, *options)
    assert (done.exit_code, said in done.stderr, "Nothing was written." in done.stderr) == (2, True, True)
    assert not (root / "private").exists() and not (root / "data" / "assessments").exists()
    if "--consent-date" not in options:
        private = imports(root, data, *options)
        assert (private.exit_code, "Note: " in private.stderr, said in private.stderr) == (0, True, True)


@pytest.mark.usefixtures("on_the_day")
def test_a_whole_run_of_a_known_city_is_taken_without_a_word_too_many(root: Path) -> None:
    assert "Note" not in imports(root, filled(RUN)).stderr


def test_a_city_that_is_not_known_is_named_for_a_private_run_too(root: Path) -> None:
    done = imports(root, with_cell(filled(RUN), "city", "C5", ""), "--city", "example-prt")
    assert done.exit_code == 0
    assert "Note: example-prt is not a city of the base: did you mean example-port?" in done.stderr
    assert (root / "private" / "assessments" / "example-prt" / f"{DATE}.yml").exists()


@pytest.mark.parametrize("link", ["private", "private/assessments", f"private/assessments/{CITY}"])
def test_nothing_is_written_through_a_link(root: Path, tmp_path_factory: pytest.TempPathFactory, link: str) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (root / link).parent.mkdir(parents=True, exist_ok=True)
    (root / link).symlink_to(elsewhere, target_is_directory=True)
    done = imports(root, filled(RUN), "--replace")
    assert done.exit_code == 2
    assert f"{link} is a symbolic link" in done.stderr
    assert list(elsewhere.iterdir()) == []


def test_a_link_in_place_of_the_file_is_refused(root: Path) -> None:
    file = root / "private" / "assessments" / CITY / f"{DATE}.yml"
    file.parent.mkdir(parents=True)
    file.symlink_to(root / "elsewhere.yml")
    assert "is a symbolic link" in imports(root, filled(RUN), "--replace").stderr
    assert not (root / "elsewhere.yml").exists()


def test_the_comment_at_the_top_is_kept(root: Path) -> None:
    assert imports(root, filled(RUN)).exit_code == 0
    file = root / "private" / "assessments" / CITY / f"{DATE}.yml"
    whole = file.read_text("utf-8")
    first, _, rest = whole.partition("\n")
    file.write_text(f"{first}\n# Kept by the mayor's office\n#\n# 서울\n{rest}# lost\n", "utf-8")
    assert imports(root, filled(RUN), "--replace").exit_code == 0
    assert file.read_text("utf-8") == f"{first}\n# Kept by the mayor's office\n#\n# 서울\n{rest}"
    file.write_text(f"# {chr(0x202E)}odd\n# Old\n", "utf-8")
    assert imports(root, filled(RUN), "--replace").exit_code == 0
    assert file.read_text("utf-8") == f"{first}\n# Old\n{rest}"


def test_a_workbook_is_not_taken_for_a_file_of_a_run(root: Path) -> None:
    (root / "F.xlsx").write_bytes(filled(RUN))
    for done in (
        wego("score", root / "F.xlsx", "--root", root),
        wego("export", root / "F.xlsx", "-o", root / "e.xlsx", "--root", root),
    ):
        assert done.exit_code == 2
        assert "F.xlsx is a workbook; import it first: wego ceds import " in done.stderr


@pytest.mark.parametrize("name", ["x.txt", "x", "x.xls"])
def test_a_workbook_has_the_name_of_one(root: Path, name: str) -> None:
    (root / "run.yml").touch()
    for command in (("template",), ("export", root / "run.yml")):
        done = wego(*command, "-o", root / name, "--root", root)
        assert done.exit_code == 2
        assert "the name of a workbook ends in .xlsx" in done.stderr
        assert not (root / name).exists()


def test_what_does_not_apply_is_not_counted_as_asked(root: Path) -> None:
    ids = sorted(id for id in instrument().indicators if id.startswith("gm-"))
    said = {id: {"level": 2} for id in ids[1:]} | {ids[0]: {"not_applicable": "The state does it"}}
    file = root / CITY / f"{DATE}.yml"
    file.parent.mkdir()
    file.write_text(
        text_of(
            RUN.model_copy(
                update={
                    "indicators": Assessment.model_validate(
                        {**RUN.model_dump(mode="json"), "indicators": said}
                    ).indicators
                }
            )
        ),
        "utf-8",
    )
    assert re.search(r"Governance Mechanism .* 14 of 14", wego("score", file, "--root", root).stdout)
