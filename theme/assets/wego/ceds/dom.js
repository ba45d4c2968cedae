/* What the page is built with: its data, its words, elements. Text only ever becomes text nodes, never markup. */
(function () {
  "use strict";
  const ceds = (window.wegoCeds = window.wegoCeds || {});
  const SVG = "http://www.w3.org/2000/svg";
  let words = {};
  let numbers = new Intl.NumberFormat("en");
  let point = ".";

  function block(id) {
    const node = document.getElementById(id);
    return node ? JSON.parse(node.textContent) : null;
  }

  /** Read the words of the page; numbers follow its language. */
  function speak() {
    words = block("wego-ceds-words") || {};
    try {
      numbers = new Intl.NumberFormat(document.documentElement.lang || "en");
    } catch { /* the tag of a pseudo-language */ }
    point = numbers.formatToParts(0.5).find((each) => each.type === "decimal").value;
  }

  /** An exact fraction with one place, as the page's language writes it. */
  const figure = (value) => ceds.fraction.decimal(value).replace(".", point);

  function known(name, values, all) {
    if (!(name in values)) return all;
    return typeof values[name] === "number" ? numbers.format(values[name]) : String(values[name]);
  }

  /** The page's wording of a key, {places} filled; the key itself if the page does not carry it. */
  function say(key, values = {}) {
    return (words[key] ?? key).replace(/\{(\w+)\}/g, (all, name) => known(name, values, all));
  }

  function fill(made, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
    }
    made.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== ""));
    return made;
  }

  /** Make an element: attributes (true means present, null or false absent), listeners (`onclick`), children. */
  function element(tag, attributes = {}, ...children) {
    return fill(document.createElement(tag), attributes, children);
  }

  /** The same for a drawing. */
  function drawn(tag, attributes = {}, ...children) {
    return fill(document.createElementNS(SVG, tag), attributes, children);
  }

  function button(label, onclick, attributes = {}) {
    return element("button", { type: "button", onclick, ...attributes }, label);
  }

  /** A question in `place` that must be answered before something is lost: `yes` does the action, `keep` does not. */
  function ask(place, question, yes, keep, action) {
    const close = () => {
      dialog.close();
      dialog.remove();
    };
    const dialog = element("dialog", { class: "wego-assess__dialog", "aria-labelledby": "wego-assess-question", onclose: () => dialog.remove() },
      element("p", { id: "wego-assess-question" }, question),
      button(yes, () => {
        close();
        action();
      }, { class: "wego-button--primary" }), " ", button(keep, close, { autofocus: true }));
    place.append(dialog);
    dialog.showModal();
  }

  /** A table that scrolls by itself on a narrow screen: rows are lists of cells, the first cell of a row is its head. */
  function table(caption, heads, rows, numeric = []) {
    const mark = (at) => (numeric.includes(at) ? "wego-number" : null);
    const head = element("tr", {}, ...heads.map((each, at) => element("th", { scope: "col", class: mark(at) }, each)));
    const body = rows.map((row) => element("tr", {}, ...row.map((cell, at) =>
      element(at ? "td" : "th", at ? { class: mark(at) } : { scope: "row" }, cell))));
    const made = element("table", {}, element("caption", {}, caption), element("thead", {}, head), element("tbody", {}, ...body));
    return element("div", { class: "wego-table", tabindex: "0", role: "group", "aria-label": caption }, made);
  }

  ceds.dom = Object.freeze({ block, speak, say, figure, element, drawn, button, ask, table });
})();
