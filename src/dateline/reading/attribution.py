"""Attribution: who says so, nearest the claim first; the cue that tells it; and what sort of source that is.

The source, cue and content of a statement follow PolNeAR (Newell et al. 2018). For a demand, an accusation or a threat
the speaker is the actor, so there is no attribution of them to themselves.
"""

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from dateline.reading.annotations import Annotations, Draft, annotations, span_of
from dateline.reading.coreference import antecedent
from dateline.reading.phrases import measured, phrase
from dateline.reading.running_voices import running_voices
from dateline.reading.voices import Saying, sayings, words
from dateline.records import Attribution, Entity, Span
from dateline.records.claim import SourceKind

_SPEECH_ACTS = frozenset({"demand", "accusation", "threat"})
_TELLS_APART = frozenset({"of", "at", "in", "from", "for"})


@Language.component("dateline_attribution")
def attribution(doc: Doc) -> Doc:
    """Sets the attribution of every draft."""
    found = annotations(doc)
    running = running_voices(doc, found)
    for draft in found.drafts:
        for source, cue in _voices(draft, running.get(draft.root.sent.start, [])):
            add_source(draft, source, cue, found)
    return doc


def _voices(draft: Draft, running: Sequence[Saying]) -> list[Saying]:
    """The voices of its own sentence; for one told by a pronoun, and where there is none, the one that runs on."""
    own = list(sayings(draft.root))
    if not own:
        return list(running)
    spoken = {cue.i: source for source, cue in running}
    return [(spoken.get(cue.i, source) if source.pos_ == "PRON" else source, cue) for source, cue in own]


def add_source(draft: Draft, source: Token, cue: Token, found: Annotations) -> None:
    """Puts the one whom `source` names into the draft's attribution, unless it speaks for itself or stands there."""
    head = antecedent(source, found)
    if (
        head is None
        or head.i in found.filed
        or cue.i in {token.i for token in draft.tokens}
        or source.i in {token.i for token in draft.tokens}
    ):
        return
    named = _named(head)
    span = span_of(_source_phrase(named, found))
    if _speaks_for_itself(draft, span) or any(_meet(said.source, span) for said in draft.attribution):
        return
    kind, entity = _sort(head, found)
    draft.attribution.append(Attribution(source=span, cue=span_of(cue), kind=kind, entity=entity))


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _speaks_for_itself(draft: Draft, source: Span) -> bool:
    actors = (p.span for p in draft.participants if p.role == "actor")
    return draft.kind.name in _SPEECH_ACTS and any(_meet(actor, source) for actor in actors)


def _named(head: Token) -> Token:
    """ "the police chief, Omar Saleh": the name, where it stands beside the office."""
    name = next((child for child in head.children if child.dep_ == "appos" and child.pos_ == "PROPN"), None)
    return name if name is not None and head.pos_ == "NOUN" else head


def _source_phrase(head: Token, found: Annotations) -> Tokens:
    """The phrase of the source; for a common noun with what tells it apart ("source in the army")."""
    tokens = phrase(measured(head), found)
    after = next(
        (c for c in head.children if c.dep_ == "prep" and c.i == head.i + 1 and c.lower_ in _TELLS_APART), None
    )
    if head.pos_ != "NOUN" or after is None:
        return tokens
    whose = next((word for word in after.children if word.dep_ == "pobj" and word.pos_ in {"PROPN", "NOUN"}), None)
    return tokens if whose is None else head.doc[tokens.start : max(tokens.end, phrase(whose, found).end)]


def _sort(head: Token, found: Annotations) -> tuple[SourceKind, Entity | None]:
    """What sort of source it is: by its words, or by whom they name."""
    tokens = phrase(measured(head), found)
    names = [found.name_at[token.i] for token in tokens if token.i in found.name_at]
    actor = next((name.actor for name in reversed(names) if name.actor), None)
    said = {word for token in tokens for word in (token.lemma_.lower(), token.lower_)}
    listed: SourceKind | None = next((kind for kind, known in words().kinds.items() if known & said), None)
    if actor is not None and (listed is None or head.i in found.name_at):
        return actor.source_kind, actor.entity
    return listed or "other", actor.entity if actor else None
