"""Addresses on the web that a record may point to.

In: text. Out: a checked `Url`. Not here: addresses inside the site (`render.routes`).
"""

from __future__ import annotations

from typing import Annotated, Final
from urllib.parse import urlsplit

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

from generator.model.base import Says

SCHEMES: Final = ("http", "https")


def web_address(value: str) -> str:
    """`value`, if it is an address on the web; raises a pydantic error."""
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise _bad(value, "which is not a web address") from None
    if parts.scheme and parts.scheme not in SCHEMES:
        raise PydanticCustomError(
            "unsafe_link",
            "a link may begin with {allowed} only, not with {scheme}",
            {"allowed": "http:// or https://", "scheme": f"{parts.scheme}:"},
        )
    if not parts.scheme or not host:
        raise _bad(value, "but a web address begins with https:// and a host, such as example.org")
    if odd := next((each for each in value if not each.isprintable() or each in ' <>"\\^`{|}'), None):
        raise _bad(value, f"but {_named(odd)} cannot stand in an address")
    if "@" in parts.netloc:
        # https://trusted.example@evil.example/ opens evil.example
        raise _bad(value, "but what stands before @ can disguise where the link leads")
    return value


def _named(character: str) -> str:
    if character.isspace():
        return "a blank"
    return character if character.isprintable() else f"the invisible character U+{ord(character):04X}"


def _bad(value: str, why: str) -> PydanticCustomError:
    return PydanticCustomError("bad_url", "{value}, {why}", {"value": value, "why": why})


Url = Annotated[
    str,
    StringConstraints(max_length=2_000),
    AfterValidator(web_address),
    Says("a web address that begins with https://"),
]
