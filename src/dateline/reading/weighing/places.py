"""Places: what the signs of syntax make of a candidate, weighed with what the encoder says of it."""

from collections.abc import Mapping

from spacy.tokens import Token

from dateline.reading.annotations import Annotations
from dateline.reading.learned.labels import ROLES
from dateline.reading.weighing.decisions import log_odds

_ASKED = [ROLES.index(role) for role in ("location", "origin", "destination")]


def features(by_signs: float, event: Token, head: Token, found: Annotations) -> Mapping[str, float]:
    """The odds by the signs and by the encoder; nothing where the encoder has not read both words together."""
    row = found.answers.roles(event.idx, head.idx) if found.answers is not None else None
    return {} if row is None else {"signs": log_odds(by_signs), "encoder": log_odds(float(row[_ASKED].max()))}
