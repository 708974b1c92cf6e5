"""Triggers and kinds: which words name an occurrence, and of which kind, by word lists and the syntax around them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from dateline.kinds import Catalogue, Kind, Trigger, load_catalogue
from dateline.reading.annotations import VERBAL, Annotations, Draft, annotations
from dateline.reading.surroundings import barred, holds
from dateline.reading.weighing.triggers import learned, likely_enough, weighed

_NOMINAL = frozenset({"NOUN", "PROPN"})
# A particle or object that belongs to a verb trigger ("set the house on fire") stands at most so far behind it.
_REACH = 6
# Pasts that are spelt like the base form of another verb.
_PASTS_LIKE_OTHERS = frozenset({"found", "fell", "saw", "felt", "bound", "ground", "lay", "left", "wound"})
# A rule that is right less often than this has no say.
LEAST_SCORE = 0.3

# What is longer is a table or a list that lost its lines, and no sentence to be read.
LONGEST_SENTENCE = 300

Rule = tuple[Kind, Trigger, float]


class TriggerFinder:
    """Finds the triggers of all kinds in a document; of several readings of one word the likeliest is kept."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._rules: dict[str, list[Rule]] = defaultdict(list)
        for kind in catalogue:
            for trigger in kind.triggers:
                word = trigger.words[-1] if trigger.form == "noun" else trigger.words[0]
                score = catalogue.score(kind, trigger)
                if score >= LEAST_SCORE:
                    self._rules[word].append((kind, trigger, score))

    def __call__(self, doc: Doc) -> Doc:
        """Sets the drafts of a document."""
        found = annotations(doc)
        of_sentence = _grouped(_without_overlap(weighed(self.readings(doc), found)), found)
        kept = [draft for drafts in of_sentence.values() for draft in _without_results(drafts)]
        told = sorted(kept, key=lambda draft: draft.tokens.start_char)
        found.drafts = [draft for draft in told if likely_enough(draft)]
        found.rejected = [draft for draft in told if not likely_enough(draft)]
        found.by_sentence = _grouped(found.drafts, found)
        return doc

    def readings(self, doc: Doc) -> list[Draft]:
        """Every reading of every word, by rules or by the encoder; a rule's with the score that it has by itself."""
        found = annotations(doc)
        found.sentence_at = [sentence.start for sentence in doc.sents for _ in range(sentence.start, sentence.end)]
        prose = [token for sentence in doc.sents if len(sentence) <= LONGEST_SENTENCE for token in sentence]
        by_rule = [reading for token in prose for reading in self._readings(token, found)]
        return [*by_rule, *learned(prose, by_rule, self._catalogue, found)]

    def _readings(self, token: Token, found: Annotations) -> Iterator[Draft]:
        for word in _forms(token):
            for kind, rule, score in self._rules.get(word, ()):
                tokens = _match(rule, token)
                if tokens is None:
                    continue
                root = token if rule.form == "verb" else tokens.root
                if holds(rule.needs, root, found) and not barred(rule.unless, root, found):
                    yield Draft(kind, rule, tokens, root, score)


def _grouped(drafts: Iterable[Draft], found: Annotations) -> dict[int, list[Draft]]:
    """Drafts by the first word of their sentence."""
    grouped: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        grouped[found.sentence_at[draft.root.i]].append(draft)
    return dict(grouped)


def _forms(token: Token) -> frozenset[str]:
    return _forms_of(token.lemma_, token.lower_, token.tag_, token.pos_)


@lru_cache(maxsize=65_536)
def _forms_of(lemma: str, lower: str, tag: str, pos: str) -> frozenset[str]:
    """The lemma and the word as it stands; without its "s" too in a capitalised headline, where it counts as a name.

    Not the past of a verb that looks like another verb ("found").
    """
    past = tag in {"VBD", "VBN"} and lower in _PASTS_LIKE_OTHERS
    forms = {lemma.lower()} if past else {lemma.lower(), lower}
    if pos == "PROPN" and lower.endswith("s"):
        forms.add(lower[:-1])
    return frozenset(forms)


