"""The template a city fills in to appraise a project of its own: a study record with a guide in its comments.

In: a language of the guide. Out: YAML text in which everything is still to be filled in: as it stands it passes no check, so that
nobody publishes an invented study. Not here: where it goes.
"""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Final, get_args

from generator.model.base import TEXT_LANGUAGES
from generator.model.study import PartId

_GUIDE: Final = MappingProxyType(
    {
        "head": {
            "en": "An appraisal of your own project. Fill in what is empty; lines that begin with # explain and may stay.",
            "ko": "우리 도시의 사업 경제성 분석 서식입니다. 빈 곳을 채우십시오. #으로 시작하는 줄은 설명이며 그대로 두어도 됩니다.",
        },
        "run": {
            "en": "Title and appraisal are enough for: wego study appraise FILE, and for “Open a file” at studies/appraise.html.",
            "ko": "제목과 appraisal만 채우면 wego study appraise FILE을 실행하거나 studies/appraise.html에서 파일을 열 수 있습니다.",
        },
        "publish": {
            "en": "To publish it, the rest is needed too, and your own sources: wego check says what is missing.",
            "ko": "공개하려면 나머지와 출처도 채워야 합니다. 빠진 것은 wego check가 알려 줍니다.",
        },
        "title": {
            "en": "What the project is, in a few words, such as: Sensors for street lights.",
            "ko": "사업의 이름을 짧게 적습니다(예: 가로등 감지기).",
        },
        "when": {
            "en": "Year or day of the study: 2026 or 2026-05-31.",
            "ko": "조사한 해나 날입니다(2026 또는 2026-05-31).",
        },
        "cities": {
            "en": "Id of your city, where the base has a record of it; delete # before the line.",
            "ko": "도시의 id입니다. 지식 베이스에 있는 도시이면 줄 앞의 #을 지우고 적습니다.",
        },
        "summary": {
            "en": "One or two sentences on what the project does and for whom.",
            "ko": "누구를 위한 어떤 사업인지 한두 문장으로 적습니다.",
        },
        "unit": {
            "en": "What amounts are counted in, and at the prices of which year; delete # before the lines.",
            "ko": "금액의 단위와 가격의 기준 연도입니다. 줄 앞의 #을 지우고 적습니다.",
        },
        "topics": {
            "en": "One or more topics: wego explain topic; data/topics/ lists them.",
            "ko": "주제를 하나 이상 적습니다. data/topics/에 목록이 있습니다.",
        },
        "findings": {
            "en": "Findings by the five parts of a study; see studies/criteria.html. Delete # before what you have looked at.",
            "ko": "조사의 다섯 부분에서 알게 된 것입니다(studies/criteria.html 참고). 살펴본 부분은 줄 앞의 #을 지우고 적습니다.",
        },
        "currency": {"en": "Code of ISO 4217: USD, KRW, BDT …", "ko": "ISO 4217 통화 코드입니다(USD, KRW, BDT 등)."},
        "rate": {
            "en": "Discount rate in percent a year; ask your finance department which one it uses.",
            "ko": "연 할인율(%)입니다. 재정 부서에서 쓰는 값을 확인하십시오.",
        },
        "start": {"en": "Calendar year of year 0, the present.", "ko": "0년차(현재)에 해당하는 연도입니다."},
        "flows": {
            "en": "Costs and benefits of each year at constant prices, such as {year: 1, running: 10, benefits: 40}. Amounts are "
            "positive; what is zero is left out. Add a line for each year.",
            "ko": "연도별 비용과 편익을 불변가격으로 적습니다. 예: {year: 1, running: 10, benefits: 40}. 금액은 양수이며 0이면 지웁니다. "
            "해마다 한 줄씩 더합니다.",
        },
        "sensitivity": {
            "en": "What to vary; without these lines the usual steps are taken (rate ±2 points, ±10 and ±20 %, 1 and 2 years late).",
            "ko": "바꾸어 볼 가정입니다. 적지 않으면 할인율 ±2%포인트, 편익·비용 ±10%와 ±20%, 1~2년 지연을 씁니다.",
        },
        "sources": {
            "en": "Where the figures come from: ids of records in data/sources/.",
            "ko": "수치의 출처입니다. data/sources/에 있는 자료의 id를 적습니다.",
        },
    }
)


_YEARS: Final = """\
    - {year: 0, investment: }
    - {year: 1, running: , benefits: }
    - {year: 2, running: , benefits: }
    - {year: 3, running: , benefits: }
"""


def study_template(language: str, day: str) -> str:
    """The template in `language` with its guide (in English where it has no other), added on `day`."""

    def says(key: str) -> str:
        return _GUIDE[key].get(language, _GUIDE[key]["en"])

    key = language if language in TEXT_LANGUAGES else "en"
    return f"""# yaml-language-server: $schema=../schema/v1/study.json
# {says("head")}
# {says("run")}
# {says("publish")}

{"" if key == "en" else f"original: {key}{chr(10)}"}# {says("title")}
title:
  {key}:
# {says("when")}
when:
form: study
# {says("topics")}
topics: []
# {says("summary")}
summary:
  {key}:
# {says("cities")}
# cities: []
{_findings(key, says("findings"))}
appraisal:
{_appraisal(key, says)}
# {says("sources")}
sources: []
added: {day}
"""


def _findings(language: str, guide: str) -> str:
    parts = "".join(f"#   {part}:\n#     - {{{language}: }}\n" for part in get_args(PartId))
    return f"# {guide}\n# findings:\n{parts}"


def _appraisal(language: str, says: Callable[[str], str]) -> str:
    return f"""  # {says("currency")}
  currency:
  # {says("unit")}
  # unit: {{{language}: }}
  # prices: {{{language}: }}
  # {says("rate")}
  rate:
  # {says("start")}
  # start:
  # {says("flows")}
  flows:
{_YEARS}  # {says("sensitivity")}
  # sensitivity: {{rates: [3, 8], benefits: [-20, 20], costs: [-20, 20], delays: [1]}}
"""
