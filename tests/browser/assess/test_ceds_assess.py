"""The assessment page: scores equal to the build's, a form for the keyboard, answers kept and deleted, files, and no request."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from generator.ceds_files import handed_on
from generator.model.assessment import Assessment
from generator.read.yaml_source import load
from tests.browser.assess_tools import SIGNS, address, keep, kept, plain, saved
from tests.browser.ceds_page import REPOSITORY
from tests.browser.static_server import Site
from tests.browser.test_access import ALL_BUT_COLOURS, COLOURS, OPTIONS, violations
from tests.ceds import instrument
from tests.ceds_runs import coded
from tests.conftest import ROOT

GOLDEN = ROOT / "tests" / "golden" / "ceds.json"
FIRST_LOAD = 250 * 1024
PARTS = ["about", "governance-mechanism", "e-infra", "results"]
COMPUTE = """(given) => {
  const [golden, runs] = JSON.parse(given);
  const { dom, score, roadmap, fraction } = window.wegoCeds;
  const asked = dom.block("wego-ceds-instrument");
  const text = (value) => (value === null ? null : fraction.text(value));
  const figures = (r) => [r.overall, r.maturity, r.internal, r.external, ...Object.values(r.dimensions), r.systems, ...Object.values(r.areas)];
  const worth = (s) => (s.not_applicable ? null : s.value === null ? [text(s.low), text(s.high)] : text(s.value));
  const place = (id) => golden.systems.indexOf(id);
  const step = (s) => [place(s.system), s.phase, text(s.gap), text(s.priority), s.blocked_by.map(place),
    s.weak_dimensions.map((id) => golden.dimensions.indexOf(id)), Number(s.unknown)];
  const cases = runs.map((run) => {
    const r = score.result(asked, run);
    return {
      stage: [r.stage, r.stage_high],
      figures: figures(r).map((s) => [text(s.value), text(s.low), text(s.high), s.answered, s.asked, s.not_applicable, s.reason]),
      worth: Object.values(r.systems_by_id).map(worth),
      roadmap: roadmap.roadmap(asked, run, r).map(step),
    };
  });
  const changes = golden.changes.map(([before, after]) => {
    const moved = score.change(asked, runs[before], runs[after]);
    return [before, after, golden.figures.map((name) => text(moved[name]))];
  });
  return JSON.stringify({ cases, changes });
}"""


# Scores.


def test_every_golden_case_comes_out_as_in_the_build(page: Page) -> None:
    golden = json.loads(GOLDEN.read_text("utf-8"))
    asked = instrument()
    assert (golden["indicators"], golden["systems"]) == (list(asked.indicators), list(asked.systems))
    runs = [plain(coded(asked, case["indicators"], case["systems"])) for case in golden["cases"]]
    found = json.loads(page.evaluate(COMPUTE, json.dumps([golden, runs])))
    assert len(runs) >= 300
    for case, computed in zip(golden["cases"], found["cases"], strict=True):
        assert computed == {key: case[key] for key in computed}, case["name"]
    assert found["changes"] == golden["changes"]


@pytest.mark.parametrize("value", ["1/8", "3/8", "-1/8", "2/3", "-1/30", "100", "1999/20", "39/20", "0"])
def test_figures_are_rounded_as_python_rounds_them(page: Page, value: str) -> None:
    from fractions import Fraction

    exact = Fraction(value)
    shown = page.evaluate(
        "([n, d]) => [1, 2].map((places) => wegoCeds.fraction.decimal(wegoCeds.fraction.of(n, d), places))",
        [exact.numerator, exact.denominator],
    )
    assert [Fraction(each) for each in shown] == [round(exact, 1), round(exact, 2)]
    assert not any(each.startswith("-") and not float(each) for each in shown)


# The form.


def test_the_form_is_filled_by_keyboard_and_the_place_is_kept(page: Page, site: Site) -> None:
    page.goto(address(site, "governance-mechanism"))
    expect(page.get_by_role("heading", name="Governance Mechanism")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.locator("#question-gm-01 input[type=radio]").nth(2)
    expect(second).to_be_checked()
    expect(second).to_be_focused()
    assert kept(page)["indicators"]["gm-01"] == {"level": 2}
    expect(page.locator(".wego-assess__nav li", has_text="Governance Mechanism")).to_contain_text("1 of 15")
    page.keyboard.press("Tab")
    take_back = page.locator("#question-gm-01").get_by_role("button", name="Take the answer back")
    expect(take_back).to_be_focused()
    page.keyboard.press("Enter")
    assert kept(page)["indicators"]["gm-01"] == {}
    expect(page.locator("#question-gm-01 input").first).to_be_focused()
    expect(take_back).to_be_hidden()


def test_one_part_is_shown_at_a_time_and_the_address_leads_to_it(page: Page) -> None:
    page.get_by_role("link", name="Next: Governance Mechanism").click()
    expect(page.locator(".wego-assess__question")).to_have_count(15)
    page.get_by_role("link", name="Next: Policy & Institution").click()
    expect(page.locator("#question-gm-01")).to_have_count(0)
    expect(page.locator(".wego-assess__nav [aria-current=step]")).to_have_text("Policy & Institution")
    page.go_back()
    expect(page.locator("#question-gm-01")).to_be_visible()


def test_every_question_of_the_instrument_is_asked(page: Page, site: Site) -> None:
    asked = instrument()
    seen: list[str] = []
    ids = [*(each.id for each in asked.framework.dimensions), *(each.id for each in asked.framework.areas)]
    for id in ids:
        page.goto(address(site, id))
        page.wait_for_selector(f".wego-assess__part[data-part={id}]")
        seen += page.locator(".wego-assess__question").evaluate_all("all => all.map((each) => each.id.slice(9))")
    assert sorted(seen) == sorted([*asked.indicators, *asked.systems])


def test_not_applicable_counts_only_with_its_reason(page: Page, site: Site) -> None:
    page.goto(address(site, "governance-mechanism"))
    question = page.locator("#question-gm-01")
    question.get_by_label("Does not apply to our city").check()
    expect(page.locator(".wego-assess__nav li", has_text="Governance Mechanism")).to_contain_text("0 of 15")
    question.get_by_label("Reason").fill("The state runs it")
    expect(page.locator(".wego-assess__nav li", has_text="Governance Mechanism")).to_contain_text("1 of 15")


def test_use_is_asked_from_the_pilot_on(page: Page, site: Site) -> None:
    page.goto(address(site, "e-infra"))
    system = page.locator("#question-city-network")
    use = system.get_by_role("group", name="Use", exact=True)
    system.get_by_label("Planned", exact=True).check()
    expect(use).to_be_hidden()
    expect(page.locator(".wego-assess__nav li", has_text="e-Infra")).to_contain_text("2 of 30")
    system.get_by_label("Pilot").check()
    expect(page.locator(".wego-assess__nav li", has_text="e-Infra")).to_contain_text("1 of 30")
    use.get_by_label("Nobody").check()
    expect(page.locator(".wego-assess__nav li", has_text="e-Infra")).to_contain_text("2 of 30")


# What is kept.


def test_answers_are_there_again_and_in_the_other_language(page: Page, site: Site) -> None:
    page.goto(address(site, "governance-mechanism"))
    page.locator("#question-gm-03 input").nth(4).check()
    page.locator("#question-gm-03 summary").click()
    page.locator("#question-gm-03 textarea").fill("Report of 2025")
    page.goto(address(site, "governance-mechanism", "ko"))
    expect(page.locator("#question-gm-03 input").nth(4)).to_be_checked()
    expect(page.locator("#question-gm-03 textarea")).to_have_value("Report of 2025")
    expect(page.locator("#question-gm-03 details")).to_have_attribute("open", "")


def test_delete_everything_asks_first_and_leaves_nothing(page: Page, site: Site) -> None:
    page.goto(address(site, "governance-mechanism"))
    page.locator("#question-gm-01 input").nth(4).check()
    page.get_by_role("button", name="Delete everything").click()
    page.get_by_role("button", name="Keep my answers").click()
    assert kept(page)
    page.get_by_role("button", name="Delete everything").click()
    page.get_by_role("button", name="Delete all answers").click()
    assert page.evaluate("Object.keys(localStorage).filter((each) => each.startsWith('wego-ceds'))") == []
    expect(page.get_by_role("status")).to_have_text("Everything has been deleted from this browser.")
    page.goto(address(site, "governance-mechanism"))
    expect(page.locator("#question-gm-01 input:checked")).to_have_count(0)


# Results.


def test_results_say_stage_range_and_roadmap_with_links(page: Page) -> None:
    keep(page, plain(coded(instrument(), "3" * 90, "31" * 55, departments=["planning", "it"])))
    expect(page.locator(".wego-assess__stage")).to_have_text("Stage 3: Common base")
    expect(page.get_by_text("Overall 58.3 of 100, with every question answered.")).to_be_visible()
    expect(page.get_by_text("Average of 6 other cities: 41.5.")).to_be_visible()
    expect(page.get_by_text("Did not take part: Finance, Vice mayor.")).to_be_visible()
    expect(page.locator("ol[data-phase=now] > li")).to_have_count(7)
    first = page.locator("ol[data-phase=now] > li").first
    expect(first).to_contain_text("It scores 41.7 of 100, so 58.3 points are missing.")
    assert (first.get_by_role("link").first.get_attribute("href") or "").startswith("systems/")


def test_a_step_names_practices_of_other_cities_of_the_most_alike_first(page: Page) -> None:
    run = plain(coded(instrument(), "3" * 90, "31" * 55, departments=["it"]))
    network = page.locator("li[data-system=city-network]")
    bus, portal = "../practices/night-bus.html", "../practices/open-data-portal.html"
    for city, practices in (("songpa-gu", [bus, portal]), ("seoul", [portal]), ("bogota", [bus])):
        keep(page, run | {"city": city})
        network.locator("summary").click()
        links = [link.get_attribute("href") or "" for link in network.locator("details a").all()]
        assert links[:-2] == practices
        assert [each.split("/")[1] for each in links[-2:]] == ["programmes", "modules"]


def test_blanks_show_a_range_and_never_a_zero(page: Page) -> None:
    expect(page.locator(".wego-assess__part")).to_be_visible()
    keep(page, {"version": "1.0"})
    expect(page.locator(".wego-assess__stage")).to_have_text("Stage 1 (1–5): Groundwork")
    expect(
        page.get_by_text("Not enough answers for one overall figure; it lies between 0.0 and 100.0.")
    ).to_be_visible()


# Publication.


@pytest.mark.parametrize("scope", ["Scores", "Answers", "Answers with evidence"])
def test_a_proposal_needs_consent_and_keeps_notes_private_unless_allowed(page: Page, scope: str) -> None:
    run = plain(coded(instrument(), *SIGNS, note="Internal"))
    run["indicators"]["cr-01"]["evidence"] = "File 7"
    run["indicators"]["cr-03"] = {"evidence": "File 8"}
    keep(page, run)
    button = page.get_by_role("button", name="Make the file for publication")
    button.click()
    expect(page.get_by_text("Name the office that consents.")).to_be_visible()
    expect(page.get_by_text("Tick that your office agrees.")).to_be_visible()
    assert page.get_by_role("link", name="upload page").count() == 0
    page.get_by_label(re.compile(rf"^{scope}\.")).check()
    page.get_by_label("Office that consents").fill("Planning office")
    page.get_by_label("Our office is entitled").check()
    name, text = saved(page, "Make the file for publication")
    made = Assessment.model_validate(load(text.encode(), name)[0])
    assert name == "2026-05-04.yml" and made.consent and made.consent.office == "Planning office"
    assert ("File 7" in text, "Internal" in text) == (("evidence" in made.consent.scope),) * 2
    assert made.consent.scope == ("evidence" if "evidence" in scope else scope.lower())
    whole = Assessment.model_validate({**run, "consent": made.consent})
    assert made == handed_on(whole), "the command line leaves out the same"
    expect(page.get_by_text("What you upload is public.")).to_be_visible()
    link = page.get_by_role("link", name="upload page")
    expect(link).to_have_attribute("href", f"{REPOSITORY}/upload/main/data/assessments/example-city")


# Privacy, weight, access.


def test_after_loading_nothing_is_requested_and_it_works_offline(context: BrowserContext, site: Site) -> None:
    page = context.new_page()
    seen: list[Request] = []
    context.on("request", lambda request: seen.append(request))
    page.goto(address(site), wait_until="networkidle")
    assert {each.url.split("/")[2] for each in seen} == {site.url.split("/")[2]}
    assert {each.method for each in seen} == {"GET"} and not any("?" in each.url for each in seen)
    seen.clear()
    context.set_offline(True)
    for part in ("governance-mechanism", "e-infra"):
        page.evaluate("part => { location.hash = `#part-${part}` }", part)
        page.wait_for_selector(f"[data-part={part}]")
        page.locator(".wego-assess__question input[type=radio]").nth(3).check()
    page.evaluate("location.hash = '#part-results'")
    expect(page.locator(".wego-assess__stage")).to_be_visible()
    name, _ = saved(page, "Save as YAML")
    assert name.endswith(".yml")
    own = (
        "blob:",
        f"{site.url}/assets/wego/favicon.svg",
    )  # the file saved, and the icon, which browsers ask for as they like
    assert [each.url for each in seen if not each.url.startswith(own)] == []


def test_the_first_load_is_light_even_uncompressed(page: Page, site: Site) -> None:
    sizes = page.evaluate(
        "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map((each) => each.transferSize)"
    )
    assert len(sizes) > 10
    assert sum(sizes) - _saved_by_compression(site) <= FIRST_LOAD


def _saved_by_compression(site: Site) -> int:
    """What a host saves by compressing the page itself; scripts and styles are counted as they are."""
    import gzip

    html = (site.folder / "en/ceds/assess.html").read_bytes()
    return len(html) - len(gzip.compress(html))


def test_it_works_from_a_disk(context: BrowserContext, site: Site) -> None:
    page = context.new_page()
    page.goto((site.folder / "en/ceds/assess.html").as_uri() + "#part-governance-mechanism")
    page.locator("#question-gm-01 input").nth(3).check()
    expect(page.locator(".wego-assess__nav li", has_text="Governance Mechanism")).to_contain_text("1 of 15")


def test_without_scripts_the_page_says_what_to_do(chromium: Browser, site: Site) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address(site))
    expect(page.get_by_text("The form on this page needs JavaScript")).to_be_visible()
    expect(page.locator("#wego-ceds")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("language", ["en", "ko", "ar-XB"])
@pytest.mark.parametrize("part", PARTS)
def test_axe_finds_nothing(page: Page, site: Site, language: str, part: str) -> None:
    page.goto(address(site, part, language))
    keep(page, plain(coded(instrument(), *SIGNS)), part)
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="light")
        assert violations(page, ALL_BUT_COLOURS if language == "ko" else OPTIONS) == []
        page.emulate_media(color_scheme="dark")
        assert language == "ko" or violations(page, COLOURS) == []
