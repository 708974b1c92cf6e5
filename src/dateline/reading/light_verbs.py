"""Verbs that lend a noun their subject and tense: "launched an attack"."""

from functools import cache

from spacy.tokens import Token

from dateline.reading.lexicon import WordSet, read_lexicon
from dateline.records.base import Record

# Particles that leave a verb light: "carry out", "take up".
_CARRYING = frozenset({"out", "up", "on"})


class _LightVerbs(Record):
    active: WordSet
    passive: WordSet


@cache
def _light_verbs() -> _LightVerbs:
    return read_lexicon("light_verbs", _LightVerbs)


def light(verb: Token) -> bool:
    """Whether the verb adds nothing to the noun it governs but tense and subject; "put down a revolt" adds all."""
    if any(child.dep_ == "prt" and child.lower_ not in _CARRYING for child in verb.children):
        return False
    return verb.lemma_.lower() in _light_verbs().active | _light_verbs().passive


def suffered(verb: Token) -> bool:
    """Whether it is done to the light verb's subject ("came under attack")."""
    return verb.lemma_.lower() in _light_verbs().passive
