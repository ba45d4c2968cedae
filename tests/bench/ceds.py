"""How long scoring takes: 1,000 answered runs of the instrument, with and without their roadmaps.

python tests/bench/ceds.py [--runs 1000]
The runs are made before the clock starts. Figures are printed as JSON.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))


def main() -> None:
    """Score the runs, then plan them."""
    from generator.derive.ceds import result
    from generator.derive.roadmap import roadmap
    from generator.model.assessment import Assessment
    from tests.ceds import instrument

    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=1000)
    count: int = parser.parse_args().runs
    asked, chance = instrument(), random.Random(1)
    runs = [
        Assessment.model_validate(
            {
                "city": f"example-{number}",
                "date": "2026-05-04",
                "version": asked.framework.version,
                "indicators": {id: {"level": chance.randrange(5)} for id in asked.indicators},
                "systems": {
                    id: {"existence": existence, **({"use": chance.randrange(5)} if existence > 1 else {})}
                    for id in asked.systems
                    for existence in (chance.randrange(5),)
                },
            }
        )
        for number in range(count)
    ]
    start = time.perf_counter()
    results = [result(asked, run) for run in runs]
    scored = time.perf_counter()
    for run, one in zip(runs, results, strict=True):
        roadmap(asked, run, one)
    planned = time.perf_counter()
    print(json.dumps({"runs": count, "scoring, s": scored - start, "roadmaps, s": planned - scored}))


if __name__ == "__main__":
    main()
