"""The two pages outside all languages: the chooser at the root, and 404.

In: settings, messages. Out: HTML. Not here: pages of a language.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from generator.render import i18n, labels, routes
from generator.render.context import World
from generator.render.environment import fill
from generator.render.i18n import Messages


@dataclass(frozen=True, slots=True)
class Choice:
    """One language: a heading, the address it links to or nothing, a line, and ways on as (words, address)."""

    code: str
    direction: str
    heading: str
    href: str
    line: str
    ways: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ChooserView:
    """A page without a language of its own. `base` is put before addresses of assets."""

    base: str = field(metadata={"help": "Empty for relative links, else the path the site lies under."})
    title: str = field(metadata={"help": "Title of the page."})
    heading: str = field(metadata={"help": "Its heading."})
    choices: tuple[Choice, ...] = field(metadata={"help": "The languages."})
    alternates: tuple[tuple[str, str], ...] = field(metadata={"help": "Language and link of each home page."})
    default_language: str = field(metadata={"help": "Language of the page's own words."})


def chooser(world: World, theme: Path) -> str:
    """`/index.html`: a real page, no forced redirect."""
    url = world.settings.site_url or ""
    links = tuple((code, f"{url}{code}/index.html") for code in world.settings.languages)
    choices = tuple(
        _choice(
            t,
            _name(t),
            f"{t.language}/index.html",
            t("What cities know about e-government, compiled from public sources."),
        )
        for t in _all(world)
    )
    t = _default(world)
    title = t("WeGO knowledge base")
    return fill(theme, "chooser", ChooserView("", title, title, choices, links, t.language))


def base_path(site_url: str | None) -> str:
    """The path the site lies under, with a slash at both ends."""
    return urlsplit(site_url).path if site_url else "/"


def not_found(world: World, theme: Path) -> str:
    """`/404.html` in all languages: served at any depth, so it alone has absolute addresses."""
    base = base_path(world.settings.site_url)
    choices = tuple(
        _choice(
            t,
            t("Page not found"),
            "",
            t("There is no page at this address. It may have been mistyped; search for its subject, or begin here:"),
            _ways(t, base),
        )
        for t in _all(world)
    )
    t = _default(world)
    return fill(theme, "chooser", ChooserView(base, f"404 · {t('Page not found')}", "404", choices, (), t.language))


def _choice(t: Messages, heading: str, href: str, line: str, ways: tuple[tuple[str, str], ...] = ()) -> Choice:
    return Choice(t.language, i18n.direction(t.language), heading, href, line, ways)


def _ways(t: Messages, base: str) -> tuple[tuple[str, str], ...]:
    lists = (
        (t(labels.KIND[kind][1]), base + routes.list_page(t.language, kind))
        for kind in ("practice", "programme", "city", "module")
    )
    home = f"{base}{t.language}/index.html"
    return (t("WeGO knowledge base"), home), (t("Search"), f"{base}{t.language}/search.html"), *lists


def _all(world: World) -> tuple[Messages, ...]:
    return tuple(world.messages[code] for code in world.settings.languages)


def _default(world: World) -> Messages:
    """The words of the default language, or of the first one in a build of others."""
    code = world.settings.default_language
    return world.messages[code if code in world.messages else world.settings.languages[0]]


def _name(t: Messages) -> str:
    name = t.language_name(t.language)
    return name[:1].upper() + name[1:]
