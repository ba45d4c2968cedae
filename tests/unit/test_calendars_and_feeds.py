"""iCalendar files and Atom feeds: valid by their standards, the same every time, and true to the records."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from generator import checking
from generator.derive.sessions import coming, is_exact, sessions, state
from generator.index.calendars import calendars
from generator.index.feeds import MOST, feeds
from generator.model.dates import period
from generator.model.programme import Programme
from generator.pipeline import world_of
from generator.render import routes
from generator.render.context import Page, World
from generator.render.environment import fill
from generator.render.linked_data import linked_data
from generator.render.views import record
from generator.render.views.calendar import calendar_view, coming_line
from generator.settings import settings
from tests.conftest import ROOT

ATOM = "{http://www.w3.org/2005/Atom}"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The records of the base."""
    chosen = settings(ROOT, work=tmp_path_factory.mktemp("calendars"), languages=("en", "ko"))
    return world_of(chosen, checking.check(chosen).catalog)


@pytest.fixture(scope="module")
def files(world: World) -> dict[str, bytes]:
    return dict(calendars(world))


@pytest.fixture(scope="module")
def atoms(world: World) -> dict[str, bytes]:
    return dict(feeds(world))


def with_session(world: World, **change: object) -> World:
    """The world with the first exact session of the Seoul Program changed."""
    programme = world.catalog.programmes["seoul-program"]
    place = next(number for number, each in enumerate(programme.sessions) if is_exact(each))
    changed = list(programme.sessions)
    changed[place] = changed[place].model_copy(update=change)
    other = programme.model_copy(update={"sessions": tuple(changed)})
    records = {**world.catalog.records, "programme": {**world.catalog.programmes, "seoul-program": other}}
    return replace(world, catalog=replace(world.catalog, records=records))


def events(data: bytes) -> list[dict[str, object]]:
    return [dict(each.items()) for each in Calendar.from_ical(data).walk("VEVENT")]


def test_every_exact_session_is_in_the_calendar_of_all_and_no_other(world: World, files: dict[str, bytes]) -> None:
    held = sessions(world.catalog.programmes.values())
    exact = [each for each in held if is_exact(each.session)]
    assert 0 < len(exact) < len(held)
    found = {str(each["UID"]) for each in events(files["calendar/en/all.ics"])}
    assert len(found) == len(exact)
    assert {uid.partition("@")[0] for uid in found} == {f"{each.programme.id}.{each.session.id}" for each in exact}


def test_all_day_events_end_on_the_day_after(files: dict[str, bytes]) -> None:
    seoul = {str(each["UID"]): each for each in events(files["calendar/en/programmes/seoul-program.ics"])}
    first = seoul["seoul-program.2011@wego-knowledge-base.invalid"]
    assert (first["DTSTART"].dt, first["DTEND"].dt) == (date(2011, 9, 5), date(2011, 9, 10))  # type: ignore[attr-defined]
    assert all(type(each["DTSTART"].dt) is date for each in seoul.values())  # type: ignore[attr-defined]


def test_every_file_keeps_the_rules_of_rfc_5545(files: dict[str, bytes]) -> None:
    assert len(files) > 20
    for data in files.values():
        lines = data.split(b"\r\n")
        assert lines[-1] == b"" and b"\n" not in b"".join(lines)
        assert all(len(line) <= 75 for line in lines)
        calendar = Calendar.from_ical(data)
        assert calendar["VERSION"] == "2.0" and calendar["PRODID"]
        found = events(data)
        assert found
        for event in found:
            assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "STATUS"} <= set(event)
            assert event["DTEND"].dt - event["DTSTART"].dt >= timedelta(days=1)  # type: ignore[attr-defined]
            assert event["STATUS"] in ("CONFIRMED", "TENTATIVE", "CANCELLED")
        assert len({str(each["UID"]) for each in found}) == len(found)


def test_identifiers_and_stamps_depend_on_the_records_alone(world: World, files: dict[str, bytes]) -> None:
    assert dict(calendars(world)) == files
    other = replace(world, settings=replace(world.settings, site_url="https://example.org/kb/"))
    moved = dict(calendars(other))["calendar/en/all.ics"]
    assert [each["UID"] for each in events(moved)] == [each["UID"] for each in events(files["calendar/en/all.ics"])]
    assert b"URL:https://example.org/kb/en/programmes/" in moved.replace(b"\r\n ", b"")
    assert b"URL:" not in files["calendar/en/all.ics"]


