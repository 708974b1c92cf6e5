"""The order in which a report is read, and nothing else."""

from collections.abc import Callable, Sequence
from pathlib import Path

from spacy.language import Language

from dateline.gazetteer import open_gazetteer
from dateline.reading.attribution import attribution
from dateline.reading.classes import classes
from dateline.reading.counts import counts
from dateline.reading.datelines import datelines
from dateline.reading.learned.component import make_encoder
from dateline.reading.learned.encoder import WEIGHTS
from dateline.reading.modality import modality
from dateline.reading.names import make_names
from dateline.reading.participants import participants
from dateline.reading.place_words import make_place_words
from dateline.reading.places import make_places
from dateline.reading.sentences import sentences
from dateline.reading.syntax import load_syntax
from dateline.reading.times import times
from dateline.reading.triggers import make_triggers
from dateline.reading.weighing.attribution import weigh_attribution
from dateline.reading.weighing.counts import weigh_counts
from dateline.reading.weighing.modality import weigh_modality
from dateline.reading.weighing.participants import weigh_participants
from dateline.reading.word_attributes import make_word_attributes, remember_attributes

# spaCy knows a component by its name once its module is imported; in the order in which they read.
COMPONENTS = (
    *(datelines, sentences, make_place_words, make_word_attributes, make_encoder),
    *(make_names, classes, make_triggers, participants, make_places, times, counts, attribution, modality),
    *(weigh_participants, weigh_counts, weigh_attribution, weigh_modality),
)

BEFORE_SYNTAX = ("dateline_datelines", "dateline_sentences", "dateline_place_words")


def build_pipeline(
    kinds: Sequence[Path] = (),
    progress: Callable[[str], None] | None = None,
    actors: Sequence[Path] = (),
    encoder: Path = WEIGHTS,
) -> Language:
    """spaCy's syntax, with our components before and after it. The gazetteer is built here if it is not there yet.

    `encoder` is the folder of its weights.
    """
    open_gazetteer(progress=progress)
    nlp = load_syntax()
    remember_attributes(nlp)
    for component in BEFORE_SYNTAX:
        nlp.add_pipe(component, before="tok2vec")
    nlp.add_pipe("dateline_names", config={"actors": [str(folder) for folder in actors]})
    nlp.add_pipe("dateline_classes")
    nlp.add_pipe("dateline_encoder", config={"folder": str(encoder)})
    nlp.add_pipe("dateline_triggers", config={"kinds": [str(folder) for folder in kinds]})
    nlp.add_pipe("dateline_participants")
    nlp.add_pipe("dateline_weigh_participants")
    nlp.add_pipe("dateline_places")
    nlp.add_pipe("dateline_times")
    nlp.add_pipe("dateline_counts")
    nlp.add_pipe("dateline_weigh_counts")
    nlp.add_pipe("dateline_attribution")
    nlp.add_pipe("dateline_weigh_attribution")
    nlp.add_pipe("dateline_modality")
    nlp.add_pipe("dateline_weigh_modality")
    return nlp
