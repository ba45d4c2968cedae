"""What tests of several folders share: the small site, built once for each worker."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.diagnostics import Report
from generator.pipeline import build
from generator.settings import settings
from tests.sites.many import add_many

ROOT = Path(__file__).parent.parent
SMALL = ROOT / "tests" / "sites" / "small"
LANGUAGES = ("en", "ko", "en-XA", "ar-XB")
"""English, Korean, and the pseudo-languages: accented from left to right, and from right to left."""


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole site with all kinds of pages in four languages; built from tests/sites/small and a few dozen records more."""
    folder = tmp_path_factory.mktemp("small")
    shutil.copytree(SMALL / "data", folder / "data")
    add_many(folder / "data")
    chosen = settings(
        ROOT,
        data=folder / "data",
        content=SMALL / "content",
        site=folder / "site",
        work=folder / "work",
        languages=LANGUAGES,
        jobs=1,
    )
    build(replace(chosen, as_of="2026-11-22", repo_url="https://example.org/repo"), Report())
    return folder / "site"
