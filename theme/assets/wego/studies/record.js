/* The file: what the form takes from it, what it refuses, and the same file again with what was changed in the form.

   Everything the form does not edit is carried through as it is written, comments included. Throws an Error in the page's words. */
(function () {
  "use strict";
  const studies = (window.wegoStudies = window.wegoStudies || {});
  const { dom, yaml } = window.wegoCeds;
  const { amounts } = studies;
  const { say } = dom;
  const MOST_YEARS = 60;
  const MOST_VARIED = 20;
  const MOST_DELAY = 20;
  const WIDE = 100;
  const COLUMNS = ["investment", "running", "benefits"];
  const KEYS = { appraisal: ["currency", "unit", "prices", "rate", "start", "flows", "sensitivity", "note"], flow: ["year", ...COLUMNS], sensitivity: ["rates", "benefits", "costs", "delays"] };
  const LANGUAGES = ["en", "ko", "zh", "ru", "es", "fr", "ar"];

  const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof yaml.Plain);
  const isLeaf = (value) => value === null || typeof value !== "object" || value instanceof yaml.Plain;
  const page = () => (LANGUAGES.includes(document.documentElement.lang) ? document.documentElement.lang : "en");

  /* Reading. */

  const wrong = (name, value) => new Error(say("file.value", { name, value: isLeaf(value) ? String(value ?? "") : "…" }));

  function known(map, keys, place) {
    const odd = Object.keys(map).find((each) => !keys.includes(each));
    if (odd !== undefined) throw new Error(say("file.key", { key: odd, place, keys: keys.join(", ") }));
  }

  function text(value, name) {
    if (!isLeaf(value)) throw wrong(name, value);
    return value === null || value === undefined ? "" : String(value);
  }

  const isLong = (written) => /\./.test(written) && written.replace(/\D/g, "").length > 15;

  /** A number as the command reads it: what stands without quotes is a double there, so its last digits may go. */
  const numeric = (value, name) => (value instanceof yaml.Plain && isLong(value.text) ? String(Number(value.text)) : text(value, name));
  /** Whether the command reads the same number: a form is more lenient with what people type. */
  const isStrict = (value) => value === undefined || value instanceof yaml.Plain || /^[-+]?\d+(\.\d+)?$/.test(value);

  /** Which text of a map by language the form shows: that of the page, else the original. */
  function chosen(map, record) {
    return [page(), String(record.original ?? "en"), ...Object.keys(map)].find((each) => each in map);
  }

  /** The text that the form shows of a field by language. */
  const shown = (value, record, name) => (isMap(value) ? text(value[chosen(value, record)], name) : text(value, name)).trim();

  function yearOf(flow) {
    const year = isMap(flow) && isLeaf(flow.year) && /^\d{1,2}(\.0*)?$/.test(String(flow.year)) ? Number(flow.year) : -1;
    if (year < 0 || year > MOST_YEARS) throw new Error(say("file.year"));
    return year;
  }

  function rowsOf(flows) {
    const rows = [];
    const seen = new Set();
    for (const flow of flows) {
      const year = yearOf(flow);
      known(flow, KEYS.flow, "flows");
      if (seen.has(year)) throw new Error(say("file.twice", { year: String(year) }));
      seen.add(year);
      while (rows.length <= year) rows.push(["", "", ""]);
      rows[year] = COLUMNS.map((name) => numeric(flow[name], `flows.${name}`));
    }
    return rows;
  }

  /** How far the file varies its assumptions, as appraisal.js takes it; an empty map where it does not say. */
  function sensitivityOf(given) {
    if (given === null || given === undefined) return {};
    if (!isMap(given)) throw wrong("sensitivity", given);
    known(given, KEYS.sensitivity, "sensitivity");
    return Object.fromEntries(Object.entries(given).map(([name, list]) => {
      if (!Array.isArray(list) || list.length > MOST_VARIED) throw wrong(`sensitivity.${name}`, list);
      return [name, list.map((each) => varied(name, each))];
    }));
  }

  function varied(name, each) {
    const value = isLeaf(each) && each !== null ? amounts.amount(String(each)) : null;
    const fits = name === "rates" ? amounts.isRate(value) : name === "delays" ? /^\d+$/.test(value) && value >= 1 && value <= MOST_DELAY : amounts.isChange(value);
    if (!fits) throw wrong(`sensitivity.${name}`, each);
    return name === "delays" ? Number(value) : value;
  }

  /** What the form shows of a record. */
  function fieldsOf(record) {
    const given = isMap(record) ? record.appraisal : null;
    if (!isMap(given) || !Array.isArray(given.flows) || !given.flows.length) throw new Error(say("file.none"));
    known(given, KEYS.appraisal, "appraisal");
    sensitivityOf(given.sensitivity);
    const plain = (name) => text(given[name], name);
    return { title: shown(record.title, record, "title"), currency: plain("currency"), unit: shown(given.unit, record, "unit"), rate: numeric(given.rate, "rate"), start: plain("start").replace(/\.0*$/, ""), rows: rowsOf(given.flows) };
  }

  /** The state of the form that a file describes; throws where it holds no appraisal, or one that the form would spoil. */
  function opened(file) {
    const source = file.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
    return { ...fieldsOf(yaml.readExactly(source)), file: source };
  }

  /** How far the opened file varies its assumptions. */
  const sensitivity = (state) => (state.file ? sensitivityOf(yaml.readExactly(state.file).appraisal.sensitivity) : {});

  /* Writing: maps and lists in blocks, short ones on a line, texts in double quotes. */

  const escaped = (written) => written.replace(/[\x7f-\x9f\u2028\u2029\ufeff]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const leaf = (value) => (value === null ? "null" : escaped(yaml.leaf(value)));
  const keyOf = (key) => (/^[a-z_][\w-]*$/i.test(key) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(key) ? key : JSON.stringify(key));

  function flow(value) {
    if (isLeaf(value)) return leaf(value);
    if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
    return `{${Object.entries(value).map(([key, each]) => `${keyOf(key)}: ${each === null ? "" : flow(each)}`).join(", ")}}`;
  }

  const short = (value) => Object.values(value).every(isLeaf) && flow(value).length <= WIDE;

  function after(value, indent) {
    if (value === null) return "\n";
    if (isLeaf(value) || short(value)) return ` ${flow(value)}\n`;
    return `\n${block(value, indent + 2)}`;
  }

  function block(value, indent) {
    const pad = " ".repeat(indent);
    if (!Array.isArray(value)) return Object.entries(value).map(([key, each]) => `${pad}${keyOf(key)}:${after(each, indent)}`).join("");
    return value.map((each) => `${pad}- ${isLeaf(each) || Array.isArray(each) || short(each) ? `${flow(each)}\n` : block(each, indent + 2).slice(indent + 2)}`).join("");
  }

  const entry = (key, value, indent) => block({ [key]: value }, indent);

  /* Changing a text only where it must: the lines of the keys that have another value. */

  const indentOf = (line) => line.match(/^ */)[0].length;
  const says = (line) => /^\s*[^\s#]/.test(line);

  /** `lines` with the entries of `edits` in place of those that a map `indent` deep has; undefined removes one, new ones come last. */
  function edited(lines, indent, edits) {
    const begins = (line) => indentOf(line) === indent && yaml.KEY.test(line.slice(indent));
    const left = new Map(Object.entries(edits));
    const made = [];
    let last = 0;
    for (let at = 0; at < lines.length;) {
      let next = at + 1;
      if (begins(lines[at])) {
        while (next < lines.length && !begins(lines[next])) next += 1;
        let end = next;
        while (!says(lines[end - 1])) end -= 1;
        const key = lines[at].trim().match(yaml.KEY)[1].replace(/^["']|["']$/g, "");
        const change = left.get(key);
        made.push(...(left.delete(key) ? change(lines.slice(at, end)) : lines.slice(at, end)));
        last = made.length;
        made.push(...lines.slice(end, next));
      } else made.push(lines[at]);
      at = next;
    }
    made.splice(last, 0, ...[...left.values()].flatMap((change) => change([])));
    return made;
  }

  const linesOf = (written) => written.split("\n").slice(0, -1);
  const replaced = (changes, indent) => Object.fromEntries(Object.entries(changes).map(([key, value]) => [key, () => (value === undefined ? [] : linesOf(entry(key, value, indent)))]));

  /** The file's own text with the changes of the record and of its appraisal. */
  function spliced(file, changes, inside) {
    const within = (lines) => {
      const first = lines.slice(1).find(says);
      return first ? [lines[0], ...edited(lines.slice(1), indentOf(first), replaced(inside, indentOf(first)))] : lines;
    };
    return edited(file.split("\n"), 0, { ...replaced(changes, 0), appraisal: within }).join("\n");
  }

  function merged(map, changes) {
    const made = { ...map, ...changes };
    for (const [key, value] of Object.entries(changes)) if (value === undefined) delete made[key];
    return made;
  }

  /* The record. */

  /** A number; as text where it has more digits than the usual numbers of programs keep. */
  const number = (value) => new yaml.Plain(value !== null && isLong(value) ? JSON.stringify(value) : value);
  // Texts of records are Markdown without HTML: the check would refuse what looks like a tag, or a link to anywhere but the web.
  const plain = (value) => amounts.seen(value).replace(/[<>]/g, "").replace(/\](?=[(:])/g, "] ").trim();
  const today = () => new Date().toISOString().slice(0, 10);

  function flowsOf(rows) {
    const made = rows.map((row, year) => [["year", new yaml.Plain(String(year))], ...COLUMNS.map((name, at) => [name, amounts.amount(row[at])]).filter(([, value]) => value !== "0").map(([name, value]) => [name, number(value)])]);
    return made.filter((each) => each.length > 1).map((each) => Object.fromEntries(each));
  }

  /** A field by language with another text in the language that the form shows; undefined where there is none. */
  function changedText(value, record, typed) {
    const key = isMap(value) ? chosen(value, record) ?? page() : String(record.original ?? "en");
    const rest = isMap(value) ? value : {};
    const made = typed ? { ...rest, [key]: typed } : merged(rest, { [key]: undefined });
    return Object.keys(made).length ? made : undefined;
  }

  function fresh(state) {
    const language = page();
    const title = plain(state.title) || say("untitled");
    const unit = plain(state.unit);
    return {
      ...(language === "en" ? {} : { original: language }),
      title: { [language]: title }, when: new yaml.Plain(today().slice(0, 4)), form: "study", topics: [], summary: { [language]: null },
      appraisal: {
        currency: state.currency, ...(unit ? { unit: { [language]: unit } } : {}), rate: number(amounts.amount(state.rate)),
        ...(state.start.trim() ? { start: new yaml.Plain(state.start.trim()) } : {}), flows: flowsOf(state.rows),
      },
      sources: [], added: today(),
    };
  }

  /** What the form changed of the file it opened: of the record, and of its appraisal. */
  function changesOf(state, record) {
    const before = fieldsOf(record);
    const given = record.appraisal;
    const [changes, inside] = [{}, {}];
    const title = plain(state.title) || say("untitled");
    if (title !== plain(before.title)) changes.title = changedText(record.title, record, title);
    if (plain(state.unit) !== plain(before.unit)) inside.unit = changedText(given.unit, record, plain(state.unit));
    if (state.currency !== before.currency) inside.currency = state.currency;
    if (!isStrict(given.rate ?? null) || amounts.amount(state.rate) !== amounts.amount(before.rate)) inside.rate = number(amounts.amount(state.rate));
    if (state.start.trim() !== before.start.trim()) inside.start = state.start.trim() ? new yaml.Plain(state.start.trim()) : undefined;
    const same = (rows) => JSON.stringify(flowsOf(rows));
    const strict = given.flows.every((each) => COLUMNS.every((name) => isStrict(each[name])));
    if (!strict || same(state.rows) !== same(before.rows)) inside.flows = flowsOf(state.rows);
    return [changes, inside];
  }

  /** The file of the form, which holds nothing that is marked wrong: the one it opened with what was changed, or a new one. */
  function written(state) {
    if (!state.file) {
      const head = ["# yaml-language-server: $schema=../schema/v1/study.json", `# ${say("file.guide")}`, `# ${say("file.publish")}`];
      return `${head.join("\n")}\n${block(fresh(state), 0)}`;
    }
    const record = yaml.readExactly(state.file);
    const [changes, inside] = changesOf(state, record);
    const whole = merged(record, { ...changes, appraisal: merged(record.appraisal, inside) });
    return faithful(state.file, changes, inside, whole) ?? block(whole, 0);
  }

  /** The spliced text if it holds the whole record, else null: a file may be written in a way that cannot be changed in parts. */
  function faithful(file, changes, inside, whole) {
    const sorted = (value) => JSON.stringify(value, (_, each) => (isMap(each) ? Object.fromEntries(Object.entries(each).sort()) : each instanceof yaml.Plain ? { plain: each.text } : each));
    try {
      const made = spliced(file, changes, inside);
      return sorted(yaml.readExactly(made)) === sorted(yaml.readExactly(block(whole, 0))) ? made : null;
    } catch {
      return null;
    }
  }

  studies.record = Object.freeze({ COLUMNS, MOST_YEARS, opened, sensitivity, written });
})();
