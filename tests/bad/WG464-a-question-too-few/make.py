from pathlib import Path

from tests.ceds_tree import write_instrument


def make(data: Path) -> None:
    write_instrument(data)
    (data / "ceds/1.0/indicators/in-15.yml").unlink()
