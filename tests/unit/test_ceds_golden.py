"""The golden cases committed for the browser are those the build makes today, and reach every kind of outcome."""

import json

from tests.ceds import instrument
from tests.golden import make_ceds


def test_the_golden_cases_are_fresh() -> None:
    made = make_ceds.text(instrument())
    assert make_ceds.FILE.read_text("utf-8") == made, "run: python -m tests.golden.make_ceds"
    assert len(made) < 1_500_000


def test_the_golden_cases_reach_every_kind_of_outcome() -> None:
    cases = json.loads(make_ceds.FILE.read_text("utf-8"))["cases"]
    assert {low for case in cases for low in case["stage"][:1]} == {1, 2, 3, 4, 5}
    assert any(low < high for low, high in (case["stage"] for case in cases))
    assert {figure[-1] for case in cases for figure in case["figures"]} == {"", "not-enough-answers", "part-missing"}
    assert {step[1] for case in cases for step in case["roadmap"]} == {"now", "next", "later"}
    assert len({case["name"] for case in cases}) == len(cases) >= 300
