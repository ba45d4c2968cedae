"""The words of the assessment page, by the key its scripts use. `{name}` is filled by the scripts.

In: the messages of a language. Out: strings by key. Not here: files (`assess_file_words`), the instrument's
texts, what is said without scripts (`assess`).
"""

from __future__ import annotations

from generator.render.i18n import Messages
from generator.render.views.assess_file_words import file_words


def words(t: Messages) -> dict[str, str]:
    """Every string the scripts say, in the language of `t`."""
    parts = (
        _page,
        file_words,
        _form,
        _question,
        _scale,
        _column,
        _result,
        _basis,
        _report,
        _plan,
        _step,
        _publish,
        _published,
    )
    return {key: said for part in parts for key, said in part(t).items()}


def _page(t: Messages) -> dict[str, str]:
    """What stands on the page all the time."""
    return {
        "private": t(
            "Everything you enter stays in this browser on this machine. Nothing is sent. Whoever uses this browser after you can read it: delete everything when you are done on a shared machine."
        ),
        "progress": t("{n} of {total} questions answered"),
        "progress.label": t("Progress of the whole assessment"),
        "of": t("{n} of {total}"),
        "list.mark": t(", "),
        "nav.label": t("Parts of the assessment"),
        "part.about": t("City and respondents"),
        "part.results": t("Results"),
        "steps.label": t("Previous and next part"),
        "steps.previous": t("Back: {name}"),
        "steps.next": t("Next: {name}"),
        "dialog.keep": t("Keep my answers"),
    }


def _form(t: Messages) -> dict[str, str]:
    """City and respondents."""
    return {
        "form.about": t(
            "The assessment takes about two hours. Answer together with the four offices below; you can stop at any time and go on later in this browser."
        ),
        "form.city": t("City"),
        "form.city.choose": t("Choose a city"),
        "form.city.other": t("Another city, not yet in this base"),
        "form.city.id": t("Short name of the city"),
        "form.city.hint": t("Small Latin letters, digits and hyphens, such as new-harbour"),
        "form.city.wrong": t("Only small Latin letters, digits and hyphens can be used here. Write {id} instead."),
        "form.city.latin": t("Write the name in small Latin letters, such as new-harbour."),
        "form.city.use": t("Use {id}"),
        "form.date": t("Date of the assessment"),
        "form.date.wrong": t("This is not a day on which the assessment can have been made. Write one such as {date}."),
        "form.date.future": t("This day is still to come. A result can be published once it has passed."),
        "form.departments": t("Who took part"),
        "form.departments.hint": t("A result without one of the four says so."),
        "department.planning": t("Planning"),
        "department.finance": t("Finance"),
        "department.it": t("IT"),
        "department.vice-mayor": t("Vice mayor"),
        "form.note": t("Note on the whole run"),
        "form.note.hint": t("Do not write names of persons."),
    }


def _question(t: Messages) -> dict[str, str]:
    """Questions on indicators and systems."""
    return {
        "form.proof": t("Evidence: {proof}"),
        "form.not_applicable": t("Does not apply to our city"),
        "form.reason": t("Reason"),
        "form.reason.hint": t("Without a reason the question counts as not answered."),
        "form.clear": t("Take the answer back"),
        "form.evidence": t("Note on evidence"),
        "form.evidence.label": t("What proves the answer (kept private unless you choose otherwise)"),
        "form.not_a_task": t("Not a task of this city"),
        "form.existence": t("Existence"),
        "form.use": t("Use"),
        "form.meanings": t("What the answers mean"),
        "form.kit": t("What this system is and needs"),
        "form.target": t("Target of your city"),
        "form.target.default": t("Not set (framework: {horizon})"),
        "existence.0": t("None"),
        "existence.1": t("Planned"),
        "existence.2": t("Pilot"),
        "existence.3": t("City-wide"),
        "existence.4": t("Integrated"),
    }


def _scale(t: Messages) -> dict[str, str]:
    """Answers, horizons, reasons, figures."""
    return {
        "use.0": t("Nobody"),
        "use.1": t("Under a quarter"),
        "use.2": t("A quarter to under half"),
        "use.3": t("Half to under three quarters"),
        "use.4": t("Three quarters or more"),
        "horizon.short": t("Short term"),
        "horizon.medium": t("Medium term"),
        "horizon.long": t("Long term"),
        "horizon.none": t("Not planned"),
        "reason.not-enough-answers": t("not enough answers"),
        "reason.part-missing": t("not enough answers"),
        "reason.not_a_task": t("not a task of the city"),
        "figure.maturity": t("Maturity"),
        "figure.internal": t("Internal factors"),
        "figure.external": t("External factors"),
        "figure.systems": t("Systems"),
        "figure.overall": t("Overall"),
    }


