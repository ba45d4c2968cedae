"""What the tests of the appraisal share: an example typed, files opened and saved, what the command reads in them.

In: the form. Out: what it says and saves. Not here: tests, the site of the form (`appraise/conftest.py`).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from playwright.sync_api import Page, expect

from generator.cli import main
from generator.read.yaml_source import load
from tests.conftest import ROOT


def type_example(form: Page) -> None:
    """Spend 100; then 10 of running costs and 65 of benefits; then 10 and 131; at 10 percent."""
    form.get_by_label("Discount rate, percent a year").fill("10")
    form.get_by_label("Investment, year 0", exact=True).fill("100")
    for year, benefits in ((1, "65"), (2, "131")):
        form.get_by_label(f"Running costs, year {year}", exact=True).fill("10")
        form.get_by_label(f"Benefits, year {year}", exact=True).fill(benefits)


def settled(form: Page) -> None:
    """Wait until what was typed is computed."""
    expect(form.locator(".wego-appraise__output")).to_have_attribute("aria-busy", "false")


def status(form: Page) -> str:
    settled(form)
    return form.locator(".wego-appraise__status").inner_text()


def open_text(form: Page, tmp_path: Path, text: str, name: str = "given.yml") -> None:
    """Open a file with this text in the form."""
    file = tmp_path / name
    file.write_text(text, "utf-8")
    form.locator("#wego-appraise-file").set_input_files(file)
    expect(form.locator(".wego-assess__saved").nth(1)).not_to_be_empty()


def saved(form: Page, tmp_path: Path) -> str:
    """What the form saves."""
    with form.expect_download() as started:
        form.get_by_role("button", name="Save as YAML").or_(form.get_by_role("button", name="YAML로 저장")).click()
    file = tmp_path / "appraisal.yml"
    started.value.save_as(file)
    return file.read_text("utf-8")


def delete_all(form: Page) -> None:
    """Press the button and say yes."""
    form.get_by_role("button", name="Delete everything").click()
    form.get_by_role("button", name="Delete all numbers").click()


def appraised(file: Path) -> dict[str, Any]:
    """What the command makes of a file."""
    result = CliRunner().invoke(main, ["study", "appraise", str(file), "--format", "json", "--root", str(ROOT)])
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def values(text: str) -> dict[str, Any]:
    """The plain values of a file, as the build reads them."""
    found, problems = load(text.encode(), "given.yml")
    assert found is not None, problems
    return found
