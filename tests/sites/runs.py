"""CeDS runs for a copy of the small site: the small instrument, six invented cities and their runs.

In: a copy of the small site's data. Out: more files in it. Not here: the build, real answers.
"""

from __future__ import annotations

from pathlib import Path

from tests.ceds_tree import indicator_ids, system_ids, write_instrument

CITIES = ("bay", "dune", "fjord", "heath", "marsh", "moor")
CITY = """\
name: {{en: "Example {name}", ko: "가상 {name}"}}
unit: city
country: ZZ
region: asia
summary: {{en: Made up., ko: 지어낸 도시입니다.}}
sources: [report]
added: 2026-11-20
"""
HEAD = """\
version: "1.0"
consent: {{office: Invented office, date: {date}, scope: {scope}}}
departments: [planning, it]
"""


def add_runs(data: Path) -> None:
    """A city with three runs, of which one was taken back; one that shows scores only; four more, so that there is an average."""
    topic = data / "topics" / "open-data.yml"
    kept = topic.read_text("utf-8")
    write_instrument(data)
    topic.write_text(kept, "utf-8")
    for number, name in enumerate(CITIES):
        (data / "cities" / f"example-{name}.yml").write_text(CITY.format(name=name), "utf-8")
        scope = "scores" if name == "dune" else "evidence" if name == "bay" else "answers"
        _write(data, name, "2026-05-04", HEAD.format(date="2026-05-04", scope=scope) + _answers(number, 15))
    _write(data, "bay", "2025-05-05", HEAD.format(date="2025-05-05", scope="answers") + _answers(1, 13))
    gone = (
        HEAD.format(date="2025-11-03", scope="answers")
        + "withdrawn: {date: 2026-01-05, reason: The office asked for it.}\n"
    )
    _write(data, "bay", "2025-11-03", gone + _answers(2, 15))


def _write(data: Path, name: str, date: str, text: str) -> None:
    file = data / "assessments" / f"example-{name}" / f"{date}.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def _answers(shift: int, answered: int) -> str:
    """Levels that differ from question to question; in each dimension the first `answered` of fifteen."""
    lines = ["indicators:"]
    for number, id in enumerate(indicator_ids()):
        if number % 15 < answered:
            note = ", evidence: A paper." if number % 7 == 0 else ""
            lines.append(f"  {id}: {{level: {(number + shift) % 5}{note}}}")
    lines.append("systems:")
    for number, id in enumerate(system_ids()):
        existence = (number + shift) % 5
        use = f", use: {(number // 5 + shift) % 5}" if existence >= 2 else ""
        answer = "not_a_task: A task of the province." if number == 7 else f"existence: {existence}{use}"
        lines.append(f"  {id}: {{{answer}}}")
    return "\n".join([*lines, "targets: {system-01: short, system-02: none}", ""])