def _column(t: Messages) -> dict[str, str]:
    """Heads of tables, and change."""
    return {
        "column.name": t("Figure"),
        "column.value": t("Score"),
        "column.range": t("Range"),
        "column.answered": t("Answered"),
        "column.not_applicable": t("Does not apply"),
        "column.change": t("Change"),
        "column.system": t("System"),
        "column.existence": t("Existence"),
        "column.use": t("Use"),
        "column.gap": t("Gap to 100"),
        "column.area": t("Area"),
        "change.none": t("not comparable"),
        "change.overall": t("Since the earlier run ({date}), over what was answered both times: {change}."),
        "change.overall.undated": t(
            "Since an earlier run without a date, over what was answered both times: {change}."
        ),
        "compare.refused": t("“{name}” is not compared. Nothing has changed."),
        "compare.hidden": t("The comparison with an earlier run is not shown."),
        "compare.city": t(
            "The file holds a run of another city: {city}, not {own}. Choose the file of an earlier run, or correct the city under “City and respondents”."
        ),
        "compare.date": t(
            "The file holds a run of {date}, which is not before the day of this run, {own}. Choose the file of an earlier run, or correct the date under “City and respondents”."
        ),
    }


def _result(t: Messages) -> dict[str, str]:
    """The results as a whole."""
    return {
        "result.title": t("{city}, {date}, version {version} of the instrument"),
        "result.city": t("Your city"),
        "result.own": t(
            "Self-reported, computed in this browser with this project’s own instrument and formulas; the method page says what the figures are not."
        ),
        "result.stage": t("Stage {stage}: {name}"),
        "result.stage.range": t("Stage {stage} ({stage}–{high}): {name}"),
        "result.overall": t(
            "Overall {value} of 100; with what was left open, between {low} and {high}. The stage is that of the low end."
        ),
        "result.whole": t("Overall {value} of 100, with every question answered."),
        "result.open": t(
            "Not enough answers for one overall figure; it lies between {low} and {high}. The stage is that of the low end."
        ),
        "result.range": t("{low}–{high}"),
        "result.average": t("Average of {n} other cities: {value}."),
        "result.average.few": t("No average of other cities: fewer than five have published a comparable result."),
        "result.level": t("Level {level}: {said}"),
        "result.nothing": t("Too few answers yet."),
        "result.unanswered": t("not answered"),
        "result.up_to": t("up to {gap}"),
        "result.evidence": t("Evidence is noted for {n} of {total} answers."),
        "result.evidence.means": t("An answer without evidence counts the same, but nobody else can check it."),
        "result.departments.all": t("Planning, finance, IT and the vice mayor took part."),
        "result.departments.missing": t("Did not take part: {names}."),
    }


def _basis(t: Messages) -> dict[str, str]:
    """What the results rest on, and how to read them."""
    return {
        "result.print": t("Print the results"),
        "result.compare": t("Compare with an earlier run (file)"),
        "chart.note": t(
            "The figure is the score; line and band show the range it can lie in with what was left open. The table says the same."
        ),
    }


def _report(t: Messages) -> dict[str, str]:
    """The three reports."""
    return {
        "report.1": t("Report 1: overall maturity"),
        "report.1.table": t("Overall figure and its two halves"),
        "finding.few": t("Too few figures could be computed to name the highest and the lowest."),
        "finding.alike": t("All figures shown are alike: {value} of 100."),
        "finding.spread": t("Highest: {high} ({high_value}). Lowest: {low} ({low_value})."),
        "report.2": t("Report 2: the six values"),
        "report.2.chart": t("The six dimensions"),
        "report.2.table": t("Six dimensions, internal and external"),
        "report.2.strong": t("Strongest indicators"),
        "report.2.weak": t("Weakest indicators"),
        "report.3": t("Report 3: current systems"),
        "report.3.chart": t("The four areas"),
        "report.3.table": t("Four areas of systems"),
    }


