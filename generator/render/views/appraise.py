"""The appraisal page: what its scripts need (words), and what stands there without them.

In: a page. Out: `Markup` for the body. Not here: the form and the arithmetic (theme/assets/wego/studies/*.js).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from markupsafe import Markup

from generator.model.places import CURRENCIES
from generator.render import routes
from generator.render.context import Page
from generator.render.head import json_block
from generator.render.i18n import Messages

SCRIPTS: Final = (
    "ceds/fraction",
    "ceds/dom",
    "ceds/yaml",
    "studies/amounts",
    "studies/rates",
    "studies/appraisal",
    "studies/results",
    "studies/record",
    "studies/main",
)
"""In the order they need one another."""


def words(t: Messages) -> Mapping[str, str]:
    """What the form says, by the keys its scripts ask for; those of the results are the build's own."""
    return {**_form(t), **_wrong(t), **_files(t), **_results(t), **_outcomes(t), **_cases(t)}


def _form(t: Messages) -> Mapping[str, str]:
    return {
        "private": t("Nothing you type leaves this machine. Your numbers stay in this browser until you delete them."),
        "saved": t("Saved in this browser."),
        "refused": t("This browser does not let the page save; export a file before you leave."),
        "deleted": t("Everything was deleted."),
        "save": t("Save as YAML"),
        "open": t("Open a file"),
        "print": t("Print"),
        "delete": t("Delete everything"),
        "delete.ask": t("Delete all numbers from this browser? Files that you saved remain."),
        "delete.yes": t("Delete all numbers"),
        "delete.keep": t("Keep my numbers"),
        "assumptions": t("Assumptions"),
        "title": t("Project"),
        "currency": t("Currency (ISO 4217)"),
        "unit": t("Unit, such as thousand US dollars"),
        "rate": t("Discount rate, percent a year"),
        "start": t("Calendar year of year 0"),
        "table": t("Costs and benefits by year"),
        "cell": t("{what}, year {year}"),
        "paste": t("A block copied from a spreadsheet can be pasted into any cell. Leave empty what is zero."),
        "paste.cut": t(
            "What you pasted is larger than the table. What would stand to the right of it or after year {year} was left out."
        ),
        "longer": t("Add a year"),
        "shorter": t("Remove the last year"),
    }


def _wrong(t: Messages) -> Mapping[str, str]:
    return {
        "wrong": t("Correct what is marked, then the results appear."),
        "wrong.amount": t("write a number such as 1250 or 1250.50"),
        "wrong.decimals": t("write at most six decimals"),
        "wrong.large": t("write a number up to 1,000,000,000,000,000; a larger unit helps"),
        "wrong.rate": t("write a number above -100 and at most 1000, such as 5, with at most six decimals"),
        "wrong.start": t("write a year from 1900 to 2200, such as 2026, or nothing"),
        "wrong.currency": t("write three capital letters, such as USD"),
        "wrong.currency.unknown": t("this is no currency code of ISO 4217; write one such as USD, KRW or BDT"),
        "currencies": " ".join(sorted(CURRENCIES)),
        "save.wrong": t("Nothing was saved: correct what is marked first."),
        "save.empty": t("Nothing was saved: there is no cost and no benefit yet."),
        "empty": t("Enter costs and benefits; the results appear here."),
        "computing": t("Working out what happens if assumptions change …"),
    }


def _files(t: Messages) -> Mapping[str, str]:
    return {
        "untitled": t("My project"),
        "file.guide": t("Saved from the appraisal page. Run: wego study appraise FILE"),
        "file.publish": t(
            "To publish it as a study, fill in topics, summary and your sources: wego check says what is missing."
        ),
        "file.none": t("The file holds no costs and benefits by year."),
        "file.year": t("A year in the file is no whole number from 0 to 60."),
        "file.twice": t("The year {year} stands twice in the file; put its costs and benefits into one line."),
        "file.key": t("The file has the key {key} under {place}, where these are known: {keys}."),
        "file.value": t("The file cannot be opened: {name} is {value}, which is not allowed there."),
        "file.carried": t("What the form does not show of the opened file is kept, and saved with it."),
        "file.large": t("The file is too large."),
        "file.broken": t("The file cannot be read: line {line}."),
        "file.opened": t("{name} was opened."),
    }


