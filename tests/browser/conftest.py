"""Fixtures of the browser tests: `chromium`, a running browser, and `serve`, which serves a built site.

Each pytest worker has its own browser and its own ports, so tests may run side by side.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.ensure_browser import NONE_FOUND
from tests.browser.find_browser import browser_required, find_browser, launch_flags
from tests.browser.static_server import Site, serve_folder

Serve = Callable[..., Site]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that uses a browser, so that `-m browser` and `-m "not browser"` need no care."""
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A headless Chromium; open pages in a context of your own: `chromium.new_context()`."""
    path = find_browser()
    if path is None:
        (pytest.fail if browser_required() else pytest.skip)(NONE_FOUND)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=launch_flags())
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """`serve(folder, prefix="")` serves a folder on loopback until the tests end and returns its `Site`."""
    with ExitStack() as running:

        def start(folder: Path, prefix: str = "") -> Site:
            return running.enter_context(serve_folder(folder, prefix))

        yield start
