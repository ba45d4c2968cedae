/**
 * Filtering and counting found pages by facet: pages match any chosen label of a facet, and all facets with a choice.
 *
 * A count says how many of the found pages its label would leave, given the choices in the other facets. Nothing is
 * shown here (facet_view.mjs).
 */

/** The facets in the order they are shown; others in the index are not offered. */
export const KEYS = ["kind", "topic", "country", "region", "year"];

/** The hits that all chosen labels let through, but for those of the facet `except`. */
export function narrow(hits, facets, chosen, except = null) {
  const tests = KEYS.filter((key) => key !== except && chosen[key]?.length).map((key) =>
    chosen[key].map((label) => facets.get(key)?.get(label) ?? new Set()),
  );
  return hits.filter(({ id }) => tests.every((sets) => sets.some((set) => set.has(id))));
}

/** How many of the hits each label of a facet would leave: Map(label, n). */
export function count(hits, facets, chosen, key) {
  const left = narrow(hits, facets, chosen, key);
  return new Map([...facets.get(key)].map(([label, ids]) => [label, left.filter(({ id }) => ids.has(id)).length]));
}

/** Read a state from an address: only labels that exist are taken. */
export function readState(search, facets) {
  const parameters = new URLSearchParams(search);
  const chosen = {};
  for (const key of KEYS) {
    const labels = parameters.getAll(key).filter((label) => facets.get(key)?.has(label));
    if (labels.length) chosen[key] = labels;
  }
  const order = parameters.get("sort") === "newest" ? "newest" : "match";
  return { query: parameters.get("q")?.trim() ?? "", chosen, order };
}

/** Write a state as the query part of an address, in a fixed order; empty when there is nothing to keep. */
export function writeState({ query, chosen, order }) {
  const parameters = new URLSearchParams();
  if (query) parameters.set("q", query);
  for (const key of KEYS) for (const label of chosen[key] ?? []) parameters.append(key, label);
  if (order === "newest") parameters.set("sort", order);
  const text = parameters.toString();
  return text ? `?${text}` : "";
}
