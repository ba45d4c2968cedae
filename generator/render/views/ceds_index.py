"""The door of CeDS below its prose: dashboard of published runs, who took part, what became of the parts of the original.

In: a page. Out: `CedsView`. Not here: the prose (content/<language>/ceds/index.md), single runs (`run`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from markupsafe import Markup

from generator.derive.ceds import average
from generator.derive.runs import Run
from generator.model.city import City
from generator.render import markup, texts
from generator.render.context import Page
from generator.render.views.ceds_components import components
from generator.render.views.ceds_parts import Block
from generator.render.views.ceds_speech import Speech, speech
from generator.render.views.order import sort_key
from generator.render.views.parts import SourceEntry, Table
from generator.render.views.run_table import Column, city_column, runs_table

STATUSES = ("signed-up", "filling", "finished")


@dataclass(frozen=True, slots=True)
class CedsView:
    """The door of CeDS below its prose."""

    blocks: tuple[Block, ...] = field(metadata={"help": "Dashboard, invented examples, participation, components."})
    sources_label: str = field(metadata={"help": "Heading of the sources."})
    sources: tuple[SourceEntry, ...] = field(metadata={"help": "Every source cited on the page, numbered."})


def ceds_view(page: Page) -> CedsView:
    """Real runs first; invented ones stand apart."""
    words, t = speech(page), page.t
    real = [each for each in page.world.runs if not each.invented]
    invented = [each for each in page.world.runs if each.invented]
    blocks = [_dashboard(page, words, real)]
    if invented:
        said = t(
            "Invented cities show what a result looks like: {n} runs. Their figures stay out of every average of real cities.",
            n=t.number(len(invented)),
        )
        table = _latest(page, words, invented, t("Invented cities, latest run"))
        blocks.append(Block("examples", t("Invented examples"), said, (table,)))
    blocks += [_participation(page), components(page)]
    return CedsView(tuple(blocks), t("Sources"), page.sources())


def latest_runs(runs: Sequence[Run]) -> list[Run]:
    """The last run of each city; runs come sorted by city and date."""
    return [list(group)[-1] for _, group in groupby(runs, key=lambda each: each.assessment.city)]


def _dashboard(page: Page, words: Speech, real: Sequence[Run]) -> Block:
    """The main dashboard: published runs beside their average."""
    t, title = page.t, page.t("Dashboard")
    if not real:
        said = t(
            "No city has published a result of this self-diagnosis yet, so there is no average. Yours can be the first."
        )
        return Block("dashboard", title, said, ())
    found = average([each.result for each in real], page.world.as_of).get("overall")
    said = t.count(
        "{number} city has published a result.", "{number} cities have published results.", len(latest_runs(real))
    )
    if found and found.value is not None:
        said += " " + t(
            "Average of their latest overall figures: {value} (n = {n}).", value=words.number(found.value), n=found.n
        )
        if found.n < len(latest_runs(real)):
            said += " " + t("Runs older than three years and those without an overall figure do not count in it.")
    else:
        said += " " + t("Too few cities for an average; it is shown from five on.")
    return Block("dashboard", title, said, (_latest(page, words, real, t("Published runs, latest of each city")),))


def _latest(page: Page, words: Speech, runs: Sequence[Run], caption: str) -> Table:
    t, count = page.t, Counter(each.assessment.city for each in runs)
    number: Column = (t("Runs"), lambda run: t.number(count[run.assessment.city]))
    shown = latest_runs(runs)
    return runs_table(page, words, caption, shown, before=(city_column(page),), date=t("Latest run"), after=(number,))


def _participation(page: Page) -> Block:
    """Who took part in the original platform, as the sources give it."""
    t, language = page.t, page.language
    cities = [
        each for each in page.world.catalog.cities.values() if each.ceds and not each.is_example and not each.withdrawn
    ]
    cities.sort(key=lambda each: sort_key(texts.said(each.name, language, each.original).text, language))
    counts = [sum(1 for each in cities if any(one.status == status for one in each.ceds)) for status in STATUSES]
    said = t(
        "On the original platform {signed} cities had signed up, {filling} was filling in the questionnaire and {finished} had finished it. No result of any of them was published.",
        signed=counts[0],
        filling=counts[1],
        finished=counts[2],
    )
    dates = dict.fromkeys(t.when(one.as_of) for each in cities for one in each.ceds if one.as_of)
    caption = t("Participation as the sources give it")
    caption = f"{caption} ({', '.join(dates)})" if dates else caption
    head = (
        t("City"),
        t("Country"),
        t("Signed up"),
        t("Filling in"),
        t("Finished"),
        t("Result on the original platform"),
    )
    table = Table(caption, head, tuple(_took_part(page, each) for each in cities))
    return Block("participation", t("Cities on the original platform"), said, (table,) if cities else ())


def _took_part(page: Page, city: City) -> tuple[Markup | str, ...]:
    t, cells = page.t, list[Markup | str]()
    for status in STATUSES:
        found = [each for each in city.ceds if each.status == status]
        marks = page.cite(*(each.source for each in found))
        cells.append(markup.marked(t("yes"), marks) if found else "–")
    return page.to("city", city.id), t.country(city.country), *cells, t("not published")