def _match(rule: Trigger, token: Token) -> Tokens | None:
    if rule.form == "verb":
        return _match_verb(rule, token)
    if rule.form == "noun":
        return _match_noun(rule, token)
    return _run(rule.words, token.doc, token.i)


def _match_verb(rule: Trigger, token: Token) -> Tokens | None:
    """A verb, its further words among what follows it; a participle before its noun is no occurrence."""
    if token.pos_ not in VERBAL or token.dep_ == "amod":
        return None
    last = token.i
    for word in rule.words[1:]:
        followers = token.doc[last + 1 : min(token.sent.end, token.i + _REACH)]
        match = next((other for other in followers if word in _forms(other) and _belongs(other, token, last)), None)
        if match is None:
            return None
        last = match.i
    return token.doc[token.i : last + 1]


def _belongs(other: Token, verb: Token, last: int) -> bool:
    """Whether a further word is the verb's own: right behind it, or hanging on it over one word at most."""
    return other.i == last + 1 or verb.i in {other.head.i, other.head.head.i}


def _match_noun(rule: Trigger, token: Token) -> Tokens | None:
    """A noun, its further words right before it; not where it only qualifies another noun ("attack helicopter")."""
    if token.pos_ not in _NOMINAL or (token.dep_ == "compound" and token.head.i == token.i + 1):
        return None
    start = token.i - len(rule.words) + 1
    return None if start < 0 else _run(rule.words, token.doc, start)


def _run(words: tuple[str, ...], doc: Doc, start: int) -> Tokens | None:
    tokens = doc[start : start + len(words)]
    if len(tokens) < len(words):
        return None
    fits = all(word in _forms(token) for word, token in zip(words, tokens, strict=True))
    return tokens if fits else None


def _rank(draft: Draft) -> tuple[bool, int, float, float]:
    """What is likely enough first, then longer triggers before shorter; of the same length the likelier where that was
    weighed, and by rules alone the one that asks for more."""
    asks = float(len(draft.rule.needs.slots))
    return (
        likely_enough(draft),
        len(draft.rule.words),
        *((asks, draft.score) if draft.there is None else (draft.score, asks)),
    )


def _without_overlap(readings: list[Draft]) -> Iterator[Draft]:
    taken: set[int] = set()
    for draft in sorted(readings, key=_rank, reverse=True):
        places = {draft.root.i, *(t.i for t in draft.tokens if set(draft.rule.words) & _forms(t) and not t.is_stop)}
        if not places & taken:
            taken |= places
            yield draft


def _without_results(drafts: list[Draft]) -> Iterator[Draft]:
    """Deaths told with their cause in one sentence are results of the cause, no claim of their own.

    What is not likely enough to be a claim may still be a result of one.
    """
    likely = [draft for draft in drafts if likely_enough(draft)]
    causes = {id(draft): cause for draft in drafts if (cause := _cause(draft, likely)) is not None}
    for draft in drafts:
        cause = _first_cause(draft, causes)
        if cause is not draft:
            cause.results.append(draft)
        else:
            yield draft


def _first_cause(draft: Draft, causes: dict[int, Draft]) -> Draft:
    """The cause that is no result itself; where results tell each other's, the one that stands first."""
    chain = [draft]
    while (cause := causes.get(id(chain[-1]))) is not None:
        known = next((place for place, other in enumerate(chain) if other is cause), None)
        if known is not None:
            return min(chain[known:], key=lambda other: other.root.i)
        chain.append(cause)
    return chain[-1]


def _cause(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The nearest draft of the same sentence whose result this tells."""
    causes = [other for other in drafts if other is not draft and other.kind.name in draft.rule.yields_to]
    return min(causes, key=lambda cause: abs(cause.root.i - draft.root.i), default=None)


@Language.factory("dateline_triggers", default_config={"kinds": []})
def make_triggers(nlp: Language, name: str, kinds: list[str]) -> TriggerFinder:
    """The component for a pipeline; `kinds` are directories of the user's own kinds."""
    return TriggerFinder(load_catalogue([Path(folder) for folder in kinds]))
