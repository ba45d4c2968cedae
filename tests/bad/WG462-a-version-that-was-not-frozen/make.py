from pathlib import Path

from tests.ceds_tree import write_instrument


def make(data: Path) -> None:
    write_instrument(data, frozen=False)
