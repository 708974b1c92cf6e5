"""Sentences: paragraphs first, then sentences within them; no sentence runs over the end of a paragraph."""

from spacy.language import Language
from spacy.tokens import Doc, Token

_ENDS = frozenset(".!?…:;\"'”’»)]")


@Language.component("dateline_sentences")
def sentences(doc: Doc) -> Doc:
    """Says where sentences begin for sure and where none can; in between the parser decides."""
    for token in doc[1:]:
        if _begins_paragraph(token):
            token.is_sent_start = True
        elif not _may_begin(token):
            token.is_sent_start = False
    return doc


def _begins_paragraph(token: Token) -> bool:
    """After a blank line always; after a line break unless the next line goes on in lower case."""
    gap = token.nbor(-1).text_with_ws
    if not gap.isspace() or token.is_space or "\n" not in gap:
        return False
    return gap.count("\n") > 1 or not token.text[0].islower()


def _may_begin(token: Token) -> bool:
    before = token.nbor(-1)
    if token.is_space or token.text[0].islower():
        return False
    return before.text[-1] in _ENDS or before.is_space
