"""Change between two runs of one version, over the items answered in both.

In: an instrument and two runs. Out: the difference of each figure, None where there is none. Not here: scores (`ceds_score`).
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from generator.derive.ceds_score import area, dimension, system
from generator.model.assessment import Assessment
from generator.model.framework import Instrument


def change(instrument: Instrument, before: Assessment, after: Assessment) -> Mapping[str, Fraction | None]:
    """How far each figure moved, by its name in `figures`. None for one that is not shown in both runs, or has no item in common.

    Between versions nothing can be compared, so all are None.
    """
    same = before.version == after.version == instrument.framework.version
    dimensions = _dimensions(instrument, before, after) if same else {}
    areas = _areas(instrument, before, after) if same else {}
    framework = instrument.framework
    internal, external = (
        [dimensions.get(each.id) for each in framework.dimensions if each.side == side]
        for side in ("internal", "external")
    )
    maturity = _mean([*internal, *external])
    systems = _mean([areas.get(each.id) for each in framework.areas])
    return {
        "overall": _mean([maturity, systems]),
        "maturity": maturity,
        "internal": _mean(internal),
        "external": _mean(external),
        **{f"dimension/{each.id}": dimensions.get(each.id) for each in framework.dimensions},
        "systems": systems,
        **{f"area/{each.id}": areas.get(each.id) for each in framework.areas},
    }


def _dimensions(instrument: Instrument, before: Assessment, after: Assessment) -> dict[str, Fraction | None]:
    found: dict[str, Fraction | None] = {}
    for each in instrument.framework.dimensions:
        ids = [id for id, one in instrument.indicators.items() if one.dimension == each.id]
        shown = all(dimension(run.indicators.get(id) for id in ids).value is not None for run in (before, after))
        pairs = [(_level(before, id), _level(after, id)) for id in ids]
        moved = [Fraction(25 * (new - old)) for old, new in pairs if old is not None and new is not None]
        found[each.id] = _mean(moved) if shown else None
    return found


def _areas(instrument: Instrument, before: Assessment, after: Assessment) -> dict[str, Fraction | None]:
    found: dict[str, Fraction | None] = {}
    for each in instrument.framework.areas:
        ids = [id for id, one in instrument.systems.items() if one.area == each.id]
        old, new = ([system(run.systems.get(id)) for id in ids] for run in (before, after))
        shown = area(old).value is not None and area(new).value is not None
        pairs = zip(old, new, strict=True)
        moved = [b.value - a.value for a, b in pairs if a.value is not None and b.value is not None]
        found[each.id] = _mean(moved) if shown else None
    return found


def _level(run: Assessment, id: str) -> int | None:
    """The level answered; an indicator that does not apply has none."""
    answer = run.indicators.get(id)
    return None if answer is None or answer.not_applicable is not None else answer.level


def _mean(values: list[Fraction | None] | list[Fraction]) -> Fraction | None:
    """None where one is missing or there is none at all."""
    known = [value for value in values if value is not None]
    return sum(known, Fraction(0)) / len(known) if known and len(known) == len(values) else None
