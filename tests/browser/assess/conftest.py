"""Fixtures of the tests of the assessment page: its site, written once for each worker, and a page that must make no mistake."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.assess_tools import SIGNS, keep, opened, plain, watched
from tests.browser.ceds_page import write
from tests.browser.conftest import Serve
from tests.browser.static_server import Site
from tests.ceds import instrument
from tests.ceds_runs import coded


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> Site:
    return serve(write(tmp_path_factory.mktemp("assess")))


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    yield from opened(chromium)


@pytest.fixture
def page(context: BrowserContext, site: Site) -> Iterator[Page]:
    yield from watched(context, site)


@pytest.fixture(scope="module")
def filled_page(chromium: Browser, site: Site) -> Iterator[Page]:
    """A page with a run in it, for all the files of a module that it must refuse."""
    for context in opened(chromium):
        for page in watched(context, site):
            keep(page, plain(coded(instrument(), *SIGNS)), "about")
            yield page


@pytest.fixture
def refusing(filled_page: Page) -> Page:
    """That page, saying nothing; a test looks that the run in it stays as it is."""
    filled_page.get_by_role("alert").evaluate_all("all => all.forEach(each => each.replaceChildren())")
    return filled_page
