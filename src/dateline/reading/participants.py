"""Participants: who did it, to whom; each of several coordinated names by itself, pronouns by their antecedent.

Which slot of a trigger holds whom is told by the kind's file (`fills`); what stands there counts only where it can act
or be acted upon: people, bodies, names, and for some kinds things.
"""

from collections.abc import Iterator, Mapping

from spacy.language import Language
from spacy.tokens import Doc, Token

from dateline.reading.annotations import Annotations, Draft, annotations, span_of
from dateline.reading.coreference import MANY, antecedent
from dateline.reading.doers import passive
from dateline.reading.phrase_actors import entity_of, taken_up
from dateline.reading.phrases import measured, phrase
from dateline.reading.role_slots import nominal, slots_of
from dateline.records import Participant
from dateline.records.claim import Role

_BY_VERB: Mapping[str, str] = {"subject": "actor", "object": "recipient", "against": "recipient", "with": "instrument"}
_BY_NOUN: Mapping[str, str] = {
    "by": "actor", "modifier": "actor", "poss": "actor", "of": "recipient", "against": "recipient", "on": "recipient",
    "between": "actor", "subject": "actor", "sufferer": "recipient", "within": "actor",
}  # fmt: skip
_ACTS = frozenset({"people", "armed", "organisation", "name", "country", "aircraft", "vessel", "official", "source"})
# Groups of kinds in which a demonym before the trigger says who acts: "Turkish offensive", but not "Syrian protests".
_OF_SIDES = frozenset({"violence", "control", "diplomacy", "movement"})
# What can never do it, not even where a passive says by whom or what it was done.
_INERT = frozenset({"weapon", "explosive", "place", "time", "artillery", "vehicle", "violence"})
_SUFFERS = frozenset({"people", "armed", "organisation", "country", "civilian", "captive", "victim"})
# What "with" names as a means; people and dates under it are none.
_MEANS = frozenset({"weapon", "explosive", "artillery", "aircraft", "vehicle", "vessel", "chemical"})
_THINGS = frozenset({"vehicle", "aircraft", "weapon", "facility"})
# Slots in which the name of a country means its state, not the land.
_OF_STATES = frozenset({"subject", "by", "poss", "modifier", "between", "with"})
Filler = tuple[Role, Token]


@Language.component("dateline_participants")
def participants(doc: Doc) -> Doc:
    """Sets the participants of every draft."""
    found = annotations(doc)
    for draft in found.drafts:
        for told in (draft, *draft.results):
            told.fillers = list(_fillers(told, found))
        for role, word in (
            *draft.fillers,
            *(f for result in draft.results for f in result.fillers if f[0] == "recipient"),
        ):
            add_participant(draft, role, measured(word), found)
    return doc


def add_participant(draft: Draft, role: Role, head: Token, found: Annotations) -> None:
    """Puts whom `head` names into the role, but those whose phrase has one already."""
    for resolved in _meant(head, found):
        tokens = phrase(resolved, found)
        span = span_of(tokens)
        if any(other.span.start < span.end and span.start < other.span.end for other in draft.participants):
            continue
        entity = entity_of(resolved, found, role == "actor")
        carried = taken_up(resolved, found) if entity is None else None
        plain = resolved is head and carried is None
        draft.participants.append(
            Participant(role=role, span=span, entity=entity or carried, via="text" if plain else "coreference")
        )


def _meant(head: Token, found: Annotations) -> Iterator[Token]:
    """The word itself; for a pronoun what it stands for, for "they" and "their" all who are named together."""
    resolved = antecedent(head, found)
    if resolved is None or resolved.pos_ == "NUM":
        return
    yield resolved
    if resolved is not head and head.lower_ in MANY:
        yield from (other for other in resolved.conjuncts if other.pos_ in {"NOUN", "PROPN"})


