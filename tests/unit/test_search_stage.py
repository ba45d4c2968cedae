"""The search stage: what is indexed, what is done again after a change, and what it refuses."""

import dataclasses
import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.index import search, search_bundle
from generator.index.search import SearchCounts, SearchError, SearchPage, document_key, index_pages
from generator.index.search_document import plain_text, search_document
from tests.sites.search.search_site import search_pages

SEOUL = SearchPage(
    path="ko/cities/seoul.html",
    language="ko",
    title="서울",
    main='<h2 id="a">개요</h2><p><b>서울</b>시는 <a href="x.html">세계도시전자정부협의체</a>를 만들었습니다.</p>',
    names=("Seoul", "首尔"),
    filters={"kind": ("도시",), "topic": ("교통", "빅데이터")},
    weight=1.1,
    dated="2010-09-07",
)
ENGLISH = dataclasses.replace(SEOUL, path="en/cities/seoul.html", language="en", title="Seoul", main="<p>Seoul</p>")

Build = Callable[..., SearchCounts]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """`build(pages)` runs the stage with the same working folder each time."""

    def run(*pages: SearchPage, languages: tuple[str, ...] = ("en", "ko")) -> SearchCounts:
        return index_pages(pages, tmp_path / "work", tmp_path / "site", languages)

    return run


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that were indexed; the program itself runs as ever."""
    seen: list[Path] = []

    def watched(documents: Path, bundle: Path) -> dict[str, int]:
        seen.append(documents)
        return search_bundle.run_pagefind(documents, bundle)

    monkeypatch.setattr(search, "run_pagefind", watched)
    return seen


def languages(site: Path) -> dict[str, int]:
    entry = json.loads((site / "pagefind" / "pagefind-entry.json").read_text("utf-8"))
    return {language: about["page_count"] for language, about in entry["languages"].items()}


def bundle_bytes(site: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in (site / "pagefind").rglob("*") if file.is_file()}


def test_every_page_is_indexed_in_its_language(build: Build, tmp_path: Path) -> None:
    pages = list(search_pages())
    counts = build(*pages)
    assert counts.pages == {language: sum(page.language == language for page in pages) for language in ("en", "ko")}
    assert languages(tmp_path / "site") == counts.pages
    assert (counts.written, counts.removed, counts.reused) == (len(pages), 0, False)


def test_the_bundle_holds_no_interface_of_pagefind(build: Build, tmp_path: Path) -> None:
    build(SEOUL, ENGLISH)
    names = {file.name for file in (tmp_path / "site" / "pagefind").iterdir()}
    assert "pagefind.js" in names
    assert not {name for name in names if "ui" in name or "highlight" in name}


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    pages = list(search_pages())
    for name, given in (("one", pages), ("two", pages[::-1])):
        index_pages(given, tmp_path / name / "work", tmp_path / name / "site", ("en", "ko"))
    assert bundle_bytes(tmp_path / "one" / "site") == bundle_bytes(tmp_path / "two" / "site")


def test_nothing_is_done_again_when_nothing_changed(build: Build, runs: list[Path], tmp_path: Path) -> None:
    build(SEOUL, ENGLISH)
    before = bundle_bytes(tmp_path / "site")
    counts = build(ENGLISH, SEOUL)  # in any order
    assert counts == SearchCounts({"en": 1, "ko": 1}, written=0, removed=0, reused=True)
    assert bundle_bytes(tmp_path / "site") == before
    assert len(runs) == 1


def test_a_changed_page_alone_is_written_anew(build: Build, runs: list[Path]) -> None:
    build(SEOUL, ENGLISH)
    counts = build(SEOUL, dataclasses.replace(ENGLISH, main="<p>Seoul, again</p>"))
    assert (counts.written, counts.reused) == (1, False)
    assert len(runs) == 2


def test_a_page_that_is_gone_leaves_the_index(build: Build, tmp_path: Path) -> None:
    other = dataclasses.replace(SEOUL, path="ko/cities/chengdu.html", title="청두")
    build(SEOUL, ENGLISH, other)
    counts = build(SEOUL, ENGLISH)
    assert (counts.written, counts.removed) == (0, 1)
    assert languages(tmp_path / "site") == {"en": 1, "ko": 1}


def test_a_build_killed_between_documents_is_made_good(
    build: Build, runs: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Documents written by the killed run are not taken for those of the run before."""
    build(SEOUL, ENGLISH)
    changed = dataclasses.replace(ENGLISH, main="<p>Killed</p>"), dataclasses.replace(SEOUL, title="x")

    def killed(page: SearchPage) -> str:
        if page.language == "ko":
            raise KeyboardInterrupt
        return search_document(page)

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(search, "search_document", killed)
        build(*changed)
    assert build(SEOUL, ENGLISH).written == 2


def test_a_damaged_bundle_is_made_again(build: Build, runs: list[Path], tmp_path: Path) -> None:
    build(SEOUL, ENGLISH)
    next((tmp_path / "work" / "bundle" / "fragment").iterdir()).unlink()
    assert not build(SEOUL, ENGLISH).reused
    assert len(runs) == 2


