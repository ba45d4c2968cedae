"""Rules of values: WG2xx, what can be wrong with a single value.

In: nothing. Out: rules, collected by `rules`. Not here: the checks themselves.
"""

from __future__ import annotations

from typing import Final

from generator.rule import Rule

VALUES: Final = (
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
        "name: {en: Seoul}",
        "name: {en: Seoul}\nsummary: {en: …}",
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
        "The language decides the font, the reading direction and the search index. It is not the code of a country.",
        "summary: {kr: …}",
        "summary: {ko: …}",
    ),
    Rule(
        "WG209",
        "Unsafe link",
        "Only http and https links do nothing but open a page. This holds for links inside texts too.",
        "summary: {en: '[more](javascript:alert(1))'}",
        "summary: {en: '[more](https://example.org/)'}",
    ),
    Rule(
        "WG210",
        "Not a web address",
        "A broken link helps nobody. A user name before the host can disguise where a link leads.",
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
        "Such characters can reverse a line, hide a word or keep it from being found.",
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
    Rule(
        "WG215",
        "Too long",
        "Names and the like are one line on a small screen (300 characters); a text of more than 20,000 is a document of its own.",
        "name: {en: a sentence that goes on and on …}",
        "name: {en: Seoul}\nsummary: {en: a sentence that goes on …}",
    ),
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
        "Texts are Markdown and go to pages, feeds and spreadsheets alike; HTML would be shown as written, never run. `a < b` and "
        "<https://example.org/> are no HTML.",
        'summary: {en: "<b>big</b>"}',
        'summary: {en: "**big**"}',
    ),
)
