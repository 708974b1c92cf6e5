"""Names as they come out when one letter goes wrong."""

from collections.abc import Iterator
from string import ascii_lowercase


def one_letter_away(key: str) -> Iterator[str]:
    """Keys from which `key` comes by a letter left out, put in, put for another, or two changed over.

    The first letter is taken to be right, which most misspellings keep.
    """
    halves = [(key[:at], key[at:]) for at in range(1, len(key) + 1)]
    made = (head + tail[1:] for head, tail in halves if tail)
    swapped = (head + tail[1] + tail[0] + tail[2:] for head, tail in halves if len(tail) > 1)
    put_for = (head + letter + tail[1:] for head, tail in halves if tail for letter in ascii_lowercase)
    put_in = (head + letter + tail for head, tail in halves for letter in ascii_lowercase)
    yield from {*made, *swapped, *put_for, *put_in} - {key}
