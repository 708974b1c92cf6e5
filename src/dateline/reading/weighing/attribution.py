"""Attribution: which of the sources that the rules found stay, and which only encoder or branch see."""

from collections.abc import Iterator, Mapping

from spacy.language import Language
from spacy.tokens import Doc, Token

from dateline.reading.annotations import Annotations, Draft, annotations
from dateline.reading.attribution import add_source
from dateline.reading.learned.labels import ROLES
from dateline.reading.learned.voices import Voice
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
                add_source(draft, head, _cue(head, draft, found), found)
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
    """Heads of phrases in the trigger's sentence that encoder or branch take for its source, the likeliest first."""
    seen = []
    for token in draft.root.sent:
        likely = _likely(draft, token, found) if token.pos_ in {"NOUN", "PROPN"} else 0.0
        if likely < _LEAST or phrase(token, found).root.i != token.i:
            continue
        if not any(said.source.start <= token.idx < said.source.end for said in told):
            seen.append((likely, token))
    heads = {token.i for token in draft.root.sent if any(s.source.start <= token.idx < s.source.end for s in told)}
    for _, token in sorted(seen, key=lambda item: -item[0]):
        # "Omar Saleh, head of the council": the office and the council tell who he is, and say nothing themselves.
        if heads.isdisjoint(above.i for above in token.ancestors):
            heads.add(token.i)
            yield token


def _likely(draft: Draft, word: Token, found: Annotations) -> float:
    row = found.answers.roles(draft.root.idx, word.idx) if found.answers is not None else None
    voice = _voice(draft, word, found)
    return max(float(row[_SOURCE]) if row is not None else 0.0, voice.likely if voice is not None else 0.0)


def _voice(draft: Draft, word: Token, found: Annotations) -> Voice | None:
    voices = found.answers.voices if found.answers is not None else None
    return voices.voice(draft.root.idx, word.idx) if voices is not None else None


def _cue(head: Token, draft: Draft, found: Annotations) -> Token:
    """The word of saying above the source, or the cue that the branch saw; else the word that the source hangs on."""
    above = next((word for word in head.ancestors if is_saying(word)), None)
    voice = _voice(draft, head, found)
    if above is not None or voice is None or voice.likely < _LEAST:
        return above if above is not None else head.head
    return next((word for word in head.sent if word.idx <= voice.cue < word.idx + len(word)), head.head)


def features(head: Token, draft: Draft, told: list[Attribution], found: Annotations) -> Mapping[str, float]:
    """What rules, encoder and branch say of a phrase as source; nothing where they have not read both together."""
    row = found.answers.roles(draft.root.idx, head.idx) if found.answers is not None else None
    if row is None:
        return {}
    own = any(said.source.start <= head.idx < said.source.end for said in told)
    voice = _voice(draft, head, found)
    return {
        "encoder": log_odds(float(row[_SOURCE])),
        "voice": log_odds(voice.likely) if voice is not None else 0.0,
        "rule": float(own),
        "rival": float(bool(told) and not own),
    }
