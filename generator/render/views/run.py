"""The page of one CeDS run: summary, who took part, three reports, systems map, roadmap.

In: a page and a run. Out: `RunView`. Not here: the parts themselves (`run_reports`, `run_systems`, `run_steps`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from markupsafe import Markup

from generator.derive.ceds import Score
from generator.derive.runs import Run
from generator.model.assessment import Assessment
from generator.model.consented import is_invented
from generator.render import markup, routes
from generator.render.context import Page
from generator.render.views.ceds_parts import Block
from generator.render.views.ceds_speech import Speech, speech
from generator.render.views.parts import Fact
from generator.render.views.run_figures import short
from generator.render.views.run_reports import reports
from generator.render.views.run_steps import roadmap
from generator.render.views.run_systems import systems_map

REMARK: Final = 200
"""Longest remark of a city, in characters."""
DEPARTMENTS = ("planning", "finance", "it", "vice-mayor")


@dataclass(frozen=True, slots=True)
class RunView:
    """One run of one city."""

    crumbs: tuple[Markup, ...] = field(metadata={"help": "Links up to where the page belongs."})
    title: str = field(metadata={"help": "Heading: city and date."})
    notices: tuple[str, ...] = field(
        metadata={"help": "What a reader must know first: invented, withdrawn, who was missing."}
    )
    stage: str = field(metadata={"help": "The stage with its range and name, or empty."})
    lead: str = field(metadata={"help": "What the stage means, and the figure in a sentence."})
    facts_label: str = field(metadata={"help": "Name of the fact panel."})
    facts: tuple[Fact, ...] = field(metadata={"help": "Date, version, who took part, evidence, consent."})
    index_label: str = field(metadata={"help": "Accessible name of the index of blocks."})
    print_label: str = field(metadata={"help": "The button that prints the whole report."})
    blocks: tuple[Block, ...] = field(metadata={"help": "Three reports, systems map, roadmap."})
    about: Markup = field(metadata={"help": "Whose instrument this is, and what the figures are not."})
    data_label: str = field(metadata={"help": "Label of the data link."})
    data: tuple[tuple[str, str], ...] = field(metadata={"help": "The run as data: label and link."})


def run_view(page: Page, run: Run) -> RunView:
    """The page of a run that may be shown."""
    words, t = speech(page), page.t
    blocks = reports(page, words, run)
    if run.answers:
        blocks += (systems_map(page, words, run), roadmap(page, words, run))
    else:
        hidden = t("The city agreed to publish its scores only. Answers, systems map and roadmap are not shown.")
        blocks += (Block("not-shown", t("What is not shown"), hidden, ()),)
    return RunView(
        crumbs=crumbs(page, run.assessment.city),
        title=title(page, run.assessment),
        notices=tuple(notices(page, words, run)),
        stage=words.stage(run.result),
        lead=words.stage_text(run.result.stage, summary=True),
        facts_label=t("At a glance"),
        facts=tuple(_facts(page, words, run)),
        index_label=t("On this page"),
        print_label=t("Print the whole report"),
        blocks=blocks,
        about=about(page),
        data_label=t("This run as data"),
        data=tuple((form.upper(), page.href(routes.run_twin(run.assessment, form))) for form in ("json", "csv", "yml")),
    )


def withdrawn_view(page: Page, run: Assessment) -> RunView:
    """The page of a run that its city took back: the fact, and nothing else."""
    t = page.t
    assert run.withdrawn is not None
    said = t("The city took this run back on {date}. Its figures are no longer shown.", date=t.when(run.withdrawn.date))
    why = (run.withdrawn.reason,) if run.withdrawn.reason else ()
    made_up = (invented_notice(page),) if is_invented(run) else ()
    return RunView(
        crumbs(page, run.city), title(page, run), (*made_up, said, *why), "", "", "", (), "", "", (), Markup(""), "", ()
    )


def title(page: Page, run: Assessment) -> str:
    """`Seoul: CeDS run of 4 May 2026`."""
    return page.t("{city}: CeDS run of {date}", city=city_name(page, run.city), date=page.t.when(run.date))


def city_name(page: Page, id: str) -> str:
    """The name of a city as plain text."""
    return str(Markup(page.name_of(page.world.catalog.cities[id])).striptags())


def crumbs(page: Page, city: str) -> tuple[Markup, ...]:
    """CeDS, the city's runs."""
    t = page.t
    up = (
        markup.link(page.href(f"{page.language}/ceds/index.html"), t("CeDS self-diagnosis")),
        markup.link(page.href(routes.runs_page(page.language, city)), city_name(page, city)),
    )
    return tuple(each for each in up if f'href="{page.address.rpartition("/")[2]}"' not in each)


def about(page: Page) -> Markup:
    """What every result says of itself."""
    t = page.t
    said = t(
        "Self-reported answers to this project’s own instrument, written to the published structure of CeDS. Not a result of WeGO, and no ranking."
    )
    method = markup.link(page.href(f"{page.language}/ceds/method.html"), t("Questions, formulas and limits"))
    return markup.spaced(said, method)


def invented_notice(page: Page) -> str:
    """Said on every page that shows an invented run."""
    return page.t("Invented demonstration data. This city does not exist; its answers and figures were made up.")


def notices(page: Page, words: Speech, run: Run) -> list[str]:
    """What a reader must know first: that a run is invented, which departments did not answer."""
    found = [invented_notice(page)] if is_invented(run.assessment) else []
    missing = [words(f"department.{each}") for each in DEPARTMENTS if each not in run.assessment.departments]
    if missing:
        found.append(words("result.departments.missing", names=words("list.mark").join(missing)))
    return found


def _facts(page: Page, words: Speech, run: Run) -> list[Fact]:
    t, given = page.t, run.assessment
    took = tuple(words(f"department.{each}") for each in DEPARTMENTS if each in given.departments)
    found = [
        Fact(t("City"), (page.to("city", given.city),)),
        Fact(words("figure.overall"), _figure(page, words, run.result.overall)),
        Fact(t("Date"), (t.when(given.date),)),
        Fact(t("Version"), (markup.link(page.href(f"{page.language}/ceds/method.html"), given.version),)),
        Fact(words("form.departments"), took or (t("not told"),)),
    ]
    if given.consent:
        scope = words(f"scope.{given.consent.scope}").rstrip(".")
        found.append(
            Fact(
                t("Published with consent of"),
                (given.consent.office, markup.quiet(f"{scope} · {t.when(given.consent.date)}")),
            )
        )
    found.append(Fact(t("Evidence"), (_evidence(page, words, run),)))
    if given.note:
        found.append(Fact(t("Remark"), (short(given.note, REMARK),)))
    return found


def _figure(page: Page, words: Speech, score: Score) -> tuple[str, ...]:
    shown = (words.shown(score),)
    return shown if score.low == score.high else (*shown, page.t("Range {range}", range=words.range(score)))


def _evidence(page: Page, words: Speech, run: Run) -> str:
    given = run.assessment
    if given.consent is None or given.consent.scope != "evidence":
        return page.t("notes not published")
    notes = [each.evidence for each in given.indicators.values()] + [each.evidence for each in given.systems.values()]
    return words("result.evidence", n=len(notes) - notes.count(None), total=len(notes))
