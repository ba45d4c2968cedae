"""The three reports of a CeDS run: what was found, drawn and as tables.

In: a page, its words, a run. Out: blocks. Not here: the systems one by one (`run_systems`), the roadmap (`run_steps`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from generator.derive.ceds import Score, figures
from generator.derive.runs import Run
from generator.model.assessment import Assessment
from generator.model.framework import Indicator
from generator.render import markup, texts
from generator.render.context import Page
from generator.render.views import ceds_charts as charts
from generator.render.views.ceds_parts import Block, Piece
from generator.render.views.ceds_speech import Speech
from generator.render.views.drawing import Said
from generator.render.views.parts import Items, Prose
from generator.render.views.run_figures import compared, key_line, name_of, named, short, table, values_said

EXTREMES: Final = 3
"""So many of the strongest and of the weakest indicators are named."""
NOTE: Final = 80
"""Longest note on evidence, in characters."""


def reports(page: Page, speech: Speech, run: Run) -> tuple[Block, ...]:
    """Reports 1, 2 and 3."""
    return (_overall(page, speech, run), _dimensions(page, speech, run), _areas(page, speech, run))


def _overall(page: Page, speech: Speech, run: Run) -> Block:
    keys = ("overall", "maturity", "systems")
    entries = named(speech, run, keys)
    said = Said("overall", speech("report.1"), values_said(entries), key_line(page, speech, run))
    found = [_whole(speech, run.result.overall), _beside(page, speech, run)]
    found += [_since(page, speech, run, run.before)] if run.before else []
    pieces: list[Piece] = [charts.bars(said, entries), table(page, speech, run, speech("report.1.table"), keys)]
    pieces += [compared(page, (run.before, run.assessment))] if run.before else []
    return Block("report-1", speech("report.1"), " ".join(found), tuple(pieces))


def _whole(speech: Speech, score: Score) -> str:
    if score.value is not None and score.low == score.high:
        return speech("result.whole", value=speech.number(score.value))
    low, high = speech.number(score.low), speech.number(score.high)
    if score.value is None:
        return speech("result.open", low=low, high=high)
    return speech("result.overall", value=speech.number(score.value), low=low, high=high)


def _since(page: Page, speech: Speech, run: Run, before: Assessment) -> str:
    """What moved since the earlier run; or that scores alone may be shown of one of the two."""
    date = page.t.when(before.date)
    if not run.change:
        return page.t(
            "No change since the earlier run ({date}) is shown: of one of the two runs only the scores are public.",
            date=date,
        )
    return speech("change.overall", date=date, change=speech.change(run.change.get("overall")))


def _beside(page: Page, speech: Speech, run: Run) -> str:
    found, t = run.averages.get("overall"), page.t
    if found is None or found.value is None:
        return speech("result.average.few")
    value = speech.number(found.value)
    if run.invented:
        return t("Average of {n} other invented cities: {value}.", n=found.n, value=value)
    return speech("result.average", n=found.n, value=value)


def _dimensions(page: Page, speech: Speech, run: Run) -> Block:
    t = page.t
    inside, outside = (
        tuple(f"dimension/{each.id}" for each in speech.framework.dimensions if each.side == side)
        for side in ("internal", "external")
    )
    entries = named(speech, run, (*outside, *reversed(inside)))
    key = t("Shaded: the range that open answers leave.")
    average = run.averages.get("overall")
    if average and average.value is not None:
        key = f"{key} {t('Dashed: the average of the others.')}"
    said = Said("dimensions", speech("report.2.chart"), values_said(entries), key)
    drawn = charts.radar(said, entries, (speech("figure.external"), speech("figure.internal")))
    keys = ("internal", *inside, "external", *outside)
    pieces = [
        drawn,
        table(page, speech, run, speech("report.2.table"), keys, frozenset({"internal", "external"})),
        *_extremes(page, speech, run),
    ]
    return Block("report-2", speech("report.2"), _spread(page, speech, run, (*inside, *outside)), tuple(pieces))


def _spread(page: Page, speech: Speech, run: Run, keys: Sequence[str]) -> str:
    """The finding: highest and lowest figure of those shown."""
    scores = figures(run.result)
    shown = sorted((scores[key].value or 0, key) for key in keys if scores[key].value is not None)
    if len(shown) < 2:
        return page.t("Too few figures could be computed to name the highest and the lowest.")
    (low, weakest), (high, strongest) = shown[0], shown[-1]
    if low == high:
        return page.t(
            "All figures shown are alike: {value} of 100.",
            value=speech.number(scores[weakest].value or scores[weakest].low),
        )
    return page.t(
        "Highest: {high} ({high_value}). Lowest: {low} ({low_value}).",
        high=name_of(speech, strongest),
        high_value=speech.shown(scores[strongest]),
        low=name_of(speech, weakest),
        low_value=speech.shown(scores[weakest]),
    )


def _extremes(page: Page, speech: Speech, run: Run) -> list[Items | Prose]:
    """Strongest and weakest indicators with the level chosen; nothing where single answers are not published."""
    answers = run.assessment.indicators
    levels = sorted((each.level, id) for id, each in answers.items() if each.level is not None)
    weak, strong = levels[:EXTREMES], sorted(levels[-EXTREMES:], key=lambda each: (-each[0], each[1]))
    pieces: list[Items | Prose] = []
    for key, found in (("report.2.strong", strong), ("report.2.weak", weak)):
        if found and len(levels) >= 2 * EXTREMES:
            heading = Markup("<h3>{}</h3>").format(speech(key))
            pieces += [Prose(heading), Items(tuple(answer_line(page, speech, run, id) for _, id in found))]
    return pieces


def answer_line(page: Page, speech: Speech, run: Run, id: str) -> Markup:
    """A question with the level chosen, leading to its place in the method."""
    record, answer = page.world.catalog.records["indicator"][id], run.assessment.indicators[id]
    assert isinstance(record, Indicator) and answer.level is not None
    link = markup.link(page.record_href("indicator", id), page.inline(record.question, record))
    level = speech("result.level", level=answer.level, said=texts.plain(record.levels[answer.level], page.language))
    noted = speech("form.proof", proof=short(answer.evidence, NOTE)) if answer.evidence else ""
    return markup.spaced(link, level, markup.quiet(noted) if noted else "")


def _areas(page: Page, speech: Speech, run: Run) -> Block:
    keys = tuple(f"area/{each.id}" for each in speech.framework.areas)
    entries = named(speech, run, keys)
    said = Said("areas", speech("report.3.chart"), values_said(entries), key_line(page, speech, run))
    pieces = (
        charts.bars(said, entries),
        table(page, speech, run, speech("report.3.table"), ("systems", *keys), frozenset({"systems"})),
    )
    return Block("report-3", speech("report.3"), _spread(page, speech, run, keys), pieces)
