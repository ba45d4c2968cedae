"""The template a city fills in to appraise a project of its own: a study record with a guide in its comments.

In: a language of the guide. Out: YAML text that is a valid record once the figures are the city's own. Not here: where it goes.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

_GUIDE: Final = MappingProxyType(
    {
        "head": {
            "en": "An appraisal of your own project. Replace every value; lines that begin with # explain and may stay.",
            "ko": "우리 도시의 사업 경제성 분석 서식입니다. 모든 값을 바꾸십시오. #으로 시작하는 줄은 설명이며 그대로 두어도 됩니다.",
        },
        "run": {
            "en": "Then run: wego study appraise FILE, or open it at studies/appraise.html with “Open a file”.",
            "ko": "다 적은 뒤 wego study appraise FILE을 실행하거나 studies/appraise.html에서 파일을 여십시오.",
        },
        "title": {"en": "What the project is, in a few words.", "ko": "사업의 이름을 짧게 적습니다."},
        "cities": {
            "en": "Id of your city, such as seoul; delete the line if the base has no record of it.",
            "ko": "도시의 id입니다(예: seoul). 지식 베이스에 없는 도시이면 줄을 지웁니다.",
        },
        "topics": {
            "en": "One or more topics: wego explain topic; data/topics/ lists them.",
            "ko": "주제를 하나 이상 적습니다. data/topics/에 목록이 있습니다.",
        },
        "findings": {
            "en": "Findings by the five parts of a study; see studies/criteria.html. Leave out what you have not looked at.",
            "ko": "조사의 다섯 부분에서 알게 된 것입니다(studies/criteria.html 참고). 살피지 않은 부분은 지웁니다.",
        },
        "currency": {"en": "Code of ISO 4217: USD, KRW, BDT …", "ko": "ISO 4217 통화 코드입니다(USD, KRW, BDT 등)."},
        "rate": {
            "en": "Discount rate in percent a year; ask your finance department which one it uses.",
            "ko": "연 할인율(%)입니다. 재정 부서에서 쓰는 값을 확인하십시오.",
        },
        "start": {"en": "Calendar year of year 0, the present.", "ko": "0년차(현재)에 해당하는 연도입니다."},
        "flows": {
            "en": "Costs and benefits of each year at constant prices. Amounts are positive numbers; what is absent is zero.",
            "ko": "연도별 비용과 편익을 불변가격으로 적습니다. 금액은 양수이며, 적지 않은 것은 0입니다.",
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


def study_template(language: str, day: str) -> str:
    """The template with its guide in `language` (English where it has no other), added on `day`."""

    def says(key: str) -> str:
        return _GUIDE[key].get(language, _GUIDE[key]["en"])

    return f"""# yaml-language-server: $schema=../schema/v1/study.json
# {says("head")}
# {says("run")}

# {says("title")}
title: {{en: Sensors for street lights}}
# {says("cities")}
cities: [seoul]
when: {day[:4]}
form: study
# {says("topics")}
topics: [urban-management]
summary:
  en: >-
    One or two sentences on what the project does and for whom.

# {says("findings")}
findings:
  environment:
    - {{en: "Who is affected, and what stands in the way."}}
  technology:
    - {{en: "What is there today, and what the project needs."}}

appraisal:
  # {says("currency")}
  currency: USD
  unit: {{en: thousand US dollars}}
  prices: {{en: "constant prices of {day[:4]}"}}
  # {says("rate")}
  rate: 5
  # {says("start")}
  start: {day[:4]}
  # {says("flows")}
  flows:
    - {{year: 0, investment: 100}}
    - {{year: 1, running: 10, benefits: 40}}
    - {{year: 2, running: 10, benefits: 60}}
    - {{year: 3, running: 10, benefits: 60}}
  # {says("sensitivity")}
  # sensitivity: {{rates: [3, 8], benefits: [-20, 20], costs: [-20, 20], delays: [1]}}

# {says("sources")}
sources: [geonames]
added: {day}
"""
