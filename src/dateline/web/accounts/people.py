"""The person behind a request, and what their role lets them do."""

import getpass
import os
from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import Depends, HTTPException, Request

from dateline.store import ROLES

REVIEWER_VARIABLE: Final = "DATELINE_REVIEWER"
# Without accounts, whoever sits at this machine may do everything.
_UNNAMED: Final = "local user"


@dataclass(frozen=True)
class Person:
    """Who asks. `signed_in` is false on one's own machine, where there are no accounts."""

    name: str
    role: str
    signed_in: bool = True

    @property
    def roles(self) -> frozenset[str]:
        """Their role and those that it includes."""
        return frozenset(ROLES[: ROLES.index(self.role) + 1])


def local_person() -> Person:
    """The user of this machine, under the name that the command line would use too."""
    named = os.environ.get(REVIEWER_VARIABLE)
    if not named:
        try:
            named = getpass.getuser()
        except (OSError, KeyError):
            named = _UNNAMED
    return Person(named, "admin", signed_in=False)


def person_of(request: Request) -> Person:
    """The person of a request that has passed the gate."""
    person: Person = request.state.person
    return person


def may_review(person: Annotated[Person, Depends(person_of)]) -> Person:
    """The person, who may change what is stored; 403 where they may not."""
    return _with_role(person, "reviewer")


def may_administer(person: Annotated[Person, Depends(person_of)]) -> Person:
    """The person, who may change accounts; 403 where they may not."""
    return _with_role(person, "admin")


def _with_role(person: Person, role: str) -> Person:
    if role not in person.roles:
        raise HTTPException(403, f"{person.name} is signed in as {person.role}; this takes the role {role}")
    return person
