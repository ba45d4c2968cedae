"""From whom a city can learn: practices of other cities, those of cities most like it first.

In: the catalog, a city, ids of practices. Out: ids in order. Not here: which practices fit a system (its kit).
"""

from __future__ import annotations

from collections.abc import Iterable
from math import inf, log

from generator.model.catalog import Catalog
from generator.model.city import City
from generator.model.provenance import preferred

Distance = tuple[bool, bool, float]


def nearest_first(catalog: Catalog, city: str, practices: Iterable[str]) -> tuple[str, ...]:
    """Practices of the same country first, then of the same region, then by the number of people; else in the order given.

    What the city did itself is left out: it knows it. All stay in their order where the base does not know the city.
    """
    own = catalog.cities.get(city)
    if own is None:
        return tuple(practices)
    elsewhere = [each for each in practices if city not in catalog.practices[each].cities]

    def far(id: str) -> Distance:
        others = [catalog.cities[each] for each in catalog.practices[id].cities]
        return min((_distance(own, each) for each in others), default=(True, True, inf))

    return tuple(sorted(elsewhere, key=far))


def _distance(one: City, other: City) -> Distance:
    """A city twice as large is as far away as one half as large."""
    people = (_people(one), _people(other))
    apart = abs(log(people[0] / people[1])) if all(people) else inf
    return one.country != other.country, one.region != other.region, apart


def _people(city: City) -> float:
    """How many live there; 0 where no source tells."""
    value = preferred(city.population).value if city.population else 0
    return float(value) if isinstance(value, int | float) else 0.0
