/**
 * The search page: all results of a query, filters with counts, the whole state in the address.
 *
 * Fills `#wego-search` and hides `#wego-search-unavailable`, the sentence that stands there without it.
 */

import { loadStyles, say, sayCount, element } from "./dom.mjs";
import { openEngine } from "./engine.mjs";
import { facetView } from "./facet_view.mjs";
import { count, narrow, readState, writeState } from "./facets.mjs";
import { pageView } from "./page_view.mjs";
import { resultItem } from "./result.mjs";

const BATCH = 10;
const PAUSE = 200; // milliseconds without a key before a search starts

const root = document.getElementById("wego-search");
if (root) start();

async function start() {
  loadStyles();
  const view = pageView();
  const asked = new URLSearchParams(location.search).get("q") ?? "";
  view.input.value = asked;
  view.form.addEventListener("submit", (event) => event.preventDefault());
  view.status.textContent = say("search.loading");
  root.replaceChildren(...view.nodes);
  root.hidden = false;
  document.getElementById("wego-search-unavailable")?.setAttribute("hidden", "");
  try {
    const engine = await openEngine();
    const page = new SearchPage(view, engine);
    await page.restore(view.input.value !== asked); // letters typed meanwhile stay
  } catch {
    view.status.textContent = say("search.error");
  }
}

class SearchPage {
  #view;
  #engine;
  #facets;
  #groups;
  #found = { query: null, hits: [] }; // of the query alone
  #left = []; // what the filters let through, in the order asked for
  #turn = 0; // the latest state wins
  #timer = 0;

  constructor(view, engine) {
    this.#view = view;
    this.#engine = engine;
    this.#facets = engine.labels.facets;
    this.#groups = facetView(this.#facets, () => this.#change(true));
    view.filters.append(element("summary", {}, say("search.filters")), ...this.#groups.nodes, view.clear);
    view.filters.hidden = false;
    view.sorting.hidden = !engine.labels.hasDates;
    this.#listen();
  }

  /** Take the state from the address. */
  restore(keepQuery = false) {
    const { query, chosen, order } = readState(location.search, this.#facets);
    if (!keepQuery) this.#view.input.value = query;
    this.#view.order.value = order;
    this.#groups.choose(chosen);
    return this.#refresh();
  }

  #listen() {
    const view = this.#view;
    view.input.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#change(false), PAUSE);
    });
    view.form.addEventListener("submit", () => this.#change(true));
    view.order.addEventListener("change", () => this.#change(true));
    view.more.addEventListener("click", () => this.#showMore());
    view.clear.addEventListener("click", () => {
      this.#groups.choose({});
      view.input.focus();
      this.#change(true);
    });
    window.addEventListener("popstate", () => this.restore());
  }

  #state() {
    const { input, order } = this.#view;
    return { query: input.value.trim(), chosen: this.#groups.chosen(), order: order.value };
  }

  /** Keep the state in the address: a choice is a step one can go back from, a typed letter is not. */
  #change(step) {
    clearTimeout(this.#timer);
    const address = location.pathname + writeState(this.#state());
    if (address !== location.pathname + location.search) {
      if (step) history.pushState(null, "", address);
      else history.replaceState(null, "", address);
    }
    this.#refresh().catch(() => (this.#view.status.textContent = say("search.error")));
  }

  /** Search again if the query changed, then filter, count and show the first batch. */
  async #refresh() {
    const mine = ++this.#turn;
    const now = this.#state();
    if (now.query !== this.#found.query) {
      const hits = now.query ? await this.#engine.search(now.query) : this.#engine.all();
      if (mine !== this.#turn) return;
      this.#found = { query: now.query, hits };
    }
    const left = this.#filter(now);
    const pages = await this.#engine.load(left.slice(0, BATCH), now.query);
    if (mine !== this.#turn) return;
    this.#left = left;
    this.#view.list.replaceChildren(...items(pages));
    this.#tell(now);
  }

  /** The found pages after filters and order; with neither query nor filter there is nothing to show. */
  #filter(now) {
    const { hits } = this.#found;
    this.#groups.update((key) => count(hits, this.#facets, now.chosen, key));
    if (!asks(now)) return [];
    const left = narrow(hits, this.#facets, now.chosen);
    return now.order === "newest" ? byDate(left, this.#engine.labels) : left;
  }

  async #showMore() {
    const mine = this.#turn;
    const from = this.#view.list.children.length;
    const pages = await this.#engine.load(this.#left.slice(from, from + BATCH), this.#state().query);
    if (mine !== this.#turn) return;
    this.#view.list.append(...items(pages));
    this.#view.list.children[from]?.querySelector("a").focus();
    this.#tellShown();
  }

  #tell(now) {
    const n = this.#left.length;
    this.#view.clear.hidden = !isFiltered(now);
    this.#view.status.textContent = message(now, n);
    this.#view.advice.hidden = n > 0 || !asks(now);
    this.#tellShown();
  }

  #tellShown() {
    const { list, more, shown } = this.#view;
    more.hidden = list.children.length >= this.#left.length;
    shown.hidden = this.#left.length <= BATCH;
    shown.textContent = say("search.shown", { shown: list.children.length, total: this.#left.length });
  }
}

function items(pages) {
  return pages.map((page) => resultItem(page, { heading: "h2", sections: true }));
}

function isFiltered({ chosen }) {
  return Object.keys(chosen).length > 0;
}

function asks(state) {
  return state.query !== "" || isFiltered(state);
}

function message(state, n) {
  if (!asks(state)) return say("search.start");
  if (n) return sayCount("search.count", n);
  return state.query ? say("search.none", { query: state.query }) : say("search.none-filtered");
}

/** The newest first; pages without a date keep their order behind them. */
function byDate(hits, labels) {
  const dated = hits.map((hit) => [labels.date(hit.id), hit]);
  dated.sort(([one], [other]) => (one < other ? 1 : one > other ? -1 : 0));
  return dated.map(([, hit]) => hit);
}