def _plan(t: Messages) -> dict[str, str]:
    """The map and the roadmap."""
    return {
        "report.map": t("Systems map"),
        "map.about": t(
            "What is city-wide today, and when the rest is to come: by the target of your city, else by the framework’s."
        ),
        "map.table": t("Systems by area and time"),
        "map.done": t("City-wide today"),
        "report.roadmap": t("Roadmap"),
        "roadmap.about": t(
            "In the order in which the numbers suggest to build: what is missing most and what most others wait for comes first."
        ),
        "roadmap.now": t("Now"),
        "roadmap.next": t("Next"),
        "roadmap.later": t("Later"),
        "roadmap.none": t("Nothing in this phase."),
        "roadmap.held_up": t(
            "Nothing can begin yet: dimensions that systems rest on do not reach 40 points. The shortest way out is to bring this to 40: {names}. Systems that can begin then: {n}. First: {first}."
        ),
        "roadmap.done": t(
            "Every system that is a task of this city is integrated and fully used; nothing is left to build."
        ),
        "roadmap.no_task": t("No system is a task of this city; there is nothing to build."),
        "roadmap.open": t("Not all questions there are answered; to answer them may already be enough."),
        "roadmap.lowest": t("The lowest answers there:"),
        "roadmap.carrier": t("{name} ({value})"),
    }


def _step(t: Messages) -> dict[str, str]:
    """Reasons and remedies of the roadmap."""
    return {
        "step.gap": t("It scores {value} of 100, so {gap} points are missing."),
        "step.unknown": t("Its questions are not all answered; up to {gap} points may be missing."),
        "step.waiting": t("Systems not yet city-wide that wait for it: {n}."),
        "step.blocked": t("Needed first: {names}."),
        "step.weak": t("Not known to reach 40 points: {names}."),
        "step.below": t("Below 40 points: {names}."),
        "step.city_wide": t("It exists city-wide; what is missing is use, or links with other systems."),
        "step.built_on": t("Systems not yet city-wide that build on it: {n}."),
        "step.free": t("All it needs is in place."),
        "step.full": t("All it needs is in place, but seven others come first."),
        "step.not_planned": t("The city’s own targets say: not planned."),
        "step.remedies": t("Who did it, where to learn it, what to build it with"),
        "step.no_remedies": t("The base knows no practice, course or module for it yet; the kit says how to begin."),
        "remedy.practices": t("Practices"),
        "remedy.programmes": t("Training"),
        "remedy.study": t("A feasibility study would ask"),
        "remedy.modules": t("eGovFrame modules"),
    }


def _publish(t: Messages) -> dict[str, str]:
    """The proposal to publish."""
    return {
        "publish.title": t("Propose to publish"),
        "publish.about": t(
            "You can hand this run in, so that other cities can learn from it. This page sends nothing: it makes a file, and you upload that file to the project’s repository yourself. What is uploaded there is public at once, for everybody and with its history."
        ),
        "publish.withdraw": t(
            "You may take the run back later: the pages, averages and downloads then leave it out, but the history of the repository keeps it."
        ),
        "publish.scope": t("What may be shown"),
        "scope.scores": t("Scores."),
        "scope.scores.means": t(
            "Pages show figures and stage. The file in the repository still holds your answers and the reasons for what does not apply, but no notes."
        ),
        "scope.answers": t("Answers."),
        "scope.answers.means": t("Pages also show each answer. Notes are left out of the file."),
        "scope.evidence": t("Answers with evidence."),
        "scope.evidence.means": t("Pages also show your notes on evidence. Read them once more before you agree."),
        "publish.office": t("Office that consents"),
        "publish.office.hint": t("The name of an office, never of a person"),
        "publish.agree": t("Our office is entitled to publish this run and agrees to it in the scope chosen above."),
        "publish.button": t("Make the file for publication"),
    }


def _published(t: Messages) -> dict[str, str]:
    """What is missing, or done, before publication."""
    return {
        "publish.lacking": t("Before the file can be made:"),
        "publish.no_city": t("Choose the city, or give its short name, under “City and respondents”."),
        "publish.no_date": t("Give the date of the assessment there; it cannot lie in the future."),
        "publish.no_office": t("Name the office that consents."),
        "publish.no_consent": t("Tick that your office agrees."),
        "publish.done": t("The file “{name}” has been made. Its place in the repository is {path}."),
        "publish.public": t("What you upload is public."),
        "publish.upload": t("Go to the repository’s upload page"),
        "publish.no_repository": t("This edition names no repository; hand the file to whoever runs it."),
    }
