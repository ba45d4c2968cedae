"""CeDS runs: what of them is published, what follows from consent and withdrawal, and how a version is frozen."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from generator import checking
from generator.cli import main
from generator.derive.runs import runs
from generator.diagnostics import Problems, Report
from generator.model.schemas import schemas
from generator.pipeline import build, world_of
from generator.render.ceds_pages import averages
from generator.render.context import Page
from generator.render.run_exports import files
from generator.settings import settings
from tests.ceds_tree import indicator_ids, system_ids, write_instrument
from tests.conftest import ROOT, SMALL
from tests.unit.tree import CITY, checked, findings, write

TODAY = "2026-11-22"
DEPARTMENTS = "departments: [planning, finance, it, vice-mayor]\n"
INVENTED_CITY = CITY.replace("KR", "ZZ")
SECRET = "The mayors cupboard"
NOTE = "A word of the office"


def run_text(
    level: int = 2, *, scope: str = "answers", consent: bool = True, existence: int = 3, more: str = ""
) -> str:
    """A whole run: every question at `level`, every system at `existence` with use 2; gm-01 has a note on evidence."""
    allowed = f"consent: {{office: Office of Digital Policy, date: 2026-05-11, scope: {scope}}}\n" if consent else ""
    answers = "".join(f"  {id}: {{level: {level}}}\n" for id in indicator_ids()[1:])
    first = f"  gm-01: {{level: {level}, evidence: {SECRET}}}\n"
    built = "".join(f"  {id}: {{existence: {existence}, use: 2}}\n" for id in system_ids())
    head = f'version: "1.0"\n{allowed}{DEPARTMENTS}note: {NOTE}\n'
    return f"{head}indicators:\n{first}{answers}systems:\n{built}targets: {{system-07: short}}\n{more}"


def tree(folder: Path, texts: Mapping[str, str]) -> Path:
    """A data folder with the small instrument, Seoul, Ulsan and the texts below assessments/."""
    data = write_instrument(folder / "data")
    write(data, {"cities/seoul.yml": CITY, "cities/ulsan.yml": CITY.replace("Seoul", "Ulsan")})
    return write(data, {f"assessments/{name}": text for name, text in texts.items()})


def exported(data: Path) -> dict[str, bytes]:
    """The files of all runs by address."""
    chosen = replace(settings(ROOT, data=data, work=data.parent / "work"), as_of=TODAY)
    result = checking.check(chosen)
    assert result.report.errors == 0, result.report.ordered()
    return dict(files(world_of(chosen, result.catalog)))


def item(made: Mapping[str, bytes], run: str) -> dict[str, Any]:
    (found,) = json.loads(made[f"api/v1/assessments/{run}.json"])["items"]
    return dict(found)


def test_a_run_without_consent_stops_the_build_and_does_not_enter_the_catalog(tmp_path: Path) -> None:
    data = tree(tmp_path, {"seoul/2026-05-04.yml": run_text(consent=False)})
    assert checked(data, TODAY)[0].assessments == ()
    chosen = settings(ROOT, data=data, site=tmp_path / "site", work=tmp_path / "work")
    with pytest.raises(Problems):
        build(chosen, Report())
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    ("scope", "answers", "evidence"), [("scores", False, False), ("answers", True, False), ("evidence", True, True)]
)
def test_no_more_is_published_than_the_city_allows(tmp_path: Path, scope: str, answers: bool, evidence: bool) -> None:
    made = exported(tree(tmp_path, {"seoul/2026-05-04.yml": run_text(scope=scope)}))
    whole = b"".join(made.values()).decode()
    assert (SECRET in whole) == evidence and (NOTE in whole) == evidence
    assert ("system-07" in whole) == answers and ("gm-05" in whole) == answers
    one = item(made, "seoul/2026-05-04")
    assert ("roadmap" in one["result"]) == answers and ("systems" in one["result"]) == answers
    assert one["result"]["figures"]["maturity"]["score"] == {"value": 50.0, "exact": "50"}
    assert one["result"]["figures"]["systems"]["score"] == {"value": 50.0, "exact": "50"}


def test_the_scores_are_those_of_all_answers_whatever_the_scope(tmp_path: Path) -> None:
    texts = {"seoul/2026-05-04.yml": run_text(3, scope="scores"), "ulsan/2026-05-04.yml": run_text(3)}
    made = exported(tree(tmp_path, texts))
    one, other = (item(made, f"{city}/2026-05-04")["result"]["figures"] for city in ("seoul", "ulsan"))
    assert one == other


def test_a_run_taken_back_says_so_and_nothing_else(tmp_path: Path) -> None:
    taken = run_text(more="withdrawn: {date: 2026-06-01, reason: Wrong city.}\n")
    data = tree(tmp_path, {"seoul/2026-05-04.yml": taken, "seoul/2026-06-04.yml": run_text(3)})
    made = exported(data)
    assert item(made, "seoul/2026-05-04") == {
        "kind": "assessment",
        "id": "seoul/2026-05-04",
        "city": "seoul",
        "date": "2026-05-04",
        "version": "1.0",
        "withdrawn": {"date": "2026-06-01", "reason": "Wrong city."},
    }
    for form in ("csv", "yml"):
        assert b"gm-05" not in made[f"api/v1/assessments/seoul/2026-05-04.{form}"]
    assert b"2026-05-04" not in made["api/v1/assessments.csv"]
    catalog, _ = checked(data, TODAY)
    assert [str(each.assessment.date) for each in runs(catalog, TODAY)] == ["2026-06-04"]
    assert runs(catalog, TODAY)[0].before is None


def test_an_invented_run_taken_back_says_so_in_every_form(tmp_path: Path) -> None:
    taken = run_text(more="withdrawn: {date: 2026-06-01}\n")
    data = tree(tmp_path, {"example-a/2026-05-04.yml": taken, "example-a/2026-06-04.yml": run_text()})
    made = exported(write(data, {"cities/example-a.yml": INVENTED_CITY}))
    for day in ("2026-05-04", "2026-06-04"):
        assert item(made, f"example-a/{day}")["invented"] is True
        rows = csv.DictReader(io.StringIO(made[f"api/v1/assessments/example-a/{day}.csv"].decode("utf-8-sig")))
        assert {row["invented"] for row in rows} == {"true"}


def test_change_is_told_since_the_last_earlier_run_of_the_city(tmp_path: Path) -> None:
    texts = {f"seoul/2026-0{month}-04.yml": run_text(level) for month, level in ((1, 1), (3, 2), (5, 4))}
    made = exported(tree(tmp_path, {**texts, "ulsan/2026-04-04.yml": run_text(0)}))
    assert "change" not in item(made, "seoul/2026-01-04")["result"]
    change = item(made, "seoul/2026-05-04")["result"]["change"]
    assert change["since"] == "2026-03-04" and change["figures"]["maturity"]["exact"] == "50"


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, {"": (None, 0)}),
        (4, {"": (None, 4)}),
        (5, {"": ("50.0", 5)} | dict.fromkeys(("city-a", "city-b", "city-c", "city-d", "city-e"), (None, 4))),
        (6, {"": ("45.8", 6), "city-a": ("50.0", 5), "city-b": ("47.5", 5), "city-c": ("45.0", 5)}),
    ],
)
def test_the_assessment_page_has_for_each_city_the_average_of_the_others(
    tmp_path: Path, count: int, expected: dict[str, tuple[str | None, int]]
) -> None:
    names = [f"city-{letter}" for letter in "abcdef"[:count]]
    texts = {f"{name}/2026-05-04.yml": run_text(number % 5) for number, name in enumerate(names)}
    earlier = {"city-a/2025-05-04.yml": run_text(4)} if count else {}
    data = write(tree(tmp_path, {**texts, **earlier}), {f"cities/{name}.yml": CITY for name in names})
    chosen = replace(settings(ROOT, data=data, work=tmp_path / "work", languages=("en",)), as_of=TODAY)
    found = averages(Page(world_of(chosen, checking.check(chosen).catalog), "en", "en/ceds/assess.html"))
    assert {city: found[city] for city in expected} == expected
    assert set(found) == {""} | set(names if count > 4 else ())


def test_what_an_earlier_run_kept_to_itself_is_not_told_by_a_later_one(tmp_path: Path) -> None:
    data = tree(tmp_path, {"seoul/2026-01-04.yml": run_text(1, scope="scores"), "seoul/2026-05-04.yml": run_text(2)})
    catalog, _ = checked(data, TODAY)
    before = runs(catalog, TODAY)[1].before
    assert before is not None and before.indicators == {} and before.systems == {} and before.note is None


@pytest.mark.parametrize(("first", "second"), [("scores", "answers"), ("answers", "scores"), ("scores", "scores")])
def test_no_change_is_told_where_it_could_tell_an_answer_that_is_not_public(
    tmp_path: Path, first: str, second: str
) -> None:
    """With a question left open in one run, its level in the other follows from both figures and the change over the rest."""
    later = run_text(2, scope=second).replace("  gm-04: {level: 2}\n", "")
    data = tree(tmp_path, {"seoul/2026-01-04.yml": run_text(1, scope=first), "seoul/2026-05-04.yml": later})
    catalog, _ = checked(data, TODAY)
    assert dict(runs(catalog, TODAY)[1].change) == {}
    assert "change" not in item(exported(data), "seoul/2026-05-04")["result"]
    chosen = settings(
        ROOT, data=data, content=SMALL / "content", work=tmp_path / "work", site=tmp_path / "site", jobs=1
    )
    build(replace(chosen, as_of=TODAY, languages=("en",)), Report(), search="none")
    shown = (tmp_path / "site/en/ceds/seoul/2026-05-04.html").read_text("utf-8")
    assert "only the scores are public" in shown and "Since the earlier run" not in shown and ">Change<" not in shown


def test_invented_runs_say_so_and_have_an_average_of_their_own(tmp_path: Path) -> None:
    names = [f"example-{letter}" for letter in "abcdef"]
    texts = {f"{name}/2026-05-04.yml": run_text(number % 5) for number, name in enumerate(names)}
    data = tree(tmp_path, {**texts, "seoul/2026-05-04.yml": run_text(4)})
    made = exported(write(data, {f"cities/{name}.yml": INVENTED_CITY for name in names}))
    one = item(made, "example-a/2026-05-04")
    assert one["invented"] is True
    assert one["result"]["averages"]["maturity"] == {"average": {"value": 50.0, "exact": "50"}, "cities": 5}
    assert item(made, "seoul/2026-05-04")["result"]["averages"] == {}
    assert "example-" not in made["api/v1/assessments.csv"].decode()
    assert b"# Invented" in made["api/v1/assessments/example-a/2026-05-04.yml"]


def test_the_published_run_follows_the_schema_and_can_be_put_back(tmp_path: Path) -> None:
    made = exported(tree(tmp_path, {"seoul/2026-05-04.yml": run_text(scope="evidence")}))
    one = item(made, "seoul/2026-05-04")
    written = {key: each for key, each in one.items() if key not in ("kind", "id", "city", "date", "result")}
    assert list(Draft202012Validator(schemas()["assessment"]).iter_errors(written)) == []
    again = made["api/v1/assessments/seoul/2026-05-04.yml"].decode()
    assert exported(tree(tmp_path / "again", {"seoul/2026-05-04.yml": again})).keys() == made.keys()
    assert item(exported(tree(tmp_path / "more", {"seoul/2026-05-04.yml": again})), "seoul/2026-05-04") == one


def test_a_level_without_end_of_questions_is_no_crash(tmp_path: Path) -> None:
    """A run without any answer is a run: everything is open."""
    text = 'version: "1.0"\nconsent: {office: An office, date: 2026-05-11, scope: answers}\n' + DEPARTMENTS
    one = item(exported(tree(tmp_path, {"seoul/2026-05-04.yml": text})), "seoul/2026-05-04")
    overall = one["result"]["figures"]["overall"]
    assert overall["score"] is None and overall["low"]["exact"] == "0" and overall["high"]["exact"] == "100"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("seoul/2026-5-4.yml", "WG115"),
        ("seoul/today.yml", "WG115"),
        ("seoul/2026-02-30.yml", "WG115"),
        ("Seoul/2026-05-04.yml", "WG115"),
        ("seoul/2026-05-04.yaml", "WG114"),
        ("seoul/2026-05-04.yml/x.yml", "WG114"),
        ("seoul/notes.txt", "WG114"),
        ("seoul/2026-05-04.yml~", "WG114"),
        ("seoul/2026/05.yml", "WG114"),
    ],
)
def test_what_is_no_run_is_told_once(tmp_path: Path, name: str, code: str) -> None:
    assert [each.partition(" ")[0] for each in findings(tree(tmp_path, {name: run_text()}), TODAY)] == [code]


def test_a_link_in_place_of_a_run_is_refused(tmp_path: Path) -> None:
    data = tree(tmp_path, {"seoul/2026-05-04.yml": run_text()})
    (tmp_path / "secret.yml").write_text(run_text(4), "utf-8")
    (data / "assessments/seoul/2026-06-04.yml").symlink_to(tmp_path / "secret.yml")
    (data / "assessments/ulsan").symlink_to(data / "assessments/seoul")
    assert [each.partition(" ")[0] for each in findings(data, TODAY)] == ["WG112", "WG112"]


def test_a_broken_question_is_not_missed_by_the_runs(tmp_path: Path) -> None:
    data = tree(tmp_path, {"seoul/2026-05-04.yml": run_text()})
    (data / "ceds/1.0/indicators/gm-01.yml").write_text("question: [\n", "utf-8")
    codes = {each.partition(" ")[0] for each in findings(data, TODAY)}
    assert codes == {"WG104", "WG462"}


def freeze(data: Path, *more: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["ceds", "freeze", "1.0", "--data", str(data), *more])
    return result.exit_code, result.output


def test_a_version_is_frozen_once_and_not_again_when_a_city_has_used_it(tmp_path: Path) -> None:
    data = write_instrument(tmp_path / "data", frozen=False)
    assert freeze(data)[0] == 0
    first = (data / "ceds/1.0/digest.txt").read_text("utf-8")
    assert len(first.strip()) == 64 and freeze(data)[0] == 0
    question = data / "ceds/1.0/indicators/gm-01.yml"
    question.write_text(question.read_text("utf-8").replace("Paper 3", "Paper 33"), "utf-8")
    assert freeze(data)[0] == 1
    assert freeze(data, "--replace")[0] == 0
    second = (data / "ceds/1.0/digest.txt").read_text("utf-8")
    assert second != first
    write(data, {"assessments/seoul/2026-05-04.yml": run_text()})
    question.write_text(question.read_text("utf-8").replace("Paper 33", "Paper 3"), "utf-8")
    code, said = freeze(data, "--replace")
    assert code == 1 and "seoul" in said
    assert (data / "ceds/1.0/digest.txt").read_text("utf-8") == second


def test_line_ends_do_not_break_the_freezing(tmp_path: Path) -> None:
    data = tree(tmp_path, {"seoul/2026-05-04.yml": run_text()})
    for file in (data / "ceds").rglob("*.yml"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert findings(data, TODAY) == []


def test_a_published_run_is_listed_and_missed(tmp_path: Path) -> None:
    data = tree(tmp_path, {"seoul/2026-05-04.yml": run_text(), "example-a/2026-05-04.yml": run_text()})
    write(data, {"cities/example-a.yml": INVENTED_CITY})
    assert CliRunner().invoke(main, ["addresses", "--data", str(data)]).exit_code == 0
    listed = (data / "published-addresses.txt").read_text("utf-8")
    assert "assessments/seoul/2026-05-04\n" in listed and "example-a" not in listed
    assert findings(data, TODAY) == []
    (data / "assessments/seoul/2026-05-04.yml").unlink()
    assert [each.partition(" ")[0] for each in findings(data, TODAY)] == ["WG305"]


MANY = """\
version: "1.0"
consent: {office: Office of Digital Policy, date: 2026-05-11, scope: all}
departments: [planning, finance, it, vice-mayor]
indicators:
  gm-01: {level: 7}
  gm-02: {level: 2, not_applicable: A task of the province.}
  gm-91: {level: 2}
