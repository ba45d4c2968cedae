/* The answers on this machine: local storage of this browser, nothing else. Where a browser refuses it, the page says so.

   What could not be read is put aside before anything is written over it (`spare`), and stays until the reader deletes it. */
(function () {
  "use strict";
  const ceds = (window.wegoCeds = window.wegoCeds || {});
  const PREFIX = "wego-ceds-";
  const ASIDE = `${PREFIX}unread-`;
  const WAIT = 400; // milliseconds from the last keystroke to the writing

  /** Texts that were put aside, of all versions: [name, text] each. */
  function copies() {
    try {
      return Object.keys(localStorage).filter((each) => each.startsWith(ASIDE)).sort().map((each) => [each, localStorage.getItem(each)]);
    } catch {
      return [];
    }
  }

  /** A store for runs of one version. `tell(state, when)` hears "saved", "refused" or "empty". */
  function open(version, tell) {
    const key = PREFIX + version;
    let pending = null;
    let waiting = 0;
    let locked = false; // what lies there could be neither read nor put aside

    function write() {
      clearTimeout(waiting);
      waiting = 0;
      if (!pending) return;
      try {
        if (locked) throw new Error("not to be written over");
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

    /** The text that was kept, or null. */
    function load() {
      try {
        return localStorage.getItem(key);
      } catch {
        tell("refused");
        return null;
      }
    }

    /** Put a text aside that could not be read wholly; without room for it nothing is written any more. */
    function spare(text) {
      const aside = copies();
      if (aside.some(([, each]) => each === text)) return;
      const last = Math.max(0, ...aside.map(([name]) => Number(name.split("-").pop())));
      try {
        localStorage.setItem(`${ASIDE}${version}-${last + 1}`, text);
      } catch {
        locked = true;
        tell("refused");
      }
    }

    function remove(fits) {
      try {
        for (const each of Object.keys(localStorage)) if (fits(each)) localStorage.removeItem(each);
        locked = false;
        return true;
      } catch {
        tell("refused");
        return false;
      }
    }

    /** Remove what was put aside. */
    const forget = () => remove((each) => each.startsWith(ASIDE));

    /** Remove the runs of all versions, and what was put aside. */
    function clear() {
      clearTimeout(waiting);
      pending = null;
      if (remove((each) => each.startsWith(PREFIX))) tell("empty");
    }

    /** Call `changed` when another window of this browser wrote or deleted the run. */
    function watch(changed) {
      window.addEventListener("storage", (event) => {
        if (event.key === key || event.key === null) changed();
      });
    }

    window.addEventListener("pagehide", write);
    return Object.freeze({ save, load, spare, copies, forget, clear, watch });
  }

  ceds.store = Object.freeze({ open });
})();
