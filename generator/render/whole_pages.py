"""The two pages outside all languages: the chooser at the root, and 404.

In: settings, messages. Out: HTML. Not here: pages of a language.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from generator.render import i18n
from generator.render.context import World
from generator.render.environment import fill
from generator.render.i18n import Messages


@dataclass(frozen=True, slots=True)
class Choice:
    """One language of the chooser."""

    code: str
    direction: str
    name: str
    href: str
    line: str


@dataclass(frozen=True, slots=True)
class ChooserView:
    """A page without a language of its own. `base` is put before addresses of assets."""

    base: str = field(metadata={"help": "Empty for relative links, else the path the site lies under."})
    title: str = field(metadata={"help": "Title of the page."})
    choices: tuple[Choice, ...] = field(metadata={"help": "The languages."})
    alternates: tuple[tuple[str, str], ...] = field(metadata={"help": "Language and link of each home page."})
    default_language: str = field(metadata={"help": "Language of the page's own words."})


def _choices(world: World, base: str, line: Callable[[Messages], str]) -> tuple[Choice, ...]:
    found = []
    for code in world.settings.languages:
        t = world.messages[code]
        name = t.language_name(code)
        found.append(
            Choice(code, i18n.direction(code), name[:1].upper() + name[1:], f"{base}{code}/index.html", line(t))
        )
    return tuple(found)


def chooser(world: World, theme: Path) -> str:
    """`/index.html`: a real page, no forced redirect."""
    url = world.settings.site_url or ""
    links = tuple((code, f"{url}{code}/index.html") for code in world.settings.languages)
    t = world.messages[world.settings.default_language]
    return fill(
        theme,
        "chooser",
        ChooserView(
            "",
            t("WeGO knowledge base"),
            _choices(world, "", lambda t: t("What cities know about e-government, compiled from public sources.")),
            links,
            t.language,
        ),
    )


def not_found(world: World, theme: Path) -> str:
    """`/404.html` in all languages: served at any depth, so it alone has absolute addresses."""
    base = urlsplit(world.settings.site_url).path if world.settings.site_url else "/"
    t = world.messages[world.settings.default_language]
    return fill(
        theme,
        "chooser",
        ChooserView(
            base,
            t("Page not found"),
            _choices(world, base, lambda t: t("There is no page at this address.")),
            (),
            t.language,
        ),
    )
