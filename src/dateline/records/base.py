"""What all records share: frozen, strict about unknown fields, compared by value."""

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A value that never changes once made; an unknown field is an error, not ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid")
