"""What may be an id, which ids are kept back, and the id nearest to a wrong one.

In: text. Out: yes or no, or an id. Not here: whether a record has it (`validate.references`).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from generator.model.base import ID_LENGTH, ID_PATTERN

_ID: Final = re.compile(ID_PATTERN.rstrip("$") + r"\Z")
_RESERVED: Final = re.compile(r"index(-\d+)?|con|prn|aux|nul|com\d|lpt\d")
"""List pages are `index.html`, `index-2.html` …; Windows cannot hold files called `con.html` and the like."""


def is_id(text: str) -> bool:
    """Whether `text` has the form of an id."""
    return _ID.match(text) is not None and len(text) <= ID_LENGTH


def is_reserved(id: str) -> bool:
    """Whether the site or an operating system needs the name for itself."""
    return _RESERVED.fullmatch(id) is not None


def id_like(text: str) -> str:
    """The id nearest to `text`, without accents; empty when no Latin letter or digit is in it."""
    bare = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return re.sub(r"[^a-z0-9]+", "-", bare.lower()).strip("-")[:ID_LENGTH].strip("-")
