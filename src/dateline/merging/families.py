"""Which kinds may speak of one occurrence."""

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import yaml


class Families(NamedTuple):
    """Each kind's family, and the parts that kinds play in one."""

    of: Mapping[str, str]
    means: frozenset[str]
    outcomes: frozenset[str]
    generic: frozenset[str]
    speech: frozenset[str]
    lasting: frozenset[str]

    def family(self, kind: str) -> str:
        """The family of `kind`: those it may share an event with."""
        return self.of.get(kind, kind)

    def relation(self, one: str, other: str) -> str:
        """How two kinds of one family stand to each other, as the name of a feature."""
        if one == other:
            return "same kind"
        if {one, other} <= self.means:
            return "different means"
        if {one, other} & self.outcomes and {one, other} - self.outcomes:
            return "outcome and cause"
        if {one, other} & self.generic and {one, other} & self.means:
            return "general word and means"
        return "related kinds"

    def most_telling(self, kinds: Mapping[str, int]) -> str:
        """The kind of an event whose claims have these kinds: a means first, what came of it last."""

        def rank(kind: str) -> tuple[int, int, str]:
            tier = 0 if kind in self.means else 2 if kind in self.outcomes else 1
            return tier, -kinds[kind], kind

        most = max(kinds.values())
        leaders = [kind for kind, number in kinds.items() if number == most or kind in self.means]
        return min(leaders, key=rank)


@lru_cache(maxsize=1)
def families() -> Families:
    """The families as our data file has them."""
    data = yaml.safe_load(files(__package__).joinpath("families.yaml").read_text(encoding="utf-8"))
    of = {kind: family for family, kinds in data["families"].items() for kind in kinds}
    return Families(of, *(frozenset(data[part]) for part in ("means", "outcomes", "generic", "speech", "lasting")))
