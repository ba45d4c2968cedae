"""What the host is asked for and what it gives back: frozen data, no work.

In: nothing. Out: ``HostRequest``, ``HostPages`` and the names of slots and chrome strings.
Not here: staging (``host_documents``), the MkDocs run (``host_run``), the cache (``host``).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from generator.render.shells import Shell

PROSE_SLOTS = frozenset({"head", "switch", "edit", "notice"})
FILLED_SLOTS = PROSE_SLOTS | {"title", "body", "toc"}
"""Slots of shells and of list pages."""

CHROME_STRINGS = (
    "site_name",  # wordmark and end of every <title>
    "edition",  # short line in the top strip; "" when the publisher is not independent
    "edition_note",  # what follows it on wide screens, linked to the about page
    "skip",  # skip link
    "menu",  # label of the menu button on phones
    "sections",  # accessible name of the main navigation
    "search",
    "language",  # accessible name of the language switch
    "dark_theme",  # toggle button; pressed means dark
    "contents",  # heading of a page's table of contents
    "table",  # accessible name of a table that scrolls
    "footnote_back",  # link from a footnote back to the text
    "publisher",  # statement in the footer: who publishes, from what
    "footer",  # accessible name of the footer's links
    "about",
    "sources",
    "contribute",
    "privacy",
    "accessibility",
    "api",
    "feeds",  # page of feeds and calendars
    "repository",  # shown when repo_url is set
    "licence",  # one sentence, links to CC BY 4.0
)
_NOTHING: Mapping[str, Mapping[str, str]] = MappingProxyType({})
_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "ur", "yi"})


class HostError(Exception):
    """Everything that is wrong with the prose or the theme, one problem a line, in words an editor can act on."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class ShellSpec:
    """A shell to render: where it stands (``cities/_record.md``) and the door it lights up (``cities/index.html``).

    ``kind`` becomes the class ``wego-kind-<kind>`` of the body. All kinds get ``<h1 id="top">⟦title⟧</h1>`` but ``bare``,
    whose body brings a heading of its own.
    """

    path: str
    section: str = ""
    kind: str = "record"


@dataclass(frozen=True, slots=True)
class HostRequest:
    """All that the host's pages depend on."""

    root: Path
    """Holds ``mkdocs.yml`` and ``theme/``."""
    content: Path
    work: Path
    languages: tuple[str, ...]
    default_language: str
    strings: Mapping[str, Mapping[str, str]]
    """For each language the ``CHROME_STRINGS``."""
    shells: tuple[ShellSpec, ...] = ()
    lists: tuple[str, ...] = ()
    """Content pages (``cities/index.md``) that take a body after the editors' prose."""
    abbreviations: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: _NOTHING)
    site_url: str | None = None
    repo_url: str | None = None


@dataclass(frozen=True, slots=True)
class HostPages:
    """The host's answer. Paths are relative to the language root: ``about.html``, ``cities/_record.html``."""

    pages: Mapping[str, Mapping[str, Shell]]
    titles: Mapping[str, Mapping[str, str]]
    """Title of each prose page and list, as plain text."""
    descriptions: Mapping[str, Mapping[str, str]]
    """What the front matter says under ``description``; pages without one are absent."""
    fallbacks: Mapping[str, frozenset[str]]
    """Prose pages that stand in for a missing translation, in the original language."""
    sources: Mapping[str, Mapping[str, str]]
    """The content file of each prose page, relative to the content folder, for edit links."""
    media: Mapping[str, Mapping[str, Path]]
    """Pictures beside the prose, to be published at the same path under the language root."""
    assets: Path
    """Folder to publish as ``/assets``."""
    digest: str


def direction(language: str) -> str:
    """``rtl`` or ``ltr``, by the language's primary subtag."""
    return "rtl" if language.split("-")[0] in _RIGHT_TO_LEFT else "ltr"
