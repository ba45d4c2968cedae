"""A study's page: for which city, on what, what it found, its economics, and what is not known."""

from __future__ import annotations

from generator.model.study import Study
from generator.render import labels_wego, markup
from generator.render.context import Page
from generator.render.views.appraisal import appraisal_sections
from generator.render.views.common import figures, listed, related, unknown
from generator.render.views.parts import Fact, Items, Section


def facts(page: Page, study: Study) -> list[Fact]:
    """City, time, theme, who did it."""
    t = page.t
    found = [Fact(t("Kind"), (t(labels_wego.STUDY_KIND[study.form]),))]
    if study.cities:
        found.append(Fact(t("City"), page.each("city", study.cities)))
    found.append(Fact(t("When"), (t.when(study.when),)))
    if study.theme:
        found.append(Fact(t("Theme"), (page.inline(study.theme, study),)))
    if study.bodies:
        found.append(Fact(t("Consultants"), page.each("body", study.bodies)))
    if study.applicants:
        found.append(Fact(t("Applicants"), page.statements(study.applicants)))
    found.append(Fact(t("Topics"), page.each("topic", study.topics)))
    if study.report:
        found.append(Fact(t("Report"), (markup.out(study.report, study.report.split("/")[2]),)))
    return found


def sections(page: Page, study: Study) -> list[Section]:
    """The same order on every study."""
    t = page.t
    found = [
        _findings(page, study),
        *(appraisal_sections(page, study, study.appraisal) if study.appraisal else ()),
        listed(page, study, "report", t("What the report holds"), study.report_chapters),
        Section("figures", t("Figures"), (figures(page, study, t("Figures, each with its source"), study.figures),))
        if study.figures
        else None,
        unknown(page, study, study.unknown),
        related(page, "practices", t("What came of it"), "practice", study.practices),
        related(page, "systems", t("City systems it is about"), "system", study.systems),
    ]
    return [section for section in found if section]


def _findings(page: Page, study: Study) -> Section | None:
    """The five parts of the criteria, with what is known of each; parts without findings say so."""
    if not study.findings:
        return None
    t = page.t
    lines = []
    for part, label in labels_wego.STUDY_PART.items():
        said = study.findings.get(part, ())  # type: ignore[call-overload]
        known = markup.joined((page.inline(each, study) for each in said), " ") if said else t("not known")
        lines.append(markup.spaced(markup.strong(f"{t(label)}:"), known))
    return Section("findings", t("Findings by the five parts of a study"), (Items(tuple(lines)),))
