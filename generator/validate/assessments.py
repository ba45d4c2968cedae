"""CeDS runs: consent before anything else, then limits, days, questions and answers that fit together.

In: sources of runs, and what else there is. Out: valid runs, and diagnostics. Not here: the instrument itself (`instrument`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import Any, Final, get_args

from pydantic import ValidationError

from generator.diagnostics import Diagnostic, suggestion
from generator.model.assessment import Answer, Assessment, Department, SystemAnswer
from generator.model.catalog import Key
from generator.model.consented import is_invented
from generator.read.run_files import KIND
from generator.read.sources import RecordSource
from generator.validate import schema
from generator.validate.locate import span_of
from generator.validate.mistake import mistakes, shown

Valid = tuple[Assessment, RecordSource]
Found = Iterator[Diagnostic]
MOST_A_YEAR: Final = 4
AHEAD: Final = timedelta(days=31)
"""The build's date is that of the last commit; a run being written now is younger, and told as a warning."""
_BY_ID: Final = frozenset({"indicators", "systems", "targets"})
PILOT: Final = 2
"""From this existence on, use is asked."""


def valid(sources: Sequence[RecordSource]) -> tuple[tuple[Valid, ...], tuple[Valid, ...], tuple[Diagnostic, ...]]:
    """The runs that their model accepts; of the others what is left without the entries at fault; and the mistakes.

    What is left is for `rest` alone, so that all mistakes of a file are told at once.
    """
    runs: list[Valid] = []
    left: list[Valid] = []
    found: list[Diagnostic] = []
    for source in sources:
        if source.file.kind != KIND or source.broken:
            continue
        found += _path_written(source)
        values = {key: value for key, value in source.values.items() if key not in Assessment.from_path}
        city, _, day = source.file.id.partition("/")
        try:
            runs.append((Assessment.model_validate({"city": city, "date": day, **values}), source))
        except ValidationError as error:
            wrong = error.errors(include_url=False)
            found += schema.diagnostics(source, mistakes(values, Assessment, wrong))
            with suppress(ValidationError):
                kept = _without({"city": city, "date": day, **values}, [each["loc"] for each in wrong])
                left.append((Assessment.model_validate(kept), source))
    return tuple(runs), tuple(left), tuple(found)


def _without(values: Mapping[str, Any], places: Sequence[tuple[int | str, ...]]) -> dict[str, Any]:
    """Values without the answers, or else the fields, in which something is wrong."""
    kept = {key: dict(value) if isinstance(value, dict) else value for key, value in values.items()}
    for key, *inside in places:
        parent = kept.get(str(key))
        if inside and isinstance(parent, dict) and key in _BY_ID:
            parent.pop(inside[0], None)
        else:
            kept.pop(str(key), None)
    return kept


def rest(left: Sequence[Valid], known: Mapping[Key, RecordSource]) -> Found:
    """What else is wrong in the answers of runs that their model does not accept."""
    versions = _versions(known)
    for run, source in left:
        yield from answers(run, source, known, versions)


def check(runs: Sequence[Valid], known: Mapping[Key, RecordSource], today: str) -> Found:
    """All findings inside single runs, and too many of a city in a year. `known` are the sources of all records."""
    for run, source in runs:
        yield from _consent(run, source)
    yield from unpublished(runs, known, today)
    yield from _too_many(runs)


def unpublished(runs: Sequence[Valid], known: Mapping[Key, RecordSource], today: str) -> Found:
    """What must be right of runs that nobody publishes: all but consent and number."""
    latest = (date.fromisoformat(today) + AHEAD).isoformat() if len(today) == 10 else today
    versions = _versions(known)
    for run, source in runs:
        yield from _taken_back(run, source)
        yield from _days(run, source, today, latest)
        yield from _departments(run, source)
        yield from answers(run, source, known, versions)


def answers(run: Assessment, source: RecordSource, known: Collection[Key], versions: Sequence[str]) -> Found:
    """Answers against the questions of their version, and against each other; for every run that is loaded from a file."""
    if versions and run.version not in versions:
        yield _unknown_version(run, source, versions)
    else:
        yield from _questions(run, source, known)
    yield from _contradictions(run, source)


def _path_written(source: RecordSource) -> Found:
    """The city and the date are told by the path. The assessment page writes them too; then they must be the same."""
    city, _, day = source.file.id.partition("/")
    for key, told in (("city", city), ("date", day)):
        if key in source.values and str(source.values[key]) != told:
            what = "the folder is the id of the city" if key == "city" else "the file's name is the date"
            message = f"{key} is {shown(source.values[key])}, but the file lies at {city}/{day}.yml; {what}"
            yield Diagnostic(
                "WG201", span_of(source, (key,)), message, f"move the file, or write {told} or delete the line"
            )


def _consent(run: Assessment, source: RecordSource) -> Found:
    if run.withdrawn is None and run.consent is None:
        yield Diagnostic(
            "WG451",
            span_of(source, ()),
            "this run does not say that its city consents to publication",
            "add consent: {office: …, date: …, scope: scores}, or keep the file in private/, which is never committed",
        )


def _taken_back(run: Assessment, source: RecordSource) -> Found:
    if run.withdrawn is not None:
        for key in ("indicators", "systems", "targets", "note"):
            if getattr(run, key):
                still = "still stands" if key == "note" else "still stand"
                yield Diagnostic(
                    "WG461",
                    span_of(source, (key,), at_key=True),
                    f"this run was withdrawn on {run.withdrawn.date}, but its {key} {still} in the file",
                    f"delete {key}: with all below it; the history of the repository keeps the earlier text",
                    severity="warning",
                )


