"""Makes what git cannot hold, or not on every machine."""

from pathlib import Path


def make(data: Path) -> None:
    (data / "cities").symlink_to("topics")
