"""The encoder in the pipeline: reads a document once its sentences are known, for the components behind it to ask."""

from functools import cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from dateline.reading.annotations import annotations
from dateline.reading.learned.encoder import WEIGHTS, Encoder


@cache
def open_encoder(folder: Path) -> Encoder:
    """The encoder in a folder, opened once."""
    return Encoder(folder)


@Language.factory("dateline_encoder", default_config={"folder": str(WEIGHTS)})
def make_encoder(nlp: Language, name: str, folder: str) -> "EncoderReader":
    """The component for a pipeline; `folder` holds the weights, those that come with the package where none is told."""
    return EncoderReader(open_encoder(Path(folder)))


class EncoderReader:
    """Sets the answers of a document."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def __call__(self, doc: Doc) -> Doc:
        """What the encoder says of the whole report."""
        sentences = [(sentence.start_char, sentence.end_char) for sentence in doc.sents]
        annotations(doc).answers = self._encoder(doc.text, sentences)
        return doc
