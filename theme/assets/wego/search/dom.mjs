/**
 * What the search windows are built with: elements, the page's strings, the style sheet.
 *
 * Text only ever becomes text nodes, never markup, so nothing that was indexed or typed can act on the page.
 */

/** Make an element: attributes (true means present, null or false absent), listeners (`onclick`), children. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== null && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== ""));
  return made;
}

/** Turn the parts of a text, marked or not, into nodes. */
export function marked(parts) {
  return parts.map((part) => (part.mark ? element("mark", {}, part.text) : part.text));
}

/** Set by strings.<language>.js, a file of its own: every page says the same, and a browser asks for it once. */
const strings = window.wegoSearchStrings ?? {};
const locale = known(document.documentElement.lang);
const plurals = new Intl.PluralRules(locale);
const numbers = new Intl.NumberFormat(locale);

/** Compares labels in the order of the page's language. */
export const collator = new Intl.Collator(locale);

/** The wording of a key in the page's language, with {places} filled in; the key itself if there is no wording. */
export function say(key, values = {}) {
  return (strings[key] ?? key).replace(/\{(\w+)\}/g, (place, name) => (name in values ? show(values[name]) : place));
}

/** The wording for a number: the page may carry one string per plural category of its language. */
export function sayCount(key, n) {
  const category = `${key}.${plurals.select(n)}`;
  return say(category in strings ? category : `${key}.other`, { n });
}

/** Load search.css unless the page links it already. */
export function loadStyles() {
  const { href } = new URL("search.css", import.meta.url);
  const links = [...document.querySelectorAll("link[rel=stylesheet]")];
  if (!links.some((link) => link.href === href)) document.head.append(element("link", { rel: "stylesheet", href }));
}

/** The query field, alike in the dialog and on the search page. */
export function queryField() {
  return element("input", {
    type: "search",
    name: "q",
    class: "wego-search__field",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    enterkeyhint: "search",
    placeholder: say("search.placeholder"),
    "aria-label": say("search.label"),
  });
}

function show(value) {
  return typeof value === "number" ? numbers.format(value) : value;
}

/** A language tag that Intl accepts, which that of a pseudo-language may not be. */
function known(language) {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? "en";
  } catch {
    return "en";
  }
}
