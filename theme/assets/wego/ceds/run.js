/* A run: what a city answered. Its shape is that of data/assessments/<city>/<date>.yml; what is missing was left open.

   In the form an answer may be half given (a reason not yet written, use beside "planned"); `clean` leaves such halves out.
   `read` takes plain values from a file and says what is wrong with them; nothing is guessed. */
(function () {
  "use strict";
  const ceds = (window.wegoCeds = window.wegoCeds || {});
  const DEPARTMENTS = ["planning", "finance", "it", "vice-mayor"];
  const HORIZONS = ["short", "medium", "long", "none"];
  const SCOPES = ["scores", "answers", "evidence"];
  const PILOT = 2; // use is asked from the pilot on
  const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
  const DAY = /^\d{4}-\d{2}-\d{2}$/;
  const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffd-\uffff]/g;
  const MOST = 5000; // characters of a note

  const blank = (version) => ({ city: "", date: "", version, departments: [], indicators: {}, systems: {}, targets: {}, note: "" });
  const words = (text) => (typeof text === "string" ? text.replace(UNSEEN, "").trim().slice(0, MOST) : "");
  const isLevel = (value) => Number.isInteger(value) && value >= 0 && value <= 4;
  const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

  function isDay(value) {
    if (!DAY.test(value)) return false;
    const day = new Date(`${value}T00:00:00Z`);
    return !Number.isNaN(day.valueOf()) && day.toISOString().slice(0, 10) === value;
  }

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

  /** The run as files hold it: only what was fully answered, in the order of the instrument. */
  function clean(run, instrument) {
    const made = { city: run.city, date: run.date, version: instrument.version };
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

  /* Reading: every problem as {where, key, values}, in the words of the page. */

  function reader() {
    const problems = [];
    const wrong = (where, key, values = {}) => void problems.push({ where, key, values });

    function map(value, where) {
      if (value === undefined || value === null) return {};
      if (isMap(value)) return value;
      wrong(where, "read.map");
      return {};
    }

    function fields(value, where, allowed) {
      for (const key of Object.keys(value)) if (!Object.hasOwn(allowed, key)) wrong(`${where}${key}`, "read.key");
      const kept = Object.entries(value).filter(([key, each]) => Object.hasOwn(allowed, key) && each !== null);
      for (const [key, each] of kept) {
        if (!allowed[key](each)) wrong(`${where}${key}`, allowed[key] === isLevel ? "read.level" : "read.value", { value: String(each).slice(0, 40) });
      }
      return Object.fromEntries(kept);
    }

    function named(value, where, known, make) {
      const made = {};
      for (const [id, each] of Object.entries(map(value, where))) {
        if (known.has(id)) made[id] = make(each, `${where} › ${id}`);
        else wrong(`${where} › ${id}`, "read.unknown");
      }
      return made;
    }

    return { problems, wrong, map, fields, named };
  }

  const isText = (value) => typeof value === "string";
  const isList = (value) => Array.isArray(value) && value.every((each) => DEPARTMENTS.includes(each)) && new Set(value).size === value.length;
  const TOP = {
    city: (value) => isText(value) && (value === "" || ID.test(value)),
    date: (value) => isText(value) && (value === "" || isDay(value)),
    version: isText, consent: isMap, departments: isList, indicators: isMap, systems: isMap, targets: isMap, note: isText,
  };
  const ANSWER = { level: isLevel, not_applicable: isText, evidence: isText };
  const SYSTEM = { existence: isLevel, use: isLevel, not_a_task: isText, evidence: isText };

  /** {run, problems}: the run in `value`, plain values from a file. With problems, the run is not to be used. */
  function read(value, instrument) {
    const { problems, wrong, map, fields, named } = reader();
    if (!isMap(value)) return { run: null, problems: [{ where: "", key: "read.run", values: {} }] };
    const top = fields(value, "", TOP);
    if (top.version !== instrument.version) {
      const found = top.version === undefined ? "–" : String(top.version).slice(0, 40);
      wrong("version", "read.version", { found, version: instrument.version });
    }
    const part = (known) => (each, where) => fields(map(each, where), `${where} › `, known);
    const indicators = new Set(instrument.indicators.map((each) => each.id));
    const systems = new Set(instrument.systems.map((each) => each.id));
    const run = { ...blank(instrument.version), ...top };
    delete run.consent;
    run.indicators = named(top.indicators, "indicators", indicators, part(ANSWER));
    run.systems = named(top.systems, "systems", systems, part(SYSTEM));
    run.targets = named(top.targets, "targets", systems, (each, where) => {
      if (!HORIZONS.includes(each)) wrong(where, "read.value", { value: String(each).slice(0, 40) });
      return each;
    });
    return { run: problems.length ? null : run, problems };
  }

  ceds.run = Object.freeze({ DEPARTMENTS, HORIZONS, SCOPES, PILOT, ID, isDay, blank, answer, systemAnswer, clean, published, read, words });
})();
