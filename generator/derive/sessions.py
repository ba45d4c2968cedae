"""Sessions of programmes by date: which have exact days, and which are still to come.

In: programmes. Out: sessions in order. Not here: calendars as files (`index.calendars`), pages.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from generator.model.programme import Programme, Session

State = Literal["coming", "held", "announced", "cancelled", "not-known"]


@dataclass(frozen=True, slots=True)
class Held:
    """A session with the programme it belongs to."""

    programme: Programme
    session: Session


def sessions(programmes: Iterable[Programme]) -> tuple[Held, ...]:
    """All sessions of real programmes, by date, then by id; those of unknown year come first."""
    found = [
        Held(programme, session)
        for programme in programmes
        if not programme.is_example and not programme.withdrawn
        for session in programme.sessions
    ]
    return tuple(sorted(found, key=lambda each: (each.session.when.sort_key, each.programme.id, each.session.id)))


def is_exact(session: Session) -> bool:
    """Whether both ends are known to the day, so that a calendar can hold it."""
    ends = (session.when.start, session.when.end)
    return all(each.year is not None and each.day is not None and not each.about for each in ends)


def state(session: Session, day: str) -> State:
    """What is to be said of a session on a day (`YYYY-MM-DD`); `coming` if it was announced and is not over by then."""
    return "coming" if session.status == "announced" and session.when.end.last_day >= day else session.status


def coming(held: Iterable[Held], day: str) -> tuple[Held, ...]:
    """Sessions that are still to come on a day, or under way."""
    return tuple(each for each in held if state(each.session, day) == "coming")
