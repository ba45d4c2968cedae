"""Fixtures of the tests of the appraisal: its page in every language, served under the strict policy, and an empty form."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from generator import checking
from generator.index.site_files import HEADERS, POLICY
from generator.pipeline import world_of
from generator.render.context import Page as RenderPage
from generator.render.host_assets import build_assets
from generator.render.views.appraise import appraise_body
from generator.settings import settings
from tests.browser.static_server import serve_folder
from tests.conftest import LANGUAGES, ROOT, SMALL

_PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>Appraisal</title>
<link rel="stylesheet" href="../../assets/wego/site.css"><link rel="icon" href="../../assets/wego/favicon.svg"></head>
<body><main id="main"><article><h1>Appraisal</h1>{body}</article></main></body></html>
"""


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page of every language, served under the strict policy."""
    folder = tmp_path_factory.mktemp("appraise")
    shutil.copytree(SMALL / "data", folder / "data")
    chosen = settings(ROOT, data=folder / "data", content=SMALL / "content", work=folder / "work", languages=LANGUAGES)
    world = world_of(chosen, checking.check(chosen).catalog)
    site = folder / "site"
    shutil.copytree(build_assets(ROOT, folder / "assets-work"), site / "assets")
    (site / "_headers").write_text(HEADERS, "utf-8")
    for language in LANGUAGES:
        path = f"{language}/studies/appraise.html"
        body = appraise_body(RenderPage(world, language, path))
        (site / path).parent.mkdir(parents=True)
        (site / path).write_text(_PAGE.format(language=language, policy=POLICY, body=body), "utf-8")
    with serve_folder(site) as server:
        yield f"{server.url}/en/studies/appraise.html"


@pytest.fixture
def form(chromium: Browser, address: str) -> Iterator[Page]:
    """The page with an empty form, which must not have made a mistake or broken the policy when the test ends."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.goto(address)
    expect(page.locator("#wego-appraise")).to_be_visible()
    yield page
    context.close()
    assert said == []
