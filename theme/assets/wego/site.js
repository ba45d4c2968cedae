/* The theme button, the print button and the phone menu. Everything else on a page works without scripts. */
(function () {
  "use strict";
  var root = document.documentElement;
  var dark = window.matchMedia("(prefers-color-scheme: dark)");
  var button = document.querySelector("[data-wego-theme]");
  var menu = document.querySelector(".wego-menu");

  function isDark() {
    var chosen = root.getAttribute("data-theme");
    return chosen ? chosen === "dark" : dark.matches;
  }

  function show() {
    button.setAttribute("aria-pressed", String(isDark()));
  }

  function toggle() {
    var next = isDark() ? "light" : "dark";
    var system = dark.matches ? "dark" : "light";
    root.setAttribute("data-theme", next);
    try {
      // The system's own choice is not stored, so that a reader who returns to it follows the system again.
      if (next === system) localStorage.removeItem("wego-theme");
      else localStorage.setItem("wego-theme", next);
    } catch (error) { /* storage may be forbidden: the choice holds for this page */ }
    show();
  }

  if (button) {
    button.hidden = false;
    button.addEventListener("click", toggle);
    dark.addEventListener("change", show);
    show();
  }

  var print = document.querySelector("[data-wego-print]");
  if (print) {
    print.hidden = false;
    print.addEventListener("click", function () {
      window.print();
    });
  }

  if (menu) {
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    document.addEventListener("click", function (event) {
      if (menu.open && !menu.contains(event.target)) menu.open = false;
    });
    menu.addEventListener("focusout", function (event) {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
    });
  }
})();
