"""The assessment page: what its scripts need (instrument, links into the base, words), and what stands there without them.

In: a page and the instrument. Out: `Markup` for the body. Not here: the form, scores and reports (theme/assets/wego/ceds/*.js).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from markupsafe import Markup

from generator.model.city import City
from generator.model.framework import Indicator, Instrument, System
from generator.model.programme import Programme
from generator.model.provenance import preferred
from generator.render import routes, texts
from generator.render.context import Page
from generator.render.head import json_block
from generator.render.views.assess_words import words
from generator.render.views.order import sort_key

SCRIPTS: Final = (
    "fraction",
    "dom",
    "run",
    "read",
    "yaml",
    "score",
    "roadmap",
    "store",
    "fields",
    "about",
    "form",
    "charts",
    "results",
    "parse",
    "files",
    "publish",
    "main",
)
"""In the order they need one another."""
Averages = Mapping[str, tuple[str | None, int]]
"""By city: the average of the overall figure of the others as it is shown, None where they are too few, and how many they are.
Under "" that of all, for every city that is not in it."""


def instrument_data(instrument: Instrument, language: str) -> dict[str, Any]:
    """The instrument's texts in `language`, in the order of the framework; indicators and systems in the order of their ids."""
    frame = instrument.framework
    return {
        "version": frame.version,
        "dimensions": [_named(each, language) | {"side": each.side} for each in frame.dimensions],
        "areas": [_named(each, language) for each in frame.areas],
        "stages": [
            {"name": _said(each.name, language), "summary": _said(each.summary, language)} for each in frame.stages
        ],
        "existence": [_said(each, language) for each in frame.existence],
        "use": [_said(each, language) for each in frame.use],
        "indicators": [_indicator(each, language) for each in instrument.indicators.values()],
        "systems": [_system(each, language) for each in instrument.systems.values()],
    }


def _said(text: Mapping[str, str], language: str) -> str:
    return texts.plain(text, language)


def _named(part: Any, language: str) -> dict[str, Any]:
    return {"id": part.id, "name": _said(part.name, language), "summary": _said(part.summary, language)}


def _indicator(indicator: Indicator, language: str) -> dict[str, Any]:
    return {
        "id": indicator.id,
        "dimension": indicator.dimension,
        "question": _said(indicator.question, language),
        "why": _said(indicator.why, language),
        "evidence": _said(indicator.evidence, language),
        "levels": [_said(each, language) for each in indicator.levels],
    }


def _system(system: System, language: str) -> dict[str, Any]:
    kit = system.kit
    return _named(system, language) | {
        "area": system.area,
        "requires": system.requires,
        "enabling": system.enabling,
        "horizon": system.horizon,
        "kit": {
            "practices": _practices_of(system),
            "programmes": kit.programmes,
            "modules": kit.modules,
            "study": _said(kit.study_themes[0], language) if kit.study_themes else "",
        },
    }


def _practices_of(system: System) -> tuple[str, ...]:
    """The practices of its kit and its example, each once."""
    return tuple(dict.fromkeys((*system.kit.practices, *((system.example,) if system.example else ()))))


def links_data(page: Page, instrument: Instrument) -> dict[str, Any]:
    """Where the results lead: kits, and the records that kits name, as far as the base holds them; the cities to choose from."""
    systems = instrument.systems.values()
    catalog = page.world.catalog
    cities = sorted(
        (each for each in catalog.cities.values() if not each.is_example and not each.withdrawn),
        key=lambda each: sort_key(_said(each.name, page.language), page.language),
    )
    return {
        "kits": {id: page.href(f"{page.language}/ceds/systems/{id}.html") for id in instrument.systems},
        "practices": dict(_practices(page, (id for each in systems for id in _practices_of(each)))),
        "programmes": dict(_programmes(page, (id for each in systems for id in each.kit.programmes))),
        "modules": dict(_modules(page, (id for each in systems for id in each.kit.modules))),
        "cities": {each.id: texts.said(each.name, page.language, each.original).text for each in cities},
        "places": {each.id: (each.country, each.region, _people(each)) for each in cities},
    }


def _people(city: City) -> int:
    """How many live there; 0 where no source tells."""
    value = preferred(city.population).value if city.population else 0
    return value if isinstance(value, int) else 0


def _practices(page: Page, ids: Iterable[str]) -> Iterable[tuple[str, tuple[Any, ...]]]:
    """(address, title, names of the cities, their ids)."""
    catalog = page.world.catalog
    for id in dict.fromkeys(ids):
        if (found := catalog.practices.get(id)) and not found.withdrawn:
            cities = [catalog.cities[each] for each in found.cities]
            names = ", ".join(texts.said(each.name, page.language, each.original).text for each in cities)
            title = texts.said(found.heading, page.language, found.original).text
            yield id, (page.record_href("practice", id), title, names, found.cities)


def _programmes(page: Page, ids: Iterable[str]) -> Iterable[tuple[str, tuple[Any, ...]]]:
    """(address, title, date of the latest session)."""
    for id in dict.fromkeys(ids):
        if (found := page.world.catalog.programmes.get(id)) and not found.withdrawn:
            title = texts.said(found.heading, page.language, found.original).text
            yield id, (page.record_href("programme", id), title, _latest(page, found))


def _latest(page: Page, programme: Programme) -> str:
    dates = sorted((each.when for each in programme.sessions), key=lambda each: each.start.first_day)
    return page.t("latest session: {date}", date=page.t.when(dates[-1])) if dates else ""


def _modules(page: Page, ids: Iterable[str]) -> Iterable[tuple[str, tuple[Any, ...]]]:
    """(address, name, nothing more)."""
    for id in dict.fromkeys(ids):
        if (found := page.world.catalog.modules.get(id)) and not found.withdrawn:
            title = texts.said(found.heading, page.language, found.original).text
            yield id, (page.record_href("module", id), title, "")


def assess_body(page: Page, instrument: Instrument, averages: Averages | None = None, workbook: str = "") -> Markup:
    """The body of the page: what is said without scripts, the place of the form, the data, the scripts.

    `workbook` is the address of the script with the empty Excel workbook; without it runs are not saved as Excel.
    """
    settings = page.world.settings
    data = instrument_data(instrument, page.language)
    data |= {"links": links_data(page, instrument), "averages": dict(averages or {})}
    upload = f"{settings.repo_url}/upload/{settings.edit_branch}/data/assessments" if settings.repo_url else ""
    said = page.t(
        "The form on this page needs JavaScript; nothing you enter there leaves your machine. Without JavaScript the method page shows every question, and the answers can be written as a YAML file or into the Excel workbook."
    )
    # The form's styles are its own sheet: no other page needs them.
    sheet = Markup('<link rel="stylesheet" href="{}">').format(routes.link(page.address, "assets/wego/ceds/assess.css"))
    scripts = Markup("").join(
        Markup('<script src="{}" defer></script>').format(routes.link(page.address, f"assets/wego/ceds/{name}.js"))
        for name in SCRIPTS
    )
    return (
        Markup('<div id="wego-ceds-unavailable" class="wego-notice"><p>{}</p></div>').format(said)
        + Markup('<div id="wego-ceds" class="wego-assess" data-upload="{}" data-workbook="{}" hidden></div>').format(
            upload, page.href(workbook) if workbook else ""
        )
        + json_block(data, id="wego-ceds-instrument")
        + json_block(words(page.t), id="wego-ceds-words")
        + sheet
        + scripts
    )
