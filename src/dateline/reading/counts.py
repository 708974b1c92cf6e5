"""Counts of people in a claim: of what (killed, held, escaped ...), how many, and of whom."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from dateline.reading.annotations import Annotations, Draft, annotations, span_of
from dateline.reading.phrases import measured
from dateline.reading.quantities import Quantity, quantity, words
from dateline.records import Count
from dateline.records.claim import What

_PEOPLE = frozenset({"people", "armed", "civilian", "captive", "victim", "official", "suspect"})
_TOLL = frozenset({"toll", "number", "total", "figure"})


@Language.component("dateline_counts")
def counts(doc: Doc) -> Doc:
    """Sets the counts of every draft."""
    found = annotations(doc)
    for draft in found.drafts:
        for told in (draft, *draft.results):
            for what, head in _counted(told, draft):
                add_count(draft, what, head, found)
    return doc


def _counted(told: Draft, draft: Draft) -> Iterator[tuple[What, Token]]:
    """What is counted, and the word that the number may hang on."""
    what = told.rule.counts or told.kind.counts
    role = told.kind.counted
    if what is None:
        return
    yield from ((what, head) for filler_role, head in told.fillers if filler_role == role)
    if told.root.pos_ in {"NOUN", "PROPN"}:
        yield what, told.root
    if told.root.lemma_.lower() in _TOLL:
        yield from ((what, head) for head in _reached(told.root))


def _reached(toll: Token) -> Iterator[Token]:
    """ "the toll rose to 30", "a toll of 30"."""
    for holder in (toll, toll.head):
        for child in holder.children:
            if child.dep_ == "prep" and child.lower_ in {"to", "of", "at"}:
                yield from (word for word in child.children if word.dep_ == "pobj")


def add_count(draft: Draft, what: What, head: Token, found: Annotations) -> None:
    """Puts the number that hangs on `head` into the draft's counts, if it is one of people and not there yet."""
    read = quantity(head) or (quantity(measured(head)) if measured(head) is not head else None) or _single(head, found)
    if read is None or not _of_people(head, found):
        return
    span = span_of(read.tokens)
    if any(count.span.start < span.end and span.start < count.span.end for count in draft.counts):
        return
    noun = measured(head)
    of = noun.lower_ if noun.pos_ in {"NOUN", "PROPN"} and noun.i not in {t.i for t in draft.tokens} else None
    draft.counts.append(Count(what=what, low=read.low, high=read.high, of=of, cumulative=_cumulative(draft), span=span))


def _single(head: Token, found: Annotations) -> Quantity | None:
    """ "a man", "a soldier": one."""
    article = next((child for child in head.children if child.lower_ in {"a", "an"} and child.dep_ == "det"), None)
    if article is None or head.tag_ != "NN" or not found.classes.get(head.i, frozenset()) & _PEOPLE:
        return None
    if "organisation" in found.classes.get(head.i, frozenset()) or measured(head) is not head:
        return None
    return Quantity(1, 1, head.doc[article.i : head.i + 1])


def _of_people(head: Token, found: Annotations) -> bool:
    """A number of people, not of vehicles or places; a bare number after a word of death is one of people."""
    noun = measured(head)
    if noun.pos_ in {"NUM", "ADJ", "PRON", "DET"} or noun.lower_ in words().vague:
        return True
    classes = found.classes.get(noun.i, frozenset())
    return (
        bool(classes & _PEOPLE)
        or noun.lemma_.lower() in {"death", "fatality", "casualty", "injury", "arrest"}
        or (not classes & {"place", "vehicle", "weapon", "facility"} and noun.pos_ == "PROPN")
    )


def _cumulative(draft: Draft) -> bool:
    sentence = draft.root.sent.text.lower()
    return any(word in sentence.split() or (" " in word and word in sentence) for word in words().cumulative)
