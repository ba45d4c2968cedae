"""Rules of CeDS: WG45x–WG46x, runs of cities and the instrument they are answered with.

In: nothing. Out: rules, collected by `rules`. Not here: the checks themselves.
"""

from __future__ import annotations

from typing import Final

from generator.rule import Rule

RUNS: Final = (
    Rule(
        "WG451",
        "A run without consent",
        "A run in a public repository is published. So it says which office allowed it, on which day, and how much may be shown: "
        "scores (no answers), answers (with targets), or evidence (with the notes on evidence). A run without consent belongs in "
        "private/, which is never committed; nothing of it reaches the site.",
        'version: "1.0"\nindicators: …',
        'version: "1.0"\nconsent: {office: Office of Digital Policy, date: 2026-05-11, scope: answers}\nindicators: …',
    ),
    Rule(
        "WG452",
        "Too many runs in a year",
        "A city publishes up to four runs in a calendar year, as on the original platform. More would let it pick the best.",
        "five files in data/assessments/seoul/ whose names begin with 2026",
        "four of them",
    ),
    Rule(
        "WG453",
        "A run, consent or withdrawal in the future",
        "What a city answered has a day that has been. The date of a build is that of the last commit: up to a month after it is a "
        "warning, for the run being written now; later is an error.",
        "data/assessments/seoul/2099-05-04.yml",
        "data/assessments/seoul/2026-05-04.yml",
    ),
    Rule(
        "WG454",
        "An answer to no question",
        "Questions and systems are those of the version that the run names; an answer to another one would be counted by nobody.",
        "indicators: {gm-99: {level: 2}}",
        "indicators: {gm-09: {level: 2}}",
    ),
    Rule(
        "WG455",
        "Answers that contradict each other",
        "Use is asked of a system from the pilot (existence 2) on. A question that does not apply has no level, and a system that is "
        "no task of the city is not answered.",
        "public-wifi: {existence: 1, use: 3}",
        "public-wifi: {existence: 1}",
    ),
    Rule(
        "WG456",
        "A run stands twice",
        "A city has one run a day; of two files nobody could say which is right.",
        "2026-05-04.yml and 2026-05-04.yaml",
        "2026-05-04.yml",
    ),
    Rule(
        "WG457",
        "Unknown version of the instrument",
        "A run is scored with the version it was answered with, which lies in data/ceds/<version>/.",
        'version: "7.0"',
        'version: "1.0"',
    ),
    Rule(
        "WG458",
        "A run of an unknown city",
        "The folder of a run is the id of a city in data/cities/.",
        "data/assessments/seol/2026-05-04.yml",
        "data/assessments/seoul/2026-05-04.yml",
    ),
    Rule(
        "WG459",
        "Invented and real cities mixed",
        "Invented demonstration data has ids that begin with example-; everything of it says so, and it stays out of what is counted. "
        "A real city never has the prefix or the country ZZ; an invented one always has both, and its runs lie in a folder with the "
        "prefix.",
        "data/assessments/example-seoul/2026-05-04.yml for Seoul",
        "data/assessments/seoul/2026-05-04.yml",
    ),
    Rule(
        "WG460",
        "A department did not take part",
        "The public sources name four that answer together: planning, finance, it and vice-mayor. A run without one of them is published, "
        "and says so beside its scores. This is a warning.",
        "departments: [it]",
        "departments: [planning, finance, it, vice-mayor]",
    ),
    Rule(
        "WG461",
        "A withdrawn run still holds its answers",
        "What a city takes back is no longer shown or counted; its page says so. The file should then hold no answers either. The "
        "history of the repository remains, as the policy says. This is a warning.",
        "withdrawn: {date: 2026-06-01}\nindicators: {gm-01: {level: 2}}",
        "withdrawn: {date: 2026-06-01}",
    ),
    Rule(
        "WG465",
        "A run taken back before it was done",
        "A city takes back what it has published; the day on which it did so cannot lie before the day of the run.",
        "withdrawn: {date: 2026-05-03} in data/assessments/seoul/2026-05-04.yml",
        "withdrawn: {date: 2026-06-01}",
    ),
    Rule(
        "WG462",
        "A version of the instrument is not as it was frozen",
        "Scores can be compared only if the questions stay the same. From the first run on, data/ceds/<version>/digest.txt holds the "
        "SHA-256 of the version's files, and a change is a new version. wego ceds freeze writes the digest.",
        "a corrected question in data/ceds/1.0/",
        "the corrected question in data/ceds/1.1/",
    ),
    Rule(
        "WG463",
        "A level that is not a state",
        "A level is what an outsider could see, in at most 25 words, written for its question. Levels such as “partly” are "
        "answered by mood, and a level taken from another question fits neither.",
        "levels: [{en: Not at all}, {en: Partly}, {en: Fully}, …]",
        "levels: [{en: Nobody is named.}, {en: Someone does it beside another job.}, …]",
    ),
    Rule(
        "WG464",
        "Too many or too few questions",
        "The public sources tell of about 90 questions in six dimensions and 110 on systems; the instrument has 15 a dimension and 55 systems.",
        "14 files with dimension: ict-network",
        "15 files with dimension: ict-network",
    ),
)
