"""`wego awards tally` and `wego study appraise`: what they print, and how they refuse."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.study_template import study_template
from generator.text_columns import width
from tests.conftest import ROOT

EXAMPLE = ROOT / "data/awards/example-2026.yml"
LIGHTS = ROOT / "data/studies/example-street-lights.yml"


def wego(*arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments), "--root", str(ROOT)])


def test_the_tally_says_how_each_place_came_about() -> None:
    said = wego("awards", "tally", EXAMPLE)
    assert said.exit_code == 0
    assert "Best prize: Permits on the phone. Excellence prize: One desk for all requests." in said.stdout
    assert (
        "Goes on at rank 5; ranks up to 5 do. Mean 6.00 from 4 scores, the lowest 5. 1 score is missing" in said.stdout
    )
    assert "May not score it, because it is of the own city: Invented juror A. 2 votes." in said.stdout
    assert "As many as the best prize, but a lower mean: excellence prize." in said.stdout
    assert "Stays behind at rank 7" in said.stdout
    assert "1 vote does not count: it is not on the shortlist." in said.stdout


def test_the_tally_in_korean_is_korean_and_its_columns_stand_below_one_another() -> None:
    lines = wego("awards", "tally", EXAMPLE, "--lang", "ko").stdout.splitlines()
    assert not [line for line in lines if re.search("best|excellence|juror", line)]
    head = next(at for at, line in enumerate(lines) if line.split()[:1] == ["순위"])
    ends = {width(line.partition(".")[0]) for line in lines[head + 1 : head + 7]}
    assert len(ends) == 1


def test_a_category_nobody_handed_in_to_says_so(tmp_path: Path) -> None:
    file = tmp_path / "example-empty.yml"
    more = "categories:\n- id: new\n  name: {en: New, ko: 새 부문}\n"
    file.write_text(EXAMPLE.read_text("utf-8").replace("categories:\n", more, 1), "utf-8")
    assert "New\n  No submissions in this category.\n" in wego("awards", "tally", file).stdout


def test_outside_the_project_a_command_says_where_to_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = CliRunner().invoke(main, ["awards", "tally", str(EXAMPLE)])
    assert said.exit_code == 2
    assert "is not the project's folder" in said.stderr and "--root" in said.stderr


def test_the_tally_as_data_is_exact() -> None:
    found = json.loads(wego("awards", "tally", EXAMPLE, "--format", "json").stdout)
    first = found["places"][0]
    assert (first["submission"], first["mean_exact"], first["prize"]) == ("harbour-permits", "33/4", "best")
    assert (first["mean"], first["ground"], first["own_city"]) == (8.25, "best-by-mean", ["juror-a"])
    rows = list(
        csv.DictReader(io.StringIO(wego("awards", "tally", EXAMPLE, "--format", "csv").stdout.removeprefix("\ufeff")))
    )
    assert len(rows) == len(found["places"]) == 10
    assert (rows[0]["mean"], rows[0]["scores.juror-a"], rows[0]["scores.juror-b"]) == ("8.25", "", "9")
    assert not [cell for row in rows for cell in row.values() if re.fullmatch(r"\d+/\d+", cell)]


def test_a_score_for_the_own_city_is_warned_of_and_left_out(tmp_path: Path) -> None:
    file = tmp_path / "example-own.yml"
    file.write_text(EXAMPLE.read_text("utf-8").replace("juror-a: {", "juror-a: {harbour-permits: 1, "), "utf-8")
    said = wego("awards", "tally", file)
    assert said.exit_code == 0
    assert "WG475" in said.stderr
    assert "of the own city: Invented juror A. Points given all the same do not count." in said.stdout
    assert "Best prize: Permits on the phone." in said.stdout


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("harbour-permits: 9", "harbour-permits: 12", "WG205"),
        ("category: open-city", "category: openness", "WG472"),
        ("least_scores: 3", "least_score: 3", "WG201"),
        ("city: example-hill", "city: example-nowhere", "WG301"),
    ],
)
def test_a_mistake_in_the_papers_is_told_at_its_place(tmp_path: Path, old: str, new: str, code: str) -> None:
    file = tmp_path / "example-bad.yml"
    file.write_text(EXAMPLE.read_text("utf-8").replace(old, new, 1), "utf-8")
    said = wego("awards", "tally", file)
    assert said.exit_code == 1
    assert said.stdout == ""
    line = next(number for number, text in enumerate(file.read_text("utf-8").splitlines(), 1) if new in text)
    assert f"{file.as_posix()}:{line}:" in said.stderr
    assert code in said.stderr


def test_an_edition_without_papers_has_nothing_to_tally() -> None:
    said = wego("awards", "tally", ROOT / "data/awards/2012.yml")
    assert said.exit_code == 2
    assert "nothing to tally" in said.stderr


def test_the_appraisal_prints_results_with_their_formulas() -> None:
    said = wego("study", "appraise", LIGHTS)
    assert said.exit_code == 0
    assert "Net present value (NPV)               747  Σ (Bₜ − Cₜ) / (1 + r)ᵗ" in said.stdout
    assert "18.86 %" in said.stdout
    assert "Benefits 2 years late" in said.stdout
    assert "순현재가치(NPV)" in wego("study", "appraise", LIGHTS, "--lang", "ko").stdout


def test_the_appraisal_as_data_is_exact() -> None:
    found = json.loads(wego("study", "appraise", LIGHTS, "--format", "json").stdout)
    assert found["rates"] == [188_572]
    assert len(found["scenarios"]) == 12
    rows = list(
        csv.reader(io.StringIO(wego("study", "appraise", LIGHTS, "--format", "csv").stdout.removeprefix("\ufeff")))
    )
    assert rows[0][0] == "Year"
    assert [row[0] for row in rows[1:]] == [str(year) for year in range(2026, 2034)]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [("currency: USD", "currency: US", "WG203"), ("rate: 5", "rate: five", "WG203"), ("year: 1", "year: 0", "WG481")],
)
def test_a_mistake_in_an_appraisal_is_told_at_its_place(tmp_path: Path, old: str, new: str, code: str) -> None:
    file = tmp_path / "example-bad.yml"
    file.write_text(LIGHTS.read_text("utf-8").replace(old, new, 1), "utf-8")
    said = wego("study", "appraise", file)
    assert said.exit_code == 1
    assert f"{file.as_posix()}:" in said.stderr
    assert code in said.stderr


@pytest.mark.parametrize(
    ("varied", "said"),
    [
        ("rates: [-100, 3]", "sensitivity.rates item 1 is -100, but it must be above -100 and at most 1000"),
        ("rates: [-150]", "it must be above -100"),
        ("rates: [1001]", "at most 1000"),
        ("costs: [-200]", "sensitivity.costs item 1 is -200, but it must lie between -100 and 1000"),
        ("delays: [0]", "it must lie between 1 and 20"),
    ],
)
def test_what_cannot_be_varied_is_told_and_not_computed(tmp_path: Path, varied: str, said: str) -> None:
    file = tmp_path / "example-varied.yml"
    file.write_text(
        LIGHTS.read_text("utf-8").replace("  rate: 5\n", f"  rate: 5\n  sensitivity: {{{varied}}}\n"), "utf-8"
    )
    found = wego("study", "appraise", file)
    assert (found.exit_code, found.stdout) == (1, "")
    assert said in found.stderr


def test_a_study_without_costs_and_benefits_is_refused() -> None:
    said = wego("study", "appraise", ROOT / "data/studies/hanoi-2015.yml")
    assert said.exit_code == 2
    assert "wego new study" in said.stderr


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_template_is_appraised_once_its_economics_are_filled_in(tmp_path: Path, language: str) -> None:
    file = tmp_path / "lamps.yml"
    template = study_template(language, "2026-11-24")
    file.write_text(template, "utf-8")
    said = wego("study", "appraise", file)
    assert said.exit_code == 1
    assert "title" in said.stderr
    assert "investment in appraisal.flows item 1 has no value" in said.stderr
    assert "topics" not in said.stderr
    for empty, value in (
        (f"title:\n  {language}:", "Lamps"),
        ("currency:", "USD"),
        ("  rate:", "5"),
        ("investment:", "100"),
        *[("running:", "10"), ("benefits:", "60")] * 3,
    ):
        place = re.search(rf"{empty} ?(?=[\n,}}])", template)
        assert place
        template = f"{template[: place.start()]}{empty} {value}{template[place.end() :]}"
    file.write_text(template, "utf-8")
    said = wego("study", "appraise", file)
    assert said.exit_code == 0, said.stderr
    assert "Net present value (NPV)" in said.stdout
    # As a record it still lacks what only the city can say.
    assert wego("study", "appraise", file, "--format", "csv", "--what", "results").exit_code == 0


def test_what_another_part_of_the_record_lacks_does_not_keep_it_from_being_appraised(tmp_path: Path) -> None:
    text = LIGHTS.read_text("utf-8").replace("- example-data", "- nowhere").replace("when: 2026", "when: soon", 1)
    file = tmp_path / "draft.yml"
    file.write_text(text.replace("topics: [internet-of-things, urban-management]", "topics: []"), "utf-8")
    assert wego("study", "appraise", file).exit_code == 0
    file.write_text(text.replace("appraisal:", "apraisal:"), "utf-8")
    said = wego("study", "appraise", file)
    assert said.exit_code == 1
    assert "did you mean appraisal?" in said.stderr


def test_the_results_and_scenarios_come_as_tables(tmp_path: Path) -> None:
    file = tmp_path / "three.yml"
    text = LIGHTS.read_text("utf-8")
    start, end = text.index("  flows:"), text.index("  note:")
    flows = "".join(f"  - {{year: {year}, benefits: {net}}}\n" for year, net in enumerate((-1000, 6000, -11000, 6000)))
    file.write_text(f"{text[:start]}  flows:\n{flows}{text[end:]}", "utf-8")

    def table(what: str) -> list[list[str]]:
        said = wego("study", "appraise", file, "--format", "csv", "--what", what)
        return list(csv.reader(io.StringIO(said.stdout.removeprefix("\ufeff"))))

    found = table("results")
    assert [row[1:3] for row in found if row[0] == "Net present value (NPV)"] == [["-80.012958", "thousand US dollars"]]
    assert [row[1:3] for row in found if row[0].startswith("Internal rate")] == [
        ["0.0000", "%"],
        ["100.0000", "%"],
        ["200.0000", "%"],
    ]
    assert [row[1] for row in found if row[0] == "Benefit-cost ratio"] == [""]
    varied = table("sensitivity")
    assert len(varied) == 13
    assert varied[1][0] == "Discount rate 3 %"
    assert varied[-1][4] == "-5000.000000"
    assert wego("study", "appraise", file, "--what", "results").exit_code == 2
    assert json.loads(wego("study", "appraise", file, "--format", "json").stdout)["units"]["payback"] == "years"
