"""Times of claims: which expression of time tells when it happened, and not when someone said so."""

from collections import defaultdict
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from dateline.reading.annotations import VERBAL, Annotations, Draft, annotations, span_of
from dateline.reading.expressions import Expression, find, words
from dateline.reading.governors import climb
from dateline.records import Time

_AHEAD = frozenset({"will", "shall", "'ll", "wo", "would"})
Told = tuple[Expression, Tokens, Token]


@Language.component("dateline_times")
def times(doc: Doc) -> Doc:
    """Sets the time of every draft."""
    found = annotations(doc)
    told: dict[int, list[Told]] = defaultdict(list)
    for one in _told(doc) if found.drafts else ():
        told[found.sentence_at[one[1].start]].append(one)
    for draft in found.drafts:
        draft.time = _time(draft, told[found.sentence_at[draft.root.i]], found)
    return doc


def _told(doc: Doc) -> Iterator[Told]:
    """Each expression with its words and the word that it tells the time of."""
    for expression in find(annotations(doc).report.text):
        tokens = doc.char_span(expression.start, expression.end, alignment_mode="expand")
        if tokens is not None and len(tokens) > 1 and tokens[-1].is_punct:
            tokens = tokens[:-1]
        if tokens is not None:
            yield expression, tokens, _governor(tokens)


def _governor(tokens: Tokens) -> Token:
    """The verb or noun that the time hangs on, past prepositions and other times."""
    inside = {token.i for token in tokens}
    word = tokens.root
    while word.head.i != word.i and (
        word.i in inside
        or word.dep_ in {"pobj", "pcomp", "poss", "compound", "nmod", "case"}
        or word.lower_ in {"since", "on", "in", "during"}
    ):
        word = word.head
    return word


def _time(draft: Draft, told: list[Told], found: Annotations) -> Time:
    near = [t for t in told if _tells(t[2], draft) and not _of_earlier(t, draft)]
    near.sort(key=lambda t: abs(t[1].start - draft.root.i))
    for expression, tokens, _ in near:
        days = expression.days(found.day, _looks_ahead(draft.root))
        if days.earliest or days.latest:
            return Time(
                span=span_of(tokens),
                earliest=days.earliest,
                latest=days.latest,
                precision=days.precision,
                basis="stated",
            )
    if near:
        return Time(span=span_of(near[0][1]))
    return Time(latest=found.day, basis="published") if found.day and not _looks_ahead(draft.root) else Time()


def _tells(governor: Token, draft: Draft) -> bool:
    """Whether the time hangs on the trigger, its phrase, or a word above it that shares its time."""
    if governor.i in {token.i for token in draft.tokens} or governor.i == draft.root.i:
        return True
    if governor.lemma_.lower() in words().saying and governor.i != draft.root.i:
        return False
    if governor.pos_ not in VERBAL:
        return governor.head.i == draft.root.i or (
            governor.head.dep_ == "prep" and governor.head.head.i == draft.root.i
        )
    return governor.i in {word.i for word in _sharing(draft)}


def _of_earlier(told: Told, draft: Draft) -> bool:
    """ "was captured in 1979 and tortured": the year between two verbs is the first one's."""
    _, tokens, governor = told
    return draft.root.dep_ == "conj" and governor.i < tokens.start < draft.root.i and governor in draft.root.conjuncts


def _sharing(draft: Draft) -> Iterator[Token]:
    """Words above that happen when the trigger does: light and coordinated verbs, the verb of a noun trigger."""
    yield from (result.root for result in draft.results)
    for link in climb(draft.root):
        if link.complement == "noun" or link.shares:
            yield link.word
        if link.complement == "clause":
            return
    head = draft.root.head
    if draft.root.dep_ in {"nsubj", "dobj", "nsubjpass"} or (draft.root.dep_ == "advcl" and draft.root.tag_ == "VBG"):
        yield head
    if draft.root.dep_ == "pobj" and head.dep_ in {"prep", "agent"}:
        yield head.head


def _looks_ahead(root: Token) -> bool:
    """Whether the clause is about what is to come, so that "on Friday" is the next one."""
    verb = root if root.pos_ in VERBAL else root.head
    if any(child.lower_ in _AHEAD for child in verb.children if child.dep_ == "aux"):
        return True
    return verb.tag_ == "VB" and any(child.tag_ == "TO" for child in verb.children)
