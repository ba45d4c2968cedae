"""The golden cases committed for the form in the browser are those the build makes today, and reach every kind of outcome."""

import json

from tests.golden import make_appraisal


def test_the_golden_cases_are_fresh() -> None:
    made = make_appraisal.text()
    assert make_appraisal.FILE.read_text("utf-8") == made, "run: python -m tests.golden.make_appraisal"
    assert len(made) < 1_000_000


def test_the_golden_cases_reach_every_kind_of_outcome() -> None:
    cases = json.loads(make_appraisal.FILE.read_text("utf-8"))["cases"]
    assert len({case["name"] for case in cases}) == len(cases) >= 200
    assert {len(case["worth"][4]) for case in cases} >= {0, 1, 2, 3, 4, 5}
    assert any(case["worth"][3] is None for case in cases)
    for payback in ("payback", "discounted"):
        assert {case[payback][0] in (None, "0") for case in cases} == {True, False}
        assert {case[payback][1] for case in cases} == {True, False}
    assert {None, "0"} <= {case["payback"][0] for case in cases}
    varied = [scenario for case in cases for scenario in case.get("scenarios", ())]
    assert {scenario[0] for scenario in varied} == {"rate", "benefits", "costs", "delay"}
    assert any(scenario[3] != "0" for scenario in varied)
