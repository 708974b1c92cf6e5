"""Bytes in measured amounts: whole documents and lines, each no longer than it may be."""

from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from dateline.errors import InputError

_CHUNK = 1 << 20
_BEGINNING = 1 << 16


def beginning(stream: BinaryIO) -> bytes:
    """The stream up to and with its first line that holds anything, or what of that line tells enough."""
    begun = b""
    while len(begun) < _BEGINNING and (line := stream.readline(_BEGINNING)):
        begun += line
        if line.strip():
            break
    return begun


def whole(stream: BinaryIO, source: str, limit: int, begun: bytes = b"") -> bytes:
    """`begun` and what is left of the stream after it; raises InputError where that is over `limit` bytes."""
    parts, size = [begun], len(begun)
    while size <= limit and (chunk := stream.read(_CHUNK)):
        parts.append(chunk)
        size += len(chunk)
    if size > limit:
        raise InputError(source, f"is larger than {limit:,} bytes; split it and read the parts")
    return b"".join(parts)


def lines(stream: BinaryIO, limit: int, begun: bytes = b"") -> Iterator[bytes | None]:
    """The lines of `begun` and the stream after it, with their ends; None for a line over `limit` bytes."""
    start = BytesIO(begun)
    while line := _line(start, stream, limit):
        if len(line) <= limit:
            yield line
        else:
            _skip_rest(stream, line)
            yield None


def _line(start: BytesIO, stream: BinaryIO, limit: int) -> bytes:
    line = start.readline()
    return line if line.endswith(b"\n") else line + stream.readline(max(0, limit + 1 - len(line)))


def _skip_rest(stream: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(_CHUNK)
