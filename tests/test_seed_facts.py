"""Every section of the 2017 chapter has its page, and each fact listed for it stands there."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator.diagnostics import Report
from generator.pipeline import build
from generator.settings import settings
from tests.conftest import ROOT
from tests.seed_facts import SECTIONS, Fact, facts


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The site of the base in English, without its search index."""
    folder = tmp_path_factory.mktemp("facts")
    chosen = settings(ROOT, site=folder / "site", work=folder / "work", languages=("en",), jobs=1)
    build(replace(chosen, as_of="2026-11-24"), Report(), search="none")
    yield folder / "site"


def words_of(page: Path) -> str:
    """The text of a page's main part, with single blanks."""
    source = page.read_text("utf-8")
    main = source[source.index("<main") : source.index("</main>")]
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", main)))


def test_no_section_is_left_out() -> None:
    assert [section for section in SECTIONS if section not in {each.section for each in facts()}] == []


@pytest.mark.parametrize("fact", facts(), ids=lambda fact: f"{fact.section} {fact.fact}")
def test_the_fact_stands_on_its_page(site: Path, fact: Fact) -> None:
    text = words_of(site / "en" / fact.page).casefold()
    assert [word for word in fact.words if word.casefold() not in text] == []
