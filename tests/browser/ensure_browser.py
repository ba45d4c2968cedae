"""Makes sure that the browser tests have a Chromium and fonts for Korean and Arabic; `make test` runs it.

In: this machine. Out: one line saying which browser was found, exit code 1 if none was and continuous integration
needs one. As root on Debian it installs packages; otherwise it asks Playwright to download a browser.
Not here: looking for a browser (`find_browser`).
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

from tests.browser.find_browser import browser_required, find_browser

FONT_PACKAGES = ("fonts-noto-cjk", "fonts-noto-core")
NONE_FOUND = (
    "No Chromium found and none could be installed: browser tests cannot run. "
    "Install Chromium or Chrome, or name one with CHROMIUM=/path/to/chromium."
)


def main() -> int:
    """Find or install a browser, say which, and return the exit code."""
    ensure_fonts()
    browser = find_browser() or install_browser()
    print(f"Browser tests use {browser}" if browser else NONE_FOUND, file=sys.stderr)
    return 1 if browser is None and browser_required() else 0


def install_browser() -> str | None:
    """Install Chromium, from Debian if we may, else through Playwright, and return its path."""
    if os.environ.get("CHROMIUM"):
        return None  # A browser was asked for by name: another one would test something else.
    if may_use_apt():
        print("Installing chromium", file=sys.stderr)
        apt_install(("chromium",))
        if browser := find_browser():
            return browser
    print("Downloading a Chromium with Playwright", file=sys.stderr)
    run([sys.executable, "-m", "playwright", "install", "chromium"])
    return find_browser()


def ensure_fonts() -> None:
    """Install fonts that lack; without them pages show boxes, so a failure is only told."""
    if not may_use_apt():
        return
    missing = tuple(name for name in FONT_PACKAGES if not is_installed(name))
    if missing and not apt_install(missing):
        print(f"Could not install {' '.join(missing)}: screenshots may show boxes for letters", file=sys.stderr)


def may_use_apt() -> bool:
    """Tell whether this is root on Debian or a relative."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def is_installed(package: str) -> bool:
    """Tell whether a Debian package is installed."""
    query = ["dpkg-query", "--show", "--showformat", "${db:Status-Status}", package]
    return subprocess.run(query, capture_output=True, text=True, check=False).stdout == "installed"


def apt_install(packages: Sequence[str]) -> bool:
    """Install Debian packages without questions, waiting for another apt to end."""
    wait = ["-o", "DPkg::Lock::Timeout=120"]
    return run(["apt-get", *wait, "-qq", "update"]) and run(
        ["apt-get", *wait, "-qq", "-y", "--no-install-recommends", "install", *packages]
    )


def run(command: Sequence[str]) -> bool:
    """Run a command with its output on stderr only when it fails; return whether it succeeded."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if done.returncode:
        print(done.stdout + done.stderr, file=sys.stderr)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
