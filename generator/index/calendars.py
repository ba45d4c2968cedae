"""iCalendar files (RFC 5545): all sessions, those of a topic, those of a programme, in every language.

In: the world. Out: (address, bytes). Sessions without exact days are left out; the calendar page says how many. There is no clock:
DTSTAMP is the day the record was last reviewed or added, SEQUENCE what the editor wrote (`sequence` of the session), at least 1 for a
cancelled one. Not here: pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final

from icalendar import Calendar, Event, vText

from generator.derive.sessions import Held, is_exact, sessions, state
from generator.model.dates import PartialDate
from generator.model.places import Place
from generator.render import labels, routes, texts
from generator.render.context import World
from generator.render.i18n import Messages

AUTHORITY: Final = "wego-knowledge-base.invalid"
"""Makes identifiers that are the same wherever the site lies (RFC 2606: a name that nobody can own)."""
STATUS: Final = {"held": "CONFIRMED", "announced": "TENTATIVE", "not-known": "TENTATIVE", "cancelled": "CANCELLED"}


def calendars(world: World) -> Iterator[tuple[str, bytes]]:
    """Every calendar that holds a session."""
    exact = [each for each in sessions(world.catalog.programmes.values()) if is_exact(each.session)]
    for language, t in world.messages.items():
        yield from _written(world, t, routes.calendar(language), t("Training"), exact)
        for id, topic in world.catalog.topics.items():
            here = [each for each in exact if id in (*each.programme.topics, *each.session.topics)]
            name = texts.said(topic.name, language, topic.original).text
            yield from _written(world, t, routes.calendar(language, "topic", id), name, here)
        for id, programme in world.catalog.programmes.items():
            here = [each for each in exact if each.programme.id == id]
            name = texts.said(programme.title, language, programme.original).text
            yield from _written(world, t, routes.calendar(language, "programme", id), name, here)


def _written(world: World, t: Messages, address: str, name: str, held: Iterable[Held]) -> Iterator[tuple[str, bytes]]:
    events = [_event(world, t, each) for each in held]
    if not events:
        return
    calendar = Calendar()
    calendar.add("prodid", "-//WeGO knowledge base//sessions of training programmes//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", vText(f"WeGO · {name}"))
    for event in events:
        calendar.add_component(event)
    yield address, calendar.to_ical()


def _event(world: World, t: Messages, held: Held) -> Event:
    programme, session = held.programme, held.session
    title = texts.said(programme.title, t.language, programme.original).text
    event = Event()
    event.add("uid", f"{programme.id}.{session.id}@{AUTHORITY}")
    event.add(
        "dtstamp", datetime.combine(_day((programme.reviewed or programme.added).start), datetime.min.time(), UTC)
    )
    event.add("sequence", max(session.sequence, 1 if session.status == "cancelled" else 0))
    event.add("summary", title)
    event.add("dtstart", _day(session.when.start))
    event.add("dtend", _day(session.when.end) + timedelta(days=1))
    event.add("status", STATUS[session.status])
    event.add("transp", "TRANSPARENT")
    event.add("description", _description(world, t, held))
    if place := _place(world, t, session.where):
        event.add("location", place)
    if world.settings.site_url:
        page = routes.record_page(t.language, "programme", programme.id)
        event.add("url", f"{world.settings.site_url}{page}#session-{session.id}")
    return event


def _day(value: PartialDate) -> date:
    assert value.year is not None and value.month is not None and value.day is not None
    return date(value.year, value.month, value.day)


def _description(world: World, t: Messages, held: Held) -> str:
    said = [t(labels.SESSION_STATUS[state(held.session, world.as_of[:10])])]
    if held.session.title:
        said.insert(0, texts.plain(held.session.title, t.language, held.programme.original))
    said.append(t("Independent edition, compiled from public sources; ask the organiser before you plan."))
    return "\n".join(said)


def _place(world: World, t: Messages, where: Place | None) -> str:
    if where is None:
        return ""
    if isinstance(where, str):
        city = world.catalog.cities[where]
        return f"{texts.said(city.name, t.language, city.original).text}, {t.country(city.country)}"
    return texts.plain(where, t.language)
