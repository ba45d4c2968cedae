"""`make bench`: seconds per stage, pages per second, memory and bytes per page; cold, warm and with one record edited.

python tests/bench/run.py [--records 1000,5000] [--on disk|memory|both] [--search]
Each build is a process of its own, so that memory is that of one build. Figures are printed as a table and as JSON.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))
MEMORY = Path("/dev/shm")


def one_build(folder: Path, search: bool) -> None:
    """Build `folder` and print what it cost as JSON; runs in a child process."""
    import dataclasses

    from generator.diagnostics import Problems, Report
    from generator.pipeline import build
    from generator.settings import settings

    start = time.perf_counter()
    chosen = settings(ROOT, data=folder / "data", content=folder / "content", site=folder / "site")
    chosen = dataclasses.replace(chosen, work=folder / "work")
    report = Report()
    try:
        summary = build(chosen, report, search="index" if search else "none")
    except Problems:
        from generator.diagnostics_format import as_text

        sys.exit(as_text(report.ordered()[:5], 0))
    usage = [resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(
        json.dumps(
            {
                "seconds": {**summary.seconds, "all": time.perf_counter() - start},
                "pages": sum(summary.pages.values()),
                "made": summary.made,
                "MiB": usage[0],
                "MiB of the largest worker": usage[1],
            }
        )
    )


def measured(folder: Path, search: bool) -> dict[str, object]:
    """A build in a process of its own; `process` is its whole time, interpreter start included."""
    start = time.perf_counter()
    command = [sys.executable, __file__, "--one", str(folder), *(["--search"] if search else [])]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr or done.stdout)
    return {**json.loads(done.stdout.splitlines()[-1]), "process": time.perf_counter() - start}


def edit(folder: Path) -> None:
    """Change one word of one practice."""
    file = sorted((folder / "data" / "practices").glob("*.yml"))[7]
    text = file.read_text("utf-8")
    file.write_text(text.replace('summary:\n  en: "', 'summary:\n  en: "Edited ', 1), "utf-8")


def bench(folder: Path, records: int, place: str, search: bool) -> list[dict[str, object]]:
    """Cold, warm and edited builds of one size."""
    from tests.bench.synthetic import tree

    tree(folder, records)
    rows = []
    for name in ("cold", "warm", "edited"):
        if name == "edited":
            edit(folder)
        row = {"records": records, "on": place, "build": name, **measured(folder, search)}
        rows.append(row)
        print(line(row), flush=True)
    pages = [file.stat().st_size for file in (folder / "site").rglob("*.html")]
    print(f"    {sum(pages) / len(pages):,.0f} bytes of HTML per page on average")
    return rows


def line(row: dict[str, object]) -> str:
    """A row for people."""
    seconds = row["seconds"]
    assert isinstance(seconds, dict)
    stages = ", ".join(f"{name} {value:.2f}" for name, value in seconds.items() if name != "all")
    rate = float(str(row["made"])) / max(seconds["pages"], 1e-9)
    return (
        f"{row['records']:>6} records {row['on']:<6} {row['build']:<6} {row['made']:>6} of {row['pages']} pages made, {rate:6.0f} pages/s; "
        f"all {seconds['all']:.2f} s (process {row['process']:.2f} s): {stages}; {row['MiB']:.0f} MiB, worker {row['MiB of the largest worker']:.0f} MiB"
    )


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", default="1000,5000")
    parser.add_argument("--on", choices=("disk", "memory", "both"), default="both")
    parser.add_argument("--search", action="store_true", help="with Pagefind")
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        one_build(asked.one, asked.search)
        return
    print(f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores")
    rows = []
    for place in ("disk", "memory") if asked.on == "both" else (asked.on,):
        if place == "memory" and not os.access(MEMORY, os.W_OK):
            print("no memory file system at /dev/shm: left out")
            continue
        for records in map(int, asked.records.split(",")):
            folder = Path(tempfile.mkdtemp(prefix="wego-bench-", dir=MEMORY if place == "memory" else None))
            try:
                rows += bench(folder, records, place, asked.search)
            finally:
                shutil.rmtree(folder, ignore_errors=True)
    print(json.dumps(rows))


if __name__ == "__main__":
    main()
