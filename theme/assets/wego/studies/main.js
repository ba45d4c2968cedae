/* The appraisal page: a form of costs and benefits by year, results as one types, everything on this machine.

   Needs ../ceds/fraction.js, dom.js, yaml.js and amounts.js, rates.js, appraisal.js, results.js, record.js beside it. Nothing is
   fetched after the page is loaded. */
(function () {
  "use strict";
  const { dom, yaml } = window.wegoCeds;
  const { amounts, appraisal, record, results } = window.wegoStudies;
  const { element, button, say } = dom;
  dom.speak();
  const KEY = "wego-appraisal-1";
  const LARGEST = 256 * 1024;
  const LONGEST = 20_000; // characters of a text
  const PAUSE = 150; // ms without a keystroke before results are computed
  const SLICE = 40; // ms of computing after which the page may answer
  const { COLUMNS, MOST_YEARS } = record;
  const root = document.getElementById("wego-appraise");
  const EMPTY = { title: "", currency: "USD", unit: "", rate: "5", start: "", rows: [["", "", ""], ["", "", ""], ["", "", ""], ["", "", ""], ["", "", ""], ["", "", ""]], file: "" };
  const currencies = new Set(say("currencies").split(" "));
  let state = structuredClone(EMPTY);
  let varied = {}; // how far the opened file varies its assumptions
  let waiting = 0; // the timer of the next computation
  let keeping = 0; // the timer of the next saving
  let turn = 0; // counts computations, so that an older one stops
  const parts = {};

  function keep() {
    clearTimeout(keeping);
    keeping = 0;
    try {
      localStorage.setItem(KEY, JSON.stringify(state));
      parts.saved.textContent = say("saved");
    } catch {
      parts.saved.textContent = say("refused");
    }
  }

  function kept() {
    try {
      const found = JSON.parse(localStorage.getItem(KEY) || "null");
      return found && Array.isArray(found.rows) ? cleaned(found) : null;
    } catch {
      return null;
    }
  }

  /** Values of the right shape only, whatever was stored. */
  function cleaned(found) {
    const text = (value) => (typeof value === "string" || typeof value === "number" ? String(value).slice(0, LONGEST) : "");
    const rows = found.rows.slice(0, MOST_YEARS + 1).map((row) => COLUMNS.map((_, at) => text(row?.[at])));
    let file = typeof found.file === "string" ? found.file : "";
    try {
      if (file) record.opened(file);
    } catch {
      file = "";
    }
    return { title: text(found.title), currency: text(found.currency), unit: text(found.unit), rate: text(found.rate), start: text(found.start), rows: rows.length ? rows : structuredClone(EMPTY.rows), file };
  }

  function begin(fresh) {
    state = fresh;
    varied = record.sensitivity(state);
    draw();
    if (state.file) parts.said.textContent = say("file.carried");
  }

  /* Reading the form. */

  function mark(input, word) {
    if (word) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    input.title = word;
  }

  /** The flows the form holds, or null with the fields marked that cannot be read. */
  function read() {
    const wrong = [];
    const check = (input, key) => {
      mark(input, key && say(key));
      if (key) wrong.push([input, say(key)]);
    };
    check(parts.currency, !/^[A-Z]{3}$/.test(state.currency) ? "wrong.currency" : currencies.has(state.currency) ? "" : "wrong.currency.unknown");
    const rate = amounts.amount(state.rate);
    check(parts.rate, state.rate.trim() && amounts.isRate(rate) ? "" : "wrong.rate");
    check(parts.start, !state.start.trim() || amounts.isYear(state.start.trim()) ? "" : "wrong.start");
    const flows = state.rows.map((row, year) => {
      const values = row.map((typed, at) => {
        const [value, key] = amounts.read(typed);
        check(parts.cells[year][at], key);
        return value;
      });
      return { year, investment: values[0], running: values[1], benefits: values[2] };
    });
    parts.problems.replaceChildren(...wrong.slice(0, 3).map(([input, word]) => element("p", {}, `${input.getAttribute("aria-label") || input.dataset.name}: ${word}`)));
    parts.wrong = wrong.map(([input]) => input);
    return wrong.length ? null : { rate, flows };
  }

  const nothing = (given) => given.flows.every((each) => COLUMNS.every((name) => each[name] === "0"));

  /* Computing, once typing pauses and in slices, so that the page stays quick however many years there are. */

  function later() {
    clearTimeout(waiting);
    turn += 1;
    const given = read();
    if (given && !nothing(given)) {
      parts.output.setAttribute("aria-busy", "true");
      waiting = setTimeout(() => compute(given), PAUSE);
    } else {
      parts.status.textContent = given ? say("empty") : say("wrong");
      settle([], []);
    }
  }

  function settle(figures, variations) {
    parts.results.replaceChildren(...figures);
    parts.varied.replaceChildren(...variations);
    parts.output.setAttribute("aria-busy", "false");
  }

  async function compute(given) {
    turn += 1;
    const mine = turn;
    const found = appraisal.appraise(appraisal.flowsOf(given));
    const names = found.years.map((_, year) => (state.start.trim() ? String(Number(state.start) + year) : String(year)));
    const digits = results.places(given.flows);
    parts.status.textContent = results.sentence(found, digits);
    const figures = results.figures(found, names, digits);
    const cases = [];
    let [started, shown] = [performance.now(), false];
    for (const each of appraisal.planned(found.flows, varied, found.worth.rates)) {
      if (performance.now() - started > SLICE) {
        if (!shown) {
          parts.results.replaceChildren(...figures);
          parts.varied.replaceChildren(element("p", {}, say("computing")));
        }
        shown = true;
        await new Promise((done) => { setTimeout(done); });
        if (mine !== turn) return;
        started = performance.now();
      }
      cases.push(each());
    }
    settle(figures, results.variations(found, cases, digits));
  }

  function changed() {
    later();
    clearTimeout(keeping);
    keeping = setTimeout(keep, PAUSE);
  }

  /* The form. */

  function field(name, label, attributes = {}) {
    const input = element("input", { type: "text", value: state[name], autocomplete: "off", "data-name": label, oninput: () => { state[name] = name === "currency" ? input.value.trim().toUpperCase() : input.value; changed(); }, ...attributes });
    parts[name] = input;
    return element("label", { class: "wego-assess__field" }, element("span", {}, label), input);
  }

  function cell(year, column) {
    const label = say("cell", { what: say(COLUMNS[column]), year: String(year) });
    const input = element("input", { type: "text", inputmode: "decimal", value: state.rows[year][column], autocomplete: "off", "aria-label": label });
    input.addEventListener("input", () => { state.rows[year][column] = input.value; changed(); });
    input.addEventListener("paste", (event) => pasted(event, year, column));
    parts.cells[year][column] = input;
    return element("td", {}, input);
  }

  /** A block copied from a spreadsheet fills the cells from here on; rows are added as needed. */
  function pasted(event, year, column) {
    const text = event.clipboardData?.getData("text/plain") || "";
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const lines = text.replace(/\r/g, "").replace(/\n$/, "").split("\n").map((line) => line.split("\t").map((each) => each.trim()));
    const [high, wide] = [MOST_YEARS + 1 - year, COLUMNS.length - column];
    lines.slice(0, high).forEach((line, down) => {
      if (!state.rows[year + down]) state.rows.push(["", "", ""]);
      line.slice(0, wide).forEach((each, right) => { state.rows[year + down][column + right] = each; });
    });
    table();
    changed();
    const cut = lines.some((line, down) => line.slice(down < high ? wide : 0).some(Boolean));
    parts.pasted.textContent = cut ? say("paste.cut", { year: String(MOST_YEARS) }) : "";
  }

  function table() {
    parts.cells = state.rows.map(() => []);
    const heads = [say("year"), ...COLUMNS.map((each) => say(each))];
    const rows = state.rows.map((_, year) => element("tr", {}, element("th", { scope: "row" }, String(year)), ...COLUMNS.map((_each, column) => cell(year, column))));
    const made = element("table", { class: "wego-appraise__table" }, element("caption", {}, say("table")), element("thead", {}, element("tr", {}, ...heads.map((each) => element("th", { scope: "col" }, each)))), element("tbody", {}, ...rows));
    parts.table.replaceChildren(element("div", { class: "wego-table", tabindex: "0", role: "group", "aria-label": say("table") }, made));
  }

  function longer() {
    if (state.rows.length <= MOST_YEARS) state.rows.push(["", "", ""]);
    table();
    changed();
    parts.cells[state.rows.length - 1][0].focus();
  }

  function shorter() {
    if (state.rows.length > 1) state.rows.pop();
    table();
    changed();
  }

  /* Files. */

  /** The file; only of a form in which nothing is wrong, for a guess would be saved as a fact. */
  function save() {
    const given = read();
    if (!given || nothing(given)) {
      parts.said.textContent = say(given ? "save.empty" : "save.wrong");
      (given ? parts.cells[0][0] : parts.wrong[0]).focus();
      return;
    }
    parts.said.textContent = "";
    const href = URL.createObjectURL(new Blob([record.written(state)], { type: "application/yaml" }));
    const link = element("a", { href, download: "appraisal.yml", hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
  }

  async function open(event) {
    const file = event.target.files[0];
    event.target.value = "";
    if (!file) return;
    try {
      if (file.size > LARGEST) throw new Error(say("file.large"));
      begin(record.opened(await file.text()));
      changed();
      parts.said.textContent = `${say("file.opened", { name: file.name })} ${say("file.carried")}`;
    } catch (problem) {
      parts.said.textContent = problem instanceof yaml.Problem ? say("file.broken", { line: problem.line }) : problem.message;
    }
  }

  function remove() {
    clearTimeout(keeping);
    keeping = 0;
    try {
      localStorage.removeItem(KEY);
    } catch { /* nothing was kept */ }
    begin(structuredClone(EMPTY));
    later();
    parts.saved.textContent = say("deleted");
    parts.delete.focus();
  }

  function draw() {
    parts.table = element("div", {});
    parts.problems = element("div", { class: "wego-appraise__problems", role: "alert" });
    parts.status = element("p", { class: "wego-appraise__status", role: "status" });
    parts.results = element("div", {});
    parts.varied = element("div", {});
    parts.output = element("div", { class: "wego-appraise__output", "aria-busy": "false" }, parts.status, parts.results, parts.varied);
    parts.saved = element("p", { class: "wego-assess__saved", role: "status" });
    parts.said = element("p", { class: "wego-assess__saved", role: "status" });
    parts.pasted = element("p", { class: "wego-assess__saved", role: "status" });
    const opener = element("input", { type: "file", accept: ".yml,.yaml", class: "wego-hidden", id: "wego-appraise-file", tabindex: "-1", "aria-label": say("open"), onchange: open });
    parts.delete = button(say("delete"), () => dom.ask(root, say("delete.ask"), say("delete.yes"), say("delete.keep"), remove), { class: "wego-assess__delete" });
    const tools = element("div", { class: "wego-assess__tools" }, button(say("save"), save), button(say("open"), () => opener.click()), opener, button(say("print"), () => window.print()), parts.delete);
    const assumptions = element("fieldset", { class: "wego-appraise__assumptions" }, element("legend", {}, say("assumptions")), field("title", say("title")), field("currency", say("currency"), { maxlength: "3", size: "4" }), field("unit", say("unit")), field("rate", say("rate"), { inputmode: "decimal" }), field("start", say("start"), { inputmode: "numeric", maxlength: "4" }));
    const rows = element("p", { class: "wego-appraise__rows" }, button(say("longer"), longer), " ", button(say("shorter"), shorter));
    root.replaceChildren(element("div", { class: "wego-assess__head" }, element("p", {}, say("private")), parts.saved, tools, parts.said), assumptions, parts.table, element("p", { class: "wego-quiet" }, say("paste")), parts.pasted, rows, parts.problems, element("h2", {}, say("results")), parts.output);
    table();
  }

  begin(kept() || state);
  later();
  addEventListener("pagehide", () => {
    if (keeping) keep();
  });
  root.hidden = false;
  document.getElementById("wego-appraise-unavailable").hidden = true;
})();
