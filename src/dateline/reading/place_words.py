"""Places whose names are English words ("Tell Abyad"), made known to the parser before it takes Tell for a verb.

spaCy's small model sees a word by its norm, its ends and its shape. The words of a known place name are given the norms
of a place name that it has learnt.
"""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from dateline.gazetteer import Gazetteer, open_gazetteer

# First and last word of a name that the model knows as one.
_LEARNT = ("tel", "aviv")


class PlaceWords:
    """Sets the norms of the words of place names of several words, each with a capital."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def __call__(self, doc: Doc) -> Doc:
        """Changes norms only: no word, no offset."""
        for name in self._names(doc):
            for token in name:
                token.norm_ = _LEARNT[0]
            name[-1].norm_ = _LEARNT[1]
        return doc

    def _names(self, doc: Doc) -> Iterator[Tokens]:
        texts = [token.text for token in doc]
        at = 0
        while at < len(doc) - 1:
            pair = texts[at : at + 2]
            length = (
                self._gazetteer.longest(texts, at) if all(word[0].isupper() and word.isalpha() for word in pair) else 0
            )
            if length == len(pair) and not pair[0].isupper():
                yield doc[at : at + length]
            at += max(length, 1)


@Language.factory("dateline_place_words")
def make_place_words(nlp: Language, name: str) -> PlaceWords:
    """The component for a pipeline; it comes before the parser."""
    return PlaceWords(open_gazetteer())
