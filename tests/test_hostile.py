"""Hostile data does nothing: what contributors write is text, whatever it looks like."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from pydantic import ValidationError

from generator.diagnostics import Problems, Report
from generator.diagnostics_format import as_text
from generator.model.kinds import KINDS
from generator.model.references import references
from generator.paths import OutsideRoot, below
from generator.pipeline import build
from generator.read.yaml_source import load
from generator.render import exports, markdown
from generator.render.head import json_block
from generator.settings import settings

ROOT = Path(__file__).parent.parent
SMALL = ROOT / "tests" / "sites" / "small"
REFUSED = {"WG209", "WG219"}
"""Rules that refuse a text altogether: unsafe links and HTML."""
PAYLOADS = (
    "&lt;script&gt;alert(1)&lt;/script&gt; ]]> --> </ script",
    '" onmouseover="alert(1)" x="',
    "' onfocus='alert(1)' autofocus='",
    "javascript:alert(1)",
    "[a](javascript:alert(1))",
    "[a](  JaVaScRiPt:alert(1))",
    "[a](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[a](&#106;avascript:alert(1))",
    "![a](x onerror=alert(1))",
    "{{ 7 * 7 }} {% raw %} ${7*7} ⟦body⟧ [[x]]",
    '=HYPERLINK("http://example.org","x")',
    "</title></head></main>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<script>alert(1)</script>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
)


def records(kind: str) -> Iterator[tuple[Path, dict[str, Any]]]:
    for file in sorted((SMALL / "data" / KINDS[kind].data).glob("*.yml")):
        values, found = load(file.read_bytes(), file.name)
        assert values is not None, found
        yield file, values


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from leaves(inner, (*path, number))
    elif isinstance(value, str):
        yield path


def put(value: Any, path: tuple[Any, ...], text: str) -> Any:
    if not path:
        return text
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = put(value[path[0]], path[1:], text)
    return copy


def poisoned(kind: str, values: dict[str, Any], payload: str) -> tuple[dict[str, Any], int]:
    """The record with the payload in every string the model lets it into, and how many those are."""
    model, count = KINDS[kind].model, 0
    for path in list(leaves(values)):
        if path[0] in ("sources", "added", "reviewed", "translation", "former_ids"):
            continue
        changed = put(values, path, payload)
        try:
            record = model.model_validate({"id": "some-id", **changed})
        except ValidationError:
            continue
        if all(target != payload for _, target, _ in references(record)):
            values, count = changed, count + 1
    return values, count


class Reader(HTMLParser):
    """Collects what could run."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.scripts: list[tuple[str, str]] = []
        self._kind = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.found += [
            f"{tag} {name}" for name in values if name.startswith("on") or name in ("style", "srcdoc", "formaction")
        ]
        self.found += [
            f"{tag} {name}={value}"
            for name, value in values.items()
            if name in ("href", "src", "action") and re.match(r"\s*(javascript|data|vbscript):", value, re.I)
        ]
        self.found += [tag] if tag in ("iframe", "object", "embed", "base", "img") else []
        if tag == "script":
            self._kind = values.get("type", "")
            if not values.get("src") and self._kind not in ("application/json", "application/ld+json"):
                self.found.append("inline script")

    def handle_endtag(self, tag: str) -> None:
        self._kind = "" if tag == "script" else self._kind

    def handle_data(self, data: str) -> None:
        if self._kind in ("application/json", "application/ld+json"):
            self.scripts.append((self._kind, data))


def dangers(html: str) -> list[str]:
    reader = Reader()
    reader.feed(html)
    for _, data in reader.scripts:
        json.loads(data)
    return reader.found


def hostile(folder: Path, payload: str) -> Path | None:
    """The small site with a payload in every text of every record, built; None when the rules refuse the payload."""
    total = 0
    for kind in KINDS:
        for file, values in records(kind):
            changed, count = poisoned(kind, values, payload)
            total += count
            target = folder / "data" / KINDS[kind].data / file.name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(json.dumps(changed, ensure_ascii=False), "utf-8")
    assert total > 50, "the payload got nowhere"
    chosen = settings(
        ROOT, data=folder / "data", content=SMALL / "content", site=folder / "site", work=folder / "work", jobs=1
    )
    report = Report()
    try:
        build(chosen, report, search="none")
    except Problems:
        codes = {each.code for each in report.found if each.severity == "error"}
        assert codes <= REFUSED, as_text(report.ordered()[:5], 0)
        return None
    return folder / "site"


NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
FORBIDDEN = tuple(each for each in PAYLOADS if each.startswith(("[a](", "<")))
PUBLISHED = tuple(each for each in PAYLOADS if each not in FORBIDDEN)


@pytest.mark.parametrize("payload", FORBIDDEN)
def test_links_that_run_and_html_are_refused(tmp_path: Path, payload: str) -> None:
    assert hostile(tmp_path, payload) is None


@pytest.fixture(scope="module", params=PUBLISHED, ids=[f"payload-{number}" for number in range(len(PUBLISHED))])
def hostile_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site full of one payload."""
    site = hostile(tmp_path_factory.mktemp("hostile"), request.param)
    assert site is not None, "the payload was refused"
    return site


def test_nothing_runs_in_any_page(hostile_site: Path) -> None:
    pages = sorted(hostile_site.rglob("*.html"))
    assert len(pages) > 20
    found = {page.name: bad for page in pages if (bad := dangers(page.read_text("utf-8")))}
    assert found == {}


def test_no_template_expression_is_evaluated(hostile_site: Path) -> None:
    for page in hostile_site.rglob("*.html"):
        assert ">49 " not in page.read_text("utf-8")


def test_csv_is_safe_in_a_spreadsheet(hostile_site: Path) -> None:
    for file in (hostile_site / "api" / "v1").glob("*.csv"):
        for row in csv.reader(io.StringIO(file.read_text("utf-8-sig"))):
            assert not [
                cell
                for cell in row
                if cell.lstrip().startswith(("=", "+", "-", "@", "\t")) and not NUMBER.fullmatch(cell)
            ], file.name


def test_the_api_is_json_that_holds_the_text_as_written(hostile_site: Path) -> None:
    for file in (hostile_site / "api" / "v1").rglob("*.json"):
        body = json.loads(file.read_text("utf-8"))
        assert body["paths" if file.name == "openapi.json" else "items"] is not None


@given(st.text(max_size=60))
def test_markdown_never_makes_anything_that_runs(text: str) -> None:
    for html in (markdown.block(text), markdown.inline(text)):
        assert isinstance(html, Markup)
        assert dangers(str(html)) == []


@given(
    st.recursive(
        st.text(max_size=20),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
        max_leaves=6,
    )
)
def test_a_data_block_comes_back_and_never_ends_early(value: Any) -> None:
    html = str(json_block(value, id="x"))
    body = html[html.index(">") + 1 : html.rindex("</script>")]
    assert json.loads(body) == value
    assert not set("<>&") & set(body)


@given(st.text(max_size=40))
def test_paths_never_leave_their_root(address: str) -> None:
    root = Path("/tmp/root")
    try:
        path = below(root, address)
    except OutsideRoot:
        return
    assert path.resolve().is_relative_to(root) and path != root


@given(st.text(max_size=20))
def test_no_cell_begins_a_formula(text: str) -> None:
    cell = str(exports.safe(text))
    assert not cell.lstrip(" \n").startswith(("=", "+", "-", "@", "\t", "\r"))
