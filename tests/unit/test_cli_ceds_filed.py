"""`wego ceds import` files a workbook under the city it names, and publishes no more than its city allows."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.ceds_files import read_run
from generator.cli_ceds import ceds
from generator.model.assessment import Assessment
from generator.read.city_names import Names
from generator.read.workbook import read_workbook
from generator.read.workbook_filed import Filing
from tests.ceds import instrument
from tests.unit.tree import write
from tests.workbooks import DATE, filled, with_cell

ROOT = Path(__file__).resolve().parent.parent.parent
KNOWN = {"1.0": instrument()}
CITIES = {
    "seoul.yml": "name: {en: Seoul, ko: 서울}\nofficial: {en: Seoul Metropolitan Government, ko: 서울특별시}\n"
    "also: [首爾]\nformer_names: [{name: {en: Hanyang, ko: 한양}}]\nformer_ids: [seoul-city]\n",
    "surrey.yml": "name: {en: Surrey, ko: 서리}\nofficial: {en: City of Surrey}\nalso: [써리]\nformer_ids: [surrey-bc]\n"
    "former_names: {name: {en: Brownsville}}\n",
    "jeju.yml": "name: {en: Jeju City, ko: 제주}\n",
    "jeju-province.yml": "name: {en: Jeju Province, ko: 제주}\n",
    "bogota.yml": "name: {es: Bogotá}\n",
    "broken.yml": "name: [\n",
    "odd.yml": "name: 7\nofficial: [1, {}]\nalso: Gotham West\nformer_names: [x, {name: }]\n",
}
RUN = Assessment.model_validate(
    {
        "city": "surrey",
        "date": DATE,
        "version": "1.0",
        "indicators": {"gm-01": {"level": 3, "evidence": "Order 12"}},
        "note": "For the office alone",
    }
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with the instrument and some cities."""
    for name in ("mkdocs.yml", "theme", "data/ceds"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).symlink_to(ROOT / name)
    write(tmp_path / "data" / "cities", CITIES)
    return tmp_path


def imports(root: Path, data: bytes, *options: str, city: str = "surrey") -> Result:
    (root / "m.xlsx").write_bytes(data)
    arguments = ["import", str(root / "m.xlsx"), "--city", city, "--date", DATE, "--root", str(root), *options]
    return CliRunner().invoke(ceds, arguments, catch_exceptions=False)


def of(city: str) -> bytes:
    return with_cell(filled(RUN), "city", "C5", city)


def nothing_written(root: Path) -> bool:
    return not (root / "private").exists() and not (root / "data" / "assessments").exists()


OTHER = ["Seoul", "SEOUL", " seoul ", "Ｓｅｏｕｌ", "서울", unicodedata.normalize("NFD", "서울특별시"), "首爾"]
OTHER += ["Seoul  Metropolitan government", "Hanyang", "한양", "seoul", "seoul-city"]


@pytest.mark.parametrize("said", OTHER)
def test_a_workbook_of_another_city_is_refused_by_any_of_its_names(root: Path, said: str) -> None:
    done = imports(root, of(said))
    assert (done.exit_code, nothing_written(root)) == (1, True)
    assert "m.xlsx:5:3: error WG710: sheet “The city”, cell C5: expected surrey, found “" in done.stderr
    assert "if the answers are those of seoul, write --city seoul; if those of surrey, write surrey" in done.stderr
    assert ("which is a name of seoul" in done.stderr) == (said.strip() != "seoul")


def test_a_name_without_its_accents_is_known_too(root: Path) -> None:
    assert "which is a name of bogota" in imports(root, of("Bogota")).stderr


def test_no_consent_of_a_workbook_counts_for_another_city(tmp_path: Path) -> None:
    """With the records as they are."""
    (tmp_path / "data").mkdir()
    for name in ("data/ceds", "data/cities"):
        (tmp_path / name).symlink_to(ROOT / name)
    data = of("Seoul")
    for address, said in (("C11", "Seoul Office"), ("C12", "2026-05-01"), ("C13", "Scores only")):
        data = with_cell(data, "city", address, said)
    done = imports(tmp_path, data)
    assert (done.exit_code, nothing_written(tmp_path)) == (1, True)
    assert "expected surrey, found “Seoul”, which is a name of seoul" in done.stderr


@pytest.mark.parametrize(
    "said", ["Surrey", "SURREY", "surrey", "서리", "써리", "city of surrey", "surrey-bc", "Brownsville"]
)
def test_the_right_city_by_any_of_its_names_is_taken_without_a_word(root: Path, said: str) -> None:
    done = imports(root, of(said))
    assert done.exit_code == 0
    assert "WG710" not in done.stderr


def test_a_name_that_two_cities_share_is_right_for_both(root: Path) -> None:
    for city in ("jeju", "jeju-province"):
        done = imports(root, of("제주"), city=city)
        assert (done.exit_code, "WG710" in done.stderr) == (0, False)
    done = imports(root, of("제주"))
    assert done.exit_code == 1
    assert "which is a name of jeju and jeju-province" in done.stderr
    assert "write --city jeju or jeju-province;" in done.stderr


