"""Rules of files: WG1xx, what can be wrong before a record is read.

In: nothing. Out: rules, collected by `rules`. Not here: the checks themselves.
"""

from __future__ import annotations

from typing import Final

from generator.rule import Rule

FILES: Final = (
    Rule(
        "WG101",
        "The file is not UTF-8",
        "Every language of the site fits into UTF-8. Older encodings such as CP949 turn Korean into nonsense for everybody else.",
        "a file saved as “ANSI” (CP949) or “Unicode” (UTF-16)",
        "the same file saved as UTF-8",
    ),
    Rule(
        "WG102",
        "An invisible control character",
        "Control characters break search, feeds and spreadsheets, and nobody sees them.",
        "name: Seo\\x00ul",
        "name: Seoul",
    ),
    Rule(
        "WG103",
        "A tab or an odd space indents the line",
        "YAML knows only the plain space; a tab looks different in every editor, and a no-break or wide space looks like a plain one.",
        "name:\n<tab>en: Seoul",
        "name:\n  en: Seoul",
    ),
    Rule(
        "WG104",
        "The file is not YAML",
        "A missing quote or bracket makes the rest of the file unreadable.",
        'summary: "An office',
        'summary: "An office"',
    ),
    Rule(
        "WG105",
        "A key stands twice",
        "The second would silently replace the first, and a fact would be lost.",
        "country: KR\ncountry: MN",
        "country: KR",
    ),
    Rule(
        "WG106",
        "An anchor or alias",
        "Records are read one at a time and by people; a shortcut hides where a value comes from, and nested ones can fill the memory.",
        "sources: &s [geonames]\nalso: *s",
        "sources: [geonames]",
    ),
    Rule(
        "WG107",
        "A YAML tag",
        "Tags ask the reader to build something other than plain data.",
        "added: !!python/object:os.system x",
        "added: 2026-11-22",
    ),
    Rule(
        "WG108",
        "The file is not one map of keys",
        "A record is a list of `key: value` lines.",
        "- en: Seoul",
        "name: {en: Seoul}",
    ),
    Rule(
        "WG109",
        "The file is empty",
        "An empty file would be an address without a page.",
        "(nothing)",
        "name: {en: Seoul}",
    ),
    Rule(
        "WG110",
        "Nested too deep",
        "No field of a record is that deep; this is a slip of indentation or an attack.",
        "a: [[[[[[[[[[[[[1]]]]]]]]]]]]]",
        "topics: [open-data]",
    ),
    Rule(
        "WG111",
        "The file is too large",
        "A record is read by people and by phones; 256 KiB hold a book chapter.",
        "summary: {en: the whole report, pasted}",
        "summary: {en: What the report found}\nsources: [the-report]",
    ),
    Rule(
        "WG112",
        "A symbolic link",
        "A link could lead out of the project and publish a private file.",
        "seoul.yml -> /home/me/seoul.yml",
        "seoul.yml",
    ),
    Rule(
        "WG113",
        "A folder named like a record",
        "One record is one file.",
        "data/cities/seoul.yml/",
        "data/cities/seoul.yml",
    ),
    Rule(
        "WG114",
        "A file in the wrong place",
        "The folder says what kind a record is; a file elsewhere would be overlooked without a word.",
        "data/city/seoul.yml",
        "data/cities/seoul.yml",
    ),
    Rule(
        "WG115",
        "Not an id",
        "Ids are parts of web addresses, read aloud and typed on every keyboard.",
        "data/cities/São Paulo.yml",
        "data/cities/sao-paulo.yml",
    ),
    Rule(
        "WG116",
        "Two ids differ only by case",
        "On many disks the two are one file, and one record would vanish.",
        "seoul.yml and Seoul.yml",
        "seoul.yml",
    ),
    Rule(
        "WG117",
        "A name that is kept back",
        "The lists of records are pages called index.html, index-2.html and so on; Windows cannot hold files called con, nul or aux.",
        "data/cities/index.yml",
        "data/cities/index-city.yml",
    ),
    Rule(
        "WG118",
        "The file cannot be read",
        "What cannot be read cannot be published.",
        "seoul.yml without permission to read it",
        "chmod a+r data/cities/seoul.yml",
    ),
)
