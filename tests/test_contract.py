"""The public contract of a built site: addresses, data twins, alternates, redirects, invented and withdrawn records."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.diagnostics import Report
from generator.index import site_files
from generator.model.kinds import EDITED, KINDS
from generator.pipeline import build
from generator.settings import settings
from tests.conftest import ROOT, SMALL

SITE_URL = "https://example.org/kb/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site in English and Korean with a public address."""
    folder = tmp_path_factory.mktemp("contract")
    chosen = settings(
        ROOT, data=SMALL / "data", content=SMALL / "content", site=folder / "site", work=folder / "work", jobs=1
    )
    build(
        replace(chosen, as_of="2026-11-22", site_url=SITE_URL, repo_url="https://example.org/repo"),
        Report(),
        search="none",
    )
    return folder / "site"


def html(site: Path, address: str) -> str:
    return (site / address).read_text("utf-8")


def links(page: str, relation: str) -> list[tuple[str, str]]:
    found = re.findall(rf'<link rel="{relation}"([^>]*?) href="([^"]*)"', page)
    return [(more.strip(), href) for more, href in found]


def test_every_kind_has_its_list_and_pages_in_both_languages(site: Path) -> None:
    for kind in KINDS.values():
        for record in (SMALL / "data" / kind.data).glob("*.yml"):
            for language in ("en", "ko"):
                if kind.paged:
                    assert (site / language / kind.folder / f"{record.stem}.html").is_file()
                    assert (site / language / kind.folder / "index.html").is_file()
                else:
                    page = html(site, f"{language}/{kind.page}")
                    assert f'id="{record.stem}"' in page


def test_canonical_and_alternates_are_absolute_and_mutual(site: Path) -> None:
    for language in ("en", "ko"):
        page = html(site, f"{language}/cities/seoul.html")
        assert links(page, "canonical") == [("", f"{SITE_URL}{language}/cities/seoul.html")]
        found = dict(links(page, "alternate"))
        assert found['hreflang="en"'] == f"{SITE_URL}en/cities/seoul.html"
        assert found['hreflang="ko"'] == f"{SITE_URL}ko/cities/seoul.html"
        assert found['hreflang="x-default"'] == f"{SITE_URL}en/cities/seoul.html"


def test_an_untranslated_record_has_a_page_that_says_so_and_no_false_alternate(site: Path) -> None:
    page = html(site, "ko/practices/open-data-portal.html")
    assert '<html lang="ko"' in page
    assert links(page, "canonical") == [("", f"{SITE_URL}en/practices/open-data-portal.html")]
    assert not [more for more, _ in links(page, "alternate") if "hreflang" in more]
    assert re.search(r'lang="en"[^>]*>\s*(?:<p>)?A practice that nobody has translated yet', page)
    assert 'class="wego-notice"' in page


def test_the_data_twin_is_linked_and_holds_the_record(site: Path) -> None:
    page = html(site, "en/cities/bogota.html")
    (twin,) = [href for more, href in links(page, "alternate") if "application/json" in more]
    body = json.loads((site / "en" / "cities" / twin).resolve().read_text("utf-8"))
    assert body["items"][0]["id"] == "bogota"
    assert set(body) >= {"schema", "data_version", "as_of", "licence", "items"}


@pytest.mark.parametrize("kind", EDITED, ids=lambda kind: kind.name)
def test_the_api_follows_the_published_schema(site: Path, kind: Any) -> None:
    schema = json.loads((site / "schema" / "v1" / f"{kind.name}.json").read_text("utf-8"))
    body = json.loads((site / "api" / "v1" / f"{kind.folder}.json").read_text("utf-8"))
    assert body["items"], "nothing to check"
    for item in body["items"]:
        record = {key: value for key, value in item.items() if key not in ("kind", "id", "invented")}
        assert list(Draft202012Validator(schema).iter_errors(record)) == []
        alone = json.loads((site / "api" / "v1" / kind.folder / f"{item['id']}.json").read_text("utf-8"))
        assert alone["items"] == [item]


def test_the_index_of_the_api_counts_what_is_there(site: Path) -> None:
    body = json.loads((site / "api" / "v1" / "index.json").read_text("utf-8"))
    for each in body["items"]:
        listed = json.loads((site / "api" / "v1" / each["json"]).read_text("utf-8"))
        shown = [item for item in listed["items"] if "withdrawn" not in item]
        invented = [item for item in shown if item.get("invented") or str(item.get("city", "")).startswith("example-")]
        assert (each["count"], each.get("invented", 0)) == (len(shown) - len(invented), len(invented))
        assert (site / "api" / "v1" / each["csv"]).is_file() and (
            site / "api" / "v1" / each["schema"]
        ).resolve().is_file()


