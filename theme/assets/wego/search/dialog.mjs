/**
 * Search from any page: the header's search link, Ctrl+K, Cmd+K or "/" open a dialog with results as you type.
 *
 * Loaded on every page, so it stays small: the engine and the index come with the first opening. Where modules do not
 * load (file://), the link simply goes to the search page.
 */

import { element, loadStyles, queryField, say, sayCount } from "./dom.mjs";

const SHOWN = 8;
const PAUSE = 120; // milliseconds without a key before a search starts

const links = document.querySelectorAll("a[data-wego-search]");
const opener = links[0]; // the header's; it tells where the search page is
let view = null; // built at the first opening
let modules = null; // promise of the engine and the renderer
let turn = 0; // the latest query wins

if (opener && typeof HTMLDialogElement === "function") {
  loadStyles();
  opener.setAttribute("aria-keyshortcuts", "Control+K Meta+K /");
  for (const link of links) {
    link.setAttribute("aria-haspopup", "dialog");
    link.addEventListener("click", follow);
  }
  document.addEventListener("keydown", (event) => {
    if (!isShortcut(event)) return;
    event.preventDefault();
    open();
  });
}

/** A plain click opens the dialog; one that asks for a new tab or window is left to the browser. */
function follow(event) {
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  event.currentTarget.focus(); // Safari does not focus a clicked link, and closing returns the focus to what had it
  open();
}

function isShortcut(event) {
  if (event.altKey || event.shiftKey || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey) {
    // A Korean keyboard may report ㅏ for the key of K.
    return event.key.toLowerCase() === "k" || (event.code === "KeyK" && !/[a-z]/i.test(event.key));
  }
  return event.key === "/" && !event.target.closest?.("input, textarea, select, [contenteditable]");
}

/** Open the dialog, or go to the field of the search page when this is it. */
function open() {
  const field = document.querySelector("#wego-search:not([hidden]) input[type=search]");
  if (field) {
    field.focus();
    field.select();
    return;
  }
  view ??= build();
  if (!view.dialog.open) view.dialog.showModal();
  view.input.focus();
  view.input.select();
  ready().catch(() => {}); // told when something is typed
}

function ready() {
  modules ??= Promise.all([import("./engine.mjs").then((module) => module.openEngine()), import("./result.mjs")]);
  modules.catch(() => {
    modules = null; // the next key tries again
  });
  return modules;
}

function build() {
  const input = queryField();
  input.addEventListener("input", later());
  const close = element(
    "button",
    { type: "button", class: "wego-search__close", onclick: () => view.dialog.close() },
    say("search.close"),
  );
  const status = element("p", { class: "wego-search__status", role: "status" }, say("search.start"));
  const list = element("ol", { class: "wego-search__results" });
  const more = element("p", { class: "wego-search__all", hidden: true });
  const form = element("form", { role: "search", action: opener.href, method: "get" }, input, close);
  const hint = element("p", { class: "wego-search__keys" }, say("search.keys"));
  const attributes = { class: "wego-search-dialog", "aria-label": say("search.title"), onkeydown, onclick };
  const dialog = element("dialog", attributes, form, status, list, more, hint);
  document.body.append(dialog);
  return { dialog, input, status, list, more };
}

/** A click beside the dialog, which is on its backdrop, closes it. */
function onclick(event) {
  if (event.target !== view.dialog) return;
  const { left, right, top, bottom } = view.dialog.getBoundingClientRect();
  const [x, y] = [event.clientX, event.clientY];
  if (x < left || x > right || y < top || y > bottom) view.dialog.close();
}

/** Arrow keys walk from the field through the results and back; Esc closes even while the field holds text. */
function onkeydown(event) {
  if (event.isComposing) return;
  if (event.key === "Escape") {
    event.preventDefault();
    view.dialog.close();
    return;
  }
  const stops = [view.input, ...view.dialog.querySelectorAll(".wego-result__link, .wego-search__all a")];
  const at = stops.indexOf(document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
  if (at < 0 || next === undefined || next < 0 || next >= stops.length) return;
  event.preventDefault();
  stops[next].focus();
}

function later() {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(update, PAUSE);
  };
}

async function update() {
  const mine = ++turn;
  const query = view.input.value.trim();
  if (!query) {
    show([], null, say("search.start"));
    return;
  }
  if (!view.list.children.length) view.status.textContent = say("search.loading");
  try {
    const [engine, { resultItem }] = await ready();
    const hits = await engine.search(query);
    const pages = await engine.load(hits.slice(0, SHOWN), query);
    if (mine !== turn) return;
    const message = hits.length ? sayCount("search.count", hits.length) : say("search.none", { query });
    show(pages.map((page) => resultItem(page)), hits.length ? query : null, message);
  } catch {
    if (mine === turn) show([], null, say("search.error"));
  }
}

function show(items, query, message) {
  view.list.replaceChildren(...items);
  view.more.hidden = query === null;
  if (query !== null) {
    const url = new URL(opener.href);
    url.searchParams.set("q", query);
    view.more.replaceChildren(element("a", { href: url.href }, say("search.all", { query })));
  }
  view.status.textContent = message;
}
