"""What the host is asked for: its strings in every language, the shells of the kinds, the glossary's tooltips.

In: settings, messages, catalog. Out: a `HostRequest`. Not here: the host's work (`host`).
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.catalog import Catalog
from generator.model.kinds import KINDS
from generator.render import made_pages, routes, texts
from generator.render.host_request import HostRequest, ShellSpec
from generator.render.i18n import Messages
from generator.settings import Settings

REFERENCE_PAGES = ("glossary.md", "sources.md", "search.md", "index.md")
CEDS_PAGES = ("ceds/index.md", "ceds/method.md", "ceds/compare.md", "ceds/assess.md")


def chrome_strings(settings: Settings, t: Messages) -> Mapping[str, str]:
    """The interface strings of the host's header and footer."""
    independent = settings.publisher.independent
    name = texts.plain(settings.publisher.name, t.language, settings.default_language)
    publisher = (
        t("Published by {name}. Independent edition, compiled from public sources; not a site of WeGO.", name=name)
        if independent
        else t("Published by {name}.", name=name)
    )
    if settings.publisher.contact:
        publisher += " " + t("Contact: {contact}", contact=settings.publisher.contact)
    return {
        "site_name": t("WeGO knowledge base"),
        "edition": t("Independent edition") if independent else "",
        "edition_note": t("compiled from public sources") if independent else "",
        "skip": t("Skip to the content"),
        "menu": t("Menu"),
        "sections": t("Sections"),
        "search": t("Search"),
        "language": t("Language"),
        "dark_theme": t("Dark theme"),
        "contents": t("On this page"),
        "table": t("Table"),
        "footnote_back": t("Back to the text"),
        "publisher": publisher,
        "footer": t("About this site"),
        "about": t("About"),
        "sources": t("Sources"),
        "contribute": t("Contribute"),
        "privacy": t("Privacy"),
        "accessibility": t("Accessibility"),
        "api": t("Data and API"),
        "feeds": t("Feeds and calendar"),
        "repository": t("Repository"),
        "licence": t("Data and texts: CC BY 4.0."),
    }


def host_request(settings: Settings, messages: Mapping[str, Messages], catalog: Catalog) -> HostRequest:
    """Everything the host's pages depend on."""
    prose = settings.content / settings.default_language
    paged = [kind for kind in KINDS.values() if kind.paged]
    return HostRequest(
        root=settings.root,
        content=settings.content,
        work=settings.work / "host",
        languages=settings.languages,
        default_language=settings.default_language,
        strings={language: chrome_strings(settings, messages[language]) for language in settings.languages},
        shells=(
            *(ShellSpec(f"{kind.folder}/_record.md", _door(kind.folder), "bare") for kind in paged),
            ShellSpec(routes.RUN_SHELL.removesuffix(".html") + ".md", _door("ceds"), "bare"),
        ),
        lists=(
            *(f"{kind.folder}/index.md" for kind in paged),
            *REFERENCE_PAGES,
            *CEDS_PAGES,
            *(each for each in made_pages.documents() if (prose / each).is_file()),
        ),
        abbreviations={language: abbreviations(catalog, language) for language in settings.languages},
        site_url=settings.site_url,
        repo_url=settings.repo_url,
    )


def _door(folder: str) -> str:
    """The page in the main navigation that a folder belongs to."""
    return f"{folder.partition('/')[0]}/index.html"


def abbreviations(catalog: Catalog, language: str) -> Mapping[str, str]:
    """Terms with their definitions, for tooltips in prose without JavaScript."""
    found = {}
    for term in catalog.terms.values():
        if term.marked and language in term.name and language in term.definition:
            found[term.name[language]] = texts.plain(term.definition, language, term.original)
    return found
