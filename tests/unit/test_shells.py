"""Shells: cutting at slots, filling with escaped values, moving a shell to another depth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from generator.render.shells import ShellError, cut, rebased

PAGE = '<title>⟦title⟧ · Site</title><link href="../assets/a.css"><h1 id="top">⟦title⟧</h1><main>⟦body⟧</main>'
ALLOWED = frozenset({"title", "body"})


def test_a_page_is_cut_at_each_slot_and_joined_again() -> None:
    shell = cut(PAGE, "en/x.html", ALLOWED)
    assert shell.slots == ("title", "title", "body")
    assert len(shell.parts) == len(shell.slots) + 1
    filled = shell.fill({"title": "Seoul", "body": Markup("<p>Text</p>"), "unused": "x"})
    assert filled == PAGE.replace("⟦title⟧", "Seoul").replace("⟦body⟧", "<p>Text</p>")


def test_text_is_escaped_and_markup_passes() -> None:
    filled = cut("<p>⟦body⟧</p>", "x", ALLOWED).fill({"body": '<script>"&'})
    assert filled == "<p>&lt;script&gt;&#34;&amp;</p>"
    assert cut("<p>⟦body⟧</p>", "x", ALLOWED).fill({"body": Markup("<b>1</b>")}) == "<p><b>1</b></p>"


@given(st.text())
def test_a_value_never_opens_a_slot_or_an_element(value: str) -> None:
    filled = cut("<p>⟦title⟧</p><p>⟦body⟧</p>", "x", ALLOWED).fill({"title": value, "body": "⟦title⟧"})
    assert filled == f"<p>{escape(value)}</p><p>⟦title⟧</p>"


def test_a_missing_value_names_shell_and_slot() -> None:
    with pytest.raises(ShellError, match=r"en/x\.html.*'body'"):
        cut(PAGE, "en/x.html", ALLOWED).fill({"title": "Seoul"})


@pytest.mark.parametrize("text", ["⟦other⟧", "⟦Title⟧", "⟦", "a ⟧ b", "⟦ title ⟧"])
def test_an_unknown_slot_or_a_stray_marker_is_refused(text: str) -> None:
    with pytest.raises(ShellError, match=r"en/x\.html"):
        cut(f"<p>{text}</p>", "en/x.html", ALLOWED)


def test_template_languages_in_prose_are_only_text() -> None:
    prose = "<p>{{ 7*7 }} {% if %} ${x} [[y]] {#</p>"
    assert cut(prose, "x", ALLOWED).fill({}) == prose


def test_the_digest_follows_the_content() -> None:
    assert cut(PAGE, "x", ALLOWED).digest == cut(PAGE, "x", ALLOWED).digest
    assert len({cut(html, name, ALLOWED).digest for html, name in ((PAGE, "x"), (PAGE + " ", "x"), (PAGE, "y"))}) == 3


def test_rebasing_moves_relative_addresses_only() -> None:
    html = '<a href="about.html"></a><script src="../assets/a.js"></script><a href="#main"></a><a href="https://x.org/"></a>'
    moved = rebased(cut(html, "x", ALLOWED), "/kb/en/").fill({})
    assert moved == (
        '<a href="/kb/en/about.html"></a><script src="/kb/en/../assets/a.js"></script>'
        '<a href="#main"></a><a href="https://x.org/"></a>'
    )
