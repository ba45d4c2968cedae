"""The assessment page: scores equal to the build's, a form for the keyboard, answers kept and deleted, files, and no request."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from generator.ceds_files import handed_on
from generator.model.assessment import Assessment
from generator.read.workbook import read_workbook
from generator.read.yaml_source import load
from generator.render.i18n import messages
from generator.render.workbook import workbook
from tests.browser.ceds_page import REPOSITORY, write
from tests.browser.conftest import Serve
from tests.browser.static_server import Site
from tests.browser.test_access import violations
from tests.ceds import instrument
from tests.ceds_runs import coded
from tests.conftest import ROOT

GOLDEN = ROOT / "tests" / "golden" / "ceds.json"
FIRST_LOAD = 250 * 1024
PARTS = ["about", "governance-mechanism", "e-infra", "results"]
SIGNS = ("34.2n" * 18, "44" * 20 + "31" * 15 + "nn" + "2." + ".." * 18)
"""A run with everything in it: levels, blanks, not applicable, use open."""
COMPUTE = """([golden, runs]) => {
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
  return { cases, changes };
}"""


def changed_book(data: bytes, old: str, new: str) -> bytes:
    """The workbook with a text replaced in all its parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as read, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as write:
        texts = {name: read.read(name).decode() for name in read.namelist()}
        assert any(old in text for text in texts.values()), old
        for name, text in texts.items():
            write.writestr(name, text.replace(old, new))
    return made.getvalue()


def changed_cell(data: bytes, cell: str, content: str) -> bytes:
    """The workbook with other content in a cell of the sheet on governance."""
    with zipfile.ZipFile(io.BytesIO(data)) as read:
        text = read.read("xl/worksheets/sheet4.xml").decode()
    old = re.search(rf'<c r="{cell}"[^>]*?(/>|>.*?</c>)', text)
    assert old
    return changed_book(data, old.group(), f'<c r="{cell}" {content}</c>')


def bomb(data: bytes) -> bytes:
    """The workbook with a part that unpacks to 40 MB."""
    made = io.BytesIO(data)
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as write:
        write.writestr("xl/more.xml", b" " * 40_000_000)
    return made.getvalue()


