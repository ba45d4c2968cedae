/* The form: one dimension or area at a time, built when it is opened and then only updated, so that the keyboard keeps its place.

   In: the state {instrument, run, changed(soon)}. Out: the nodes of a part. Answers go into `run` as they are given. Not here: the first part (about.js). */
(function () {
  "use strict";
  const ceds = (window.wegoCeds = window.wegoCeds || {});
  const LEVELS = [0, 1, 2, 3, 4];

  function parts() {
    const { say, element, button } = ceds.dom;
    const { HORIZONS, PILOT } = ceds.run;
    const { choice, labelled, typed } = ceds.fields;

    function evidence(state, holder, hint) {
      const text = typed(state, holder, "evidence", { rows: "2" });
      const open = Boolean(holder().evidence);
      return element("details", { open, class: "wego-assess__evidence" },
        element("summary", {}, say("form.evidence")), labelled(say("form.evidence.label"), text, hint));
    }

    /** The answer of `id` in one part of the run, made when it is first asked for. */
    const holderOf = (state, part, id) => () => (state.run[part][id] = state.run[part][id] || {});

    const chosen = (box, name) => box.querySelector(`input[name="${name}"]:checked`)?.value;

    function reasonField(state, holder, key, label) {
      const text = typed(state, holder, key, { type: "text" }, true);
      return { text, node: labelled(label, text, say("form.reason.hint")) };
    }

    /* One indicator. */

    function question(state, indicator, number) {
      const { id } = indicator;
      const holder = holderOf(state, "indicators", id);
      const given = holder();
      const apart = given.not_applicable !== undefined;
      const levels = LEVELS.map((level) => choice(id, level, [element("b", {}, level), " ", indicator.levels[level]], !apart && given.level === level));
      const none = choice(id, "none", say("form.not_applicable"), apart);
      const reason = reasonField(state, holder, "not_applicable", say("form.reason"));
      const clear = button(say("form.clear"), emptied, { class: "wego-assess__clear" });
      const legend = element("legend", {}, `${number}. ${indicator.question}`);
      const about = element("p", { id: `about-${id}`, class: "wego-assess__about" }, indicator.why, " ", element("span", {}, say("form.proof", { proof: indicator.evidence })));
      const box = element("fieldset", { class: "wego-assess__question", id: `question-${id}`, "aria-describedby": about.id },
        legend, about, ...levels, none, reason.node, clear, evidence(state, holder, ""));

      function show() {
        const value = chosen(box, id);
        reason.node.hidden = value !== "none";
        clear.hidden = value === undefined;
      }

      function emptied() {
        const first = box.querySelector("input");
        for (const each of box.querySelectorAll(`input[name="${id}"]`)) each.checked = false;
        delete holder().level;
        delete holder().not_applicable;
        show();
        first.focus();
        state.changed();
      }

      box.addEventListener("change", (event) => {
        if (event.target.name !== id) return;
        const value = chosen(box, id);
        delete holder().level;
        if (value === "none") holder().not_applicable = reason.text.value;
        else {
          delete holder().not_applicable;
          holder().level = Number(value);
        }
        show();
        state.changed();
      });
      show();
      return box;
    }

    /* One system. */

    function group(title, name, labels, checked, more = []) {
      const choices = LEVELS.map((level) => choice(name, level, say(`${labels}.${level}`), checked === level));
      return element("fieldset", { class: "wego-assess__scale" }, element("legend", {}, title), ...choices, ...more);
    }

    function target(state, system) {
      const own = element("select", { name: `${system.id}-target` },
        element("option", { value: "" }, say("form.target.default", { horizon: say(`horizon.${system.horizon}`) })),
        ...HORIZONS.map((each) => element("option", { value: each }, say(`horizon.${each}`))));
      own.value = state.run.targets[system.id] || "";
      own.addEventListener("change", () => {
        if (own.value) state.run.targets[system.id] = own.value;
        else delete state.run.targets[system.id];
        state.changed();
      });
      return labelled(say("form.target"), own);
    }

    function system(state, each, number) {
      const { id } = each;
      const [existing, using] = [`${id}-existence`, `${id}-use`];
      const holder = holderOf(state, "systems", id);
      const given = holder();
      const apart = given.not_a_task !== undefined;
      const none = choice(existing, "none", say("form.not_a_task"), apart);
      const exists = group(say("form.existence"), existing, "existence", apart ? null : given.existence, [none]);
      const use = group(say("form.use"), using, "use", given.use);
      const reason = reasonField(state, holder, "not_a_task", say("form.reason"));
      const clear = button(say("form.clear"), emptied, { class: "wego-assess__clear" });
      const kit = state.instrument.links.kits[id];
      const about = element("p", { id: `about-${id}`, class: "wego-assess__about" }, each.summary, " ", kit ? element("a", { href: kit }, say("form.kit")) : "");
      const box = element("fieldset", { class: "wego-assess__question", id: `question-${id}`, "aria-describedby": about.id },
        element("legend", {}, `${number}. ${each.name}`), about, exists, reason.node, use, clear, target(state, each), evidence(state, holder, ""));

      function show() {
        const value = chosen(box, existing);
        reason.node.hidden = value !== "none";
        use.hidden = !(Number(value) >= PILOT);
        clear.hidden = value === undefined;
      }

      function emptied() {
        for (const radio of box.querySelectorAll("input[type=radio]")) radio.checked = false;
        for (const key of ["existence", "use", "not_a_task"]) delete holder()[key];
        show();
        box.querySelector("input").focus();
        state.changed();
      }

      box.addEventListener("change", (event) => {
        if (event.target.type !== "radio") return;
        const value = chosen(box, existing);
        const used = chosen(box, using);
        delete holder().existence;
        if (value === "none") holder().not_a_task = reason.text.value;
        else {
          delete holder().not_a_task;
          if (value !== undefined) holder().existence = Number(value);
        }
        if (used !== undefined) holder().use = Number(used);
        show();
        state.changed();
      });
      show();
      return box;
    }

    /* The parts. */

    function dimension(state, id) {
      const own = state.instrument.dimensions.find((each) => each.id === id);
      const asked = state.instrument.indicators.filter((each) => each.dimension === id);
      return [element("p", {}, own.summary), ...asked.map((each, at) => question(state, each, at + 1))];
    }

    function meanings(state) {
      const list = (kind) => element("dl", {}, ...LEVELS.map((level) => element("div", {},
        element("dt", {}, say(`${kind}.${level}`)), element("dd", {}, state.instrument[kind][level]))));
      return element("details", { class: "wego-assess__meanings" }, element("summary", {}, say("form.meanings")),
        element("p", {}, element("b", {}, say("form.existence"))), list("existence"), element("p", {}, element("b", {}, say("form.use"))), list("use"));
    }

    function area(state, id) {
      const own = state.instrument.areas.find((each) => each.id === id);
      const asked = state.instrument.systems.filter((each) => each.area === id);
      return [element("p", {}, own.summary), meanings(state), ...asked.map((each, at) => system(state, each, at + 1))];
    }

    return { about: ceds.about.about, dimension, area };
  }

  /* Progress: how many of a part's questions are answered. */

  const done = (made) => made.level !== undefined || made.not_applicable !== undefined;

  /** [answered, asked] of a system: one question before the pilot, two from then on. */
  function systemDone(given) {
    const { answer, asked } = { answer: ceds.run.systemAnswer(given), asked: 2 };
    if (answer.not_a_task !== undefined) return [asked, asked];
    if (answer.existence === undefined) return [0, asked];
    return [answer.existence < ceds.run.PILOT || answer.use !== undefined ? 2 : 1, asked];
  }

  /** [answered, asked] of a dimension or an area. */
  function progress(state, part) {
    const { instrument, run } = state;
    if (part.kind === "dimension") {
      const asked = instrument.indicators.filter((each) => each.dimension === part.id);
      return [asked.filter((each) => done(ceds.run.answer(run.indicators[each.id]))).length, asked.length];
    }
    const pairs = instrument.systems.filter((each) => each.area === part.id).map((each) => systemDone(run.systems[each.id]));
    return pairs.reduce(([answered, asked], [a, b]) => [answered + a, asked + b], [0, 0]);
  }

  ceds.form = Object.freeze({ parts, progress });
})();
