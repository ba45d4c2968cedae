/* A run out of plain values: strictly from a file, as `wego check` reads it, or leniently from what this browser kept.

   In: values and the instrument. Out: {run, problems}; a problem is {where, key, values} in the words of the page, nothing is guessed.
   From a file, problems mean no run. What was kept may be half given; a field that does not fit is left out, the others stay. */
(function () {
  "use strict";
  const ceds = (window.wegoCeds = window.wegoCeds || {});
  const { DEPARTMENTS, HORIZONS, PILOT, MOST, UNSEEN, isId, isDay, isLevel, isMap } = ceds.run;
  const SHOWN = 40; // letters of a wrong value

  const shown = (value) => (isMap(value) || Array.isArray(value) ? JSON.stringify(value) : String(value)).slice(0, SHOWN);
  const given = (value) => value !== undefined && value !== null;

  /* Checks of one value: null, or [key, values] of what is wrong. */

  const unless = (fits) => (value) => (fits(value) ? null : ["read.value", { value: shown(value) }]);
  const level = (value) => (isLevel(value) ? null : ["read.level", { value: shown(value) }]);
  const isText = (value) => typeof value === "string";
  const isList = (value) => Array.isArray(value) && value.every((each) => DEPARTMENTS.includes(each)) && new Set(value).size === value.length;
  /** Python's `strip`: a mark of byte order is no space. */
  const bare = (text) => text.replace(/^(?:[^\S\ufeff]|[\x1c-\x1f\x85])+/, "").replace(/(?<![^\S\ufeff]|[\x1c-\x1f\x85])(?:[^\S\ufeff]|[\x1c-\x1f\x85])+$/, "");

  /** A text of so many characters at most, as generator/model/base.py takes it. */
  const text = (most = MOST) => (value) => {
    if (!isText(value)) return ["read.value", { value: shown(value) }];
    const inside = bare(value);
    if (!inside) return ["read.blank", {}];
    const unseen = inside.match(UNSEEN);
    if (unseen) return ["read.unseen", { code: `U+${unseen[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}` }];
    const n = inside.length > most ? [...inside].length : 0;
    return n > most ? ["read.long", { n, most }] : null;
  };
  const loose = (value) => (isText(value) && value.length <= MOST ? null : ["read.value", { value: shown(value) }]);

  const shape = (prose, city, date) => ({
    top: {
      city, date, version: unless(isText), consent: unless(isMap), departments: unless(isList),
      indicators: unless(isMap), systems: unless(isMap), targets: unless(isMap), note: prose,
    },
    indicator: { level, not_applicable: prose, evidence: prose },
    system: { existence: level, use: level, not_a_task: prose, evidence: prose },
  });
  const STRICT = shape(text(), unless((value) => isText(value) && (value === "" || isId(value))), unless((value) => isText(value) && (value === "" || isDay(value))));
  const LENIENT = shape(loose, loose, loose);

  /** What contradicts what in one answer (WG455): the field at fault, the key and its values, or null. */
  function contradiction(answer) {
    if (given(answer.level) && given(answer.not_applicable)) return ["not_applicable", "read.both", {}];
    if (given(answer.not_a_task) && (given(answer.existence) || given(answer.use))) return ["not_a_task", "read.both_task", {}];
    if (!given(answer.use) || answer.existence >= PILOT) return null;
    return given(answer.existence) ? ["use", "read.use", { use: answer.use, existence: answer.existence }] : ["use", "read.use_alone", { use: answer.use }];
  }

  function reader(strict) {
    const problems = [];
    const wrong = (where, key, values = {}) => void problems.push({ where, key, values });

    function fields(value, where, allowed) {
      const made = {};
      for (const [key, each] of Object.entries(value)) {
        const problem = !Object.hasOwn(allowed, key) ? ["read.key", {}] : each === null ? null : allowed[key](each);
        if (problem) wrong(`${where}${key}`, ...problem);
        else if (each !== null) made[key] = each;
      }
      return made;
    }

    function answer(value, where, allowed) {
      if (value !== null && !isMap(value)) return void wrong(where, "read.map");
      const made = fields(value || {}, `${where} › `, allowed);
      const both = strict ? contradiction(made) : null;
      if (both) wrong(`${where} › ${both[0]}`, both[1], both[2]);
      return made;
    }

    function target(value, where) {
      if (HORIZONS.includes(value)) return value;
      return void wrong(where, "read.value", { value: shown(value) });
    }

    function named(value, where, known, make) {
      const made = {};
      for (const [id, each] of Object.entries(value || {})) {
        if (!known.has(id)) wrong(`${where} › ${id}`, "read.unknown");
        else {
          const one = make(each, `${where} › ${id}`);
          if (one !== undefined) made[id] = one;
        }
      }
      return made;
    }

    return { problems, wrong, fields, answer, target, named };
  }

  function read(value, instrument, strict) {
    if (!isMap(value)) return { run: null, problems: [{ where: "", key: "read.run", values: {} }] };
    const { problems, wrong, fields, answer, target, named } = reader(strict);
    const form = strict ? STRICT : LENIENT;
    const top = fields(value, "", form.top);
    const ours = top.version === instrument.version;
    if (!ours) wrong("version", "read.version", { found: given(value.version) ? shown(value.version) : "–", version: instrument.version });
    const run = { ...ceds.run.blank(instrument.version), ...top };
    delete run.consent;
    const ids = (all) => new Set(all.map((each) => each.id));
    const systems = ids(instrument.systems);
    run.indicators = named(top.indicators, "indicators", ids(instrument.indicators), (each, where) => answer(each, where, form.indicator));
    run.systems = named(top.systems, "systems", systems, (each, where) => answer(each, where, form.system));
    run.targets = named(top.targets, "targets", systems, target);
    return { run: ours && !(strict && problems.length) ? run : null, problems };
  }

  ceds.read = Object.freeze({ file: (value, instrument) => read(value, instrument, true), kept: (value, instrument) => read(value, instrument, false), text, bare });
})();
