"""Passwords as Argon2id hashes, with the parameters of RFC 9106 for little memory."""

import secrets
from functools import cache
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from dateline.errors import StoreError

SHORTEST: Final = 10
_LONGEST: Final = 1000


def hash_password(password: str) -> str:
    """The hash to keep; StoreError for a password that is too short or too long."""
    if not SHORTEST <= len(password) <= _LONGEST:
        raise StoreError(f"the password: must have {SHORTEST} to {_LONGEST:,} characters; several words are good")
    return _hasher().hash(password)


def is_password(password: str, kept: str | None) -> bool:
    """Whether this is the password that was hashed; None, of no account, takes as long to refuse as any other."""
    try:
        fits = len(password) <= _LONGEST and _hasher().verify(kept or _of_nobody(), password)
    except VerificationError:
        return False
    return fits and kept is not None


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()


@cache
def _of_nobody() -> str:
    return _hasher().hash(secrets.token_urlsafe())
