/* Files: saving a run as YAML, JSON or Excel, and opening one. Files stay on the reader's machine.

   In: a run, or a file that the reader chose. Out: a download, or a run with what is to be said of it. Not here: texts (parse.js).
   The code for Excel is loaded from the same origin when it is first needed, and so is the empty workbook that is filled; it comes
   as a script, because a page that was opened from a disk can load scripts but fetch no files. */
(function () {
  "use strict";
  const ceds = (window.wegoCeds = window.wegoCeds || {});
  const LARGEST = 256 * 1024; // the same limits as generator/read/yaml_source.py
  const LARGEST_BOOK = 16 * 1024 * 1024; // and workbook_package.py
  const LISTED = 12; // problems shown at once
  const EXCEL = ["excel-zip.js", "excel-book.js", "excel-form.js", "excel.js"];
  const here = document.currentScript.src;

  function download(name, blob) {
    const href = URL.createObjectURL(blob);
    const link = ceds.dom.element("a", { href, download: name, hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
  }

  const nameOf = (run, ending) => `${run.city || "ceds"}-${run.date || "undated"}.${ending}`;

  function saveText(text, name, type = "application/json") {
    const blob = new Blob([text], { type });
    download(name, blob);
    return blob.size > LARGEST ? ceds.dom.say("save.large") : "";
  }

  /* Both return what is to be said of the file, or nothing. */
  const saveYaml = (run, name = nameOf(run, "yml")) => saveText(ceds.yaml.write(run), name, "application/yaml");
  const saveJson = (run) => saveText(`${JSON.stringify(run, null, 2)}\n`, nameOf(run, "json"));

  function script(name) {
    return new Promise((done, failed) => {
      const node = ceds.dom.element("script", { src: new URL(name, here).href, onload: done, onerror: () => failed(new Error(ceds.dom.say("excel.code"))) });
      document.head.append(node);
    });
  }

  async function excel() {
    if (!ceds.excel) for (const name of EXCEL) await script(name);
    return ceds.excel;
  }

  /** The bytes of the empty workbook, kept once the script at `address` is loaded. */
  async function template(address) {
    if (!ceds.workbook) await script(new URL(address, document.baseURI));
    return Uint8Array.from(atob(ceds.workbook), (each) => each.charCodeAt(0));
  }

  /** Save the run in the workbook whose empty form is in the script at `address`; throws an Error in the words of the page. */
  async function saveExcel(run, address) {
    const own = await excel();
    let made;
    try {
      made = await own.write(await template(address), run);
    } catch {
      throw new Error(ceds.dom.say("excel.template"));
    }
    download(nameOf(run, "xlsx"), made);
  }

  async function fromExcel(bytes, instrument) {
    const own = await excel();
    try {
      return await own.read(bytes, instrument);
    } catch (error) {
      if (error instanceof ceds.zip.Unusable) throw new Error(ceds.dom.say("excel.form"));
      throw error;
    }
  }

  /** The problems as sentences, the first of them. */
  function told(problems) {
    const { say } = ceds.dom;
    const said = problems.map(({ where, key, values }) => (where ? `${where}: ` : "") + say(key, values));
    return said.length > LISTED ? [...said.slice(0, LISTED), say("read.more", { n: said.length - LISTED })] : said;
  }

  async function opened(file, instrument) {
    const isBook = /\.xlsx$/i.test(file.name);
    if (file.size > (isBook ? LARGEST_BOOK : LARGEST)) throw new Error(ceds.dom.say("read.large"));
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (ceds.parse.isOtherBook(file.name, bytes)) throw new Error(ceds.dom.say("read.format"));
    const found = isBook ? await fromExcel(bytes, instrument) : { value: ceds.parse.values(file.name, bytes), problems: [], remarks: [] };
    if (found.problems.length) return { run: null, problems: told(found.problems), remarks: [] };
    const { run, problems } = ceds.read.file(found.value, instrument);
    return { run: run && { ...run, ...found.typed }, problems: told(problems), remarks: told(found.remarks || []) };
  }

  /** {run, problems, remarks}: the run in a file chosen by the reader, or why there is none; remarks tell what it lacks. Sentences all. */
  async function open(file, instrument) {
    try {
      return await opened(file, instrument);
    } catch (error) {
      return { run: null, problems: [error.message], remarks: [] };
    }
  }

  ceds.files = Object.freeze({ saveText, saveYaml, saveJson, saveExcel, open });
})();
