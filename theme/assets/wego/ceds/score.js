/* The scores of a run, as the build computes them (generator/derive/ceds_score.py, ceds.py, ceds_change.py): exact fractions.

   In: the instrument and a run as plain values. Out: scores {value, low, high, answered, asked, not_applicable, reason};
   `value` is null where it is not shown. Missing never becomes zero. Not here: rounding, words, the roadmap. */
(function () {
  "use strict";
  const ceds = (window.wegoCeds = window.wegoCeds || {});
  const { of, minus, times, over, compare, mean } = ceds.fraction;
  const [LOWEST, HIGHEST, TOP, PILOT, CITY_WIDE] = [of(0), of(100), 4, 2, 3];
  const EXISTS = [of(0), of(0), of(1, 3), of(2, 3), of(1)];

  const given = (value) => value !== undefined && value !== null;
  const least = (a, b) => (compare(a, b) < 0 ? a : b);
  const most = (a, b) => (compare(a, b) > 0 ? a : b);
  /** At least 80 % are answered. */
  const enough = (answered, applicable) => 5 * answered >= 4 * applicable;

  function score(value, low, high, answered, asked, notApplicable, reason) {
    return Object.freeze({ value, low, high, answered, asked, not_applicable: notApplicable, reason });
  }

  /** Mean of the answered × 25, from 80 % of the applicable answered and up to 10 % not applicable. */
  function dimension(answers) {
    const applicable = answers.filter((each) => !given(each?.not_applicable));
    const levels = applicable.map((each) => each?.level).filter(given);
    const left = answers.length - applicable.length;
    if (!applicable.length) return score(null, LOWEST, HIGHEST, 0, answers.length, left, "not-enough-answers");
    const total = levels.reduce((sum, level) => sum + level, 0);
    const open = applicable.length - levels.length;
    const shown = enough(levels.length, applicable.length) && 10 * left <= answers.length;
    return score(
      shown ? of(25 * total, levels.length) : null,
      of(25 * total, applicable.length),
      of(25 * (total + TOP * open), applicable.length),
      levels.length, answers.length, left, shown ? "" : "not-enough-answers",
    );
  }

  /** 100 × e × (1 + use/4) / 2. */
  const worth = (existence, use) => times(times(of(100), EXISTS[existence]), over(of(TOP + use), of(2 * TOP)));

  /** One system; use counts only from the pilot on, and without it the value is open. */
  function system(answer) {
    if (given(answer?.not_a_task)) return score(null, LOWEST, HIGHEST, 0, 1, 1, "");
    if (!given(answer?.existence)) return score(null, LOWEST, HIGHEST, 0, 1, 0, "not-enough-answers");
    const { existence, use } = answer;
    if (existence < PILOT) return score(LOWEST, LOWEST, LOWEST, 1, 1, 0, "");
    if (!given(use)) return score(null, worth(existence, 0), worth(existence, TOP), 1, 2, 0, "not-enough-answers");
    const value = worth(existence, use);
    return score(value, value, value, 2, 2, 0, "");
  }

  /** Mean of the systems known, from 80 % of those that are a task of the city; never outside its range. */
  function area(systems) {
    const tasks = systems.filter((each) => !each.not_applicable);
    const known = tasks.map((each) => each.value).filter(given);
    const left = systems.length - tasks.length;
    if (!tasks.length) return score(null, LOWEST, HIGHEST, 0, systems.length, left, "not-enough-answers");
    const [low, high] = [mean(tasks.map((each) => each.low)), mean(tasks.map((each) => each.high))];
    const shown = enough(known.length, tasks.length);
    const value = shown ? least(most(mean(known), low), high) : null;
    return score(value, low, high, known.length, systems.length, left, shown ? "" : "not-enough-answers");
  }

  /** Mean of the parts; a missing part makes it missing, its range remains. */
  function rollUp(parts) {
    const values = parts.map((each) => each.value).filter(given);
    const whole = values.length === parts.length;
    const sum = (key) => parts.reduce((all, each) => all + each[key], 0);
    return score(
      whole ? mean(values) : null, mean(parts.map((each) => each.low)), mean(parts.map((each) => each.high)),
      sum("answered"), sum("asked"), sum("not_applicable"), whole ? "" : "part-missing",
    );
  }

  /** 1 to 5 by half-open fifths: [0, 20) … [80, 100]. */
  const stage = (point) => Math.min(5, Number(point.n / (point.d * 20n)) + 1);

  const table = (ids, make) => Object.fromEntries(ids.map((id) => [id, make(id)]));
  const ofDimension = (instrument, run, id) =>
    dimension(instrument.indicators.filter((each) => each.dimension === id).map((each) => run.indicators?.[each.id]));

  /** All scores of a run of the instrument's version. */
  function result(instrument, run) {
    if (run.version !== instrument.version) throw new RangeError(`version ${run.version}`);
    const dimensions = table(instrument.dimensions.map((each) => each.id), (id) => ofDimension(instrument, run, id));
    const systemsById = table(instrument.systems.map((each) => each.id), (id) => system(run.systems?.[id]));
    const inArea = (id) => instrument.systems.filter((each) => each.area === id).map((each) => systemsById[each.id]);
    const areas = table(instrument.areas.map((each) => each.id), (id) => area(inArea(id)));
    const side = (name) => rollUp(instrument.dimensions.filter((each) => each.side === name).map((each) => dimensions[each.id]));
    const [maturity, systems] = [rollUp(Object.values(dimensions)), rollUp(Object.values(areas))];
    const overall = rollUp([maturity, systems]);
    return Object.freeze({
      city: run.city, date: run.date, version: run.version, dimensions, internal: side("internal"), external: side("external"),
      maturity, systems_by_id: systemsById, areas, systems, overall, stage: stage(overall.low), stage_high: stage(overall.high),
    });
  }

  /* Change: only over items answered in both runs, and where both show the figure. */

  function whole(values) {
    return values.length && values.every(given) ? mean(values) : null;
  }

  const level = (run, id) => {
    const answer = run.indicators?.[id];
    return given(answer?.not_applicable) ? null : answer?.level;
  };

  function moved(pairs, step) {
    return whole(pairs.filter(([old, now]) => given(old) && given(now)).map(step));
  }

  function dimensionChange(instrument, before, after, id) {
    if (![before, after].every((run) => given(ofDimension(instrument, run, id).value))) return null;
    const asked = instrument.indicators.filter((each) => each.dimension === id);
    return moved(asked.map((each) => [level(before, each.id), level(after, each.id)]), ([old, now]) => of(25 * (now - old)));
  }

  function areaChange(instrument, before, after, id) {
    const ids = instrument.systems.filter((each) => each.area === id).map((each) => each.id);
    const [old, now] = [before, after].map((run) => ids.map((each) => system(run.systems?.[each])));
    if (!given(area(old).value) || !given(area(now).value)) return null;
    return moved(ids.map((_, at) => [old[at].value, now[at].value]), ([one, other]) => minus(other, one));
  }

  /** How far each figure moved, by its name; null where there is nothing to compare. */
  function change(instrument, before, after) {
    const same = before.version === instrument.version && after.version === instrument.version;
    const part = (all, make) => table(all.map((each) => each.id), (id) => (same ? make(instrument, before, after, id) : null));
    const dimensions = part(instrument.dimensions, dimensionChange);
    const areas = part(instrument.areas, areaChange);
    const side = (name) => instrument.dimensions.filter((each) => each.side === name).map((each) => dimensions[each.id]);
    const named = (kind, values) => Object.fromEntries(Object.entries(values).map(([id, value]) => [`${kind}/${id}`, value]));
    const maturity = whole([...side("internal"), ...side("external")]);
    const systems = whole(Object.values(areas));
    return {
      overall: whole([maturity, systems]), maturity, internal: whole(side("internal")), external: whole(side("external")),
      ...named("dimension", dimensions), systems, ...named("area", areas),
    };
  }

  ceds.score = Object.freeze({ result, change, stage, LOWEST, HIGHEST, PILOT, CITY_WIDE });
})();
