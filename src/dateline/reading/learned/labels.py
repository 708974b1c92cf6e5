"""What the encoder's heads answer, in the order of their outputs."""

from typing import Final

# Who or what is asked for of a trigger. The last three are numbers of people: killed, wounded, and counted otherwise.
ROLES: Final = ("actor", "recipient", "location", "origin", "destination", "source", "killed", "wounded", "counted")
MODALITIES: Final = ("actual", "future", "hypothetical", "negated", "attempted")
CERTAINTIES: Final = ("certain", "probable", "possible")
# Numbers by which a role's query and key are compared; and how far apart two pieces are told apart.
ROLE_WIDTH: Final = 48
REACH: Final = 24
# Of public data, for training and measuring: the parts of an attribution (PolNeAR), and those that a cue is asked for;
# the roles of an incident (MUC-4); whose judgements of what happened.
VOICES: Final = ("source", "cue", "content")
LINKS: Final = ("source", "content")
FILLERS: Final = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
JUDGES: Final = ("uw", "uds_ih2")
