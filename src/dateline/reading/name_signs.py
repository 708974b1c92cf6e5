"""What speaks for and against a name in the text being a place's: the words around it, the report, the gazetteer.

Signs are named; how much each counts stands in `lexicon/name_weights.yaml`, fitted by `training/name_weights.py`.
"""

import math
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from dateline.gazetteer import Candidate
from dateline.reading.mentions import Mention
from dateline.reading.name_words import name_words

# The parts of a sentence that names of places and of people take most often.
_PARTS = frozenset(
    {"pobj", "nsubj", "nsubjpass", "compound", "appos", "conj", "poss", "npadvmod", "dobj", "nmod", "amod", "ROOT"}
)
_TAGS = frozenset({"PROPN", "ADJ", "NOUN", "VERB", "ADV", "ADP"})
_PRECISE = ("country", "admin1", "admin2", "region", "site", "settlement")
# Countries whose places are called like people with English names.
ENGLISH = frozenset({"US", "GB", "CA", "AU", "NZ", "IE", "ZA"})
_TOWNS = frozenset({"settlement", "site"})
_QUOTES = frozenset("\"“”'‘’`")


class Surroundings:
    """One report's mentions, and the signs of each."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention]) -> None:
        self._doc = doc
        self._mentions = mentions
        self._starts = {m.tokens.start: m for m in mentions}
        self._ends = {m.tokens.end: m for m in mentions}
        self._countries = {code for m in mentions for code in _named_country(m)}
        self._uses = self._counted()

    def signs(self, mention: Mention) -> dict[str, float]:
        """The signs of one mention: what it is by itself, beside its neighbours, and elsewhere in the report."""
        kind = "demonym" if mention.country else "known"
        found = dict.fromkeys((kind, *self._own(mention), *self._before(mention), *self._after(mention)), 1.0)
        found |= dict.fromkeys(self._syntax(mention), 1.0)
        people = max((candidate.population for candidate in mention.found), default=0)
        found["people"] = math.log10(people + 10) / 7
        for use, times in self._elsewhere(mention).items():
            found[f"elsewhere {use}"] = min(times, 3) / 3
        return found

    def _own(self, mention: Mention) -> Iterator[str]:
        text, words = mention.tokens.text, name_words()
        precisions = {c.place.precision for c in mention.found}
        yield from (f"may be {p}" for p in _PRECISE if p in precisions)
        if any(c.usual for c in mention.found):
            yield "usual name"
        if any(c.curated and c.place.precision in _TOWNS for c in mention.found):
            yield "curated name"
        if mention.found and not any(c.place.country in ENGLISH for c in mention.found):
            yield "only abroad"
            if any(c.usual for c in mention.found):
                yield "usual name abroad"
        if any(c.usual and c.place.country in self._countries for c in mention.found if c.place.precision != "country"):
            yield "in a named country"
        if len(mention.found) == 1:
            yield "one place"
        if mention.found and mention.found[0].tier != "exact":
            yield f"tier {mention.found[0].tier}"
        if len(mention.tokens) > 1:
            yield "several words"
            if (
                mention.tokens[-1].lower_.rstrip(".") in words.heads
                or mention.tokens[0].lower_.rstrip(".") in words.heads
            ):
                yield "head inside"
        elif len(text) < 5:
            yield "short"
        if text.isupper() and len(text) > 3:
            yield "capitals"
        if mention.tokens[0].lower_ in words.given and len(mention.tokens) == 1:
            yield "given name"
        if mention.tokens[0].lower_ == "the":
            yield "article inside"
        if not text[0].isascii() and "LATIN" not in unicodedata.name(text[0], ""):
            yield "other script"

    def _before(self, mention: Mention) -> Iterator[str]:
        start, words = mention.tokens.start, name_words()
        token = self._doc[start - 1] if start else None
        if token is None or mention.tokens[0].is_sent_start:
            yield "begins sentence"
        if token is None or token.is_space:
            return
        word = token.lower_
        if word in words.strong:
            yield f"before: {word}"
        elif word in words.before:
            yield "before: preposition"
        if word in words.persons or word.rstrip(".") in words.persons:
            yield "before: title"
        if word in words.given:
            yield "before: given name"
        if len(token.text.rstrip(".")) == 1 and token.text[0].isupper():
            yield "before: initial"
        if word in words.heads or word.rstrip(".") in words.heads:
            yield "before: head"
        if word == "the":
            yield "before: the"
        if token.text in _QUOTES:
            yield "before: quote"
        if word in {",", "and", "or", "(", "/", "-"} and (beside := self._ends.get(start - 1)):
            yield "before: name and " + ("comma" if word == "," else "mark" if word in "(/-" else "and")
            if beside.country:
                yield "before: people and"
        elif token.is_punct:
            yield "before: mark"
        elif start in self._ends:
            yield "before: name"
        elif token.pos_ == "PROPN" and token.text[0].isupper():
            yield "before: capital" + (" of person" if word not in words.given and self._persons_at(start - 1) else "")
        else:
            yield f"before: {token.pos_}"

    def _after(self, mention: Mention) -> Iterator[str]:
        end, words = mention.tokens.end, name_words()
        token = self._doc[end] if end < len(self._doc) else None
        if token is None or token.is_space:
            yield "ends line"
            return
        word = token.lower_
        if word == "," and (beside := self._starts.get(end + 1)):
            holds = any(_holds(area, c) for area in beside.found for c in mention.found)
            yield "after: comma and " + ("its area" if holds else "name")
        elif word in {"and", "or"} and end + 1 in self._starts:
            yield "after: and name"
        elif word == "-":
            yield "after: hyphen"
        elif token.is_punct:
            yield "after: mark"
        elif token.tag_ == "POS":
            yield "after: possessive"
        elif word in words.saying:
            yield "after: saying"
        elif word in words.heads or word.rstrip(".") in words.heads:
            yield "after: head" + ("" if token.text[0].isupper() else " small")
        elif word in words.roads or word.rstrip(".") in words.roads:
            yield "after: road"
        elif token.text[0].isupper():
            yield from self._after_capital(token, end)
        elif word in words.bodies:
            yield "after: body small"
        else:
            yield f"after: {token.pos_}"

    def _after_capital(self, token: Token, end: int) -> Iterator[str]:
        words = name_words()
        if token.lower_ in words.schools:
            yield "after: school"
        elif token.lower_ in words.bodies or token.lower_.rstrip(".") in words.bodies:
            yield "after: body"
        elif token.lower_ in words.suffixes:
            yield "after: suffix of person"
        elif end in self._starts:
            yield "after: name"
        elif token.is_sent_start:
            yield "ends line"
        elif self._persons_at(end):
            yield "after: capital and saying"
        elif end + 1 < len(self._doc) and self._doc[end + 1].tag_ == "POS":
            yield "after: capital and possessive"
        else:
            yield "after: capital" if token.pos_ == "PROPN" else "after: capital of word"

    def _persons_at(self, at: int) -> bool:
        """Whether the capitalised words from `at` end in a way that only people's names do."""
        end = at
        while end < len(self._doc) and self._doc[end].text[0].isupper() and end - at < 4:
            end += 1
        return end < len(self._doc) and self._doc[end].lower_ in name_words().saying

    def _syntax(self, mention: Mention) -> Iterator[str]:
        root = mention.tokens.root
        yield f"part {root.dep_}" if root.dep_ in _PARTS else "part other"
        yield f"tag {root.pos_}" if root.pos_ in _TAGS else "tag other"
        if root.dep_ in {"nsubj", "nsubjpass", "dobj"} and root.head.lemma_ in name_words().of_places:
            yield f"{root.dep_} of what befalls places"
        if root.dep_ == "nsubjpass" and root.head.lemma_ in name_words().only_places:
            yield "nsubjpass of what befalls only places"
        if root.dep_ in {"nsubj", "dobj"} and root.head.lemma_ in name_words().of_persons:
            yield f"{root.dep_} of what people do"
        if root.dep_ == "compound" and root.head.i >= mention.tokens.end:
            yield "compound of " + root.head.pos_

    def _counted(self) -> Mapping[str, Counter[str]]:
        """How each name is used in the report: by what stands before and after it."""
        uses: dict[str, Counter[str]] = defaultdict(Counter)
        for mention in self._mentions:
            uses[mention.key].update(self._use(mention))
        for mention in self._mentions:
            if len(mention.tokens) > 1:
                for word in mention.tokens:
                    uses[word.lower_]["in a longer name"] += 1
        return uses

    def _use(self, mention: Mention) -> Iterator[str]:
        signs = {*self._before(mention), *self._after(mention)}
        yield "at all"
        if signs & {"before: in", "before: at", "before: near", "before: from", "before: to"}:
            yield "with a preposition"
        if signs & {
            "before: title",
            "before: given name",
            "before: initial",
            "before: capital",
            "before: capital of person",
        }:
            yield "as a person"
        if "after: saying" in signs:
            yield "saying"
        if "after: comma and its area" in signs:
            yield "with its area"
        if signs & {"after: capital", "after: capital and saying"}:
            yield "in front of a name"
        if signs & {"after: head", "before: head", "after: head small"}:
            yield "with a head"

    def _elsewhere(self, mention: Mention) -> Counter[str]:
        others = Counter(self._uses[mention.key])
        others.subtract(self._use(mention))
        return +others


def _named_country(mention: Mention) -> Iterator[str]:
    """The country that a mention names for sure, itself or by its people."""
    if mention.country:
        yield mention.country
    yield from (
        c.place.country for c in mention.found[:1] if c.place.precision == "country" and len(mention.found) == 1
    )


def _holds(area: Candidate, inner: Candidate) -> bool:
    """Whether a place lies in an area by the names of both."""
    a, b = area.place, inner.place
    if a.country != b.country or a.id == b.id:
        return False
    return a.precision == "country" or (a.precision == "admin1" and a.admin1 == b.admin1)
