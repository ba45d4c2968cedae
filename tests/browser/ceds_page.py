"""The assessment page alone, as a small site of its own: the real instrument, the records of the small site, the strict policy.

In: a folder to write into. Out: `<folder>/<language>/ceds/assess.html` with assets and headers. Not here: the page's frame.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from generator import checking
from generator.index.site_files import HEADERS, POLICY
from generator.model.framework import Instrument
from generator.pipeline import world_of
from generator.render.context import Page, World
from generator.render.host_assets import build_assets
from generator.render.i18n import direction
from generator.render.views.assess import Averages, assess_body
from generator.render.workbook import script, workbook
from generator.settings import settings
from tests.ceds import instrument
from tests.conftest import LANGUAGES, ROOT, SMALL

REPOSITORY = "https://example.org/repo"
WORKBOOK = "assets/wego/ceds/workbook.js"
AVERAGES: Averages = {"": ("41.5", 6), "seoul": ("39.8", 5), "bogota": (None, 4)}
"""As of six cities, Seoul among them; Bogotá as one of five."""
_PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>Assessment</title>
<script src="../../assets/wego/boot.js"></script><link rel="stylesheet" href="../../assets/wego/site.css">
<link rel="icon" href="../../assets/wego/favicon.svg" type="image/svg+xml"></head>
<body><main id="main" class="wego-main"><article class="wego-article wego-article--prose"><h1>Assessment</h1>
{body}
</article></main></body></html>
"""


def world(work: Path) -> World:
    """The small site's records, with an address of the repository."""
    shutil.copytree(SMALL / "data", work / "data")
    chosen = settings(ROOT, data=work / "data", content=SMALL / "content", work=work / "work", languages=LANGUAGES)
    chosen = replace(chosen, repo_url=REPOSITORY)
    return world_of(chosen, checking.check(chosen).catalog)


def asked() -> Instrument:
    """The real instrument; the kit of the city network names records that the small site has."""
    real = instrument()
    network = real.systems["city-network"]
    known = {"practices": ("open-data-portal", "night-bus"), "programmes": ("seoul-program",), "modules": ("cc-board",)}
    kit = network.kit.model_copy(update=known)
    changed = network.model_copy(update={"kit": kit, "example": None})
    return real.model_copy(update={"systems": {**real.systems, network.id: changed}})


def write(folder: Path) -> Path:
    """The page in every language; returns the site's folder."""
    site, found = folder / "site", world(folder)
    shutil.copytree(build_assets(ROOT, folder / "assets-work"), site / "assets")
    (site / "_headers").write_text(HEADERS, "utf-8")
    (site / WORKBOOK).write_bytes(script(workbook(instrument(), found.messages["en"])))
    for language in LANGUAGES:
        address = f"{language}/ceds/assess.html"
        body = assess_body(Page(found, language, address), asked(), AVERAGES, WORKBOOK)
        html = _PAGE.format(language=language, direction=direction(language), policy=POLICY, body=body)
        (site / address).parent.mkdir(parents=True)
        (site / address).write_text(html, "utf-8")
    return site
