"""Bytes to text: byte order mark, UTF-8, the declared encoding, then a guess; what is not text is refused."""

import codecs
import re
from functools import cache
from importlib.resources import files

import yaml

from dateline.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w:-]{2,40})""", re.IGNORECASE)
# The families that pages are written in; Python knows further codecs ("unicode_escape").
_ENCODING = re.compile(
    r"(utf|iso|windows|cp|koi8|gb|big5|euc|shift|sjis|mac|us-ascii|ascii|latin|tis)[\w:-]*", re.IGNORECASE
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# The guess looks at the beginning only: an encoding does not change within a document.
_GUESS_BYTES = 200_000
# What the HTML standard takes for undeclared pages; it wins where guesses are equally good.
_WESTERN = "cp1252"
_MOST_CONTROL_CHARACTERS = 0.02


def decode(data: bytes, source: str, declared: str | None = None) -> str:
    """The text of a document's bytes; `declared` is the encoding its carrier names.

    A declared encoding counts only where the bytes are not UTF-8: pages are wrong about themselves more
    often than other bytes are valid UTF-8 by chance. Raises InputError where the bytes are no text.
    """
    _refuse_known_binaries(data, source)
    text = _by_mark(data)
    if text is None:
        _refuse_nul(data, source)
        text = _by_encoding(data, declared)
    return _checked(text, source)


def without_surrogates(text: str) -> str:
    """The text with each lone surrogate, which is no character, replaced one for one by U+FFFD."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def _refuse_known_binaries(data: bytes, source: str) -> None:
    for start, name in _signatures():
        if data.startswith(start):
            raise InputError(source, f"is {name}; save its text as .txt or .html and read that")


def _refuse_nul(data: bytes, source: str) -> None:
    if b"\x00" in data:
        raise InputError(source, "is not text (it holds NUL bytes); save it as UTF-8 text and read that")


def _by_mark(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode("utf-8-sig" if encoding == "utf-8" else encoding, errors="replace")
    return None


def _by_encoding(data: bytes, declared: str | None) -> str | None:
    for encoding in ("utf-8", declared, _meta_charset(data)):
        text = _strictly(data, encoding) if encoding else None
        if text is not None:
            return text
    return _guessed(data)


def _strictly(data: bytes, encoding: str) -> str | None:
    if not _ENCODING.fullmatch(encoding):
        return None
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return None


def _meta_charset(data: bytes) -> str | None:
    found = _META_CHARSET.search(data[:4096])
    return found.group(1).decode("ascii") if found else None


def _guessed(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    guesses = from_bytes(data[:_GUESS_BYTES])
    best = guesses.best()
    if best is None:
        return None
    tied = {each.encoding for each in guesses if (each.chaos, each.coherence) == (best.chaos, best.coherence)}
    return data.decode(_WESTERN if _WESTERN in tied else best.encoding, errors="replace")


def _checked(text: str | None, source: str) -> str:
    if text is None:
        raise InputError(source, "its encoding is not recognised; save it as UTF-8 and read that")
    if len(_CONTROL.findall(text)) > _MOST_CONTROL_CHARACTERS * len(text):
        raise InputError(source, "is not text (it holds many control characters); save it as UTF-8 text and read that")
    return without_surrogates(_CONTROL.sub("", text))


@cache
def _signatures() -> tuple[tuple[bytes, str], ...]:
    listed = yaml.safe_load(files(__package__).joinpath("signatures.yaml").read_text(encoding="utf-8"))
    return tuple((bytes.fromhex(entry["bytes"]), entry["name"]) for entry in listed)
