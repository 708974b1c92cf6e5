"""Modality and certainty: what the rules read from cues, weighed with what the encoder says of the trigger."""

from spacy.language import Language
from spacy.tokens import Doc

from dateline.reading.annotations import Draft, annotations
from dateline.reading.learned.labels import CERTAINTIES, MODALITIES
from dateline.reading.learned.numbers import Numbers
from dateline.reading.weighing.decisions import choices, likeliest


@Language.component("dateline_weigh_modality")
def weigh_modality(doc: Doc) -> Doc:
    """Sets anew the modality and certainty of every draft; one without its cue keeps none."""
    answers = annotations(doc).answers
    if answers is not None:
        for draft in annotations(doc).drafts:
            modalities, certainties = answers.modalities(draft.root.idx), answers.certainties(draft.root.idx)
            if modalities is not None and certainties is not None:
                _settle(draft, modalities, certainties)
    return doc


def _settle(draft: Draft, modalities: Numbers, certainties: Numbers) -> None:
    before = draft.modality, draft.certainty
    draft.modality = MODALITIES[likeliest(choices()["modality"], modalities, MODALITIES.index(draft.modality))]
    draft.certainty = CERTAINTIES[likeliest(choices()["certainty"], certainties, CERTAINTIES.index(draft.certainty))]
    if before != ("actual", "certain") and (draft.modality, draft.certainty) == ("actual", "certain"):
        draft.cues = []
