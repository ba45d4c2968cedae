"""The host boundary, seen through ``host_pages``: a small site in English and Korean, and what it refuses."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import html5lib
import pytest
from markupsafe import Markup

from generator.render.host import HostError, HostPages, HostRequest, ShellSpec, host_pages
from generator.render.host_request import CHROME_STRINGS

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "tests" / "sites" / "host" / "content"
LANGUAGES = ("en", "ko", "ar")
VALUES = {
    "title": "Seoul & Busan",
    "body": Markup("<p>Body</p>"),
    "head": Markup('<meta name="description" content="d">'),
    "switch": Markup('<li><a href="x.html">X</a></li>'),
    "edit": Markup('<footer class="wego-edit"><p>Edit</p></footer>'),
    "notice": Markup('<p class="wego-notice">N</p>'),
    "toc": "",
}


def request_for(work: Path, content: Path = CONTENT) -> HostRequest:
    """The test site with a shell for cities, one for single pages, and two lists; its strings are named by their keys."""
    strings = {language: {key: f"{language}:{key}" for key in CHROME_STRINGS} for language in LANGUAGES}
    return HostRequest(
        root=ROOT,
        content=content,
        work=work,
        languages=LANGUAGES,
        default_language="en",
        strings=strings,
        shells=(ShellSpec("cities/_record.md", "cities/index.html"), ShellSpec("_page.md", kind="page")),
        lists=("index.md", "cities/index.md"),
        abbreviations={"en": {"CeDS": 'A "platform" & more'}, "ko": {"전자정부": "정보통신 기술로 하는 행정"}},
    )


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("host")


@pytest.fixture(scope="module")
def site(work: Path) -> HostPages:
    return host_pages(request_for(work))


@pytest.fixture
def broken(tmp_path: Path) -> Callable[[str, str], str]:
    """Write one file into a copy of the test site and give back the error that follows."""

    def error(path: str, text: str) -> str:
        content = tmp_path / "content"
        shutil.copytree(CONTENT, content)
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_text(text, encoding="utf-8")
        with pytest.raises(HostError) as caught:
            host_pages(replace(request_for(tmp_path / "work", content), languages=("en",)))
        return str(caught.value)

    return error


def test_every_language_has_every_page(site: HostPages) -> None:
    expected = {
        "index.html",
        "about.html",
        "cities/index.html",
        "cities/_record.html",
        "programmes/index.html",
        "_page.html",
    }
    assert {language: set(pages) for language, pages in site.pages.items()} == dict.fromkeys(LANGUAGES, expected)


def test_slots_by_kind_of_page(site: HostPages) -> None:
    everywhere = {"head", "switch", "edit", "notice"}
    assert set(site.pages["en"]["about.html"].slots) == everywhere
    for path in ("cities/_record.html", "cities/index.html", "index.html"):
        assert set(site.pages["ko"][path].slots) == everywhere | {"title", "body", "toc"}


def test_one_title_fills_document_and_heading_of_a_shell(site: HostPages) -> None:
    html = site.pages["en"]["cities/_record.html"].fill(VALUES)
    assert "<title>Seoul &amp; Busan · en:site_name</title>" in html
    assert '<h1 id="top">Seoul &amp; Busan</h1>' in html
    assert html.count("<h1") == 1


def test_filled_pages_are_valid_html(site: HostPages) -> None:
    for pages in site.pages.values():
        for shell in pages.values():
            html5lib.HTMLParser(strict=True).parse(shell.fill(VALUES))


def test_the_policy_comes_before_everything_it_governs(site: HostPages) -> None:
    for shell in site.pages["en"].values():
        html = shell.fill(VALUES)
        assert html.index("Content-Security-Policy") < min(
            html.index("<script"), html.index("<link"), html.index("<title")
        )
        assert "style=" not in html
        assert not re.search(r"<script(?![^>]*\bsrc=)", html)
        assert not re.search(r'(?:src|href)="https?://(?!creativecommons|www\.egovframe)', html)


def test_language_and_direction(site: HostPages) -> None:
    starts = {language: pages["_page.html"].parts[0] for language, pages in site.pages.items()}
    assert '<html lang="en" dir="ltr">' in starts["en"]
    assert '<html lang="ko" dir="ltr">' in starts["ko"]
    assert '<html lang="ar" dir="rtl">' in starts["ar"]


def test_a_missing_translation_shows_the_marked_original(site: HostPages) -> None:
    assert site.fallbacks["en"] == frozenset()
    assert site.fallbacks["ko"] == {"about.html"}
    html = site.pages["ko"]["about.html"].fill(VALUES)
    assert html.index('<p class="wego-notice">') < html.index('<div class="wego-original" lang="en" dir="ltr">')
    assert site.sources["ko"]["about.html"] == "en/about.md"
    assert site.sources["ko"]["index.html"] == "ko/index.md"


def test_titles_and_descriptions_come_from_the_prose(site: HostPages) -> None:
    assert site.titles["ko"]["cities/index.html"] == "도시와 지방자치단체"
    assert site.titles["en"]["about.html"] == "About this site"
    assert site.descriptions["en"]["about.html"].startswith("Who publishes this site")
    assert "cities/index.html" not in site.descriptions["en"]
    assert "_page.html" not in site.titles["en"]


def test_a_record_lights_up_its_door(site: HostPages) -> None:
    html = site.pages["en"]["cities/_record.html"].fill(VALUES)
    assert 'href="index.html" aria-current="true">Cities' in html
    assert 'aria-current="page"' not in html
    assert 'aria-current="page">Cities' in site.pages["en"]["cities/index.html"].fill(VALUES)


class _Addresses(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name in ("href", "src")]


def test_assets_are_found_from_every_depth(site: HostPages) -> None:
    for path, shell in site.pages["en"].items():
        reader = _Addresses()
        reader.feed(shell.fill(VALUES))
        assets = [address for address in reader.found if "assets/" in address and "/search/" not in address]
        assert len(assets) == 4
        for address in assets:
            page = Path("/site/en") / path
            published = Path("/site/assets")
            target = Path(*_resolved((page.parent / address).parts))
            assert (site.assets / target.relative_to(published)).is_file(), (path, address)


def _resolved(parts: tuple[str, ...]) -> list[str]:
    steps: list[str] = []
    for part in parts:
        if part == "..":
            steps.pop()
        else:
            steps.append(part)
    return steps


def test_assets_hold_one_stylesheet_and_nothing_of_the_hosts(site: HostPages) -> None:
    names = {path.relative_to(site.assets).as_posix() for path in site.assets.rglob("*") if path.is_file()}
    assert {"wego/site.css", "wego/boot.js", "wego/site.js", "wego/favicon.svg"} <= names
    assert not [name for name in names if not name.startswith("wego/")]
    assert not [name for name in names if re.fullmatch(r"wego/[^/]*\.css", name) and name != "wego/site.css"]
    css = (site.assets / "wego/site.css").read_text(encoding="utf-8")
    assert css.index("--wego-paper") < css.index(".wego-record") < css.index(".wego-strip") < css.rindex("@media print")
    assert not re.search(r"url\(|@import", css)


def test_prose_is_rendered_for_readers(site: HostPages) -> None:
    html = site.pages["en"]["about.html"].fill(VALUES)
    assert '<th class="wego-align-end">as of</th>' in html
    assert '<div class="wego-table" role="group" aria-label="en:table" tabindex="0"><table>' in html
    assert html.index("About this site</h1>") < html.index('<nav class="wego-toc"')
    assert 'aria-label="en:footnote_back"' in html
    assert html.count('<abbr title="A &quot;platform&quot; &amp; more">CeDS</abbr>') == 1


def test_a_korean_term_is_marked_without_its_particle_and_not_inside_a_compound(site: HostPages) -> None:
    html = site.pages["ko"]["programmes/index.html"].fill(VALUES)
    assert '<abbr title="정보통신 기술로 하는 행정">전자정부</abbr>는' in html
    assert html.count("<abbr") == 1


def test_footer_leaves_out_pages_that_do_not_exist(site: HostPages) -> None:
    html = site.pages["en"]["cities/_record.html"].fill(VALUES)
    assert 'href="../about.html#privacy">en:privacy' in html
    assert 'href="../../api/v1/index.json">en:api' in html
    assert "en:contribute" not in html
    assert "en:repository" not in html


def test_the_repository_is_linked_when_it_is_set(tmp_path: Path) -> None:
    request = replace(request_for(tmp_path), languages=("en",), repo_url="https://example.org/repo")
    html = host_pages(request).pages["en"]["about.html"].fill(VALUES)
    assert '<a href="https://example.org/repo">en:repository</a>' in html


def test_a_warm_build_gives_the_same_pages_without_the_host(site: HostPages, work: Path) -> None:
    code = (
        "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[1])\n"
        "from tests.unit.test_host import request_for; from generator.render.host import host_pages\n"
        "print(host_pages(request_for(Path(sys.argv[2]))).digest, 'mkdocs' in sys.modules)"
    )
    output = subprocess.run(
        [sys.executable, "-c", code, str(ROOT), str(work)], capture_output=True, text=True, check=True
    )
    assert output.stdout.split() == [site.digest, "False"]


def test_the_same_input_gives_the_same_pages(site: HostPages, tmp_path: Path) -> None:
    assert host_pages(request_for(tmp_path)).digest == site.digest


def test_a_changed_text_changes_its_page_only(site: HostPages, tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    page = content / "en" / "about.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nOne more sentence.\n", encoding="utf-8")
    after = host_pages(request_for(tmp_path / "work", content))
    changed = {
        (language, path)
        for language in LANGUAGES
        for path, shell in after.pages[language].items()
        if shell.digest != site.pages[language][path].digest
    }
    assert changed == {(language, "about.html") for language in LANGUAGES}
    assert after.digest != site.digest


def test_raw_html_is_shown_as_text(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    hostile = '# T\n\n<script>alert(1)</script>\n\nA <img src=x onerror=alert(1)> word.\n\n<div onclick="x">\n\n{{ config }} {% raw %}\n'
    (content / "en" / "hostile.md").write_text(hostile, encoding="utf-8")
    site = host_pages(replace(request_for(tmp_path / "work", content), languages=("en",)))
    html = site.pages["en"]["hostile.html"].fill(VALUES)
    article = html[html.index("<article") : html.index("</article>")]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in article
    assert not re.search(r"<(script|img|div onclick)", article)
    assert "{{ config }} {% raw %}" in article


def test_titles_are_escaped(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    (content / "en" / "t.md").write_text("---\ntitle: '</title><script>1</script> & \"'\n---\nText\n", encoding="utf-8")
    site = host_pages(replace(request_for(tmp_path / "work", content), languages=("en",)))
    html = site.pages["en"]["t.html"].fill(VALUES)
    html5lib.HTMLParser(strict=True).parse(html)
    assert "<script>1" not in html


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[a](javascript:alert(1))", "javascript:alert(1)"),
        ("[a](java&#115;cript:alert(1))", "must begin with"),
        ("[a](JaVaScRiPt:alert(1))", "must begin with"),
        ("<ftp://example.org>", "must begin with"),
        ("[a]\n\n[a]: data:text/html,x", "data:text/html,x"),
        ("[a](vbscript:x)", "must begin with"),
        ("[a](//example.org)", "relative"),
        ("[a](/about.html)", "relative"),
        ("[a](missing.md)", "leads to no page"),
        ("![a](https://example.org/x.png)", "beside the text"),
        ("![a](data:image/png;base64,x)", "beside the text"),
        ("[a](about.html){ onclick=alert(1) }", "onclick"),
        ("Text\n{ style='color:red' }", "style"),
        ("``` { .yaml onclick=alert(1) }\nx: 1\n```", "onclick"),
        ("A ⟦body⟧ of work", "en/bad.md:3: the signs"),
        ("!!! note\n    Text", "en/bad.md:3: give the box a title"),
        ("a\x07b", "control character"),
        ("[a](#nowhere)", "no such anchor"),
    ],
)
def test_prose_that_would_do_harm_or_lead_nowhere_is_refused(
    broken: Callable[[str, str], str], text: str, said: str
) -> None:
    message = broken("en/bad.md", f"# Bad\n\n{text}\n")
    assert "content/en/bad.md" in message
    assert said in message
    assert "Traceback" not in message


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("en/bad.md", "No heading.\n", "needs a title"),
        ("en/bad.md", "---\ntemplate: evil.html\n---\n# T\n", "not template"),
        ("en/bad.md", "---\ntitle: [a]\n---\n# T\n", "lines of 'key: text'"),
        ("en/bad.md", "---\ntitle: 'a\n---\n# T\n", "not valid YAML"),
        ("en/_record.md", "# T\n", "a name may hold only"),
        ("en/Bad.md", "# T\n", "a name may hold only"),
        ("en/x.svg", "<svg/>", "only .md files and pictures"),
        ("en/bad.md", "# T\n" + "x" * 250_000, "larger than"),
    ],
)
def test_files_that_are_not_prose_are_refused(
    broken: Callable[[str, str], str], path: str, text: str, said: str
) -> None:
    message = broken(path, text)
    assert f"content/{path}" in message
    assert said in message


def test_all_problems_come_in_one_report(broken: Callable[[str, str], str]) -> None:
    message = broken("en/bad.md", "---\nlayout: x\n---\n\nA ⟦ and\n\n!!! tip\n    x\n")
    assert len(message.splitlines()) == 3


def test_symbolic_links_are_refused(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    (content / "en" / "link.md").symlink_to(CONTENT / "en" / "about.md")
    with pytest.raises(HostError, match=r"content/en/link\.md: a symbolic link"):
        host_pages(request_for(tmp_path / "work", content))


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    (content / "ko" / "bad.md").write_bytes("# 도시\n".encode("cp949"))
    with pytest.raises(HostError, match=r"content/ko/bad\.md: not UTF-8"):
        host_pages(request_for(tmp_path / "work", content))


def test_a_missing_string_or_list_page_is_named(tmp_path: Path) -> None:
    request = request_for(tmp_path)
    without = {key: text for key, text in request.strings["ko"].items() if key != "menu"}
    with pytest.raises(HostError, match="'ko' has no text for 'menu'"):
        host_pages(replace(request, strings={**request.strings, "ko": without}))
    with pytest.raises(HostError, match=r"content/en/topics/index\.md: this page is needed"):
        host_pages(replace(request, lists=("topics/index.md",)))


def test_a_broken_theme_is_one_plain_error(tmp_path: Path) -> None:
    root = tmp_path / "root"
    shutil.copytree(ROOT / "theme", root / "theme")
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "theme" / "overrides" / "main.html").write_text("{% if %}", encoding="utf-8")
    with pytest.raises(HostError, match="MkDocs stopped: TemplateSyntaxError"):
        host_pages(replace(request_for(tmp_path / "work"), root=root))


def test_pictures_beside_the_prose_are_handed_over(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    (content / "en" / "map.png").write_bytes(b"\x89PNG")
    (content / "en" / "pic.md").write_text("# P\n\n![A map](map.png)\n", encoding="utf-8")
    site = host_pages(request_for(tmp_path / "work", content))
    assert site.media["ko"]["map.png"] == content / "en" / "map.png"
    assert '<img alt="A map" src="map.png"' in site.pages["ko"]["pic.html"].fill(VALUES)


def test_what_a_killed_build_left_is_removed(tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    left = tmp_path / f"run-{dead.pid}" / "en"
    left.mkdir(parents=True)
    host_pages(replace(request_for(tmp_path), languages=("en",)))
    assert sorted(path.name.split("-")[0] for path in tmp_path.iterdir()) == ["assets", "pages"]
