"""Pages with prose above and a body made from records: which path has which body.

In: a page and the theme. Out: markup. Not here: what is shown (`views`), the prose (content/), addresses and shells (`pages`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from markupsafe import Markup

from generator.render.context import Page
from generator.render.environment import fill
from generator.render.views.appraise import appraise_body
from generator.render.views.calendar import calendar_view, feeds_view
from generator.render.views.egovframe import figures_view
from generator.render.views.organization_governance import governance_view
from generator.render.views.organization_history import history_view
from generator.render.views.organization_index import organization_view
from generator.render.views.organization_members import members_view
from generator.render.views.organization_pages import (
    agreements_view,
    charter_view,
    disagreements_view,
    judgements_view,
    offices_view,
    plans_view,
    purposes_view,
)


@dataclass(frozen=True, slots=True)
class Body:
    """What stands below the prose. `not_searched` are parts of it that search must not know, such as invented examples."""

    html: Markup
    not_searched: tuple[Markup, ...] = ()


Maker = Callable[[Page, Path], Body]


def _of(template: str, view: Callable[[Page], Any]) -> Maker:
    """A page whose whole body is one view in one template."""
    return lambda page, theme: Body(fill(theme, template, view(page)))


BODIES: Final[Mapping[str, Maker]] = MappingProxyType(
    {
        "egovframe/figures.html": _of("figures", figures_view),
        "studies/appraise.html": lambda page, theme: Body(body := appraise_body(page), (body,)),
        "programmes/calendar.html": _of("sections", calendar_view),
        "feeds.html": _of("sections", feeds_view),
        "organization/index.html": _of("sections", organization_view),
        "organization/history.html": _of("history", history_view),
        "organization/agreements.html": _of("sections", agreements_view),
        "organization/governance.html": _of("governance", governance_view),
        "organization/offices.html": _of("sections", offices_view),
        "organization/charter.html": _of("sections", charter_view),
        "organization/members.html": _of("members", members_view),
        "organization/purposes.html": _of("sections", purposes_view),
        "organization/plans.html": _of("sections", plans_view),
        "organization/judgements.html": _of("sections", judgements_view),
        "organization/disagreements.html": _of("sections", disagreements_view),
    }
)
"""Makers by the page's path below the language root, such as `organization/history.html`."""


def documents() -> tuple[str, ...]:
    """The content files of such pages."""
    return tuple(path.removesuffix(".html") + ".md" for path in BODIES)
