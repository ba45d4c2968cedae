"""Makes what git cannot hold, or not on every machine."""

from pathlib import Path

TEXT = """name: {en: Open data, ko: 공공데이터}
summary: {en: Data that anyone may use.}
added: 2026-11-22
"""


def make(data: Path) -> None:
    (data / "topics" / "Open-Data.yml").write_text(TEXT, "utf-8")
