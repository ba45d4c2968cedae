/* The form of a workbook, as generator/read/workbook_form.py reads it: that every question and column stands where it belongs.

   In: an opened workbook and the instrument. Out: what its hidden sheet says, its sheets with rows and columns, and problems by cell.
   Not here: the answers (excel.js). Loaded only when a workbook is opened or saved. */
(function () {
  "use strict";
  const ceds = (window.wegoCeds = window.wegoCeds || {});
  const [HIDDEN, MARK, FORMAT] = ["ceds", "wego-ceds", "1"];
  const HEADER = 3; // the row of the headings, counted from 0
  const FIELDS = ["city", "date", ...ceds.run.DEPARTMENTS, "consent-office", "consent-date", "consent-scope", "note"];
  const COLUMNS = {
    city: { answer: 2 },
    indicator: { answer: 3, evidence: 4, reason: 5 },
    system: { existence: 2, use: 3, target: 4, evidence: 5, reason: 6 },
  };
  const WIDTH = { city: 4, indicator: 6, system: 7 };

  /** A text as it is compared with a heading or with the words of a list. */
  const folded = (text) => text.split(/\s+/).filter(Boolean).join(" ").toLowerCase();

  /** What the hidden sheet says, or null. */
  function told(book) {
    const rows = book.names.includes(HIDDEN) ? book.rows(HIDDEN) : [];
    if (!rows.length || rows[0][0] !== MARK || rows[0][1] !== FORMAT) return null;
    const made = { version: "", sheets: {}, heads: {}, lists: {}, questions: [] };
    for (const [kind, id, ...more] of rows) {
      if (kind === "version") [made.version] = more;
      if (kind === "sheet") [made.sheets[id]] = more;
      if (kind === "heads") made.heads[id] = more;
      if (kind === "list") made.lists[id] = more;
      if (kind === "question") made.questions.push({ id, sheet: more[0], row: Number(more[1]) - 1 });
    }
    return made;
  }

  /** The sheets with answers in order (generator/read/workbook_layout.py): their questions from the row `first` on. */
  function layout(instrument, form) {
    const sorted = (all, part, id) => all.filter((each) => each[part] === id).map((each) => each.id).sort();
    const sheet = (id, kind, first, keys) => ({ id, kind, first, keys, end: first + keys.length, width: WIDTH[kind], columns: COLUMNS[kind], name: form.sheets[id] || id });
    return [
      sheet("city", "city", HEADER + 1, FIELDS),
      ...instrument.dimensions.map(({ id }) => sheet(id, "indicator", HEADER + 1, sorted(instrument.indicators, "dimension", id))),
      ...instrument.areas.map(({ id }) => sheet(id, "system", HEADER + 2, sorted(instrument.systems, "area", id))),
    ];
  }

  /** The name of the list of a cell; empty where text is written. */
  function listOf(sheet, key, column) {
    if (sheet.kind === "city") return ceds.run.DEPARTMENTS.includes(key) ? "yes" : key === "consent-scope" ? "scope" : "";
    if (column === "answer") return `indicator/${key}`;
    return ["existence", "use", "target"].includes(column) ? column : "";
  }

  /** Everything about a sheet that could put an answer out of its place; only the first where one follows from another. */
  function changes(book, form, sheet) {
    const { address } = ceds.book;
    const scan = book.scan(sheet.name);
    const problem = (row, column, key, values = {}) => ({ where: ceds.dom.say("excel.cell", { sheet: sheet.name, cell: address(row, column) }), key, values });
    const text = (row, column) => book.text(sheet.name, address(row, column));

    function columns() {
      const heads = form.heads[sheet.id] || [];
      for (let column = 1; column < sheet.width; column += 1) {
        const [said, wanted] = [text(HEADER, column), heads[column] || ""];
        if (wanted ? folded(said) === folded(wanted) : said) continue;
        return problem(HEADER, column, wanted ? "excel.head" : "excel.head.any", { head: wanted });
      }
      return null;
    }

    function rows() {
      const at = sheet.keys.findIndex((key, place) => text(sheet.first + place, 0) !== key);
      return at < 0 ? null : problem(sheet.first + at, 0, "excel.moved", { id: sheet.keys[at] });
    }

    function outside() {
      const found = scan.filled.filter(([row, column]) => row >= sheet.end || column >= sheet.width);
      if (!found.length) return null;
      return problem(...found[0], "excel.outside", { area: `A1:${address(sheet.end - 1, sheet.width - 1)}`, n: found.length });
    }

    const isInside = (row, column, [top, left, bottom, right]) => top <= row && row <= bottom && left <= column && column <= right;

    function answers() {
      return sheet.keys.flatMap((key, at) => Object.values(sheet.columns).map((column) => [sheet.first + at, column]));
    }

    function merged(range) {
      const found = answers().find((place) => isInside(...place, range));
      return found ? problem(...found, "excel.merged", { range: `${address(range[0], range[1])}:${address(range[2], range[3])}` }) : null;
    }

    const first = (scan.beyond ? null : columns() || rows()) || outside();
    if (first) return { moved: true, problems: [first] };
    const computed = answers().filter((place) => book.isFormula(sheet.name, address(...place))).map((place) => problem(...place, "excel.formula"));
    return { moved: false, problems: [...scan.merged.map(merged).filter(Boolean), ...computed] };
  }

  ceds.excelForm = Object.freeze({ told, layout, listOf, changes, folded, COLUMNS });
})();
