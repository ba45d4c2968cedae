"""Bodies of the pages of CeDS, from their views and templates.

In: a page and the theme. Out: markup and what the head needs. Not here: addresses and shells (`pages`), what is shown (`views`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from generator.derive.ceds import Average, average
from generator.derive.ceds_average import major
from generator.model.assessment import Assessment
from generator.model.consented import is_invented, key_of
from generator.render import routes
from generator.render.context import Page, World
from generator.render.environment import fill
from generator.render.views.assess import assess_body
from generator.render.views.ceds_index import ceds_view
from generator.render.views.ceds_speech import Speech, speech
from generator.render.views.compare import compare_view
from generator.render.views.run import run_view, withdrawn_view
from generator.render.views.run_roadmap import pages_needed, roadmap_view
from generator.render.views.runs_of_city import city_runs_view
from generator.render.views.system import framework


@dataclass(frozen=True, slots=True)
class Shown:
    """A page of runs. `line` describes it; `indexed` is False for what is invented or withdrawn."""

    title: str
    line: str
    body: Markup
    indexed: bool
    date: str | None
    twin: str | None


def body(page: Page, theme: Path, sort: str) -> Markup:
    """What stands below the prose of the door, of the comparison and of the assessment."""
    if sort == "ceds":
        return fill(theme, "ceds", ceds_view(page))
    if sort == "compare":
        return fill(theme, "compare", compare_view(page))
    version = framework(page).version
    workbook = routes.workbook_script(version, page.language)
    return assess_body(page, page.world.catalog.instrument(version), averages(page), workbook)


def averages(page: Page) -> dict[str, tuple[str | None, int]]:
    """The average of real cities as the assessment page shows it: of all under "", and of the others for each city that is in it.

    Left out are cities for which it reads the same.
    """
    words, version = speech(page), framework(page).version
    real = [each for each in page.world.runs if not each.invented]
    found = {each.assessment.city: each.averages for each in real if major(each.assessment.version) == major(version)}
    whole = _overall(words, average([each.result for each in real], page.world.as_of, version=version))
    others = {city: _overall(words, each) for city, each in sorted(found.items())}
    return {"": whole} | {city: each for city, each in others.items() if (each[0] or whole[0]) and each != whole}


def _overall(words: Speech, found: Mapping[str, Average]) -> tuple[str | None, int]:
    """The overall figure, if the cities are enough, and how many they are."""
    value, n = (each.value, each.n) if (each := found.get("overall")) else (None, 0)
    return None if value is None else words.number(value), n


def roadmap_pages(world: World, run: Assessment) -> int:
    """How many pages the roadmap of a run can take, whatever the city answered.

    So many addresses stay alive when answers are corrected or taken back: those that are not needed lead to the run.
    """
    return pages_needed(len(world.catalog.instrument(run.version).systems))


def roadmap_length(world: World, id: str) -> int:
    """How many pages the roadmap of a run by `<city>/<date>` takes; none where it is taken back or shows scores alone."""
    run = world.shown_runs.get(id)
    return pages_needed(len(run.steps)) if run else 0


def roadmap_page(page: Page, theme: Path, id: str, number: int) -> Shown | None:
    """A page of the roadmap of a run by `<city>/<date>`; None where the roadmap does not go so far."""
    if number > roadmap_length(page.world, id):
        return None
    run = page.world.shown_runs[id]
    view = roadmap_view(page, run, number)
    twin = routes.run_twin(run.assessment)
    return Shown(
        view.title, view.finding, fill(theme, "roadmap", view), not run.invented, str(run.assessment.date), twin
    )


def run_page(page: Page, theme: Path, sort: str, id: str) -> Shown:
    """One run by `<city>/<date>`, or the history of a city by its id."""
    if sort == "runs":
        view = city_runs_view(page, id)
        indexed = any(each.assessment.city == id and not each.invented for each in page.world.runs)
        return Shown(view.title, view.title, fill(theme, "city-runs", view), indexed, None, None)
    given = next(each for each in page.world.catalog.assessments if key_of(each) == id)
    if given.withdrawn:
        gone = withdrawn_view(page, given)
        return Shown(gone.title, gone.title, fill(theme, "run", gone), False, None, None)
    run = page.world.shown_runs[id]
    shown = run_view(page, run)
    return Shown(
        shown.title,
        shown.stage,
        fill(theme, "run", shown),
        not is_invented(given),
        str(given.date),
        routes.run_twin(given),
    )
