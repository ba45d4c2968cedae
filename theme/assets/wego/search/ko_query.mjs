/**
 * What a Korean query is also tried as: without particles, joined, split. No dictionary.
 *
 * The index holds the parts of Korean words (generator/derive/terms.py); this side takes off what readers add to them.
 */

const PARTICLES = (
  "에서부터 으로부터 에게서 이라고 이라는 으로서 으로써 에서는 에서의 에서도 에게는 까지는 까지의 로부터 이라도 이나마 " +
  "에서 에게 한테 께서 부터 까지 처럼 보다 마다 조차 마저 으로 로서 로써 라고 라는 이란 이나 이며 에는 에도 와의 과의 만의 " +
  "들의 들이 들을 들은 하는 하여 하고 한다 했다 하기 했던 하며 되는 되어 된다 됐다 되고 " +
  "은 는 이 가 을 를 의 에 로 와 과 도 만 나 란 며 들"
).split(/\s+/);

export const HANGUL = /[가-힣]/;

/** Take one particle off a word when two syllables, or a Latin letter or digit, stay. */
export function strip(word) {
  if (!HANGUL.test(word.at(-1) ?? "")) return word;
  for (const particle of PARTICLES) {
    if (!word.endsWith(particle)) continue;
    const stem = word.slice(0, -particle.length);
    if (/[A-Za-z0-9]$/.test(stem) || /[가-힣]{2,}$/.test(stem)) return stem;
  }
  return word;
}

/**
 * The queries to try, each with a weight for its results and a stage: 0 always, 1 when nothing was found yet,
 * 2 (single words of several) when still nothing was found.
 */
export function variants(raw) {
  const query = raw.normalize("NFC").trim().replace(/\s+/g, " ");
  const found = new Map([[query, { query, weight: 1, stage: 0 }]]);
  if (!HANGUL.test(query) || /^".+"$/.test(query)) return [...found.values()];
  const add = (text, weight, stage) => {
    if (text && !found.has(text)) found.set(text, { query: text, weight, stage });
  };
  const words = query.split(" ").map(strip);
  add(words.join(" "), 0.9, 0);
  addJoined(words, add);
  words.forEach((word, at) => addSplit(words, word, at, add));
  if (words.length > 1) for (const word of words) if (word.length > 1) add(word, 0.3 / words.length, 2);
  return [...found.values()];
}

/** 빅 데이터 is also 빅데이터: all words as one, and each pair of neighbours as one. */
function addJoined(words, add) {
  if (words.length > 1) add(words.join(""), 1, 0);
  if (words.length < 3) return;
  for (let at = 0; at + 1 < words.length; at++) {
    add([...words.slice(0, at), words[at] + words[at + 1], ...words.slice(at + 2)].join(" "), 0.9, 0);
  }
}

/** 빅데이터 is also 빅 데이터: one word cut in two at every place; parts of one syllable count less. */
function addSplit(words, word, position, add) {
  if (!/^[가-힣]{3,}$/.test(word)) return;
  for (let at = 1; at < word.length; at++) {
    const short = at < 2 || word.length - at < 2;
    if (word.length > 3 && word.length - at < 2) continue;
    const split = [...words.slice(0, position), word.slice(0, at), word.slice(at), ...words.slice(position + 1)];
    add(split.join(" "), short ? 0.4 : 0.6, 1);
  }
}
