/* Files: saving a run as YAML, JSON or Excel, and opening one. Files stay on the reader's machine.

   The code for Excel is loaded from the same origin when it is first needed, and so is the empty workbook that is filled. */
(function () {
  "use strict";
  const ceds = (window.wegoCeds = window.wegoCeds || {});
  const LARGEST = 512 * 1024;
  const LARGEST_BOOK = 5 * 1024 * 1024;
  const LISTED = 12; // problems shown at once
  const EXCEL = ["excel-zip.js", "excel-book.js", "excel.js"];
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

  function saveYaml(run, name = nameOf(run, "yml")) {
    download(name, new Blob([ceds.yaml.write(run)], { type: "application/yaml" }));
  }

  function saveJson(run) {
    download(nameOf(run, "json"), new Blob([`${JSON.stringify(run, null, 2)}\n`], { type: "application/json" }));
  }

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

  /** Save the run in the workbook whose empty form lies at `address`; throws an Error in the words of the page. */
  async function saveExcel(run, address) {
    const own = await excel();
    let made;
    try {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(String(answer.status));
      made = await own.write(new Uint8Array(await answer.arrayBuffer()), run);
    } catch {
      throw new Error(ceds.dom.say("excel.template"));
    }
    download(nameOf(run, "xlsx"), made);
  }

  async function fromExcel(file, instrument) {
    const own = await excel();
    try {
      return await own.read(new Uint8Array(await file.arrayBuffer()), instrument);
    } catch (error) {
      if (error instanceof ceds.zip.Unusable) throw new Error(ceds.dom.say("excel.form"));
      throw error;
    }
  }

  /** Plain values of a YAML or JSON text; throws an Error whose message is in the words of the page. */
  function parsed(name, text) {
    const { say } = ceds.dom;
    if (/\.json$/i.test(name)) {
      try {
        return JSON.parse(text);
      } catch {
        throw new Error(say("read.json"));
      }
    }
    try {
      return ceds.yaml.read(text);
    } catch (problem) {
      if (problem instanceof ceds.yaml.Problem) throw new Error(say("read.yaml", { line: problem.line, problem: say(problem.word) }));
      throw problem;
    }
  }

  /** {run, problems}: the run in a file chosen by the reader; problems are sentences. */
  async function open(file, instrument) {
    const { say } = ceds.dom;
    const isBook = /\.xlsx$/i.test(file.name);
    if (file.size > (isBook ? LARGEST_BOOK : LARGEST)) return { run: null, problems: [say("read.large")] };
    try {
      const found = isBook ? await fromExcel(file, instrument) : { value: parsed(file.name, await file.text()), problems: [] };
      const checked = found.value ? ceds.run.read(found.value, instrument) : { run: null, problems: [] };
      const problems = [...found.problems, ...checked.problems];
      const run = problems.length ? null : checked.run;
      const said = problems.map(({ where, key, values }) => (where ? `${where}: ` : "") + say(key, values));
      return { run, problems: said.length > LISTED ? [...said.slice(0, LISTED), say("read.more", { n: said.length - LISTED })] : said };
    } catch (error) {
      return { run: null, problems: [error.message] };
    }
  }

  ceds.files = Object.freeze({ saveYaml, saveJson, saveExcel, open });
})();
