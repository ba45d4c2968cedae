/* The Excel workbook of the assessment: a run out of a filled one, or into an empty one. Loaded only when it is needed.

   In: the bytes of a workbook. Out: plain values with problems by sheet and cell, as `wego ceds import` finds them
   (generator/read/workbook.py), and what is to be said of a run that is opened. Not here: the form itself (excel-form.js). */
(function () {
  "use strict";
  const ceds = (window.wegoCeds = window.wegoCeds || {});
  const { told, layout, listOf, changes, folded, COLUMNS } = ceds.excelForm;
  const { city: CITY, indicator: INDICATOR, system: SYSTEM } = COLUMNS;
  const DECLINED = 5; // place in a list of the answer that the question does not apply
  const LINE = 300; // characters of one line
  const DAYS_TO_1970 = 25_569; // spreadsheets count days from 1900

  /** Reads one question's cells; collects problems with sheet and cell. */
  function reader(book, form, problems) {
    const cell = (at, column) => [at.sheet.name, ceds.book.address(at.row, at.sheet.columns[column])];
    const refused = (at, column) => book.isFormula(...cell(at, column)); // told with the form
    const value = (at, column) => (refused(at, column) ? "" : book.text(...cell(at, column)));

    function wrong(at, column, key, values = {}) {
      const [sheet, place] = cell(at, column);
      problems.push({ where: ceds.dom.say("excel.cell", { sheet, cell: place }), key, values });
    }

    /** The place in its list of the word chosen, or -1. */
    function chosen(at, column) {
      const said = value(at, column);
      if (!said) return -1;
      const words = form.lists[listOf(at.sheet, at.key, column)] || [];
      const found = words.findIndex((each) => each && folded(each) === folded(said));
      if (found >= 0) return found;
      if (/^[0-4]$/.test(said) && words.length >= 5) return Number(said);
      wrong(at, column, "excel.choice", { value: said.slice(0, 60) });
      return -1;
    }

    /** The text a person wrote, or undefined. */
    function prose(at, column, most) {
      const said = value(at, column);
      const problem = said ? ceds.read.text(most)(said) : null;
      if (problem) wrong(at, column, ...problem);
      return said && !problem ? said : undefined;
    }

    return { value, refused, wrong, chosen, prose };
  }

  /** Whether the question does not apply; a reason without the choice, or the choice without a reason, is a problem. */
  function declined(from, at, column, choice, reason) {
    const apart = choice === DECLINED;
    if (apart && !from.value(at, "reason") && !from.refused(at, "reason")) from.wrong(at, "reason", "excel.no_reason");
    if (reason && !apart && !from.refused(at, column)) from.wrong(at, column, "excel.reason");
    return apart;
  }

  /** What was given of these values; nothing of an answer that is wholly open. */
  function given(values) {
    const pairs = Object.entries(values).filter(([, value]) => value !== undefined && value !== -1);
    return pairs.length ? Object.fromEntries(pairs) : null;
  }

  function indicator(from, at, run) {
    const choice = from.chosen(at, "answer");
    const [reason, evidence] = [from.prose(at, "reason"), from.prose(at, "evidence")];
    const apart = declined(from, at, "answer", choice, reason);
    const made = given({ ...(apart ? { not_applicable: reason } : { level: choice }), evidence });
    if (made) run.indicators[at.key] = made;
  }

  function system(from, at, run) {
    const [choice, use, target] = ["existence", "use", "target"].map((column) => from.chosen(at, column));
    const [reason, evidence] = [from.prose(at, "reason"), from.prose(at, "evidence")];
    const apart = declined(from, at, "existence", choice, reason);
    const asked = choice >= ceds.run.PILOT && !apart;
    if (use >= 0 && !asked && !from.refused(at, "existence")) from.wrong(at, "use", "excel.use", { use });
    const made = given({ ...(apart ? { not_a_task: reason } : { existence: choice }), use, evidence });
    if (made) run.systems[at.key] = made;
    if (target >= 0) run.targets[at.key] = ceds.run.HORIZONS[target];
  }

  /** A day as people write it into a cell, or the number Excel keeps for it, as 2026-11-22; else empty (as workbook_days.py). */
  function day(text) {
    const [, year, , month, one] = /^(\d{4})\s*([-./]|년)\s*(\d{1,2})\s*(?:\2|월)\s*(\d{1,2})\s*[.일]?$/.exec(text) || [];
    const counted = /^\d{5}(?:\.\d+)?$/.test(text) ? new Date((Math.floor(Number(text)) - DAYS_TO_1970) * 86_400_000).toISOString().slice(0, 10) : "";
    const made = year ? `${year}-${month.padStart(2, "0")}-${one.padStart(2, "0")}` : counted;
    return ceds.run.isDay(made) ? made : "";
  }

  /** Sets the city; one that the base does not know stays as it was written, and the reader is told. */
  function city(text, found, instrument) {
    const named = Object.entries(instrument.links.cities).find(([, name]) => folded(name) === folded(text));
    if (named || ceds.run.isId(text)) found.value.city = named ? named[0] : text;
    else {
      found.typed.city = text;
      found.remarks.push({ where: "", key: "excel.city", values: { name: text.slice(0, 60) } });
    }
  }

  /** Consent is given anew on this page; here it only has to be whole, as the import asks. */
  function consent(from, said, at) {
    const missing = ["consent-office", "consent-date", "consent-scope"].filter((key) => said[key] === undefined);
    if (!missing.length || missing.length === 3 || missing.some((key) => from.value(at(key), "answer"))) return;
    from.wrong(at(missing[0]), "answer", "excel.consent");
  }

  /** What stands in a field of the sheet on the city: a place in its list, a day or a text; undefined where nothing can be taken over. */
  function field(from, here, list) {
    if (list) return from.chosen(here, "answer") < 0 ? undefined : list;
    const text = from.prose(here, "answer", here.key === "note" ? undefined : LINE);
    if (text === undefined || !/^(?:consent-)?date$/.test(here.key)) return text;
    if (!day(text)) from.wrong(here, "answer", "excel.day", { value: text.slice(0, 60) });
    return day(text) || undefined;
  }

  function about(from, at, found, instrument) {
    const { sheet } = at("city");
    const said = Object.fromEntries(sheet.keys.map((key) => [key, field(from, at(key), listOf(sheet, key, "answer"))]));
    consent(from, said, at);
    found.value.departments = ceds.run.DEPARTMENTS.filter((each) => said[each] !== undefined);
    if (said.city) city(said.city, found, instrument);
    if (said.date) found.value.date = said.date;
    if (said.note) found.value.note = said.note;
  }

  function answers(from, sheet, found, instrument) {
    const at = (key) => ({ sheet, key, row: sheet.first + sheet.keys.indexOf(key) });
    if (sheet.kind === "city") about(from, at, found, instrument);
    else for (const key of sheet.keys) (sheet.kind === "indicator" ? indicator : system)(from, at(key), found.value);
  }

  /** {value, problems, remarks, typed}: the run in a workbook as plain values, to be checked like those of any file. */
  async function read(bytes, instrument) {
    const book = await ceds.book.open(bytes);
    const form = told(book);
    const found = { value: { version: form?.version, indicators: {}, systems: {}, targets: {} }, problems: [], remarks: [], typed: {} };
    if (!form) return { ...found, problems: [{ where: "", key: "excel.form", values: {} }] };
    if (form.version !== instrument.version) return found;
    const from = reader(book, form, found.problems);
    for (const sheet of layout(instrument, form)) {
      const seen = book.names.includes(sheet.name) ? changes(book, form, sheet) : { moved: true, problems: [{ where: "", key: "excel.sheet", values: { name: sheet.name } }] };
      found.problems.push(...seen.problems);
      if (!seen.moved) answers(from, sheet, found, instrument);
    }
    return found;
  }

  /** The cells of one question: [column, text] each. */
  function cellsOf({ id, sheet }, run, lists) {
    if (sheet === "city") {
      if (ceds.run.DEPARTMENTS.includes(id)) return run.departments?.includes(id) ? [[CITY.answer, lists.yes[0]]] : [];
      return ["city", "date", "note"].includes(id) && run[id] ? [[CITY.answer, run[id]]] : [];
    }
    const one = run.indicators?.[id];
    if (one) return [[INDICATOR.answer, lists[`indicator/${id}`][one.not_applicable !== undefined ? 5 : one.level]], [INDICATOR.reason, one.not_applicable], [INDICATOR.evidence, one.evidence]];
    const other = run.systems?.[id] || {};
    const target = ceds.run.HORIZONS.indexOf(run.targets?.[id]);
    return [
      [SYSTEM.existence, lists.existence[other.not_a_task !== undefined ? 5 : other.existence]], [SYSTEM.use, lists.use[other.use]],
      [SYSTEM.target, lists.target[target]], [SYSTEM.reason, other.not_a_task], [SYSTEM.evidence, other.evidence],
    ];
  }

  /** The empty workbook with a run in it, as a Blob. */
  async function write(bytes, run) {
    const book = await ceds.book.open(bytes);
    const form = told(book);
    if (!form || form.version !== run.version) throw new ceds.zip.Unusable("another version");
    for (const question of form.questions) {
      for (const [column, text] of cellsOf(question, run, form.lists)) {
        if (text) book.put(form.sheets[question.sheet], ceds.book.address(question.row, column), text);
      }
    }
    return book.blob();
  }

  ceds.excel = Object.freeze({ read, write });
})();
