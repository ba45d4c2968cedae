"""For which systems the base knows much and for which nothing, in the words of their list.

In: a page, a system. Out: short texts and facet values. Not here: the counting (`derive.remedies`), the list (`listing`).
"""

from __future__ import annotations

from generator.derive.remedies import by_system, remedies, without
from generator.model.framework import System
from generator.render import labels
from generator.render.context import Page


def counts(page: Page, system: System) -> str:
    """`3 practices · 5 modules · 1 programme`; says so where there is no practice, or nothing at all."""
    t, found = page.t, remedies(page.world.catalog, system)
    if found.nothing:
        return t("no practice, module or training known")
    numbers = (("practice", found.practices), ("module", found.modules), ("programme", found.programmes))
    said = [t.count(*labels.COUNTED[kind], number) for kind, number in numbers if number]
    return " · ".join(said if found.practices else [t("no practice known"), *said])


def marks(page: Page, system: System) -> tuple[str, ...]:
    """The same as values of a facet."""
    found = remedies(page.world.catalog, system)
    known = (("practice", found.practices), ("module", found.modules), ("programme", found.programmes))
    return (*(kind for kind, number in known if number), *(() if found.practices else ("no-practice",)))


def label(page: Page, mark: str) -> str:
    """What a value of the facet is called."""
    t = page.t
    return {
        "practice": t("With practices"),
        "module": t("With eGovFrame modules"),
        "programme": t("With training"),
        "no-practice": t("No practice known"),
    }[mark]


def gaps(page: Page) -> str:
    """How many systems the base knows nothing of; for the head of the list."""
    t, found = page.t, [each for _, each in by_system(page.world.catalog)]
    none, nothing = without(found), sum(each.nothing for each in found)
    said = t(
        "No practice is known for {practices} of them, no module for {modules}, no training for {programmes}.",
        practices=t.number(none.practices),
        modules=t.number(none.modules),
        programmes=t.number(none.programmes),
    )
    return f"{said} {t('None of the three is known for {n}.', n=t.number(nothing))}" if nothing else said
