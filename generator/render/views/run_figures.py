"""Figures of a CeDS run as rows of a table and as entries of a drawing, and the link that puts runs side by side.

In: a page, its words, a run. Out: tables, entries, lines on how to read a drawing. Not here: which figures stand where (`run_reports`).
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from generator.derive.ceds import figures
from generator.derive.runs import Run
from generator.model.assessment import Assessment
from generator.model.consented import key_of
from generator.render import markup
from generator.render.context import Page
from generator.render.views.ceds_charts import Named
from generator.render.views.ceds_speech import Speech
from generator.render.views.parts import Prose, Table


def name_of(speech: Speech, key: str) -> str:
    """A figure's name by its key in `ceds.figures`."""
    return speech.names[key.partition("/")[2]] if "/" in key else speech(f"figure.{key}")


def table(
    page: Page, speech: Speech, run: Run, caption: str, keys: Sequence[str], sums: frozenset[str] = frozenset()
) -> Table:
    """Figures with range, average and change; columns that would be empty are left out. `sums` stand out."""
    t, scores = page.t, figures(run.result)
    head = [speech("column.name"), speech("column.value"), speech("column.range"), speech("column.answered")]
    head += [t("Average")] if run.averages else []
    head += [speech("column.change")] if run.change else []
    rows = []
    for key in keys:
        score = scores[key]
        answered = speech("of", n=score.answered, total=score.asked - score.not_applicable)
        name: Markup | str = name_of(speech, key)
        name = Markup("<strong>{}</strong>").format(name) if key in sums else name
        cells = [name, speech.shown(score), speech.range(score), answered]
        cells += [speech.average(run.averages.get(key))] if run.averages else []
        cells += [speech.change(run.change.get(key))] if run.change else []
        rows.append(tuple(cells))
    return Table(caption, tuple(head), tuple(rows), frozenset(range(1, len(head))))


def named(speech: Speech, run: Run, keys: Sequence[str]) -> tuple[Named, ...]:
    """Figures as drawings need them."""
    scores = figures(run.result)
    return tuple(
        Named(name_of(speech, key), speech.drawn(scores[key]), scores[key], run.averages.get(key)) for key in keys
    )


def key_line(page: Page, speech: Speech, run: Run) -> str:
    """How to read a drawing."""
    t, average = page.t, run.averages.get("overall")
    said = t("Line with two ends: the range that open answers leave.")
    if average is None or average.value is None:
        return said
    which = (
        t("Diamond: average of {n} other invented cities.", n=average.n)
        if run.invented
        else t("Diamond: average of {n} other cities.", n=average.n)
    )
    return f"{said} {which}"


def values_said(entries: Sequence[Named]) -> str:
    """The values of a drawing in words."""
    return "; ".join(f"{each.label}: {each.value}" for each in entries)


def compared(page: Page, runs: Sequence[Assessment]) -> Prose:
    """A link to the page that puts runs side by side."""
    address = f"{page.href(f'{page.language}/ceds/compare.html')}?runs={','.join(key_of(each) for each in runs)}"
    return Prose(Markup("<p>{}</p>").format(markup.link(address, page.t("Compare these runs side by side"))))


def short(note: str, most: int) -> str:
    """A city's note in one line of at most so many characters; the whole of it is in the data of the run."""
    line = " ".join(note.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
