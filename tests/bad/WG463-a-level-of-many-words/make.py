from pathlib import Path

from tests.ceds_tree import indicator, write_instrument


def make(data: Path) -> None:
    write_instrument(data)
    changed = indicator("gm-02").replace("Paper 3 of gm-02", "Paper 3 of gm-02" + " and another one" * 8)
    (data / "ceds/1.0/indicators/gm-02.yml").write_text(changed, "utf-8", newline="\n")
