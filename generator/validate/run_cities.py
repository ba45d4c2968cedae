"""The city a CeDS run belongs to: there is one, it is not called otherwise now, and invented and real do not mix.

In: sources of runs and of all records. Out: diagnostics, one for each folder or file at fault. Not here: what stands in a run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.diagnostics import Diagnostic, Span, suggestion
from generator.model.catalog import Catalog, Key
from generator.model.city import City
from generator.model.consented import INVENTED
from generator.model.places import INVENTED_COUNTRY
from generator.read.run_files import KIND, twice
from generator.read.sources import RecordSource
from generator.validate.locate import span_of

Known = Mapping[Key, RecordSource]


def check(sources: Sequence[RecordSource], catalog: Catalog, known: Known) -> Iterator[Diagnostic]:
    """Findings on the folders of runs, and on cities of which prefix and country do not say the same."""
    runs = {source.file.id: source for source in sources if source.file.kind == KIND}
    renamed = {former: city.id for city in catalog.cities.values() for former in city.former_ids}
    folders: dict[str, list[str]] = {}
    for id in runs:
        folders.setdefault(id.partition("/")[0], []).append(id)
    for folder, ids in folders.items():
        if ("city", folder) not in known:
            yield from _unknown(folder, [runs[id] for id in sorted(ids)], runs, renamed, known)
    for city in catalog.cities.values():
        if city.is_example != (city.country == INVENTED_COUNTRY):
            yield _country(city, known)


def _country(city: City, known: Known) -> Diagnostic:
    """The prefix of an invented city and the country of a real one, or the other way round."""
    if city.is_example:
        real = city.id.removeprefix(INVENTED)
        there = ("city", real) in known
        message = (
            f"{city.country} is the country of a real city, but {city.id} begins with {INVENTED} as invented ones do"
        )
        fix = f"delete the file, since {real}.yml is there already" if there else f"rename the file to {real}.yml"
        fix += f"; or, if the city is invented, write country: {INVENTED_COUNTRY}"
    else:
        message = f"{INVENTED_COUNTRY} is the country of invented cities, and {city.id} does not begin with {INVENTED}"
        fix = f"write the country of the city; or, if it is invented, rename the file to {INVENTED}{city.id}.yml"
    return Diagnostic("WG459", span_of(known["city", city.id], ("country",)), message, fix)


def _unknown(
    folder: str,
    files: Sequence[RecordSource],
    runs: Mapping[str, RecordSource],
    renamed: Mapping[str, str],
    known: Known,
) -> Iterator[Diagnostic]:
    """A folder of no city: each run that the city holds already under its present id, else one finding for the folder."""
    now = renamed.get(folder, "")
    again = [each for each in files if now and each.file.id.replace(folder, now, 1) in runs]
    for each in again:
        yield twice(each.file.name, runs[each.file.id.replace(folder, now, 1)].file.name)
    if again:
        return
    yield _mixed(folder, files[0], known) or Diagnostic(
        "WG458",
        Span(files[0].file.name),
        f"the city {folder} is now called {now}" if now else f"there is no city {folder}",
        f"rename the folder to {now}"
        if now
        else suggestion(
            folder,
            [id for kind, id in known if kind == "city"],
            f"write data/cities/{folder}.yml first (wego new city {folder})",
        ),
    )


def _mixed(folder: str, source: RecordSource, known: Known) -> Diagnostic | None:
    """The folder is that of a city with the wrong prefix, or without it."""
    bare, other = folder.removeprefix(INVENTED), f"{INVENTED}{folder}"
    if bare != folder and ("city", bare) in known:
        message = f"{bare} is a real city, but {folder} would be an invented one"
        fix = f"rename the folder to {bare}; for an invented city write data/cities/{folder}.yml, which says so"
        return Diagnostic("WG459", Span(source.file.name), message, fix)
    if ("city", other) in known:
        message = f"{folder} is no city of the base; {other} is an invented one, and its runs must say so"
        return Diagnostic("WG459", Span(source.file.name), message, f"rename the folder to {other}")
    return None
