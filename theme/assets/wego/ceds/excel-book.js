/* A workbook: texts of cells by sheet and address, and cells written as text. Loaded only when a workbook is opened or saved. */
(function () {
  "use strict";
  const ceds = (window.wegoCeds = window.wegoCeds || {});
  const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const DECLARATION = /^<\?xml\s[^>]*\?>/;
  const { Unusable } = ceds.zip;
  const [MOST_ROWS, MOST_COLUMNS] = [2000, 200]; // beyond these a cell is only counted, as generator/read/workbook_scan.py does

  const all = (node, name) => [...node.getElementsByTagNameNS("*", name)];

  /** Whether a text is one well-formed element; tried where a mistake only throws. DOMParser would tell of it in a page of its own,
      whose styles break the policy. */
  function isWhole(text) {
    const { documentElement: trial } = document.implementation.createDocument(null, "trial");
    try {
      trial.innerHTML = text.replace(DECLARATION, "");
    } catch {
      return false;
    }
    return trial.childElementCount === 1 && [...trial.childNodes].every((each) => each.nodeType !== Node.TEXT_NODE || !each.data.trim());
  }

  function parsed(files, path) {
    const bytes = files.get(path);
    if (!bytes) throw new Unusable(`no ${path}`);
    const text = new TextDecoder().decode(bytes);
    if (/<!DOCTYPE/i.test(text)) throw new Unusable("document type");
    if (!isWhole(text)) throw new Unusable(`broken ${path}`);
    const made = new DOMParser().parseFromString(text, "application/xml");
    if (made.getElementsByTagName("parsererror").length) throw new Unusable(`broken ${path}`);
    return made;
  }

  /** Text of a string with its runs, without the reading aids of East Asian scripts. */
  const textOf = (node) => all(node, "t").filter((each) => each.parentNode.localName !== "rPh").map((each) => each.textContent).join("");

  function paths(files) {
    const targets = new Map(all(parsed(files, "xl/_rels/workbook.xml.rels"), "Relationship").map((each) => [each.getAttribute("Id"), each.getAttribute("Target")]));
    const pairs = all(parsed(files, "xl/workbook.xml"), "sheet").map((each) => {
      const id = [...each.attributes].find((one) => one.localName === "id" && one.prefix)?.value;
      const target = targets.get(id) || "";
      return [each.getAttribute("name"), target.startsWith("/") ? target.slice(1) : `xl/${target}`];
    });
    return new Map(pairs);
  }

  /** `D7` of a row and a column that count from 0. */
  function address(row, column) {
    let letters = "";
    for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
    return `${letters}${row + 1}`;
  }

  /** [row, column] of `D7`, or null. */
  function place(name) {
    const [, letters, number] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(name || "") || [];
    return letters ? [Number(number) - 1, [...letters].reduce((all, each) => all * 26 + each.charCodeAt(0) - 64, 0) - 1] : null;
  }

  /** The cells of a sheet by address; a cell without one stands after the one before it. */
  function cellsOf(document) {
    const made = new Map();
    let row = -1;
    for (const line of all(document, "row")) {
      row = /^\d+$/.test(line.getAttribute("r") || "") ? Number(line.getAttribute("r")) - 1 : row + 1;
      let here = [row, -1];
      for (const cell of all(line, "c")) {
        here = place(cell.getAttribute("r")) || [here[0], here[1] + 1];
        made.set(address(...here), cell);
      }
    }
    return made;
  }

  /** A number as a person reads it: 2.0 and 2 are the same. */
  const plainNumber = (text) => (/^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text) && Number.isSafeInteger(Number(text)) ? String(Number(text)) : text);

  /** Open a workbook: {names, rows(sheet), text(sheet, cell), isFormula(sheet, cell), scan(sheet), put(sheet, cell, text), blob()}. */
  async function open(bytes) {
    const files = await ceds.zip.read(bytes);
    const lies = paths(files);
    const strings = files.has("xl/sharedStrings.xml") ? all(parsed(files, "xl/sharedStrings.xml"), "si").map(textOf) : [];
    const sheets = new Map();

    function sheet(name) {
      if (!sheets.has(name)) {
        const document = parsed(files, lies.get(name));
        sheets.set(name, { document, cells: cellsOf(document) });
      }
      return sheets.get(name);
    }

    function text(name, where) {
      const cell = sheet(name).cells.get(where);
      if (!cell) return "";
      const type = cell.getAttribute("t") || "n";
      if (type === "inlineStr") return textOf(cell).trim();
      const value = all(cell, "v")[0]?.textContent ?? "";
      if (type === "b" && value) return value === "0" ? "FALSE" : "TRUE";
      return type === "n" ? plainNumber(value.trim()) : (type === "s" ? strings[Number(value)] ?? "" : value).trim();
    }

    /** {filled, merged, beyond}: places of the cells with content, ranges of merged cells, whether content lies out of all bounds. */
    function scan(name) {
      const { document, cells } = sheet(name);
      const filled = [...cells].filter(([, cell]) => [...cell.children].some((each) => ["v", "is", "f"].includes(each.localName))).map(([where]) => place(where));
      const merged = all(document, "mergeCell").map((each) => {
        const [first, last] = (each.getAttribute("ref") || "").split(":");
        return [...(place(first) || [0, 0]), ...(place(last || first) || [0, 0])];
      });
      return { filled, merged, beyond: filled.some(([row, column]) => row >= MOST_ROWS || column >= MOST_COLUMNS) };
    }

    const isFormula = (name, where) => {
      const cell = sheet(name).cells.get(where);
      return Boolean(cell) && (all(cell, "f").length > 0 || cell.getAttribute("t") === "e");
    };

    /** The rows of a sheet as lists of texts from column A on, as far as there are cells. */
    function rows(name) {
      const made = [];
      for (const where of sheet(name).cells.keys()) {
        const [row, column] = place(where);
        if (row >= MOST_ROWS || column >= MOST_COLUMNS) continue;
        made[row] = made[row] || [];
        made[row][column] = text(name, where);
      }
      return Array.from(made, (row) => Array.from(row || [], (each) => each ?? ""));
    }

    /** Write a text into a cell that the form has. */
    function put(name, where, value) {
      const { document, cells } = sheet(name);
      const cell = cells.get(where);
      if (!cell) throw new Unusable(`no cell ${where}`);
      const [holder, made] = [document.createElementNS(MAIN, "is"), document.createElementNS(MAIN, "t")];
      made.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
      made.textContent = value;
      holder.append(made);
      cell.setAttribute("t", "inlineStr");
      cell.replaceChildren(holder);
    }

    async function blob() {
      for (const [name, { document }] of sheets) files.set(lies.get(name), new TextEncoder().encode(new XMLSerializer().serializeToString(document)));
      return ceds.zip.write(files);
    }

    return { names: [...lies.keys()], rows, text, isFormula, scan, put, blob };
  }

  ceds.book = Object.freeze({ open, address });
})();
