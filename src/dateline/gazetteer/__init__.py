"""Names of places to points with an honest radius: data and look-up. Texts are not read here."""

from dateline.gazetteer.demonyms import demonyms
from dateline.gazetteer.folding import fold
from dateline.gazetteer.gazetteer import Gazetteer
from dateline.gazetteer.index import Candidate, Tier
from dateline.gazetteer.opening import open_gazetteer

__all__ = ["Candidate", "Gazetteer", "Tier", "demonyms", "fold", "open_gazetteer"]
