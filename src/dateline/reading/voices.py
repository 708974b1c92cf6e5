"""Voices in a sentence: who says what the trigger stands in, and by which word that is told."""

from collections.abc import Iterator, Mapping
from functools import cache

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from dateline.reading.lexicon import WordSet, read_lexicon
from dateline.records.base import Record
from dateline.records.claim import SourceKind

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_EMPTY = frozenset({"it", "there", "which", "that", "who", "what"})
# Source and cue.
Saying = tuple[Token, Token]


class Words(Record):
    """The word lists of attribution."""

    verbs: WordSet
    clausal: WordSet
    direct: WordSet
    citing: WordSet
    no_content: WordSet
    first_person: WordSet
    prepositions: frozenset[str]
    kinds: Mapping[SourceKind, WordSet]


@cache
def words() -> Words:
    """The word lists of attribution."""
    return read_lexicon("attribution", Words)


def sayings(root: Token) -> Iterator[Saying]:
    """Source and cue of every voice that the trigger `root` stands under, nearest first."""
    word, seen = root, set[int]()
    found = False
    while True:
        for source, cue in _said_at(word, root):
            if source.i not in seen:
                seen.add(source.i)
                found = True
                yield source, cue
        if word.head.i == word.i or _by_the_way(word):
            break
        word = word.head
    if not found:
        yield from _trailing(root)


def is_saying(verb: Token) -> bool:
    """Whether the word is a verb of saying."""
    return verb.lemma_.lower() in words().verbs and verb.pos_ in {"VERB", "AUX"}


def _asks(verb: Token, below: Token, root: Token) -> bool:
    """ "demanded that they leave", "accused them of shelling": what is asked or blamed, nothing told by the way."""
    if verb.lemma_.lower() not in words().direct or verb.pos_ not in {"VERB", "AUX"}:
        return False
    straight = below.i in {root.i, root.head.i} or (root.dep_ == "pcomp" and root.head.head.i == below.i)
    return straight and below.dep_ in {"ccomp", "xcomp", "dobj", "prep"}


def main_voice(sentence: Tokens) -> list[Saying]:
    """The voice of a sentence as a whole: that of its main verb."""
    root = sentence.root
    if not is_saying(root) or root.lemma_.lower() in words().clausal:
        return []
    return [(source, root) for source in speakers(root)]


def speakers(verb: Token) -> Iterator[Token]:
    """The verb's own subject, that of the verb it is coordinated with, or the one quoted ("was quoted as saying")."""
    subjects = [child for child in verb.children if child.dep_ in _SUBJECTS]
    if not subjects and verb.dep_ in {"conj", "xcomp", "advcl", "pcomp"}:
        above = verb.head.head if verb.dep_ == "pcomp" else verb.head
        subjects = [child for child in above.children if child.dep_ in _SUBJECTS]
    if not subjects and verb.dep_ == "ROOT":
        subjects = list(_taken_for_apposition(verb))
    for subject in subjects:
        quoted = verb.lemma_ in {"quote", "cite", "tell", "inform"} or subject.head.lemma_ in {"quote", "cite"}
        if subject.lower_ not in _EMPTY and (subject.dep_ != "nsubjpass" or quoted):
            yield subject
            yield from subject.conjuncts
    for child in verb.children:
        if child.dep_ == "agent":
            yield from (word for word in child.children if word.dep_ == "pobj")


def _by_the_way(word: Token) -> bool:
    """ "the men held at the base": told of a noun by the way, not as what is said."""
    return word.dep_ == "relcl" or (word.dep_ == "acl" and word.tag_ in {"VBN", "VBG"})


def _taken_for_apposition(verb: Token) -> Iterator[Token]:
    """ "... in Azaz, the Observatory said", where the parser lets the speaker explain the town."""
    if verb.i == verb.sent.start:
        return
    before = verb.nbor(-1)
    yield from [word for word in (before, *before.ancestors) if word.dep_ == "appos" and word.i < verb.i][:1]


def _said_at(word: Token, root: Token) -> Iterator[Saying]:
    """Voices at one word on the way up: itself a verb of saying, one beside it, or an "according to"."""
    if word.i != root.i and _speaks(word, root):
        yield from _cited(word)
        yield from ((source, word) for source in speakers(word))
    for child in word.children:
        if child.lower_ in words().prepositions and child.dep_ == "prep":
            yield from ((source, child) for named in _objects(child) for source in (named, *_relayed(named)))
        elif is_saying(child) and not _above(child, root) and _aside(child, word):
            yield from ((source, child) for source in speakers(child))


def _cited(verb: Token) -> Iterator[Saying]:
    """ "the agency reported, citing an official": the one who knows comes before the one who passes it on."""
    for child in verb.children:
        if child.dep_ in {"advcl", "acl", "prep"} and child.lemma_ in words().citing:
            yield from ((source, child) for source in child.children if source.dep_ in {"dobj", "pobj"})


def _relayed(source: Token) -> Iterator[Token]:
    """ "a migrant quoted by the aid group": the group, after the migrant."""
    for child in source.children:
        if child.dep_ in {"acl", "relcl"} and child.lemma_ in words().citing:
            yield from (
                by
                for agent in child.children
                if agent.dep_ in {"agent", "prep"}
                for by in agent.children
                if by.dep_ == "pobj"
            )


def _speaks(verb: Token, root: Token) -> bool:
    """Whether what the trigger stands in is the content of this verb, and not its subject or its setting."""
    below = next((child for child in verb.children if _above(child, root)), None)
    if below is not None and _asks(verb, below, root):
        return True
    if not is_saying(verb) or below is None or below.dep_ in {*_SUBJECTS, "agent", "relcl", "acl", "npadvmod"}:
        return False
    if below.lemma_.lower() in words().no_content:
        return False
    if below.dep_ in {"advcl", "prep", "conj", "advmod"}:
        content = any(child.dep_ in {"ccomp", "dobj"} for child in verb.children)
        return below.dep_ == "advcl" and below.i < verb.i and not content
    return below.dep_ in {"ccomp", "parataxis", "dep", "xcomp"} or verb.lemma_.lower() not in words().clausal


def _above(token: Token, root: Token) -> bool:
    return token.i == root.i or token.is_ancestor(root)


def _aside(verb: Token, word: Token) -> bool:
    """ "..., the mayor said" at the end or in the middle of a sentence, read as hanging on what is said."""
    if verb.dep_ not in {"parataxis", "ccomp", "dep", "advcl"}:
        return False
    behind = verb.i > word.i and not any(child.dep_ == "mark" for child in verb.children)
    return (verb.dep_ == "parataxis" or behind) and any(child.dep_ in _SUBJECTS for child in verb.children)


def _trailing(root: Token) -> Iterator[Saying]:
    """The voice that ends the sentence ("..., the mayor said"), where the parser has lost what it says."""
    for verb in reversed(list(root.sent)):
        if verb.i <= root.i:
            return
        if is_saying(verb) and verb.lemma_.lower() not in words().clausal and not _goes_on(verb):
            yield from ((source, verb) for source in speakers(verb) if source.i > root.i)
            return


def _goes_on(verb: Token) -> bool:
    """Whether the verb has a content of its own behind it."""
    return any(child.i > verb.i and child.dep_ in {"ccomp", "dobj", "xcomp"} for child in verb.children)


def _objects(preposition: Token) -> Iterator[Token]:
    for child in preposition.children:
        if child.dep_ == "pobj":
            yield child
            yield from child.conjuncts
        elif child.dep_ in {"prep", "pcomp"}:
            yield from _objects(child)
