"""A small instrument as files, for data folders of tests: all questions and systems, as few words as the models allow.

In: a data folder. Out: files below data/ceds/1.0/ and what they refer to. Not here: runs.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from generator.read.frozen import digest
from tests.unit.tree import SOURCE, TOPIC, write

DIMENSIONS: Final = {
    "gm": "governance-mechanism",
    "pi": "policy-and-institution",
    "rc": "resource-capacity",
    "in": "ict-network",
    "cr": "citizen-readiness",
    "ps": "public-service-infrastructure",
}
AREAS: Final = ("e-admin", "e-life", "e-industry", "e-infra")
_TAIL: Final = "sources: [report]\nadded: 2026-11-22\n"
_TEXT: Final = "{en: Text}"


def write_instrument(data: Path, *, frozen: bool = True) -> Path:
    """Version 1.0 with 90 indicators (gm-01 …) and 55 systems (system-01 …), its topic and source."""
    home = data / "ceds" / "1.0"
    texts = {"framework.yml": _framework()}
    texts |= {f"indicators/{id}.yml": indicator(id) for id in indicator_ids()}
    texts |= {f"systems/{id}.yml": system(number) for number, id in enumerate(system_ids())}
    write(home, texts)
    write(data, {"topics/open-data.yml": TOPIC, "sources/report.yml": SOURCE})
    if frozen:
        (home / "digest.txt").write_text(digest(home) + "\n", "utf-8", newline="\n")
    return data


def indicator_ids() -> list[str]:
    """gm-01 … ps-15."""
    return [f"{prefix}-{number:02d}" for prefix in DIMENSIONS for number in range(1, 16)]


def system_ids() -> list[str]:
    """system-01 … system-55."""
    return [f"system-{number:02d}" for number in range(1, 56)]


def indicator(id: str, levels: str = "") -> str:
    """The file of an indicator; its levels name it, so that none is like another's."""
    said = levels or ", ".join(f"{{en: Paper {number} of {id} is signed.}}" for number in range(5))
    dimension = DIMENSIONS[id.partition("-")[0]]
    return f"dimension: {dimension}\nquestion: {_TEXT}\nwhy: {_TEXT}\nevidence: {_TEXT}\nlevels: [{said}]\n{_TAIL}"


def system(number: int, requires: str = "") -> str:
    """The file of a system; `requires` is a list in YAML."""
    kit = f"{{what: {_TEXT}, needs: [{_TEXT}, {_TEXT}], steps: [{_TEXT}, {_TEXT}, {_TEXT}], pitfalls: [{_TEXT}, {_TEXT}]}}"
    needs = f"requires: {requires}\n" if requires else ""
    return (
        f"area: {AREAS[number % 4]}\nname: {{en: System {number}}}\nsummary: {_TEXT}\n{needs}"
        f"enabling: [governance-mechanism]\ntopics: [open-data]\nhorizon: short\nkit: {kit}\n{_TAIL}"
    )


def _framework() -> str:
    dimensions = ", ".join(
        f"{{id: {id}, side: {'internal' if number < 3 else 'external'}, name: {_TEXT}, summary: {_TEXT}}}"
        for number, id in enumerate(DIMENSIONS.values())
    )
    areas = ", ".join(f"{{id: {id}, serves: all, name: {_TEXT}, summary: {_TEXT}}}" for id in AREAS)
    stages = ", ".join([f"{{name: {_TEXT}, summary: {_TEXT}}}"] * 5)
    five = f"[{', '.join([_TEXT] * 5)}]"
    return (
        f'version: "1.0"\ntitle: {_TEXT}\nsummary: {_TEXT}\ndimensions: [{dimensions}]\nareas: [{areas}]\n'
        f"stages: [{stages}]\nexistence: {five}\nuse: {five}\nhistory: [{_TEXT}]\n{_TAIL}"
    )
