"""The order in which a report is read, and nothing else."""

from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language

# Importing a component's module makes it known to spaCy by its name.
from dateline.reading import classes, names, sentences, triggers
from dateline.reading.syntax import load_syntax

__all__ = ["build_pipeline", "classes", "names", "sentences", "triggers"]


def build_pipeline(kinds: Sequence[Path] = ()) -> Language:
    """spaCy's syntax, with our components before and after it."""
    nlp = load_syntax()
    nlp.add_pipe("dateline_sentences", first=True)
    nlp.add_pipe("dateline_names")
    nlp.add_pipe("dateline_classes")
    nlp.add_pipe("dateline_triggers", config={"kinds": [str(folder) for folder in kinds]})
    return nlp