def test_a_language_without_pages_is_an_error(build: Build) -> None:
    with pytest.raises(SearchError, match="no page to search in: ko"):
        build(ENGLISH)


def test_an_index_with_other_counts_is_an_error_and_leaves_the_earlier_bundle(
    build: Build, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    build(SEOUL, ENGLISH)
    before = bundle_bytes(tmp_path / "site")
    monkeypatch.setattr(search_bundle, "bundle_pages", lambda bundle: {"en": 1, "ko": 0})
    with pytest.raises(SearchError, match="'ko' holds 0 pages instead of 1"):
        build(dataclasses.replace(SEOUL, title="x"), ENGLISH)
    assert bundle_bytes(tmp_path / "site") == before


def test_a_program_that_fails_is_told_with_its_words(
    build: Build, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "pagefind"
    program.write_text("#!/bin/sh\necho 'disk on fire' >&2\nexit 7\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(search_bundle, "pagefind_program", lambda: program)
    with pytest.raises(SearchError, match="exit code 7: disk on fire"):
        build(SEOUL, ENGLISH)


@pytest.mark.parametrize(
    "path", ["../out.html", "ko/../../out.html", "/etc/out.html", "ko\\..\\out.html", "ko/seoul", "ko/seoul.js"]
)
def test_an_address_outside_the_site_is_refused(build: Build, tmp_path: Path, path: str) -> None:
    with pytest.raises(SearchError, match="not the address of a page"):
        build(dataclasses.replace(SEOUL, path=path))
    assert not list(tmp_path.rglob("out.html"))


def test_two_pages_with_one_address_are_refused(build: Build) -> None:
    with pytest.raises(SearchError, match="two pages"):
        build(SEOUL, SEOUL)


def test_a_page_in_an_unknown_language_is_refused(build: Build) -> None:
    with pytest.raises(SearchError, match=r"'ko' is not one of the site's \(en\)"):
        build(SEOUL, languages=("en",))


@pytest.mark.parametrize("main", ["", "<p></p>", "<p>—</p>"])
def test_a_page_without_text_is_still_found_by_its_title(build: Build, tmp_path: Path, main: str) -> None:
    build(dataclasses.replace(ENGLISH, main=main), SEOUL)
    assert languages(tmp_path / "site")["en"] == 1


@pytest.mark.parametrize(
    "change", [{"path": "ko/x.html"}, {"language": "en"}, {"title": "x"}, {"main": "x"}, {"names": ()}]
)
def test_the_key_follows_the_words_of_a_page(change: dict[str, Any]) -> None:
    assert document_key(dataclasses.replace(SEOUL, **change)) != document_key(SEOUL)


def test_new_weights_and_facets_need_no_new_index(build: Build, tmp_path: Path) -> None:
    build(SEOUL, ENGLISH)
    counts = build(dataclasses.replace(SEOUL, filters={"kind": ("기관",)}, weight=2.0, dated=None), ENGLISH)
    assert counts.reused
    table = json.loads((tmp_path / "site" / "pagefind" / "labels.ko.json").read_text("utf-8"))
    assert (table["weights"], table["dates"], table["labels"]) == ([2.0], [None], {"kind": {"기관": [0]}})


def test_an_earlier_site_keeps_its_labels_when_new_ones_are_written(build: Build, tmp_path: Path) -> None:
    build(SEOUL, ENGLISH)
    (tmp_path / "site").rename(tmp_path / "published")
    before = bundle_bytes(tmp_path / "published")
    build(dataclasses.replace(SEOUL, weight=2.0), ENGLISH)
    assert bundle_bytes(tmp_path / "published") == before
    assert bundle_bytes(tmp_path / "site") != before


def test_labels_name_the_pages_by_the_ids_of_the_index(build: Build, tmp_path: Path) -> None:
    other = dataclasses.replace(
        SEOUL, path="ko/cities/chengdu.html", title="청두", filters={"kind": ("도시",)}, dated=None
    )
    build(SEOUL, ENGLISH, other)
    bundle = tmp_path / "site" / "pagefind"
    table = json.loads((bundle / "labels.ko.json").read_text("utf-8"))
    assert {f"{id}.pf_fragment" for id in table["ids"]} == {file.name for file in (bundle / "fragment").glob("ko_*")}
    assert table["dates"] == [None, "2010-09-07"]  # by address: chengdu, seoul
    assert table["labels"] == {"kind": {"도시": [0, 1]}, "topic": {"교통": [1], "빅데이터": [1]}}


def test_korean_is_indexed_decomposed() -> None:
    document = search_document(SEOUL)
    assert unicodedata.normalize("NFD", "협의체") in document
    assert "서울" not in document


def test_terms_join_a_word_across_inline_tags_only() -> None:
    assert plain_text("<p><b>서울</b>시 &amp; <em>m</em>.seoul</p><ul><li>one</li><li>two</li></ul>") == (
        "서울시 & m.seoul   one  two"
    )


def test_titles_and_names_cannot_leave_their_attribute() -> None:
    bad = '"><script>alert(1)</script>'
    document = search_document(dataclasses.replace(ENGLISH, title=bad, names=(bad,)))
    assert "<script" not in document
