"""The published CeDS runs, each with all its pages and files tell of it.

In: the catalog and the date of the build. Out: `Run`s by city and date. Runs taken back are not among them: the catalog has them
under `assessments`, with nothing but the fact. Not here: scoring (`ceds`), what consent covers (`model.consented`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from types import MappingProxyType

from generator.derive.ceds import Average, Result, average, change, counted, result
from generator.derive.roadmap import Step, roadmap
from generator.model.assessment import Assessment
from generator.model.catalog import Catalog
from generator.model.consented import is_invented, key_of, shown, shows_answers


@dataclass(frozen=True)
class Run:
    """A run as it may be shown: `assessment` and `before` hold no more than their cities consented to.

    Where consent is to scores alone, `answers` is False, and what would tell single answers is empty: `steps` and the scores of
    single systems. `averages` are of the other cities (for an invented city: of the other invented ones). `before` is the last
    earlier run of the city, and `change` what moved since, by the names of `ceds.figures`; empty without one, and where one of the two
    shows scores alone: together with the figures, what moved over the common answers could tell an answer outside them.
    """

    assessment: Assessment
    result: Result
    steps: tuple[Step, ...]
    averages: Mapping[str, Average]
    before: Assessment | None
    change: Mapping[str, Fraction | None]

    @property
    def answers(self) -> bool:
        """Whether single answers may be shown."""
        return shows_answers(self.assessment)

    @property
    def invented(self) -> bool:
        """Whether the run is demonstration data."""
        return is_invented(self.assessment)


def runs(catalog: Catalog, as_of: str) -> tuple[Run, ...]:
    """All runs that a city consented to and did not take back; averages are as of `as_of`, `YYYY-MM-DD`."""
    given = [each for each in catalog.assessments if counted(each)]
    results = {key_of(each): result(catalog.instrument(each.version), each) for each in given}
    return tuple(_run(catalog, each, given, results, as_of) for each in given)


def _run(
    catalog: Catalog, run: Assessment, given: Sequence[Assessment], results: Mapping[str, Result], as_of: str
) -> Run:
    instrument, own = catalog.instrument(run.version), results[key_of(run)]
    earlier = [each for each in given if each.city == run.city and each.date.sort_key < run.date.sort_key]
    before = max(earlier, key=lambda each: each.date.sort_key, default=None)
    told = shows_answers(run)
    return Run(
        assessment=shown(run),
        result=own if told else replace(own, systems_by_id=MappingProxyType({})),
        steps=roadmap(instrument, run, own) if told else (),
        averages=average(tuple(results.values()), as_of, run.city, version=run.version),
        before=shown(before) if before else None,
        change=change(instrument, before, run) if before and told and shows_answers(before) else MappingProxyType({}),
    )
