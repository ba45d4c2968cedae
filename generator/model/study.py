"""Study: a feasibility study for a city, in the five parts of the criteria, with its cash flows where they are known.

In: plain values of data/studies/<id>.yml. Out: frozen models. Not here: the appraisal (`derive.appraisal`).
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model.base import BodyId, CityId, Id, Once, Part, PracticeId, Says, SystemId, Text, TopicId
from generator.model.dates import Period
from generator.model.links import Url
from generator.model.places import CURRENCY_PATTERN
from generator.model.provenance import ClaimedCount, Figure
from generator.model.record import Language, Record, Unknowns

PartId = Literal["environment", "technology", "law", "proposal", "economy"]
"""The five categories of the criteria (2017 chapter on WeGO, table 5-2)."""
Amount = Annotated[Decimal, Field(ge=-(10**15), le=10**15, decimal_places=6, allow_inf_nan=False)]
Rate = Annotated[Decimal, Field(gt=-100, le=1000, decimal_places=6, allow_inf_nan=False)]
"""Percent a year. At -100 a later year would have no present value at all."""
Change = Annotated[Decimal, Field(ge=-100, le=1000, decimal_places=6, allow_inf_nan=False)]
"""Percent more or less of benefits or costs: at -100 nothing is left, and below that costs would become gains."""
_Varied = Field(max_length=20)


class Flow(Part):
    """Costs and benefits of one year, in the unit of the appraisal; year 0 is not discounted."""

    year: Annotated[int, Field(ge=0, le=60)]
    investment: Amount = Decimal(0)
    running: Amount = Decimal(0)
    benefits: Amount = Decimal(0)


class Sensitivity(Part):
    """How far the assumptions are varied, in percent, and by how many years benefits may come late."""

    rates: Annotated[tuple[Rate, ...], _Varied] = ()
    benefits: Annotated[tuple[Change, ...], _Varied] = ()
    costs: Annotated[tuple[Change, ...], _Varied] = ()
    delays: Annotated[tuple[Annotated[int, Field(ge=1, le=20)], ...], _Varied] = ()


class Appraisal(Part):
    """Cash flows by year. `rate` is the discount rate in percent a year; `currency` an ISO 4217 code."""

    currency: Annotated[str, Field(pattern=CURRENCY_PATTERN), Says("a currency code of ISO 4217 such as USD")]
    unit: Text | None = None
    prices: Text | None = None
    rate: Rate
    start: Annotated[int, Field(ge=1900, le=2200)] | None = None
    flows: Annotated[tuple[Flow, ...], Field(min_length=1, max_length=61)]
    sensitivity: Sensitivity = Sensitivity()
    note: Text | None = None


class Economics(Part):
    """What of a study its appraisal needs; the rest of the record may still be missing."""

    id: Id
    original: Language = "en"
    title: Text
    appraisal: Appraisal


class Study(Record):
    """One feasibility study, or the theme of a year."""

    kind: ClassVar[str] = "study"

    title: Text
    cities: Annotated[tuple[CityId, ...], Once] = ()
    when: Period
    form: Literal["study", "system-delivered", "theme", "example"]
    topics: Annotated[tuple[TopicId, ...], Once, Field(min_length=1)]
    systems: Annotated[tuple[SystemId, ...], Once] = ()
    bodies: Annotated[tuple[BodyId, ...], Once] = ()
    practices: Annotated[tuple[PracticeId, ...], Once] = ()
    summary: Text
    theme: Text | None = None
    applicants: ClaimedCount | None = None
    figures: tuple[Figure, ...] = ()
    findings: dict[PartId, tuple[Text, ...]] = Field(default_factory=dict)
    report: Url | None = None
    report_chapters: tuple[Text, ...] = ()
    appraisal: Appraisal | None = None
    unknown: Unknowns = ()
