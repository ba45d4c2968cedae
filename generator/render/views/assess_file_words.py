"""The words of the assessment page on what is kept in the browser and on files, by the key its scripts use.

In: the messages of a language. Out: strings by key, collected by `assess_words`. Not here: the form and the results.
"""

from __future__ import annotations

from generator.render.i18n import Messages


def file_words(t: Messages) -> dict[str, str]:
    """Keeping, deleting, saving, opening, and what is wrong with what was opened."""
    parts = (_store, _files, _kinds, _values, _workbook, _cells, _yaml)
    return {key: said for part in parts for key, said in part(t).items()}


def _store(t: Messages) -> dict[str, str]:
    """What is said about keeping and deleting."""
    return {
        "store.saved": t("Saved in this browser at {time}."),
        "store.restored": t("Your answers from the last time are back."),
        "store.refused": t("This browser does not keep your answers. Save them as a file before you close the page."),
        "store.partly": t("Your answers from the last time are back, except for a part that could not be read."),
        "store.foreign": t("The answers kept in this browser could not be read."),
        "aside.about": t(
            "What could not be read is kept as a copy in this browser. Save the copy as a file, so that somebody can look into it."
        ),
        "aside.save": t("Save the copy"),
        "aside.delete": t("Delete the copy"),
        "store.empty": t("Everything has been deleted from this browser."),
        "store.delete": t("Delete everything"),
        "store.delete.ask": t("Delete all answers from this browser? Files that you saved remain."),
        "store.delete.yes": t("Delete all answers"),
    }


def _files(t: Messages) -> dict[str, str]:
    """Saving and opening files."""
    return {
        "files.yaml": t("Save as YAML"),
        "files.json": t("Save as JSON"),
        "files.excel": t("Save as Excel"),
        "files.open": t("Open a file"),
        "save.no_city": t(
            "The file leaves out the city, because its short name has other signs than small Latin letters, digits and hyphens. Correct it under “City and respondents”."
        ),
        "save.no_date": t(
            "The file leaves out the date, because it is not a day of the calendar. Correct it under “City and respondents”."
        ),
        "save.large": t("The file is larger than can be opened again: shorten the longest notes."),
        "open.done": t("“{name}” is open."),
        "open.failed": t("“{name}” could not be opened. Your answers are unchanged."),
        "open.replace": t("Replace the answers on this page by those of the file?"),
        "open.replace.yes": t("Replace my answers"),
    }


def _kinds(t: Messages) -> dict[str, str]:
    """What is wrong with a file as a whole."""
    return {
        "read.large": t("The file is far larger than that of a run. Choose the YAML, JSON or Excel file of a run."),
        "read.format": t(
            "This is a spreadsheet of another format. Open it in Excel or LibreOffice and save it as “Excel workbook (.xlsx)”."
        ),
        "read.encoding": t(
            "a letter is not written in UTF-8; save the file as UTF-8 (in Notepad: “Save as”, encoding UTF-8)"
        ),
        "read.control": t("the invisible character {code} stands here; delete it"),
        "read.items": t("This file does not hold exactly one run. Choose the file of one run."),
        "read.withdrawn": t("The city took this run back; the file holds no answers."),
        "read.scores": t("The city published its scores only; the file holds no answers."),
        "read.json": t("This is not valid JSON."),
        "read.yaml": t("Line {line}: {problem}"),
        "read.more": t("… and {n} more problems"),
        "read.run": t("This is not a run: expected city, date, version and answers."),
    }


def _values(t: Messages) -> dict[str, str]:
    """What is wrong with one value of a file."""
    return {
        "read.map": t("expected names with values"),
        "read.key": t("unknown entry"),
        "read.level": t("expected a whole number from 0 to 4, found “{value}”"),
        "read.value": t("“{value}” does not fit here"),
        "read.blank": t("the text is empty; write one, or delete the entry"),
        "read.unseen": t("the text holds the invisible character {code}; delete it and type the text again"),
        "read.long": t("expected at most {most} characters, found {n}; shorten the text"),
        "read.both": t(
            "a question with a level cannot be inapplicable; keep the answer, or the reason why there is none"
        ),
        "read.both_task": t(
            "a system that is answered cannot be no task of the city; keep the answer, or the reason why there is none"
        ),
        "read.use": t(
            "use is {use}, but existence is {existence}; delete use: it is asked from existence 2 (a pilot) on"
        ),
        "read.use_alone": t(
            "use is {use}, but existence is not answered; delete use: it is asked from existence 2 (a pilot) on"
        ),
        "read.unknown": t("the instrument has no such question"),
        "read.version": t("the file belongs to version {found}, this page to version {version}"),
    }


def _workbook(t: Messages) -> dict[str, str]:
    """What is said of a workbook as a whole."""
    return {
        "excel.form": t(
            "This is not a usable workbook of this assessment. Save it as .xlsx without a password, or start from a new workbook."
        ),
        "excel.sheet": t("the sheet “{name}” is missing; give it back its name"),
        "excel.city": t(
            "The workbook names the city “{name}”, which this base does not know. Choose the city, or give its short name, under “City and respondents”."
        ),
        "excel.code": t(
            "The part of this page for Excel files could not be loaded, because the connection is lost or files of the page are missing. Your answers are unchanged. Connect to the internet and try again, or use YAML, which works without a connection."
        ),
        "excel.template": t(
            "The empty workbook could not be loaded, because the connection is lost or files of the page are missing. Your answers are unchanged. Connect to the internet and try again, or save as YAML, which works without a connection."
        ),
    }


def _cells(t: Messages) -> dict[str, str]:
    """What is wrong with a cell of a workbook."""
    return {
        "excel.cell": t("Sheet “{sheet}”, cell {cell}"),
        "excel.moved": t("expected the question {id}; undo the insertion, deletion or sorting of rows"),
        "excel.head": t("expected the heading “{head}”; undo the insertion, deletion or moving of columns"),
        "excel.head.any": t("expected the heading of a column; undo the insertion, deletion or moving of columns"),
        "excel.outside": t(
            "expected nothing outside {area}, found {n} cells with content; delete what was added, notes belong into the column for evidence"
        ),
        "excel.merged": t("expected a cell of its own, found it merged in {range}; split the merged cells"),
        "excel.choice": t("choose an entry of the list; found “{value}”"),
        "excel.formula": t("expected an answer, found a formula or an error"),
        "excel.reason": t("a reason is given; choose the last entry of the list, or delete the reason"),
        "excel.no_reason": t("write the reason why this does not apply"),
        "excel.use": t(
            "use is asked from the pilot (2) on, found level {use}; answer the existence of the system first, or empty the cell"
        ),
        "excel.day": t("expected a day such as 2026-11-22, found “{value}”"),
        "excel.consent": t("consent is given only in part; complete office, day and scope, or empty all three"),
    }


def _yaml(t: Messages) -> dict[str, str]:
    """What is wrong with a line of YAML."""
    return {
        "yaml.twice": t("this name stands twice"),
        "yaml.quote": t("a quotation mark is not closed"),
        "yaml.escape": t("unknown sign after a backslash"),
        "yaml.bracket": t("a bracket is not closed"),
        "yaml.deep": t("nested too deep"),
        "yaml.form": t("expected “name: value”"),
        "yaml.tab": t("indent with spaces, not with tabs"),
        "yaml.indent": t("the indentation does not fit the lines above"),
        "yaml.empty": t("the file is empty"),
    }