systems:
  system-01: {existence: 0, use: 3}
  system-1: {existence: 1}
targets: {system-02: soon}
"""


def test_all_mistakes_of_a_run_are_told_at_once_and_none_that_only_follows(tmp_path: Path) -> None:
    found = findings(tree(tmp_path, {"seoul/2026-05-04.yml": MANY}), TODAY)
    assert sorted(each.partition(" ")[0] for each in found) == [
        "WG204",
        "WG204",
        "WG205",
        "WG454",
        "WG454",
        "WG455",
        "WG455",
    ]


def check_of(data: Path, *paths: Path) -> tuple[int, str]:
    arguments = ["check", "--root", str(data.parent), "--data", str(data), *(str(each) for each in paths)]
    result = CliRunner().invoke(main, arguments, env={"SOURCE_DATE_EPOCH": "1795348800"}, catch_exceptions=False)
    return result.exit_code, result.stderr


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A project whose data has no mistake."""
    (tmp_path / "mkdocs.yml").write_text("extra: {languages: [en], publisher: {name: {en: Editors}}}\n", "utf-8")
    return tree(tmp_path, {"seoul/2026-05-04.yml": run_text()})


@pytest.mark.parametrize(
    ("address", "text", "said"),
    [
        ("private/assessments/seoul/2026-06-04.yml", 'version: "1.0"\nindicators: {gm-01: {level: 7}}\n', "WG205"),
        ("private/assessments/seoul/2026-06-04.yml", "version: [\n", "WG104"),
        ("private/assessments/seoul/2026-06-04.yml", 'version: "1.0"\nsystems: {system-01: {use: 3}}\n', "WG455"),
        ("private/assessments/seoul/2026-06-04.yml", 'version: "1.0"\nsystems: {system-1: {existence: 1}}\n', "WG454"),
        ("private/assessments/seoul/2027-06-04.yml", 'version: "1.0"\n', "WG453"),
        ("downloads/answers.yml", 'version: "1.0"\nsystems: {system-01: {existence: 1}}\n', "WG115"),
        ("downloads/answers.yml", 'city: seoul\ndate: 2026\nversion: "1.0"\nsystems: {}\n', "WG207"),
    ],
)
def test_a_run_outside_the_data_is_checked(base: Path, address: str, text: str, said: str) -> None:
    write(base.parent, {address: text})
    whole = re.findall(r"in (\d+) files", check_of(base)[1])
    code, told = check_of(base, base.parent / address)
    assert code == 1
    assert f"{address}:" in told and f"error {said}: " in told and "WG451" not in told
    assert re.findall(r"in (\d+) files", told) == [str(int(whole[0]) + 1)]


def test_a_whole_run_outside_the_data_needs_no_consent_and_may_be_of_a_city_to_come(base: Path) -> None:
    text = run_text(consent=False)
    write(base.parent, {f"private/assessments/{city}/2026-06-04.yml": text for city in ("seoul", "sejong", "ulsa")})
    assert check_of(base, base.parent / "private/assessments/seoul")[0] == 0
    code, told = check_of(base, base.parent / "private")
    assert code == 0
    assert re.findall(r"(\S+): (\w+) (WG\d+)", told) == [
        ("private/assessments/sejong/2026-06-04.yml:1:1", "warning", "WG458"),
        ("private/assessments/ulsa/2026-06-04.yml:1:1", "warning", "WG458"),
    ]
    assert "did you mean ulsan?" in told


@pytest.mark.parametrize("address", ["lamps.yml", "content/en/index.md", "content", "answers.xlsx"])
def test_what_is_not_checked_is_refused(base: Path, address: str) -> None:
    write(base.parent, {"lamps.yml": CITY, "content/en/index.md": "x", "answers.xlsx": b"PK\x03\x04"})
    code, told = check_of(base, base.parent / address)
    assert code == 2
    assert address in told and ("nothing was checked" in told or "wego ceds import" in told)
