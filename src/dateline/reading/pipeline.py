"""The order in which a report is read, and nothing else."""

from collections.abc import Callable, Sequence
from pathlib import Path

from spacy.language import Language

from dateline.gazetteer import open_gazetteer

# Importing a component's module makes it known to spaCy by its name.
from dateline.reading import (
    attribution,
    classes,
    counts,
    datelines,
    modality,
    names,
    participants,
    place_words,
    places,
    sentences,
    times,
    triggers,
)
from dateline.reading.syntax import load_syntax

__all__ = [
    "attribution",
    "build_pipeline",
    "classes",
    "counts",
    "datelines",
    "modality",
    "names",
    "participants",
    "place_words",
    "places",
    "sentences",
    "times",
    "triggers",
]


def build_pipeline(kinds: Sequence[Path] = (), progress: Callable[[str], None] | None = None) -> Language:
    """spaCy's syntax, with our components before and after it. The gazetteer is built here if it is not there yet."""
    open_gazetteer(progress=progress)
    nlp = load_syntax()
    nlp.add_pipe("dateline_datelines", first=True)
    nlp.add_pipe("dateline_sentences", after="dateline_datelines")
    nlp.add_pipe("dateline_place_words", after="dateline_sentences")
    nlp.add_pipe("dateline_names")
    nlp.add_pipe("dateline_classes")
    nlp.add_pipe("dateline_triggers", config={"kinds": [str(folder) for folder in kinds]})
    nlp.add_pipe("dateline_participants")
    nlp.add_pipe("dateline_places")
    nlp.add_pipe("dateline_times")
    nlp.add_pipe("dateline_counts")
    nlp.add_pipe("dateline_attribution")
    nlp.add_pipe("dateline_modality")
    return nlp
