"""Two names beside each other, of which one may lie in the other or be told by its distance from it."""

import re
from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from dateline.reading.place_candidates import Candidate
from dateline.reading.place_relations import Told, words

_LONGEST = 16
_MOST = 7
FAR = "far"
# What stands between, as `link` writes it: P a part or sort of place, D a direction, K a measure of distance, n a noun.
_INNER_FIRST = re.compile(r"(P )?(, )?(n )?(P )?(in|of|near|at|on|outside|around|beside|[,(])( P)?( of)?( P)?( in)?")
_FROM_AFAR = re.compile(r"(P )?(, )?(K |D |K D |K from |K away |n )*(K from|D of|D from|K of)( P| D of)*")
_OUTER_FIRST = re.compile(r"('s|’s)( n| P)*( of)?( P)?|(P )+of|P")
_COMMA = frozenset({",", "("})
_SKIPPED = frozenset({"DET", "ADJ", "NUM", "SPACE", "ADV"})
_AWAY = frozenset({"of", "from"})
_BACK = 5


def link(one: Candidate, other: Candidate) -> str:
    """What stands between two names, shortened to what tells how they belong together; "far" where it is too much."""
    between = one.tokens.doc[one.tokens.end : other.tokens.start]
    if len(between) > _LONGEST:
        return FAR
    shortened: list[str] = []
    for sign in map(_shortened, _outside_brackets(between)):
        if sign and shortened[-1:] != [sign]:
            shortened.append(sign)
    return " ".join(shortened) if len(shortened) <= _MOST else FAR


def _outside_brackets(tokens: Tokens) -> Iterator[Token]:
    """The words but those in brackets that open and close here."""
    depth = 0
    for token in tokens:
        if token.text == "(" and any(later.text == ")" for later in tokens[token.i - tokens.start :]):
            depth += 1
        elif token.text == ")" and depth:
            depth -= 1
        elif not depth:
            yield token


def _shortened(token: Token) -> str:
    lemma = token.lemma_.lower()
    if lemma in words().units:
        return "K"
    if lemma in words().bearings and token.i + 1 < len(token.doc) and token.nbor().lower_ in {"of", "from"}:
        return "D"
    if token.lower_ in words().closed or token.is_punct or token.tag_ == "POS" or token.lower_ in {"and", "or"}:
        return token.lower_
    if lemma in words().parts:
        return "P"
    return "" if token.pos_ in _SKIPPED else token.pos_[0].lower()


def is_inside(inner: Candidate, outer: Candidate) -> bool:
    """Whether the words tell one by the other: "Dodola in Oromia", "Laredo, Texas", "Rutana, 60 km east of Gitega"."""
    if inner.tokens.end > outer.tokens.start:
        return _OUTER_FIRST.fullmatch(link(outer, inner)) is not None
    between = link(inner, outer)
    if between in _COMMA:
        return outer.place is not None and outer.place.precision != "settlement"
    return any(pattern.fullmatch(between) for pattern in (_INNER_FIRST, _FROM_AFAR))


def told_before(tokens: Tokens) -> Told | None:
    """What is told before a name: by a bearing or distance ("north of"), else by the preposition, over other words."""
    for word in reversed(list(tokens.doc[max(tokens.sent.start, tokens.start - _BACK) : tokens.start])):
        relation = words().relations.get(word.lemma_.lower())
        if relation is not None and word.nbor().lower_ in _AWAY:
            return Told(role="location", relation=relation)
        if word.lower_ in words().prepositions and word.lower_ != "of":
            return words().prepositions[word.lower_]
        if word.pos_ not in {"DET", "ADJ", "NOUN", "PROPN"} and word.lower_ not in {"of", ","}:
            return None
    return None
