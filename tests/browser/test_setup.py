"""The browser and the server that the other browser tests stand on do what those tests take for granted."""

from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser

from tests.browser import ensure_browser
from tests.browser.conftest import Serve
from tests.browser.host_headers import headers_for, parse_headers

POLICY = "default-src 'none'; script-src 'self'"
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>First</title>
<script>document.title = "inline ran"</script><script src="own.js"></script><p>서울</p>"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "_headers").write_text(
        f"# comment\n/*\n  Content-Security-Policy: {POLICY}\n\n/en/*\n  X-Part: en\n", encoding="utf-8"
    )
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "own.js").write_text("document.documentElement.dataset.own = 'ran'", encoding="utf-8")
    (tmp_path / "404.html").write_text("<title>Nothing here</title>", encoding="utf-8")
    return tmp_path


def test_headers_apply_to_the_paths_they_name() -> None:
    rules = parse_headers("/*\n  A: 1:2\n/en/*\n  B: x\n/one.html\n  C: y\n")
    assert headers_for("/en/one.html", rules) == [("A", "1:2"), ("B", "x")]
    assert headers_for("/one.html", rules) == [("A", "1:2"), ("C", "y")]


@pytest.mark.parametrize(
    ("name", "mime"),
    [
        ("a.mjs", "text/javascript; charset=utf-8"),
        ("a.wasm", "application/wasm"),
        ("a.pf_meta", "application/octet-stream"),
    ],
)
def test_files_have_the_types_that_browsers_insist_on(tmp_path: Path, serve: Serve, name: str, mime: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    with urlopen(f"{serve(tmp_path).url}/{name}") as answer:
        assert answer.headers["Content-Type"] == mime


def test_unknown_address_shows_the_sites_own_404_page(site: Path, serve: Serve) -> None:
    with pytest.raises(HTTPError) as caught:
        urlopen(f"{serve(site).url}/no/such.html")
    assert caught.value.code == 404
    assert b"Nothing here" in caught.value.read()


def test_a_site_under_a_prefix_is_not_found_outside_it(site: Path, serve: Serve) -> None:
    url = serve(site, prefix="/sub/path").url
    with urlopen(f"{url}/index.html") as answer:
        assert answer.status == 200
    with pytest.raises(HTTPError):
        urlopen(url.removesuffix("/sub/path") + "/index.html")


def test_the_browser_obeys_the_policy_in_the_headers_file(site: Path, serve: Serve, chromium: Browser) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{serve(site).url}/index.html")
    assert page.title() == "First"
    assert page.locator("html").get_attribute("data-own") == "ran"
    assert page.inner_text("p") == "서울"
    context.close()


@pytest.mark.parametrize(("ci", "code"), [("true", 1), ("", 0)])
def test_no_browser_is_an_error_only_in_continuous_integration(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], ci: str, code: int
) -> None:
    monkeypatch.setenv("CI", ci)
    monkeypatch.setenv("CHROMIUM", "no-such-browser")
    monkeypatch.setattr(ensure_browser, "may_use_apt", lambda: False)
    assert ensure_browser.main() == code
    assert "No Chromium found" in capsys.readouterr().err
