"""What the sheet on the city asks, in words.

In: the strings of a language. Out: question and explanation by field, in the order of `workbook_layout.FIELDS`.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.render.i18n import Messages


def field_words(t: Messages) -> Mapping[str, tuple[str, str]]:
    """By field what is asked, and what is meant."""
    took_part = t("Choose “{word}” if this department helped to answer.", word=t("Yes, took part"))
    return {
        "city": (t("City"), t("The name of your city, or its short name in the knowledge base, such as seoul.")),
        "date": (t("Day of the assessment"), t("Year, month and day, such as 2026-11-22.")),
        "planning": (t("Planning department"), took_part),
        "finance": (t("Finance department"), took_part),
        "it": (t("IT department"), took_part),
        "vice-mayor": (t("Office of the vice mayor"), took_part),
        "consent-office": (
            t("Publication allowed by"),
            t(
                "Leave these three rows empty, and nothing of this file is published. Name the office that allows it, not a person."
            ),
        ),
        "consent-date": (t("Publication allowed on"), t("Year, month and day, such as 2026-11-22.")),
        "consent-scope": (
            t("What may be published"),
            t("What is published in a public project can be copied by anybody and stays in its history."),
        ),
        "note": (
            t("Remark"),
            t("Anything a reader of the results should know. Published only together with the notes on evidence."),
        ),
    }