def _days(run: Assessment, source: RecordSource, today: str, latest: str) -> Found:
    days: list[tuple[str, str, tuple[str, ...]]] = [("the run is dated", str(run.date), ())]
    days += [("consent was given on", str(run.consent.date), ("consent", "date"))] if run.consent else []
    days += [("the run was withdrawn on", str(run.withdrawn.date), ("withdrawn", "date"))] if run.withdrawn else []
    for what, day, path in days:
        if day > today:
            yield Diagnostic(
                "WG453",
                span_of(source, path),
                f"{what} {day}, but the date of this build is {today}",
                ("rename the file to" if not path else "write") + " the day on which it was done",
                severity="error" if day > latest else "warning",
            )
    if run.withdrawn and str(run.withdrawn.date) < str(run.date):
        yield Diagnostic(
            "WG465",
            span_of(source, ("withdrawn", "date")),
            f"the run was withdrawn on {run.withdrawn.date}, before its own day, {run.date}",
            "write the day on which the city took it back",
        )


def _departments(run: Assessment, source: RecordSource) -> Found:
    """Of invented runs nothing is told: one that lacks a department shows how its page says so."""
    missing = [each for each in get_args(Department) if each not in run.departments]
    if missing and run.withdrawn is None and not is_invented(run):
        yield Diagnostic(
            "WG460",
            span_of(source, ("departments",)),
            f"{', '.join(missing)} did not take part, as far as departments: says",
            "add those that took part; a run without one of the four is published and says so",
            severity="warning",
        )


def _versions(known: Mapping[Key, RecordSource]) -> tuple[str, ...]:
    """Versions of the instrument; nothing where one of them cannot be read and so is not known."""
    frameworks = [source for (kind, _), source in known.items() if kind == "framework"]
    if any(source.broken for source in frameworks):
        return ()
    return tuple(str(source.values.get("version")) for source in frameworks) or ("",)


def _unknown_version(run: Assessment, source: RecordSource, versions: Sequence[str]) -> Diagnostic:
    there = ", ".join(each for each in versions if each)
    return Diagnostic(
        "WG457",
        span_of(source, ("version",)),
        f"there is no version {run.version} of the instrument",
        f'write the version that was answered: "{there}"' if there else "data/ceds/ holds no instrument",
    )


def _questions(run: Assessment, source: RecordSource, known: Collection[Key]) -> Found:
    for field, kind, what in (
        ("indicators", "indicator", "question"),
        ("systems", "system", "system"),
        ("targets", "system", "system"),
    ):
        ids = [id for each, id in known if each == kind]
        for id in getattr(run, field):
            if (kind, id) not in known:
                yield Diagnostic(
                    "WG454",
                    span_of(source, (field, id), at_key=True),
                    f"version {run.version} has no {what} {id}",
                    _instead(id, ids, f"data/ceds/{run.version}/{kind}s/"),
                )


def _instead(id: str, ids: Sequence[str], folder: str) -> str:
    """What to write for an unknown id; where ids are numbered, no number is nearer than another."""
    prefix, _, number = id.rpartition("-")
    family = sorted(each for each in ids if each.rpartition("-")[0] == prefix) if number.isdigit() else []
    if family:
        return f"delete it, or write one of {family[0]} to {family[-1]}"
    return suggestion(id, ids, f"delete it, or write the name of a file in {folder}")


def _contradictions(run: Assessment, source: RecordSource) -> Found:
    for field, answers in (("indicators", run.indicators), ("systems", run.systems)):
        for id, answer in answers.items():
            key, message, fix = _contradiction(answer)
            if key:
                yield Diagnostic("WG455", span_of(source, (field, id, key)), f"{id}: {message}", fix)


def _contradiction(answer: Answer | SystemAnswer) -> tuple[str, str, str]:
    """The key at fault, what is wrong, and the remedy; empty where all is well."""
    one = "keep the answer, or the reason why there is none"
    if isinstance(answer, Answer):
        both = answer.level is not None and answer.not_applicable is not None
        return ("not_applicable", "a question with a level cannot be inapplicable", one) if both else ("", "", "")
    if answer.not_a_task is not None and (answer.existence is not None or answer.use is not None):
        return "not_a_task", "a system that is answered cannot be no task of the city", one
    if answer.use is not None and (answer.existence is None or answer.existence < PILOT):
        said = "is not answered" if answer.existence is None else f"is {answer.existence}"
        return (
            "use",
            f"use is {answer.use}, but existence {said}",
            "delete use: it is asked from existence 2 (a pilot) on",
        )
    return "", "", ""


def _too_many(runs: Sequence[Valid]) -> Found:
    by_year: dict[tuple[str, int | None], list[Valid]] = defaultdict(list)
    for run, source in runs:
        if run.withdrawn is None:
            by_year[run.city, run.date.year].append((run, source))
    for (city, year), found in by_year.items():
        for number, (_, source) in enumerate(sorted(found, key=lambda each: str(each[0].date)), 1):
            if number > MOST_A_YEAR:
                yield Diagnostic(
                    "WG452",
                    span_of(source, ()),
                    f"this is run {number} of {city} in {year}, but at most {MOST_A_YEAR} are published for a calendar year",
                    "keep the four that count, and move the others to private/",
                )
