"""Makes what git cannot hold, or not on every machine."""

from pathlib import Path


def make(data: Path) -> None:
    (data / "topics" / "open-data.yml").symlink_to("e-government.yml")
