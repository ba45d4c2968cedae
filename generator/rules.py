"""Every rule: its code, what it says, why it exists, a wrong and a right example.

In: nothing. Out: `RULES`, from which `wego explain`, the rule pages and the tests are made. Not here: the checks themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, as its page tells it."""

    code: str
    title: str
    why: str
    wrong: str
    right: str


def _table(*rules: Rule) -> Mapping[str, Rule]:
    return MappingProxyType({rule.code: rule for rule in rules})


_FILES: Final = (
    Rule(
        "WG101",
        "The file is not UTF-8",
        "Every language of the site fits into UTF-8. Older encodings such as CP949 turn Korean into nonsense for everybody else.",
        "a file saved as “ANSI” or CP949",
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
        "A tab indents the line",
        "YAML knows only spaces; a tab looks different in every editor.",
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
        "a pasted report",
        "a summary, and the report as a source",
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
        "WG118",
        "The file cannot be read",
        "What cannot be read cannot be published.",
        "a file without read permission",
        "a readable file",
    ),
)
_VALUES: Final = (
    Rule(
        "WG201",
        "Unknown key",
        "A misspelled key would be ignored, and its fact would be missing from the page.",
        "counrty: KR",
        "country: KR",
    ),
    Rule(
        "WG202",
        "Missing key",
        "The page cannot be made without it.",
        "title: {en: Open data}",
        "title: {en: Open data}\nsummary: {en: …}",
    ),
    Rule(
        "WG203",
        "Wrong type",
        "A number, a text, a list and a map are shown differently.",
        "topics: open-data",
        "topics: [open-data]",
    ),
    Rule(
        "WG204",
        "Not one of the known values",
        "Lists, filters and colours depend on a closed set of words.",
        "unit: town",
        "unit: city",
    ),
    Rule(
        "WG205",
        "Number out of range",
        "The value is impossible for this field.",
        "location: {lat: 375.6, …}",
        "location: {lat: 37.56, …}",
    ),
    Rule(
        "WG206",
        "Not a finite number",
        "Nothing can be counted with .nan or .inf; a value nobody published is `not-published`.",
        "value: .nan",
        "value: not-published",
    ),
    Rule(
        "WG207",
        "Not a date",
        "Dates are written as far as they are known (EDTF), so that they sort and say what is unknown.",
        "when: 7 Sept. 2010",
        "when: 2010-09-07",
    ),
    Rule(
        "WG208",
        "Unknown language",
        "The language decides the font, the reading direction and the search index.",
        "summary: {kr: …}",
        "summary: {ko: …}",
    ),
    Rule(
        "WG209",
        "Unsafe link",
        "Only http and https links do nothing but open a page.",
        "address: javascript:alert(1)",
        "address: https://example.org/",
    ),
    Rule(
        "WG210",
        "Not a web address",
        "A broken link helps nobody.",
        "address: https://exa mple",
        "address: https://example.org/",
    ),
    Rule(
        "WG211",
        "Empty",
        "An empty field looks like a fact that was lost.",
        'summary: {en: ""}',
        "summary: {en: An office for …}",
    ),
    Rule(
        "WG212",
        "Invisible character in a text",
        "Such characters can reverse a line or hide a word.",
        'name: {en: "Seo\\u202eul"}',
        "name: {en: Seoul}",
    ),
    Rule(
        "WG213",
        "Listed twice",
        "A repeated entry would be shown and counted twice.",
        "topics: [open-data, open-data]",
        "topics: [open-data]",
    ),
    Rule(
        "WG214",
        "Unknown country",
        "Country names come from CLDR by their ISO 3166-1 code.",
        "country: Korea",
        "country: KR",
    ),
    Rule("WG215", "Too long", "The field is one line on a small screen.", "a name of 400 characters", "a name"),
    Rule(
        "WG216",
        "The original language is missing",
        "Every other language is a translation of it.",
        "original: en\ntitle: {ko: 서울 프로그램}",
        "original: en\ntitle: {en: Seoul Program, ko: 서울 프로그램}",
    ),
    Rule(
        "WG217",
        "No source",
        "A fact without a source does not get into the base.",
        "population: {value: 100, as_of: 2010}",
        "population: {value: 100, as_of: 2010, source: geonames}",
    ),
    Rule(
        "WG218",
        "Preferred without reason",
        "Where sources disagree, a reader may know why one is shown first.",
        "preferred: true",
        "preferred: true\nreason: {en: The later count.}",
    ),
    Rule(
        "WG219",
        "HTML in a text",
        "Texts are Markdown; HTML is shown as written, never run.",
        'summary: {en: "<b>big</b>"}',
        'summary: {en: "**big**"}',
    ),
)
_RECORDS: Final = (
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
        "Nothing can be part of itself, even at the end of a chain.",
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
        "Once published, an address never dies.",
        "deleting seoul.yml",
        "former_ids: [seoul] in its successor, or withdrawn: in seoul.yml",
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
        "two sessions with id: 2016",
        "id: 2016-05 and id: 2016-09",
    ),
    Rule(
        "WG402",
        "Translation status of an unknown field",
        "The status would never be shown.",
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
        "A record cannot have been added or reviewed after the date of this build.",
        "added: 2099-01-01",
        "added: 2026-11-22",
    ),
)
_SITE: Final = (
    Rule(
        "WG501",
        "The prose cannot be built",
        "The host that renders content/ refused it.",
        "a link to a page that does not exist",
        "a link to an existing page",
    ),
    Rule(
        "WG502",
        "Settings",
        "mkdocs.yml under extra: holds a value that does not fit.",
        "languages: korean",
        "languages: [en, ko]",
    ),
    Rule(
        "WG601",
        "Broken link in the built site",
        "A reader would meet an error page.",
        "href to a missing page",
        "href to a page that exists",
    ),
    Rule(
        "WG602",
        "A built page is not whole",
        "Language, title, alternates or weight of a page are not as the contract says.",
        "no <title>",
        "<title>Seoul · …</title>",
    ),
)
RULES: Final = _table(*_FILES, *_VALUES, *_RECORDS, *_SITE)
