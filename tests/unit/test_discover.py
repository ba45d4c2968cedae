"""Which files are records, and what is said of the others; with the oddest names a disk can hold."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.read.discover import record_files
from generator.read.sources import sources
from tests.unit.tree import SOURCE, TOPIC, WHOLE, findings, write


def test_records_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    data = write(tmp_path / "data", {**WHOLE, "topics/b.yml": TOPIC, "topics/a-1.yml": TOPIC, "topics/a.yml": TOPIC})
    found = record_files(data)
    assert [file.name for file in found.files] == [
        "data/bodies/network.yml",
        "data/cities/seoul.yml",
        "data/programmes/course.yml",
        "data/sources/report.yml",
        "data/topics/a-1.yml",
        "data/topics/a.yml",
        "data/topics/b.yml",
        "data/topics/open-data.yml",
    ]
    assert (found.found, found.refused) == ((), ())
    assert {(file.kind, file.id) for file in found.files} >= {("city", "seoul"), ("topic", "a-1")}


def test_hidden_files_and_the_schemas_are_passed_over(tmp_path: Path) -> None:
    extra = {
        ".DS_Store": "",
        "topics/.open-data.yml.swp": "",
        "schema/v1/topic.json": "{}",
        "published-addresses.txt": "",
    }
    assert findings(write(tmp_path / "data", {**WHOLE, **extra})) == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("topics/open data.yml", "WG115"),
        ("topics/-x.yml", "WG115"),
        ("topics/x--y.yml", "WG115"),
        ("topics/x.y.yml", "WG115"),
        ("topics/.yml.yml", None),
        ("topics/seoul\n.yml", "WG115"),
        ("topics/\u202egnp.yml", "WG115"),
        ("topics/" + "a" * 81 + ".yml", "WG115"),
        ("topics/x.yml.bak", "WG114"),
        ("topics/x.yml~", "WG114"),
        ("topics/notes.txt", "WG114"),
        ("README.md", "WG114"),
        ("cities", "WG114"),
        ("assessment/x.yml", "WG114"),
        ("topics/index.yml", "WG117"),
        ("topics/index-10.yml", "WG117"),
        ("topics/indexes.yml", None),
        ("topics/lpt1.yml", "WG117"),
    ],
)
def test_only_records_lie_in_the_data_folder(tmp_path: Path, name: str, code: str | None) -> None:
    data = write(tmp_path / "data", {"sources/report.yml": SOURCE, name: TOPIC})
    assert {each.partition(" ")[0] for each in findings(data)} == ({code} if code else set())


def test_a_name_that_is_no_text_is_told_and_breaks_nothing(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("extra: {languages: [en], publisher: {name: {en: Editors}}}\n", "utf-8")
    data = write(tmp_path / "data", WHOLE)
    for name in (b"\xff\xfe.yml", b"a\nb.yml", b"\x1b[2J.yml", b"\xb0\xb0.txt"):
        with open(os.path.join(os.fsencode(data / "topics"), name), "wb") as stream:
            stream.write(TOPIC.encode())
    for form in ("text", "json", "github", "sarif"):
        result = CliRunner().invoke(main, ["check", "--root", str(tmp_path), "--format", form], catch_exceptions=False)
        assert result.exit_code == 1
        assert "\x1b" not in result.output


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_told(tmp_path: Path) -> None:
    data = write(tmp_path / "data", {**WHOLE, "topics/closed.yml": TOPIC, "terms/x.yml": TOPIC})
    (data / "topics/closed.yml").chmod(0)
    (data / "terms").chmod(0)
    try:
        assert findings(data) == ["WG118 terms:1:1", "WG118 topics/closed.yml:1:1"]
    finally:
        (data / "terms").chmod(0o755)


def test_a_file_that_vanishes_while_it_is_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = write(tmp_path / "data", WHOLE)
    opened = Path.open

    def vanished(self: Path, *arguments: Any) -> Any:
        if self.name == "seoul.yml":
            raise FileNotFoundError(2, "gone")
        return opened(self, *arguments)

    monkeypatch.setattr(Path, "open", vanished)
    read, found = sources(data, None)
    assert [(each.code, each.span.file) for each in found] == [("WG118", "data/cities/seoul.yml")]
    assert [source.file.id for source in read if source.broken] == ["seoul"]


def test_parsed_files_come_from_the_cache_and_mistakes_never_do(tmp_path: Path) -> None:
    data = write(tmp_path / "data", {**WHOLE, "topics/broken.yml": "name: ["})
    cache = tmp_path / "cache"
    first, second = sources(data, cache), sources(data, cache)
    assert first == second
    assert [each.code for each in second[1]] == ["WG104"]
    cache.write_bytes(b"damaged")
    assert sources(data, cache) == first
