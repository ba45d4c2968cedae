"""The view of any record: what its kind shows, framed by notices, sources and dates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from markupsafe import Markup

from generator.model.record import Record
from generator.render import labels, routes, texts
from generator.render.context import Page
from generator.render.views import award, body, city, module, practice, programme, study, system
from generator.render.views.organization import apart_section, in_history
from generator.render.views.parts import Fact, RecordView, Section

Maker = tuple[Callable[[Page, Any], list[Fact]], Callable[[Page, Any], list[Section]]]
MAKERS: Final[Mapping[str, Maker]] = MappingProxyType(
    {
        "city": (city.facts, city.sections),
        "practice": (practice.facts, practice.sections),
        "module": (module.facts, module.sections),
        "programme": (programme.facts, programme.sections),
        "body": (body.facts, body.sections),
        "topic": (body.topic_facts, body.topic_sections),
        "system": (system.facts, system.sections),
        "award": (award.facts, award.sections),
        "study": (study.facts, study.sections),
    }
)

_IN_HISTORY: Final = frozenset({"city", "body"})
"""Kinds whose pages show the events that name them; WeGO itself is named by nearly all and has a history of its own."""


def view(page: Page, record: Record) -> RecordView:
    """What the template of record pages sees."""
    t = page.t
    make_facts, make_sections = MAKERS[record.kind]
    summary: Mapping[str, str] | None = getattr(record, "summary", None)
    lead = page.block(summary, record) if summary else Markup("")
    facts, sections = (
        ((), ()) if record.withdrawn else (tuple(make_facts(page, record)), _sections(page, record, make_sections))
    )
    page.cite(*record.sources)
    twin = page.href(routes.data_twin(record))
    return RecordView(
        list_href=page.href(routes.list_page(page.language, record.kind)),
        list_label=t(labels.KIND[record.kind][1]),
        title=page.name_of(record),
        lead=Markup("") if record.withdrawn else lead,
        notices=tuple(_notices(page, record)),
        facts=facts,
        facts_label=t("At a glance"),
        sections=sections,
        sources_label=t("Sources"),
        sources=page.sources(),
        dates=_dates(page, record),
        translation=_translation(page, record),
        data_label=t("This record as data"),
        data=(("JSON", twin),),
    )


def _sections(page: Page, record: Record, make: Callable[[Page, Any], list[Section]]) -> tuple[Section, ...]:
    """What the kind shows, then where it stands in the history, and where sources disagree on it."""
    more = (in_history(page, record.kind, record.id) if record.kind in _IN_HISTORY and record.id != "wego" else None,)
    apart = apart_section(page, record.kind, record.id)
    return tuple(each for each in (*make(page, record), *more, apart) if each)


def _notices(page: Page, record: Record) -> list[Markup | str]:
    t = page.t
    found: list[Markup | str] = []
    if record.is_example:
        found.append(t("Invented demonstration data. This record does not describe a real place or event."))
    if record.withdrawn:
        found.append(
            Markup("{} {}").format(
                t("This record was withdrawn on {date}.", date=t.when(record.withdrawn.when)),
                page.inline(record.withdrawn.reason, record),
            )
        )
    if not texts.is_translated(record, page.language):
        found.append(
            t(
                "This page is not yet available in {language}. Its text is shown in {original}.",
                language=t.language_name(page.language),
                original=t.language_name(record.original),
            )
        )
    return found


def _dates(page: Page, record: Record) -> str:
    t = page.t
    added = t("Added {date}", date=t.when(record.added))
    return f"{added} · {t('reviewed {date}', date=t.when(record.reviewed))}" if record.reviewed else added


def _translation(page: Page, record: Record) -> str:
    if page.language == record.original or not texts.is_translated(record, page.language):
        return ""
    return (
        page.t("Translated by machine; not yet reviewed by a person.")
        if texts.is_machine(record, page.language)
        else ""
    )
