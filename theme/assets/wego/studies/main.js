/* The appraisal page: a form of costs and benefits by year, results as one types, everything on this machine.

   Needs ../ceds/fraction.js, dom.js, yaml.js and rates.js, appraisal.js, results.js beside it. Nothing is fetched after the page is loaded. */
(function () {
  "use strict";
  const { dom, yaml } = window.wegoCeds;
  const { appraisal, results } = window.wegoStudies;
  const { element, button, say } = dom;
  const KEY = "wego-appraisal-1";
  const MOST_YEARS = 60;
  const LARGEST = 256 * 1024;
  const COLUMNS = ["investment", "running", "benefits"];
  const root = document.getElementById("wego-appraise");
  const EMPTY = { title: "", currency: "USD", unit: "", rate: "5", start: "", rows: [["", "", ""], ["", "", ""], ["", "", ""], ["", "", ""], ["", "", ""], ["", "", ""]] };
  let state = structuredClone(EMPTY);
  const parts = {};

  /** What was typed as a plain decimal; null where it could be read in two ways or is none. Empty is zero. */
  function amount(text) {
    const typed = text.replace(/[\u0020\u00a0\u202f_]/g, "").replace(/^\u2212/, "-");
    if (typed === "") return "0";
    if (/^[-+]?\d{1,18}(\.\d{1,6})?$/.test(typed)) return typed;
    return /^[-+]?\d{1,3}(,\d{3})+(\.\d{1,6})?$/.test(typed) ? typed.replaceAll(",", "") : null;
  }

  function keep() {
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

  /** Values of the right shape only, whatever was stored or opened. */
  function cleaned(found) {
    const text = (value) => (typeof value === "string" || typeof value === "number" ? String(value).slice(0, 300) : "");
    const rows = found.rows.slice(0, MOST_YEARS + 1).map((row) => COLUMNS.map((_, at) => text(row?.[at])));
    return { title: text(found.title), currency: text(found.currency), unit: text(found.unit), rate: text(found.rate), start: text(found.start), rows };
  }

  /* Reading the form. */

  function mark(input, word) {
    if (word) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    input.title = word;
  }

  /** The flows the form holds, or null with the cells marked that cannot be read. */
  function read() {
    const wrong = [];
    const check = (input, fine, word) => {
      mark(input, fine ? "" : word);
      if (!fine) wrong.push([input, word]);
    };
    const rate = amount(state.rate);
    check(parts.rate, rate !== null && state.rate.trim() !== "" && Number(rate) > -100 && Number(rate) <= 1000, say("wrong.rate"));
    check(parts.start, state.start.trim() === "" || /^(19|20|21)\d\d$/.test(state.start.trim()), say("wrong.start"));
    check(parts.currency, /^[A-Z]{3}$/.test(state.currency), say("wrong.currency"));
    const flows = state.rows.map((row, year) => {
      const values = row.map((cell, at) => {
        const value = amount(cell);
        check(parts.cells[year][at], value !== null, say("wrong.amount"));
        return value;
      });
      return { year, investment: values[0], running: values[1], benefits: values[2] };
    });
    parts.problems.replaceChildren(...wrong.slice(0, 3).map(([input, word]) => element("p", {}, `${input.getAttribute("aria-label") || input.dataset.name}: ${word}`)));
    return wrong.length ? null : { rate, flows };
  }

  const nothing = (given) => given.flows.every((each) => COLUMNS.every((name) => Number(each[name]) === 0));

  function refresh() {
    const given = read();
    if (!given || nothing(given)) {
      parts.status.textContent = given ? say("empty") : say("wrong");
      parts.results.replaceChildren();
      return;
    }
    const found = appraisal.appraise(appraisal.flowsOf(given));
    const names = state.rows.map((_, year) => (state.start.trim() ? String(Number(state.start) + year) : String(year)));
    const digits = results.places(given.flows);
    parts.status.textContent = results.sentence(found, digits);
    parts.results.replaceChildren(...results.blocks(found, appraisal.scenarios(found.flows), names, digits));
  }

  function changed() {
    keep();
    refresh();
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
    text.replace(/\r/g, "").replace(/\n$/, "").split("\n").slice(0, MOST_YEARS + 1 - year).forEach((line, down) => {
      if (!state.rows[year + down]) state.rows.push(["", "", ""]);
      line.split("\t").slice(0, COLUMNS.length - column).forEach((each, right) => { state.rows[year + down][column + right] = each.trim(); });
    });
    table();
    changed();
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

  const quoted = (text) => JSON.stringify(text);

  /** The whole record, as `wego study appraise` reads it. */
  function written() {
    const filled = (value) => amount(value) ?? "0";
    const flows = state.rows.map((row, year) => {
      const values = COLUMNS.map((name, at) => [name, filled(row[at])]).filter(([, value]) => Number(value) !== 0);
      return `    - {${[`year: ${year}`, ...values.map(([name, value]) => `${name}: ${value}`)].join(", ")}}\n`;
    });
    // Texts of records are Markdown without HTML: the check would refuse what looks like a tag.
    const plain = (text) => text.replace(/[<>]/g, "").trim();
    const title = plain(state.title) || say("untitled");
    const today = new Date().toISOString().slice(0, 10);
    return [
      "# yaml-language-server: $schema=../schema/v1/study.json\n",
      `# ${say("file.guide")}\n`,
      `title: {en: ${quoted(title)}}\nwhen: ${state.start.trim() || today.slice(0, 4)}\nform: study\ntopics: [e-government]\nsummary: {en: ${quoted(title)}}\n`,
      `appraisal:\n  currency: ${state.currency}\n`,
      plain(state.unit) ? `  unit: {en: ${quoted(plain(state.unit))}}\n` : "",
      `  rate: ${filled(state.rate)}\n`,
      state.start.trim() ? `  start: ${state.start.trim()}\n` : "",
      "  flows:\n", ...flows,
      `# ${say("file.sources")}\nsources: [geonames]\nadded: ${today}\n`,
    ].join("");
  }

  function save() {
    const href = URL.createObjectURL(new Blob([written()], { type: "application/yaml" }));
    const link = element("a", { href, download: "appraisal.yml", hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
  }

  const said = (value) => (value && typeof value === "object" ? String(value.en ?? Object.values(value)[0] ?? "") : String(value ?? ""));

  /** The state a file describes; throws where it holds no appraisal. */
  function opened(text) {
    const found = yaml.read(text);
    const given = found?.appraisal ?? found;
    if (!given || !Array.isArray(given.flows) || !given.flows.length) throw new Error(say("file.none"));
    const rows = [];
    for (const flow of given.flows) {
      const year = Number(flow?.year);
      if (!Number.isInteger(year) || year < 0 || year > MOST_YEARS) throw new Error(say("file.year"));
      while (rows.length <= year) rows.push(["", "", ""]);
      rows[year] = COLUMNS.map((name) => (flow[name] === undefined || flow[name] === null ? "" : String(flow[name])));
    }
    return cleaned({ title: said(found.title), currency: given.currency ?? "", unit: said(given.unit), rate: given.rate ?? "", start: given.start ?? "", rows });
  }

  async function open(event) {
    const file = event.target.files[0];
    event.target.value = "";
    if (!file) return;
    try {
      if (file.size > LARGEST) throw new Error(say("file.large"));
      state = opened(await file.text());
      draw();
      changed();
      parts.said.textContent = say("file.opened", { name: file.name });
    } catch (problem) {
      parts.said.textContent = problem instanceof yaml.Problem ? say("file.broken", { line: problem.line }) : problem.message;
    }
  }

  function remove() {
    try {
      localStorage.removeItem(KEY);
    } catch { /* nothing was kept */ }
    state = structuredClone(EMPTY);
    draw();
    refresh();
    parts.saved.textContent = say("deleted");
  }

  function draw() {
    parts.table = element("div", {});
    parts.problems = element("div", { class: "wego-appraise__problems", role: "alert" });
    parts.status = element("p", { class: "wego-appraise__status", role: "status" });
    parts.results = element("div", {});
    parts.saved = element("p", { class: "wego-assess__saved", role: "status" });
    parts.said = element("p", { class: "wego-assess__saved", role: "status" });
    const opener = element("input", { type: "file", accept: ".yml,.yaml", class: "wego-hidden", id: "wego-appraise-file", tabindex: "-1", "aria-label": say("open"), onchange: open });
    const tools = element("div", { class: "wego-assess__tools" }, button(say("save"), save), button(say("open"), () => opener.click()), opener, button(say("print"), () => window.print()), button(say("delete"), remove, { class: "wego-assess__delete" }));
    const assumptions = element("fieldset", { class: "wego-appraise__assumptions" }, element("legend", {}, say("assumptions")), field("title", say("title")), field("currency", say("currency"), { maxlength: "3", size: "4" }), field("unit", say("unit")), field("rate", say("rate"), { inputmode: "decimal" }), field("start", say("start"), { inputmode: "numeric", maxlength: "4" }));
    const rows = element("p", { class: "wego-appraise__rows" }, button(say("longer"), longer), " ", button(say("shorter"), shorter));
    root.replaceChildren(element("div", { class: "wego-assess__head" }, element("p", {}, say("private")), parts.saved, tools, parts.said), assumptions, parts.table, element("p", { class: "wego-quiet" }, say("paste")), rows, parts.problems, element("h2", {}, say("results")), parts.status, parts.results);
    table();
  }

  dom.speak();
  state = kept() || state;
  draw();
  refresh();
  root.hidden = false;
  document.getElementById("wego-appraise-unavailable").hidden = true;
  window.wegoStudies.page = Object.freeze({ amount, written, opened });
})();
