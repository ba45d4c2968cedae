from pathlib import Path

from tests.ceds_tree import system, write_instrument


def make(data: Path) -> None:
    write_instrument(data)
    for number, needed in ((0, "system-02"), (1, "system-03"), (2, "system-01")):
        text = system(number, f"[{needed}]")
        (data / f"ceds/1.0/systems/system-{number + 1:02d}.yml").write_text(text, "utf-8", newline="\n")
