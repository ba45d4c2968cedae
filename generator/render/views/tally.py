"""The tally of an edition on its page: both rounds of every category, and how each place came about.

In: an award with its papers. Out: sections. Not here: the arithmetic (`derive.tally`), the sentences (`render.tally_words`).
"""

from __future__ import annotations

from markupsafe import Markup

from generator.derive.tally import Place, Round, Score, tally
from generator.model.award import Award, Juror
from generator.render import tally_words, texts
from generator.render.context import Page
from generator.render.views.parts import Items, Prose, Section, Table


def tally_sections(page: Page, award: Award) -> list[Section]:
    """A section for each category, and one on the rules used."""
    return [*(_category(page, award, each) for each in tally(award)), _rules(page, award)]


def _category(page: Page, award: Award, found: Round) -> Section:
    t = page.t
    name = next(each.name for each in award.categories if each.id == found.category)
    title = t("Tally: {category}", category=texts.plain(name, page.language, award.original))
    titles = {each.id: texts.plain(each.title, page.language, award.original) for each in award.submissions}
    sentence = Prose(Markup("<p>{}</p>").format(tally_words.finding(t, found, titles)))
    if not found.places:
        return Section(f"tally-{found.category}", title, (sentence,))
    first = (_jurors(page, award, found), _first(page, found, titles)) if found.places[0].scores else ()
    parts = (sentence, *first, _second(page, found, titles), _audit(page, award, found, titles))
    return Section(f"tally-{found.category}", title, parts)


def _first(page: Page, found: Round, titles: dict[str, str]) -> Table:
    """A narrow column of points for each juror, by the number that the line above the table gives."""
    t = page.t
    jurors = found.places[0].scores
    rows = tuple(
        (
            titles[each.submission.id],
            *(_points(page, score) for score in each.scores),
            tally_words.mean(t, each.mean),
            t.number(each.rank) if each.rank else "–",
        )
        for each in found.places
    )
    head = (t("Submission"), *(t.number(at) for at in range(1, len(jurors) + 1)), t("Mean"), t("Rank"))
    return Table(t("First round: points from 1 to 10 by juror"), head, rows, frozenset(range(1, len(head))))


def _jurors(page: Page, award: Award, found: Round) -> Prose:
    """Which column is whose, and how points that do not count are marked."""
    t = page.t
    names = {each.id: juror_name(page, award, each) for each in award.jury}
    scores = found.places[0].scores
    listed = t(", ").join(f"{t.number(at)} {names[each.juror]}" for at, each in enumerate(scores, 1))
    said = t("Jurors: {names}.", names=listed)
    scored = [score for place in found.places for score in place.scores]
    if any(score.points is None and score.counted for score in scored):
        said = f"{said} {t('–: no score.')}"
    if any(score.points is None and not score.counted for score in scored):
        said = f"{said} {t('×: of the own city, which a juror does not score.')}"
    if any(score.points is not None and not score.counted for score in scored):
        said = f"{said} {t('In brackets: not counted, because a juror does not score the own city.')}"
    return Prose(Markup('<p class="wego-quiet">{}</p>').format(said))


def juror_name(page: Page, award: Award, juror: Juror) -> str:
    """The role, where the papers name one, and the name."""
    return juror.called(texts.plain(juror.role, page.language, award.original) if juror.role else "")


def _points(page: Page, score: Score) -> str:
    if score.points is None:
        return "–" if score.counted else "×"
    return page.t.number(score.points) if score.counted else f"({page.t.number(score.points)})"


def _second(page: Page, found: Round, titles: dict[str, str]) -> Table:
    t = page.t
    rows = tuple(
        (titles[each.submission.id], t.number(each.votes), t.number(each.void), tally_words.prize(t, each))
        for each in found.places
        if each.standing == "shortlisted" or each.votes or each.void
    )
    head = (t("Submission"), t("Votes"), t("Votes that do not count"), t("Prize"))
    return Table(t("Second round: votes"), head, rows, frozenset({1, 2}))


def _audit(page: Page, award: Award, found: Round, titles: dict[str, str]) -> Items:
    jurors = {each.id: juror_name(page, award, each) for each in award.jury}

    def line(place: Place) -> Markup:
        said = tally_words.audit(page.t, place, award.rules, jurors).strip()
        return Markup("<strong>{}</strong> {}").format(titles[place.submission.id], said)

    return Items(tuple(line(each) for each in found.places))


def _rules(page: Page, award: Award) -> Section:
    t, rules = page.t, award.rules
    who = {"shortlist": t("The vote is among the shortlist."), "all": t("The vote is among all submissions.")}
    lines = (
        t("A city may hand in at most {number} projects.", number=t.number(rules.per_city)),
        t("The first {number} ranks of each category go on; equals share a rank.", number=t.number(rules.shortlist)),
        t("At least {number} scores are needed to be ranked.", number=t.number(rules.least_scores)),
        who[rules.vote_on],
    )
    method = Markup('<p><a href="{}">{}</a></p>').format(
        page.href(f"{page.language}/awards/method.html"), t("How a tally works")
    )
    return Section("rules", t("Rules of this edition"), (Items(lines), Prose(method)))
