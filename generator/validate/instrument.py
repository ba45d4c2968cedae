"""The CeDS instrument: levels that say something, each for its own question, the numbers the sources tell, and its freezing.

In: the catalog and its sources. Out: diagnostics. Not here: circles of `requires` (`references`), answers (`assessments`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, cast

from generator.diagnostics import Diagnostic, Span
from generator.model.assessment import Assessment
from generator.model.catalog import Catalog, Key
from generator.model.framework import Framework, Indicator
from generator.read import frozen
from generator.read.sources import RecordSource
from generator.validate.locate import span_of

MOST_WORDS: Final = 25
INDICATORS: Final = 15
"""Of each dimension."""
SYSTEMS: Final = 55
_WORD: Final = re.compile(r"\w+")
_EMPTY: Final = frozenset(
    _WORD.findall(
        """
        a all almost always and any are at average basic completely done exist exists excellent extent few fine fully good great
        hardly high implemented in is it large level little low many medium moderate moderately most mostly much never no not
        nothing of often partially partly place poor rarely some sometimes somewhat the there this to totally very weak well yes
        거의 계획 구현됨 그렇다 나쁨 낮음 낮은 높음 높은 다소 되고 되어 대체로 대부분 드물게 매우 보통 부분적 부분적으로 수준 시행 시행함
        아니다 아님 않음 않다 약간 양호 완전 완전히 우수 우수함 일부 있음 있다 없음 없다 자주 잘 전부 전혀 전체 조금 충분 충분히 하지 함
        """
    )
)
"""Words with which a level says how much, but not of what."""

Sources = Mapping[Key, RecordSource]


def check(catalog: Catalog, known: Sources) -> Iterator[Diagnostic]:
    """Findings on the texts and numbers of the instrument."""
    indicators = cast(Mapping[str, Indicator], catalog.records["indicator"])
    seen: dict[tuple[str, str], str] = {}
    for id, one in indicators.items():
        for level, text in enumerate(one.levels):
            for language, said in text.items():
                span = span_of(known["indicator", id], ("levels", level, language))
                yield from _level(span, f"level {level} of {id}", language, said, seen, id)
    yield from _numbers(catalog, known)


def frozen_versions(runs: Iterable[Assessment], sources: Sequence[RecordSource]) -> Iterator[Diagnostic]:
    """A version that a run uses is frozen, and as it was frozen."""
    used = {run.version for run in runs}
    for source in sources:
        if source.file.kind != frozen.KIND or source.file.id not in used:
            continue
        version, written = source.file.id, source.values["written"]
        if not written:
            message = f"runs use version {version} of the instrument, which is not frozen by a digest"
            yield Diagnostic("WG462", Span(source.file.name), message, f"run: wego ceds freeze {version}")
        elif written != source.values["actual"]:
            yield Diagnostic(
                "WG462",
                Span(source.file.name),
                f"the files of version {version} are no longer those that runs were answered with",
                f"take the change back, and make a new version beside data/ceds/{version}/",
            )


def _level(
    span: Span, name: str, language: str, said: str, seen: dict[tuple[str, str], str], id: str
) -> Iterator[Diagnostic]:
    words = [each.casefold() for each in _WORD.findall(said)]
    if language == "en" and len(said.split()) > MOST_WORDS:
        message = f"{name} has {len(said.split())} words, but at most {MOST_WORDS} are read before answering"
        yield Diagnostic("WG463", span, message, "shorten it to what can be seen")
    if all(each in _EMPTY for each in words):
        message = f"{name} in {language} says how much, but not what can be seen"
        yield Diagnostic("WG463", span, message, "write the state that an outsider could check")
    other = seen.setdefault((language, " ".join(words)), id)
    if other != id:
        message = f"{name} in {language} is word for word a level of {other}"
        yield Diagnostic("WG463", span, message, "write the state as it is seen for this question")


def _numbers(catalog: Catalog, known: Sources) -> Iterator[Diagnostic]:
    """Judged only where no file is broken, for a broken one is counted by nobody."""
    frameworks = cast(Mapping[str, Framework], catalog.records["framework"])
    parts = [source for (kind, _), source in known.items() if kind in ("indicator", "system")]
    counted = len(catalog.records["indicator"]) + len(catalog.records["system"])
    if not frameworks or counted < len(parts):
        return
    per = Counter(each.dimension for each in cast(Mapping[str, Indicator], catalog.records["indicator"]).values())
    for framework in frameworks.values():
        span = span_of(known["framework", framework.id], ())
        for dimension in framework.dimensions:
            if per[dimension.id] != INDICATORS:
                message = f"{dimension.id} has {per[dimension.id]} indicators, but a dimension has {INDICATORS}"
                yield Diagnostic("WG464", span, message, "add or delete files in the folder indicators/")
        if len(catalog.records["system"]) != SYSTEMS:
            message = f"there are {len(catalog.records['system'])} systems, but the instrument has {SYSTEMS}"
            yield Diagnostic("WG464", span, message, "add or delete files in the folder systems/")
