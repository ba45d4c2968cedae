"""Exact numbers as people read them: rounded half away from zero, grouped as the language does.

In: fractions. Out: text. Not here: figures of records, which are shown as published (`context`).
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final

from babel.numbers import format_decimal

from generator.render.i18n import Messages

MOST_PLACES: Final = 9
"""No figure is shown with more decimals."""


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


def enough(value: Fraction, places: int) -> int:
    """`places`, or as many as it takes that a figure is not shown as zero; one more than `MOST_PLACES` where none of these do."""
    return next((each for each in range(places, MOST_PLACES + 1) if not value or rounded(value, each)), MOST_PLACES + 1)


def telling(t: Messages, value: Fraction, places: int) -> str:
    """The same as `decimal`, but only zero is shown as zero: a small figure gets more decimals, a tiny one a bound."""
    needed = enough(value, places)
    if needed <= MOST_PLACES:
        return decimal(t, value, needed)
    least = Fraction(1 if value > 0 else -1, 10**MOST_PLACES)
    return f"{'<' if value > 0 else '>'} {decimal(t, least, MOST_PLACES)}"


def rounded_rate(units: int) -> Decimal:
    """A rate with two decimals from its whole units of 0.0001 percent, which lie at or below it: so a half goes up.

    Rounding away from zero would turn -5.0049… (units -50050) into -5.01. A rate that would be 0.00 has all four decimals.
    """
    hundredths = (units + 50) // 100
    return Decimal(hundredths).scaleb(-2) if hundredths or not units else Decimal(units).scaleb(-4)


def percent(t: Messages, units: int) -> str:
    """A rate in units of 0.0001 percent, as `8.66 %`."""
    shown = rounded_rate(units)
    return t("{number} %", number=decimal(t, Fraction(shown), -int(shown.as_tuple().exponent)))
