"""What the encoder's heads answer, in the order of their outputs."""

from typing import Final

# Who or what is asked for of a trigger. The last three are numbers of people: killed, wounded, and counted otherwise.
ROLES: Final = ("actor", "recipient", "location", "origin", "destination", "source", "killed", "wounded", "counted")
MODALITIES: Final = ("actual", "future", "hypothetical", "negated", "attempted")
CERTAINTIES: Final = ("certain", "probable", "possible")
# Numbers by which a role's query and key are compared; and how far apart two pieces are told apart.
ROLE_WIDTH: Final = 48
REACH: Final = 24
