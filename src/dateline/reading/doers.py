"""Who does it and to whom, read off the parse: over passives, relative clauses and infinitives."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.kinds.words import word_classes
from dateline.reading.annotations import VERBAL

_OBJECTS = frozenset({"dobj", "obj", "nsubjpass", "dative", "oprd"})
_SUBJECTS = frozenset({"nsubj", "csubj"})
# "accused of", "charged with", "prevented from": what is under them is done by the object, not the subject, above.
_CONTROLLING = frozenset({"of", "with", "from", "for", "into"})
_DEEPEST = 4
# Coordinated passives share their "by" only where nothing is told between them.
_BESIDE = 4


def conjuncts(token: Token) -> Iterator[Token]:
    """The token and what is coordinated with it; "the SDF and rebel fighters": the name too, parsed as an attribute."""
    yield token
    yield from token.conjuncts
    for child in token.children:
        if child.dep_ in {"nmod", "compound"} and child.pos_ == "PROPN" and any(c.dep_ == "cc" for c in child.children):
            yield child


def passive(verb: Token) -> bool:
    """Whether the verb is a passive, or a participle that stands after its noun ("men captured in ...")."""
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        return True
    return verb.tag_ == "VBN" and (verb.dep_ == "acl" or _without_auxiliary(verb) or _shares_auxiliary(verb))


def _without_auxiliary(verb: Token) -> bool:
    """ "two killed and nine injured", "12 soldiers killed": passives as headlines and coordinations have them."""
    if verb.tag_ != "VBN" or any(child.dep_ in {"aux", "dobj", "prt"} for child in verb.children):
        return False
    subject = next((child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i), None)
    if subject is None:
        return False
    counted = subject.pos_ == "NUM" or any(child.dep_ == "nummod" for child in subject.children)
    return counted and verb.dep_ in {"conj", "ROOT"}


def _shares_auxiliary(verb: Token) -> bool:
    """ "was captured, tortured and shot": the later of coordinated passives, which may be parsed as adverbial."""
    if verb.dep_ not in {"conj", "advcl"} or verb.head.i > verb.i or not _bare(verb):
        return False
    return verb.head.pos_ in VERBAL and passive(verb.head)


def _bare(verb: Token) -> bool:
    return not any(child.dep_ in {"nsubj", "csubj", "aux", "dobj", "mark"} for child in verb.children)


def subjects(verb: Token) -> Iterator[Token]:
    """Heads of who does it: the subject, the agent of a passive, or whoever does what the clause depends on."""
    own = [child for child in verb.children if child.dep_ in _SUBJECTS]
    if passive(verb):
        own = list(_agents(verb))
    elif not own:
        own = list(_doers_above(verb))
    for token in own:
        yield from conjuncts(_antecedent(token, verb))


def _agents(verb: Token) -> Iterator[Token]:
    """Those after "by", the verb's own or, as in "shot and robbed by guards", of the verb coordinated with it."""
    beside = [other for other in _coordinated(verb) if abs(other.i - verb.i) <= _BESIDE]
    together = [verb, *beside]
    for one in together:
        by = [
            child for child in one.children if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by")
        ]
        if by:
            yield from (child for agent in by for child in agent.children if child.dep_ == "pobj")
            return


def _coordinated(verb: Token) -> Iterator[Token]:
    """The other passives of the same subject, the later ones' own too: they may share one "by" at the end."""
    for other in (*verb.conjuncts, *verb.children, *(word for child in verb.children for word in child.conjuncts)):
        if other.i != verb.i and other.pos_ in VERBAL and (other in verb.conjuncts or _shares_auxiliary(other)):
            yield other


