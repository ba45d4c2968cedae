"""Rules of workbooks: WG7xx, what can be wrong with an Excel file in which a city answered the assessment.

In: nothing. Out: rules, collected by `rules`. Not here: the checks themselves (`read.workbook`).
"""

from __future__ import annotations

from typing import Final

from generator.rule import Rule

WORKBOOKS: Final = (
    Rule(
        "WG701",
        "Not an Excel workbook that can be opened",
        "Only .xlsx files without a password are read. Another format, a password or a damaged file hides the answers.",
        "answers.xls, answers.ods, or a file saved with a password",
        "answers.xlsx, saved as “Excel workbook” without a password",
    ),
    Rule(
        "WG702",
        "The workbook is too large",
        "A filled workbook has about 100 KB. A file that unpacks to far more can fill the memory of the machine that reads it.",
        "a file of 1 MB that unpacks to 10 GB",
        "the workbook from `wego ceds template`, filled in",
    ),
    Rule(
        "WG703",
        "Not a workbook of this assessment",
        "The hidden sheet says which questions stand where, and of which version they are. Without it answers could be put under "
        "the wrong question.",
        "a new workbook with the sheets copied into it",
        "the workbook from `wego ceds template`, filled in",
    ),
    Rule(
        "WG704",
        "A sheet is missing or renamed",
        "The answers of a sheet that is not found would be lost without a word.",
        "sheet “Governance (old)”",
        "sheet “Governance Mechanism”",
    ),
    Rule(
        "WG705",
        "The form of a sheet was changed",
        "Rows and columns that were moved, merged, added or deleted put answers under the wrong question, or out of sight.",
        "row 7 or the column “Levels” deleted, or D7 and D8 merged",
        "every question in its row, every answer in its cell",
    ),
    Rule(
        "WG706",
        "A formula in place of an answer",
        "What a formula shows depends on the program that opens it, and it can fetch data from elsewhere. An answer is what people "
        "decided.",
        "=D6",
        "3 · An officer with budget and staff reports to a department head.",
    ),
    Rule(
        "WG707",
        "Not one of the answers",
        "Levels, targets and departments are chosen from the list in the cell; other words cannot be scored.",
        "about 2",
        "2 · A named officer has the task, without budget or staff of their own.",
    ),
    Rule(
        "WG708",
        "Two entries do not go together",
        "A question is answered, does not apply (with the reason), or is left open. Use is asked from the pilot on. Consent names "
        "the office, the day and the scope.",
        "a level and a reason why the question does not apply",
        "“Not applicable” and the reason",
    ),
    Rule(
        "WG709",
        "A text that cannot be taken over",
        "Invisible characters can hide or reverse words. A text of more than 20,000 characters is a document of its own.",
        "evidence with a character that turns the line around",
        "the same text, typed again",
    ),
    Rule(
        "WG710",
        "The workbook is of another city or day",
        "Answers of one run must not be filed under another. The sheet on the city holds the id of the city or any of its names; the "
        "name of another city of the base is refused. A name that no city of the base has is a warning, and the run is taken over.",
        "wego ceds import seoul-2026-11-22.xlsx --city ulaanbaatar --date 2026-11-22",
        "wego ceds import seoul-2026-11-22.xlsx --city seoul --date 2026-11-22",
    ),
    Rule(
        "WG711",
        "A day that can be read in more than one way",
        "03/04/2026 is a day in March in one country and in April in another. Year, month and day in this order are the same "
        "everywhere.",
        "22.11.2026, or 22 Nov 2026",
        "2026-11-22, 2026.11.22 or 2026/11/22",
    ),
    Rule(
        "WG712",
        "Another consent than the workbook gives",
        "What may be published is for the city to say. Where its workbook names office, day and scope, options can neither widen nor "
        "replace them; they serve a workbook that gives no consent.",
        "--consent-office “Press Office” --consent-scope evidence for a workbook that says “Scores only”",
        "the command without the options, or a workbook in which the city changed its consent",
    ),
)
