"""`wego serve`: a preview on loopback that rebuilds on every change and reloads the open pages.

In: settings. Out: a server until Ctrl+C. Mistakes are shown in the terminal and in the browser; the last good pages stay.
Not here: publishing. Pages are searched with the index of the last pause: a change is shown at once, indexed when typing rests.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from watchfiles import watch

from generator.diagnostics import Problems, Refusal, Report
from generator.diagnostics_format import as_text
from generator.index.site_files import POLICY
from generator.pipeline import Search, build
from generator.render import environment, keys
from generator.settings import Settings

LOOPBACK: Final = "127.0.0.1"
_WAIT_SECONDS: Final = 20.0
_RELOAD: Final = b'<script src="/__wego/reload.js" defer></script></head>'
_SCRIPT: Final = """(function () {
  var seen = null;
  function show(text) {
    var box = document.getElementById("wego-preview-problems");
    if (!text) { if (box) box.remove(); return; }
    if (!box) { box = document.createElement("pre"); box.id = "wego-preview-problems"; box.className = "wego-notice"; box.setAttribute("role", "alert"); document.body.prepend(box); }
    box.textContent = text;
  }
  function ask() {
    fetch("/__wego/state?seen=" + (seen === null ? "" : seen)).then(function (answer) { return answer.json(); }).then(function (state) {
      show(state.problems);
      if (seen !== null && state.version !== seen) { location.reload(); return; }
      seen = state.version; ask();
    }).catch(function () { setTimeout(ask, 1000); });
  }
  ask();
})();
"""


@dataclass
class State:
    """What the browser asks for: how often the site was built, and what is wrong now."""

    version: int = 0
    problems: str = ""
    changed: threading.Condition = field(default_factory=threading.Condition)

    def tell(self, *, built: bool, problems: str) -> None:
        """Wake everybody who waits for news."""
        with self.changed:
            self.version += built
            self.problems = problems
            self.changed.notify_all()

    def wait(self, seen: str) -> dict[str, Any]:
        """The state, at once if it is news to somebody who has `seen` a version, else after a while."""
        with self.changed:
            if seen == str(self.version):
                self.changed.wait(_WAIT_SECONDS)
            return {"version": self.version, "problems": self.problems}


class _Handler(SimpleHTTPRequestHandler):
    """Serves the preview with the policy of the real site, and the script that reloads."""

    extensions_map = {  # noqa: RUF012  (the base class declares it so)
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".js": "text/javascript",
        ".wasm": "application/wasm",
    }

    def __init__(self, *args: Any, state: State, **options: Any) -> None:
        self.state = state
        super().__init__(*args, **options)

    def do_GET(self) -> None:
        """Answer the script's questions, pages, and files."""
        address = urlsplit(self.path)
        if address.path == "/__wego/state":
            self._send(json.dumps(self.state.wait(address.query.removeprefix("seen="))).encode(), "application/json")
        elif address.path == "/__wego/reload.js":
            self._send(_SCRIPT.encode(), "text/javascript")
        else:
            file = Path(self.translate_path(self.path))
            file = file / "index.html" if file.is_dir() and self.path.endswith("/") else file
            if file.suffix == ".html" and file.is_file():
                self._send(file.read_bytes().replace(b"</head>", _RELOAD, 1), "text/html; charset=utf-8")
            else:
                super().do_GET()

    def _send(self, data: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def end_headers(self) -> None:
        """Add the policy; nothing is cached."""
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Requests are not worth a line."""


def serve(settings: Settings, port: int, say: Callable[[str], None]) -> None:
    """Build, serve on loopback and rebuild until interrupted. Raises `Refusal` when the port is taken."""
    state = State()
    settings.site.parent.mkdir(parents=True, exist_ok=True)
    _rebuild(settings, state, say, "index")
    settings.site.mkdir(exist_ok=True)
    try:
        server = ThreadingHTTPServer((LOOPBACK, port), partial(_Handler, directory=str(settings.site), state=state))
    except OSError:
        raise Refusal(f"port {port} is in use; choose another with --port") from None
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    say(f"http://{LOOPBACK}:{server.server_port}/ (Ctrl+C ends it)")
    try:
        _watch(settings, state, say)
    finally:
        server.shutdown()


def _watch(settings: Settings, state: State, say: Callable[[str], None]) -> None:
    """Rebuild at each change; index again when nothing has changed for a second."""
    folders = [
        folder
        for folder in (settings.data, settings.content, settings.root / "theme", settings.root / "mkdocs.yml")
        if folder.exists()
    ]
    stale = False
    for changes in watch(
        *folders, debounce=50, step=20, rust_timeout=1000, yield_on_timeout=True, raise_interrupt=False
    ):
        if changes:
            environment.forget()
            keys.forget()
            _rebuild(settings, state, say, "carry")
            stale = True
        elif stale:
            _rebuild(settings, state, say, "index")
            stale = False


def _rebuild(settings: Settings, state: State, say: Callable[[str], None], search: Search) -> None:
    report = Report(settings.strict)
    start = time.perf_counter()
    try:
        summary = build(settings, report, search=search)
    except Problems:
        found = report.ordered()
        text = as_text(found, len({each.span.file for each in found}))
        say(text)
        state.tell(built=False, problems=text)
    except Refusal as error:
        say(str(error))
        state.tell(built=False, problems=str(error))
    else:
        if search == "carry" or state.version == 0:
            say(f"{summary.made} pages made in {time.perf_counter() - start:.2f} s")
            state.tell(built=True, problems="")
