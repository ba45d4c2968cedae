/** How one found page is shown, in the dialog and on the search page alike. */

import { element, marked, say } from "./dom.mjs";

/** A list item: title as the one link, kind and facts, another name if that is why it was found, excerpt. */
export function resultItem(page, { heading = null, sections = false } = {}) {
  const link = element("a", { class: "wego-result__link", href: page.url }, marked(page.title));
  return element(
    "li",
    { class: "wego-result" },
    heading ? element(heading, { class: "wego-result__title" }, link) : element("p", { class: "wego-result__title" }, link),
    facts(page),
    element("p", { class: "wego-result__excerpt" }, marked(page.excerpt)),
    sections && page.sections.length ? sectionLinks(page) : null,
  );
}

function facts(page) {
  const shown = [
    page.kind && element("span", { class: "wego-result__kind" }, page.kind),
    ...page.facts.map((fact) => element("span", {}, fact)),
    page.alias && element("span", { class: "wego-result__alias" }, alias(page.alias)),
  ].filter(Boolean);
  return shown.length ? element("p", { class: "wego-result__facts" }, shown) : null;
}

/** The wording around the other name comes from the page, the name keeps its marks. */
function alias(parts) {
  const [before, after = ""] = say("search.alias").split("{name}");
  return [before, ...marked(parts), after];
}

function sectionLinks(page) {
  const items = page.sections.map((one) => element("li", {}, element("a", { href: one.url }, one.title)));
  return element("ul", { class: "wego-result__sections", "aria-label": say("search.sections") }, items);
}
