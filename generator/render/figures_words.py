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
    text = str(format_decimal(shown if shown else Decimal(0), pattern, locale=t.locale, decimal_quantization=False))
    return text.replace("-", "\N{MINUS SIGN}")


def rounded_rate(units: int) -> Decimal:
    """A rate with two decimals from its whole units of 0.0001 percent, which lie at or below it: so a half goes up.

    Rounding away from zero would turn -5.0049… (units -50050) into -5.01.
    """
    return Decimal((units + 50) // 100).scaleb(-2)


def percent(t: Messages, units: int) -> str:
    """A rate in units of 0.0001 percent, as `8.66 %`."""
    return t("{number} %", number=decimal(t, Fraction(rounded_rate(units)), 2))
