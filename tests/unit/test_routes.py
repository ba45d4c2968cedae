"""Addresses and the links between them."""

from __future__ import annotations

from posixpath import relpath

from hypothesis import given
from hypothesis import strategies as st

from generator.render import routes

SEGMENT = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,3})?", fullmatch=True)
ADDRESS = st.builds(lambda folders, name: "/".join([*folders, f"{name}.html"]), st.lists(SEGMENT, max_size=3), SEGMENT)


@given(ADDRESS, ADDRESS)
def test_links_are_relative_and_arrive(origin: str, target: str) -> None:
    link = routes.link(origin, target)
    assert link == relpath(f"/{target}", f"/{origin}".rpartition("/")[0] or "/")


@given(ADDRESS)
def test_a_fragment_of_the_same_page_is_only_a_fragment(address: str) -> None:
    assert routes.link(address, f"{address}#top") == "#top"


def test_terms_and_sources_are_places_on_one_page() -> None:
    assert routes.record_page("ko", "term", "open-data") == "ko/glossary.html#open-data"
    assert routes.record_page("en", "source", "geonames") == "en/sources.html#geonames"
    assert routes.record_page("en", "city", "seoul") == "en/cities/seoul.html"


def test_long_lists_go_on_at_numbered_pages() -> None:
    assert routes.list_page("en", "city") == "en/cities/index.html"
    assert routes.list_page("en", "city", 2) == "en/cities/index-2.html"


@given(ADDRESS, st.sampled_from(["en", "ko"]))
def test_the_same_page_in_another_language(address: str, language: str) -> None:
    assert routes.in_language(f"xx/{address}", language) == f"{language}/{address}"
