"""Sentences: paragraphs first, then sentences within them; no sentence runs over the end of a paragraph."""

from spacy.language import Language
from spacy.tokens import Doc, Token

from dateline.reading.annotations import annotations

# A line of plain text is taken as wrapped from this many characters on.
_FULL = 60
_ENDS = frozenset(".!?…:;\"'”’»)]")


@Language.component("dateline_sentences")
def sentences(doc: Doc) -> Doc:
    """Says where sentences begin for sure and where none can; in between the parser decides.

    A dateline is a sentence of its own, or the parser would make it part of the next.
    """
    filed, text = annotations(doc).filed, annotations(doc).report.text
    for token in doc[1:]:
        if _begins_paragraph(token, text) or (token.i - 1 in filed and token.i not in filed):
            token.is_sent_start = True
        elif not _may_begin(token):
            token.is_sent_start = False
    return doc


def _begins_paragraph(token: Token, text: str) -> bool:
    """After a blank line always; after a line break unless the line only goes on, in lower case or as wrapped text."""
    gap = token.nbor(-1).text_with_ws
    if not gap.isspace() or token.is_space or "\n" not in gap:
        return False
    if gap.count("\n") > 1:
        return True
    return not token.text[0].islower() and not _wrapped(text[: token.idx])


def _wrapped(before: str) -> bool:
    """Whether the line before was full and ended in the middle of a sentence: wrapped at its width, not ended."""
    line = before.rstrip().rpartition("\n")[2]
    return len(line) >= _FULL and line[-1] not in _ENDS


def _may_begin(token: Token) -> bool:
    before = token.nbor(-1)
    if token.is_space or token.text[0].islower():
        return False
    return before.text[-1] in _ENDS or before.is_space
