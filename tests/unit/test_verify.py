"""Verification reads finished HTML and finds what readers would stumble over."""

from __future__ import annotations

from generator.publish.verify import PageFacts, links_of, page_facts, told, verify

PAGE = '<!doctype html><html lang="{lang}"><head><title>{title}</title></head><body>{body}</body></html>'


def facts(address: str, body: str = "", lang: str = "en", title: str = "Seoul") -> PageFacts:
    return page_facts(address, PAGE.format(lang=lang, title=title, body=body).encode())


def found(*pages: PageFacts, files: tuple[str, ...] = ()) -> list[str]:
    known = {each.address for each in pages} | set(files)
    return [each.message for each in verify(links_of(pages), known, {each.address: each.ids for each in pages})]


def test_a_whole_site_has_no_findings() -> None:
    one = facts(
        "en/a.html",
        '<h2 id="x">X</h2><a href="b.html#y">b</a> <a href="#x">up</a> <a href="https://example.org/">out</a>',
    )
    two = facts("en/b.html", '<h2 id="y">Y</h2><a href="../assets/x.css">x</a><a href="?q=1">again</a>')
    assert found(one, two, files=("assets/x.css",)) == []


def test_dead_links_and_anchors_are_named() -> None:
    one = facts("en/a.html", '<a href="gone.html">g</a><a href="b.html#gone">b</a><a href="../../up.html">u</a>')
    two = facts("en/b.html")
    said = " ".join(found(one, two))
    assert "en/gone.html" in said and "en/b.html#gone" in said and "up.html" in said


def test_wrong_language_empty_title_and_twice_used_id() -> None:
    page = facts("ko/a.html", '<p id="a"></p><p id="a"></p>', title=" · ")
    said = " ".join(page.problems)
    assert "not ko" in said and "no title" in said and "id a stands twice" in said


def test_text_and_data_that_look_like_links_are_not_links() -> None:
    page = facts(
        "en/a.html",
        '&lt;a href="no.html"&gt; <script type="application/json">{"a":"\\u003ca href=\\"no.html\\"\\u003e"}</script>',
    )
    assert page.links == frozenset()


def test_entities_and_escapes_in_addresses_are_resolved() -> None:
    page = facts("en/a.html", '<a href="b%20c.html?x=1&amp;y=2#%C3%A9">b</a>')
    assert page.links == {("en/b c.html", "é")}


def test_a_link_in_the_frame_of_many_pages_is_told_a_few_times() -> None:
    pages = [facts(f"en/{number}.html", '<a href="gone.html">g</a>') for number in range(50)]
    assert len(found(*pages)) == 3


def weights(body: str, address: str = "en/ceds/example-bay/2026-05-04.html") -> list[str]:
    return [each for each in facts(address, body).problems if "bytes of HTML" in each]


RESULT = '<div class="wego-summary">{text}</div><svg viewBox="0 0 1 1">{drawn}</svg>'


def test_a_result_is_weighed_without_its_drawings_and_with_them() -> None:
    assert weights(RESULT.format(text="가" * 10_000, drawn="x" * 30_000)) == []
    (text,) = weights(RESULT.format(text="가" * 10_500, drawn="x" * 20_000))
    assert "besides its drawings, more than 30,720" in text
    (both,) = weights(RESULT.format(text="x" * 20_000, drawn="x" * 42_000))
    assert "with its drawings, more than 61,440" in both


def test_drawings_of_a_record_count_and_a_list_is_not_weighed() -> None:
    heavy = f"<svg>{'x' * 31_000}</svg>"
    assert len(weights(f'<article class="wego-record">{heavy}</article>', "en/cities/seoul.html")) == 1
    assert weights(f'<article class="wego-record">{heavy}</article>', "en/cities/index.html") == []
    assert weights(heavy, "en/ceds/method.html") == []


def test_a_page_too_heavy_is_a_warning() -> None:
    (problem,) = weights(RESULT.format(text="x" * 31_000, drawn=""))
    assert told("WG602", "en/ceds/example-bay/2026-05-04.html", problem).severity == "warning"