def _results(t: Messages) -> Mapping[str, str]:
    return {
        "results": t("Results"),
        "figure": t("Figure"),
        "value": t("Value"),
        "formula": t("Formula"),
        "meaning": t("What it says"),
        "key": t("B are benefits, C costs (investment and running), r is the discount rate, t the year from 0."),
        "sentence": t("Net present value {npv}; benefit-cost ratio {ratio}; internal rate {irr}."),
        "year": t("Year"),
        "investment": t("Investment"),
        "running": t("Running costs"),
        "benefits": t("Benefits"),
        "net": t("Net"),
        "factor": t("Discount factor"),
        "present": t("Present value"),
        "total": t("Running total"),
        "present.total": t("Discounted total"),
        "years.table": t("Year by year"),
        "percent": t("{number} %"),
        "years": t("{number} years"),
        "none": t("none"),
        "several": t("several: {number}"),
    }


def _outcomes(t: Messages) -> Mapping[str, str]:
    return {
        "npv": t("Net present value (NPV)"),
        "npv.above": t("Above zero: at this rate the benefits are worth more than the costs."),
        "npv.below": t("Below zero: at this rate the costs are worth more than the benefits."),
        "npv.zero": t("Exactly zero: at this rate benefits and costs are worth the same."),
        "ratio": t("Benefit-cost ratio"),
        "ratio.none": t("none: there are no costs"),
        "ratio.said": t("Each unit spent brings {ratio} units of benefit, both at present value."),
        "irr": t("Internal rate of return (IRR)"),
        "rate.one": t("At this discount rate the net present value is zero."),
        "rate.none": t("No discount rate makes the net present value zero, so there is no internal rate."),
        "rate.several": t(
            "The net present value is zero at each of {rates}, so no single rate describes the project. Use the net present value."
        ),
        "payback": t("Simple payback"),
        "discounted": t("Discounted payback"),
        "payback.never": t("not within the period"),
        "payback.once": t("at once"),
        "payback.once.said": t("The running total is never below zero."),
        "payback.lost": t("Reached for the first time then; later the total falls below zero again."),
        "payback.open": t("The running total is still below zero at the end."),
        "payback.said": t("By then the running total is back at zero, taken evenly within the year."),
    }


def _cases(t: Messages) -> Mapping[str, str]:
    return {
        "switch.benefits": t("Switching value of benefits"),
        "switch.benefits.said": t("If all benefits change by this much, the net present value is zero."),
        "switch.costs": t("Switching value of costs"),
        "switch.costs.said": t("If all costs change by this much, the net present value is zero."),
        "sensitivity": t("If assumptions change"),
        "cases": t("One assumption changed, all others as above"),
        "if": t("If"),
        "case.rate": t("Discount rate {number} %"),
        "case.benefits": t("Benefits {number} %"),
        "case.costs": t("Costs {number} %"),
        "case.delay.one": t.count("Benefits {number} year late", "Benefits {number} years late", 1),
        "case.delay": t("Benefits {number} years late"),
        "turns": t("These single changes turn the sign of the net present value: {changes}."),
        "turns.none": t("No single change shown here turns the sign of the net present value."),
        "lost": t("{scenario}: benefits of {lost} fall beyond the last year and are lost."),
        "base": t("Base case {value}"),
        "tornado": t("Net present value if one assumption changes"),
        "tornado.key": t(
            "Each bar leads from the base case to the changed net present value; the widest change comes first."
        ),
    }


def appraise_body(page: Page) -> Markup:
    """What is said without scripts, the place of the form, its words, sheets and scripts."""
    said = page.t("The form on this page needs JavaScript; nothing you enter there leaves your machine.")
    sheets = Markup("").join(
        Markup('<link rel="stylesheet" href="{}">').format(routes.link(page.address, f"assets/wego/{name}.css"))
        for name in ("ceds/assess", "studies/appraise")
    )
    scripts = Markup("").join(
        Markup('<script src="{}" defer></script>').format(routes.link(page.address, f"assets/wego/{name}.js"))
        for name in SCRIPTS
    )
    return (
        Markup('<div id="wego-appraise-unavailable" class="wego-notice"><p>{}</p></div>').format(said)
        + Markup('<div id="wego-appraise" class="wego-appraise" hidden></div>')
        + json_block(words(page.t), id="wego-ceds-words")
        + sheets
        + scripts
    )
