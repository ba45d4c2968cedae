/* Filters of a list: checkboxes with counts beside rows that are all in the page already.

   Reads the data block #wego-facets-data (facets with their values, words) and `data-facets="name=value …"` of each row.
   Within a facet any of the chosen values will do, between facets all must fit. The choice stands in the address, so it
   can be sent, bookmarked and taken back. Classic script: it works from a disk. Without it the page shows every row. */
(function () {
  "use strict";
  const SHORT = 8; // values of a long facet that are shown before the reader asks for all
  const LONG = 10;
  const block = document.getElementById("wego-facets-data");
  const form = document.querySelector("form.wego-facets");
  const status = document.querySelector(".wego-browse__count");
  if (!block || !form || !status) return;

  const { facets, words } = JSON.parse(block.textContent);
  const allShown = status.textContent;
  const wide = window.matchMedia("(min-width: 60rem)");
  const groups = [...document.querySelectorAll(".wego-group")].map((node) => ({
    node,
    counts: [
      node.querySelector("h2 > .wego-count"),
      document.querySelector(`.wego-index a[href="#${node.id}"] ~ .wego-count`),
    ].filter(Boolean),
    entry: document.querySelector(`.wego-index a[href="#${node.id}"]`)?.closest("li"),
    rows: [...node.querySelectorAll("li[data-facets]")].map((row) => ({ node: row, marks: marksOf(row) })),
  }));
  const rows = groups.flatMap((group) => group.rows);
  const switches = [...document.querySelectorAll(".wego-switch a")].map((link) => [link, link.getAttribute("href")]);

  function marksOf(row) {
    return new Set(row.dataset.facets.split(" "));
  }

  function element(tag, attributes, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children);
    return node;
  }

  function filled(text, values) {
    return text.replace(/\{(\w+)\}/g, (all, name) => (name in values ? String(values[name]) : all));
  }

  /* The form, built once and then only updated, so that the keyboard's place in it is kept. */

  function optionOf(name, [value, label]) {
    const mark = `${name}=${value}`;
    const box = element("input", { type: "checkbox", name, value });
    const count = element("span", { class: "wego-count" });
    const node = element("li", {}, element("label", {}, box, element("span", {}, label), count));
    return { mark, box, count, node, total: rows.filter((row) => row.marks.has(mark)).length };
  }

  function facetOf({ name, label, options: values }) {
    const options = values.map((value) => optionOf(name, value));
    const common = new Set([...options].sort((one, other) => other.total - one.total).slice(0, SHORT));
    const list = element("ul", {}, ...options.map((option) => option.node));
    const more = element("button", { type: "button", "aria-expanded": "false" });
    const node = element("fieldset", {}, element("legend", {}, label), list, more);
    const facet = { name, node, options, open: false };
    facet.fold = () => {
      const short = options.length > LONG && !facet.open;
      for (const option of options) option.node.hidden = short && !common.has(option) && !option.box.checked;
      more.hidden = options.length <= LONG;
      more.setAttribute("aria-expanded", String(facet.open));
      more.textContent = facet.open ? words.fewer : filled(words.more, { n: options.length });
    };
    more.addEventListener("click", () => {
      facet.open = !facet.open;
      facet.fold();
    });
    return facet;
  }

  const built = facets.map(facetOf);
  const number = element("span", { class: "wego-count" });
  const summary = element("summary", {}, `${words.filter} `, number);
  const clear = element("button", { type: "button", class: "wego-facets__clear" }, words.clear);
  const box = element("details", {}, summary, clear, ...built.map((facet) => facet.node));
  form.setAttribute("autocomplete", "off");
  form.append(box);
  form.hidden = false;

  /* State: which boxes are checked. The address is its copy. */

  function chosen() {
    return built
      .map((facet) => [facet.name, facet.options.filter((option) => option.box.checked).map((option) => option.mark)])
      .filter(([, marks]) => marks.length);
  }

  function fits(row, wanted, except) {
    return wanted.every(([name, marks]) => name === except || marks.some((mark) => row.marks.has(mark)));
  }

  function show() {
    const wanted = chosen();
    let shown = 0;
    for (const group of groups) {
      let here = 0;
      for (const row of group.rows) {
        row.node.hidden = !fits(row, wanted);
        if (!row.node.hidden) here += 1;
      }
      group.node.hidden = !here;
      if (group.entry) group.entry.hidden = !here;
      for (const count of group.counts) count.textContent = String(here);
      shown += here;
    }
    for (const facet of built) {
      const open = rows.filter((row) => fits(row, wanted, facet.name));
      for (const option of facet.options) {
        option.count.textContent = String(open.filter((row) => row.marks.has(option.mark)).length);
      }
      facet.fold();
    }
    tell(wanted, shown);
  }

  function tell(wanted, shown) {
    const boxes = wanted.reduce((sum, [, marks]) => sum + marks.length, 0);
    clear.hidden = !boxes;
    number.textContent = boxes ? String(boxes) : "";
    const message = shown ? filled(words.shown, { shown, total: rows.length }) : words.none;
    status.textContent = boxes ? message : allShown;
    for (const [link, href] of switches) link.setAttribute("href", href + query(wanted));
  }

  function query(wanted) {
    const address = new URLSearchParams(location.search);
    for (const facet of built) address.delete(facet.name);
    for (const [name, marks] of wanted) {
      for (const mark of marks) address.append(name, mark.slice(name.length + 1));
    }
    const text = address.toString();
    return text && `?${text}`;
  }

  function restore() {
    const address = new URLSearchParams(location.search);
    for (const facet of built) {
      const values = address.getAll(facet.name);
      for (const option of facet.options) option.box.checked = values.includes(option.box.value);
    }
    show();
  }

  function changed() {
    try {
      history.pushState(null, "", location.pathname + query(chosen()));
    } catch { /* a browser may refuse it on a disk: the filter works, the address stays */ }
    show();
  }

  form.addEventListener("change", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  clear.addEventListener("click", () => {
    for (const facet of built) for (const option of facet.options) option.box.checked = false;
    changed();
    (wide.matches ? built[0].options[0].box : summary).focus();
  });
  window.addEventListener("popstate", restore);
  wide.addEventListener("change", () => {
    box.open = wide.matches;
  });
  box.open = wide.matches;
  restore();
})();