def test_a_cancelled_session_says_so_with_a_higher_sequence(world: World) -> None:
    data = dict(calendars(with_session(world, status="cancelled")))["calendar/en/programmes/seoul-program.ics"]
    cancelled = [each for each in events(data) if each["STATUS"] == "CANCELLED"]
    assert [each["SEQUENCE"] for each in cancelled] == [1]
    raised = dict(calendars(with_session(world, sequence=3)))["calendar/en/programmes/seoul-program.ics"]
    assert 3 in [each["SEQUENCE"] for each in events(raised)]


def test_words_with_commas_semicolons_and_line_breaks_come_back_as_they_were(world: World) -> None:
    title = {"en": "A, b; c \\ d"}
    data = dict(calendars(with_session(world, title=title)))["calendar/en/programmes/seoul-program.ics"]
    assert any(str(each["DESCRIPTION"]).startswith("A, b; c \\ d\n") for each in events(data))


def test_a_topic_has_the_sessions_on_it(world: World, files: dict[str, bytes]) -> None:
    found = {address for address in files if address.startswith("calendar/ko/topics/")}
    assert found
    for address in found:
        topic = address.rpartition("/")[2].removesuffix(".ics")
        for event in events(files[address]):
            programme, _, session = str(event["UID"]).partition("@")[0].partition(".")
            record = world.catalog.programmes[programme]
            held = next(each for each in record.sessions if each.id == session)
            assert topic in (*record.topics, *held.topics)


def test_the_calendar_page_shows_every_session_and_says_what_the_files_leave_out(world: World) -> None:
    view = calendar_view(Page(world, "en", "en/programmes/calendar.html"))
    held = sessions(world.catalog.programmes.values())
    linked = [
        item
        for section in view.sections
        for part in section.parts
        for item in getattr(part, "items", ())
        if hasattr(item, "href")
    ]
    assert len(linked) == len(held)
    years = [each.id for each in view.sections if each.id.startswith("year-2")]
    assert years == sorted(years, reverse=True)
    left_out = sum(not is_exact(each.session) for each in held)
    assert any(
        f"{left_out} sessions are not in the files" in str(item)
        for section in view.sections
        for part in section.parts
        for item in getattr(part, "items", ())
    )


def test_the_catalogue_says_whether_anything_is_announced(world: World) -> None:
    page = Page(world, "en", "en/programmes/index.html")
    assert "No session is announced after" in coming_line(page)
    announced = with_session(world, when=period("2027-03-01/2027-03-05"), status="announced", seats=14)
    said = coming_line(Page(announced, "en", "en/programmes/index.html"))
    assert "Announced:" in said and "1–5 March 2027 · Seoul · 14 seats" in said


@pytest.mark.parametrize(
    ("day", "is_to_come"),
    [("2027-02-28", True), ("2027-03-01", True), ("2027-03-05", True), ("2027-03-06", False)],
)
def test_a_session_is_to_come_until_its_last_day_and_pages_and_files_say_so(
    world: World, day: str, is_to_come: bool
) -> None:
    then = replace(with_session(world, when=period("2027-03-01/2027-03-05"), status="announced"), as_of=day)
    held = sessions(then.catalog.programmes.values())
    (one,) = (each for each in held if str(each.session.when) == "2027-03-01/2027-03-05")
    assert (state(one.session, day) == "coming") is is_to_come
    assert (one in coming(held, day)) is is_to_come
    doubt = "no source says whether it took place"
    page = Page(then, "en", "en/programmes/seoul-program.html")
    html = fill(ROOT / "theme", "record", record.view(page, one.programme))
    assert (doubt in html.partition("1–5 March 2027")[2].partition("</article>")[0]) is not is_to_come
    (event,) = (each for each in events(dict(calendars(then))["calendar/en/all.ics"]) if one.session.id in each["UID"])  # type: ignore[operator]
    assert (doubt in str(event["DESCRIPTION"])) is not is_to_come


def test_a_cancelled_session_or_one_that_took_place_is_not_to_come(world: World) -> None:
    for status in ("cancelled", "held", "not-known"):
        changed = with_session(world, when=period("2027-03-01/2027-03-05"), status=status)
        assert coming(sessions(changed.catalog.programmes.values()), "2027-01-01") == ()


