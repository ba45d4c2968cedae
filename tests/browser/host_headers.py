"""Reads a site's `_headers` file, the format in which static hosts take HTTP headers.

In: the text of the file. Out: the headers for a path. Only what the site writes: paths that are exact or end in `*`.
Not here: serving (`static_server`).
"""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class HeaderRule:
    """The headers for every path that a pattern matches."""

    pattern: str
    headers: tuple[tuple[str, str], ...]

    def matches(self, path: str) -> bool:
        """Tell whether an absolute path without its query falls under this rule."""
        if self.pattern.endswith("*"):
            return path.startswith(self.pattern[:-1])
        return path == self.pattern


def parse_headers(text: str) -> tuple[HeaderRule, ...]:
    """Return the rules of a `_headers` file, in order."""
    return tuple(HeaderRule(pattern, tuple(headers)) for pattern, headers in _blocks(text))


def headers_for(path: str, rules: tuple[HeaderRule, ...]) -> list[tuple[str, str]]:
    """Return the headers of all rules that match a path."""
    return [header for rule in rules if rule.matches(path) for header in rule.headers]


def _blocks(text: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    pattern, headers = "", list[tuple[str, str]]()
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if not line[0].isspace():
            if pattern:
                yield pattern, headers
            pattern, headers = line.strip(), []
        else:
            name, _, value = line.partition(":")
            headers.append((name.strip(), value.strip()))
    if pattern:
        yield pattern, headers