def test_a_name_of_no_known_city_is_taken_with_a_remark(root: Path) -> None:
    done = imports(root, of("Gotham Heights"))
    assert done.exit_code == 0
    assert (root / "private" / "assessments" / "surrey" / f"{DATE}.yml").exists()
    said = "expected surrey or a name of it, under which the run is filed, found “Gotham Heights”, which names no city"
    assert f"m.xlsx:5:3: warning WG710: sheet “The city”, cell C5: {said}" in done.stderr
    assert "check --city" in done.stderr


def test_an_id_of_no_known_city_is_refused_as_any_other_id(root: Path) -> None:
    done = imports(root, of("atlantis"))
    assert (done.exit_code, nothing_written(root)) == (1, True)
    assert "expected surrey, found “atlantis”" in done.stderr


@pytest.mark.parametrize(("said", "code"), [("Broken", 0), ("broken", 0), ("Seoul", 1), ("surrey", 1)])
def test_a_broken_record_keeps_its_id_and_hides_no_other_city(root: Path, said: str, code: int) -> None:
    done = imports(root, of(said), city="broken")
    assert (done.exit_code, "WG710" in done.stderr) == (code, bool(code))


def test_without_records_only_ids_are_compared(root: Path) -> None:
    for each in CITIES:
        (root / "data" / "cities" / each).unlink()
    (root / "data" / "cities").rmdir()
    assert "error WG710" in imports(root, of("seoul")).stderr
    done = imports(root, of("Seoul"))
    assert (done.exit_code, "WG710" in done.stderr) == (0, False)


@pytest.mark.parametrize("said", ["", "surrey"])
def test_no_record_is_read_where_nothing_is_to_be_compared(said: str) -> None:
    def names() -> Names:
        raise AssertionError

    run, found = read_workbook(of(said), "m.xlsx", KNOWN, Filing("surrey", DATE, names=names))
    assert run is not None and found == ()


def allowing(scope: str = "Scores only") -> bytes:
    """A workbook with the consent of its city."""
    data = filled(RUN)
    for address, said in (("C11", "Surrey Office"), ("C12", "2026-05-05"), ("C13", scope)):
        data = with_cell(data, "city", address, said)
    return data


@pytest.mark.parametrize(
    ("options", "there", "given"),
    [
        (
            {"office": "Y", "scope": "evidence"},
            "C11 “Surrey Office” and C13 “Scores only” (scores)",
            "--consent-office “Y” and --consent-scope “evidence”",
        ),
        ({"office": "Surrey Office", "scope": "answers"}, "C13 “Scores only” (scores)", "--consent-scope “answers”"),
        ({"office": "Y", "scope": "scores"}, "C11 “Surrey Office”", "--consent-office “Y”"),
        (
            {"office": "Surrey Office", "scope": "scores", "date": "2026-05-06"},
            "C12 “2026-05-05”",
            "--consent-date “2026-05-06”",
        ),
        ({"date": "2026-05-06"}, "C12 “2026-05-05”", "--consent-date “2026-05-06”"),
    ],
)
def test_options_do_not_change_the_consent_of_the_workbook(
    root: Path, options: dict[str, str], there: str, given: str
) -> None:
    done = imports(root, allowing(), *(part for key in options for part in (f"--consent-{key}", options[key])))
    assert (done.exit_code, nothing_written(root)) == (1, True)
    assert done.stderr.count("error WG712") == 1
    assert f"cell {there[:3]}: expected the consent that the city gives here, {there}, found {given}" in done.stderr
    names = ", ".join(f"--consent-{key}" for key in options)
    assert f"leave out {names}: the consent in the workbook counts" in done.stderr


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--consent-office", "Surrey Office", "--consent-scope", "scores"),
        ("--consent-office", " surrey  office", "--consent-scope", "scores", "--consent-date", "2026-05-05"),
        ("--consent-date", "2026-05-05"),
    ],
)
def test_options_that_repeat_the_consent_of_the_workbook_change_nothing(root: Path, options: tuple[str, ...]) -> None:
    assert imports(root, allowing(), *options).exit_code == 0
    run = read_run(root / "data" / "assessments" / "surrey" / f"{DATE}.yml", KNOWN)
    assert run.consent is not None and run.note is None
    assert run.consent.model_dump(mode="json") == {"office": "Surrey Office", "date": "2026-05-05", "scope": "scores"}


def test_a_consent_is_compared_in_every_language(root: Path) -> None:
    consent = {"office": "디지털정책과", "date": "2026-05-05", "scope": "scores"}
    data = filled(Assessment.model_validate({**RUN.model_dump(mode="json"), "consent": consent}), "ko")
    office = unicodedata.normalize("NFD", "디지털정책과")
    assert imports(root, data, "--consent-office", office, "--consent-scope", "scores").exit_code == 0
    done = imports(root, data, "--consent-office", office, "--consent-scope", "evidence", "--replace")
    assert done.exit_code == 1
    assert "C13 “" in done.stderr and "” (scores), found --consent-scope “evidence”" in done.stderr
