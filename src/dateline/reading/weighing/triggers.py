"""Triggers that the encoder finds, and how likely it and the rules together make a reading."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import numpy as np
from spacy.tokens import Token

from dateline.kinds import Catalogue, Kind, Trigger
from dateline.kinds.model import Form
from dateline.reading.annotations import VERBAL, Annotations, Draft
from dateline.reading.weighing.decisions import decisions, log_odds

# A word at which the encoder sees something with less than this is not asked about where no rule names it; and of what
# it sees, kinds with a lesser share than that.
_LEAST = 0.15
_SHARE = 0.1
_KINDS = 3
_OPEN_CLASS = frozenset({"NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADV"})


def learned(words: Iterable[Token], by_rule: Iterable[Draft], kinds: Catalogue, found: Annotations) -> Iterator[Draft]:
    """Readings that no rule gives: words in a row that the encoder takes for one thing told, in each likely kind."""
    ruled = {(draft.kind.name, token.i) for draft in by_rule for token in draft.tokens}
    for run in _runs(words, found):
        tokens = run[0].doc[run[0].i : run[-1].i + 1]
        root = tokens.root
        if root.pos_ not in _OPEN_CLASS:
            continue
        for name in _likely(root, found):
            if name in kinds.kinds and not any((name, word.i) in ruled for word in run):
                kind = kinds.kinds[name]
                yield Draft(kind, _rule(kind, root), tokens, root, 0.0)


def _runs(words: Iterable[Token], found: Annotations) -> Iterator[list[Token]]:
    """Neighbouring words of one sentence with the same likeliest kind."""
    told = ((_likeliest(word, found), word) for word in words)
    for (name, _), run in groupby(told, key=lambda item: (item[0], found.sentence_at[item[1].i])):
        if name is not None:
            yield [word for _, word in run]


def _likeliest(word: Token, found: Annotations) -> str | None:
    answers = found.answers
    said = answers.kinds(word.idx) if answers is not None and not (word.is_space or word.is_punct) else None
    if answers is None or said is None or said[0] > 1.0 - _LEAST:
        return None
    return answers.names[int(np.argmax(said[1:]))]


def _likely(word: Token, found: Annotations) -> Iterator[str]:
    """The kinds that the encoder gives a share to, of a word at which it sees something."""
    answers = found.answers
    said = answers.kinds(word.idx) if answers is not None else None
    if answers is not None and said is not None:
        shares = said[1:] / max(float(1.0 - said[0]), 1e-6)
        yield from (answers.names[int(at)] for at in np.argsort(-shares)[:_KINDS] if shares[at] >= _SHARE)


def _rule(kind: Kind, root: Token) -> Trigger:
    """What the kind's file says of the word, where it names it at all; else the word with all that is usual."""
    form: Form = "verb" if root.pos_ in VERBAL else "noun"
    words = (root.lemma_.lower(),)
    named = (rule for rule in kind.triggers if rule.words == words and rule.form == form)
    return next(named, None) or Trigger(form=form, lemma=(root.lemma_.lower() or root.lower_,))


def weighed(readings: Iterable[Draft], found: Annotations) -> list[Draft]:
    """The readings, each with how likely there is a claim at its word, and how likely it is one of its kind.

    Kinds of the user's own, of which the encoder knows nothing, keep the score of their rule.
    """
    by_word: dict[int, list[Draft]] = defaultdict(list)
    for draft in readings:
        by_word[draft.root.i].append(draft)
    for drafts in by_word.values():
        known = [draft for draft in drafts if told(draft, found) is not None]
        there = decisions()["trigger"].probability(presence(known, found)) if known else None
        for draft in known:
            draft.there, draft.score = there, decisions()["kind"].probability(of_kind(draft, found))
    return [draft for drafts in by_word.values() for draft in drafts]


def likely_enough(draft: Draft) -> bool:
    """Whether a claim at its word, and one of its kind, are likely enough to be told."""
    return there_is_one(draft) and draft.score >= decisions()["kind"].threshold


def there_is_one(draft: Draft) -> bool:
    """Whether there is likely enough a claim at its word, of whatever kind."""
    return draft.there is None or draft.there >= decisions()["trigger"].threshold


def presence(drafts: Sequence[Draft], found: Annotations) -> Mapping[str, float]:
    """What the rules and the encoder say to there being any claim at a word, by all readings of it."""
    by_rule = max((draft for draft in drafts if draft.score), key=lambda draft: draft.score, default=None)
    some = max(1.0 - said[1] for draft in drafts if (said := told(draft, found)) is not None)
    noun = float(drafts[0].root.pos_ in {"NOUN", "PROPN"})
    rule = _of_rule(by_rule) if by_rule is not None else {"no_rule": 1.0, "no_rule_noun": noun}
    return {**rule, "encoder": log_odds(some), "noun": noun}


def _of_rule(draft: Draft) -> dict[str, float]:
    """A rule's score, whether it names more than one word, and whether it asks for others around them."""
    rule = draft.rule
    return {"rule": log_odds(draft.score), "words": float(len(rule.words) > 1), "asks": float(bool(rule.needs.slots))}


def of_kind(draft: Draft, found: Annotations) -> Mapping[str, float]:
    """What the rule and the encoder say to a claim of the reading's kind."""
    said = told(draft, found)
    assert said is not None
    kind, none = said
    share = kind / max(1.0 - none, 1e-6)
    rule = _of_rule(draft) if draft.score else {"no_rule": 1.0, "no_rule_share": share}
    return {**rule, "kind": log_odds(kind), "some": log_odds(1.0 - none), "share": share}


def told(draft: Draft, found: Annotations) -> tuple[float, float] | None:
    """How likely the encoder finds the kind, and that there is nothing, at the word of the trigger that says most."""
    answers = found.answers
    if answers is None or draft.kind.name not in answers.names:
        return None
    at = answers.names.index(draft.kind.name) + 1
    asked = (token for token in draft.tokens if token.i == draft.root.i or token.pos_ in _OPEN_CLASS)
    said = [(float(row[at]), float(row[0])) for token in asked if (row := answers.kinds(token.idx)) is not None]
    return max(said, default=None)
