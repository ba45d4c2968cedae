/* A workbook: texts of cells by sheet and address, and cells written as text. Loaded only when a workbook is opened or saved. */
(function () {
  "use strict";
  const ceds = (window.wegoCeds = window.wegoCeds || {});
  const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const { Unusable } = ceds.zip;

  const all = (node, name) => [...node.getElementsByTagNameNS("*", name)];

  function parsed(files, path) {
    const bytes = files.get(path);
    if (!bytes) throw new Unusable(`no ${path}`);
    const text = new TextDecoder().decode(bytes);
    if (/<!DOCTYPE/i.test(text)) throw new Unusable("document type");
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

  /** `D7` of a row and a column that count from 0; the columns of the assessment end before Z. */
  const address = (row, column) => `${String.fromCharCode(65 + column)}${row + 1}`;

  /** Open a workbook: {names, rows(sheet), text(sheet, cell), isFormula(sheet, cell), put(sheet, cell, text), blob()}. */
  async function open(bytes) {
    const files = await ceds.zip.read(bytes);
    const where = paths(files);
    const strings = files.has("xl/sharedStrings.xml") ? all(parsed(files, "xl/sharedStrings.xml"), "si").map(textOf) : [];
    const sheets = new Map();

    function sheet(name) {
      if (!sheets.has(name)) {
        const document = parsed(files, where.get(name));
        sheets.set(name, { document, cells: new Map(all(document, "c").map((each) => [each.getAttribute("r"), each])) });
      }
      return sheets.get(name);
    }

    function text(name, place) {
      const cell = sheet(name).cells.get(place);
      if (!cell) return "";
      if (cell.getAttribute("t") === "inlineStr") return textOf(cell).trim();
      const value = all(cell, "v")[0]?.textContent ?? "";
      return (cell.getAttribute("t") === "s" ? strings[Number(value)] ?? "" : value).trim();
    }

    const isFormula = (name, place) => {
      const cell = sheet(name).cells.get(place);
      return Boolean(cell) && (all(cell, "f").length > 0 || cell.getAttribute("t") === "e");
    };

    /** The rows of a sheet as lists of texts from column A on, as far as there are cells. */
    function rows(name) {
      const made = [];
      for (const place of sheet(name).cells.keys()) {
        const [, letter, number] = place.match(/^([A-Z])(\d{1,4})$/) || [];
        if (!letter) continue;
        const row = (made[number - 1] = made[number - 1] || []);
        row[letter.charCodeAt(0) - 65] = text(name, place);
      }
      return Array.from(made, (row) => Array.from(row || [], (each) => each ?? ""));
    }

    /** Write a text into a cell that the form has. */
    function put(name, place, value) {
      const { document, cells } = sheet(name);
      const cell = cells.get(place);
      if (!cell) throw new Unusable(`no cell ${place}`);
      const [holder, made] = [document.createElementNS(MAIN, "is"), document.createElementNS(MAIN, "t")];
      made.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
      made.textContent = value;
      holder.append(made);
      cell.setAttribute("t", "inlineStr");
      cell.replaceChildren(holder);
    }

    async function blob() {
      for (const [name, { document }] of sheets) files.set(where.get(name), new TextEncoder().encode(new XMLSerializer().serializeToString(document)));
      return ceds.zip.write(files);
    }

    return { names: [...where.keys()], rows, text, isFormula, put, blob };
  }

  ceds.book = Object.freeze({ open, address });
})();
