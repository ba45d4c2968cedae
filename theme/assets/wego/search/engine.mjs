/**
 * The search of one language: queries in, ranked pages out, each with title, excerpt and the reason why it was found.
 *
 * Wraps Pagefind, which is loaded with this module and fetches only the parts of its index that a query needs.
 * Not here: anything that is shown (dialog.mjs, page.mjs).
 */

import { excerpt, fold, highlight } from "./excerpt.mjs";
import { HANGUL, strip, variants } from "./ko_query.mjs";
import { loadLabels } from "./labels.mjs";

const SITE = new URL("../../../", import.meta.url);
const DENSE = /[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff가-힣]/; // scripts that say more in fewer characters

/** Load the index for the language of the document. Throws when there is none (file://, no connection). */
export async function openEngine() {
  const [{ createInstance }, labels] = await Promise.all([
    import(new URL("pagefind/pagefind.js", SITE).href),
    loadLabels(SITE, document.documentElement.lang),
  ]);
  // Without the worker the first search needs 40 KB less; a query takes a few milliseconds.
  const pagefind = createInstance({ noWorker: true });
  return {
    labels,
    search: (query) => search(pagefind, labels, query),
    all: () => labels.ids.map((id) => ({ id, data: () => readFragment(id) })),
    load: (hits, query) => load(hits, labels, query),
  };
}

/** All pages that match, best first: {id, score, data}. */
async function search(pagefind, labels, raw) {
  const best = new Map();
  const tries = variants(raw);
  for (const stage of [0, 1, 2]) {
    if (best.size) break;
    for (const { query, weight } of tries.filter((one) => one.stage === stage)) {
      for (const hit of (await pagefind.search(query)).results) {
        const before = best.get(hit.id);
        const own = hit.score * weight * labels.weight(hit.id);
        // Of single words of a longer query, a page that holds several is better than a page that holds one.
        const score = stage === 2 ? own + (before?.score ?? 0) : Math.max(own, before?.score ?? 0);
        best.set(hit.id, { id: hit.id, score, data: own === score || !before ? hit.data : before.data });
      }
    }
  }
  return [...best.values()].sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
}

/** What Pagefind stored of a page, for lists without a query: a query for "every page" would fetch the whole index. */
async function readFragment(id) {
  const answer = await fetch(new URL(`pagefind/fragment/${id}.pf_fragment`, SITE));
  const text = await new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))).text();
  const page = JSON.parse(text.slice("pagefind_dcd".length));
  return { ...page, url: new URL(`.${page.url}`, SITE).pathname };
}

/** Read what is shown of some hits, and put those that bear the query as their name before the others. */
async function load(hits, labels, raw) {
  const query = raw.normalize("NFC").trim();
  const words = query.split(/\s+/).map((word) => strip(word.replace(/^["'(]+|["').,;:!?]+$/gu, ""))).filter(Boolean);
  const needles = words.length > 1 ? [words.join(" "), ...words] : words;
  const read = await Promise.all(hits.map(async (hit) => entry(hit.id, await hit.data(), labels, needles)));
  const rank = (one) => placeOf(one, words);
  return read.map((one) => [rank(one), one]).sort(([one], [other]) => one - other).map(([, one]) => one);
}

/** 0: the query is its name. 1: as ranked. 2: a Korean query that only began to match, such as 수 of 수출입은행. */
function placeOf(page, words) {
  const query = fold(words.join("")).folded;
  if (!query) return 1;
  if (page.names.some((name) => fold(name).folded === query)) return 0;
  if (!HANGUL.test(query)) return 1;
  const held = fold([page.text, ...page.names].join(" ")).folded;
  return words.every((word) => held.includes(fold(word).folded)) ? 1 : 2;
}

/** What is shown of a page; the index of Korean is decomposed, what is shown is composed. */
function entry(id, data, labels, needles) {
  const title = data.meta.title.normalize("NFC");
  const text = data.content.normalize("NFC");
  const others = (data.meta.alt ?? "").normalize("NFC").split("; ").filter(Boolean);
  const inTitle = highlight(title, needles);
  const inText = excerpt(text, needles, DENSE.test(text) ? 100 : 180);
  const other = inTitle.found || inText.found ? null : others.find((name) => highlight(name, needles).found);
  return {
    id,
    url: data.url,
    text,
    names: [title, ...others],
    title: inTitle.parts,
    excerpt: inText.found || other || !needles.length ? inText.parts : fromPagefind(data.excerpt),
    alias: other ? highlight(other, needles).parts : null,
    kind: labels.of(id, "kind")[0] ?? null,
    facts: [...labels.of(id, "country"), span(labels.of(id, "year"))].filter(Boolean),
    sections: sections(data),
  };
}

/** Pagefind knows word stems: its excerpt marks "training" for "trainings", where ours finds nothing. */
function fromPagefind(markup) {
  const plain = (text) => text.normalize("NFC").replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  return markup
    .split(/(<mark>.*?<\/mark>)/su)
    .filter(Boolean)
    .map((part) => (part.startsWith("<mark>") ? { text: plain(part.slice(6, -7)), mark: true } : { text: plain(part) }));
}

function sections(data) {
  return (data.sub_results ?? [])
    .filter((one) => one.url.includes("#"))
    .slice(0, 3)
    .map((one) => ({ url: one.url, title: one.title.normalize("NFC") }));
}

function span(years) {
  const sorted = [...years].sort();
  return sorted.length > 1 ? `${sorted[0]}–${sorted.at(-1)}` : (sorted[0] ?? "");
}
