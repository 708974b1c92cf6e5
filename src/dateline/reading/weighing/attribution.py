"""Attribution: which of the sources that the rules found stay, and which only the encoder sees."""

from collections.abc import Iterator, Mapping

from spacy.language import Language
from spacy.tokens import Doc, Token

from dateline.reading.annotations import Annotations, Draft, annotations
from dateline.reading.attribution import add_source
from dateline.reading.learned.labels import ROLES
from dateline.reading.phrases import phrase
from dateline.reading.voices import is_saying, main_voice
from dateline.reading.weighing.decisions import decisions, log_odds
from dateline.reading.weighing.participants import head_of
from dateline.records import Attribution

_LEAST = 0.3
_SOURCE = ROLES.index("source")


@Language.component("dateline_weigh_attribution")
def weigh_attribution(doc: Doc) -> Doc:
    """Sets anew the attribution of every draft."""
    found = annotations(doc)
    for draft in found.drafts:
        told = list(draft.attribution)
        draft.attribution = [said for said in told if _stays(said, draft, told, found)]
        for head in list(seen_by_encoder(draft, told, found)):
            if decisions()["source"].yes(features(head, draft, told, found)):
                add_source(draft, head, _cue(head), found)
    return doc


def _stays(said: Attribution, draft: Draft, told: list[Attribution], found: Annotations) -> bool:
    head = head_of(said.source, draft)
    if head is not None and _closes_headline(head, draft):
        return True
    asked = features(head, draft, told, found) if head is not None else {}
    return not asked or decisions()["source"].yes(asked)


def _closes_headline(head: Token, draft: Draft) -> bool:
    """ "Car bomb kills 11, Turkey says": a headline that ends with who says it, by name, is of one form."""
    sentence = draft.root.sent
    if sentence.start > 0 or head.pos_ != "PROPN":
        return False
    said = [(source, cue) for source, cue in main_voice(sentence) if source.i == head.i]
    return any(
        all(token.is_space or token.is_punct for token in sentence.doc[cue.i + 1 : sentence.end]) for _, cue in said
    )


def seen_by_encoder(draft: Draft, told: list[Attribution], found: Annotations) -> Iterator[Token]:
    """Heads of phrases in the trigger's sentence that the encoder takes for its source, the likeliest first."""
    if found.answers is None:
        return
    seen = []
    for token in draft.root.sent:
        row = found.answers.roles(draft.root.idx, token.idx) if token.pos_ in {"NOUN", "PROPN"} else None
        if row is None or float(row[_SOURCE]) < _LEAST or phrase(token, found).root.i != token.i:
            continue
        if not any(said.source.start <= token.idx < said.source.end for said in told):
            seen.append((float(row[_SOURCE]), token))
    yield from (token for _, token in sorted(seen, key=lambda item: -item[0]))


def _cue(head: Token) -> Token:
    """The word of saying above the source; where there is none the word that it hangs on."""
    return next((word for word in head.ancestors if is_saying(word)), head.head)


def features(head: Token, draft: Draft, told: list[Attribution], found: Annotations) -> Mapping[str, float]:
    """What rules and encoder say of a phrase as source; nothing where the encoder has not read both together."""
    row = found.answers.roles(draft.root.idx, head.idx) if found.answers is not None else None
    if row is None:
        return {}
    own = any(said.source.start <= head.idx < said.source.end for said in told)
    return {
        "encoder": log_odds(float(row[_SOURCE])),
        "rule": float(own),
        "rival": float(bool(told) and not own),
    }
