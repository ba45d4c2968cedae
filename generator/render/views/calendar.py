"""The calendar of training: sessions by year and month, and the files for a calendar program.

In: programmes. Out: sections. Not here: the files (`index.calendars`), the catalogue (`listing`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from types import MappingProxyType
from typing import Final

from markupsafe import Markup

from generator.derive.sessions import Held, coming, is_exact, sessions, state
from generator.model.dates import PartialDate
from generator.render import labels, markup, routes, texts
from generator.render.context import Page
from generator.render.views import brief
from generator.render.views.organization import SectionsView, sections_view
from generator.render.views.parts import Items, Linked, Links, Prose, Section

MOST_COMING: Final = 5
"""So many announced sessions are named above the catalogue; the calendar has all."""
_HELD: Final = MappingProxyType({"held": ""})
"""What took place needs no word; every other state is said."""


def calendar_view(page: Page) -> SectionsView:
    """What is to come, then the years, newest first; unknown years last."""
    t, held = page.t, sessions(page.world.catalog.programmes.values())
    parts: list[Section | None] = [_coming(page, coming(held, page.world.as_of[:10])), _files(page, held)]
    by_year = groupby(
        sorted(held, key=lambda each: -(each.session.when.year or 0)), key=lambda each: each.session.when.year
    )
    for year, found in by_year:
        here = sorted(found, key=lambda each: (each.session.when.sort_key, each.programme.id), reverse=True)
        title = t.year(year) if year else t("Year not known")
        parts.append(Section(f"year-{year or 'unknown'}", title, tuple(_months(page, here))))
    return sections_view(page, parts)


def coming_line(page: Page) -> Markup:
    """What is announced after the date of the build, or that nothing is; with the way to the calendar."""
    t, day = page.t, page.world.as_of[:10]
    found = coming(sessions(page.world.catalog.programmes.values()), day)
    calendar = markup.link(page.href(f"{page.language}/programmes/calendar.html"), t("All sessions by date"))
    if not found:
        said = t(
            "No session is announced after {date}; what follows has taken place or was announced then.",
            date=_written(page, day),
        )
        return Markup("<p>{}</p>").format(markup.spaced(said, calendar))
    items = Markup("").join(Markup("<li>{}</li>").format(_named(page, each)) for each in found[:MOST_COMING])
    return Markup("<p><strong>{}</strong></p><ul>{}</ul><p>{}</p>").format(t("Announced:"), items, calendar)


def _written(page: Page, day: str) -> str:
    year, month, number = (int(part) for part in day.split("-"))
    return page.t.date(PartialDate(year, month, number))


def _named(page: Page, held: Held) -> Markup:
    """The programme, when and where, and what one must know to apply."""
    title, session = page.name_of(held.programme), held.session
    said = [page.t.when(session.when), brief.place(page, session.where), *_to_apply(page, held)]
    return markup.spaced(markup.link(_href(page, held), title), markup.quiet(" · ".join(each for each in said if each)))


def _to_apply(page: Page, held: Held) -> list[str]:
    """Until when one can apply and how many are taken, as far as a source says so."""
    t, session = page.t, held.session
    found = [t("Apply by {date}", date=t.when(session.apply_by))] if session.apply_by else []
    return [*found, t.count("{number} seat", "{number} seats", session.seats)] if session.seats else found


def _href(page: Page, held: Held) -> str:
    target = routes.record_page(page.language, "programme", held.programme.id)
    return page.href(f"{target}#session-{held.session.id}")


def _coming(page: Page, found: Sequence[Held]) -> Section:
    title = page.t("Announced sessions")
    if found:
        return Section("announced", title, (Links(tuple(_row(page, each) for each in found)),))
    said = page.t("No session is announced after {date}.", date=_written(page, page.world.as_of[:10]))
    return Section("announced", title, (Prose(Markup("<p>{}</p>").format(said)),))


def _files(page: Page, held: Sequence[Held]) -> Section:
    """The calendar file of all sessions, and what is not in it."""
    t, exact = page.t, sum(is_exact(each.session) for each in held)
    lines: list[Markup | str] = []
    if exact:
        link = markup.link(page.href(routes.calendar(page.language)), t("All sessions as a calendar file (.ics)"))
        lines.append(markup.spaced(link, markup.quiet(t.count("{number} session", "{number} sessions", exact))))
        lines.append(t("Each topic and each programme has a file of its own, linked from its page."))
    if len(held) - exact:
        lines.append(
            t.count(
                "{number} session is not in the files: no source gives its days.",
                "{number} sessions are not in the files: no source gives their days.",
                len(held) - exact,
            )
        )
    return Section("files", t("For your calendar"), (Items(tuple(lines)),))


def _months(page: Page, held: Sequence[Held]) -> list[Prose | Links]:
    parts: list[Prose | Links] = []
    for month, found in groupby(held, key=lambda each: each.session.when.start.month):
        year = held[0].session.when.year
        name = page.t.date(PartialDate(year, month)) if month else page.t("Month not known")
        parts.append(Prose(Markup("<h3>{}</h3>").format(name)))
        parts.append(Links(tuple(_row(page, each) for each in found)))
    return parts


def _row(page: Page, held: Held) -> Linked:
    t, session = page.t, held.session
    place = brief.place(page, session.where)
    now = state(session, page.world.as_of[:10])
    status = _HELD.get(now, t(labels.SESSION_STATUS[now]))
    name = texts.plain(session.title, page.language, held.programme.original) if session.title else ""
    line = " · ".join(each for each in (name, status, *(_to_apply(page, held) if now == "coming" else ())) if each)
    return Linked(
        page.name_of(held.programme), _href(page, held), " · ".join(p for p in (t.when(session.when), place) if p), line
    )


def feeds_view(page: Page) -> SectionsView:
    """Every feed and the calendar of the page's language."""
    t = page.t
    rows = [Linked(t("Everything new"), page.href(routes.feed(page.language)), "Atom")]
    rows += [
        Linked(t(labels.KIND[kind][1]), page.href(routes.feed(page.language, kind)), "Atom") for kind in routes.FED
    ]
    held = sessions(page.world.catalog.programmes.values())
    return sections_view(page, [Section("feeds", t("Feeds"), (Links(tuple(rows), compact=True),)), _files(page, held)])
