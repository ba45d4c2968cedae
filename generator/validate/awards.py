"""Rules of the papers of an award, and of the places practices took in one.

In: the catalog and sources. Out: diagnostics. Not here: ranges of single values (the model), the tally (`derive.tally`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from generator.diagnostics import Diagnostic, suggestion
from generator.model.award import Award
from generator.model.catalog import Catalog, Key
from generator.read.sources import RecordSource
from generator.validate.locate import span_of


def check(catalog: Catalog, sources: Mapping[Key, RecordSource]) -> Iterator[Diagnostic]:
    """All findings on awards."""
    awards = cast(Mapping[str, Award], catalog.records["award"])
    for award in awards.values():
        yield from _papers(award, sources["award", award.id])
    for practice in catalog.practices.values():
        for number, place in enumerate(practice.awards):
            edition = awards.get(place.award)
            if edition is not None and place.category is not None:
                known = [each.id for each in edition.categories]
                if place.category not in known:
                    message = f"the edition {edition.id} has no category {place.category}"
                    yield Diagnostic(
                        "WG472",
                        span_of(sources["practice", practice.id], ("awards", number, "category")),
                        message,
                        _one_of(place.category, known),
                    )


def _papers(award: Award, source: RecordSource) -> Iterator[Diagnostic]:
    for field in ("categories", "jury", "submissions"):
        yield from _twice(source, field, [each.id for each in getattr(award, field)])
    yield from _categories(award, source)
    yield from _scores(award, source)
    yield from _votes(award, source)
    yield from _per_city(award, source)


def _twice(source: RecordSource, field: str, ids: Sequence[str]) -> Iterator[Diagnostic]:
    for number, id in enumerate(ids):
        if id in ids[:number]:
            yield Diagnostic(
                "WG471",
                span_of(source, (field, number, "id")),
                f"the id {id} stands twice under {field}",
                f"make it unique, for example {id}-2, or delete one of the two",
            )


def _one_of(wrong: str, known: Sequence[str]) -> str:
    return suggestion(wrong, list(known), f"name one of: {', '.join(known)}" if known else "add it first")


def _categories(award: Award, source: RecordSource) -> Iterator[Diagnostic]:
    known = [each.id for each in award.categories]
    for number, each in enumerate(award.submissions):
        if each.category not in known:
            yield Diagnostic(
                "WG472",
                span_of(source, ("submissions", number, "category")),
                f"there is no category {each.category} in this edition",
                _one_of(each.category, known),
            )


def _scores(award: Award, source: RecordSource) -> Iterator[Diagnostic]:
    jurors = {each.id: each for each in award.jury}
    cities = {each.id: each.city for each in award.submissions}
    for juror, given in award.scores.items():
        if juror not in jurors:
            message, fix = f"there is no juror {juror} under jury", _one_of(juror, list(jurors))
            yield Diagnostic("WG472", span_of(source, ("scores", juror), at_key=True), message, fix)
        for submission in given:
            where = span_of(source, ("scores", juror, submission), at_key=True)
            if submission not in cities:
                message, fix = f"there is no submission {submission}", _one_of(submission, list(cities))
                yield Diagnostic("WG472", where, message, fix)
            elif juror in jurors and cities[submission] in jurors[juror].cities:
                message = f"{juror} scores {submission}, which is of the juror's own city; the score is not counted"
                yield Diagnostic("WG475", where, message, "delete the score", severity="warning")


def _votes(award: Award, source: RecordSource) -> Iterator[Diagnostic]:
    categories = {each.id: each.category for each in award.submissions}
    seen: dict[tuple[str, str], str] = {}
    for number, ballot in enumerate(award.votes):
        if ballot.submission not in categories:
            where = span_of(source, ("votes", number, "submission"))
            message = f"there is no submission {ballot.submission}"
            yield Diagnostic("WG472", where, message, _one_of(ballot.submission, list(categories)))
            continue
        key = ballot.voter, categories[ballot.submission]
        if key in seen:
            where = span_of(source, ("votes", number, "voter"))
            message = f"{ballot.voter} votes twice in the category {key[1]}: for {seen[key]} and {ballot.submission}"
            yield Diagnostic("WG474", where, message, "leave one vote for each voter and category")
        seen.setdefault(key, ballot.submission)


def _per_city(award: Award, source: RecordSource) -> Iterator[Diagnostic]:
    count: dict[str, int] = {}
    for number, each in enumerate(award.submissions):
        count[each.city] = count.get(each.city, 0) + 1
        if count[each.city] > award.rules.per_city:
            message = f"{each.city} hands in {count[each.city]} projects; this edition allows {award.rules.per_city} for a city"
            fix = "take one back, or set rules: {per_city: …} if the edition allows more"
            yield Diagnostic("WG473", span_of(source, ("submissions", number, "city")), message, fix)
