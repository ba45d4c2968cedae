/* The appraisal: the twin of generator/derive/appraisal.py and sensitivity.py, which explain the method. Exact fractions throughout. */
(function () {
  "use strict";
  const studies = (window.wegoStudies = window.wegoStudies || {});
  const { of, plus, minus, times, over, compare } = window.wegoCeds.fraction;
  const { decimal } = studies.amounts;
  const ZERO = of(0);
  const ONE = of(1);
  const LOWEST = of(-99, 100);
  const STEPS = [-20, -10, 10, 20];
  const NAMES = ["investment", "running", "benefits"];

  const sum = (values) => values.reduce(plus, ZERO);
  const costs = (flows) => flows.investment.map((each, year) => plus(each, flows.running[year]));
  const net = (flows) => costs(flows).map((each, year) => minus(flows.benefits[year], each));

  /** Amounts by year from what was given: {rate, flows: [{year, investment, running, benefits}]}, all decimals as text.

      The period ends with the last year that has an amount. */
  function flowsOf(given) {
    const filled = given.flows.filter((each) => NAMES.some((name) => each[name] && decimal(each[name]).n !== 0n));
    const last = Math.max(0, ...filled.map((each) => each.year));
    const row = (name) => Array.from({ length: last + 1 }, (_, year) => {
      const found = given.flows.find((each) => each.year === year);
      return found && found[name] !== undefined && found[name] !== "" ? decimal(found[name]) : ZERO;
    });
    return { rate: over(decimal(given.rate), of(100)), investment: row("investment"), running: row("running"), benefits: row("benefits") };
  }

  function presentValue(amounts, rate) {
    const growth = plus(ONE, rate);
    return amounts.reduceRight((found, each) => plus(over(found, growth), each), ZERO);
  }

  /** The figures of one set of assumptions; the internal rates are found again unless they are given. */
  function worthOf(flows, rates = studies.rates(net(flows))) {
    const gains = presentValue(flows.benefits, flows.rate);
    const spent = presentValue(costs(flows), flows.rate);
    return {
      npv: minus(gains, spent),
      benefits: gains,
      costs: spent,
      ratio: spent.n === 0n ? null : over(gains, spent),
      rates,
    };
  }

  function payback(amounts) {
    const totals = [];
    for (const each of amounts) totals.push(plus(totals.length ? totals[totals.length - 1] : ZERO, each));
    const below = totals.findIndex((each) => each.n < 0n);
    if (below < 0) return { years: ZERO, lostAgain: false };
    const back = totals.findIndex((each, year) => year > below && each.n >= 0n);
    if (back < 0) return { years: null, lostAgain: false };
    const years = plus(of(back - 1), over(minus(ZERO, totals[back - 1]), amounts[back]));
    return { years, lostAgain: totals.slice(back).some((each) => each.n < 0n) };
  }

  function yearsOf(flows) {
    let [total, presentTotal, factor] = [ZERO, ZERO, ONE];
    return net(flows).map((each, year) => {
      if (year) factor = over(factor, plus(ONE, flows.rate));
      const present = times(each, factor);
      total = plus(total, each);
      presentTotal = plus(presentTotal, present);
      return { year, investment: flows.investment[year], running: flows.running[year], benefits: flows.benefits[year], net: each, factor, present, total, presentTotal };
    });
  }

  function appraise(flows) {
    const worth = worthOf(flows);
    const years = yearsOf(flows);
    return {
      flows,
      years,
      worth,
      payback: payback(years.map((each) => each.net)),
      discountedPayback: payback(years.map((each) => each.present)),
      switchBenefits: worth.benefits.n === 0n ? null : minus(over(worth.costs, worth.benefits), ONE),
      switchCosts: worth.costs.n === 0n ? null : minus(over(worth.benefits, worth.costs), ONE),
    };
  }

  /** Every scenario as a function that computes it, so that a page can do them one after another.

      `given` names rates, benefits, costs (decimals) and delays (years), or leaves them to the usual steps. `rates` are the
      internal rates of the flows themselves, which another discount rate does not change. */
  function planned(flows, given, rates) {
    const hundred = of(100);
    const named = (list, usual) => (list && list.length ? list.map((each) => decimal(each)) : usual);
    const usualRates = [-2, 2].map((points) => plus(times(flows.rate, hundred), of(points))).filter((each) => compare(over(each, hundred), LOWEST) >= 0);
    const scaled = (list, by) => list.map((each) => times(each, plus(ONE, over(by, hundred))));
    const steps = STEPS.map((each) => of(each));
    const scenario = (what, by, changed, known) => ({ what, by, worth: worthOf(changed, known), lost: ZERO });
    const late = (years) => {
      const moved = [...new Array(Number(years)).fill(ZERO), ...flows.benefits].slice(0, flows.benefits.length);
      return { ...scenario("delay", of(years), { ...flows, benefits: moved }), lost: minus(sum(flows.benefits), sum(moved)) };
    };
    return [
      ...named(given.rates, usualRates).map((by) => () => scenario("rate", by, { ...flows, rate: over(by, hundred) }, rates)),
      ...named(given.benefits, steps).map((by) => () => scenario("benefits", by, { ...flows, benefits: scaled(flows.benefits, by) })),
      ...named(given.costs, steps).map((by) => () => scenario("costs", by, { ...flows, investment: scaled(flows.investment, by), running: scaled(flows.running, by) })),
      ...(given.delays && given.delays.length ? given.delays : [1, 2]).map((years) => () => late(years)),
    ];
  }

  /** Every scenario at once. */
  const scenarios = (flows, given = {}) => planned(flows, given, studies.rates(net(flows))).map((each) => each());

  studies.appraisal = Object.freeze({ flowsOf, appraise, planned, scenarios });
})();
