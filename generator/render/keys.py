"""The key of a page: the hash of everything it is made from.

In: the studio and the plan. Out: a key for each address. Two pages with the same key have the same bytes; a test edits
records and compares an incremental build with a fresh one. Not here: what is done with keys (`carry`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from generator import __version__
from generator.derive.sessions import state
from generator.model.catalog import Key
from generator.model.consented import key_of
from generator.render import routes
from generator.render.context import World
from generator.render.pages import Job, Studio
from generator.render.views import listing

DATED = frozenset({"ceds", "compare", "assess", "run", "runs", "roadmap", "made"})
"""Pages that show averages or what is still to come, which depend on the date of the build; the list of training does too."""

WITHOUT_DATA = frozenset({"prose", "search"})
"""Pages that show no record; the words of tooltips are part of their shell."""


def _hash(*parts: str) -> str:
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=16).hexdigest()


@lru_cache(maxsize=8)
def _code(folders: tuple[Path, ...]) -> str:
    """Hash of all code, templates and catalogues: a change in any of them makes every page anew."""
    digest = hashlib.blake2b(__version__.encode(), digest_size=16)
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            if file.suffix in (".py", ".j2", ".po", ".json", ".path"):
                digest.update(file.as_posix().encode() + file.read_bytes())
    return digest.hexdigest()


def forget() -> None:
    """Hash code and templates anew at the next build; the preview calls it when the theme changes."""
    _code.cache_clear()


def common_key(studio: Studio) -> str:
    """What every page depends on."""
    settings = studio.world.settings
    code = _code((Path(__file__).parent.parent, studio.theme))
    return _hash(
        code,
        repr(
            (
                settings.languages,
                settings.default_language,
                settings.site_url,
                settings.repo_url,
                settings.edit_branch,
                settings.publisher,
            )
        ),
        settings.shown_data,
    )


def page_keys(studio: Studio, plan: Sequence[Job]) -> Mapping[str, str]:
    """The key of each page of the plan."""
    world = studio.world
    common = _hash(common_key(studio), _instrument(world))
    records = {key: _record_key(studio, key) for key in world.catalog.digests}
    keys: dict[str, str] = {}
    for job in plan:
        shell = studio.shell(job).digest
        if job.sort in ("record", "moved"):
            made_from = records[job.kind, job.id]
        elif job.sort == "list":
            made_from = _hash(_host_facts(studio, job), *_listed(world, job, records))
        else:
            made_from = _hash("" if job.sort in WITHOUT_DATA else world.data_version, _host_facts(studio, job))
        dated = job.sort in DATED or (job.sort == "list" and job.kind == "programme")
        keys[job.address] = _hash(common, shell, job.address, made_from, world.as_of if dated else "")
    return keys


def _instrument(world: World) -> str:
    """The instrument and the runs: few files that many pages lean on."""
    frameworks = [world.catalog.digests["framework", id] for id in world.catalog.records["framework"]]
    return _hash(*frameworks, repr(world.catalog.assessments))


def _listed(world: World, job: Job, records: Mapping[Key, str]) -> Iterator[str]:
    """What a page of a list is made from: how many there are in all, and the records in its rows."""
    arranged = listing.arranged(world, job.language, job.kind)
    yield str(len(arranged))
    for group, record in arranged[(job.number - 1) * routes.PAGE_ROWS : job.number * routes.PAGE_ROWS]:
        yield f"{group}={records[record.kind, record.id]}"
    if job.kind == "city" and job.number == 1:  # the map shows all of them
        yield from (world.catalog.digests["city", id] for id in world.catalog.records["city"])
    if job.kind == "practice":  # grouped by the widest topic
        yield from (world.catalog.digests["topic", id] for id in world.catalog.records["topic"])


def _record_key(studio: Studio, key: Key) -> str:
    digests, relations = studio.world.catalog.digests, studio.world.relations
    near: tuple[Key, ...] = (
        *relations.outgoing.get(key, ()),
        *(each.source for each in relations.incoming.get(key, ())),
        *((key[0], id) for id in studio.world.similar.get(key, ())),
    )
    parts = [f"{kind}/{id}={digests[kind, id]}" for kind, id in sorted({*near, *_beyond(studio, key, near)})]
    parts += [key_of(each.assessment) for each in studio.world.runs if key == ("city", each.assessment.city)]
    parts += _states(studio.world, key)
    fields = [f"{each.source[0]}/{each.source[1]}.{each.field}" for each in relations.incoming.get(key, ())]
    return _hash(digests[key], *studio.world.similar.get(key, ()), *parts, *fields)


def _states(world: World, key: Key) -> list[str]:
    """What a programme's page says of its sessions, which the date of the build can change."""
    if key[0] != "programme":
        return []
    return [state(each, world.as_of[:10]) for each in world.catalog.programmes[key[1]].sessions]


def _beyond(studio: Studio, key: Key, near: Sequence[Key]) -> Iterator[Key]:
    """Records two steps away that a page shows too.

    A practice or study in a list of related ones is named with its cities. Where sources disagree, their statements stand on the page
    with the sources; an edition of the awards shows the sources of its winners' prizes.
    """
    outgoing = studio.world.relations.outgoing
    for each in set(near):
        if each[0] == "disagreement" or (key[0] == "award" and each[0] == "practice"):
            yield from outgoing[each]
        elif each[0] in ("practice", "study"):
            yield from (to for to in outgoing[each] if to[0] == "city")


def _host_facts(studio: Studio, job: Job) -> str:
    host = studio.host
    return repr(
        (
            host.titles[job.language].get(job.path),
            host.descriptions.get(job.language, {}).get(job.path),
            [language for language in host.pages if job.path in host.fallbacks.get(language, ())],
            host.sources.get(job.language, {}).get(job.path),
        )
    )
