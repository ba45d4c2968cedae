"""What stands around a page's body: language switch, edit links, notices, search facets.

In: a page. Out: `Markup` for the host's slots. Not here: the head (`head`), the chrome itself (theme/overrides).
"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup, escape

from generator.model.award import Award
from generator.model.city import City
from generator.model.practice import Practice
from generator.model.programme import Programme
from generator.model.record import Record
from generator.model.study import Study
from generator.render import i18n, labels, routes, texts
from generator.render.context import Page


def switch(page: Page, languages: tuple[str, ...]) -> Markup:
    """The language switch: the same page in every language of the site."""
    items = []
    for code in page.world.settings.languages:
        name = page.world.messages[code].language_name(code)
        href = routes.link(page.address, routes.in_language(page.address, code))
        here = ' aria-current="true"' if code == page.language else ""
        title = escape(name[:1].upper() + name[1:])
        items.append(
            f'<li><a href="{escape(href)}" lang="{code}" hreflang="{code}" dir="{i18n.direction(code)}"{here}>{title}</a></li>'
        )
    return Markup("".join(items))


def edit_record(page: Page, record: Record) -> Markup:
    """Links to the record's file for editing and to a report, where the repository is known."""
    return _edit(page, page.world.catalog.files[record.kind, record.id])


def edit_prose(page: Page, source: str) -> Markup:
    """The same for a page of prose; `source` is relative to content/."""
    return _edit(page, f"content/{source}") if source else Markup("")


def _edit(page: Page, file: str) -> Markup:
    settings = page.world.settings
    if not settings.repo_url:
        return Markup("")
    edit = f"{settings.repo_url}/edit/{settings.edit_branch}/{file}"
    report = f"{settings.repo_url}/issues/new?title={file}"
    forum = f"{settings.repo_url}/discussions"
    return Markup(
        '<p class="wego-edit"><a href="{}" rel="noopener">{}</a> · <a href="{}" rel="noopener">{}</a> · '
        '<a href="{}" rel="noopener">{}</a></p>'
    ).format(edit, page.t("Edit this page’s file"), report, page.t("Report a mistake"), forum, page.t("Forum"))


def fallback_notice(page: Page, original: str) -> Markup:
    """A page of prose that is not yet translated."""
    text = page.t(
        "This page is not yet available in {language}. Its text is shown in {original}.",
        language=page.t.language_name(page.language),
        original=page.t.language_name(original),
    )
    return Markup('<div class="wego-notice" role="note">{}</div>').format(text)


def moved(page: Page, said: str, href: str, title: str) -> Markup:
    """The body of a former address."""
    return Markup(
        f'<h1 id="top">{escape(title)}</h1><p>{escape(said)} <a href="{escape(href)}">{escape(title)}</a></p>'
    )


def search_body(page: Page) -> Markup:
    """Where the search script works, and what is said without it."""
    lists = Markup(", ").join(
        Markup('<a href="{}">{}</a>').format(
            page.href(routes.list_page(page.language, kind)), page.t(labels.KIND[kind][1])
        )
        for kind in ("practice", "programme", "city", "module", "topic", "term")
    )
    said = page.t(
        "Search needs JavaScript and a web server; opened from a disk it does not work. Everything can also be found through the lists:"
    )
    return Markup(
        '<div id="wego-search" hidden></div><div id="wego-search-unavailable"><p>{} {}</p></div><script src="{}" type="module"></script>'
    ).format(said, lists, routes.link(page.address, "assets/wego/search/page.mjs"))


def main_of(html: str) -> str:
    """The article of a host page, for search."""
    start = html.find("<article")
    end = html.rfind("</article>")
    return html[start:end] + "</article>" if 0 <= start < end else ""


def facets(page: Page, record: Record) -> Mapping[str, tuple[str, ...]]:
    """What a search result can be filtered by, in the page's language."""
    t, catalog = page.t, page.world.catalog
    found: dict[str, tuple[str, ...]] = {"kind": (t(labels.KIND[record.kind][1]),)}
    topics = getattr(record, "topics", ())
    if topics:
        found["topic"] = tuple(texts.said(catalog.topics[id].name, page.language).text for id in topics)
    cities = (record.id,) if isinstance(record, City) else record.cities if isinstance(record, Practice | Study) else ()
    if cities:
        found["country"] = tuple(dict.fromkeys(t.country(catalog.cities[id].country) for id in cities))
        found["region"] = tuple(dict.fromkeys(t(labels.REGION[catalog.cities[id].region]) for id in cities))
    if isinstance(record, Programme):
        found["year"] = tuple(sorted({str(each.when.year) for each in record.sessions if each.when.year}))
    elif isinstance(record, Practice | Study | Award) and record.when and record.when.year:
        found["year"] = (str(record.when.year),)
    return {name: values for name, values in found.items() if values}
