/* "Propose to publish": consent in plain words and with its scope, the file to hand in, the way to the repository's upload page.

   In: the state {instrument, run, proposal}; what is entered here stays in `proposal` while the page is open and is kept nowhere else.
   Nothing is sent: the reader downloads the file and uploads it there, where everybody can see it. */
(function () {
  "use strict";
  const ceds = (window.wegoCeds = window.wegoCeds || {});

  function scopes(proposal) {
    const { say, element } = ceds.dom;
    const boxes = ceds.run.SCOPES.map((each) => element("label", { class: "wego-assess__choice" },
      element("input", { type: "radio", name: "scope", value: each, checked: each === (proposal.scope || "scores"), onchange: () => (proposal.scope = each) }),
      element("span", {}, element("b", {}, say(`scope.${each}`)), " ", say(`scope.${each}.means`))));
    return element("fieldset", {}, element("legend", {}, say("publish.scope")), ...boxes);
  }

  /** What is missing before a run can be handed in, as sentences. */
  function missing(state, office, agreed) {
    const { say } = ceds.dom;
    const { run } = state;
    return [
      [!ceds.run.isId(run.city), "publish.no_city"], [!ceds.run.isDay(run.date) || run.date > ceds.run.today(), "publish.no_date"],
      [!office.trim(), "publish.no_office"], [!agreed, "publish.no_consent"],
    ].filter(([wrong]) => wrong).map(([, key]) => say(key));
  }

  /** The section, to be put below the results. `upload` is the repository's upload page, or empty. */
  function section(state, upload) {
    const { say, element, button } = ceds.dom;
    const { proposal } = state;
    const office = element("input", { type: "text", name: "office", maxlength: "200", autocomplete: "off", value: proposal.office, oninput: () => (proposal.office = office.value) });
    const agreed = element("input", { type: "checkbox", name: "consent", checked: proposal.agreed, onchange: () => (proposal.agreed = agreed.checked) });
    const scope = scopes(proposal);
    const said = element("div", { role: "status", class: "wego-assess__said" });

    function done(made, large) {
      const path = `data/assessments/${made.city}/${made.date}.yml`;
      const where = upload ? element("a", { href: `${upload}/${made.city}`, rel: "noopener" }, say("publish.upload")) : say("publish.no_repository");
      said.replaceChildren(element("p", {}, say("publish.done", { name: `${made.date}.yml`, path })), element("p", {}, element("b", {}, say("publish.public")), " ", where), large ? element("p", {}, large) : "");
    }

    function propose() {
      const lacking = missing(state, office.value, agreed.checked);
      if (lacking.length) {
        said.replaceChildren(element("p", {}, say("publish.lacking")), element("ul", {}, ...lacking.map((each) => element("li", {}, each))));
        return;
      }
      const chosen = scope.querySelector("input:checked").value;
      const consent = { office: ceds.run.words(office.value).replace(/\s+/g, " "), date: ceds.run.today(), scope: chosen };
      const made = ceds.run.published(state.run, state.instrument, consent);
      done(made, ceds.files.saveYaml(made, `${made.date}.yml`));
    }

    return element("section", { class: "wego-assess__report wego-assess__publish" }, element("h3", {}, say("publish.title")),
      element("p", {}, say("publish.about")), element("p", {}, say("publish.withdraw")), scope,
      element("label", { class: "wego-assess__field" }, element("span", {}, say("publish.office")), office, element("small", {}, say("publish.office.hint"))),
      element("label", { class: "wego-assess__choice" }, agreed, element("span", {}, say("publish.agree"))), button(say("publish.button"), propose), said);
  }

  ceds.publish = Object.freeze({ section });
})();
