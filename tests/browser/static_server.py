"""Serves a folder on a free loopback port, as a static host would: its `_headers` apply, unknown pages get 404.html.

In: a folder and the path under which the site lies. Out: a running `Site` with its address.
Not here: live preview (`wego serve`), fixtures (`conftest`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from tests.browser.host_headers import HeaderRule, headers_for, parse_headers

# Not left to the system's MIME table, which differs between machines.
MIME = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
    ".pagefind": "application/octet-stream",
    ".pf_meta": "application/octet-stream",
    ".pf_index": "application/octet-stream",
    ".pf_fragment": "application/octet-stream",
    ".pf_filter": "application/octet-stream",
}


@dataclass(frozen=True)
class Site:
    """A folder being served: `url` ends without a slash, so that pages are `f"{site.url}/en/index.html"`."""

    url: str
    folder: Path


@contextmanager
def serve_folder(folder: Path, prefix: str = "") -> Iterator[Site]:
    """Serve a folder under `prefix` (such as "/sub/path") until the block ends."""
    prefix = f"/{prefix.strip('/')}" if prefix.strip("/") else ""
    headers_file = folder / "_headers"
    rules = parse_headers(headers_file.read_text(encoding="utf-8")) if headers_file.is_file() else ()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(folder, prefix, rules))
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield Site(f"http://127.0.0.1:{server.server_port}{prefix}", folder)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(folder: Path, prefix: str, rules: tuple[HeaderRule, ...]) -> type[SimpleHTTPRequestHandler]:
    class Handler(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **MIME}  # noqa: RUF012 - the base's attribute

        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, directory=str(folder), **kwargs)

        def translate_path(self, path: str) -> str:
            inside = urlsplit(path).path.removeprefix(prefix)
            if prefix and not path.startswith(f"{prefix}/"):
                return str(folder / "outside-the-prefix")
            return super().translate_path(inside)

        def end_headers(self) -> None:
            for name, value in headers_for(urlsplit(self.path).path.removeprefix(prefix), rules):
                self.send_header(name, value)
            self.send_header("Cache-Control", "no-store")
            super().end_headers()

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            page = folder / "404.html"
            if code != 404 or not page.is_file():
                super().send_error(code, message, explain)
                return
            body = page.read_bytes()
            self.send_response(404)
            self.send_header("Content-Type", MIME[".html"])
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing: failing tests show what the browser saw."""

    return Handler