def _doers_above(verb: Token, depth: int = 0) -> Iterator[Token]:
    """Who does what a subjectless clause tells: found at the word that the clause hangs on."""
    head = verb.head
    if depth > _DEEPEST or head.i == verb.i:
        return
    if verb.dep_ in {"conj", "xcomp", "advcl", "ccomp"} and head.pos_ in VERBAL:
        yield from _doers_at(head, verb.dep_ == "xcomp", depth)
    elif verb.dep_ == "acl":
        yield from [head] if verb.tag_ == "VBG" else _doers_of_noun(head, depth)
    elif verb.dep_ == "pcomp" and head.head.pos_ in VERBAL:
        yield from _doers_at(head.head, head.lower_ in _CONTROLLING, depth)
    elif verb.dep_ == "pcomp":
        yield from _doers_of_noun(head.head, depth)
    elif verb.dep_ == "xcomp" and head.pos_ == "ADJ":
        yield from _doers_at(head.head, False, depth)


def _doers_at(verb: Token, controlled: bool, depth: int) -> Iterator[Token]:
    """The subject at `verb`; where it controls the clause below ("forced them to flee"), its object first."""
    if controlled:
        below = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}]
        if below:
            yield from below
            return
    own = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass", "csubj"}]
    yield from (_antecedent(token, verb) for token in own)
    if not own:
        yield from _doers_above(verb, depth + 1)


def _doers_of_noun(noun: Token, depth: int) -> Iterator[Token]:
    """For "an attempt to flee": whose it is, by its owner or the subject of its verb; of blame the one blamed."""
    if noun.dep_ == "dobj" and noun.head.lemma_ in word_classes()["blaming"]:
        yield noun
        return
    owners = [child for child in noun.children if child.dep_ == "poss"]
    if owners:
        yield from owners
    elif noun.dep_ in {"dobj", "pobj", "attr"}:
        verb = noun.head.head if noun.dep_ == "pobj" else noun.head
        if verb.pos_ in VERBAL:
            yield from _doers_at(verb, False, depth + 1)
        elif verb.pos_ == "NOUN" and verb.i != noun.i and depth <= _DEEPEST:
            yield from _doers_of_noun(verb, depth + 1)


def objects(verb: Token) -> Iterator[Token]:
    """Heads of whom or what it is done to."""
    own = [
        child
        for child in verb.children
        if child.dep_ in _OBJECTS or (child.dep_ == "nsubj" and _without_auxiliary(verb))
    ]
    if not own and passive(verb) and verb.dep_ == "acl":
        own = [verb.head]
    if not own and passive(verb) and verb.dep_ in {"conj", "advcl"}:
        own = list(_patients_above(verb))
    if not own and verb.dep_ == "conj" and not passive(verb):
        own = [child for child in verb.head.children if child.dep_ == "dobj" and child.i > verb.i]
    if not own and verb.dep_ == "relcl" and not passive(verb) and _has_no_pronoun(verb):
        # "the ground they lost": the noun that the clause hangs on.
        own = [verb.head]
    for token in own:
        yield from conjuncts(_antecedent(token, verb))


def _patients_above(verb: Token) -> Iterator[Token]:
    """Whom the first of coordinated passives befalls: those of all the others too."""
    head = verb.head
    found = [child for child in head.children if child.dep_ in {"nsubjpass", "nsubj"}]
    if not found and head.dep_ in {"conj", "advcl"} and head.head.i < head.i:
        yield from _patients_above(head)
    yield from found


def _has_no_pronoun(clause: Token) -> bool:
    return not any(child.tag_ in {"WP", "WDT", "WRB"} for child in clause.children)


def _antecedent(token: Token, verb: Token) -> Token:
    """For "who", "which", "that": the noun that the relative clause hangs on."""
    if token.tag_ in {"WP", "WDT"}:
        # The clause of the pronoun's own verb, which may stand above `verb` ("families who have chosen to leave").
        for clause in (verb, verb.head, token.head):
            if clause.dep_ == "relcl":
                return clause.head
    return token


def prepositional(preposition: Token) -> Iterator[Token]:
    """The objects of a preposition, coordinated ones too."""
    for child in preposition.children:
        if child.dep_ in {"pobj", "pcomp"}:
            yield from conjuncts(child)
        elif child.dep_ == "prep":
            yield from prepositional(child)
