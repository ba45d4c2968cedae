/* The first part of the form: city, date, who took part, a note on the run.

   In: the state {instrument, run, changed(soon)}. Out: nodes. City and date stay as they are typed and are marked while no file
   could hold them; the answers are kept all the same. */
(function () {
  "use strict";
  const ceds = (window.wegoCeds = window.wegoCeds || {});
  const FIRST_DAY = "2000-01-01"; // nobody asked these questions before

  /** The field for a city that the base does not have, with what is wrong with its short name and what would do. */
  function ownCity(state) {
    const { say, element, button } = ceds.dom;
    const { typed, labelled, remark } = ceds.fields;
    const control = typed(state, () => state.run, "city", { type: "text", maxlength: String(ceds.run.ID_LENGTH), spellcheck: "false", autocapitalize: "off", autocomplete: "off" }, true);
    const { place, show } = remark(control, "wego-assess-city");

    function check() {
      const value = control.value;
      const better = ceds.run.idOf(value);
      const use = () => {
        control.value = better;
        control.dispatchEvent(new Event("input"));
        control.focus();
      };
      if (!value || ceds.run.isId(value)) show([]);
      else if (better) show([say("form.city.wrong", { id: better }), " ", button(say("form.city.use", { id: better }), use, { class: "wego-assess__clear" })]);
      else show([say("form.city.latin")]);
    }

    control.addEventListener("input", check);
    check();
    return { control, node: element("div", {}, labelled(say("form.city.id"), control, say("form.city.hint")), place) };
  }

  function city(state) {
    const { say, element } = ceds.dom;
    const { cities } = state.instrument.links;
    const own = ownCity(state);
    const isOther = state.run.city && !Object.hasOwn(cities, state.run.city);
    const list = element("select", { name: "city" }, element("option", { value: "" }, say("form.city.choose")),
      ...Object.entries(cities).map(([id, name]) => element("option", { value: id }, name)), element("option", { value: "*" }, say("form.city.other")));
    list.value = isOther ? "*" : state.run.city;
    own.node.hidden = !isOther;
    list.addEventListener("change", () => {
      own.node.hidden = list.value !== "*";
      state.run.city = list.value === "*" ? own.control.value : list.value;
      state.changed();
    });
    return [ceds.fields.labelled(say("form.city"), list), own.node];
  }

  /** The day, marked when it is none, lies in the future or far back. */
  function date(state) {
    const { say } = ceds.dom;
    const { typed, labelled, remark } = ceds.fields;
    const control = typed(state, () => state.run, "date", { type: "date", maxlength: null, min: FIRST_DAY, max: ceds.run.today() }, true);
    const { place, show } = remark(control, "wego-assess-date");
    const check = () => {
      const { value, min, max, validity } = control;
      if (!value && !validity.badInput) show([]);
      else if (!ceds.run.isDay(value) || value < min) show([say("form.date.wrong", { date: max })]);
      else show(value > max ? [say("form.date.future")] : []);
    };
    for (const when of ["input", "blur"]) control.addEventListener(when, check);
    check();
    return [labelled(say("form.date"), control), place];
  }

  function departments(state) {
    const { say, element } = ceds.dom;
    const { DEPARTMENTS } = ceds.run;
    const boxes = DEPARTMENTS.map((each) => {
      const box = element("input", { type: "checkbox", name: each, checked: state.run.departments.includes(each) });
      box.addEventListener("change", () => {
        state.run.departments = DEPARTMENTS.filter((other) => (other === each ? box.checked : state.run.departments.includes(other)));
        state.changed();
      });
      return element("label", { class: "wego-assess__choice" }, box, element("span", {}, say(`department.${each}`)));
    });
    return element("fieldset", {}, element("legend", {}, say("form.departments")), element("p", { class: "wego-assess__about" }, say("form.departments.hint")), ...boxes);
  }

  function about(state) {
    const { say, element } = ceds.dom;
    const note = ceds.fields.typed(state, () => state.run, "note", { rows: "4" }, true);
    return [
      element("p", {}, say("form.about")), ...city(state), ...date(state),
      departments(state), ceds.fields.labelled(say("form.note"), note, say("form.note.hint")),
    ];
  }

  ceds.about = Object.freeze({ about });
})();
