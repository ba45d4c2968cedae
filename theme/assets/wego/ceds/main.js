/* The assessment page: puts the parts together, keeps the run, follows the address (#part-…). Works from a disk; sends nothing. */
(function () {
  "use strict";
  const ceds = window.wegoCeds;
  const place = document.getElementById("wego-ceds");
  const instrument = ceds.dom.block("wego-ceds-instrument");
  if (!place || !instrument) return;
  ceds.dom.speak();
  const { say, element, button } = ceds.dom;

  const state = { instrument, run: ceds.run.blank(instrument.version), earlier: null, proposal: {}, changed };
  const parts = [
    { id: "about", kind: "about", name: say("part.about") },
    ...instrument.dimensions.map((each) => ({ id: each.id, kind: "dimension", name: each.name })),
    ...instrument.areas.map((each) => ({ id: each.id, kind: "area", name: each.name })),
    { id: "results", kind: "results", name: say("part.results") },
  ];
  const form = ceds.form.parts();

  /* What stays on the page: privacy, progress, files, the list of parts. */

  const saved = element("p", { class: "wego-assess__saved", role: "status" });
  const bar = element("progress", { "aria-label": say("progress.label"), max: "1", value: "0" });
  const total = element("p", {}, "");
  const opened = element("div", { role: "alert", class: "wego-assess__said" });
  const aside = element("div", { class: "wego-assess__said" });
  const entries = parts.map((part) => {
    const count = element("span", { class: "wego-count" });
    const link = element("a", { href: `#part-${part.id}` }, part.name);
    return { part, link, count, node: element("li", {}, link, " ", count) };
  });
  const step = element("section", { class: "wego-assess__part", tabindex: "-1" });
  const store = ceds.store.open(instrument.version, tell);

  function tell(what, when) {
    saved.textContent = say(`store.${what}`, { time: when ? when.toLocaleTimeString(document.documentElement.lang || "en", { hour: "2-digit", minute: "2-digit" }) : "" });
  }

  function changed(soon = false) {
    store.save(state.run, soon);
    showProgress();
  }

  function showProgress() {
    let [done, asked] = [0, 0];
    for (const { part, count } of entries) {
      if (part.kind !== "dimension" && part.kind !== "area") continue;
      const [answered, all] = ceds.form.progress(state, part);
      count.textContent = say("of", { n: answered, total: all });
      done += answered;
      asked += all;
    }
    bar.max = asked;
    bar.value = done;
    total.textContent = say("progress", { n: done, total: asked });
  }

  /* Parts. */

  const here = () => parts.find((part) => `#part-${part.id}` === location.hash) || parts[0];

  function contents(part) {
    if (part.kind === "about") return form.about(state);
    if (part.kind === "dimension") return form.dimension(state, part.id);
    if (part.kind === "area") return form.area(state, part.id);
    return [tools(), ...ceds.results.view(state), ceds.publish.section(state, place.dataset.upload || "")];
  }

  function tools() {
    return element("div", { class: "wego-assess__tools" },
      button(say("result.print"), () => window.print()),
      fileButton("result.compare", compare));
  }

  /** Show the change since a run in a file, if that is an earlier one of the same city. */
  function compare(run, name) {
    const refused = ceds.run.notEarlier(run, state.run, instrument.links.cities);
    if (refused) return void opened.append(...[say("compare.refused", { name }), say(...refused)].map((each) => element("p", {}, each)));
    state.earlier = run;
    open();
  }

  function neighbours(part) {
    const at = parts.indexOf(part);
    const link = (other, key, style) => (other ? element("a", { class: `wego-button ${style}`, href: `#part-${other.id}` }, say(key, { name: other.name })) : "");
    return element("nav", { class: "wego-assess__steps", "aria-label": say("steps.label") }, link(parts[at - 1], "steps.previous", ""), link(parts[at + 1], "steps.next", "wego-button--primary"));
  }

  function open(focus = false) {
    const part = here();
    for (const { part: other, link } of entries) {
      if (other === part) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    }
    const title = element("h2", { tabindex: "-1" }, part.name);
    step.dataset.part = part.id;
    step.replaceChildren(title, ...contents(part).flat(3), neighbours(part));
    showProgress();
    if (!focus) return;
    title.focus({ preventScroll: true });
    step.scrollIntoView({ block: "start" });
  }

  /* Files. */

  function fileButton(key, use) {
    const input = element("input", { type: "file", accept: ".yml,.yaml,.json,.xlsx", hidden: true, tabindex: "-1" });
    input.addEventListener("change", async () => {
      const [file] = input.files;
      if (!file) return;
      const { run, problems, remarks } = await ceds.files.open(file, instrument);
      input.value = "";
      opened.replaceChildren();
      if (run) use(run, file.name, remarks);
      else opened.append(element("p", {}, say("open.failed", { name: file.name })), element("ul", {}, ...problems.map((each) => element("li", {}, each))));
      opened.scrollIntoView({ block: "nearest" });
    });
    return element("span", {}, button(say(key), () => input.click()), input);
  }

  function begin(run) {
    state.run = run;
    state.earlier = null;
    state.proposal = {};
    open();
  }

  function opener() {
    return fileButton("files.open", (run, name, remarks) => {
      const replace = () => {
        begin(run);
        changed();
        opened.replaceChildren(...[say("open.done", { name }), ...remarks].map((each) => element("p", {}, each)));
      };
      if (bar.value) ask("open.replace", "open.replace.yes", replace);
      else replace();
    });
  }

  /* A question that must be answered before something is lost. */

  const ask = (key, yes, action) => ceds.dom.ask(place, say(key), say(yes), say("dialog.keep"), action);

  function deleteAll() {
    store.clear();
    showAside();
    begin(ceds.run.blank(instrument.version));
    location.hash = "#part-about";
  }

  /** The run in a text that was kept. What of it cannot be read is put aside, before anything is written over it. */
  function understood(text) {
    let value = null;
    try {
      value = JSON.parse(text);
    } catch { /* not ours, or cut off: put aside below */ }
    const { run, problems } = ceds.read.kept(value, instrument);
    if (!run || problems.length) tell(run ? "partly" : "foreign");
    if (problems.length) store.spare(text);
    showAside();
    return run;
  }

  function restore() {
    const text = store.load();
    if (text !== null) tell("restored");
    state.run = (text === null ? null : understood(text)) || state.run;
    showAside();
  }

  function showAside() {
    const copies = store.copies();
    const save = ([name, text]) => button(say("aside.save"), () => ceds.files.saveText(text, `${name}.json`));
    const forget = () => {
      store.forget();
      showAside();
    };
    aside.replaceChildren(...(copies.length ? [element("p", {}, say("aside.about")), ...copies.map(save), " ", button(say("aside.delete"), forget)] : []));
  }

  /** Save the run as a file, and say what had to be left out of it. */
  function save(write) {
    const lacking = ceds.run.unfit(state.run).map((key) => say(`save.no_${key}`));
    const said = [...lacking, write(clean())].filter(Boolean);
    opened.replaceChildren(...said.map((each) => element("p", {}, each)));
  }

  async function saveExcel() {
    save(() => "");
    try {
      await ceds.files.saveExcel(clean(), place.dataset.workbook);
    } catch (error) {
      opened.replaceChildren(element("p", {}, error.message));
    }
  }

  const clean = () => ceds.run.clean(state.run, instrument);
  const files = element("div", { class: "wego-assess__tools" },
    button(say("files.yaml"), () => save(ceds.files.saveYaml)), button(say("files.json"), () => save(ceds.files.saveJson)),
    place.dataset.workbook ? button(say("files.excel"), saveExcel) : "", opener(),
    button(say("store.delete"), () => ask("store.delete.ask", "store.delete.yes", deleteAll), { class: "wego-assess__delete" }));
  const list = element("nav", { class: "wego-assess__nav", "aria-label": say("nav.label") }, element("ol", {}, ...entries.map((each) => each.node)));

  restore();
  place.append(
    element("div", { class: "wego-assess__head" }, element("p", { class: "wego-assess__private" }, say("private")), total, bar, saved, aside, files, opened),
    element("div", { class: "wego-assess__body" }, list, step),
  );
  document.getElementById("wego-ceds-unavailable").hidden = true;
  place.hidden = false;
  open();
  for (const [when, shown] of [["beforeprint", true], ["afterprint", false]]) {
    window.addEventListener(when, () => {
      for (const each of step.querySelectorAll('ol[data-phase="now"] details')) each.open = shown;
    });
  }
  window.addEventListener("hashchange", () => {
    if (location.hash.startsWith("#part-")) open(true);
  });
  store.watch(() => {
    const text = store.load();
    const run = text === null ? ceds.run.blank(instrument.version) : understood(text);
    if (run) begin(run);
  });
})();
