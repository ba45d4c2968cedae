/* A run: what a city answered. Its shape is that of data/assessments/<city>/<date>.yml; what is missing was left open.

   In: a run of the form, where an answer may be half given (a reason not yet written, use beside "planned", a city that is no id).
   Out: the run as files hold it (`clean`), without such halves. Not here: runs from files and from the browser (read.js). */
(function () {
  "use strict";
  const ceds = (window.wegoCeds = window.wegoCeds || {});
  const DEPARTMENTS = ["planning", "finance", "it", "vice-mayor"];
  const HORIZONS = ["short", "medium", "long", "none"];
  const SCOPES = ["scores", "answers", "evidence"];
  const PILOT = 2; // use is asked from the pilot on
  const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
  const ID_LENGTH = 80;
  const DAY = /^\d{4}-\d{2}-\d{2}$/;
  const [FIRST_YEAR, LAST_YEAR] = [1800, 2100];
  const MOST = 20_000; // characters of a text; these limits are those of generator/model (base.py, dates.py)
  // Control and reordering characters, invisible hyphens and joints, traces of a broken encoding: those of generator/model/base.py.
  const UNSEEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffd-\uffff\u{d800}-\u{dfff}\u{e0000}-\u{e007f}]/u;
  const ALL_UNSEEN = new RegExp(UNSEEN, "gu");

  const blank = (version) => ({ city: "", date: "", version, departments: [], indicators: {}, systems: {}, targets: {}, note: "" });
  const words = (text) => (typeof text === "string" ? text.replace(ALL_UNSEEN, "").trim() : "");
  const isLevel = (value) => Number.isInteger(value) && value >= 0 && value <= 4;
  const isMap = (value) => typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

  const isId = (value) => ID.test(value) && value.length <= ID_LENGTH;

  function isDay(value) {
    if (!DAY.test(value)) return false;
    const [day, year] = [new Date(`${value}T00:00:00Z`), Number(value.slice(0, 4))];
    return year >= FIRST_YEAR && year <= LAST_YEAR && !Number.isNaN(day.valueOf()) && day.toISOString().slice(0, 10) === value;
  }

  /** Today where the reader is. */
  function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((each) => String(each).padStart(2, "0")).join("-");
  }

  /** The id that a name suggests: "Núevo Puerto" is "nuevo-puerto"; empty where no Latin letter is in it. */
  const idOf = (name) => name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, ID_LENGTH).replace(/^-|-$/g, "");

  /* Answers, as they count. */

  function answer(given = {}) {
    const made = {};
    const reason = words(given.not_applicable);
    if (reason) made.not_applicable = reason;
    else if (given.not_applicable === undefined && isLevel(given.level)) made.level = given.level;
    if (words(given.evidence)) made.evidence = words(given.evidence);
    return made;
  }

  function systemAnswer(given = {}) {
    const made = {};
    const reason = words(given.not_a_task);
    if (reason) made.not_a_task = reason;
    else if (given.not_a_task === undefined && isLevel(given.existence)) {
      made.existence = given.existence;
      if (given.existence >= PILOT && isLevel(given.use)) made.use = given.use;
    }
    if (words(given.evidence)) made.evidence = words(given.evidence);
    return made;
  }

  function filled(ids, given, make) {
    const pairs = ids.map((id) => [id, make(given[id])]).filter(([, made]) => Object.keys(made).length);
    return Object.fromEntries(pairs);
  }

  /** What was typed for city and date and no file may hold: those of the two fields. */
  const unfit = (run) => [["city", isId], ["date", isDay]].filter(([key, fits]) => run[key] && !fits(run[key])).map(([key]) => key);

  const sameCity = (one, other) => (idOf(one) || one) === (idOf(other) || other);

  /** Why a run is no earlier one of the city of `own`: [key, values], or null. What one of the two leaves open tells nothing. */
  function notEarlier(run, own, cities) {
    const name = (city) => (Object.hasOwn(cities, city) ? cities[city] : city);
    if (run.city && own.city && !sameCity(run.city, own.city)) return ["compare.city", { city: name(run.city), own: name(own.city) }];
    if (isDay(run.date) && isDay(own.date) && run.date >= own.date) return ["compare.date", { date: run.date, own: own.date }];
    return null;
  }

  /** The run as files hold it: only what was fully answered, in the order of the instrument. */
  function clean(run, instrument) {
    const made = { ...(isId(run.city) ? { city: run.city } : {}), ...(isDay(run.date) ? { date: run.date } : {}), version: instrument.version };
    const departments = DEPARTMENTS.filter((each) => run.departments.includes(each));
    const indicators = filled(instrument.indicators.map((each) => each.id), run.indicators, answer);
    const systems = filled(instrument.systems.map((each) => each.id), run.systems, systemAnswer);
    const targets = instrument.systems.filter(({ id }) => run.targets[id]).map(({ id }) => [id, run.targets[id]]);
    if (departments.length) made.departments = departments;
    if (Object.keys(indicators).length) made.indicators = indicators;
    if (Object.keys(systems).length) made.systems = systems;
    if (targets.length) made.targets = Object.fromEntries(targets);
    if (words(run.note)) made.note = words(run.note);
    return made;
  }

  /** The run as it may be handed on: with consent; notes, on evidence and on the whole run, only where the scope names them (as model/consented.py). */
  function published(run, instrument, consent) {
    const { city, date, version, ...rest } = clean(run, instrument);
    const made = { city, date, version, consent, ...rest };
    if (consent.scope === "evidence") return made;
    for (const part of ["indicators", "systems"]) {
      const kept = Object.entries(made[part] || {}).map(([id, { evidence, ...others }]) => [id, others]);
      const left = Object.fromEntries(kept.filter(([, others]) => Object.keys(others).length));
      if (Object.keys(left).length) made[part] = left;
      else delete made[part];
    }
    delete made.note;
    return made;
  }

  ceds.run = Object.freeze({
    DEPARTMENTS, HORIZONS, SCOPES, PILOT, MOST, UNSEEN, ID_LENGTH,
    isId, isDay, isLevel, isMap, today, idOf, unfit, notEarlier, blank, answer, systemAnswer, clean, published, words,
  });
})();
