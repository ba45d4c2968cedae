"""In a real browser, hostile data opens no dialog and breaks no policy."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Dialog

from tests.test_hostile import PUBLISHED, hostile

RUNNING = [payload for payload in PUBLISHED if "alert" in payload]


@pytest.mark.parametrize("payload", RUNNING, ids=[f"payload-{number}" for number in range(len(RUNNING))])
def test_no_dialog_opens(chromium: Browser, serve: Any, tmp_path: Path, payload: str) -> None:
    folder = hostile(tmp_path, payload)
    assert folder is not None
    site = serve(folder)
    page = chromium.new_page()
    opened: list[str] = []
    refused: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        opened.append(dialog.message)
        dialog.dismiss()

    def note(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            refused.append(message.text)

    page.on("dialog", dismiss)
    page.on("console", note)
    # Former addresses lead on at once; the pages they lead to are looked at themselves.
    staying = [file for file in sorted(folder.rglob("*.html")) if 'http-equiv="refresh"' not in file.read_text("utf-8")]
    for file in staying[::5]:
        page.goto(f"{site.url}/{file.relative_to(folder).as_posix()}")
        page.evaluate("document.querySelectorAll('[onmouseover],[onfocus]').length")
    page.close()
    assert opened == []
    assert refused == []
