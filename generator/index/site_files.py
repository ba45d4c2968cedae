"""Files about the site as a whole: sitemap with alternates, robots, security headers, checksums.

In: addresses and sums. Out: file contents. Not here: the search index.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final
from xml.sax.saxutils import escape, quoteattr

POLICY: Final = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
HEADERS: Final = f"""/*
  Content-Security-Policy: {POLICY}; frame-ancestors 'none'
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=()
/assets/*
  Cache-Control: public, max-age=3600
/calendar/*
  Content-Type: text/calendar; charset=utf-8
/feeds/*
  Content-Type: application/atom+xml; charset=utf-8
/api/*
  Access-Control-Allow-Origin: *
/schema/*
  Access-Control-Allow-Origin: *
"""
"""The security policy of the contract, in the format static hosts read."""


def sitemap(site_url: str, pages: Sequence[tuple[str, tuple[str, ...], str]]) -> str:
    """sitemaps.org 0.9 with xhtml alternates. `pages`: (address, languages it really is in, last change or empty)."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for address, languages, changed in pages:
        lines.append(
            f"<url><loc>{escape(site_url + address)}</loc>" + (f"<lastmod>{changed}</lastmod>" if changed else "")
        )
        if len(languages) > 1:
            path = address.partition("/")[2]
            for code, language in [*((each, each) for each in languages), ("x-default", languages[0])]:
                lines.append(
                    f'<xhtml:link rel="alternate" hreflang="{code}" href={quoteattr(f"{site_url}{language}/{path}")}/>'
                )
        lines.append("</url>")
    return "\n".join([*lines, "</urlset>", ""])


def robots(site_url: str | None) -> str:
    """Everybody may read everything."""
    return "User-agent: *\nAllow: /\n" + (f"Sitemap: {site_url}sitemap.xml\n" if site_url else "")


def checksums(sums: Mapping[str, str]) -> str:
    """SHA256SUMS: one line for each address and its sum, by address; `sha256sum -c` reads it."""
    return "".join(f"{digest}  {address}\n" for address, digest in sorted(sums.items()))
