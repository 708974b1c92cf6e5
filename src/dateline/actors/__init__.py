"""Who acts and who speaks: the register of armed groups, forces, bodies and sources. Texts are not read here."""

from dateline.actors.loading import load_register, register_digest
from dateline.actors.model import Actor, Name
from dateline.actors.register import Register

__all__ = ["Actor", "Name", "Register", "load_register", "register_digest"]
