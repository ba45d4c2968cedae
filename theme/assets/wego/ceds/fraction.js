/* Exact fractions, so that the browser and the build agree to the last digit.

   A fraction is a frozen {n, d} of BigInts in lowest terms, d > 0. Rounding is for display only: half to even, as Python does. */
(function () {
  "use strict";
  const ceds = (window.wegoCeds = window.wegoCeds || {});

  function divisor(one, other) {
    while (other) [one, other] = [other, one % other];
    return one < 0n ? -one : one;
  }

  /** The fraction n/d of two whole numbers. */
  function of(n, d = 1) {
    const [top, bottom] = [BigInt(n), BigInt(d)];
    if (bottom === 0n) throw new RangeError("a fraction with nothing below");
    const shared = divisor(top, bottom) * (bottom < 0n ? -1n : 1n);
    return Object.freeze({ n: top / shared, d: bottom / shared });
  }

  const plus = (a, b) => of(a.n * b.d + b.n * a.d, a.d * b.d);
  const minus = (a, b) => of(a.n * b.d - b.n * a.d, a.d * b.d);
  const times = (a, b) => of(a.n * b.n, a.d * b.d);
  const over = (a, b) => of(a.n * b.d, a.d * b.n);

  /** Below, at or above zero as a is below, equal to or above b. */
  function compare(a, b) {
    const [left, right] = [a.n * b.d, b.n * a.d];
    return left < right ? -1 : left > right ? 1 : 0;
  }

  const sum = (values) => values.reduce(plus, of(0));
  const mean = (values) => over(sum(values), of(values.length));

  /** As Python writes it: `7`, `-1/3`. */
  function text(value) {
    return value.d === 1n ? String(value.n) : `${value.n}/${value.d}`;
  }

  /** A decimal with so many places, half to even: the fraction 1/8 with two places is 0.12. */
  function decimal(value, places = 1) {
    const scale = 10n ** BigInt(places);
    const below = value.n < 0n;
    const top = (below ? -value.n : value.n) * scale;
    let whole = top / value.d;
    const twice = (top % value.d) * 2n;
    if (twice > value.d || (twice === value.d && whole % 2n === 1n)) whole += 1n;
    const digits = String(whole).padStart(places + 1, "0");
    const sign = below && whole > 0n ? "-" : "";
    return places ? `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}` : sign + digits;
  }

  ceds.fraction = Object.freeze({ of, plus, minus, times, over, compare, sum, mean, text, decimal });
})();
