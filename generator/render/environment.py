"""The template engine: our own Jinja, which escapes everything and refuses names it does not know.

In: the theme folder. Out: an environment and filled templates. Not here: the host's Jinja, which does neither.
"""

from __future__ import annotations

from dataclasses import fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup


@lru_cache(maxsize=4)
def environment(theme: Path) -> Environment:
    """One environment for each theme folder; templates are loaded from pages/ and components/."""
    return Environment(
        loader=FileSystemLoader(theme), autoescape=True, undefined=StrictUndefined, trim_blocks=True, auto_reload=False
    )


@lru_cache(maxsize=64)
def _template(theme: Path, name: str) -> Template:
    return environment(theme).get_template(name)


def fill(theme: Path, name: str, view: Any) -> Markup:
    """`pages/<name>.html.j2` filled with the fields of a view."""
    values = {field.name: getattr(view, field.name) for field in fields(view)}
    return Markup(_template(theme, f"pages/{name}.html.j2").render(values))


def forget() -> None:
    """Read templates anew at the next page; the preview calls it when the theme changes."""
    environment.cache_clear()
    _template.cache_clear()
