"""Voices that go on over sentences: an open quotation, "he added", the first person, a headline "Ministry: ..."."""

from collections.abc import Iterator

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from dateline.reading.annotations import Annotations
from dateline.reading.coreference import antecedent
from dateline.reading.voices import Saying, main_voice, words

_QUOTES = '"“”«»'
_HEADLINE = 6


def running_voices(doc: Doc, found: Annotations) -> dict[int, list[Saying]]:
    """By the first token of a sentence, the voices that it stands under though it does not name them."""
    carried: dict[int, list[Saying]] = {}
    last: list[Saying] = []
    opened = False
    for sentence in doc.sents:
        text = sentence.text.strip()
        voice = list(_known(main_voice(sentence), last, found)) or list(_before_colon(sentence))
        if not voice and last and (opened or text[:1] in _QUOTES or _first_person(sentence)):
            carried[sentence.start] = last
        elif voice:
            carried[sentence.start] = last = voice
        opened = _open_after(opened, text)
    return carried


def _known(voice: list[Saying], last: list[Saying], found: Annotations) -> Iterator[Saying]:
    """The voice with its pronouns brought to whom they mean: the one named nearby, else the one who spoke before."""
    for source, cue in voice:
        if source.pos_ != "PRON":
            yield source, cue
        elif last and source.lower_ in {"he", "she", "they"}:
            yield last[0][0], cue
        elif (meant := antecedent(source, found)) is not None:
            yield meant, cue


def _before_colon(sentence: Tokens) -> Iterator[Saying]:
    """ "Ministry: two convoys attacked"."""
    for token in sentence[1 : min(_HEADLINE, len(sentence))]:
        if token.text == ":":
            name = token.nbor(-1)
            if name.pos_ in {"PROPN", "NOUN"} and all(
                t.pos_ in {"PROPN", "NOUN", "ADJ", "DET", "ADP"} for t in sentence.doc[sentence.start : token.i]
            ):
                yield name, token
            return


def _first_person(sentence: Tokens) -> bool:
    return any(token.lower_ in words().first_person and token.pos_ in {"PRON", "DET"} for token in sentence)


def _open_after(opened: bool, text: str) -> bool:
    """Whether a quotation is still open at the end of the sentence."""
    for mark in text:
        if mark in "“«":
            opened = True
        elif mark in "”»":
            opened = False
        elif mark == '"':
            opened = not opened
    return opened
