"""The roadmap of the assessment page beside that of the pages of runs: the same steps for the same reasons, word for word."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import Page as Window

from generator import checking
from generator.derive.ceds import result
from generator.model.consented import key_of
from generator.pipeline import world_of
from generator.render.context import Page, World
from generator.render.views.ceds_speech import speech
from generator.render.views.run_beginning import beginning
from generator.render.views.run_reasons import reason
from generator.render.views.run_steps import roadmap
from generator.settings import settings
from tests.browser.assess_tools import address, keep, plain
from tests.browser.static_server import Site
from tests.ceds import instrument
from tests.ceds_runs import coded, signs
from tests.conftest import ROOT

LEFT = {
    "44": {"en": "Every system that is a task of this city is integrated", "ko": "이 도시의 사무인 시스템은 모두"},
    "nn": {"en": "No system is a task of this city", "ko": "이 도시의 사무인 시스템이 없어"},
}
"""What is said where no step is left, by the answers on all systems."""
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
    held_up = run.steps[0].phase == "later"
    notice = page.locator("p.wego-notice:has(+ p + ol)")
    assert notice.all_text_contents() == ([beginning(there, words, run).said] if held_up else [])
    lead = page.locator("p.wego-notice + p:has(+ ol)")
    assert lead.all_text_contents() == ([words("roadmap.lowest")] if held_up else [])


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("system", LEFT)
def test_where_no_step_is_left_both_say_so_once(
    page: Window, site: Site, world: World, system: str, language: str
) -> None:
    run = coded(instrument(), *signs(instrument(), level="3", system=system))
    page.goto(address(site, language=language))
    keep(page, plain(run))
    words = speech(Page(world, language, f"{language}/ceds/assess.html"))
    heading = page.get_by_role("heading", name=words("report.roadmap"), exact=True)
    told = heading.locator("xpath=following-sibling::*").all_text_contents()
    shown = replace(world.runs[0], assessment=run, result=result(instrument(), run), steps=())
    block = roadmap(words.page, words, shown)
    assert (told, block.pieces) == ([block.finding], ())
    assert block.finding.startswith(LEFT[system][language])
