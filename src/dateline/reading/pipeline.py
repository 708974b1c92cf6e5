"""The order in which a report is read, and nothing else."""

from collections.abc import Callable, Sequence
from pathlib import Path

from spacy.language import Language

from dateline.gazetteer import open_gazetteer
from dateline.reading.attribution import attribution
from dateline.reading.classes import classes
from dateline.reading.counts import counts
from dateline.reading.datelines import datelines
from dateline.reading.modality import modality
from dateline.reading.names import make_names
from dateline.reading.participants import participants
from dateline.reading.place_words import make_place_words
from dateline.reading.places import make_places
from dateline.reading.sentences import sentences
from dateline.reading.syntax import load_syntax
from dateline.reading.times import times
from dateline.reading.triggers import make_triggers

# spaCy knows a component by its name once its module is imported; in the order in which they read.
COMPONENTS = (
    *(datelines, sentences, make_place_words),
    *(make_names, classes, make_triggers, participants, make_places, times, counts, attribution, modality),
)


def build_pipeline(
    kinds: Sequence[Path] = (), progress: Callable[[str], None] | None = None, actors: Sequence[Path] = ()
) -> Language:
    """spaCy's syntax, with our components before and after it. The gazetteer is built here if it is not there yet."""
    open_gazetteer(progress=progress)
    nlp = load_syntax()
    nlp.add_pipe("dateline_datelines", first=True)
    nlp.add_pipe("dateline_sentences", after="dateline_datelines")
    nlp.add_pipe("dateline_place_words", after="dateline_sentences")
    nlp.add_pipe("dateline_names", config={"actors": [str(folder) for folder in actors]})
    nlp.add_pipe("dateline_classes")
    nlp.add_pipe("dateline_triggers", config={"kinds": [str(folder) for folder in kinds]})
    nlp.add_pipe("dateline_participants")
    nlp.add_pipe("dateline_places")
    nlp.add_pipe("dateline_times")
    nlp.add_pipe("dateline_counts")
    nlp.add_pipe("dateline_attribution")
    nlp.add_pipe("dateline_modality")
    return nlp
