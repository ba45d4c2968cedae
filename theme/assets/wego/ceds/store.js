/* The answers on this machine: local storage of this browser, nothing else. Where a browser refuses it, the page says so. */
(function () {
  "use strict";
  const ceds = (window.wegoCeds = window.wegoCeds || {});
  const PREFIX = "wego-ceds-";
  const WAIT = 400; // milliseconds from the last keystroke to the writing

  /** A store for runs of one version. `tell(state, when)` hears "saved", "refused", "foreign" or "empty". */
  function open(version, tell) {
    const key = PREFIX + version;
    let pending = null;
    let waiting = 0;

    function write() {
      clearTimeout(waiting);
      waiting = 0;
      if (!pending) return;
      try {
        localStorage.setItem(key, JSON.stringify(pending));
        tell("saved", new Date());
      } catch {
        tell("refused");
      }
      pending = null;
    }

    /** Keep the run; `soon` waits for the end of typing. */
    function save(run, soon = false) {
      pending = run;
      clearTimeout(waiting);
      if (soon) waiting = setTimeout(write, WAIT);
      else write();
    }

    /** What was kept as plain values, or null. */
    function load() {
      try {
        const kept = localStorage.getItem(key);
        return kept ? JSON.parse(kept) : null;
      } catch {
        tell("refused");
        return null;
      }
    }

    /** Remove the runs of all versions. */
    function clear() {
      clearTimeout(waiting);
      pending = null;
      try {
        for (const each of Object.keys(localStorage)) if (each.startsWith(PREFIX)) localStorage.removeItem(each);
        tell("empty");
      } catch {
        tell("refused");
      }
    }

    /** Call `changed` when another window of this browser wrote or deleted the run. */
    function watch(changed) {
      window.addEventListener("storage", (event) => {
        if (event.key === key || event.key === null) changed();
      });
    }

    window.addEventListener("pagehide", write);
    return Object.freeze({ save, load, clear, watch });
  }

  ceds.store = Object.freeze({ open });
})();
