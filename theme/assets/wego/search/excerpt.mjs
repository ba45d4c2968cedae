/**
 * The piece of a page's text that shows the query, in parts that are marked or not.
 *
 * Finds the query inside Korean words and across spaces, and whatever the accents; words of other scripts only from
 * their beginning.
 */

const WORD = /[\p{L}\p{N}]/u;
const ANYWHERE = /^[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff가-힣]/; // scripts that do not part words by spaces alone
const HANGUL_SYLLABLE = /[가-힣]/;

/** Fold a text for comparison: no case, accents or spaces. Returns the string and where each character came from. */
export function fold(text) {
  let folded = "";
  const from = [];
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (/[\s\u200b]/.test(letter)) continue;
    const plain = HANGUL_SYLLABLE.test(letter) ? letter : letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    for (const unit of plain) {
      folded += unit;
      from.push(at);
    }
  }
  return { folded, from };
}

/** Cut an excerpt of about `width` characters around the place where most of the needles stand together. */
export function excerpt(text, needles, width) {
  const marks = findMarks(text, needles);
  const first = bestPlace(marks, width);
  const start = startOfExcerpt(text, first, width);
  const end = Math.min(text.length, start + width);
  const stop = end < text.length ? Math.max(text.lastIndexOf(" ", end), start + width / 2) : end;
  return {
    found: marks.length > 0,
    parts: [
      ...(start > 0 ? [{ text: "… " }] : []),
      ...cut(text, start, stop, marks),
      ...(stop < text.length ? [{ text: " …" }] : []),
    ],
  };
}

/** Mark the needles in a whole text, such as a title. */
export function highlight(text, needles) {
  const marks = findMarks(text, needles);
  return { found: marks.length > 0, parts: cut(text, 0, text.length, marks) };
}

/** Every place where a needle stands: {from, to, needle}, in order, overlapping ones as one. */
function findMarks(text, needles) {
  const { folded, from } = fold(text);
  const marks = [];
  needles.forEach((needle, which) => {
    const wanted = fold(needle).folded;
    const inside = ANYWHERE.test(wanted);
    for (let at = wanted ? folded.indexOf(wanted) : -1; at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
      const begin = from[at];
      if (!inside && begin > 0 && WORD.test(text[begin - 1])) continue;
      marks.push({ from: begin, to: from[at + wanted.length - 1] + 1, needle: which });
    }
  });
  marks.sort((one, other) => one.from - other.from || other.to - one.to);
  let reached = 0;
  return marks.filter((mark) => {
    const further = mark.to > reached;
    reached = Math.max(reached, mark.to);
    return further;
  });
}

/** The mark from which most different needles follow within the width of an excerpt. */
function bestPlace(marks, width) {
  let best = null;
  let most = 0;
  for (const mark of marks.slice(0, 100)) {
    const near = marks.filter((other) => other.from >= mark.from && other.to <= mark.from + width * 0.6);
    const different = new Set(near.map((other) => other.needle)).size;
    if (different > most) [best, most] = [mark, different];
  }
  return best ?? marks[0] ?? null;
}

function startOfExcerpt(text, mark, width) {
  if (!mark || mark.from < width / 2) return 0;
  const wish = Math.round(mark.from - width / 3);
  const space = text.indexOf(" ", wish);
  return space >= 0 && space < mark.from ? space + 1 : wish;
}

function cut(text, start, stop, marks) {
  const parts = [];
  let at = start;
  for (const mark of marks) {
    if (mark.to <= at || mark.from >= stop) continue;
    const [from, to] = [Math.max(mark.from, at), Math.min(mark.to, stop)];
    if (from > at) parts.push({ text: text.slice(at, from) });
    parts.push({ text: text.slice(from, to), mark: true });
    at = to;
  }
  if (at < stop) parts.push({ text: text.slice(at, stop) });
  return parts;
}
