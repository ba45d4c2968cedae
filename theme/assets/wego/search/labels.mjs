/**
 * What is known of every page besides its words: weight, date and facets (generator/index/search_labels.py).
 *
 * Pagefind's own filters are not used: to ask it which pages bear a label makes it fetch the whole index, and its counts
 * hold for one query only, not for the merged results of several.
 */

/** Load the labels of a language. */
export async function loadLabels(site, language) {
  // The bundle's names change with its content, this one's does not: ask the server whether it is still the same.
  const answer = await fetch(new URL(`pagefind/labels.${language}.json`, site), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`labels.${language}.json: ${answer.status}`);
  return readLabels(await answer.json());
}

/** Turn the table into look-ups by page id. */
export function readLabels({ ids, weights, dates, labels }) {
  const own = new Map(ids.map((id, at) => [id, { weight: weights[at], date: dates[at] ?? "", labels: {} }]));
  const facets = new Map();
  for (const [key, pages] of Object.entries(labels)) {
    const byLabel = Object.entries(pages).map(([label, numbers]) => [label, new Set(numbers.map((at) => ids[at]))]);
    facets.set(key, new Map(byLabel));
    for (const [label, found] of byLabel) for (const id of found) (own.get(id).labels[key] ??= []).push(label);
  }
  return {
    facets, // Map(key, Map(label, Set(id)))
    hasDates: dates.some(Boolean),
    ids: [...ids].sort((one, other) => own.get(other).weight - own.get(one).weight), // those with more weight first
    weight: (id) => own.get(id)?.weight ?? 1,
    date: (id) => own.get(id)?.date ?? "",
    of: (id, key) => own.get(id)?.labels[key] ?? [],
  };
}
