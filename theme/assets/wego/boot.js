/* Before the first paint: says that scripts run, and applies the theme the reader chose. Classic script, works from file:// too. */
(function () {
  var root = document.documentElement;
  root.classList.add("js");
  try {
    var theme = localStorage.getItem("wego-theme");
    if (theme === "light" || theme === "dark") root.setAttribute("data-theme", theme);
  } catch (error) { /* storage may be forbidden: the system's choice stands */ }
})();
