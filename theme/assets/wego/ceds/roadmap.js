/* What to build first, as the build orders it (generator/derive/roadmap.py): now, next, later.

   In: the instrument, a run and its result. Out: steps {system, phase, gap, priority, blocked_by, weak_dimensions, unknown}. */
(function () {
  "use strict";
  const ceds = (window.wegoCeds = window.wegoCeds || {});
  const { of, minus, times, compare, sum } = ceds.fraction;
  const { HIGHEST, CITY_WIDE } = ceds.score;
  const MOST_NOW = 7; // no administration starts more at once
  const ENOUGH = of(40); // what a dimension must reach to carry a system

  /** Whether the city still has to bring a system to city-wide; yes where its existence is unknown. */
  function lacks(run, id) {
    const answer = run.systems?.[id];
    if (!answer) return true;
    return (answer.not_a_task ?? null) === null && ((answer.existence ?? null) === null || answer.existence < CITY_WIDE);
  }

  /** All that each system requires, directly or through others. A circle is a mistake of the instrument. */
  function transitive(systems) {
    const direct = new Map(systems.map((each) => [each.id, each.requires]));
    const found = new Map();
    const open = new Set();

    function needs(id) {
      if (found.has(id)) return found.get(id);
      if (open.has(id)) throw new RangeError(`a circle of requirements at ${id}`);
      open.add(id);
      const all = new Set();
      for (const each of direct.get(id) || []) for (const one of [each, ...needs(each)]) all.add(one);
      open.delete(id);
      found.set(id, all);
      return all;
    }

    for (const each of systems) needs(each.id);
    return found;
  }

  /** For each system, how many not yet city-wide tasks of the city wait for it. */
  function waiting(instrument, run) {
    const counts = new Map(instrument.systems.map((each) => [each.id, 0]));
    for (const [id, needed] of transitive(instrument.systems)) {
      if (lacks(run, id)) for (const each of needed) counts.set(each, counts.get(each) + 1);
    }
    return counts;
  }

  const carries = (score) => (score.value === null ? score.low : score.value);

  function step(instrument, run, result, one, count) {
    const score = result.systems_by_id[one.id];
    const gap = minus(HIGHEST, score.low);
    return {
      system: one.id,
      phase: "later",
      gap,
      priority: times(gap, of(1 + count)),
      waiting: count,
      blocked_by: one.requires.filter((each) => lacks(run, each)).sort(),
      weak_dimensions: one.enabling.filter((each) => compare(carries(result.dimensions[each]), ENOUGH) < 0),
      unknown: score.value === null,
    };
  }

  const byPriority = (a, b) => compare(b.priority, a.priority) || (a.system < b.system ? -1 : a.system > b.system ? 1 : 0);

  function phaseOf(each, now) {
    if (now.has(each.system)) return "now";
    return !each.weak_dimensions.length && each.blocked_by.every((id) => now.has(id)) ? "next" : "later";
  }

  /** In the order given, save that a step waits for those of the same phase that block it. */
  function requirementsFirst(steps) {
    const [left, placed] = [[...steps], []];
    while (left.length) {
      const names = new Set(left.map((each) => each.system));
      const at = left.findIndex((each) => !each.blocked_by.some((id) => names.has(id)));
      placed.push(...left.splice(at, 1));
    }
    return placed;
  }

  /** All systems with a gap, in the order to take them up. Those that are not a task of the city are left out. */
  function roadmap(instrument, run, result) {
    const counts = waiting(instrument, run);
    const hasGap = ({ id }) => {
      const score = result.systems_by_id[id];
      return !score.not_applicable && !(score.value && compare(score.value, HIGHEST) === 0);
    };
    const open = instrument.systems.filter(hasGap).map((each) => step(instrument, run, result, each, counts.get(each.id))).sort(byPriority);
    const free = open.filter((each) => !each.blocked_by.length && !each.weak_dimensions.length);
    const now = new Set(free.slice(0, MOST_NOW).map((each) => each.system));
    const phased = open.map((each) => ({ ...each, phase: phaseOf(each, now) }));
    return ["now", "next", "later"].flatMap((phase) => requirementsFirst(phased.filter((each) => each.phase === phase)));
  }

  /** The shortest way out where nothing can begin (generator/derive/opening.py): {dimensions, systems}, or null. */
  function opening(instrument, steps, result) {
    if (!steps.length || steps[0].phase !== "later") return null;
    const free = steps.filter((each) => !each.blocked_by.length);
    const order = instrument.dimensions.map((each) => each.id);
    const sorted = (ids) => order.filter((id) => ids.includes(id));
    const missing = (ids) => sum(ids.map((id) => minus(ENOUGH, carries(result.dimensions[id]))));
    const places = (ids) => ids.map((id) => String.fromCharCode(65 + order.indexOf(id))).join("");
    const shorter = (a, b) => compare(missing(a), missing(b)) || a.length - b.length || (places(a) < places(b) ? -1 : 1);
    const [dimensions] = free.map((each) => sorted(each.weak_dimensions)).sort(shorter);
    return { dimensions, systems: free.filter((each) => each.weak_dimensions.every((id) => dimensions.includes(id))).map((each) => each.system) };
  }

  ceds.roadmap = Object.freeze({ roadmap, opening, transitive, MOST_NOW, ENOUGH });
})();
