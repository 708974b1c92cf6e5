"""The status of an event, by the table in `status.yaml`."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Literal, cast

import yaml

from dateline.merging.outline import Outline
from dateline.records import Disagreement

Status = Literal["single_origin", "corroborated", "contested", "denied", "anticipated"]

_HAPPENED = frozenset({"actual", "attempted"})


@lru_cache(maxsize=1)
def _rules() -> tuple[Mapping[str, object], ...]:
    data = yaml.safe_load(files(__package__).joinpath("status.yaml").read_text(encoding="utf-8"))
    return tuple(data["rules"])


def status(told: Sequence[Outline], origin: Mapping[str, int], differ: Sequence[Disagreement]) -> Status:
    """The status that the claims of an event give it; `told` holds one outline a claim."""
    voice = {claim: origin[one.report] for one in told for claim in one.claims}
    found: dict[str, object] = {
        "told": any(one.modality in _HAPPENED for one in told),
        "denied": any(one.modality == "negated" for one in told),
        "disagree": any(_of_two_origins(item, voice) for item in differ),
        "origins": len({origin[one.report] for one in told if one.modality in _HAPPENED}),
    }
    rule = next(rule for rule in _rules() if all(_holds(name, asked, found) for name, asked in rule.items()))
    return cast(Status, rule["status"])


def _holds(name: str, asked: object, found: Mapping[str, object]) -> bool:
    if name == "status":
        return True
    value = found[name]
    if isinstance(value, bool) or not isinstance(value, int) or not isinstance(asked, int):
        return value == asked
    return value >= asked


def _of_two_origins(item: Disagreement, voice: Mapping[str, int]) -> bool:
    return len({voice[claim] for value in item.values for claim in value.claims}) > 1
