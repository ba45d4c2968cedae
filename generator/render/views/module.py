"""A module's page: what it is, where its code lies, which versions there are, which modules stand beside it."""

from __future__ import annotations

from generator.model.module import Module
from generator.render import labels, markup
from generator.render.context import Page
from generator.render.views.common import prose, related, unknown
from generator.render.views.parts import Fact, Items, Section, Table


def facts(page: Page, module: Module) -> list[Fact]:
    """Place in the framework, artifact, licence."""
    t = page.t
    found = [
        Fact(t("Environment"), (t(labels.ENVIRONMENT[module.environment]),)),
        Fact(t("Category"), (t(labels.CATEGORY[module.category]),)),
        Fact(t("Form"), (t(labels.MODULE_FORM[module.form]),)),
    ]
    if module.number is not None:
        found.append(Fact(t("Number in the deployment table of 4.3.0"), (t.year(module.number),)))
    if module.artifact:
        found.append(Fact(t("Artifact"), (markup.code(module.artifact),)))
    found.append(Fact(t("Licence"), (module.licence,)))
    if module.in_main_branch is not None:
        found.append(Fact(t("In the main branch (5.0)"), (t("yes") if module.in_main_branch else t("no"),)))
    if module.built_on:
        found.append(Fact(t("Built on"), (", ".join(module.built_on),)))
    found.append(Fact(t("Where to find it"), (markup.out(module.address, t("Code or guide, as read")),)))
    return found


def sections(page: Page, module: Module) -> list[Section]:
    """Packages, versions, practices, neighbours."""
    relations, t, key = page.world.relations, page.t, ("module", module.id)
    found = [
        prose(page, module, "note", t("Note"), module.note),
        Section("packages", t("Packages"), (Items(tuple(markup.code(each) for each in module.packages)),))
        if module.packages
        else None,
        _versions(page, module),
        unknown(page, module, module.unknown),
        related(page, "practices", t("Practices it can serve"), "practice", relations.to(key, "practice")),
        related(page, "programmes", t("Training on it"), "programme", relations.to(key, "programme")),
        related(page, "neighbours", t("Modules of the same category"), "module", page.world.similar.get(key, ())),
    ]
    return [section for section in found if section]


def _versions(page: Page, module: Module) -> Section | None:
    if not module.versions or module.repository is None:
        return None
    t = page.t
    newest_first = sorted(module.versions, key=lambda each: each.date.sort_key, reverse=True)
    rows = tuple((each.tag, t.when(each.date)) for each in newest_first)
    caption = t("Tags of the repository {name}, with the date of the stored commit", name=module.repository.name)
    return Section("versions", t("Versions"), (Table(caption, (t("Tag"), t("Date")), rows),))
