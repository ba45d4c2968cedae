"""Rules of the appraisal in a study.

In: the catalog and sources. Out: diagnostics. Not here: ranges of single amounts (the model), the appraisal (`derive.appraisal`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from generator.diagnostics import Diagnostic, suggestion
from generator.model.catalog import Catalog, Key
from generator.model.places import CURRENCIES
from generator.model.study import Appraisal, Study
from generator.read.sources import RecordSource
from generator.validate.locate import span_of


def check(catalog: Catalog, sources: Mapping[Key, RecordSource]) -> Iterator[Diagnostic]:
    """All findings on appraisals."""
    for study in cast(Mapping[str, Study], catalog.records["study"]).values():
        if study.appraisal is not None:
            yield from appraisal(study.appraisal, sources["study", study.id])


def appraisal(given: Appraisal, source: RecordSource) -> Iterator[Diagnostic]:
    """Findings on one appraisal."""
    if given.currency not in CURRENCIES:
        fix = suggestion(given.currency, sorted(CURRENCIES), "write its code of three letters, such as USD, KRW or BDT")
        message = f"{given.currency} is not a currency code of ISO 4217"
        yield Diagnostic("WG483", span_of(source, ("appraisal", "currency")), message, fix)
    seen: set[int] = set()
    for number, flow in enumerate(given.flows):
        if flow.year in seen:
            yield Diagnostic(
                "WG481",
                span_of(source, ("appraisal", "flows", number, "year")),
                f"the year {flow.year} stands twice",
                "put its costs and benefits into one line",
            )
        seen.add(flow.year)
    if not any(each.investment or each.running or each.benefits for each in given.flows):
        yield Diagnostic(
            "WG482",
            span_of(source, ("appraisal", "flows")),
            "there is no cost and no benefit in any year",
            "give investment, running or benefits of at least one year",
        )