def test_the_name_of_a_calendar_is_escaped(world: World) -> None:
    programme = world.catalog.programmes["seoul-program"]
    renamed = programme.model_copy(update={"title": {"en": "A; B, C"}})
    records = {**world.catalog.records, "programme": {**world.catalog.programmes, "seoul-program": renamed}}
    other = replace(world, catalog=replace(world.catalog, records=records))
    file = dict(calendars(other))[routes.calendar("en", "programme", "seoul-program")].decode()
    assert "X-WR-CALNAME:WeGO · A\\; B\\, C" in file.replace("\r\n ", "")


def test_every_feed_is_valid_atom(atoms: dict[str, bytes]) -> None:
    assert len(atoms) == 2 * (len(routes.FED) + 1)
    for address, data in atoms.items():
        feed = ElementTree.fromstring(data)
        assert feed.tag == f"{ATOM}feed"
        for name in ("id", "title", "updated"):
            assert len(feed.findall(ATOM + name)) == 1
        assert feed.find(f"{ATOM}author/{ATOM}name") is not None
        assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == address.split("/")[1]
        entries = feed.findall(f"{ATOM}entry")
        assert 0 < len(entries) <= MOST
        ids = [str(each.findtext(f"{ATOM}id")) for each in entries]
        assert len(set(ids)) == len(ids) and all(id.startswith("tag:") for id in ids)
        dates = [str(each.findtext(f"{ATOM}updated")) for each in entries]
        assert all(RFC3339.fullmatch(each) for each in dates)
        assert dates == sorted(dates, reverse=True) and feed.findtext(f"{ATOM}updated") == dates[0]
        for entry in entries:
            (link,) = entry.findall(f"{ATOM}link")
            assert link.get("rel") == "alternate" and entry.findtext(f"{ATOM}title")


def test_feeds_leave_out_what_is_invented(atoms: dict[str, bytes]) -> None:
    assert not any(b"example-" in data for data in atoms.values())


def test_without_a_site_address_links_are_relative_and_with_one_absolute(world: World, atoms: dict[str, bytes]) -> None:
    assert b'rel="self"' not in atoms["feeds/en/practices.xml"]
    assert b'href="../../en/practices/' in atoms["feeds/en/practices.xml"]
    other = replace(world, settings=replace(world.settings, site_url="https://example.org/kb/"))
    data = dict(feeds(other))["feeds/en/practices.xml"]
    assert (
        b'<link rel="self" type="application/atom+xml" href="https://example.org/kb/feeds/en/practices.xml"/>' in data
    )
    one, other_ids = (
        [each.findtext(f"{ATOM}id") for each in ElementTree.fromstring(each_).findall(f"{ATOM}entry")]
        for each_ in (data, atoms["feeds/en/practices.xml"])
    )
    assert one == other_ids


def test_a_course_is_told_to_machines_with_what_is_known(world: World) -> None:
    programme = world.catalog.programmes["seoul-program"]
    said = linked_data(Page(world, "en", "en/programmes/seoul-program.html"), programme)
    assert said is not None and said["@type"] == "Course" and said["provider"]["@type"] == "Organization"
    held = [each for each in programme.sessions if each.when.year and each.status != "not-known"]
    assert len(said["hasCourseInstance"]) == len(held)
    first = said["hasCourseInstance"][0]
    assert first["@type"] == "CourseInstance" and first["location"]["name"] == "Seoul"
    assert first["courseMode"] in ("onsite", "online", "blended")


def test_no_course_gets_a_date_that_no_source_gives(world: World) -> None:
    for programme in world.catalog.programmes.values():
        assert isinstance(programme, Programme)
        said = linked_data(Page(world, "en", f"en/programmes/{programme.id}.html"), programme)
        for instance in said["hasCourseInstance"] if said else ():
            assert re.fullmatch(r"\d{4}(-\d\d){0,2}", instance["startDate"])


def test_the_built_site_announces_its_feeds(small_site: Path) -> None:
    lists = (small_site / "en/practices/index.html").read_text("utf-8")
    assert '<link rel="alternate" type="application/atom+xml" href="../../feeds/en/practices.xml">' in lists
    assert (small_site / "feeds/en/practices.xml").is_file()
    assert '<link rel="alternate" type="application/atom+xml" href="../feeds/en/all.xml">' in (
        small_site / "en/index.html"
    ).read_text("utf-8")
