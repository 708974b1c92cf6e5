"""The lists of a form: fields named `list-number-name` to rows, those without words left out."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from dateline.errors import InputError
from dateline.web.wording.labels import N_

_FIELD: Final = re.compile(r"([a-z]+)-(\d{1,4})-([a-z_0-9]+)")
# The choice that leaves it to the words which place or actor is meant.
BY_WORDS: Final = "?"
_APART: Final = re.compile(r"[,\s\u00a0\u202f]")


class Row(dict[str, str]):
    """One row; `words` are as they stand in the report, a field ending in `_before` is what the form came with."""

    def chosen(self, field: str) -> str:
        """The choice made; BY_WORDS too where only the words were changed, so that the old choice is not of them."""
        value = self.get(field, BY_WORDS)
        is_old = value == self.get(f"{field}_before") and self["words"] != self.get("words_before")
        return BY_WORDS if is_old else value

    def number(self, field: str) -> int | None:
        """A whole number, None where the field is empty; InputError for anything else."""
        given = _APART.sub("", self.get(field, ""))
        if given and not given.isdecimal():
            raise InputError(self[field], N_("write a number in digits, or leave the field empty"))
        return int(given) if given else None


def rows_of(form: Mapping[str, str], name: str) -> list[Row]:
    """The rows of the list `name` in order; a row whose `words` were emptied is taken away."""
    found: dict[int, Row] = {}
    for field, value in form.items():
        parts = _FIELD.fullmatch(field)
        if parts and parts[1] == name:
            found.setdefault(int(parts[2]), Row())[parts[3]] = value.strip()
    return [row for _, row in sorted(found.items()) if row.get("words")]


def text_fields(items: Iterable[tuple[str, object]]) -> dict[str, str]:
    """The fields of a form that hold words, files left out."""
    return dict(_texts(items))


def _texts(items: Iterable[tuple[str, object]]) -> Iterator[tuple[str, str]]:
    for name, value in items:
        if isinstance(value, str):
            yield name, value.replace("\r\n", "\n")
