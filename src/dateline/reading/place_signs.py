"""What speaks for and against a candidate being a place of an occurrence: syntax, order, and the other candidates.

Signs are named; how much each counts stands in `lexicon/place_weights.yaml`, fitted by
`training/event_place_weights.py`.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dateline.gazetteer.ranking import holds
from dateline.reading.annotations import VERBAL
from dateline.reading.place_candidates import Candidate
from dateline.reading.place_pairs import Pair, Scene, chain, closed, few, is_preposition
from dateline.reading.place_relations import words
from dateline.reading.places_beside import is_inside, link
from dateline.reading.voices import is_saying

_REPEATED = frozenset({"compound", "appos", "conj", "nmod"})
_NAMING = frozenset({"compound", "nmod", "poss", "amod"})
_CORE = frozenset({"dobj", "nsubjpass", "nsubj"})
_LONGEST_PATH = 7
_GAPS = (1, 3, 6, 10, 15, 25)


def signs(event: Token, candidate: Candidate, scene: Scene) -> dict[str, float]:
    """The signs of one pair; each counts once."""
    pair = Pair(event, candidate, scene)
    parts = (_path, _prepositions, _naming, _order, _nearest, _words_beside, _itself, _links, _others, _occurrence)
    return dict.fromkeys(("any", *(sign for part in parts for sign in part(pair)), *_together(pair)), 1.0)


def _labels(way: Sequence[Token]) -> list[str]:
    """The relations along a way; of the same ones in a row one."""
    labels: list[str] = []
    for word in way:
        label = f"{word.dep_}:{closed(word)}" if is_preposition(word) else word.dep_
        if not (label in _REPEATED and labels[-1:] == [label]):
            labels.append(label)
    return labels


def _path(pair: Pair) -> Iterator[str]:
    ups, downs = _labels(pair.ups), _labels(pair.downs)
    if len(ups) + len(downs) <= _LONGEST_PATH:
        yield f"path {pair.verbal} {'/'.join(ups)}|{'/'.join(downs)}"
    if ups:
        yield f"last up {ups[-1]} at {pair.meeting}"
    if ups and pair.verbal == "V":
        yield f"lemma {pair.event.lemma_.lower()} {ups[-1]} at {'event' if pair.meeting == 'event' else 'other'}"
    yield f"meet at {pair.meeting}"
    verbs = [word for word in pair.ups if word.pos_ in VERBAL and word.i != pair.event.i]
    yield f"verbs up {min(len(verbs), 2)}"
    yield f"verbs down {min(sum(word.pos_ in VERBAL for word in pair.downs[1:]), 2)}"
    if any(is_saying(verb) for verb in verbs):
        yield "under saying"
    if any(word.i in pair.scene.triggers and word.i != pair.event.i for word in pair.ups):
        yield "under other event"
    yield from (f"in {dep}" for dep in ("relcl", "advcl", "ccomp") if any(word.dep_ == dep for word in pair.ups))


def _prepositions(pair: Pair) -> Iterator[str]:
    yield f"preposition {pair.word}"
    yield f"{pair.word} of {pair.holder}"
    yield f"held by {pair.holder}"
    if pair.preposition is None:
        yield f"bare {pair.head.dep_} {pair.verbal}"


def _naming(pair: Pair) -> Iterator[str]:
    head = pair.head
    yield f"part {head.dep_}"
    if head.dep_ in _NAMING:
        sort = pair.scene.sort_of(head.head)
        yield f"{head.dep_} of {sort} {head.head.dep_}"
        yield f"{head.dep_} of {'event' if head.head.i == pair.event.i else sort}"
    if head.dep_ in _CORE and head.head.i == pair.event.i:
        yield f"own {head.dep_}"
        yield f"own {head.dep_} of {pair.event.lemma_.lower()}"


def _order(pair: Pair) -> Iterator[str]:
    side = pair.side
    yield side
    yield f"{side} gap {next((str(edge) for edge in _GAPS if len(pair.gap) <= edge), 'more')}"
    yield f"{side} verbs {pair.verbs_between}"
    yield f"{side} triggers {pair.triggers_between}"
    yield f"{side} names {pair.names_between}"
    yield f"{side} commas {few(word.text == ',' for word in pair.gap)}"
    if pair.candidate.tokens.start - pair.event.sent.start <= 2:
        yield "begins sentence"


def _nearest(pair: Pair) -> Iterator[str]:
    start, event = pair.candidate.tokens.start, pair.event
    others = [one.tokens.start for one in pair.scene.candidates if one is not pair.candidate]
    yield f"candidates {min(len(others), 4)}"
    if all(abs(other - event.i) >= abs(start - event.i) for other in others):
        yield "nearest candidate"
    if pair.before and not any(other > event.i for other in others):
        yield "none after"
    if verbs := pair.scene.verbs(event):
        nearest = min(verbs, key=lambda word: abs(word.i - start))
        yield f"nearest verb {'event' if nearest.i == event.i else 'other'}"
        yield f"verb before {_which(next((v for v in reversed(verbs) if v.i < start), None), pair)}"
    yield f"verb above {_which(next((w for w in pair.above[1:] if w.pos_ in VERBAL or w.i == event.i), None), pair)}"


def _which(verb: Token | None, pair: Pair) -> str:
    if verb is None:
        return "none"
    if verb.i == pair.event.i:
        return "event"
    return "saying" if is_saying(verb) else "trigger" if verb.i in pair.scene.triggers else "other"


def _words_beside(pair: Pair) -> Iterator[str]:
    doc, tokens = pair.event.doc, pair.candidate.tokens
    at = tokens.start - 1
    while at >= tokens.sent.start and tokens.start - at < 4 and _skipped(doc[at]):
        at -= 1
    if at >= 0:
        yield f"word before {_as_word(doc[at], pair)}"
    if tokens.end < len(doc):
        yield f"word after {_as_word(doc[tokens.end], pair)}"


def _skipped(word: Token) -> bool:
    return word.pos_ in {"DET", "ADJ"} or word.lemma_.lower() in words().parts


def _as_word(word: Token, pair: Pair) -> str:
    if word.lower_ in words().closed or word.is_punct or word.tag_ == "POS":
        return word.lower_
    return pair.scene.sort_of(word) if word.pos_ in {"NOUN", "PROPN"} else word.pos_


def _itself(pair: Pair) -> Iterator[str]:
    candidate, dep = pair.candidate, pair.head.dep_
    yield f"sort {candidate.sort}"
    if candidate.place is not None:
        yield f"precision {candidate.place.precision}"
        if candidate.place.precision == "country":
            yield f"country {dep}{' of event' if pair.head.head.i == pair.event.i else ''}"
    if candidate.sort == "unlisted":
        yield f"unlisted {dep}"
        yield f"unlisted tag {pair.head.tag_}"
        yield f"unlisted {'words' if len(candidate.tokens) > 1 else 'word'}"
        lemma = candidate.tokens[-1].lemma_.lower()
        if lemma in words().parts or lemma in words().sites or lemma in words().landmarks:
            yield "unlisted landmark"
    if candidate.sort == "noun":
        yield f"noun {pair.head.lemma_.lower()}"
        if any(word.i in pair.scene.found.name_at for word in pair.head.subtree):
            yield "noun with a name"


def _links(pair: Pair) -> Iterator[str]:
    names, candidate = pair.scene.names, pair.candidate
    if not candidate.named:
        return
    at = next(n for n, name in enumerate(names) if name is candidate)
    for name, link_name in (
        (names[at - 1] if at else None, "last"),
        (names[at + 1] if at + 1 < len(names) else None, "next"),
    ):
        if name is not None:
            yield f"{link_name} name {link(name, candidate) if link_name == 'last' else link(candidate, name)}"
            if is_inside(candidate, name):
                yield f"inside {link_name}"
            if is_inside(name, candidate):
                yield f"around {link_name}"


def _others(pair: Pair) -> Iterator[str]:
    candidate, above = pair.candidate, {word.i for word in pair.ups[1:]}
    for other in pair.scene.candidates:
        if other is candidate:
            continue
        if candidate.place is not None and other.place is not None:
            if holds(candidate.place, other.place):
                yield "holds another"
            if holds(other.place, candidate.place):
                yield "lies in another"
        if 0 <= candidate.tokens.start - other.tokens.end <= 2:
            yield "close behind another"
        if 0 <= other.tokens.start - candidate.tokens.end <= 2:
            yield "close before another"
        if other.head.i in above:
            yield "under another"
        if any(word.i == pair.head.i for word in chain(other.head)[1:4]):
            yield "above another"


def _occurrence(pair: Pair) -> Iterator[str]:
    passive = any(child.dep_ in {"auxpass", "nsubjpass"} for child in pair.event.children)
    yield f"event {pair.verbal}{' passive' if passive else ''}"
    yield f"event {pair.event.dep_}"
    yield f"lemma {pair.event.lemma_.lower()}"


def _together(pair: Pair) -> Iterator[str]:
    """Signs that tell more together than each for itself."""
    sort, side = pair.candidate.sort, pair.side
    holder = pair.holder if pair.holder in {"event", "trigger", "verb", "-"} else "noun"
    yield f"{pair.word} of {holder}, meet at {pair.meeting}, {side}, verbs {pair.verbs_between}"
    yield f"{pair.head.dep_} {sort}, meet at {pair.meeting}, {pair.verbal}"
    yield f"{pair.word} {sort}, {side}"
    yield f"{pair.word}, meet at {pair.meeting}, {side}, triggers {pair.triggers_between}"
    yield f"{pair.word}, {side}, names {pair.names_between}, verbs {pair.verbs_between}"
