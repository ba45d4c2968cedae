"""A run as the texts of the workbook's cells.

In: a run and the words of the drop-down lists. Out: text by (question, column). Not here: where the cells are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.assessment import Assessment
from generator.read.workbook_layout import HORIZONS, SCOPES

Words = Mapping[str, tuple[str, ...]]


def answers(run: Assessment, words: Words) -> Mapping[tuple[str, str], str]:
    """All cells that are not empty."""
    return dict(each for part in (_city, _indicators, _systems) for each in part(run, words))


def _city(run: Assessment, words: Words) -> Iterator[tuple[tuple[str, str], str]]:
    yield ("city", "answer"), run.city
    yield ("date", "answer"), str(run.date)
    for department in run.departments:
        yield (department, "answer"), words["yes"][0]
    if run.consent:
        yield ("consent-office", "answer"), run.consent.office
        yield ("consent-date", "answer"), str(run.consent.date)
        yield ("consent-scope", "answer"), words["scope"][SCOPES.index(run.consent.scope)]
    if run.note:
        yield ("note", "answer"), run.note


def _indicators(run: Assessment, words: Words) -> Iterator[tuple[tuple[str, str], str]]:
    for id, answer in run.indicators.items():
        known = words.get(f"indicator/{id}", ())
        if known and answer.level is not None:
            yield (id, "answer"), known[answer.level]
        elif known and answer.not_applicable:
            yield (id, "answer"), known[-1]
        if answer.not_applicable:
            yield (id, "reason"), answer.not_applicable
        if answer.evidence:
            yield (id, "evidence"), answer.evidence


def _systems(run: Assessment, words: Words) -> Iterator[tuple[tuple[str, str], str]]:
    for id, answer in run.systems.items():
        if answer.existence is not None:
            yield (id, "existence"), words["existence"][answer.existence]
        elif answer.not_a_task:
            yield (id, "existence"), words["existence"][-1]
        if answer.use is not None:
            yield (id, "use"), words["use"][answer.use]
        if answer.not_a_task:
            yield (id, "reason"), answer.not_a_task
        if answer.evidence:
            yield (id, "evidence"), answer.evidence
    for id, horizon in run.targets.items():
        yield (id, "target"), words["target"][HORIZONS.index(horizon)]
