"""What the tests of the assessment page share: a page that must make no mistake, runs that are kept, files opened and saved.

In: a browser, the site of `ceds_page`. Out: pages, what the browser keeps, texts of files. Not here: tests.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from generator.model.assessment import Assessment
from tests.browser.static_server import Site

SIGNS = ("34.2n" * 18, "44" * 20 + "31" * 15 + "nn" + "2." + ".." * 18)
"""A run with everything in it: levels, blanks, not applicable, use open."""


def opened(chromium: Browser) -> Iterator[BrowserContext]:
    """A window of its own."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield context
    context.close()


def watched(context: BrowserContext, site: Site) -> Iterator[Page]:
    """The page, which must not have made a mistake or broken the policy when the test ends."""
    page = context.new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.goto(address(site))
    yield page
    assert said == []


def address(site: Site, part: str = "about", language: str = "en") -> str:
    """Address of a part of the page."""
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
    """Choose a file of this content."""
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
