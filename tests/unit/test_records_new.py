"""`wego new` starts a record that is complete once its keys are filled in; `wego schema` writes the schemas."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli_records import new, schema, schema_files
from generator.model.kinds import EDITED, KINDS
from generator.records_new import starting_text
from tests.unit.tree import TOPIC, WHOLE, checked, findings, write


def start(data: Path, *arguments: str) -> Result:
    return CliRunner().invoke(new, [*arguments, "--data", str(data)], env={"SOURCE_DATE_EPOCH": "1795348800"})


@pytest.mark.parametrize("kind", [kind.name for kind in EDITED])
def test_a_new_record_lacks_nothing_but_values(tmp_path: Path, kind: str) -> None:
    data = write(tmp_path / "data", {"topics/open-data.yml": TOPIC})
    result = start(data, kind, "my-record")
    path = data / KINDS[kind].data / "my-record.yml"
    assert result.exit_code == 0
    assert result.stdout == f"{path.as_posix()}\n"
    text = path.read_text("utf-8")
    first = text.partition("\n")[0]
    assert first.startswith("# yaml-language-server: $schema=../")
    assert (path.parent / first.partition("=")[2]).resolve() == (data / f"schema/v1/{kind}.json").resolve()
    assert "added: 2026-11-22\n" in text
    assert {each.split()[0] for each in findings(data)} <= {"WG211", "WG217"}


def test_a_new_study_invents_nothing_and_has_a_guide(tmp_path: Path) -> None:
    data = write(tmp_path / "data", WHOLE)
    assert start(data, "study", "my-study").exit_code == 0
    text = (data / "studies/my-study.yml").read_text("utf-8")
    assert "geonames" not in text
    assert text.count("\n# ") > 10
    assert {each.split()[0] for each in findings(data)} == {"WG211", "WG217"}


@pytest.mark.parametrize("kind", [kind.name for kind in EDITED])
def test_a_new_record_offers_every_field(kind: str) -> None:
    text = starting_text(kind, "2026-11-22")
    offered = set(re.findall(r"^(?:# )?([a-z_]+):(?: |$|\[)", text, re.MULTILINE))
    assert offered == set(KINDS[kind].model.model_fields) - {"id", "reviewed", "former_ids", "withdrawn"}


def test_a_new_record_filled_in_is_valid(tmp_path: Path) -> None:
    data = write(tmp_path / "data", WHOLE)
    start(data, "practice", "maps")
    path = data / "practices" / "maps.yml"
    filled = path.read_text("utf-8").replace("  en:\n", "  en: Maps\n").replace("topics: []", "topics: [open-data]")
    path.write_text(filled.replace("sources: []", "sources: [report]"), "utf-8")
    result, found = checked(data)
    assert found == ()
    assert result.practices["maps"].title == {"en": "Maps"}


@pytest.mark.parametrize(
    ("kind", "id", "words"),
    [
        ("citty", "seoul", "did you mean city?"),
        ("city", "São Paulo", "did you mean sao-paulo?"),
        ("city", "index", "cannot be an id"),
        ("city", "../../etc/passwd", "did you mean etc-passwd?"),
        ("city", "seoul", "exists already; nothing was changed"),
        ("city", "a" * 81, "cannot be an id"),
    ],
)
def test_a_record_that_cannot_be_is_not_started(tmp_path: Path, kind: str, id: str, words: str) -> None:
    data = write(tmp_path / "data", WHOLE)
    before = sorted(path for path in tmp_path.rglob("*"))
    result = start(data, kind, id)
    assert result.exit_code == 2
    assert words in result.stderr
    assert sorted(path for path in tmp_path.rglob("*")) == before
    assert (data / "cities/seoul.yml").read_text("utf-8") == WHOLE["cities/seoul.yml"]


def test_without_a_data_folder_nothing_is_made(tmp_path: Path) -> None:
    result = start(tmp_path / "nowhere", "city", "seoul")
    assert result.exit_code == 2
    assert "there is no folder" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_folder_of_a_kind_may_name_it(tmp_path: Path) -> None:
    data = write(tmp_path / "data", WHOLE)
    assert start(data, "cities", "busan").exit_code == 0
    assert (data / "cities/busan.yml").exists()


def test_schemas_are_written_where_editors_look(tmp_path: Path) -> None:
    result = CliRunner().invoke(schema, ["--data", str(tmp_path)])
    assert result.exit_code == 0
    assert {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.json")} == set(schema_files())
