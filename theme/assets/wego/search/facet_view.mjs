/** The filters beside the results: a group of checkboxes per facet, with counts that follow the results. */

import { collator, element, say } from "./dom.mjs";
import { KEYS } from "./facets.mjs";

const SHORT = 8; // labels shown of a long facet before the reader asks for all
const MANY = 10;

/** Build the groups once; they are updated in place, so that a checkbox keeps the focus when it is used. */
export function facetView(facets, onchange) {
  const groups = KEYS.filter((key) => facets.get(key)?.size).map((key) => group(key, facets.get(key), onchange));
  return {
    nodes: groups.map((one) => one.node),
    chosen: () => Object.fromEntries(groups.map((one) => [one.key, one.chosen()]).filter(([, labels]) => labels.length)),
    choose: (chosen) => groups.forEach((one) => one.choose(chosen[one.key] ?? [])),
    update: (counts) => groups.forEach((one) => one.update(counts(one.key))),
  };
}

function group(key, labels, onchange) {
  const rows = [...labels].sort(order(key)).map(([label]) => row(key, label, onchange));
  const list = element("ul", { class: "wego-facet__list" }, rows.map((one) => one.node));
  const toggle = element("button", { type: "button", class: "wego-facet__toggle", "aria-expanded": "false" });
  const node = element("fieldset", { class: "wego-facet" }, element("legend", {}, say(`search.filter.${key}`)), list, toggle);
  let open = false;
  const arrange = () => {
    const useful = rows.filter((one) => one.useful());
    const short = !open && useful.length > MANY;
    rows.forEach((one) => (one.node.hidden = !one.useful()));
    if (short) useful.slice(SHORT).forEach((one) => (one.node.hidden = !one.held()));
    toggle.hidden = useful.length <= MANY;
    toggle.setAttribute("aria-expanded", String(open));
    toggle.textContent = open ? say("search.filter.fewer") : say("search.filter.all", { n: useful.length });
    node.hidden = !useful.length;
  };
  toggle.addEventListener("click", () => {
    open = !open;
    arrange();
  });
  return {
    key,
    node,
    chosen: () => rows.filter((one) => one.box.checked).map((one) => one.label),
    choose: (wanted) => rows.forEach((one) => (one.box.checked = wanted.includes(one.label))),
    update: (counts) => {
      rows.forEach((one) => one.show(counts.get(one.label) ?? 0));
      arrange();
    },
  };
}

function row(key, label, onchange) {
  const box = element("input", { type: "checkbox", name: key, value: label, onchange });
  const number = element("span", { class: "wego-facet__count" });
  const node = element("li", {}, element("label", {}, box, element("span", {}, label), " ", number));
  let count = 0;
  const held = () => box.checked || box === document.activeElement;
  return {
    box,
    label,
    node,
    held,
    useful: () => count > 0 || held(),
    show: (n) => {
      count = n;
      number.textContent = `(${n})`;
    },
  };
}

/** Years from the newest, other labels from the most frequent; the order never changes while the reader filters. */
function order(key) {
  const { compare } = collator;
  if (key === "year") return ([one], [other]) => compare(other, one);
  return ([one, ids], [other, others]) => others.size - ids.size || compare(one, other);
}
