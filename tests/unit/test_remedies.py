"""How much the base knows for each system: counted by hand on a small tree, printed, as CSV, and said in the list of systems."""

from __future__ import annotations

import csv
import io
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.diagnostics import Report
from generator.pipeline import build
from generator.settings import settings
from tests.ceds_tree import system, write_instrument
from tests.conftest import ROOT, SMALL
from tests.unit.tree import BODY, CITY, PROGRAMME, write

PRACTICE = (
    "title: {{en: {title}}}\ncities: [seoul]\nsummary: {{en: What was done.}}\ntopics: [open-data]\nsources: [report]\n"
    "added: 2026-11-22\n{more}"
)
MODULE = (
    "name: {en: Module}\nenvironment: runtime\ncategory: foundation\nsummary: {en: A part.}\nform: component\n"
    "address: https://example.org/part\nlicence: Apache-2.0\nsources: [report]\n"
    "added: 2026-11-22\n"
)
GONE = "withdrawn: {when: 2026-11-23, reason: {en: Asked for.}}\n"
KIT = "pitfalls: [{en: Text}, {en: Text}]"


def kit(number: int, links: str, more: str = "") -> str:
    """The file of a system with links in its kit."""
    text = system(number)
    assert KIT in text
    return text.replace(KIT, f"{KIT}, {links}") + more


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Three systems the base knows something of, 52 of which it knows nothing."""
    folder = write_instrument(tmp_path / "data", frozen=False)
    return write(
        folder,
        {
            "cities/seoul.yml": CITY,
            "bodies/network.yml": BODY,
            "programmes/course.yml": PROGRAMME,
            "modules/part.yml": MODULE,
            "modules/old-part.yml": MODULE + GONE,
            "practices/one.yml": PRACTICE.format(title="One", more=""),
            "practices/two.yml": PRACTICE.format(title="Two", more=""),
            "practices/gone.yml": PRACTICE.format(title="Gone", more=GONE),
            # its example stands in the kit too: one practice, and one more; the withdrawn one does not count
            "ceds/1.0/systems/system-01.yml": kit(1, "practices: [one, two, gone]", "example: one\n"),
            # its example alone; one module of two still stands; a course; two questions of a study
            "ceds/1.0/systems/system-02.yml": kit(
                2,
                "modules: [part, old-part], programmes: [course], study_themes: [{en: Who?}, {en: Why?}]",
                "example: two\n",
            ),
            "ceds/1.0/systems/system-03.yml": kit(3, "modules: [part]").replace(
                "name: {en: System 3}", 'name: {en: "=HYPERLINK(1)", ko: "=링크"}'
            ),
        },
    )


def wego(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["ceds", "remedies", "--root", str(ROOT), *map(str, arguments)])


def rows(done: Result) -> dict[str, list[str]]:
    """Lines of the CSV by id, or by name where a line is no system."""
    assert done.exit_code == 0, done.output
    lines = list(csv.reader(io.StringIO(done.output.removeprefix("\ufeff"))))
    return {line[1] or line[2]: line for line in lines}


def test_practices_modules_programmes_and_themes_are_counted(data: Path) -> None:
    found = rows(wego("--data", data, "--format", "csv"))
    assert found["System"] == ["Area", "System", "Name", "Practices", "eGovFrame modules", "Programmes", "Study themes"]
    assert found["system-01"][3:] == ["2", "0", "0", "0"]
    assert found["system-02"][3:] == ["1", "1", "1", "2"]
    assert found["system-03"][3:] == ["0", "1", "0", "0"]
    assert found["system-55"][3:] == ["0", "0", "0", "0"]
    assert found["Total of 55 systems"][3:] == ["3", "2", "1", "2"]
    assert found["Systems without any"][3:] == ["53", "53", "54", "54"]


def test_systems_stand_by_area_and_the_last_lines_are_the_sums(data: Path) -> None:
    lines = wego("--data", data).output.splitlines()
    areas = [line.split()[0] for line in lines[1:-2]]
    assert areas == sorted(areas, key=["e-admin", "e-life", "e-industry", "e-infra"].index) and len(areas) == 55
    assert lines[-2].split() == ["Total", "of", "55", "systems", "3", "2", "1", "2"]
    assert lines[-1].split() == ["Systems", "without", "any", "53", "53", "54", "54"]
    assert len({len(line) for line in lines}) == 1


def test_no_cell_is_a_formula(data: Path) -> None:
    assert rows(wego("--data", data, "--format", "csv"))["system-03"][2] == "'=HYPERLINK(1)"


def test_names_and_headings_in_another_language(data: Path) -> None:
    found = rows(wego("--data", data, "--format", "csv", "--lang", "ko"))
    assert found["system-03"][2] == "'=링크"
    assert found["하나도 없는 시스템"][3:] == ["53", "53", "54", "54"]


def test_wrong_use_and_wrong_data_are_told(data: Path, tmp_path: Path) -> None:
    assert wego("--data", data, "--lang", "tlh").exit_code == 2
    (tmp_path / "empty").mkdir()
    nothing = wego("--data", tmp_path / "empty")
    assert (nothing.exit_code, "there are no systems" in nothing.output) == (2, True)
    write(data, {"practices/three.yml": "title: {en: Three}\n"})
    wrong = wego("--data", data)
    assert wrong.exit_code == 1 and "practices/three.yml" in wrong.output


def test_the_list_says_for_each_system_what_is_known_and_for_how_many_nothing(data: Path, tmp_path: Path) -> None:
    content, site, work = tmp_path / "content", tmp_path / "site", tmp_path / "work"
    shutil.copytree(SMALL / "content", content)
    chosen = settings(ROOT, data=data, content=content, site=site, work=work, languages=("en", "ko"), jobs=1)
    build(replace(chosen, as_of="2026-11-23"), Report(), search="none")
    page = (site / "en/ceds/systems/index.html").read_text("utf-8")
    meta = dict(re.findall(r'<a href="(system-\d+)\.html">[^<]*</a> <span>([^<]*)</span>', page))
    assert meta["system-01"] == "2 practices"
    assert meta["system-02"] == "1 practice · 1 module · 1 programme"
    assert meta["system-03"] == "no practice known · 1 module"
    assert meta["system-55"] == "no practice, module or training known"
    assert (
        "No practice is known for 53 of them, no module for 53, no training for 54. None of the three is known for 52."
        in page
    )
