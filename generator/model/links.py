"""Addresses on the web that a record may point to.

In: text. Out: a checked `Url`. Not here: addresses inside the site (`render.routes`).
"""

from __future__ import annotations

from typing import Annotated, Final
from urllib.parse import urlsplit

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

SCHEMES: Final = ("http", "https")


def _web_address(value: str) -> str:
    try:
        parts = urlsplit(value)
        host = parts.hostname
    except ValueError:
        raise PydanticCustomError("bad_url", "{value} is not a web address", {"value": value}) from None
    if parts.scheme not in SCHEMES:
        raise PydanticCustomError(
            "unsafe_link",
            "a link may begin with {allowed} only, not with {scheme}",
            {"allowed": "http:// or https://", "scheme": f"{parts.scheme}:" if parts.scheme else value[:20]},
        )
    if not host or any(character.isspace() or character in '<>"\\^`{|}' for character in value):
        raise PydanticCustomError("bad_url", "{value} is not a web address", {"value": value})
    return value


Url = Annotated[str, StringConstraints(max_length=2_000), AfterValidator(_web_address)]
