"""The result of a CeDS run: every score with its range, and the stage; the door to averages and change.

In: an instrument and runs of its version. Out: `Result`. Not here: the arithmetic (`ceds_score`), the roadmap, wording.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.derive.ceds_average import Average, average, counted
from generator.derive.ceds_change import change
from generator.derive.ceds_result import Result, figures
from generator.derive.ceds_score import CITY_WIDE, PILOT, Score, area, dimension, roll_up, stage, system
from generator.model.assessment import Assessment
from generator.model.framework import Instrument

__all__ = [
    "CITY_WIDE",
    "PILOT",
    "Average",
    "Result",
    "Score",
    "average",
    "change",
    "counted",
    "figures",
    "result",
    "stage",
]


def result(instrument: Instrument, run: Assessment) -> Result:
    """Score `run` with the instrument of its own version; answers to unknown questions count nothing."""
    if run.version != instrument.framework.version:
        raise ValueError(f"a run of version {run.version} cannot be scored with {instrument.framework.version}")
    dimensions = _dimensions(instrument, run)
    systems = {id: system(run.systems.get(id)) for id in instrument.systems}
    areas: dict[str, Score] = {
        each.id: area([systems[id] for id, one in instrument.systems.items() if one.area == each.id])
        for each in instrument.framework.areas
    }
    maturity, existing = roll_up(list(dimensions.values())), roll_up(list(areas.values()))
    overall = roll_up([maturity, existing])
    return Result(
        city=run.city,
        date=str(run.date),
        version=run.version,
        dimensions=dimensions,
        internal=roll_up(_side(instrument, dimensions, "internal")),
        external=roll_up(_side(instrument, dimensions, "external")),
        maturity=maturity,
        systems_by_id=systems,
        areas=areas,
        systems=existing,
        overall=overall,
        stage=stage(overall.low),
        stage_high=stage(overall.high),
    )


def _dimensions(instrument: Instrument, run: Assessment) -> dict[str, Score]:
    return {
        each.id: dimension(
            run.indicators.get(id) for id, one in instrument.indicators.items() if one.dimension == each.id
        )
        for each in instrument.framework.dimensions
    }


def _side(instrument: Instrument, scores: dict[str, Score], side: str) -> Sequence[Score]:
    return [scores[each.id] for each in instrument.framework.dimensions if each.side == side]
