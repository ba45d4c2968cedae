"""Rules of records: WG3xx, what links records, and WG4xx, what holds inside one.

In: nothing. Out: rules, collected by `rules`. Not here: the checks themselves.
"""

from __future__ import annotations

from typing import Final

from generator.rule import Rule

RECORDS: Final = (
    Rule("WG301", "Unknown reference", "The link would lead nowhere.", "organiser: wegoo", "organiser: wego"),
    Rule(
        "WG302",
        "Reference of the wrong kind",
        "The field links to another kind of record.",
        "organiser: seoul",
        "organiser: wego",
    ),
    Rule(
        "WG303",
        "Circle",
        "Nothing can be part of itself, come before itself or require itself, not even at the end of a chain.",
        "dhaka part_of dhaka-north part_of dhaka",
        "dhaka-north predecessors: [dhaka]",
    ),
    Rule(
        "WG304",
        "Former id in use",
        "An address can lead to one record only.",
        "former_ids: [seoul] in busan.yml",
        "former_ids: [pusan] in busan.yml",
    ),
    Rule(
        "WG305",
        "Published address lost",
        "Others link to it and print it. data/published-addresses.txt lists every address ever published, one a line, such as "
        "cities/seoul; each must be a record, or stand in the former_ids of one. A record that is taken back keeps its file, with "
        "withdrawn: and the reason.",
        "cities/pusan is listed, and pusan.yml was renamed to busan.yml",
        "former_ids: [pusan] in busan.yml",
    ),
    Rule(
        "WG306",
        "Reference to an invented record",
        "Invented demonstration data must not mix with facts.",
        "cities: [example-harbour]",
        "cities: [seoul]",
    ),
    Rule(
        "WG401",
        "Session ids repeat",
        "The id is the anchor of the session on its page.",
        "sessions: [{id: 2016, …}, {id: 2016, …}]",
        "sessions: [{id: 2016-05, …}, {id: 2016-09, …}]",
    ),
    Rule(
        "WG402",
        "Translation status of an unknown field",
        "The status would never be shown. Only fields that hold text by language have one.",
        "translation: {ko: {titel: machine}}",
        "translation: {ko: {title: machine}}",
    ),
    Rule(
        "WG403",
        "Translation status without translation",
        "A status without a text is a leftover.",
        "title: {en: …} with translation: {ko: {title: machine}}",
        "title: {en: …, ko: …}",
    ),
    Rule(
        "WG404",
        "Date in the future",
        "A record cannot have been added or reviewed after the date of this build, which is the date of the last commit; a month of "
        "grace is for the record being written now.",
        "added: 2099-01-01",
        "added: 2026-11-22",
    ),
    Rule(
        "WG405",
        "Translation status of the original language",
        "The original is no translation; the status was meant for another language, or original: is wrong.",
        "original: ko\ntranslation: {ko: {all: machine}}",
        "original: ko\ntranslation: {en: {all: machine}}",
    ),
)
