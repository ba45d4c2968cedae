"""The instrument of a version as the tests need it: read from data/ceds/<version>/ without the pipeline."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator.model.framework import Framework, Indicator, Instrument, System
from generator.read.yaml_source import load

DATA = Path(__file__).parent.parent / "data" / "ceds"


@cache
def instrument(version: str = "1.0") -> Instrument:
    """The whole version; the files' names are the ids."""
    folder = DATA / version

    def values(file: Path) -> dict[str, object]:
        read, found = load(file.read_bytes(), file.name)
        assert read is not None, found
        return read

    framework = Framework.model_validate({"id": "framework", **values(folder / "framework.yml")})
    indicators = {
        file.stem: Indicator.model_validate({"id": file.stem, **values(file)})
        for file in sorted((folder / "indicators").glob("*.yml"))
    }
    systems = {
        file.stem: System.model_validate({"id": file.stem, **values(file)})
        for file in sorted((folder / "systems").glob("*.yml"))
    }
    return Instrument(framework=framework, indicators=indicators, systems=systems)
