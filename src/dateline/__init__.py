"""Dateline reads reports on armed conflict and writes claims: each value tied to the characters it was read from."""

from dateline.errors import DatelineError, InputError, KindsError, ModelError, StoreError

__all__ = ["DatelineError", "InputError", "KindsError", "ModelError", "StoreError", "__version__"]

__version__ = "0.1.0"
