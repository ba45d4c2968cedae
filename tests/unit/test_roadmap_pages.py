"""The whole roadmap of every run shown, built from the real instrument: order, reasons, remedies, weight, addresses."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Report
from generator.pipeline import build
from generator.settings import settings
from tests.ceds_weight import too_heavy
from tests.conftest import ROOT

NUMBERS = ("", "-2", "-3")
HIDDEN = ("example-lake/2025-10-06", "example-river/2025-06-16")
"""A run whose city agreed to scores alone, and one taken back."""
RUNS = sorted(
    run
    for file in (ROOT / "data/assessments").glob("*/*.yml")
    if (run := f"{file.parent.name}/{file.stem}") not in HIDDEN
)
FULLY_HELD_UP = "example-harbour/2024-11-18"
"""A run that nothing can begin with."""
Shown = list[tuple[int, str, str, str]]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Report]:
    folder, report = tmp_path_factory.mktemp("roadmaps"), Report()
    build(
        settings(ROOT, languages=("en", "ko"), site=folder / "site", work=folder / "work", jobs=2),
        report,
        search="none",
    )
    return folder / "site", report


@pytest.fixture
def site(built: tuple[Path, Report]) -> Path:
    return built[0]


def html(site: Path, address: str, language: str = "en") -> str:
    return (site / language / "ceds" / f"{address}.html").read_text("utf-8")


def steps_of(site: Path, run: str) -> list[dict[str, Any]]:
    """The roadmap as the data of the run has it."""
    data = json.loads((site / f"api/v1/assessments/{run}.json").read_text("utf-8"))
    found: list[dict[str, Any]] = data["items"][0]["result"]["roadmap"]
    return found


def shown(site: Path, run: str, language: str = "en") -> Shown:
    """Number, system, reason and remedies of the steps on all pages of a roadmap."""
    found: Shown = []
    for number in NUMBERS:
        for part in re.findall(r'<ol class="wego-steps".*?</ol>', html(site, f"{run}-roadmap{number}", language), re.S):
            start = re.match(r'<ol class="wego-steps" start="(\d+)"', part)
            steps = re.findall(
                r'<li><a href="\.\./systems/([\w-]+)\.html">[^<]+</a> ([^<]+)(.*?)(?=<li>|</ol>)', part, re.S
            )
            found += [(at, *step) for at, step in enumerate(steps, int(start[1]) if start else 1)]
    return found


def test_results_with_the_real_guides_keep_to_their_weight(built: tuple[Path, Report]) -> None:
    site, report = built
    pages = [*site.glob("*/ceds/*/20*.html")]
    assert len(pages) == 2 * (1 + len(NUMBERS)) * (len(RUNS) + len(HIDDEN))
    assert too_heavy(pages) == {}
    assert [each.message for each in report.ordered() if "bytes of HTML" in each.message] == []


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("run", RUNS)
def test_every_step_stands_in_its_order_with_its_number(site: Path, run: str, language: str) -> None:
    expected = [(at, each["system"]) for at, each in enumerate(steps_of(site, run), 1)]
    assert len(expected) > 20 and [each[:2] for each in shown(site, run, language)] == expected


@pytest.mark.parametrize("run", RUNS)
def test_the_reason_of_every_step_says_what_its_numbers_say(site: Path, run: str) -> None:
    names = {each["id"]: each["name"]["en"] for each in records(site, "ceds/systems")}
    for (_, system, reason, _), step in zip(shown(site, run), steps_of(site, run), strict=True):
        missing = f"{step['gap']['value']:.1f} points"
        assert ("up to " + missing if step["unknown"] else missing) in reason
        assert ("Needed first:" in reason) == bool(step["blocked_by"])
        assert all(names[each] in reason for each in step["blocked_by"]), system
        weak = re.search("Below 40 points:|Not known to reach 40", reason)
        assert bool(weak) == bool(step["weak_dimensions"])
        free = not step["blocked_by"] and not step["weak_dimensions"]
        assert ("All it needs is in place" in reason) == free
        assert ("seven others come first" in reason) == (free and step["phase"] != "now")


def records(site: Path, kind: str) -> list[dict[str, Any]]:
    """All records of a kind."""
    found: list[dict[str, Any]] = json.loads((site / f"api/v1/{kind}.json").read_text("utf-8"))["items"]
    return found


def test_what_the_city_does_not_plan_is_said_to_be_so(site: Path) -> None:
    said = 0
    for run in RUNS:
        given = json.loads((site / f"api/v1/assessments/{run}.json").read_text("utf-8"))["items"][0]
        targets = given.get("targets") or {}
        for _, system, reason, _ in shown(site, run):
            assert ("say: not planned" in reason) == (targets.get(system) == "none")
            said += "say: not planned" in reason
    assert said > 0


def test_every_step_holds_what_the_guide_of_its_system_knows(site: Path) -> None:
    kits = {each["id"]: each["kit"] for each in records(site, "ceds/systems")}
    for run in RUNS:
        for _, system, reason, remedies in shown(site, run):
            kit = kits[system]
            for kind, folder, most in (
                ("practices", "practices", 3),
                ("modules", "modules", 3),
                ("programmes", "programmes", 2),
            ):
                known = kit.get(kind) or []
                linked = re.findall(rf'href="\.\./\.\./{folder}/([\w-]+)\.html"', remedies)
                assert len(linked) >= min(len(known), most), (run, system, kind)
                assert kind == "practices" or set(linked) <= set(known)
            assert "<dt>" in remedies or "The base knows no practice" in reason


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_pages_of_a_roadmap_lead_to_each_other_and_to_the_run(site: Path, language: str) -> None:
    run = "example-river/2024-12-02"
    assert 'href="2024-12-02-roadmap.html"' in html(site, run, language)
    first, second = html(site, f"{run}-roadmap", language), html(site, f"{run}-roadmap-2", language)
    assert 'href="2024-12-02.html"' in first and 'href="2024-12-02-roadmap-3.html">' in first
    assert 'content="noindex"' in first and "invented" in html(site, f"{run}-roadmap").lower()
    assert '<a href="2024-12-02-roadmap-2.html" aria-current="page">' in second
    assert {"en": "Next, continued</h2>", "ko": "다음(계속)</h2>"}[language] in second


def test_where_nothing_can_begin_the_roadmap_says_what_must_rise(site: Path) -> None:
    assert {each["phase"] for each in steps_of(site, FULLY_HELD_UP)} == {"later"}
    first, second = (html(site, f"{FULLY_HELD_UP}-roadmap{each}") for each in NUMBERS[:2])
    assert re.search(r"Nothing can begin yet.*<p>The lowest answers there:</p>\s*<ul.*Level 0:", first, re.S)
    run = html(site, FULLY_HELD_UP)
    assert re.search(
        r"<p>The lowest answers there:</p>\s*<ul", run
    )  # the list follows its line, before the way to the whole
    assert "Nothing can begin yet" not in second


@pytest.mark.parametrize("run", HIDDEN)
def test_where_no_step_may_be_shown_the_addresses_of_the_roadmap_lead_to_the_run(site: Path, run: str) -> None:
    for number in NUMBERS:
        page = html(site, f"{run}-roadmap{number}")
        assert f"url={run.partition('/')[2]}.html" in page and "wego-steps" not in page and "/systems/" not in page
    assert "-roadmap" not in html(site, run)
