"""The appraisal on a study's page: assumptions, results with their formulae, the years, and what changes them.

In: a study with cash flows. Out: sections. Not here: the arithmetic (`derive.appraisal`), the words (`render.appraisal_words`).
"""

from __future__ import annotations

from fractions import Fraction

from markupsafe import Markup

from generator.derive.appraisal import Result, appraise, flows_of
from generator.derive.sensitivity import Scenario, scenarios
from generator.model.study import Appraisal, Study
from generator.render import appraisal_words as words
from generator.render import texts
from generator.render.context import Page
from generator.render.figures_words import telling
from generator.render.views.appraisal_charts import Tornado, YearsChart, ticks, tornado, years_chart
from generator.render.views.drawing import Said
from generator.render.views.parts import Items, Prose, Section, Table


def appraisal_sections(page: Page, study: Study, given: Appraisal) -> list[Section]:
    """Three sections: results, the years, sensitivity."""
    found, digits = appraise(flows_of(given)), words.places(given)
    return [
        _results(page, study, given, found, digits),
        _years(page, given, found, digits),
        _sensitivity(page, found, scenarios(found.flows, given.sensitivity), digits),
    ]


def _results(page: Page, study: Study, given: Appraisal, found: Result, digits: int) -> Section:
    t = page.t
    said = {
        name: texts.plain(text, page.language, study.original)
        for name, text in (("unit", given.unit), ("prices", given.prices))
        if text
    }
    lines = tuple(
        Markup("<strong>{}</strong>: {}").format(name, value) for name, value in words.assumptions(t, given, said)
    )
    rows = tuple((_named(each), each.value) for each in words.results(t, found, digits))
    key = Markup('<p>{} <a href="{}">{}</a></p>').format(
        words.symbols(t),
        page.href(f"{page.language}/studies/method.html"),
        t("Formulas and limits"),
    )
    note = (Prose(page.block(given.note, study)),) if given.note else ()
    table = Table(t("Results"), (t("Figure"), t("Value")), rows, frozenset({1}))
    return Section("appraisal", t("Economic appraisal"), (Items(lines), table, Prose(key), *note))


def _named(line: words.Line) -> Markup:
    """A result's name, what it says, and its formula, whose terms stay whole."""
    formula = line.formula.replace(" ", "\N{NO-BREAK SPACE}").replace("\N{NO-BREAK SPACE}÷", " ÷")
    small = Markup('<span class="wego-quiet">{}</span>')
    return Markup("<strong>{}</strong>{}{}").format(line.name, small.format(line.said), small.format(formula))


def year_names(page: Page, given: Appraisal, last: int) -> tuple[str, ...]:
    """Calendar years where the first is known, else the number of the year."""
    t = page.t
    if given.start is None:
        return tuple(t.number(year) for year in range(last + 1))
    return tuple(t.year(given.start + year) for year in range(last + 1))


def _years(page: Page, given: Appraisal, found: Result, digits: int) -> Section:
    t = page.t
    names = year_names(page, given, len(found.years) - 1)

    def shown(value: Fraction) -> str:
        return telling(t, value, digits)

    rows = tuple(
        (
            name,
            shown(each.investment),
            shown(each.running),
            shown(each.benefits),
            shown(each.net),
            shown(each.total),
            telling(t, each.factor, 4),
            shown(each.present),
            shown(each.present_total),
        )
        for name, each in zip(names, found.years, strict=True)
    )
    head = (
        t("Year"),
        t("Investment"),
        t("Running costs"),
        t("Benefits"),
        t("Net"),
        t("Running total"),
        t("Discount factor"),
        t("Present value"),
        t("Discounted total"),
    )
    table = Table(t("Costs and benefits by year"), head, rows, frozenset(range(1, len(head))))
    finding = Prose(Markup("<p>{}</p>").format(_years_finding(page, found, digits)))
    return Section("years", t("Year by year"), (finding, _years_chart(page, names, found, digits), table))


def _years_finding(page: Page, found: Result, digits: int) -> str:
    t, deepest = page.t, min(found.years, key=lambda each: each.present_total)
    values = {
        "low": telling(t, deepest.present_total, digits),
        "end": telling(t, found.worth.npv, digits),
        "back": words.payback(t, found.discounted_payback),
    }
    return t(
        "At its deepest the discounted total is {low}; at the end it is {end}. Discounted payback: {back}.", **values
    )


def _years_chart(page: Page, names: tuple[str, ...], found: Result, digits: int) -> YearsChart:
    t = page.t
    net, totals = [each.net for each in found.years], [each.present_total for each in found.years]
    described = "; ".join(
        f"{name}: {telling(t, each.net, digits)}, {telling(t, each.present_total, digits)}"
        for name, each in zip(names, found.years, strict=True)
    )
    said = Said(
        "years-chart",
        t("Net amount and discounted running total by year"),
        described,
        t("Bars: benefits less costs of the year. Line: discounted running total."),
    )
    marks = [(value, telling(t, value, words.needed(value))) for value in ticks([*net, *totals])]
    return years_chart(said, names, net, totals, marks)


def _sensitivity(page: Page, found: Result, cases: tuple[Scenario, ...], digits: int) -> Section:
    t = page.t
    rows = tuple(
        (
            words.scenario(t, each),
            telling(t, each.worth.npv, digits),
            words.ratio(t, each.worth),
            words.rates(t, each.worth),
        )
        for each in cases
    )
    head = (t("If"), t("Net present value (NPV)"), t("Benefit-cost ratio"), t("Internal rate of return (IRR)"))
    table = Table(t("One assumption changed, all others as above"), head, rows, frozenset({1, 2, 3}))
    notes = tuple(words.lost(t, cases, digits))
    finding = Prose(Markup("<p>{}</p>").format(_turning(page, found, cases)))
    parts = (finding, _tornado(page, found, cases, digits), table, *((Items(notes),) if notes else ()))
    return Section("sensitivity", t("If assumptions change"), parts)


def _turning(page: Page, found: Result, cases: tuple[Scenario, ...]) -> str:
    """Which single changes turn the sign of the net present value."""
    t, above = page.t, found.worth.npv >= 0
    turned = [words.scenario(t, each) for each in cases if (each.worth.npv >= 0) != above]
    if not turned:
        return t("No single change shown here turns the sign of the net present value.")
    return t("These single changes turn the sign of the net present value: {changes}.", changes="; ".join(turned))


def _tornado(page: Page, found: Result, cases: tuple[Scenario, ...], digits: int) -> Tornado:
    t = page.t
    rows = [(words.scenario(t, each), each.worth.npv, telling(t, each.worth.npv, digits)) for each in cases]
    said = Said(
        "sensitivity-chart",
        t("Net present value if one assumption changes"),
        "; ".join(f"{label}: {shown}" for label, _, shown in rows),
        t("Each bar leads from the base case to the changed net present value; the widest change comes first."),
    )
    base = t("Base case {value}", value=telling(t, found.worth.npv, digits))
    return tornado(said, found.worth.npv, base, rows)
