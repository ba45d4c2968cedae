/* Pieces of the form that every part uses: a choice, a label with its control, a text that is kept as it is typed.

   In: the state {run, changed(soon)}. Out: nodes. Not here: which questions there are (form.js, about.js). */
(function () {
  "use strict";
  const ceds = (window.wegoCeds = window.wegoCeds || {});

  function choice(name, value, label, checked) {
    const { element } = ceds.dom;
    const box = element("input", { type: "radio", name, value, checked });
    return element("label", { class: "wego-assess__choice" }, box, element("span", {}, label));
  }

  function labelled(label, control, hint = "") {
    const { element } = ceds.dom;
    const note = hint ? element("small", {}, hint) : "";
    return element("label", { class: "wego-assess__field" }, element("span", {}, label), control, note);
  }

  /** A text that is kept in `holder[key]`; empty texts are not kept, unless `keep`. */
  function typed(state, holder, key, attributes = {}, keep = false) {
    const control = ceds.dom.element(attributes.type ? "input" : "textarea", { maxlength: String(ceds.run.MOST), ...attributes });
    control.value = holder()[key] ?? "";
    control.addEventListener("input", () => {
      if (control.value.trim() || keep) holder()[key] = control.value;
      else delete holder()[key];
      state.changed(true);
    });
    return control;
  }

  /** A place below a control for what is wrong with it; `show(nodes)` marks the control, or nothing with an empty list. */
  function remark(control, id) {
    const place = ceds.dom.element("p", { id, class: "wego-assess__wrong", "aria-live": "polite" });
    control.setAttribute("aria-describedby", id);
    const show = (nodes) => {
      place.replaceChildren(...nodes);
      if (nodes.length) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    };
    return { place, show };
  }

  ceds.fields = Object.freeze({ choice, labelled, typed, remark });
})();
