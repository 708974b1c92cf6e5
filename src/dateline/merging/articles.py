"""Reports as a whole: whether two of them are on one occurrence, however many others each mentions."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from dateline.merging.clusters import Pair
from dateline.merging.components import grouped
from dateline.merging.features import Features
from dateline.merging.outline import Outline, outline
from dateline.merging.rarity import likeness, rarity
from dateline.merging.scoring import models
from dateline.merging.told import Told
from dateline.merging.words import content, names
from dateline.records import Claim, Report

# Characters of a report that are looked at: further down stand other stories and what is told of old.
_BODY: Final = 3000
_LEAD: Final = 700
_AGE: Final = re.compile(r"\b[A-Z][a-z][\w'’-]+, (?:who is )?(\d{1,2})\b|\b(\d{1,2})-year-old")
# A title ends before the name of its paper: "Two hurt in blast - Morning Post".
_PAPER: Final = re.compile(r" [-|–] ")
# Names in common beyond this many say no more.
_ENOUGH: Final = 7
# From here on a word is rare. Two reports are only compared where they share as many rare words as _SHARED, each of
# them in no more than _COMMON reports.
_RARE: Final = 0.45
_SHARED: Final = 2
_COMMON: Final = 80
# What articles of violence tell: these families make up what an article is compared by.
_TOLD: Final = frozenset({"violence", "custody", "trial"})
# Pairs below this probability are as good as unlike; from _HANGS on they hold a group together.
_UNLIKE: Final = 0.01
_HANGS: Final = 0.3
# Days; stated days further apart than this are of two occurrences.
_LONG: Final = 7
_VIOLENCE: Final = "violence"


@dataclass(frozen=True, slots=True)
class Article:
    """What is compared of a report as a whole."""

    report: str
    published: int | None
    title: frozenset[str]
    told: frozenset[str]
    names: frozenset[str]
    lead: frozenset[str]
    ages: frozenset[str]
    days: frozenset[int]
    paper: str


def article(report: Report, claims: Sequence[Outline]) -> Article:
    """The report with the outlines of its claims."""
    title = report.title or report.text.partition("\n")[0]
    return Article(
        report=report.id,
        published=report.published.date.toordinal() if report.published.date else None,
        title=content(_PAPER.split(title)[0]),
        told=frozenset().union(*(one.text for one in claims if one.family in _TOLD)),
        names=names(report.text[:_BODY]),
        lead=names(report.text[:_LEAD]),
        ages=frozenset(found[1] or found[2] for found in _AGE.finditer(report.text[:_BODY])),
        days=frozenset(
            one.days.first for one in claims if one.days.narrow and one.days.first and one.family == _VIOLENCE
        ),
        paper=_paper(report),
    )


def _paper(report: Report) -> str:
    """Where it stands: pages of one paper share what is around the article. An archive's address holds the paper's."""
    at = (report.url or "").rpartition("://")[2].partition("/")[0].partition(":")[0]
    return at.removeprefix("www.") or report.publisher or ""


def story(report: Report, claims: Sequence[Claim]) -> Article:
    """What `same_story` compares of a report and what was read from it."""
    return article(report, [outline(Told(claim, report)) for claim in claims])


def article_features(one: Article, other: Article) -> Features:
    """What speaks for and against two reports being on one occurrence."""
    return dict(_features(one, other))


def _features(one: Article, other: Article) -> Iterator[tuple[str, float]]:
    yield "likeness of the titles", likeness(one.title, other.title)
    yield "likeness of what is told", likeness(one.told, other.told)
    rarest = sorted(map(rarity, one.names & other.names), reverse=True)
    yield "names in common", math.fsum(rarest[:_ENOUGH]) / _ENOUGH
    covered = sorted((_covered(one.lead, other.names), _covered(other.lead, one.names)))
    yield "names of one head in the other", covered[1]
    yield "names of each head in the other", covered[0]
    if one.published is not None and other.published is not None:
        yield "time between publication", math.log1p(abs(one.published - other.published)) / math.log(1000)
    if one.ages and other.ages:
        yield ("same age" if one.ages & other.ages else "other ages"), 1.0
    if one.paper and one.paper == other.paper:
        yield "same paper", 1.0
    yield from _days(one, other)


def _covered(lead: frozenset[str], found: frozenset[str]) -> float:
    total = math.fsum(map(rarity, lead))
    return math.fsum(map(rarity, lead & found)) / total if total else 0.0


def _days(one: Article, other: Article) -> Iterator[tuple[str, float]]:
    if one.days and other.days:
        gap = min(abs(a - b) for a in one.days for b in other.days)
        if gap == 0:
            yield "same day", 1.0
        elif gap > _LONG:
            yield "days far apart", 1.0
    for told, dated in ((one, other), (other, one)):
        if dated.days and told.published is not None and min(dated.days) > told.published + 1:
            yield "told before it happened", 1.0


def same_story(articles: Sequence[Article]) -> list[list[str]]:
    """Report ids in groups, each of reports on one occurrence; groups and their members sorted."""
    order = sorted(articles, key=lambda one: one.report)
    model = models()["articles"]

    def score(one: int, other: int) -> float:
        return model.probability(article_features(order[one], order[other]))

    scores = {pair: value for pair in alike(order) if (value := score(*pair)) > _UNLIKE}
    groups = grouped(len(order), scores, model.threshold, _HANGS, score, lambda one, other: False)
    return sorted([order[index].report for index in group] for group in groups)


def alike(articles: Sequence[Article]) -> list[Pair]:
    """The pairs that share enough rare words to be compared, lower index first."""
    sharing: dict[str, list[int]] = {}
    for index, one in enumerate(articles):
        for word in one.names | one.told | one.title:
            if rarity(word) >= _RARE:
                sharing.setdefault(word, []).append(index)
    shared: dict[Pair, int] = {}
    for indexes in sharing.values():
        for pair in combinations(indexes, 2) if len(indexes) <= _COMMON else ():
            shared[pair] = shared.get(pair, 0) + 1
    return sorted(pair for pair, number in shared.items() if number >= _SHARED)
