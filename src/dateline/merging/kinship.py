"""Which actors do not contradict each other: a body and the body that it is part of."""

from functools import lru_cache

from dateline.actors import Register, load_register


@lru_cache(maxsize=1)
def _register() -> Register:
    return load_register()


@lru_cache(maxsize=4096)
def lineage(entity: str) -> frozenset[str]:
    """The entity's id with those of all bodies that it is part of."""
    found, waiting = {entity}, [entity]
    while waiting:
        actor = _register().actors.get(waiting.pop())
        for name in actor.part_of if actor else ():
            above = _register().find(name)
            if above and above.entity.id not in found:
                found.add(above.entity.id)
                waiting.append(above.entity.id)
    return frozenset(found)


def akin(one: str, other: str) -> bool:
    """Whether the two are one actor, or one is part of the other."""
    return one == other or other in lineage(one) or one in lineage(other)
