"""What the documentation shows is true: examples are valid, messages are what the program says, commands and settings exist."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import main
from generator.model.kinds import EDITED, KINDS
from generator.settings import Extra, Publisher
from tests.messages import LOCALES

ROOT = Path(__file__).parent.parent
LANGUAGES = ("en", "ko")
CONTENT = ROOT / "content"
GUIDES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    LOCALES / "README.md",
    *sorted(CONTENT.glob("*/contribute/*.md")),
    *sorted(CONTENT.glob("*/translation.md")),
]
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MODELINE = re.compile(r"# yaml-language-server: \$schema=(?:\.\./)+schema/v1/(\w+)\.json\n")
_CODE = re.compile(r"`([^`\n]+)`")


def blocks(file: Path, language: str) -> list[str]:
    """The fenced blocks of one language in a Markdown file."""
    return [text for name, text in _FENCE.findall(file.read_text("utf-8")) if name == language]


def records(language: str) -> list[str]:
    """The example records of the documentation."""
    pages = ("records.md", "more-records.md")
    return [each for page in pages for each in blocks(CONTENT / language / "contribute" / page, "yaml")]


def kind_of(example: str) -> str:
    """The kind an example's modeline names."""
    modeline = _MODELINE.match(example)
    assert modeline, f"the first line is not the modeline: {example.partition(chr(10))[0]}"
    return modeline[1]


def commands(text: str) -> set[str]:
    """Every command line a guide shows, in a sentence or in a shell block."""
    shell = [
        line.split("#")[0].strip()
        for name, block in _FENCE.findall(text)
        if name == "sh"
        for line in block.splitlines()
    ]
    spoken = _CODE.findall(_FENCE.sub("", text))
    return {each for each in (*shell, *spoken) if each}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the base, to put examples into."""
    return Path(shutil.copytree(ROOT / "data", tmp_path_factory.mktemp("documented") / "data"))


def said_about(data: Path, *files: Path) -> tuple[int, str]:
    """Exit code and messages of `wego check` on some files of a copy of the base."""
    done = CliRunner().invoke(main, ["check", "--root", str(ROOT), "--data", str(data), *map(str, files)])
    return done.exit_code, done.output.replace(f"{data.parent.as_posix()}/", "")


def test_each_kind_has_one_example() -> None:
    assert [kind_of(example) for example in records("en")] == [kind.name for kind in EDITED]


def test_examples_are_the_same_in_all_languages() -> None:
    for language in LANGUAGES[1:]:
        assert records(language) == records("en")


@pytest.mark.parametrize("kind", [kind.name for kind in EDITED])
def test_an_example_is_valid_among_the_real_records(kind: str, data: Path) -> None:
    example = next(each for each in records("en") if kind_of(each) == kind)
    file = data / KINDS[kind].data / "documented-record.yml"
    file.write_text(example, "utf-8")
    try:
        assert said_about(data, file)[0] == 0, said_about(data, file)[1]
    finally:
        file.unlink()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_messages_shown_are_what_the_check_says(language: str, data: Path) -> None:
    page = CONTENT / language / "contribute/mistakes.md"
    (wrong,), (shown,) = blocks(page, "yaml"), blocks(page, "text")
    file = data / "cities/suva.yml"
    before = file.read_bytes()
    file.write_text(wrong, "utf-8")
    try:
        code, said = said_about(data, file)
    finally:
        file.write_bytes(before)
    assert code == 1
    *messages, count = said.splitlines()
    assert messages == shown.splitlines()
    assert count.startswith("2 errors")


def test_the_readme_shows_the_beginning_of_these_messages() -> None:
    (shown,) = blocks(ROOT / "README.md", "text")
    assert blocks(CONTENT / "en/contribute/mistakes.md", "text")[0].startswith(shown)


def test_the_record_in_the_readme_is_a_valid_practice(data: Path) -> None:
    (example,) = blocks(ROOT / "README.md", "yaml")
    file = data / KINDS[kind_of(example)].data / "shown-in-readme.yml"
    file.write_text(example, "utf-8")
    try:
        assert said_about(data, file)[0] == 0, said_about(data, file)[1]
    finally:
        file.unlink()


@pytest.mark.parametrize("guide", GUIDES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_commands_named_in_the_guides_exist(guide: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for command in commands(guide.read_text("utf-8")):
        program, *words = shlex.split(command)
        if program == "wego" and words:
            assert words[0] in main.commands, command
            options = {option for each in main.commands[words[0]].params for option in each.opts}
            assert {word for word in words if word.startswith("--")} <= options, command
        if program == "make":
            assert {word for word in words if "=" not in word} <= targets, command


def test_the_guides_name_the_commands_everyone_needs() -> None:
    readme = commands((ROOT / "README.md").read_text("utf-8"))
    assert {"make site", "make test", "make serve"} <= readme
    assert {f"wego {name}" for name in ("build", "serve", "check")} <= readme


def test_rules_named_in_the_guides_are_explained() -> None:
    for code in {code for guide in GUIDES for code in re.findall(r"\bWG\d{3}\b", guide.read_text("utf-8"))}:
        assert CliRunner().invoke(main, ["explain", code]).exit_code == 0, code


def test_the_settings_in_contributing_are_valid_and_complete() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    (example,) = blocks(ROOT / "CONTRIBUTING.md", "yaml")
    extra = yaml.safe_load(example)["extra"]
    Extra.model_validate(extra)
    keys = {name for name in extra if name != "publisher"} | {f"publisher.{name}" for name in Publisher.model_fields}
    assert keys == set(re.findall(r"^\| `([a-z_.]+)` \|", text.partition("\n## Settings\n")[2], re.MULTILINE))


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_links_between_files_of_the_repository_lead_somewhere(name: str) -> None:
    links = re.findall(r"(?<!!)\[[^\]]+\]\(([^)#:]+)(?:#[^)]*)?\)", (ROOT / name).read_text("utf-8"))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_prose_stands_at_the_same_paths_in_all_languages() -> None:
    paths = {
        language: {file.relative_to(CONTENT / language) for file in (CONTENT / language).rglob("*.md")}
        for language in LANGUAGES
    }
    assert paths["ko"] == paths["en"]


@pytest.mark.parametrize("file", sorted(CONTENT.rglob("*.md")), ids=lambda file: file.relative_to(CONTENT).as_posix())
def test_every_prose_page_has_a_title_and_a_short_description(file: Path) -> None:
    matter = yaml.safe_load(file.read_text("utf-8").split("---\n")[1])
    assert matter["title"]
    assert 20 <= len(matter["description"]) <= 160


def test_anchors_are_the_same_in_all_languages() -> None:
    for page in sorted((CONTENT / "en").rglob("*.md")):
        twin = CONTENT / "ko" / page.relative_to(CONTENT / "en")
        anchors = [
            re.findall(r"^#+ .*\{ ?(#[\w-]+) ?\}$", each.read_text("utf-8"), re.MULTILINE) for each in (page, twin)
        ]
        assert anchors[0] == anchors[1], page.name


def test_the_changelog_has_a_place_for_what_is_new() -> None:
    headings = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert headings[0] == "Unreleased"
