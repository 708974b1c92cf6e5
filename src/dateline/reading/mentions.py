"""Names in the text that some place bears, whether or not a place is meant: the longest at each word, and demonyms."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from dateline.gazetteer import Candidate, Gazetteer, demonyms, fold
from dateline.reading.expressions import words

# A short form has fewer characters than this.
_SHORT = 6
# Arabic articles that are written small before a name: "al-Hawl", "ash-Shaddadi".
_ARTICLES = frozenset({"al", "el", "as", "ash", "ad", "an", "ar", "at", "az"})


class Mention:
    """A name in the text, with the places that bear it; none for the people of a country."""

    def __init__(self, tokens: Tokens, found: Sequence[Candidate]) -> None:
        self.tokens = tokens
        self.found = found
        self.key = fold(tokens.text)

    @cached_property
    def country(self) -> str:
        """The code of the country whose people the name means, if it is a demonym."""
        return demonyms().get(self.tokens.text.lower(), "")


def mentions(doc: Doc, gazetteer: Gazetteer) -> Iterator[Mention]:
    """The mentions of a text in its order; none overlaps another."""
    texts = [token.text for token in doc]
    at = 0
    while at < len(doc):
        length = place_length(doc, texts, at, gazetteer) or int(_is_demonym(doc[at]))
        if length:
            tokens = doc[at : at + length]
            is_people = tokens.text.lower() in demonyms()
            yield Mention(tokens, () if is_people else gazetteer.candidates(tokens.text, {}))
        at += max(length, 1)


def place_length(doc: Doc, texts: Sequence[str], at: int, gazetteer: Gazetteer) -> int:
    """How many words from `at` are the name of a place; an article or mark behind the name is none of it."""
    if not _may_begin(doc[at]) or _is_time(doc[at]):
        return 0
    length = gazetteer.longest(texts, at)
    while length > 1 and (doc[at + length - 1].is_punct or doc[at + length - 1].pos_ == "DET"):
        length -= 1
    return length or _short_form(doc, at, gazetteer)


def _short_form(doc: Doc, at: int, gazetteer: Gazetteer) -> int:
    """2 for a short form whose last dot was taken for the end of a sentence ("W.Va.")."""
    dotted = at + 1 < len(doc) and doc[at + 1].text == "." and not doc[at].whitespace_ and len(doc[at]) < _SHORT
    return 2 if dotted and gazetteer.knows(f"{doc[at].text}.") else 0


def _is_demonym(token: Token) -> bool:
    return token.lower_ in demonyms() and token.text[0].isupper()


def _may_begin(token: Token) -> bool:
    if token.text[0].isupper() or not token.text[0].isascii():
        return True
    return token.i + 1 < len(token.doc) and token.lower_ in _ARTICLES and token.nbor().text == "-"


def _is_time(token: Token) -> bool:
    word = token.lower_.rstrip(".")
    return word in words().months or word in words().weekdays
