"""Fixtures of the tests of the assessment page: its site, written once for each worker, and a page that must make no mistake."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.assess_tools import opened, watched
from tests.browser.ceds_page import write
from tests.browser.conftest import Serve
from tests.browser.static_server import Site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> Site:
    return serve(write(tmp_path_factory.mktemp("assess")))


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    yield from opened(chromium)


@pytest.fixture
def page(context: BrowserContext, site: Site) -> Iterator[Page]:
    yield from watched(context, site)