BROKEN_BOOKS: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "no workbook": (lambda _: b"PK nothing", "not a usable workbook"),
    "cut off": (lambda data: data[: len(data) // 2], "not a usable workbook"),
    "unpacks to too much": (bomb, "not a usable workbook"),
    "a document type": (lambda data: changed_book(data, "<sst ", "<!DOCTYPE sst><sst "), "not a usable workbook"),
    "another form": (lambda data: changed_book(data, "wego-ceds", "other"), "not a usable workbook"),
    "another version": (lambda data: changed_book(data, "<t>1.0</t>", "<t>0.9</t>"), "belongs to version 0.9"),
    "a sheet renamed": (
        lambda data: changed_book(data, 'name="ICT Network"', 'name="ICT"'),
        "“ICT Network” is missing",
    ),
    "a word not in the list": (
        lambda data: changed_cell(data, "D5", 't="inlineStr"><is><t>perhaps</t></is>'),
        "Sheet “Governance Mechanism”, cell D5: choose an entry of the list; found “perhaps”",
    ),
    "a formula": (
        lambda data: changed_cell(data, "D5", "><f>1+1</f><v>2</v>"),
        "D5: expected an answer, found a formula",
    ),
    "rows moved": (
        lambda data: changed_cell(data, "A5", 't="inlineStr"><is><t>gm-02</t></is>'),
        "cell A5: expected the question gm-01",
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> Site:
    return serve(write(tmp_path_factory.mktemp("assess")))


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, site: Site) -> Iterator[Page]:
    """The page, which must not have made a mistake or broken the policy when the test ends."""
    page = context.new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.goto(address(site))
    yield page
    assert said == []


def address(site: Site, part: str = "about", language: str = "en") -> str:
    return f"{site.url}/{language}/ceds/assess.html#part-{part}"


def plain(run: Assessment) -> dict[str, Any]:
    """A run as files hold it."""
    return run.model_dump(mode="json", exclude_none=True, exclude_defaults=True)


def kept(page: Page) -> Any:
    """What the browser keeps."""
    return json.loads(page.evaluate("localStorage.getItem('wego-ceds-1.0')") or "null")


def keep(page: Page, run: dict[str, Any], part: str = "results") -> None:
    """Open a part with a run that was kept before."""
    page.evaluate("run => localStorage.setItem('wego-ceds-1.0', JSON.stringify(run))", run)
    page.evaluate("part => { location.hash = `#part-${part}`; location.reload() }", part)
    page.wait_for_selector(f".wego-assess__part[data-part={part}]")


def upload(
    page: Page, tmp_path: Path, content: str | bytes, name: str = "run.yml", button: str = "Open a file"
) -> None:
    file = tmp_path / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name=button).click()
    chooser.value.set_files(file)


def saved(page: Page, button: str) -> tuple[str, str]:
    """Name and text of the file that a button saves."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return download.value.suggested_filename, Path(download.value.path()).read_text("utf-8")


# Scores.


def test_every_golden_case_comes_out_as_in_the_build(page: Page) -> None:
    golden = json.loads(GOLDEN.read_text("utf-8"))
    asked = instrument()
    assert (golden["indicators"], golden["systems"]) == (list(asked.indicators), list(asked.systems))
    runs = [plain(coded(asked, case["indicators"], case["systems"])) for case in golden["cases"]]
    found = page.evaluate(COMPUTE, [golden, runs])
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
    system.get_by_label("Planned").check()
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


# Files.


@pytest.mark.parametrize("button", ["Save as YAML", "Save as JSON"])
def test_a_run_is_saved_in_the_format_of_the_data_and_opened_again(page: Page, tmp_path: Path, button: str) -> None:
    run = coded(
        instrument(),
        *SIGNS,
        departments=["it"],
        note='Two lines:\n"quoted" # not a comment',
        targets={"city-network": "long"},
    )
    keep(page, plain(run))
    name, text = saved(page, button)
    values = json.loads(text) if name.endswith(".json") else load(text.encode(), name)[0]
    assert Assessment.model_validate(values) == run
    page.get_by_role("button", name="Delete everything").click()
    page.get_by_role("button", name="Delete all answers").click()
    upload(page, tmp_path, text, name)
    expect(page.get_by_role("alert")).to_contain_text(f"“{name}” is open.")
    assert Assessment.model_validate({**kept(page), "version": "1.0"}) == run


def test_yaml_as_other_programs_write_it_is_understood(page: Page, tmp_path: Path) -> None:
    run = plain(coded(instrument(), *SIGNS, note="A long note. " * 30 + "\n\n- and: more # of it"))
    run["indicators"]["cr-01"]["evidence"] = "'single' \"double\" 한국어, [brackets] {and: more}"
    upload(page, tmp_path, yaml.safe_dump(run, allow_unicode=True, sort_keys=False, width=60))
    expect(page.get_by_role("alert")).to_contain_text("is open")
    assert {key: kept(page)[key] for key in run} == run


def test_a_run_goes_into_the_workbook_and_comes_back(page: Page, tmp_path: Path) -> None:
    given = plain(coded(instrument(), *SIGNS, departments=["it"], note="=1+1", targets={"city-network": "long"}))
    given["indicators"]["cr-01"]["evidence"] = 'Two lines\n& <"marks">'
    run = Assessment.model_validate(given)
    keep(page, given)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as Excel").click()
    data = Path(download.value.path()).read_bytes()
    assert download.value.suggested_filename == "example-city-2026-05-04.xlsx"
    known = {instrument().framework.version: instrument()}
    assert read_workbook(data, "run.xlsx", known, run.city, str(run.date)) == (run, ())
    page.get_by_role("button", name="Delete everything").click()
    page.get_by_role("button", name="Delete all answers").click()
    upload(page, tmp_path, data, "run.xlsx")
    expect(page.get_by_role("alert")).to_contain_text("is open")
    assert Assessment.model_validate(kept(page)) == run


def test_a_workbook_in_korean_filled_by_the_build_is_opened_on_the_english_page(page: Page, tmp_path: Path) -> None:
    run = coded(instrument(), *SIGNS, departments=["planning", "finance", "it", "vice-mayor"])
    data = workbook(instrument(), messages(ROOT / "theme" / "locales", "ko"), run=run)
    upload(page, tmp_path, data, "run.xlsx")
    expect(page.get_by_role("alert")).to_contain_text("is open")
    assert Assessment.model_validate({key: value for key, value in kept(page).items() if value}) == run


@pytest.mark.parametrize("damage", BROKEN_BOOKS)
def test_a_broken_workbook_is_explained_and_changes_nothing(page: Page, tmp_path: Path, damage: str) -> None:
    run = coded(instrument(), *SIGNS)
    keep(page, plain(run), "about")
    before = kept(page)
    make, said = BROKEN_BOOKS[damage]
    good = workbook(instrument(), messages(ROOT / "theme" / "locales", "en"), run=run)
    upload(page, tmp_path, make(good), "run.xlsx")
    expect(page.get_by_role("alert")).to_contain_text(said)
    assert kept(page) == before


MISTAKES = {
    "city: bogota\nversion: '0.9'\n": "belongs to version 0.9",
    "version: '1.0'\nindicators:\n  gm-01: {level: 5}\n": "indicators › gm-01 › level: expected a whole number from 0 to 4, found “5”",
    "version: '1.0'\nindicators:\n  gm-99: {level: 1}\n": "indicators › gm-99: the instrument has no such question",
    "version: '1.0'\nsystems:\n  city-network: {exists: 1}\n": "systems › city-network › exists: unknown entry",
    "version: '1.0'\nversion: '1.0'\n": "Line 2: this name stands twice",
    "version: '1.0'\nnote: \"open\n": "Line 2: a quotation mark is not closed",
    "version: '1.0'\n\tnote: x\n": "Line 2: indent with spaces",
    "version: '1.0'\nnote: &a x\n": "Line 2: expected “name: value”",
    "version: '1.0'\ndate: 2026-02-30\n": "date: “2026-02-30” does not fit here",
    "- a\n- b\n": "This is not a run",
    "": "the file is empty",
}


@pytest.mark.parametrize("text", MISTAKES)
def test_a_broken_file_is_explained_and_changes_nothing(page: Page, tmp_path: Path, text: str) -> None:
    keep(page, plain(coded(instrument(), *SIGNS)), "about")
    before = kept(page)
    upload(page, tmp_path, text)
    expect(page.get_by_role("alert")).to_contain_text(MISTAKES[text])
    assert kept(page) == before


def test_markup_in_a_file_stays_text(page: Page, tmp_path: Path) -> None:
    run = plain(coded(instrument(), *SIGNS)) | {"city": "new-harbour", "note": "<img src=x onerror=alert(1)>"}
    run["indicators"]["gm-01"] = {"not_applicable": "</textarea><script>alert(1)</script>"}
    upload(page, tmp_path, json.dumps(run), "run.json")
    expect(page.get_by_label("Note on the whole run")).to_have_value(run["note"])
    assert page.locator("main script[src=x], main img").count() == 0


# Results.


def test_results_say_stage_range_and_roadmap_with_links(page: Page) -> None:
    keep(page, plain(coded(instrument(), "3" * 90, "31" * 55, departments=["planning", "it"])))
    expect(page.locator(".wego-assess__stage")).to_have_text("Stage 3: Common base")
    expect(page.get_by_text("Overall 58.3 of 100; with what was left open, between 58.3 and 58.3.")).to_be_visible()
    expect(page.get_by_text("Average of 6 other cities: 41.5.")).to_be_visible()
    expect(page.get_by_text("Did not take part: Finance, Vice mayor.")).to_be_visible()
    expect(page.locator("ol[data-phase=now] > li")).to_have_count(7)
    first = page.locator("ol[data-phase=now] > li").first
    expect(first).to_contain_text("It scores 41.7 of 100, so 58.3 points are missing.")
    assert (first.get_by_role("link").first.get_attribute("href") or "").startswith("systems/")


def test_a_step_names_the_practices_of_the_city_most_alike_first(page: Page) -> None:
    run = plain(coded(instrument(), "3" * 90, "31" * 55, departments=["it"]))
    network = page.locator("li[data-system=city-network]")
    for city, first in (("seoul", "Night bus"), ("bogota", "An open data portal")):
        keep(page, run | {"city": city})
        network.locator("summary").click()
        links = network.locator("details a")
        expect(links.first).to_contain_text(first)
        kinds = [(link.get_attribute("href") or "").split("/")[1] for link in links.all()]
        assert kinds == ["practices", "practices", "programmes", "modules"]


def test_blanks_show_a_range_and_never_a_zero(page: Page) -> None:
    expect(page.locator(".wego-assess__part")).to_be_visible()
    keep(page, {"version": "1.0"})
    expect(page.locator(".wego-assess__stage")).to_have_text("Stage 1 (1–5): Groundwork")
    expect(
        page.get_by_text("Not enough answers for one overall figure; it lies between 0.0 and 100.0.")
    ).to_be_visible()


def test_an_earlier_run_is_compared_over_common_items(page: Page, tmp_path: Path) -> None:
    before = plain(coded(instrument(), "2" * 90, "31" * 55, date="2025-05-04"))
    keep(page, plain(coded(instrument(), "3" * 90, "32" * 55)))
    upload(page, tmp_path, json.dumps(before), "before.json", "Compare with an earlier run")
    expect(
        page.get_by_text("Since the earlier run (2025-05-04), over what was answered both times: +16.7.")
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
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)
            assert violations(page) == []
