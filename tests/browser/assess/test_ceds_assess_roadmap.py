"""The roadmap of the assessment page beside that of the pages of runs: the same steps for the same reasons, word for word."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page as Window

from generator import checking
from generator.model.consented import key_of
from generator.pipeline import world_of
from generator.render.context import Page, World
from generator.render.views.ceds_speech import speech
from generator.render.views.run_beginning import finding
from generator.render.views.run_reasons import reason
from generator.settings import settings
from tests.browser.assess_tools import address, keep, plain
from tests.browser.static_server import Site
from tests.conftest import ROOT

RUNS = ("example-harbour/2024-11-18", "example-harbour/2026-10-12", "example-river/2024-12-02")
"""Between them: questions left open, dimensions below 40 or not known, systems city-wide, not planned, waiting, beyond the seven."""


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    chosen = settings(ROOT, work=tmp_path_factory.mktemp("roadmap"), languages=("en", "ko"))
    return world_of(chosen, checking.check(chosen).catalog)


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("id", RUNS)
def test_both_tell_the_same_reasons(page: Window, site: Site, world: World, id: str, language: str) -> None:
    (run,) = (each for each in world.runs if key_of(each.assessment) == id)
    page.goto(address(site, language=language))
    keep(page, plain(run.assessment))
    told = page.eval_on_selector_all(
        "li[data-system]", "all => all.map(each => [each.dataset.system, each.querySelector('p').textContent])"
    )
    there = Page(world, language, f"{language}/ceds/assess.html")
    words = speech(there)
    assert told == [[each.system, reason(words, run, each)] for each in run.steps]
    notice = page.locator("p.wego-notice + ol").locator("xpath=preceding-sibling::p[1]")
    assert notice.all_text_contents() == ([finding(there, words, run)] if run.steps[0].phase == "later" else [])
