from pathlib import Path

from tests.ceds_tree import write_instrument


def make(data: Path) -> None:
    write_instrument(data)
    (data / "ceds/1.0/systems/system-55.yml").unlink()
