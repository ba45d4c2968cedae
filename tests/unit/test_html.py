"""HTML of the finished pages: a strict parser reads every one of them, and in a pseudo-language no interface string is left plain."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
import yaml
from babel import Locale
from babel.messages.pofile import read_po

from tests.conftest import ROOT, SMALL

PSEUDO = "en-XA"
PAGES = (
    "index.html",
    "cities/index.html",
    "practices/index.html",
    "modules/index.html",
    "cities/seoul.html",
    "cities/songpa-gu.html",
    "practices/night-bus.html",
    "practices/example-harbour.html",
    "practices/withdrawn-practice.html",
    "programmes/seoul-program.html",
    "modules/cc-board.html",
    "bodies/wego.html",
    "topics/transport.html",
    "glossary.html",
    "sources.html",
    "search.html",
)
SPOKEN = ("aria-label", "title", "alt", "placeholder")
_INNERMOST = re.compile(r"\[[^\[\]]*\]")
_WORD = re.compile(r"[^\W\d_]{2,}")


@pytest.mark.parametrize("language", ["", "en", "ko", "ar-XB"])
def test_a_strict_parser_reads_every_page(small_site: Path, language: str) -> None:
    files = sorted((small_site / language).rglob("*.html")) if language else sorted(small_site.glob("*.html"))
    assert len(files) > (30 if language else 1)
    for file in files:
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        try:
            parser.parse(file.read_bytes(), transport_encoding="utf-8")
        except html5lib.html5parser.ParseError as error:
            pytest.fail(f"{file.relative_to(small_site)}: {error}: {parser.errors[:1]}")


def test_ids_stand_once_and_headings_leave_no_level_out(small_site: Path) -> None:
    for address in PAGES:
        root = tree(small_site / "en" / address)
        ids = [each.get("id") for each in root.iter() if each.get("id")]
        assert len(ids) == len(set(ids)), address
        levels = [int(each.tag[1]) for each in root.iter() if re.fullmatch(r"h[1-6]", str(each.tag))]
        assert levels.count(1) == 1 and levels[0] == 1, address
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), address


def test_nothing_in_a_page_needs_a_style_or_a_script_of_its_own(small_site: Path) -> None:
    for file in small_site.rglob("*.html"):
        for element in tree(file).iter():
            assert not [name for name in element.attrib if name == "style" or name.startswith("on")], file
            assert element.tag != "style", file
            plain = element.tag == "script" and "src" not in element.attrib
            assert not plain or element.get("type") in ("application/json", "application/ld+json"), file


def tree(file: Path) -> Element:
    found: Element = html5lib.parse(file.read_bytes(), transport_encoding="utf-8", namespaceHTMLElements=False)
    return found


def spoken(element: Element, language: str) -> Iterator[str]:
    """Every text and spoken attribute of the page's own language but titles of prose; what is in another language is data."""
    if element.get("lang", language) != language or element.tag in ("script", "style", "code", "title", "h1"):
        return
    yield from (element.attrib[name] for name in SPOKEN if name in element.attrib)
    yield element.text or ""
    for child in element:
        yield from spoken(child, language)
        yield child.tail or ""


@pytest.fixture(scope="module")
def vocabulary() -> frozenset[str]:
    """Words that are not the interface's: of the data, the prose, the settings, and what CLDR names."""
    texts = [
        path.read_text("utf-8")
        for folder in (SMALL, ROOT / "tests/sites")
        for path in folder.rglob("*.*")
        if path.suffix in (".yml", ".md", ".py")
    ]
    texts.append(str(yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["extra"]["publisher"]))
    locale = Locale("en")
    texts += [*locale.territories.values(), *locale.languages.values(), *locale.months["format"]["wide"].values()]
    return frozenset(word.casefold() for text in texts for word in _WORD.findall(str(text)))


@pytest.fixture(scope="module")
def messages() -> frozenset[str]:
    """The interface's strings in English."""
    with (ROOT / "theme/locales/en.po").open("rb") as file:
        catalog = read_po(file, locale="en")
    ids = (part for each in catalog for part in (each.id if isinstance(each.id, tuple) else (each.id,)))
    return frozenset(str(text) for text in ids if text)


@pytest.mark.parametrize("address", PAGES)
def test_no_string_of_the_interface_escapes_translation(
    small_site: Path, address: str, vocabulary: frozenset[str], messages: frozenset[str]
) -> None:
    body = tree(small_site / PSEUDO / address)
    found = [" ".join(text.split()) for text in spoken(body, PSEUDO) if text.strip()]
    bracketed = [text for text in found if "[" in text]
    assert len(bracketed) > 10
    for text in found:
        plain = text
        while (inner := _INNERMOST.sub(" ", plain)) != plain:
            plain = inner
        unknown = [word for word in _WORD.findall(plain) if word.casefold() not in vocabulary]
        assert not unknown, f"{text!r}: {unknown}"
        assert plain.strip(" ·,:;()") not in messages, f"{text!r} is not translated"
