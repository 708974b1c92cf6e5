"""Datelines: "QAMISHLI, 13 October (Agency) -" tells where a report was filed, and nothing else."""

import re

from spacy.language import Language
from spacy.tokens import Doc

from dateline.reading.annotations import annotations

_DATELINE = re.compile(
    r"^[ \t]*[A-Z][A-Z.'’ -]{2,30}(?:,[^-–—\n.]{0,40})?(?: ?\([^)\n]{2,40}\))?\s*[-–—]{1,2}\s", re.MULTILINE
)


@Language.component("dateline_datelines")
def datelines(doc: Doc) -> Doc:
    """Notes the words of datelines, so that no later component takes them for a place or a source of a claim."""
    spans = [match.span() for match in _DATELINE.finditer(annotations(doc).report.text)]
    if spans:
        annotations(doc).filed = frozenset(
            token.i for token in doc if any(start <= token.idx < end for start, end in spans)
        )
    return doc