def _fillers(draft: Draft, found: Annotations) -> Iterator[Filler]:
    """Role and head word of everyone around the trigger who can be a participant, nearest relations first.

    The head word is the one that a number hangs on: for "dozens of civilians", dozens.
    """
    slots = slots_of(draft)
    usual = _BY_NOUN if nominal(draft.root) else _BY_VERB
    fills = {**usual, **draft.kind.fills, **draft.rule.fills}
    acted = False
    for slot, word in slots:
        if acted and slot in {"subject", "within"}:
            continue
        role = _role(fills.get(slot, "nobody"), slot, draft)
        head = measured(word)
        if role is None or head.i in {t.i for t in draft.tokens}:
            continue
        if not _can(role, slot, head, found, draft):
            yield from _whose(role, slot, head, found)
        else:
            acted = acted or (role == "actor" and slot not in {"subject", "within"})
            yield role, word


def _whose(role: Role, slot: str, head: Token, found: Annotations) -> Iterator[Filler]:
    """ "struck Islamic State defences": the side whose things or places were struck."""
    if role == "recipient" and slot in {"object", "on", "against"} and head.i not in found.name_at:
        for child in head.children:
            armed = "armed" in found.classes.get(child.i, frozenset())
            if child.dep_ in {"compound", "poss", "nmod", "amod"} and armed:
                yield role, child


def _role(told: str, slot: str, draft: Draft) -> Role | None:
    """The role, or the only one the kind has: of "the escape of prisoners" the prisoners are actors."""
    if told == "actor":
        return "actor" if "actor" in draft.kind.roles else ("recipient" if slot == "subject" else None)
    if told == "recipient":
        if "recipient" in draft.kind.roles:
            return "recipient"
        return "actor" if slot in {"of", "sufferer"} or (slot == "object" and passive(draft.root)) else None
    return "instrument" if told == "instrument" and "instrument" in draft.kind.roles else None


def _can(role: Role, slot: str, head: Token, found: Annotations, draft: Draft) -> bool:
    """Whether the word can fill the role: someone, or for the object of a strike or seizure something."""
    if head.pos_ == "PRON":
        return True
    if head.pos_ == "NUM":
        return role == "recipient" and slot in {"object", "subject"}
    if head.i in found.filed or _is_occurrence(head, found, draft) or _is_land(role, slot, head, found, draft):
        return False
    classes = found.classes.get(head.i, frozenset())
    if "time" in classes:
        return False
    if role == "instrument":
        return slot != "with" or bool(classes & _MEANS)
    if role == "recipient":
        thing = slot == "object" and (draft.kind.things or (bool(classes & _THINGS) and "place" not in classes))
        return thing or bool(classes & _SUFFERS) or _proper(head, found)
    if slot == "within":
        return "armed" in classes
    if slot == "modifier" and head.i in found.name_at and found.name_at[head.i].sort == "demonym":
        return draft.kind.group in _OF_SIDES and _named(head, found)
    if slot == "modifier":
        # "a major offensive": ranks are words of their own meaning before a noun.
        return _named(head, found) or (
            head.pos_ in {"NOUN", "PROPN"} and bool(classes & {"armed", "organisation"}) and "place" not in classes
        )
    if slot == "by" or (slot == "subject" and passive(draft.root)):
        return head.pos_ in {"NOUN", "PROPN"} and (bool(classes & _ACTS) or not classes & _INERT)
    return bool(classes & _ACTS) or _proper(head, found)


def _is_occurrence(head: Token, found: Annotations, draft: Draft) -> bool:
    """Whether the word is itself the trigger of another claim, and no one."""
    if found.classes.get(head.i, frozenset()) & {"people", "name"}:
        return False
    return any(other.root.i == head.i for other in found.with_it(head.i) if other is not draft)


def _is_land(role: Role, slot: str, head: Token, found: Annotations, draft: Draft) -> bool:
    """Whether a name stands for a place: of a country it does, unless the state is what acts or is spoken to.

    Where the kind counts its actors they are people on the move: no state is.
    """
    name = found.name_at.get(head.i)
    if name is None or name.sort != "place":
        return False
    if name.actor is None or (role == "actor" and draft.kind.counted == "actor"):
        return True
    return not (slot in _OF_STATES if role == "actor" else draft.kind.group == "diplomacy" and slot != "in")


def _named(head: Token, found: Annotations) -> bool:
    name = found.name_at.get(head.i)
    return name is not None and name.actor is not None


def _proper(head: Token, found: Annotations) -> bool:
    name = found.name_at.get(head.i)
    return head.pos_ == "PROPN" and (name is None or name.actor is not None)
