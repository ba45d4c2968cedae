"""The method page of CeDS: every question with its levels, from the same files the scores come from.

In: the instrument. Out: `MethodView`. Not here: the prose on formulas and limits (content/<language>/ceds/method.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from generator.model.framework import Framework, Indicator
from generator.render.context import Page
from generator.render.views.parts import Linked, SourceEntry
from generator.render.views.system import framework


@dataclass(frozen=True, slots=True)
class Question:
    """One indicator."""

    id: str
    title: Markup
    why: Markup
    evidence: Markup
    levels: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """What is measured: a dimension with its questions, or an area with its systems."""

    id: str
    title: Markup
    summary: Markup
    questions: tuple[Question, ...] = ()
    systems: tuple[Linked, ...] = ()


@dataclass(frozen=True, slots=True)
class MethodView:
    """The instrument, printed."""

    summary: Markup = field(metadata={"help": "What the instrument is and whose."})
    index_label: str = field(metadata={"help": "Accessible name of the index."})
    dimensions: tuple[Measured, ...] = field(metadata={"help": "The six dimensions with their questions."})
    areas: tuple[Measured, ...] = field(metadata={"help": "The four areas with their systems."})
    scales: tuple[tuple[str, tuple[Markup, ...]], ...] = field(
        metadata={"help": "Existence and use: heading and five levels."}
    )
    stages: tuple[tuple[str, Markup, Markup], ...] = field(metadata={"help": "The five stages: range, name, sentence."})
    stages_label: str = field(metadata={"help": "Heading of the stages."})
    crosswalk: tuple[tuple[Markup, str], ...] = field(
        metadata={"help": "Area of the other model, and what of ours touches it."}
    )
    crosswalk_label: str = field(metadata={"help": "Heading of the crosswalk."})
    history: tuple[Markup, ...] = field(metadata={"help": "The versions."})
    history_label: str = field(metadata={"help": "Heading of the versions."})
    why_label: str = field(metadata={"help": "Before why a question is asked."})
    evidence_label: str = field(metadata={"help": "Before what counts as evidence."})
    sources_label: str = field(metadata={"help": "Heading of the sources."})
    sources: tuple[SourceEntry, ...] = field(metadata={"help": "Sources of the structure."})


def view(page: Page) -> MethodView:
    """The instrument as its page shows it."""
    t, found = page.t, framework(page)
    page.cite(*found.sources)
    return MethodView(
        summary=page.block(found.summary, found),
        index_label=t("Index"),
        dimensions=tuple(
            Measured(
                each.id,
                page.inline(each.name, found),
                page.inline(each.summary, found),
                questions=_questions(page, each.id),
            )
            for each in found.dimensions
        ),
        areas=tuple(
            Measured(
                each.id,
                page.inline(each.name, found),
                page.inline(each.summary, found),
                systems=_systems(page, each.id),
            )
            for each in found.areas
        ),
        scales=(
            (t("Existence of a system"), tuple(page.inline(each, found) for each in found.existence)),
            (t("Use of a system, asked from the pilot on"), tuple(page.inline(each, found) for each in found.use)),
        ),
        stages=_stages(page, found),
        stages_label=t("The five stages"),
        crosswalk=_crosswalk(page, found),
        crosswalk_label=t("Beside the model of the TM Forum (our own reading; its criteria are not public)"),
        history=tuple(page.inline(each, found) for each in found.history),
        history_label=t("Versions"),
        why_label=t("Why it matters"),
        evidence_label=t("Evidence"),
        sources_label=t("Sources"),
        sources=page.sources(),
    )


def _questions(page: Page, dimension: str) -> tuple[Question, ...]:
    records = [
        each
        for each in page.world.catalog.records["indicator"].values()
        if isinstance(each, Indicator) and each.dimension == dimension
    ]
    return tuple(
        Question(
            each.id,
            page.inline(each.question, each),
            page.inline(each.why, each),
            page.inline(each.evidence, each),
            tuple(page.inline(level, each) for level in each.levels),
        )
        for each in records
    )


def _systems(page: Page, area: str) -> tuple[Linked, ...]:
    records = page.world.catalog.records["system"]
    return tuple(
        Linked(page.name_of(each), page.record_href("system", id))
        for id, each in records.items()
        if getattr(each, "area", "") == area
    )


def _stages(page: Page, found: Framework) -> tuple[tuple[str, Markup, Markup], ...]:
    bounds = ("0–20", "20–40", "40–60", "60–80", "80–100")
    return tuple(
        (bound, page.inline(each.name, found), page.inline(each.summary, found))
        for bound, each in zip(bounds, found.stages, strict=True)
    )


def _crosswalk(page: Page, found: Framework) -> tuple[tuple[Markup, str], ...]:
    names: dict[str, Mapping[str, str]] = {each.id: each.name for each in found.dimensions}
    names |= {each.id: each.name for each in found.areas}
    rows = []
    for each in found.crosswalk:
        ours = [names[id].get(page.language, names[id]["en"]) for id in (*each.dimensions, *each.areas)]
        rows.append((page.inline(each.name, found), ", ".join(ours)))
    return tuple(rows)
