"""JSON-LD of record pages (schema.org). The publisher of this edition is never said to be the organisation it is about.

In: a record. Out: plain values. Not here: how they get into the page (`head`).
"""

from __future__ import annotations

from typing import Any

from generator.model.body import Body
from generator.model.city import City
from generator.model.knowledge import Topic
from generator.model.module import Module
from generator.model.practice import Practice
from generator.model.programme import Programme, Session
from generator.model.record import Record
from generator.render import texts
from generator.render.context import Page
from generator.render.views import brief

_CITY_TYPE = {
    "city": "City",
    "district": "AdministrativeArea",
    "province-or-state": "State",
    "agency": "GovernmentOrganization",
}


def linked_data(page: Page, record: Record) -> dict[str, Any] | None:
    """schema.org values of a record; None for invented or withdrawn ones."""
    if record.is_example or record.withdrawn:
        return None
    heading = texts.said(record.heading, page.language, record.original)
    summary = getattr(record, "summary", None)
    base: dict[str, Any] = {"@context": "https://schema.org", "name": heading.text, "inLanguage": page.language}
    if summary:
        base["description"] = texts.plain(summary, page.language, record.original)
    base["dateModified"] = (record.reviewed or record.added).start.first_day
    return base | _of_kind(page, record)


def _of_kind(page: Page, record: Record) -> dict[str, Any]:
    if isinstance(record, City):
        return _city(record)
    if isinstance(record, Practice):
        places = [texts.said(page.world.catalog.cities[id].name, page.language).text for id in record.cities]
        return {
            "@type": "Article",
            "headline": texts.said(record.title, page.language).text[:110],
            **({"contentLocation": [{"@type": "Place", "name": place} for place in places]} if places else {}),
        }
    if isinstance(record, Module):
        return {
            "@type": "SoftwareSourceCode",
            "programmingLanguage": "Java",
            "license": record.licence,
            "codeRepository": record.repository.address if record.repository else record.address,
        }
    if isinstance(record, Programme):
        return _programme(page, record)
    if isinstance(record, Body):
        return {
            "@type": "Organization",
            "alternateName": [each for each in (record.abbreviation, *record.also) if each],
            **({"url": record.address} if record.address else {}),
        }
    return {"@type": "DefinedTerm"} if isinstance(record, Topic) else {"@type": "Thing"}


def _city(city: City) -> dict[str, Any]:
    found: dict[str, Any] = {"@type": _CITY_TYPE[city.unit], "alternateName": sorted({*city.name.values(), *city.also})}
    if city.location:
        found["geo"] = {"@type": "GeoCoordinates", "latitude": city.location.lat, "longitude": city.location.lon}
    if city.geonameid:
        found["sameAs"] = f"https://www.geonames.org/{city.geonameid}"
    return found


def _programme(page: Page, programme: Programme) -> dict[str, Any]:
    organiser = page.world.catalog.bodies[programme.organiser]
    return {
        "@type": "Course",
        "provider": {"@type": "Organization", "name": texts.said(organiser.name, page.language).text},
        "about": [texts.said(page.world.catalog.topics[id].name, page.language).text for id in programme.topics],
        **({"availableLanguage": list(programme.languages)} if programme.languages else {}),
        **_prerequisites(page, programme),
        "hasCourseInstance": [
            _instance(page, programme, session)
            for session in programme.sessions
            if session.when.year and session.status != "not-known"
        ],
    }


_MODE = {"in-person": "onsite", "online": "online", "video-conference": "online", "mixed": "blended"}
"""Values of schema.org's courseMode; a mode that is not known is left out."""


def _prerequisites(page: Page, programme: Programme) -> dict[str, Any]:
    wanted = [texts.plain(each, page.language, programme.original) for each in programme.prerequisites]
    return {"coursePrerequisites": wanted} if wanted else {}


def _instance(page: Page, programme: Programme, session: Session) -> dict[str, Any]:
    """Dates as exact as they are known (a year or month is a valid ISO 8601 date of lower precision)."""
    status = {"cancelled": "https://schema.org/EventCancelled"}.get(session.status)
    dates = {"startDate": str(session.when.start).rstrip("~"), "endDate": str(session.when.end).rstrip("~")}
    place = brief.place(page, session.where)
    return {
        "@type": "CourseInstance",
        **dates,
        **({"courseMode": mode} if (mode := _MODE.get(programme.mode)) else {}),
        **({"location": {"@type": "Place", "name": place}} if place else {}),
        **({"eventStatus": status} if status else {}),
        **({"maximumAttendeeCapacity": session.seats} if session.seats else {}),
    }
