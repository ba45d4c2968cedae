"""What of a CeDS run may be published, by the consent of its city.

In: a run as written. Out: runs without what stays private. Not here: scores, which are made of all answers (`derive.runs`).
"""

from __future__ import annotations

from typing import Final

from generator.model.assessment import Assessment

INVENTED: Final = "example-"
"""With this prefix a city and all its runs are made up for demonstration."""


def key_of(run: Assessment) -> str:
    """Names a run among all: `<city>/<date>`."""
    return f"{run.city}/{run.date}"


def is_invented(run: Assessment) -> bool:
    """Whether the run is demonstration data."""
    return run.city.startswith(INVENTED)


def kept(run: Assessment) -> Assessment:
    """The run as the catalog holds it: notes, on evidence and on the whole run, only with consent to them, and nothing but the
    fact of one taken back. The assessment page leaves out the same (theme/assets/wego/ceds/run.js, `published`).
    """
    if run.withdrawn:
        return Assessment(city=run.city, date=run.date, version=run.version, withdrawn=run.withdrawn)
    if run.consent is not None and run.consent.scope == "evidence":
        return run
    without = {"evidence": None}
    return run.model_copy(
        update={
            "indicators": {id: each.model_copy(update=without) for id, each in run.indicators.items()},
            "systems": {id: each.model_copy(update=without) for id, each in run.systems.items()},
            "note": None,
        }
    )


def shows_answers(run: Assessment) -> bool:
    """Whether the answers of the run may be shown, and with them all that tells single ones: gaps, roadmap, scores of systems."""
    return run.withdrawn is None and run.consent is not None and run.consent.scope != "scores"


def shown(run: Assessment) -> Assessment:
    """The run as pages, downloads and the API may show it: without answers and targets where consent is to scores alone."""
    safe = kept(run)
    if run.withdrawn or shows_answers(run):
        return safe
    return safe.model_copy(update={"indicators": {}, "systems": {}, "targets": {}})
