"""Shells: a host page with slots, cut once and filled per page.

In: the finished HTML of a host page in which slots are written ``⟦name⟧``.
Out: a frozen ``Shell`` that joins its parts with escaped values.
Not here: where the HTML comes from (``host``) and what the values mean (the views).

Splitting at a marker that no template language knows keeps editors' prose inert: a ``{{ … }}`` in it is only text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from markupsafe import escape

SLOT = re.compile(r"⟦([a-z_]+)⟧")
MARKERS = re.compile(r"[⟦⟧]")
RELATIVE = re.compile(r'((?:href|src)=")(?![a-zA-Z][a-zA-Z0-9+.-]*:|[/#"])')


class ShellError(Exception):
    """A shell that cannot be cut, or cannot be filled with what it was given."""


@dataclass(frozen=True, slots=True)
class Shell:
    """A compiled page: ``len(slots) + 1`` fixed parts with one slot between each two."""

    name: str
    parts: tuple[str, ...]
    slots: tuple[str, ...]
    digest: str

    def fill(self, values: Mapping[str, str]) -> str:
        """Join the parts with the values: plain text is escaped, ``Markup`` passes. Values without a slot are ignored."""
        pieces = [self.parts[0]]
        for slot, part in zip(self.slots, self.parts[1:], strict=True):
            if slot not in values:
                raise ShellError(f"{self.name}: no value for the slot '{slot}'")
            pieces.append(escape(values[slot]))
            pieces.append(part)
        return "".join(pieces)


def cut(html: str, name: str, allowed: frozenset[str]) -> Shell:
    """Cut a page at its slots. A slot that is not allowed, or a stray ⟦ or ⟧, is a ``ShellError`` that names the page."""
    pieces = SLOT.split(html)
    parts, slots = tuple(pieces[0::2]), tuple(pieces[1::2])
    unknown = sorted(set(slots) - allowed)
    if unknown:
        raise ShellError(f"{name}: unknown slot {', '.join(unknown)}; this page takes {', '.join(sorted(allowed))}")
    if any(MARKERS.search(part) for part in parts):
        raise ShellError(f"{name}: a ⟦ or ⟧ that belongs to no slot")
    return shell(name, parts, slots)


def shell(name: str, parts: tuple[str, ...], slots: tuple[str, ...]) -> Shell:
    """Make a shell with its digest, which changes whenever a filled page would."""
    digest = sha256("\0".join((name, *slots, "", *parts)).encode()).hexdigest()
    return Shell(name, parts, slots, digest)


def rebased(original: Shell, prefix: str) -> Shell:
    """The same shell for a page elsewhere: every relative address in its fixed parts gets ``prefix``.

    The chooser at the site root uses ``en/``; the 404 page, served at any depth, uses the absolute path of a language root.
    """
    parts = tuple(RELATIVE.sub(rf"\g<1>{prefix}", part) for part in original.parts)
    return shell(f"{original.name} at {prefix}", parts, original.slots)
