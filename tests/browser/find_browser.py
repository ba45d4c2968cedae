"""Finds a Chromium for the browser tests.

In: the environment, the PATH and the browsers that Playwright installed. Out: the path of an executable, or None.
Not here: installing one (`ensure_browser`), starting it (`conftest`).
"""

import os
import shutil
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
LAUNCH_FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_browser() -> str | None:
    """Return $CHROMIUM, else the first Chromium or Chrome on the PATH, else Playwright's own, else None."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    on_path = next((path for path in map(shutil.which, NAMES) if path), None)
    return on_path or playwright_browser()


def playwright_browser() -> str | None:
    """Return the Chromium that `playwright install chromium` left, if any."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def launch_flags() -> list[str]:
    """Return the command-line flags: no calls to other hosts, and no sandbox for root, which Chromium refuses."""
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*LAUNCH_FLAGS, *(["--no-sandbox"] if as_root else [])]


def browser_required() -> bool:
    """Tell whether a missing browser is an error (in continuous integration) and not a reason to skip."""
    return os.environ.get("CI", "").lower() in {"1", "true", "yes"}
