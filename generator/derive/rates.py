"""Internal rates of return of a row of yearly amounts: how many there are, and each of them, without guessing.

A rate r > -1 makes Σ a_t (1+r)^-t zero exactly when x = 1/(1+r) > 0 is a root of the polynomial Σ a_t x^t. With one change of sign
among the amounts there is exactly one such root (Descartes); otherwise Sturm's theorem counts the distinct roots in an interval
(Basu, Pollack, Roy, Algorithms in Real Algebraic Geometry, 2nd ed. 2006, theorems 2.33 and 2.50). All in whole numbers.
In: fractions. Out: rates in units of 0.0001 percent. Not here: what they mean. theme/assets/wego/studies/rates.js is its twin.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import reduce
from itertools import pairwise
from math import gcd, lcm
from typing import Final

Polynomial = tuple[int, ...]
"""Coefficients by rising power, the last one not zero; empty is the polynomial that is zero everywhere."""
UNIT: Final = 1_000_000
"""So many units in a rate of 1: a unit is 0.0001 percent."""


def internal_rates(amounts: Sequence[Fraction]) -> tuple[int, ...]:
    """Every rate above -100 percent at which the present value is zero, ascending: the largest whole unit not above it.

    Empty where there is none, or where all amounts are zero, so that every rate would do. Two rates may share a unit.
    """
    polynomial = _whole(amounts)
    changes = _changes(polynomial)
    if changes == 0:
        return ()
    if changes == 1:
        return (_only(polynomial),)
    polynomial, chain = _simple(polynomial)
    count = _counter(chain)
    low, high = _range(polynomial)
    return tuple(_rate(polynomial, count, rank, low, high) for rank in range(count(low), 0, -1))


def _only(polynomial: Polynomial) -> int:
    """The one rate: below it the value has the sign of the last amount, above it that of the first."""
    low, high = _range(polynomial)
    last = polynomial[-1] > 0
    return _largest(low, high, lambda k: (value := _at(polynomial, k)) == 0 or (value > 0) == last)


def _rate(polynomial: Polynomial, count: Callable[[int], int], rank: int, low: int, high: int) -> int:
    """The rate of the `rank`-th root by size. Once it lies alone between two units, the sign tells on which side it is."""
    while high - low > 1:
        if _at(polynomial, high) and count(low) == rank and count(high) == rank - 1:
            return _alone(polynomial, low, high)
        middle = (low + high) // 2
        low, high = (middle, high) if count(middle) >= rank else (low, middle)
    return low


def _alone(polynomial: Polynomial, low: int, high: int) -> int:
    """The rate of the one root between two units, of which the upper one is no root."""
    beyond = _at(polynomial, high) > 0
    return _largest(low, high, lambda k: (value := _at(polynomial, k)) == 0 or (value > 0) != beyond)


def _largest(low: int, high: int, reached: Callable[[int], bool]) -> int:
    """The largest k from `low` on, below `high`, that is reached; `low` is."""
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if reached(middle) else (low, middle)
    return low


def _whole(amounts: Sequence[Fraction]) -> Polynomial:
    """The amounts as whole numbers in the same ratio, without zeros at either end: x = 0 is no rate, a leading zero no power."""
    shared = lcm(*(each.denominator for each in amounts))
    row = [each.numerator * (shared // each.denominator) for each in amounts]
    known = [number for number, each in enumerate(row) if each]
    return _primitive(row[known[0] : known[-1] + 1]) if known else ()


def _primitive(row: Sequence[int]) -> Polynomial:
    """Divided by what all coefficients share; signs stay."""
    shared = reduce(gcd, row, 0)
    return tuple(each // shared for each in row) if shared else ()


def _range(polynomial: Polynomial) -> tuple[int, int]:
    """Units below and above every rate, by Cauchy's bound on the size of roots and of their inverses."""
    size = [abs(each) for each in polynomial]
    widest = 2 + max(size) // size[-1]
    nearest = 2 + max(size) // size[0]
    return max(UNIT // widest - UNIT - 1, 1 - UNIT), (nearest - 1) * UNIT + 1


def _changes(values: Sequence[int]) -> int:
    """How often the sign changes, zeros left out."""
    signs = [each > 0 for each in values if each]
    return sum(one != other for one, other in pairwise(signs))


def _remainder(top: Polynomial, bottom: Polynomial) -> list[int]:
    """What is left of `top` after division, times |lead of `bottom`| once for each degree it loses and once more."""
    rest, lead = list(top), bottom[-1]
    for shift in range(len(top) - len(bottom), -1, -1):
        factor = rest.pop() if lead > 0 else -rest.pop()
        rest = [each * abs(lead) for each in rest]
        for power, each in enumerate(bottom[:-1]):
            rest[shift + power] -= factor * each
    while rest and not rest[-1]:
        rest.pop()
    return rest


def _derivative(polynomial: Polynomial) -> Polynomial:
    return _primitive([power * each for power, each in enumerate(polynomial)][1:])


def _sturm(polynomial: Polynomial) -> list[Polynomial]:
    """Sturm's chain: each the negative remainder of the two before. The last divides all.

    Remainders are kept small by the subresultants' known divisors (Brown and Traub 1971; Knuth 4.6.1, algorithm C), which
    cost no search for common divisors. Signs are those of Sturm's theorem, for only positive numbers are divided by.
    """
    chain = [polynomial, _derivative(polynomial)]
    lead, scale, lost = 1, 1, 0
    while len(chain[-1]) > 1:
        top, bottom = chain[-2:]
        loses = len(top) - len(bottom)
        if lost:
            lead = abs(top[-1])
            scale = lead**lost // scale ** (lost - 1)
        divisor = lead * scale**loses
        rest = _remainder(top, bottom)
        if not rest:
            break
        chain.append(tuple(-each // divisor for each in rest))
        lost = loses
    return chain


def _simple(polynomial: Polynomial) -> tuple[Polynomial, list[Polynomial]]:
    """The same roots, each once, with Sturm's chain: the polynomial over its greatest common divisor with its derivative."""
    chain = _sturm(polynomial)
    if len(chain[-1]) == 1:
        return polynomial, chain
    simple = _quotient(polynomial, _primitive(chain[-1]))
    return simple, _sturm(simple)


def _quotient(top: Polynomial, bottom: Polynomial) -> Polynomial:
    """`top` over a divisor of it, up to a positive factor of the whole."""
    scale = abs(bottom[-1]) ** (len(top) - len(bottom) + 1)
    rest = [each * scale for each in top]
    found = [0] * (len(top) - len(bottom) + 1)
    for shift in range(len(found) - 1, -1, -1):
        found[shift] = rest[shift + len(bottom) - 1] // bottom[-1]
        for power, each in enumerate(bottom):
            rest[shift + power] -= found[shift] * each
    return _primitive(found)


def _counter(chain: Sequence[Polynomial]) -> Callable[[int], int]:
    """How many rates are not below k: distinct roots in (0, UNIT/(UNIT+k)] by Sturm's chain."""
    at_zero = _changes([each[0] for each in chain])
    return lambda k: at_zero - _changes([_at(each, k) for each in chain])


def _at(polynomial: Polynomial, k: int) -> int:
    """The value at x = UNIT/(UNIT+k), times a positive number."""
    found, power = 0, 1
    for each in reversed(polynomial):
        found = found * UNIT + each * power
        power *= UNIT + k
    return found
