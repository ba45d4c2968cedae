"""`wego serve`: a preview on loopback that shows an edit at once and keeps the last good pages when something is wrong."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
SMALL = ROOT / "tests" / "sites" / "small"


class Preview:
    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        shutil.copytree(SMALL / "data", self.data)
        command = [
            sys.executable,
            "-m",
            "generator",
            "serve",
            "--root",
            str(ROOT),
            "--data",
            str(self.data),
            "--content",
            str(SMALL / "content"),
            "--work-dir",
            str(folder / "work"),
            "--port",
            "0",
        ]
        # A shell that starts the tests in the background lets its children ignore SIGINT.
        self.running = subprocess.Popen(
            command,
            cwd=ROOT,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        assert self.running.stderr is not None
        for line in self.running.stderr:
            if found := re.search(r"(http://127\.0\.0\.1:\d+)/", line):
                self.url = found.group(1)
                return
        pytest.fail("the preview did not start")

    def get(self, path: str) -> str:
        with urllib.request.urlopen(f"{self.url}/{path}", timeout=30) as answer:
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
            return str(answer.read().decode())

    def state(self, seen: object = "") -> dict[str, Any]:
        return dict(json.loads(self.get(f"__wego/state?seen={seen}")))

    def wait(self, done: Any) -> dict[str, Any]:
        for _ in range(100):
            state = self.state()
            if done(state):
                return state
            time.sleep(0.2)
        pytest.fail(f"no news: {self.state()}")


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    started = Preview(tmp_path_factory.mktemp("serve"))
    yield started
    started.running.send_signal(signal.SIGINT)
    assert started.running.wait(timeout=20) == 0


def test_pages_come_with_the_script_that_reloads(preview: Preview) -> None:
    page = preview.get("en/cities/seoul.html")
    assert '<script src="/__wego/reload.js" defer></script>' in page
    assert "location.reload" in preview.get("__wego/reload.js")
    assert "<title>" in preview.get("ko/")


def test_an_edit_is_shown_and_a_mistake_keeps_the_last_good_pages(preview: Preview) -> None:
    record = preview.data / "cities" / "seoul.yml"
    good = record.read_text("utf-8")
    before = preview.state()["version"]
    record.write_text(good.replace("Seoul founded WeGO", "Seoul began WeGO"), "utf-8")
    after = preview.wait(lambda state: state["version"] > before)["version"]
    assert "Seoul began WeGO" in preview.get("en/cities/seoul.html")
    record.write_text(good + "counrty: KR\n", "utf-8")
    wrong = preview.wait(lambda state: state["problems"])
    assert "WG201" in wrong["problems"] and wrong["version"] == after
    assert "Seoul began WeGO" in preview.get("en/cities/seoul.html")
    record.write_text(good, "utf-8")
    preview.wait(lambda state: state["version"] > after and not state["problems"])
    assert "Seoul founded WeGO" in preview.get("en/cities/seoul.html")


def test_nothing_outside_the_site_is_served(preview: Preview) -> None:
    for path in ("../../../../etc/passwd", "%2e%2e/%2e%2e/pyproject.toml", "..%2f..%2fpyproject.toml"):
        with pytest.raises(urllib.error.HTTPError):
            preview.get(path)


def test_a_port_in_use_is_a_clear_error(preview: Preview, tmp_path: Path) -> None:
    port = preview.url.rpartition(":")[2]
    command = [
        sys.executable,
        "-m",
        "generator",
        "serve",
        "--root",
        str(ROOT),
        "--data",
        str(SMALL / "data"),
        "--content",
        str(SMALL / "content"),
        "--work-dir",
        str(tmp_path),
        "--port",
        port,
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False, env=os.environ)
    assert done.returncode == 2 and "in use" in done.stderr and "Traceback" not in done.stderr
