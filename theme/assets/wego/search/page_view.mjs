/** The parts of the search page that change, built once and empty. */

import { element, queryField, say } from "./dom.mjs";

export function pageView() {
  const input = queryField();
  const submit = element("button", { type: "submit", class: "wego-search__submit wego-button--primary" }, say("search.submit"));
  const form = element("form", { role: "search", class: "wego-search__form" }, input, submit);
  const status = element("p", { class: "wego-search__status", role: "status" });
  const order = element(
    "select",
    { name: "sort" },
    element("option", { value: "match" }, say("search.sort.match")),
    element("option", { value: "newest" }, say("search.sort.newest")),
  );
  const sorting = element("label", { class: "wego-search__sort", hidden: true }, element("span", {}, say("search.sort")), order);
  const advice = element("p", { class: "wego-search__advice", hidden: true }, say("search.advice"));
  const list = element("ol", { class: "wego-search__results" });
  const shown = element("p", { class: "wego-search__shown", hidden: true });
  const more = element("button", { type: "button", class: "wego-search__more", hidden: true }, say("search.more"));
  const clear = element("button", { type: "button", class: "wego-search__clear", hidden: true }, say("search.clear"));
  const filters = element("details", { class: "wego-search__filters", hidden: true });
  filters.open = matchMedia("(min-width: 60em)").matches;
  const head = element("div", { class: "wego-search__head" }, status, sorting);
  const found = element("div", { class: "wego-search__found" }, head, advice, list, shown, more);
  const nodes = [form, element("div", { class: "wego-search__columns" }, filters, found)];
  return { nodes, form, input, status, sorting, order, advice, list, more, shown, clear, filters };
}
