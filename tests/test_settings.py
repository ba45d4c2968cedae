"""Settings: what mkdocs.yml may say, and what is told when it says something else."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.settings import SettingsError, as_of, settings

ROOT = Path(__file__).parent.parent


def project(folder: Path, old: str = "", new: str = "") -> Path:
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert old in text
    (folder / "mkdocs.yml").write_text(text.replace(old, new, 1), "utf-8")
    for name in ("data", "content"):
        (folder / name).mkdir(exist_ok=True)
    return folder


def test_the_projects_own_settings_hold() -> None:
    chosen = settings(ROOT)
    assert chosen.languages == ("en", "ko") and chosen.publisher.independent


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("languages: [en, ko]", "languages: [en, klingon]", "klingon"),
        ("languages: [en, ko]", "languages: []", "languages"),
        ("default_language: en", "default_language: fr", "default_language fr is not among languages"),
        ("default_language: en", "defualt_language: en", "extra.defualt_language is not a setting"),
        ("default_language: en", "default_language: en\n  site_url: javascript:alert(1)", "site_url"),
        ("  publisher:", "  publishers:", "publisher"),
    ],
)
def test_what_does_not_fit_is_told_in_plain_words(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(SettingsError) as caught:
        settings(project(tmp_path, old, new))
    message = caught.value.diagnostic.message
    assert said in message
    assert "Value error" not in message and "pydantic" not in message
    assert caught.value.diagnostic.span.line >= 1


def test_no_project_here_is_wrong_usage(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "generator", "check", "--root", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2 and "no mkdocs.yml" in done.stderr and "Traceback" not in done.stderr


def test_the_date_comes_from_the_environment_then_the_commit_then_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1400000000")
    assert as_of(tmp_path) == "2014-05-13"
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert as_of(tmp_path) == ""
    if shutil.which("git"):
        subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
        date = {"GIT_AUTHOR_DATE": "2020-02-29T12:00:00Z", "GIT_COMMITTER_DATE": "2020-02-29T12:00:00Z"}
        for name, value in date.items():
            monkeypatch.setenv(name, value)
        subprocess.run(
            ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-q", "--allow-empty", "-m", "x"],
            cwd=tmp_path,
            check=True,
        )
        assert as_of(tmp_path) == "2020-02-29"
