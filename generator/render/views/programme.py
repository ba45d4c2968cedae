"""A programme's page: for whom, what is taught, when it ran, what it asks of those who come."""

from __future__ import annotations

from markupsafe import Markup

from generator.derive.sessions import is_exact, state
from generator.model.programme import Programme, Session
from generator.render import labels, markup, routes
from generator.render.context import Page
from generator.render.views.common import figure_rows, listed, prose, related, unknown
from generator.render.views.parts import Entries, Entry, Fact, Items, Section


def facts(page: Page, programme: Programme) -> list[Fact]:
    """Who, how, for how long, on what."""
    t = page.t
    found = [Fact(t("Organiser"), (page.to("body", programme.organiser),))]
    if programme.partners:
        found.append(Fact(t("Partners"), page.each("body", programme.partners)))
    found += [
        Fact(t("Form"), (t(labels.PROGRAMME_FORM[programme.form]),)),
        Fact(t("Mode"), (t(labels.MODE[programme.mode]),)),
    ]
    if programme.duration:
        found.append(Fact(t("Length"), (page.inline(programme.duration, programme),)))
    if programme.languages:
        found.append(Fact(t("Languages"), (", ".join(t.language_name(code) for code in programme.languages),)))
    found.append(Fact(t("Topics"), page.each("topic", programme.topics)))
    if programme.cost:
        found.append(Fact(t("Cost"), (page.inline(programme.cost, programme),)))
    if any(is_exact(each) for each in programme.sessions):
        file = page.href(routes.calendar(page.language, "programme", programme.id))
        found.append(Fact(t("Calendar"), (markup.link(file, t("Add the sessions (.ics)")),)))
    if programme.also:
        found.append(Fact(t("Other names"), (", ".join(programme.also),)))
    return found


def sections(page: Page, programme: Programme) -> list[Section]:
    """Sessions first: dates are what a reader comes for."""
    relations, t, key = page.world.relations, page.t, ("programme", programme.id)
    found = [
        _sessions(page, programme),
        prose(page, programme, "audience", t("For whom"), programme.audience),
        listed(page, programme, "prerequisites", t("Required knowledge"), programme.prerequisites),
        listed(page, programme, "helpful", t("Helpful knowledge"), programme.helpful),
        _curriculum(page, programme),
        listed(page, programme, "sites", t("Places visited"), programme.sites),
        prose(page, programme, "selection", t("Who may take part"), programme.selection),
        unknown(page, programme, programme.unknown),
        related(page, "modules", t("eGovFrame modules taught"), "module", programme.modules),
        related(page, "systems", t("City systems it helps to build"), "system", relations.to(key, "system")),
        related(page, "practices", t("Practices it teaches"), "practice", relations.to(key, "practice")),
    ]
    return [section for section in found if section]


def _curriculum(page: Page, programme: Programme) -> Section | None:
    if not programme.curriculum:
        return None
    t = page.t

    def line(day: int | None, title: Markup) -> Markup:
        return (
            markup.spaced(Markup("<strong>{}</strong>").format(t("Day {number}", number=day)), title) if day else title
        )

    items = tuple(line(each.day, page.inline(each.title, programme)) for each in programme.curriculum)
    return Section("curriculum", t("Content"), (Items(items, ordered=any(each.day for each in programme.curriculum)),))


def _sessions(page: Page, programme: Programme) -> Section | None:
    if not programme.sessions:
        return None
    ordered = sorted(programme.sessions, key=lambda each: each.when.sort_key, reverse=True)
    return Section(
        "sessions", page.t("Sessions"), (Entries(tuple(_session(page, programme, each) for each in ordered)),)
    )


def _session(page: Page, programme: Programme, session: Session) -> Entry:
    t = page.t
    name = page.inline(session.title, programme) if session.title else ""
    title = markup.marked(
        markup.joined((part for part in (t.when(session.when), name) if part), " · "), page.cite(session.source)
    )
    found = [Fact(t("Status"), (t(labels.SESSION_STATUS[state(session, page.world.as_of[:10])]),))]
    if session.where is not None:
        where = (
            page.to("city", session.where) if isinstance(session.where, str) else page.inline(session.where, programme)
        )
        found.append(
            Fact(
                t("Place"), (markup.joined([where, page.inline(session.venue, programme)]) if session.venue else where,)
            )
        )
    if session.seats:
        found.append(Fact(t("Seats"), (t.number(session.seats),)))
    if session.apply_by:
        found.append(Fact(t("Apply by"), (t.when(session.apply_by),)))
    if session.partners:
        found.append(Fact(t("Partners"), page.each("body", session.partners)))
    if session.topics:
        found.append(Fact(t("Topics"), page.each("topic", session.topics)))
    if session.participants:
        found.append(Fact(t("Took part"), page.each("city", session.participants)))
    for what, shown, remark in figure_rows(page, programme, session.figures):
        label = what.striptags()
        found.append(Fact(label[:1].upper() + label[1:], (*shown, markup.quiet(remark)) if remark else shown))
    notes = (page.inline(session.note, programme),) if session.note else ()
    return Entry(f"session-{session.id}", title, tuple(found), notes)
