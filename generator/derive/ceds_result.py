"""The scores of one run together, and the names under which its figures are compared.

In: scores. Out: `Result`. Not here: how they are made (`ceds`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.derive.ceds_score import Score


@dataclass(frozen=True, slots=True)
class Result:
    """All scores of a run. The stage is that of the low end of `overall`, shown with that of the high end: "2 (2–3)"."""

    city: str
    date: str
    version: str
    dimensions: Mapping[str, Score]
    internal: Score
    external: Score
    maturity: Score
    systems_by_id: Mapping[str, Score]
    areas: Mapping[str, Score]
    systems: Score
    overall: Score
    stage: int
    stage_high: int


def figures(result: Result) -> dict[str, Score]:
    """The figures that have an average and a change: overall, maturity …, `dimension/<id>`, `area/<id>`."""
    return {
        "overall": result.overall,
        "maturity": result.maturity,
        "internal": result.internal,
        "external": result.external,
        **{f"dimension/{id}": score for id, score in result.dimensions.items()},
        "systems": result.systems,
        **{f"area/{id}": score for id, score in result.areas.items()},
    }