def test_the_description_of_the_api_names_every_file_and_describes_it(site: Path) -> None:
    api = site / "api" / "v1"
    said = json.loads((api / "openapi.json").read_text("utf-8"))
    assert said["openapi"] == "3.1.0" and said["info"]["license"]["url"].startswith("https://creativecommons.org/")
    patterns = {path: re.compile(re.sub(r"\\{\w+\\}", "[a-z0-9-]+", re.escape(path))) for path in said["paths"]}
    files = [f"/{file.relative_to(api).as_posix()}" for file in api.rglob("*") if file.is_file()]
    for file in files:
        if file != "/openapi.json":
            assert any(pattern.fullmatch(file) for pattern in patterns.values()), file
    for path, pattern in patterns.items():
        found = [file for file in files if pattern.fullmatch(file)]
        operation = said["paths"][path]["get"]
        names = [each["name"] for each in operation.get("parameters", ())]
        assert names == re.findall(r"\{(\w+)\}", path)
        (media,) = operation["responses"]["200"]["content"].items()
        schema = media[1]["schema"]
        for file in found[:2] if media[0] == "application/json" else ():
            body = json.loads((api / file[1:]).read_text("utf-8"))
            assert list(Draft202012Validator({**schema, "components": said["components"]}).iter_errors(body)) == []


def test_csv_has_a_row_for_every_real_record(site: Path) -> None:
    rows = list(csv.DictReader(io.StringIO((site / "api" / "v1" / "cities.csv").read_text("utf-8-sig"))))
    assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)
    seoul = next(row for row in rows if row["id"] == "seoul")
    assert seoul["name.ko"] == "서울" and seoul["location.lat"] == "37.566"


def test_invented_and_withdrawn_records_say_so_and_stay_out(site: Path) -> None:
    page = html(site, "en/practices/example-harbour.html")
    assert "Invented" in page and 'content="noindex"' in page and "ld+json" not in page
    withdrawn = html(site, "en/practices/withdrawn-practice.html")
    assert (
        "Its text is no longer shown" not in withdrawn.partition("<main")[2] and "The source was withdrawn" in withdrawn
    )
    for address in (
        "en/practices/index.html",
        "en/topics/open-data.html",
        "en/index.html",
        "sitemap.xml",
        "api/v1/practices.csv",
    ):
        assert "example-harbour" not in (site / address).read_text("utf-8"), address
    item = json.loads((site / "api/v1/practices/example-harbour.json").read_text("utf-8"))["items"][0]
    assert item["invented"] is True


def test_a_former_address_leads_on(site: Path) -> None:
    page = html(site, "ko/cities/santa-fe-de-bogota.html")
    assert 'http-equiv="refresh" content="0; url=bogota.html"' in page
    assert '<a href="bogota.html">' in page
    assert links(page, "canonical") == [("", f"{SITE_URL}ko/cities/bogota.html")]


def test_linked_data_is_json_and_never_names_a_publisher(site: Path) -> None:
    seen = 0
    for file in site.rglob("*.html"):
        for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', file.read_text("utf-8")):
            value = json.loads(block)
            assert value["@context"] == "https://schema.org" and value["@type"] and "publisher" not in value
            seen += 1
    assert seen > 15


def test_description_open_graph_and_edit_link(site: Path) -> None:
    page = html(site, "en/practices/night-bus.html")
    assert '<meta name="description" content="Seoul drew the routes' in page
    assert '<meta property="og:title" content="Night bus routes drawn from big data">' in page
    assert '<meta property="og:site_name" content="WeGO knowledge base, independent edition">' in page
    assert "https://example.org/repo/edit/main/" in page and "practices/night-bus.yml" in page


def test_the_sitemap_lists_real_pages_with_alternates(site: Path) -> None:
    text = (site / "sitemap.xml").read_text("utf-8")
    found = re.findall(r"<loc>([^<]*)</loc>", text)
    assert f"{SITE_URL}ko/cities/seoul.html" in found and f"{SITE_URL}en/practices/open-data-portal.html" in found
    assert f"{SITE_URL}ko/practices/open-data-portal.html" not in found
    assert all((site / each.removeprefix(SITE_URL)).is_file() for each in found)
    assert 'hreflang="x-default"' in text


def test_the_policy_is_the_same_in_the_header_file_and_on_every_page(site: Path) -> None:
    assert site_files.POLICY in (site / "_headers").read_text("utf-8")
    for file in site.rglob("*.html"):
        page = file.read_text("utf-8")
        assert site_files.POLICY in page.replace("&#39;", "'"), file.name
        assert page.index("Content-Security-Policy") < page.index("<script") if "<script" in page else True


def test_without_a_site_address_nothing_pretends_to_have_one(small_site: Path) -> None:
    assert not (small_site / "sitemap.xml").exists()
    assert 'rel="canonical"' not in html(small_site, "en/cities/seoul.html")
    assert "Sitemap" not in (small_site / "robots.txt").read_text("utf-8")


def test_the_chooser_is_a_page_and_does_not_redirect(site: Path) -> None:
    page = html(site, "index.html")
    assert 'href="en/index.html"' in page and 'href="ko/index.html"' in page and "refresh" not in page
    missing = html(site, "404.html")
    assert 'href="/kb/en/index.html"' in missing and "/kb/assets/wego/site.css" in missing
