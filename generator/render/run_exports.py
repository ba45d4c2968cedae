"""CeDS runs as data: JSON, CSV and YAML of each run, JSON and CSV of all.

In: the runs, as far as their cities consented. Out: (address, bytes) pairs. A run taken back says so and nothing else; an invented
one says so. Scores stand rounded, and exactly as fractions. Not here: scoring (`derive.ceds`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, Final

import yaml

from generator.derive.ceds import Average, Score, figures
from generator.derive.roadmap import Step
from generator.derive.runs import Run
from generator.model.assessment import Assessment
from generator.model.consented import is_invented, key_of
from generator.render import routes
from generator.render.context import World
from generator.render.exports import envelope, table

FOLDER: Final = "api/v1/assessments"
_DIGITS: Final = 4


def files(world: World) -> Iterator[tuple[str, bytes]]:
    """All files of all runs."""
    scored = {key_of(each.assessment): each for each in world.runs}
    items: list[dict[str, Any]] = []
    for run in world.catalog.assessments:
        found = scored.get(key_of(run))
        items.append(item(found) if found else taken_back(run))
        version = world.catalog.digests["assessment", key_of(run)]
        schema = "../../../../schema/v1/assessment.json"
        yield routes.run_twin(run), envelope(world, schema, version, items[-1:])
        yield routes.run_twin(run, "csv"), table(list(_rows(found)) if found else items[-1:])
        yield routes.run_twin(run, "yml"), _as_yaml(found.assessment if found else run)
    yield f"{FOLDER}.json", envelope(world, "../../schema/v1/assessment.json", _version(world), items)
    yield f"{FOLDER}.csv", table([_row(each) for each in world.runs if not each.invented])


def item(run: Run) -> dict[str, Any]:
    """A run as JSON values: what was answered as far as it may be shown, and what follows from it."""
    own, systems = run.result, run.result.systems_by_id
    result: dict[str, Any] = {
        "stage": own.stage,
        "stage_high": own.stage_high,
        "figures": {name: _score(score) for name, score in figures(own).items()},
        "averages": {name: _average(each) for name, each in run.averages.items()},
    }
    if systems:
        result["systems"] = {id: _score(score) for id, score in systems.items()}
    if run.before is not None and run.change:
        moved = {name: number(value) for name, value in run.change.items()}
        result["change"] = {"since": str(run.before.date), "figures": moved}
    if run.steps:
        result["roadmap"] = [_step(each) for each in run.steps]
    return {**_plain(run.assessment), "result": result}


def taken_back(run: Assessment) -> dict[str, Any]:
    """A run that its city withdrew: the fact."""
    return _plain(run)


def number(value: Fraction | None) -> dict[str, Any] | None:
    """A figure rounded and exactly; None where it is not shown."""
    return None if value is None else {"value": round(float(value), _DIGITS), "exact": str(value)}


def _plain(run: Assessment) -> dict[str, Any]:
    values: dict[str, Any] = {"kind": run.kind, "id": key_of(run), **run.model_dump(mode="json", exclude_defaults=True)}
    return {**values, "invented": True} if is_invented(run) else values


def _score(score: Score) -> dict[str, Any]:
    said: dict[str, Any] = {"score": number(score.value), "low": number(score.low), "high": number(score.high)}
    counts = {"answered": score.answered, "asked": score.asked, "not_applicable": score.not_applicable}
    return {**said, **counts, **({"reason": score.reason} if score.reason else {})}


def _average(average: Average) -> dict[str, Any]:
    return {"average": number(average.value), "cities": average.n}


def _step(step: Step) -> dict[str, Any]:
    return {
        "system": step.system,
        "phase": step.phase,
        "gap": number(step.gap),
        "priority": number(step.priority),
        "blocked_by": list(step.blocked_by),
        "weak_dimensions": list(step.weak_dimensions),
        "unknown": step.unknown,
    }


def _rows(run: Run) -> Iterator[dict[str, Any]]:
    """One run as a table: its figures, then its answers where they may be shown."""
    about = {"city": run.assessment.city, "date": str(run.assessment.date), "version": run.assessment.version}
    if run.invented:
        about["invented"] = "true"
    for name, score in figures(run.result).items():
        yield {**about, "part": "figure", "id": name, **_cells(score)}
    for part, answers in (("indicator", run.assessment.indicators), ("system", run.assessment.systems)):
        for id, answer in answers.items():
            yield {**about, "part": part, "id": id, **answer.model_dump(mode="json", exclude_none=True)}
    for id, horizon in run.assessment.targets.items():
        yield {**about, "part": "target", "id": id, "horizon": horizon}


def _cells(score: Score) -> Mapping[str, Any]:
    return {
        "score": "" if score.value is None else round(float(score.value), _DIGITS),
        "low": round(float(score.low), _DIGITS),
        "high": round(float(score.high), _DIGITS),
        "answered": score.answered,
        "asked": score.asked,
        "not_applicable": score.not_applicable,
    }


def _row(run: Run) -> dict[str, Any]:
    """One run in the table of all: its scores."""
    scores = {
        name: "" if score.value is None else round(float(score.value), _DIGITS)
        for name, score in figures(run.result).items()
    }
    about = {"city": run.assessment.city, "date": str(run.assessment.date), "version": run.assessment.version}
    return {**about, "stage": run.result.stage, "stage_high": run.result.stage_high, **scores}


def _as_yaml(run: Assessment) -> bytes:
    """The run as its file in data/, without what may not be shown."""
    values = run.model_dump(mode="json", exclude_defaults=True, exclude=set(run.from_path))
    head = f"# {run.city}, {run.date}\n" + ("# Invented for demonstration.\n" if is_invented(run) else "")
    text = yaml.safe_dump(json.loads(json.dumps(values)), allow_unicode=True, sort_keys=False, width=120)
    return (head + text).encode()


def _version(world: World) -> str:
    digests = "".join(
        f"{key_of(run)}={world.catalog.digests['assessment', key_of(run)]};" for run in world.catalog.assessments
    )
    return hashlib.blake2b(digests.encode(), digest_size=16).hexdigest()
