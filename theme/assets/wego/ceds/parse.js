/* The bytes of a file to plain values: UTF-8 and nothing else, YAML or JSON, a run by itself or as the site's own data hold it.

   In: a file's name and bytes. Out: plain values; throws an Error in the words of the page. Not here: whether they are a run (read.js). */
(function () {
  "use strict";
  const ceds = (window.wegoCeds = window.wegoCeds || {});
  const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/; // as generator/read/yaml_source.py
  const MADE = new Set(["kind", "id", "invented", "result"]); // what the site adds to a run in its data

  const lineOf = (text, at) => text.slice(0, at).split(/\r\n|\n|\r/).length;
  const refused = (key, values) => new Error(ceds.dom.say(key, values));
  const atLine = (text, at, key, values) => refused("read.yaml", { line: lineOf(text, at), problem: ceds.dom.say(key, values) });

  function decoded(bytes) {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      const text = new TextDecoder().decode(bytes);
      throw atLine(text, text.indexOf("\ufffd"), "read.encoding");
    }
  }

  /** Where a name stands for the second time in one object of a JSON text, or -1. */
  function twice(text) {
    const open = [];
    for (const { 0: token, 1: key, index } of text.matchAll(/("[^"\\]*(?:\\.[^"\\]*)*")\s*:|"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]/g)) {
      if (token === "{" || token === "[") open.push(new Set());
      else if (token === "}" || token === "]") open.pop();
      else if (key) {
        const names = open[open.length - 1];
        if (names.has(JSON.parse(key))) return index;
        names.add(JSON.parse(key));
      }
    }
    return -1;
  }

  function json(text) {
    let value;
    try {
      value = JSON.parse(text);
    } catch {
      throw refused("read.json");
    }
    const at = twice(text);
    if (at >= 0) throw atLine(text, at, "yaml.twice");
    return value;
  }

  function yaml(text) {
    const found = text.search(CONTROL);
    if (found >= 0) throw atLine(text, found, "read.control", { code: `U+${text.charCodeAt(found).toString(16).toUpperCase().padStart(4, "0")}` });
    try {
      return ceds.yaml.read(text);
    } catch (problem) {
      if (problem instanceof ceds.yaml.Problem) throw refused("read.yaml", { line: problem.line, problem: ceds.dom.say(problem.word) });
      throw problem;
    }
  }

  /** The run in a file of the site's data (/api/v1/assessments/…); other values as they are. */
  function unwrapped(value) {
    const { isMap } = ceds.run;
    if (isMap(value) && isMap(value.withdrawn)) throw refused("read.withdrawn");
    if (!isMap(value) || !Array.isArray(value.items)) return value;
    const [item] = value.items;
    if (value.items.length !== 1 || !isMap(item) || item.kind !== "assessment") throw refused("read.items");
    if (item.withdrawn) throw refused("read.withdrawn");
    if (item.consent?.scope === "scores") throw refused("read.scores");
    return Object.fromEntries(Object.entries(item).filter(([key]) => !MADE.has(key)));
  }

  const values = (name, bytes) => unwrapped((/\.json$/i.test(name) ? json : yaml)(decoded(bytes)));

  /** Whether a file is a spreadsheet that is no .xlsx: by its name, or by how it begins. */
  function isOtherBook(name, bytes) {
    const begins = (...numbers) => numbers.every((each, at) => bytes[at] === each);
    if (/\.(?:ods|xls|xlsm|xlsb|csv|tsv|numbers)$/i.test(name)) return true;
    return !/\.xlsx$/i.test(name) && (begins(0xd0, 0xcf, 0x11, 0xe0) || begins(0x50, 0x4b, 3, 4));
  }

  ceds.parse = Object.freeze({ values, isOtherBook });
})();
