"""Whom a noun phrase means: the actor that it names, whose members it speaks of, or whom it takes up again."""

from spacy.tokens import Token

from dateline.kinds.words import word_classes
from dateline.reading.annotations import Annotations, Name
from dateline.reading.coreference import antecedent, named_before
from dateline.reading.phrases import is_person, phrase
from dateline.records import Entity

_QUALIFYING = frozenset({"amod", "compound", "nmod", "poss", "npadvmod"})
_WITH_MEMBERS = frozenset({"armed_group", "state_forces", "government", "international"})


def entity_of(head: Token, found: Annotations, acts: bool) -> Entity | None:
    """The actor named by the phrase: its head first, then the nearest name that qualifies it ("ISIS fighters").

    "Turkish drivers", "Syria's refugees" and "Iran-backed fighters" are not their state; a commander or a prisoner's
    mother is a person apart from the group. `acts`: whether they do it, or have it done to them.
    """
    for token in reversed(list(phrase(head, found))):
        name = found.name_at.get(token.i)
        if name is not None and name.actor is not None and _means(name, token, head, found, acts):
            return name.actor.entity
    return _belonging(head, found)


def _means(name: Name, token: Token, head: Token, found: Annotations, acts: bool) -> bool:
    """Whether the phrase means the actor of a name in it."""
    at_head = head.i in range(name.tokens.start, name.tokens.end)
    if name.sort == "demonym":
        return token.i == head.i and (head.dep_ in _QUALIFYING or (acts and _as_one(head)))
    if at_head:
        return True
    if name.sort == "place" or _joined(name):
        return False
    return not _apart(head, found)


def _as_one(people: Token) -> bool:
    """ "the Russians": the people for their state; "ten Russians", "a Russian" are persons."""
    articles = {child.lower_ for child in people.children if child.dep_ in {"det", "nummod", "amod"}}
    return articles == {"the"} and people.tag_ in {"NNS", "NNPS", "JJ"}


def _joined(name: Name) -> bool:
    """ "Iran-backed": a name before a hyphen says who is behind them."""
    end = name.tokens.end
    return end < len(name.tokens.doc) and name.tokens.doc[end].text in {"-", "–"}


def _apart(head: Token, found: Annotations) -> bool:
    """Whether those meant are persons beside the group: a commander of it, its victims, its supporters."""
    classes = found.classes.get(head.i, frozenset())
    return is_person(head) or bool("civilian" in classes and head.lemma_.lower() not in word_classes()["armed"])


def _belonging(head: Token, found: Annotations) -> Entity | None:
    """ "rebels from the River Front": whose they are."""
    if _apart(head, found):
        return None
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in {"from", "of", "with"}:
            for word in child.children:
                name = found.name_at.get(word.i) if word.dep_ == "pobj" else None
                if name is not None and name.actor is not None and name.sort == "actor":
                    return name.actor.entity
    return None


def taken_up(head: Token, found: Annotations) -> Entity | None:
    """For "the group" and "its fighters": the actor named before whom they mean."""
    return named_before(head, found) or _owner(head, found)


def _owner(head: Token, found: Annotations) -> Entity | None:
    if _apart(head, found) or "armed" not in found.classes.get(head.i, frozenset()):
        return None
    for child in head.children:
        if child.dep_ == "poss" and child.lower_ in {"its", "their"}:
            owner = antecedent(child, found)
            name = found.name_at.get(owner.i) if owner is not None else None
            if name is not None and name.actor is not None and name.actor.entity.kind in _WITH_MEMBERS:
                # "Turkey said its troops": the troops are the state's, but not the state.
                return name.actor.entity if name.sort == "actor" else None
    return None
