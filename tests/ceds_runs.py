"""CeDS runs for the tests, written as signs: short enough to read, exact enough to compute by hand.

An indicator is one sign: its level 0–4, `.` left open, `n` not applicable. A system is two: existence and use, each 0–4 or `.`;
`nn` is not a task of the city.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.model.assessment import Assessment
from generator.model.framework import Instrument

DAY = "2026-05-04"


def coded(asked: Instrument, indicators: str, systems: str, **more: Any) -> Assessment:
    """A run from the signs of all indicators and all systems, in the order of the instrument."""
    pairs = [systems[at : at + 2] for at in range(0, len(systems), 2)]
    given = {
        "city": "example-city",
        "date": DAY,
        "version": asked.framework.version,
        "indicators": {id: _answer(sign) for id, sign in zip(asked.indicators, indicators, strict=True) if sign != "."},
        "systems": {id: _system(pair) for id, pair in zip(asked.systems, pairs, strict=True) if pair != ".."},
    }
    return Assessment.model_validate(given | more)


def signs(
    asked: Instrument, parts: Mapping[str, str] | None = None, *, level: str = ".", system: str = ".."
) -> tuple[str, str]:
    """The signs of a whole run: `level` and `system` everywhere, save in the dimensions and areas whose signs `parts` gives."""
    left = {name: list(text) for name, text in (parts or {}).items()}
    indicators = [
        left[each.dimension].pop(0) if each.dimension in left else level for each in asked.indicators.values()
    ]
    systems = [
        left[each.area].pop(0) + left[each.area].pop(0) if each.area in left else system
        for each in asked.systems.values()
    ]
    assert not any(left.values()), "more signs than questions"
    return "".join(indicators), "".join(systems)


def small(asked: Instrument, systems: Mapping[str, tuple[str, tuple[str, ...]]]) -> Instrument:
    """The instrument with other systems: for each id its area and what it requires; resource capacity enables all."""
    model = next(iter(asked.systems.values()))
    made = {
        id: model.model_copy(update={"id": id, "area": area, "requires": needs, "enabling": ("resource-capacity",)})
        for id, (area, needs) in systems.items()
    }
    return asked.model_copy(update={"systems": made})


def fives(asked: Instrument) -> Instrument:
    """The instrument with five systems in each area, of which none requires another."""
    areas = [each.id for each in asked.framework.areas]
    return small(asked, {f"{area}-{number}": (area, ()) for area in areas for number in range(1, 6)})


def _answer(sign: str) -> dict[str, object]:
    return {"not_applicable": "A task of the province."} if sign == "n" else {"level": int(sign)}


def _system(pair: str) -> dict[str, object]:
    if pair == "nn":
        return {"not_a_task": "A task of the province."}
    return {name: int(sign) for name, sign in zip(("existence", "use"), pair, strict=True) if sign != "."}
