"""Exact numbers as people read them: rounded half away from zero, grouped as the language does.

In: fractions. Out: text. Not here: figures of records, which are shown as published (`context`).
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from babel.numbers import format_decimal

from generator.render.i18n import Messages


def rounded(value: Fraction, places: int) -> Decimal:
    """`value` with so many decimals, half away from zero."""
    scale = 10**places
    whole, rest = divmod(abs(value.numerator) * scale, value.denominator)
    whole += 2 * rest >= value.denominator
    return Decimal(whole if value >= 0 else -whole).scaleb(-places)


def decimal(t: Messages, value: Fraction, places: int) -> str:
    """The same as text, always with so many decimals; never minus zero."""
    pattern = "#,##0" + ("." + "0" * places if places else "")
    shown = rounded(value, places)
    return str(format_decimal(shown if shown else Decimal(0), pattern, locale=t.locale, decimal_quantization=False))


def percent(t: Messages, units: int, places: int = 2) -> str:
    """A rate in units of 0.0001 percent, as `8.66 %`."""
    return t("{number} %", number=decimal(t, Fraction(units, 10_000), places))
