"""What one kind file says, as typed models."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, field_validator

from dateline.records.base import Record
from dateline.records.claim import PlaceRole, What

Form = Literal["verb", "noun", "phrase"]
Group = Literal["violence", "custody", "unrest", "movement", "control", "organisation", "diplomacy", "aid"]

# Slots of a trigger's surroundings that a condition can ask for; docs/how-to tells what each is.
SLOTS = frozenset(
    ("object", "subject", "modifier", "particle", "head", "complement", "before", "after", "sentence", "report")
)


@cache
def prepositions() -> frozenset[str]:
    """Prepositions, each of which is a slot too: what stands under it."""
    return frozenset(files("dateline.kinds").joinpath("prepositions.txt").read_text(encoding="utf-8").split())


def _words(value: object) -> object:
    return tuple(value.split()) if isinstance(value, str) else value


def _items(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Items = Annotated[tuple[str, ...], BeforeValidator(_items)]


class Condition(Record):
    """Slots, each with the lemmas or `@classes` of words of which one must stand there; `*` is any word."""

    slots: Mapping[str, Items] = Field(default_factory=dict)

    @field_validator("slots")
    @classmethod
    def _known_slots(cls, slots: Mapping[str, Items]) -> Mapping[str, Items]:
        if unknown := sorted(set(slots) - SLOTS - prepositions()):
            raise ValueError(f"unknown slot {unknown[0]!r}; use a preposition or one of {', '.join(sorted(SLOTS))}")
        return slots

    def classes(self) -> Iterator[str]:
        """The word classes that the condition names, without their `@`."""
        return (item[1:] for items in self.slots.values() for item in items if item.startswith("@"))


def _condition(value: object) -> object:
    return {"slots": value} if isinstance(value, dict) else value


Conditions = Annotated[Condition, BeforeValidator(_condition)]


Fills = Mapping[str, Literal["actor", "recipient", "instrument", "nobody"]]


class Trigger(Record):
    """A word or phrase that names an occurrence, with what its surroundings must and must not hold.

    `words` are lemmas in lower case. `fills` tells, slot by slot, who stands there, where that differs from the kind's
    own ("die": its subject is the recipient). `counts` is what a number with this word counts ("wound": wounded).
    `yields_to` names kinds whose result this tells: in one sentence with them it is no claim of its own. `score` is
    how often it is right where its conditions hold; None where that has not been measured.
    """

    form: Form
    words: Annotated[tuple[str, ...], BeforeValidator(_words), Field(min_length=1)] = Field(alias="lemma")
    needs: Conditions = Condition()
    unless: Conditions = Condition()
    fills: Fills = Field(default_factory=dict)
    counts: What | None = None
    yields_to: tuple[str, ...] = ()
    score: float | None = Field(default=None, gt=0, le=1)

    @property
    def key(self) -> str:
        """A name that is stable while the words and conditions stay as they are."""
        parts = (f"{sign}{slot}={'/'.join(items)}" for sign, cond in (("+", self.needs), ("-", self.unless))
                 for slot, items in sorted(cond.slots.items()))  # fmt: skip
        return " ".join([f"{self.form}:{' '.join(self.words)}", *parts])


class Crosswalk(Record):
    """The nearest code in each of the field's codebooks; None where it has none."""

    plover: str | None = None
    acled: str | None = None
    cameo: str | None = None


class Example(Record):
    """A sentence in our own words with the trigger words it must (or, as counter-example, must not) yield."""

    text: str = Field(min_length=1)
    triggers: Items = ()


class Triggers(Record):
    """The triggers of a kind by form."""

    verbs: tuple[Trigger, ...] = ()
    nouns: tuple[Trigger, ...] = ()
    phrases: tuple[Trigger, ...] = ()

    @field_validator("verbs", "nouns", "phrases", mode="before")
    @classmethod
    def _short_forms(cls, value: Any, info: Any) -> Any:
        form = info.field_name.removesuffix("s")
        if not isinstance(value, list | tuple):
            return value
        return [_trigger(entry, form) for entry in value]


def _trigger(entry: object, form: str) -> object:
    if isinstance(entry, str):
        return {"lemma": entry, "form": form}
    return {**entry, "form": form} if isinstance(entry, dict) else entry


class Kind(Record):
    """One kind of occurrence: what it is, who can fill its roles, and the words that name it.

    `fills` tells which slots of its triggers hold whom, where that differs from the usual (subject: actor, object:
    recipient). `things` tells that a building or a place can be its recipient ("burned the houses"), not only where it
    happened. `counts` is what a bare number of people in the role `counted` is a count of ("arrested 40 men":
    detained).
    """

    name: str = Field(alias="kind", pattern=r"^[a-z]+(_[a-z]+)*$")
    label: str = Field(min_length=1)
    group: Group
    definition: str = Field(min_length=1)
    roles: Mapping[Literal["actor", "recipient", "instrument"], str]
    fills: Fills = Field(default_factory=dict)
    places: tuple[PlaceRole, ...] = ("location",)
    things: bool = False
    counts: What | None = None
    counted: Literal["actor", "recipient"] = "recipient"
    crosswalk: Crosswalk = Crosswalk()
    trigger_lists: Triggers = Field(alias="triggers")
    examples: tuple[Example, ...] = Field(min_length=1)
    counterexamples: tuple[Example, ...] = ()

    @property
    def triggers(self) -> tuple[Trigger, ...]:
        """All triggers, verbs first, in the order of the file."""
        lists = self.trigger_lists
        return lists.verbs + lists.nouns + lists.phrases
