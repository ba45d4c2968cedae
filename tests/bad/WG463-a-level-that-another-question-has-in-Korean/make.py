from pathlib import Path

from tests.ceds_tree import indicator, write_instrument


def make(data: Path) -> None:
    write_instrument(data)
    for id in ("gm-01", "gm-02"):
        changed = indicator(id).replace("is signed.}, {en: Paper 4", "is signed., ko: 문서에 서명하였음}, {en: Paper 4")
        (data / f"ceds/1.0/indicators/{id}.yml").write_text(changed, "utf-8", newline="\n")
