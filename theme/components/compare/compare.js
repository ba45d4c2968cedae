/* Two to four published CeDS runs side by side, chosen by ticks or in the address: ?runs=<city>/<date>,<city>/<date>

   In: the data block #wego-compare-data, all strings finished. Out: a form and a table in #wego-compare. Sends nothing. */
(function () {
  "use strict";
  const place = document.getElementById("wego-compare");
  const block = document.getElementById("wego-compare-data");
  if (!place || !block) return;
  const data = JSON.parse(block.textContent);
  if (data.runs.length < 2) return;
  const words = data.words;

  function made(name, attributes = {}, ...children) {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.append(...children);
    return node;
  }

  /** Share of the scale as a small bar; the number beside it says the same. */
  function bar(value) {
    const space = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(space, "svg");
    for (const [key, text] of [["viewBox", "0 0 100 6"], ["aria-hidden", "true"], ["class", "wego-compare__bar"], ["preserveAspectRatio", "none"]]) svg.setAttribute(key, text);
    for (const [kind, width] of [["track", 100], ["bar", value]]) {
      const rect = document.createElementNS(space, "rect");
      rect.setAttribute("class", `wego-chart__${kind}`);
      rect.setAttribute("width", width);
      rect.setAttribute("height", 6);
      svg.append(rect);
    }
    return svg;
  }

  function inAddress() {
    const asked = new URLSearchParams(location.search).getAll("runs").flatMap((each) => each.split(","));
    return [...new Set(asked.filter(Boolean))];
  }

  const known = new Map(data.runs.map((each) => [each.id, each]));
  const ticks = data.runs.map((run) => {
    const tick = made("input", { type: "checkbox", value: run.id });
    return { run, tick, label: made("label", {}, tick, made("span", {}, `${run.city}, ${run.date}`)) };
  });
  const status = made("p", { role: "status", class: "wego-compare__status" });
  const result = made("div", {});
  const form = made("form", { class: "wego-compare__form" },
    made("fieldset", {}, made("legend", {}, words.choose), made("div", { class: "wego-compare__runs" }, ...ticks.map((each) => each.label))),
    made("button", { type: "submit", class: "wego-button--primary" }, words.button));

  function head(run) {
    const cell = made("th", { scope: "col" }, made("a", { href: run.href }, run.city), document.createElement("br"), run.date);
    return cell;
  }

  function row(title, at, runs) {
    const cells = runs.map((run) => {
      const [text, value] = run.cells[at];
      const cell = made("td", {}, text);
      if (value !== null) cell.append(bar(value));
      return cell;
    });
    return made("tr", {}, made("th", { scope: "row" }, title), ...cells);
  }

  function show(runs) {
    const table = made("table", {}, made("caption", {}, words.title),
      made("thead", {}, made("tr", {}, made("th", { scope: "col" }, words.figure), ...runs.map(head))),
      made("tbody", {}, ...data.rows.map((title, at) => row(title, at, runs))));
    result.replaceChildren(made("div", { class: "wego-table wego-compare__table", tabindex: "0", role: "group", "aria-label": words.title }, table));
    const versions = new Set(runs.map((each) => each.version));
    return versions.size > 1 ? words.versions : "";
  }

  function choose(ids) {
    const runs = ids.map((each) => known.get(each)).filter(Boolean);
    for (const each of ticks) each.tick.checked = runs.includes(each.run);
    const said = runs.length < ids.length ? [words.unknown] : [];
    if (runs.length >= 2 && runs.length <= data.most) said.push(show(runs));
    else {
      result.replaceChildren();
      if (ids.length) said.push(words.many);
    }
    status.textContent = said.filter(Boolean).join(" ");
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const ids = ticks.filter((each) => each.tick.checked).map((each) => each.run.id);
    choose(ids);
    if (ids.length < 2 || ids.length > data.most) {
      status.textContent = words.many;
      return;
    }
    const address = new URL(location.href);
    address.search = `?runs=${ids.join(",")}`;
    address.hash = "";
    history.pushState(null, "", address);
    if (!status.textContent) status.textContent = words.address;
  });
  window.addEventListener("popstate", () => choose(inAddress()));

  place.append(form, status, result);
  place.hidden = false;
  document.getElementById("wego-compare-said").hidden = true;
  choose(inAddress());
})();
