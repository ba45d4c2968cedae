"""Records by the dozen for the small site, so that its lists have filters, an index of groups and related records in columns.

In: a copy of the small site's data. Out: more files in it. Not here: the build (`tests.conftest`).
"""

from __future__ import annotations

from itertools import product
from pathlib import Path

PRACTICE = """\
title: {{en: "{title}", ko: "{korean}"}}
cities: [{city}]
when: {year}
topics: [{topic}]
summary: {{en: "How {city} did it in {year}.", ko: "{year}년의 사례입니다."}}
sources: [chapter]
added: 2026-11-{day:02d}
"""
MODULE = """\
name: {{en: "Module {number}", ko: "모듈 {number}"}}
environment: {environment}
form: component
category: {category}
licence: Apache-2.0
address: https://github.com/eGovFramework/egovframe-common-components
sources: [chapter]
added: 2026-11-20
"""


def add_many(data: Path) -> None:
    """Twelve practices of two cities and topics in three years, and twelve modules of two environments."""
    for number, (city, topic, year) in enumerate(
        product(("seoul", "bogota"), ("transport", "open-data"), (2011, 2014, 2017)), 1
    ):
        text = PRACTICE.format(
            title=f"Practice {number} of {city}", korean=f"사례 {number}", city=city, topic=topic, year=year, day=number
        )
        (data / "practices" / f"many-{number:02d}.yml").write_text(text, "utf-8")
    kinds = product(("common-component", "runtime"), ("collaboration", "security"), range(3))
    for number, (environment, category, _) in enumerate(kinds, 1):
        text = MODULE.format(number=number, environment=environment, category=category)
        (data / "modules" / f"many-{number:02d}.yml").write_text(text, "utf-8")
