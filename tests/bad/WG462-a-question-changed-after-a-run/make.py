from pathlib import Path

from tests.ceds_tree import indicator, write_instrument


def make(data: Path) -> None:
    write_instrument(data)
    changed = indicator("gm-01").replace("Paper 3", "Paper 33")
    (data / "ceds/1.0/indicators/gm-01.yml").write_text(changed, "utf-8", newline="\n")
