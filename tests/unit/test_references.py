"""Links among records: what is missing, what is only broken elsewhere, circles, former ids, published addresses."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.kinds import KINDS
from generator.model.references import references
from generator.validate.references import _cycles
from tests.unit.tree import BODY, CITY, PROGRAMME, TOPIC, WHOLE, checked, findings, write


@pytest.mark.parametrize(
    ("address", "content"),
    [
        ("bodies/network.yml", "name: [unclosed\n"),
        ("bodies/network.yml", BODY.replace("city-network", "club")),
        ("bodies/network.yml", BODY.encode("utf-16")),
        ("bodies/network.yml", b""),
        ("bodies/Network.yml", BODY),
        ("bodies/network.yaml", BODY),
        ("body/network.yml", BODY),
        ("bodies/network.yml/readme.txt", "a folder"),
    ],
)
def test_what_refers_to_a_broken_record_is_not_a_second_mistake(
    tmp_path: Path, address: str, content: str | bytes
) -> None:
    rest = {name: text for name, text in WHOLE.items() if name != "bodies/network.yml"}
    found = findings(write(tmp_path / "data", {**rest, address: content}))
    assert len(found) == 1
    assert found[0].split()[1].startswith("bod")


def test_a_record_that_is_not_there_is_missed_everywhere(tmp_path: Path) -> None:
    rest = {name: text for name, text in WHOLE.items() if name != "sources/report.yml"}
    assert findings(write(tmp_path / "data", rest)) == [
        "WG301 bodies/network.yml:4:11",
        "WG301 cities/seoul.yml:6:11",
        "WG301 programmes/course.yml:7:11",
    ]


def test_references_are_found_at_every_depth(tmp_path: Path) -> None:
    sessions = (
        "sessions:\n"
        "  - id: first\n    when: 2016\n    where: atlantis\n    status: held\n    participants: [seoul, avalon]\n"
        "    figures:\n      - what: {en: Seats}\n        unit: {en: seats}\n"
        "        said: {value: 5, as_of: 2016, source: {source: legend, at: p. 3}}\n"
        "    source: {source: legend}\n"
        "  - {id: second, when: 2017, where: {en: At sea}, status: held, source: report}\n"
    )
    found = findings(write(tmp_path / "data", {**WHOLE, "programmes/course.yml": PROGRAMME + sessions}))
    assert found == [
        "WG301 programmes/course.yml:12:12",
        "WG301 programmes/course.yml:14:27",
        "WG301 programmes/course.yml:18:56",
        "WG301 programmes/course.yml:19:22",
    ]


def test_every_reference_of_the_models_names_kinds_that_exist(tmp_path: Path) -> None:
    result, _ = checked(write(tmp_path / "data", WHOLE))
    found = [(record.id, target, kinds) for record in result.all() for _, target, kinds in references(record)]
    assert ("course", "network", ("body",)) in found
    assert {kind for _, _, kinds in found for kind in kinds} <= set(KINDS)


@given(st.dictionaries(st.sampled_from("abcdefg"), st.lists(st.sampled_from("abcdefg"), max_size=3), min_size=1))
def test_circles_are_found_exactly_where_a_chain_comes_back(links: dict[str, list[str]]) -> None:
    onward = {name: [each for each in targets if each in links] for name, targets in links.items()}

    def reached(start: str) -> set[str]:
        seen: set[str] = set()
        todo = list(onward[start])
        while todo:
            if (name := todo.pop()) not in seen:
                seen.add(name)
                todo += onward[name]
        return seen

    circles = list(_cycles(onward))
    for circle in circles:
        assert all(after in onward[before] for before, after in zip(circle, (*circle[1:], circle[0]), strict=True))
        assert circle[0] == min(circle)
    on_a_circle = {name for name in onward if name in reached(name)}
    assert bool(circles) == bool(on_a_circle)
    assert {name for circle in circles for name in circle} <= on_a_circle


def test_long_chains_and_wide_webs_are_walked_once(tmp_path: Path) -> None:
    layers = {
        f"{layer}-{number}": [f"{layer + 1}-{each}" for each in range(8)] for layer in range(60) for number in range(8)
    }
    layers |= {f"60-{number}": [] for number in range(8)}
    assert list(_cycles(layers)) == []


def test_a_former_id_belongs_to_one_record(tmp_path: Path) -> None:
    texts = {
        **WHOLE,
        "topics/data.yml": TOPIC + "former_ids: [facts, open-data]\n",
        "topics/figures.yml": TOPIC + "former_ids: [facts, figures]\n",
    }
    assert findings(write(tmp_path / "data", texts)) == [
        "WG304 topics/data.yml:4:21",
        "WG304 topics/figures.yml:4:14",
        "WG304 topics/figures.yml:4:21",
    ]


ADDRESSES = "published-addresses.txt"


@pytest.mark.parametrize(
    ("listed", "found"),
    [
        ("", []),
        ("# nothing yet\n\n", []),
        ("cities/seoul\ntopics/open-data\n  sources/report\n", []),
        ("cities/seoul\r\ncities/busan\r\n", [f"WG305 {ADDRESSES}:2:1"]),
        ("cities/hanyang\n", []),
        (
            "towns/seoul\n/cities/seoul\ncities/\ncities/Seoul\n",
            [f"WG305 {ADDRESSES}:{line}:1" for line in (1, 2, 3, 4)],
        ),
        ("  cities/busan\n", [f"WG305 {ADDRESSES}:1:3"]),
    ],
)
def test_every_published_address_still_leads_to_a_record(tmp_path: Path, listed: str, found: list[str]) -> None:
    texts = {**WHOLE, "cities/seoul.yml": CITY + "former_ids: [hanyang]\n", ADDRESSES: listed}
    assert findings(write(tmp_path / "data", texts)) == found


def test_a_withdrawn_record_keeps_its_address(tmp_path: Path) -> None:
    withdrawn = CITY + "withdrawn: {when: 2026-11-22, reason: {en: At the city's request.}}\n"
    texts = {**WHOLE, "cities/seoul.yml": withdrawn, ADDRESSES: "cities/seoul\n"}
    assert findings(write(tmp_path / "data", texts)) == []


def test_an_address_is_not_lost_because_its_record_is_broken(tmp_path: Path) -> None:
    texts = {**WHOLE, "cities/seoul.yml": "name: [\n", ADDRESSES: "cities/seoul\ncities/hanyang\ntopics/gone\n"}
    assert findings(write(tmp_path / "data", texts)) == ["WG104 cities/seoul.yml:1:7", f"WG305 {ADDRESSES}:3:1"]


def test_a_list_of_addresses_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    data = write(tmp_path / "data", {**WHOLE, ADDRESSES: "# 주소\n".encode("cp949")})
    assert findings(data) == [f"WG101 {ADDRESSES}:1:3"]
