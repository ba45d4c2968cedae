/* The results of a run: three reports, the systems map, the roadmap. Everything is computed here, in the browser.

   In: the state {instrument, run, earlier}. Out: nodes. Not here: the arithmetic (score.js, roadmap.js). */
(function () {
  "use strict";
  const ceds = (window.wegoCeds = window.wegoCeds || {});
  const SHOWN = 5; // strongest and weakest indicators

  function view(state) {
    const { say, element, table, figure } = ceds.dom;
    const { of, compare } = ceds.fraction;
    const { instrument } = state;
    const run = ceds.run.clean(state.run, instrument);
    const result = ceds.score.result(instrument, run);
    const steps = ceds.roadmap.roadmap(instrument, run, result);
    // City and date may have been changed since the earlier run was chosen.
    const refused = state.earlier && ceds.run.notEarlier(state.earlier, state.run, instrument.links.cities);
    const changes = state.earlier && !refused ? ceds.score.change(instrument, state.earlier, run) : null;
    const systems = new Map(instrument.systems.map((each) => [each.id, each]));
    const names = new Map([...instrument.dimensions, ...instrument.areas, ...instrument.systems].map((each) => [each.id, each.name]));
    const listed = (ids) => ids.map((id) => names.get(id)).join(say("list.mark"));

    const shown = (score) => (score.value === null ? say(`reason.${score.reason || "not_a_task"}`) : figure(score.value));
    const range = ({ low, high }) => (figure(low) === figure(high) ? figure(low) : say("result.range", { low: figure(low), high: figure(high) }));
    const plus = (value) => (compare(value, of(0)) > 0 && figure(value) !== figure(of(0)) ? "+" : "");
    const signed = (value) => (value === null || value === undefined ? say("change.none") : plus(value) + figure(value));
    const section = (key, ...children) => element("section", { class: "wego-assess__report" }, element("h3", {}, say(key)), ...children);

    /* Report 1. */

    function stageText() {
      const [low, high] = [result.stage, result.stage_high];
      return say(low === high ? "result.stage" : "result.stage.range", { stage: low, high, name: instrument.stages[low - 1].name });
    }

    /** The average of the other cities: where the city of the run is in that of all, the one without it. */
    function average() {
      const { averages } = instrument;
      const own = run.city || "";
      const found = averages[Object.hasOwn(averages, own) ? own : ""];
      return found && found[0] !== null ? say("result.average", { value: found[0], n: found[1] }) : say("result.average.few");
    }

    function moved() {
      if (refused) return element("p", { class: "wego-notice" }, say("compare.hidden"), " ", say(...refused));
      if (!changes) return "";
      const [{ date }, change] = [state.earlier, signed(changes.overall)];
      return element("p", {}, date ? say("change.overall", { date, change }) : say("change.overall.undated", { change }));
    }

    function overall() {
      const { overall: all } = result;
      const [low, high] = [figure(all.low), figure(all.high)];
      const known = (value) => (compare(all.low, all.high) === 0 ? say("result.whole", { value }) : say("result.overall", { value, low, high }));
      const sentence = all.value === null ? say("result.open", { low, high }) : known(figure(all.value));
      const rows = ["maturity", "systems", "overall"].map((key) => row(key, say(`figure.${key}`), result[key]));
      return section("report.1", element("p", { class: "wego-assess__stage" }, stageText()), element("p", {}, sentence),
        element("p", {}, instrument.stages[result.stage - 1].summary), element("p", {}, average()), moved(), figures(say("report.1.table"), rows));
    }

    /* Tables of figures: name, value, range, answered, and the change where there is an earlier run. */

    function row(key, name, score) {
      const cells = [name, shown(score), range(score), say("of", { n: score.answered, total: score.asked - score.not_applicable }), String(score.not_applicable)];
      return changes ? [...cells, signed(changes[key])] : cells;
    }

    function figures(caption, rows) {
      const heads = ["name", "value", "range", "answered", "not_applicable"].map((each) => say(`column.${each}`));
      return table(caption, changes ? [...heads, say("column.change")] : heads, rows, [1, 2, 3, 4, 5]);
    }

    /* Report 2. */

    /** The highest and the lowest of some figures in a sentence, as the pages of published runs say it. */
    function finding(part, scores) {
      const found = instrument[part].map(({ id }) => [id, scores[id].value]).filter(([, value]) => value !== null)
        .sort((a, b) => compare(a[1], b[1]) || (a[0] < b[0] ? -1 : 1));
      if (found.length < 2) return element("p", {}, say("finding.few"));
      const [[low, least], [high, most]] = [found[0], found[found.length - 1]];
      if (compare(least, most) === 0) return element("p", {}, say("finding.alike", { value: figure(least) }));
      return element("p", {}, say("finding.spread", { high: names.get(high), high_value: figure(most), low: names.get(low), low_value: figure(least) }));
    }

    /** Answered indicators from the lowest level up, equals by id. */
    function answered() {
      const found = instrument.indicators.map((each) => ({ ...each, level: run.indicators?.[each.id]?.level })).filter((each) => each.level !== undefined);
      return found.sort((a, b) => a.level - b.level || (a.id < b.id ? -1 : 1));
    }

    const asList = (found) => element("ol", {}, ...found.map((each) =>
      element("li", {}, element("b", {}, each.question), " ", say("result.level", { level: each.level, said: each.levels[each.level] }))));

    const ranked = (key, found) => [element("h4", {}, say(key)), found.length ? asList(found) : element("p", {}, say("result.nothing"))];

    /** The same ones as on the pages of published runs; with few answers nothing stands out. */
    function extremes() {
      const levels = answered();
      const enough = levels.length >= 2 * SHOWN;
      const strong = enough ? levels.slice(-SHOWN).sort((a, b) => b.level - a.level || (a.id < b.id ? -1 : 1)) : [];
      return [ranked("report.2.strong", strong), ranked("report.2.weak", enough ? levels.slice(0, SHOWN) : [])];
    }

    function dimensions() {
      const sides = ["internal", "external"].flatMap((side) => [
        ...instrument.dimensions.filter((each) => each.side === side).map((each) => row(`dimension/${each.id}`, each.name, result.dimensions[each.id])),
        row(side, element("b", {}, say(`figure.${side}`)), result[side]),
      ]);
      const of = (side) => instrument.dimensions.filter((each) => each.side === side).map((each) => [each.name, result.dimensions[each.id]]);
      const drawn = [...of("external"), ...of("internal").reverse()];
      return section("report.2", finding("dimensions", result.dimensions), ceds.charts.star(say("report.2.chart"), drawn, [say("figure.internal"), say("figure.external")]), element("p", { class: "wego-assess__about" }, say("chart.note")),
        figures(say("report.2.table"), [...sides, row("maturity", element("b", {}, say("figure.maturity")), result.maturity)]),
        ...extremes());
    }

    /* Report 3 and the map. */

    const stateOf = (id) => run.systems?.[id] || {};
    const existence = ({ existence: level, not_a_task: apart }) => (apart !== undefined ? say("reason.not_a_task") : level === undefined ? say("result.unanswered") : say(`existence.${level}`));
    const use = ({ existence: level, use: used }) => (used !== undefined ? say(`use.${used}`) : level >= ceds.run.PILOT ? say("result.unanswered") : "–");
    const horizon = (id) => run.targets?.[id] || systems.get(id).horizon;
    const done = (id) => stateOf(id).existence >= ceds.score.CITY_WIDE;

    function kit(id) {
      const href = instrument.links.kits[id];
      return href ? element("a", { href }, names.get(id)) : names.get(id);
    }

    function gap(score) {
      if (score.not_applicable) return "–";
      const missing = ceds.fraction.minus(ceds.score.HIGHEST, score.low);
      return score.value === null ? say("result.up_to", { gap: figure(missing) }) : figure(missing);
    }

    function systemTable({ id, name }) {
      const rows = instrument.systems.filter((each) => each.area === id).map((each) => {
        const [score, answer] = [result.systems_by_id[each.id], stateOf(each.id)];
        return [kit(each.id), existence(answer), use(answer), shown(score), gap(score)];
      });
      return table(name, ["system", "existence", "use", "value", "gap"].map((each) => say(`column.${each}`)), rows, [3, 4]);
    }

    function current() {
      const entries = instrument.areas.map((each) => [each.name, result.areas[each.id]]);
      const rows = [...instrument.areas.map((each) => row(`area/${each.id}`, each.name, result.areas[each.id])), row("systems", element("b", {}, say("figure.systems")), result.systems)];
      return section("report.3", finding("areas", result.areas), ceds.charts.bars(say("report.3.chart"), entries), element("p", { class: "wego-assess__about" }, say("chart.note")),
        figures(say("report.3.table"), rows), ...instrument.areas.map(systemTable));
    }

    function map() {
      const columns = ["done", ...ceds.run.HORIZONS];
      const place = (id) => (done(id) ? "done" : horizon(id));
      const cell = (area, column) => {
        const found = instrument.systems.filter((each) => each.area === area && stateOf(each.id).not_a_task === undefined && place(each.id) === column);
        return found.length ? element("ul", {}, ...found.map((each) => element("li", {}, kit(each.id), " ", element("small", {}, existence(stateOf(each.id)))))) : "–";
      };
      const rows = instrument.areas.map((each) => [each.name, ...columns.map((column) => cell(each.id, column))]);
      const made = table(say("map.table"), [say("column.area"), ...columns.map((each) => say(each === "done" ? "map.done" : `horizon.${each}`))], rows);
      made.classList.add("wego-assess__map");
      return section("report.map", element("p", {}, say("map.about")), made);
    }

    /* The roadmap: each step with its reason, made from the numbers, and its remedies. */

    const carrier = (id) => (result.dimensions[id].value === null ? names.get(id) : say("roadmap.carrier", { name: names.get(id), value: shown(result.dimensions[id]) }));
    const carriers = (ids) => ids.map(carrier).join(say("list.mark"));

    /** Dimensions too weak to carry a system: those whose figure is known, with it, and those without one. */
    function weak(ids) {
      const sorted = instrument.dimensions.map((each) => each.id).filter((id) => ids.includes(id));
      const known = sorted.filter((id) => result.dimensions[id].value !== null);
      const open = sorted.filter((id) => result.dimensions[id].value === null);
      return [known.length ? say("step.below", { names: carriers(known) }) : "", open.length ? say("step.weak", { names: listed(open) }) : ""].filter(Boolean);
    }

    /** Where no system can begin: the dimensions that are the shortest way out, and the questions in them that were answered lowest. */
    function heldUp() {
      const found = ceds.roadmap.opening(instrument, steps, result);
      if (!found) return [];
      const lowest = answered().filter((each) => found.dimensions.includes(each.dimension)).slice(0, SHOWN);
      const open = found.dimensions.some((id) => result.dimensions[id].value === null);
      const said = [say("roadmap.held_up", { names: carriers(found.dimensions), n: found.systems.length, first: names.get(found.systems[0]) })];
      if (open) said.push(say("roadmap.open"));
      const worst = lowest.length ? [element("p", {}, say("roadmap.lowest")), asList(lowest)] : [];
      return [element("p", { class: "wego-notice" }, said.join(" ")), ...worst];
    }

    const inOrder = (ids) => steps.map((each) => each.system).filter((id) => ids.includes(id));

    /** As the pages of a run say it (generator/render/views/run_reasons.py); a test compares the two. */
    function reason(step) {
      const said = [step.unknown ? say("step.unknown", { gap: figure(step.gap) }) : say("step.gap", { value: figure(result.systems_by_id[step.system].value), gap: figure(step.gap) })];
      if (done(step.system)) said.push(say("step.city_wide"));
      if (step.waiting) said.push(say(done(step.system) ? "step.built_on" : "step.waiting", { n: step.waiting }));
      if (step.blocked_by.length) said.push(say("step.blocked", { names: listed(inOrder(step.blocked_by)) }));
      said.push(...weak(step.weak_dimensions));
      if (!step.blocked_by.length && !step.weak_dimensions.length) said.push(say(step.phase === "now" ? "step.free" : "step.full"));
      if (run.targets?.[step.system] === "none") said.push(say("step.not_planned"));
      return said.join(" ");
    }

    /** How far a city is from the city of the run: another country, another region, how many times as large (as derive/alike.py). */
    function distance(id) {
      const [own, other] = [instrument.links.places[run.city], instrument.links.places[id]];
      if (!other) return [true, true, Infinity];
      return [own[0] !== other[0], own[1] !== other[1], own[2] && other[2] ? Math.abs(Math.log(own[2] / other[2])) : Infinity];
    }

    function order(one, other) {
      const at = one.findIndex((each, place) => each !== other[place]);
      return at < 0 ? 0 : one[at] < other[at] ? -1 : 1;
    }

    /** Practices of the cities most alike first, else in the order given. */
    function near(ids) {
      if (!instrument.links.places[run.city]) return ids;
      const cities = new Map(ids.map((id) => [id, instrument.links.practices[id][3]]));
      const elsewhere = ids.filter((id) => !cities.get(id).includes(run.city));
      const far = new Map(elsewhere.map((id) => [id, cities.get(id).map(distance).sort(order)[0] || [true, true, Infinity]]));
      return elsewhere.sort((one, other) => order(far.get(one), far.get(other)));
    }

    function remedies(step) {
      const { kit: own } = systems.get(step.system);
      const link = ([href, name, more]) => element("li", {}, element("a", { href }, name), more ? ` (${more})` : "");
      const kinds = [["practices", near(own.practices.filter((id) => instrument.links.practices[id]))], ["programmes", own.programmes], ["modules", own.modules]];
      const lists = kinds.map(([kind, ids]) => [kind, ids.map((id) => instrument.links[kind][id]).filter(Boolean).map(link)]);
      if (!lists.some(([, found]) => found.length)) return [];
      if (own.study) lists.push(["study", [element("li", {}, own.study)]]);
      return lists.filter(([, found]) => found.length).map(([kind, found]) => [element("p", { class: "wego-assess__kind" }, say(`remedy.${kind}`)), element("ul", {}, ...found)]);
    }

    function stepNode(step) {
      const found = remedies(step);
      const more = found.length ? element("details", {}, element("summary", {}, say("step.remedies")), ...found) : element("p", { class: "wego-assess__about wego-assess__remediless" }, say("step.no_remedies"));
      return element("li", { "data-system": step.system }, element("b", {}, kit(step.system)), element("p", {}, reason(step)), more);
    }

    function roadmap() {
      if (!steps.length) {
        const none = instrument.systems.every(({ id }) => stateOf(id).not_a_task !== undefined);
        return section("report.roadmap", element("p", {}, say(none ? "roadmap.no_task" : "roadmap.done")));
      }
      let start = 1;
      const phases = ["now", "next", "later"].map((phase) => {
        const found = steps.filter((each) => each.phase === phase);
        const list = found.length ? element("ol", { start, "data-phase": phase }, ...found.map(stepNode)) : element("p", {}, say("roadmap.none"));
        start += found.length;
        return [element("h4", {}, say(`roadmap.${phase}`)), list];
      });
      return section("report.roadmap", element("p", {}, say("roadmap.about")), ...heldUp(), ...phases);
    }

    /* What the result rests on. */

    function basis() {
      const all = [...Object.values(run.indicators || {}), ...Object.values(run.systems || {})];
      const share = say("result.evidence", { n: all.filter((each) => each.evidence).length, total: all.length });
      const missing = ceds.run.DEPARTMENTS.filter((each) => !run.departments?.includes(each)).map((each) => say(`department.${each}`));
      const who = missing.length ? element("p", { class: "wego-notice" }, say("result.departments.missing", { names: missing.join(say("list.mark")) })) : element("p", {}, say("result.departments.all"));
      return [element("p", {}, share, " ", say("result.evidence.means")), who];
    }

    const city = instrument.links.cities[run.city] || run.city || say("result.city");
    return [
      element("p", { class: "wego-lead" }, say("result.title", { city, date: run.date || "–", version: instrument.version })),
      element("p", { class: "wego-notice" }, say("result.own")), ...basis(), overall(), dimensions(), current(), map(), roadmap(),
    ];
  }

  ceds.results = Object.freeze({ view });
})();
