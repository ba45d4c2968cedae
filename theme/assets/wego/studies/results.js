/* The results of an appraisal as elements: tables, a sentence, drawings. The words are those of generator/render/appraisal_words.py. */
(function () {
  "use strict";
  const studies = window.wegoStudies;
  const { dom, fraction } = window.wegoCeds;
  const { element, drawn, say } = dom;
  const WIDTH = 560;
  const ROW = 40;
  const BASE_LABEL = 180; // nearer than this to the base case, the label of zero stands below that of the base case
  const MOST_PLACES = 9;

  /** So many decimals as typed, and two more where all amounts are small. */
  function places(flows) {
    const typed = flows.flatMap((each) => [each.investment, each.running, each.benefits]).filter((each) => Number(each) !== 0);
    const written = Math.max(0, ...typed.map((each) => (each.split(".")[1] || "").replace(/0+$/, "").length));
    return Math.min(6, written + (typed.every((each) => Math.abs(Number(each)) < 100) ? 2 : 0));
  }

  /** An exact fraction with so many decimals, half away from zero, as the page's language writes it. */
  function number(value, digits) {
    const scale = 10n ** BigInt(digits);
    const size = (value.n < 0n ? -value.n : value.n) * scale;
    let whole = size / value.d;
    if ((size % value.d) * 2n >= value.d) whole += 1n;
    const sign = value.n < 0n && whole ? "−" : "";
    const language = new Intl.NumberFormat(document.documentElement.lang || "en");
    const point = language.formatToParts(0.5).find((each) => each.type === "decimal").value;
    const rest = String(whole % scale).padStart(digits, "0");
    return sign + language.format(whole / scale) + (digits ? point + rest : "");
  }

  /** Whether the value is other than zero with so many decimals. */
  const visible = (value, digits) => (value.n < 0n ? -value.n : value.n) * 2n * 10n ** BigInt(digits) >= value.d;

  /** `digits`, or as many as it takes that a figure is not shown as zero; one more than MOST_PLACES where none of these do. */
  function enough(value, digits) {
    let found = digits;
    while (value.n !== 0n && found <= MOST_PLACES && !visible(value, found)) found += 1;
    return found;
  }

  /** The same as `number`, but only zero is shown as zero: a small figure gets more decimals, a tiny one a bound. */
  function telling(value, digits) {
    const needed = enough(value, digits);
    if (needed <= MOST_PLACES) return number(value, needed);
    return `${value.n > 0n ? "<" : ">"} ${number(fraction.of(value.n > 0n ? 1n : -1n, 10n ** BigInt(MOST_PLACES)), MOST_PLACES)}`;
  }

  /** A rate with two decimals and how many it is shown with: its units lie at or below it, so a half goes up, below zero too. */
  function roundedRate(units) {
    const hundredths = (units + 50n - ((((units + 50n) % 100n) + 100n) % 100n)) / 100n;
    return hundredths || !units ? [fraction.of(hundredths, 100), 2] : [fraction.of(units, 10_000), 4];
  }

  const percent = (units) => say("percent", { number: number(...roundedRate(units)) });
  const ratio = (worth) => (worth.ratio ? telling(worth.ratio, 2) : say("ratio.none"));

  function rates(worth) {
    if (!worth.rates.length) return say("none");
    return worth.rates.length === 1 ? percent(worth.rates[0]) : say("several", { number: String(worth.rates.length) });
  }

  function payback(found) {
    if (!found.years) return say("payback.never");
    return found.years.n === 0n ? say("payback.once") : say("years", { number: telling(found.years, 2) });
  }

  function change(value) {
    if (!value) return say("none");
    return say("percent", { number: signed(fraction.times(value, fraction.of(100)), 1) });
  }

  /** A number that shows its plus too. */
  function signed(value, digits) {
    const shown = telling(value, digits);
    return value.n > 0n && !shown.startsWith("<") ? `+${shown}` : shown;
  }

  const npvSaid = (worth) => say(worth.npv.n > 0n ? "npv.above" : worth.npv.n < 0n ? "npv.below" : "npv.zero");
  const rateSaid = (worth) => say(worth.rates.length === 1 ? "rate.one" : worth.rates.length ? "rate.several" : "rate.none", { rates: worth.rates.map(percent).join("; ") });

  function paybackSaid(found) {
    if (found.lostAgain) return say("payback.lost");
    if (!found.years) return say("payback.open");
    return say(found.years.n === 0n ? "payback.once.said" : "payback.said");
  }

  function lines(found, digits) {
    const { worth } = found;
    return [
      [say("npv"), telling(worth.npv, digits), "Σ (Bₜ − Cₜ) / (1 + r)ᵗ", npvSaid(worth)],
      [say("ratio"), ratio(worth), "Σ Bₜ / (1 + r)ᵗ ÷ Σ Cₜ / (1 + r)ᵗ", worth.ratio ? say("ratio.said", { ratio: telling(worth.ratio, 2) }) : ""],
      [say("irr"), rates(worth), "Σ (Bₜ − Cₜ) / (1 + i)ᵗ = 0", rateSaid(worth)],
      [say("payback"), payback(found.payback), "Σ (Bₜ − Cₜ) = 0", paybackSaid(found.payback)],
      [say("discounted"), payback(found.discountedPayback), "Σ (Bₜ − Cₜ) / (1 + r)ᵗ = 0", paybackSaid(found.discountedPayback)],
      [say("switch.benefits"), change(found.switchBenefits), "Σ Cₜ / (1 + r)ᵗ ÷ Σ Bₜ / (1 + r)ᵗ − 1", say("switch.benefits.said")],
      [say("switch.costs"), change(found.switchCosts), "Σ Bₜ / (1 + r)ᵗ ÷ Σ Cₜ / (1 + r)ᵗ − 1", say("switch.costs.said")],
    ];
  }

  /** As many decimals as a percentage needs, which has six at most. */
  function needed(value) {
    let digits = 0;
    while (digits < 6 && (10n ** BigInt(digits)) % value.d !== 0n) digits += 1;
    return digits;
  }

  function scenario(each) {
    const plain = (value) => number(value, needed(value));
    if (each.what === "rate") return say("case.rate", { number: plain(each.by) });
    if (each.what === "delay") return say(each.by.n === 1n ? "case.delay.one" : "case.delay", { number: plain(each.by) });
    return say(`case.${each.what}`, { number: signed(each.by, needed(each.by)) });
  }

  function figure(height, title, described, key, ...children) {
    const svg = drawn("svg", { viewBox: `0 0 ${WIDTH} ${height}`, role: "img" }, drawn("title", {}, title), drawn("desc", {}, described), ...children);
    svg.setAttribute("aria-label", title);
    return element("figure", { class: "wego-chart" }, svg, element("figcaption", {}, key));
  }

  /** Near enough to draw: numerator and denominator alone may be too large for a number. */
  const near = (value) => Number((value.n * 10n ** 30n) / value.d) / 1e30;

  const upright = (x, rows) => Array.from({ length: rows }, (_, at) => `M${x},${at * ROW + 21}v17`).join("");

  /** A label below the bars at `x`, which stays on the sheet. */
  function mark(x, y, words) {
    const anchor = x < 150 ? "start" : x > WIDTH - 150 ? "end" : "middle";
    return drawn("text", { class: "wego-chart__tick", x: { start: Math.max(x - 5, 2), end: Math.min(Number(x) + 5, WIDTH - 2), middle: x }[anchor], y, "text-anchor": anchor }, words);
  }

  /** Bars from the base case; its line and that of zero stand beside the bars only, so that none runs through a label. */
  function tornado(found, cases, digits) {
    const base = near(found.worth.npv);
    const rows = cases.map((each) => ({ label: scenario(each), shown: telling(each.worth.npv, digits), value: near(each.worth.npv) }));
    const ordered = [...rows].sort((one, other) => Math.abs(other.value - base) - Math.abs(one.value - base));
    const [low, high] = [Math.min(base, ...rows.map((each) => each.value)), Math.max(base, ...rows.map((each) => each.value))];
    const across = (value) => (20 + ((WIDTH - 40) * (value - low)) / (high - low || 1)).toFixed(1);
    const bars = ordered.flatMap((each, at) => [
      drawn("text", { class: "wego-chart__name", x: 20, y: at * ROW + 16 }, each.label),
      drawn("text", { class: "wego-chart__name wego-chart__value", x: WIDTH - 20, y: at * ROW + 16, "text-anchor": "end" }, each.shown),
      drawn("rect", { class: each.value < base ? "wego-chart__loss" : "wego-chart__bar", x: Math.min(across(each.value), across(base)), y: at * ROW + 22, width: Math.max(1, Math.abs(across(each.value) - across(base))), height: 13 }),
    ]);
    const bottom = rows.length * ROW + 14;
    const lines = [drawn("path", { class: "wego-chart__axis", d: upright(across(base), rows.length) }), mark(across(base), bottom, say("base", { value: telling(found.worth.npv, digits) }))];
    const crosses = low < 0 && high > 0;
    const lower = bottom + (crosses && Math.abs(across(0) - across(base)) < BASE_LABEL ? 17 : 0);
    if (crosses) lines.unshift(drawn("path", { class: "wego-chart__grid", d: upright(across(0), rows.length) }), mark(across(0), lower, "0"));
    return figure(lower + 6, say("tornado"), rows.map((each) => `${each.label}: ${each.shown}`).join("; "), say("tornado.key"), ...bars, ...lines);
  }

  function turning(found, cases) {
    const above = found.worth.npv.n >= 0n;
    const turned = cases.filter((each) => each.worth.npv.n >= 0n !== above).map(scenario);
    return turned.length ? say("turns", { changes: turned.join("; ") }) : say("turns.none");
  }

  /** The results and the years as tables. */
  function figures(found, names, digits) {
    const shown = (value) => telling(value, digits);
    const years = found.years.map((each, at) => [names[at], shown(each.investment), shown(each.running), shown(each.benefits), shown(each.net), shown(each.total), telling(each.factor, 4), shown(each.present), shown(each.presentTotal)]);
    const heads = ["year", "investment", "running", "benefits", "net", "total", "factor", "present", "present.total"].map((each) => say(each));
    return [
      dom.table(say("results"), ["figure", "value", "formula", "meaning"].map((each) => say(each)), lines(found, digits), [1]),
      element("p", {}, say("key")),
      dom.table(say("years.table"), heads, years, [1, 2, 3, 4, 5, 6, 7, 8]),
    ];
  }

  /** What changes the results: a sentence, a drawing, a table. */
  function variations(found, cases, digits) {
    const shown = (value) => telling(value, digits);
    const lost = cases.filter((each) => each.lost.n !== 0n).map((each) => element("li", {}, say("lost", { scenario: scenario(each), lost: shown(each.lost) })));
    return [
      element("h2", {}, say("sensitivity")),
      element("p", {}, turning(found, cases)),
      tornado(found, cases, digits),
      dom.table(say("cases"), [say("if"), say("npv"), say("ratio"), say("irr")], cases.map((each) => [scenario(each), shown(each.worth.npv), ratio(each.worth), rates(each.worth)]), [1, 2, 3]),
      lost.length ? element("ul", {}, ...lost) : "",
    ].filter((each) => each !== "");
  }

  const sentence = (found, digits) => say("sentence", { npv: telling(found.worth.npv, digits), ratio: ratio(found.worth), irr: rates(found.worth) });

  studies.results = Object.freeze({ places, figures, variations, sentence, number, enough, roundedRate });
})();
