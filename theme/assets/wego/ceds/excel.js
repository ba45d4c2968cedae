/* The Excel workbook of the assessment: a run out of a filled one, or into an empty one. Loaded only when it is needed.

   Where everything stands is told by the workbook's hidden sheet (generator/render/workbook_hidden.py): version, sheets, the words
   of the drop-down lists, the row of each question. The columns are those of generator/read/workbook_layout.py. */
(function () {
  "use strict";
  const ceds = (window.wegoCeds = window.wegoCeds || {});
  const [HIDDEN, MARK, FORMAT] = ["ceds", "wego-ceds", "1"];
  const INDICATOR = { answer: 3, evidence: 4, reason: 5 };
  const SYSTEM = { existence: 2, use: 3, target: 4, evidence: 5, reason: 6 };
  const ANSWER = 2; // of the sheet on the city
  const DAYS_TO_1970 = 25_569; // spreadsheets count days from 1900

  const folded = (text) => text.split(/\s+/).join(" ").trim().toLowerCase();

  /** What the hidden sheet says, or null. */
  function told(book) {
    const rows = book.names.includes(HIDDEN) ? book.rows(HIDDEN) : [];
    if (!rows.length || rows[0][0] !== MARK || rows[0][1] !== FORMAT) return null;
    const made = { version: "", sheets: {}, lists: {}, questions: [] };
    for (const [kind, id, ...more] of rows) {
      if (kind === "version") [made.version] = more;
      if (kind === "sheet") [made.sheets[id]] = more;
      if (kind === "list") made.lists[id] = more;
      if (kind === "question") made.questions.push({ id, sheet: more[0], row: Number(more[1]) - 1 });
    }
    return made;
  }

  /** Reads one question's cells; collects problems with sheet and cell. */
  function reader(book, form, problems) {
    const at = (question, column) => [form.sheets[question.sheet], ceds.book.address(question.row, column)];
    const wrong = (question, column, key, values = {}) => {
      const [sheet, cell] = at(question, column);
      problems.push({ where: ceds.dom.say("excel.cell", { sheet, cell }), key, values });
    };

    function text(question, column) {
      if (!book.isFormula(...at(question, column))) return book.text(...at(question, column));
      wrong(question, column, "excel.formula");
      return "";
    }

    /** The place in its list of the word chosen, or -1. */
    function chosen(question, column, list) {
      const said = text(question, column);
      if (!said) return -1;
      const words = form.lists[list] || [];
      const found = words.findIndex((each) => folded(each) === folded(said));
      if (found >= 0) return found;
      if (/^[0-4]$/.test(said) && words.length >= 5) return Number(said);
      wrong(question, column, "excel.choice", { value: said.slice(0, 60) });
      return -1;
    }

    return { text, chosen, wrong, at };
  }

  function declined(from, question, answerColumn, reasonColumn, choice) {
    const reason = from.text(question, reasonColumn);
    if (reason && choice !== 5) from.wrong(question, answerColumn, "excel.reason");
    return choice === 5 ? reason : null;
  }

  function indicator(from, question, run) {
    const choice = from.chosen(question, INDICATOR.answer, `indicator/${question.id}`);
    const reason = declined(from, question, INDICATOR.answer, INDICATOR.reason, choice);
    const evidence = from.text(question, INDICATOR.evidence);
    const made = { ...(reason !== null ? { not_applicable: reason } : choice >= 0 ? { level: choice } : {}), ...(evidence ? { evidence } : {}) };
    if (Object.keys(made).length) run.indicators[question.id] = made;
  }

  function system(from, question, run) {
    const choice = from.chosen(question, SYSTEM.existence, "existence");
    const reason = declined(from, question, SYSTEM.existence, SYSTEM.reason, choice);
    const use = from.chosen(question, SYSTEM.use, "use");
    const target = from.chosen(question, SYSTEM.target, "target");
    const evidence = from.text(question, SYSTEM.evidence);
    const made = { ...(reason !== null ? { not_a_task: reason } : choice >= 0 ? { existence: choice } : {}), ...(use >= 0 ? { use } : {}), ...(evidence ? { evidence } : {}) };
    if (Object.keys(made).length) run.systems[question.id] = made;
    if (target >= 0) run.targets[question.id] = ceds.run.HORIZONS[target];
  }

  function day(text) {
    if (!/^\d{5}(\.\d+)?$/.test(text)) return text;
    return new Date((Math.floor(Number(text)) - DAYS_TO_1970) * 86_400_000).toISOString().slice(0, 10);
  }

  function cityId(text, instrument) {
    const named = Object.entries(instrument.links.cities).find(([, name]) => folded(name) === folded(text));
    return named ? named[0] : ceds.run.isId(text) ? text : "";
  }

  function about(from, question, run, instrument) {
    const { id } = question;
    if (ceds.run.DEPARTMENTS.includes(id)) {
      if (from.chosen(question, ANSWER, "yes") === 0) run.departments.push(id);
    } else if (id === "city") run.city = cityId(from.text(question, ANSWER), instrument);
    else if (id === "date") run.date = day(from.text(question, ANSWER));
    else if (id === "note" && from.text(question, ANSWER)) run.note = from.text(question, ANSWER);
  }

  /** {value, problems}: the run in a workbook as plain values, to be checked like those of any file. */
  async function read(bytes, instrument) {
    const book = await ceds.book.open(bytes);
    const form = told(book);
    if (!form) return { value: null, problems: [{ where: "", key: "excel.form", values: {} }] };
    const { note, ...value } = { ...ceds.run.blank(instrument.version), version: form.version };
    if (form.version !== instrument.version) return { value, problems: [] };
    const problems = Object.values(form.sheets).filter((name) => !book.names.includes(name)).map((name) => ({ where: "", key: "excel.sheet", values: { name } }));
    if (problems.length) return { value: null, problems };
    const from = reader(book, form, problems);
    const dimensions = new Set(instrument.dimensions.map((each) => each.id));
    for (const question of form.questions) {
      const [sheet, cell] = from.at(question, 0);
      if (book.text(sheet, cell) !== question.id) from.wrong(question, 0, "excel.moved", { id: question.id });
      else if (question.sheet === "city") about(from, question, value, instrument);
      else (dimensions.has(question.sheet) ? indicator : system)(from, question, value);
    }
    return { value, problems };
  }

  /** The cells of one question: [column, text] each. */
  function cellsOf({ id, sheet }, run, lists) {
    if (sheet === "city") {
      if (ceds.run.DEPARTMENTS.includes(id)) return run.departments?.includes(id) ? [[ANSWER, lists.yes[0]]] : [];
      return ["city", "date", "note"].includes(id) && run[id] ? [[ANSWER, run[id]]] : [];
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
