"""Rules of awards and studies: WG47x and WG48x.

In: nothing. Out: rules, collected by `rules`. Not here: the checks themselves.
"""

from __future__ import annotations

from typing import Final

from generator.rule import Rule

AWARDS: Final = (
    Rule(
        "WG471",
        "An id stands twice in an award",
        "Categories, jurors and submissions of an edition are called by their id in scores and votes; of two with one id nobody "
        "could say which is meant.",
        "jury: [{id: kim, name: Kim A}, {id: kim, name: Kim B}]",
        "jury: [{id: kim-a, name: Kim A}, {id: kim-b, name: Kim B}]",
    ),
    Rule(
        "WG472",
        "An unknown category, juror or submission",
        "Categories belong to an edition, and they differ. A score or vote for what was not handed in would be counted by nobody.",
        "submissions: [{id: maps, title: {en: Maps}, city: seoul, category: open-cty}]",
        "submissions: [{id: maps, title: {en: Maps}, city: seoul, category: open-city}]",
    ),
    Rule(
        "WG473",
        "Too many submissions of a city",
        "The call of 2012 allowed two applications for a city. An edition with another rule says so under rules: {per_city: …}.",
        "three submissions with city: seoul",
        "two of them, or rules: {per_city: 3}",
    ),
    Rule(
        "WG474",
        "A voter votes twice in a category",
        "In the second round each voter has one vote in each category.",
        "votes: [{voter: kim, submission: maps}, {voter: kim, submission: buses}]",
        "votes: [{voter: kim, submission: maps}]",
    ),
    Rule(
        "WG475",
        "A juror scores the own city",
        "A juror does not score a project of a city that stands under the juror's cities. Such a score is left out of the mean.",
        "jury: [{id: kim, name: Kim, cities: [seoul]}] and scores: {kim: {seoul-maps: 9}}",
        "scores: {kim: {}}",
    ),
    Rule(
        "WG481",
        "A year stands twice in an appraisal",
        "Costs and benefits of one year stand in one line; of two nobody could say whether they add up or replace each other.",
        "flows: [{year: 1, benefits: 10}, {year: 1, running: 2}]",
        "flows: [{year: 1, benefits: 10, running: 2}]",
    ),
    Rule(
        "WG482",
        "An appraisal without amounts",
        "Without any cost or benefit there is nothing to appraise.",
        "flows: [{year: 0}]",
        "flows: [{year: 0, investment: 100}, {year: 1, benefits: 120}]",
    ),
    Rule(
        "WG483",
        "Not a currency",
        "Amounts are of one currency, named by its code of ISO 4217, so that readers can convert them.",
        "currency: DOL",
        "currency: USD",
    ),
)
