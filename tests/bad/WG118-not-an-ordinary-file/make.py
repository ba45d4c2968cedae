"""Makes what git cannot hold, or not on every machine."""

import os
from pathlib import Path


def make(data: Path) -> None:
    os.mkfifo(data / "topics" / "open-data.yml")
