"""Settings: what the site is called, which languages it has, where things lie. Read once, validated, passed down.

In: `mkdocs.yml` (`extra:`), command line options, the environment. Out: frozen `Settings`. Not here: defaults of single stages.
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, Final

import yaml
from pydantic import AfterValidator, ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Diagnostic, Span
from generator.model.base import TEXT_LANGUAGES, Line, Part, Text
from generator.model.links import Url

PSEUDO_LANGUAGES: Final = ("en-XA", "ar-XB")
"""Test languages by the convention of ICU: accented left-to-right, and right-to-left. Their strings are made from the English ones."""


def _languages(value: tuple[str, ...]) -> tuple[str, ...]:
    unknown = [each for each in value if each not in (*TEXT_LANGUAGES, *PSEUDO_LANGUAGES)]
    if unknown or not value or len(set(value)) != len(value):
        raise ValueError(
            f"{', '.join(unknown or value) or 'nothing'}; it must be a list of different codes out of {', '.join(TEXT_LANGUAGES)}"
        )
    return value


class Publisher(Part):
    """Who answers for this edition. `independent`: not the organisation the base is about."""

    name: Text
    independent: bool = True
    contact: Line | None = None


class Extra(Part):
    """The block `extra:` of mkdocs.yml, as far as it is ours."""

    languages: Annotated[tuple[str, ...], AfterValidator(_languages)]
    default_language: str = "en"
    site_url: Url | None = None
    repo_url: Url | None = None
    edit_branch: Line = "main"
    publisher: Publisher
    alternate: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a build needs to know besides the data."""

    root: Path
    data: Path
    content: Path
    site: Path
    work: Path
    languages: tuple[str, ...]
    default_language: str
    site_url: str | None
    repo_url: str | None
    edit_branch: str
    publisher: Publisher
    jobs: int
    strict: bool
    as_of: str
    """`YYYY-MM-DD`, or empty when only the data can tell."""

    @property
    def shown_data(self) -> str:
        """How the data folder is called in messages: relative to the project where it lies inside."""
        return (
            self.data.relative_to(self.root).as_posix() if self.data.is_relative_to(self.root) else self.data.as_posix()
        )


class SettingsError(Exception):
    """mkdocs.yml does not hold what is needed; carries one diagnostic."""

    def __init__(self, message: str, fix: str, line: int = 1) -> None:
        super().__init__(message)
        self.diagnostic = Diagnostic("WG502", Span("mkdocs.yml", line), message, fix)


def settings(
    root: Path,
    *,
    data: Path | None = None,
    content: Path | None = None,
    site: Path | None = None,
    work: Path | None = None,
    languages: tuple[str, ...] = (),
    jobs: int | None = None,
    strict: bool = False,
) -> Settings:
    """Settings of the project at `root`; raises `SettingsError`."""
    extra = _extra(root / "mkdocs.yml")
    chosen = languages or extra.languages
    if extra.default_language not in chosen and not languages:
        raise SettingsError(
            f"default_language {extra.default_language} is not among languages", "add it, or choose one of them"
        )
    return Settings(
        root=root,
        data=(data or root / "data").resolve(),
        content=(content or root / "content").resolve(),
        site=(site or root / "site").absolute(),
        work=(work or root / ".cache").absolute(),
        languages=chosen,
        default_language=extra.default_language,
        site_url=extra.site_url.rstrip("/") + "/" if extra.site_url else None,
        repo_url=extra.repo_url.rstrip("/") if extra.repo_url else None,
        edit_branch=extra.edit_branch,
        publisher=extra.publisher,
        jobs=jobs or os.cpu_count() or 1,
        strict=strict,
        as_of=as_of(root),
    )


def _extra(path: Path) -> Extra:
    try:
        text = path.read_text("utf-8")
        config = yaml.safe_load(text)
    except OSError:
        raise SettingsError(
            "there is no mkdocs.yml here", "start wego in the folder of the project, or name it with --root"
        ) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SettingsError(f"mkdocs.yml cannot be read: {error}", "correct the line named") from None
    extra = config.get("extra") if isinstance(config, dict) else None
    if not isinstance(extra, dict):
        raise SettingsError("mkdocs.yml has no block extra:", "see “Settings” in CONTRIBUTING.md")
    try:
        return Extra.model_validate(extra)
    except ValidationError as error:
        raise _told(error.errors(include_url=False)[0], text) from None


def _told(error: ErrorDetails, text: str) -> SettingsError:
    """One finding of the model in plain words, at the line of its key."""
    keys = [str(step) for step in error["loc"]]
    said = {"extra_forbidden": "is not a setting", "missing": "is missing"}.get(error["type"])
    message = f"extra.{'.'.join(keys)} {said or 'does not fit: ' + error['msg'].removeprefix('Value error, ')}"
    numbers = [number for number, line in enumerate(text.splitlines(), 1) if line.strip().startswith(f"{keys[-1]}:")]
    return SettingsError(message, "see “Settings” in CONTRIBUTING.md", numbers[-1] if numbers else 1)


def as_of(root: Path) -> str:
    """The date of the build: SOURCE_DATE_EPOCH, else the date of the last commit, else empty. There is no clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch.isdigit():
        try:
            epoch = subprocess.run(
                ["git", "log", "-1", "--format=%ct"], cwd=root, capture_output=True, text=True, timeout=10, check=False
            ).stdout.strip()
        except OSError:
            return ""
    return datetime.fromtimestamp(int(epoch), UTC).date().isoformat() if epoch.isdigit() else ""
