/* Internal rates of return: the twin of generator/derive/rates.py, which explains the method. Whole numbers only (BigInt).

   `rates(amounts)` takes exact fractions by year and gives rates in units of 0.0001 percent, ascending. */
(function () {
  "use strict";
  const studies = (window.wegoStudies = window.wegoStudies || {});
  const UNIT = 1_000_000n;
  const size = (value) => (value < 0n ? -value : value);

  function divisor(one, other) {
    while (other) [one, other] = [other, one % other];
    return size(one);
  }

  /** The whole number not above one/other, for other > 0. */
  const floor = (one, other) => (one >= 0n ? one / other : -((-one + other - 1n) / other));

  function primitive(row) {
    const shared = row.reduce(divisor, 0n);
    return shared ? row.map((each) => each / shared) : [];
  }

  function whole(amounts) {
    const shared = amounts.reduce((found, each) => (found / divisor(found, each.d)) * each.d, 1n);
    const row = amounts.map((each) => each.n * (shared / each.d));
    const first = row.findIndex((each) => each !== 0n);
    const last = row.findLastIndex((each) => each !== 0n);
    return first < 0 ? [] : primitive(row.slice(first, last + 1));
  }

  function changes(values) {
    const signs = values.filter((each) => each !== 0n).map((each) => each > 0n);
    return signs.filter((each, at) => at && each !== signs[at - 1]).length;
  }

  function range(polynomial) {
    const sizes = polynomial.map(size);
    const most = sizes.reduce((one, other) => (one > other ? one : other));
    const widest = 2n + most / sizes[sizes.length - 1];
    const nearest = 2n + most / sizes[0];
    const low = UNIT / widest - UNIT - 1n;
    return [low > 1n - UNIT ? low : 1n - UNIT, (nearest - 1n) * UNIT + 1n];
  }

  function largest(low, high, reached) {
    while (high - low > 1n) {
      const middle = floor(low + high, 2n);
      if (reached(middle)) low = middle;
      else high = middle;
    }
    return low;
  }

  /** The value at x = UNIT/(UNIT+k), times a positive number. */
  function at(polynomial, k) {
    let found = 0n;
    let power = 1n;
    for (let place = polynomial.length - 1; place >= 0; place -= 1) {
      found = found * UNIT + polynomial[place] * power;
      power *= UNIT + k;
    }
    return found;
  }

  function only(polynomial) {
    const [low, high] = range(polynomial);
    const last = polynomial[polynomial.length - 1] > 0n;
    return largest(low, high, (k) => {
      const value = at(polynomial, k);
      return value === 0n || value > 0n === last;
    });
  }

  /** What is left after division, times |lead of `bottom`| once for each degree that is lost and once more. */
  function remainder(top, bottom) {
    let rest = [...top];
    const lead = bottom[bottom.length - 1];
    for (let shift = top.length - bottom.length; shift >= 0; shift -= 1) {
      const last = rest.pop();
      const factor = lead > 0n ? last : -last;
      rest = rest.map((each) => each * size(lead));
      for (let power = 0; power < bottom.length - 1; power += 1) rest[shift + power] -= factor * bottom[power];
    }
    while (rest.length && rest[rest.length - 1] === 0n) rest.pop();
    return rest;
  }

  const derivative = (polynomial) => primitive(polynomial.map((each, power) => BigInt(power) * each).slice(1));

  function quotient(top, bottom) {
    const lead = bottom[bottom.length - 1];
    const steps = top.length - bottom.length + 1;
    const scale = size(lead) ** BigInt(steps);
    const rest = top.map((each) => each * scale);
    const found = new Array(steps).fill(0n);
    for (let shift = steps - 1; shift >= 0; shift -= 1) {
      found[shift] = rest[shift + bottom.length - 1] / lead;
      bottom.forEach((each, power) => { rest[shift + power] -= found[shift] * each; });
    }
    return primitive(found);
  }

  /** Sturm's chain, kept small by the divisors that subresultants are known to have. */
  function sturm(polynomial) {
    const chain = [polynomial, derivative(polynomial)];
    let [lead, scale, lost] = [1n, 1n, 0];
    while (chain[chain.length - 1].length > 1) {
      const [top, bottom] = chain.slice(-2);
      const loses = top.length - bottom.length;
      if (lost) {
        lead = size(top[top.length - 1]);
        scale = lead ** BigInt(lost) / scale ** BigInt(lost - 1);
      }
      const shared = lead * scale ** BigInt(loses);
      const rest = remainder(top, bottom);
      if (!rest.length) break;
      chain.push(rest.map((each) => -each / shared));
      lost = loses;
    }
    return chain;
  }

  /** The same roots, each once, with Sturm's chain. */
  function simple(polynomial) {
    const chain = sturm(polynomial);
    const last = chain[chain.length - 1];
    if (last.length === 1) return [polynomial, chain];
    const found = quotient(polynomial, primitive(last));
    return [found, sturm(found)];
  }

  function counter(chain) {
    const atZero = changes(chain.map((each) => each[0]));
    return (k) => atZero - changes(chain.map((each) => at(each, k)));
  }

  function alone(polynomial, low, high) {
    const beyond = at(polynomial, high) > 0n;
    return largest(low, high, (k) => {
      const value = at(polynomial, k);
      return value === 0n || value > 0n !== beyond;
    });
  }

  function rate(polynomial, count, rank, low, high) {
    while (high - low > 1n) {
      if (at(polynomial, high) !== 0n && count(low) === rank && count(high) === rank - 1) return alone(polynomial, low, high);
      const middle = floor(low + high, 2n);
      if (count(middle) >= rank) low = middle;
      else high = middle;
    }
    return low;
  }

  /** Every rate above -100 percent at which the present value is zero, ascending. */
  function rates(amounts) {
    const given = whole(amounts);
    const signs = changes(given);
    if (!signs) return [];
    if (signs === 1) return [only(given)];
    const [polynomial, chain] = simple(given);
    const count = counter(chain);
    const [low, high] = range(polynomial);
    const found = [];
    for (let rank = count(low); rank > 0; rank -= 1) found.push(rate(polynomial, count, rank, low, high));
    return found;
  }

  studies.rates = rates;
})();
