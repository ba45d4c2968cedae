"""A record in few words: where and when beside its title, one line below it.

In: a page and a record. Out: text. Not here: the lists these stand in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import Markup

from generator.model.award import Award
from generator.model.body import Body
from generator.model.city import City
from generator.model.dates import PartialDate, Period
from generator.model.places import Place
from generator.model.practice import Practice
from generator.model.programme import Programme
from generator.model.record import Record
from generator.model.study import Study
from generator.render import labels, texts
from generator.render.context import Page

MOST_PLACES = 3
_SENTENCE_END = re.compile(r"[.。！？!?](?=\s+[^\sa-zа-я]|\s*$)")
"""A mark that a small letter follows belongs to a name or an abbreviation ("Stachka! and Ulcamp")."""


def line(page: Page, record: Record, limit: int = 160) -> Markup:
    """The first sentence of its summary, marked where it is in another language; or nothing."""
    summary: Mapping[str, str] | None = getattr(record, "summary", None)
    if not summary:
        return Markup("")
    sentence = first_sentence(texts.plain(summary, page.language, record.original), limit)
    return texts.name({texts.said(summary, page.language, record.original).language: sentence}, page.language)


def first_sentence(text: str, limit: int = 160) -> str:
    """The first sentence of plain text, cut at a word if it is long."""
    if end := _SENTENCE_END.search(text, 21):
        text = text[: end.end()]
    return text if len(text) <= limit else text[: limit - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def years(page: Page, period: Period | None) -> str:
    """A period by its years only; empty where none is known."""
    if period is None or period.start.year is None:
        return ""
    return _years(page, *(PartialDate(each.year, about=each.about) for each in (period.start, period.end)))


def span(page: Page, programme: Programme) -> str:
    """First to last year of a programme's sessions; empty where none is known."""
    known = sorted(each.when.year for each in programme.sessions if each.when.year)
    return _years(page, PartialDate(known[0]), PartialDate(known[-1])) if known else ""


def _years(page: Page, first: PartialDate, last: PartialDate) -> str:
    """`2014` or `2014–2016`, without the spaces that longer dates need around the dash."""
    said = page.t.date(first)
    return said if first == last else f"{said}–{page.t.date(last)}"


def places(page: Page, practice: Practice, here: str = "") -> str:
    """The cities of a practice but `here`; many are counted."""
    return _cities(page, practice.cities, here)


def _cities(page: Page, cities: tuple[str, ...], here: str) -> str:
    ids = [id for id in cities if id != here]
    if len(ids) > MOST_PLACES:
        return page.t.count("{number} city", "{number} cities", len(ids))
    known = page.world.catalog.cities
    return ", ".join(texts.said(known[id].name, page.language, known[id].original).text for id in ids)


def place(page: Page, where: Place | None) -> str:
    """A place in plain text; empty where none is known."""
    if where is None:
        return ""
    if isinstance(where, str):
        city = page.world.catalog.cities[where]
        return texts.said(city.name, page.language, city.original).text
    return texts.plain(where, page.language)


def meta(page: Page, record: Record, here: str = "") -> str:
    """Where and when; `here` is the city whose page this is."""
    t = page.t
    if isinstance(record, Practice):
        parts = [places(page, record, here), years(page, record.when)]
    elif isinstance(record, Programme):
        parts = [t(labels.PROGRAMME_FORM[record.form]), span(page, record)]
    elif isinstance(record, City):
        parts = [t.country(record.country), "" if record.unit == "city" else t(labels.UNIT[record.unit])]
    elif isinstance(record, Body):
        parts = [t(labels.BODY_FORM[record.form]), t.country(record.country) if record.country else ""]
    elif isinstance(record, Award):
        parts = [place(page, record.where), years(page, record.when)]
    elif isinstance(record, Study):
        parts = [_cities(page, record.cities, here), years(page, record.when)]
    else:
        parts = []
    return " · ".join(part for part in parts if part)
