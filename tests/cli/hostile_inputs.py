"""Broken inputs made from a few small texts of ours: the same 500 on every run."""

import json
import random
from collections.abc import Callable, Iterator

NOTE = (
    "Guards lose grip on camp\n\n"
    "KOBANI, 14 October 2019 - Around 40 relatives of Daesh fighters escaped from the camp near Ain Issa on "
    "Sunday after shells struck the road to Raqqa, a local council said.\n\n"
    "Turkish-backed fighters have failed to take the crossing at Tall Tamr. Residents feared that more "
    "prisoners may break out, and the Syrian Democratic Forces denied that they had withdrawn from Manbij.\n"
)
ANALYSIS = (
    "Who holds the highway?\n\n"
    "“We moved 150 men to Ra’s al-ʿAyn,” the commander told the Hawar agency on 9 November. The army took three "
    "villages; the ministry put the dead at 12,000 – a figure nobody could check – and arrested two mayors.\n"
)
PAGE = (
    "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>Guards lose grip on camp</title>"
    "<meta property='article:published_time' content='2019-10-14T09:00:00Z'></head><body><nav><a href='#m'>Skip to "
    "main content</a></nav><article><h1>Guards lose grip on camp</h1><p>{}</p><p>{}</p></article>"
    "<footer>Back to top</footer></body></html>"
).format(*NOTE.split("\n\n")[1:])
ROWS = [
    {"id": "row-1", "text": NOTE, "published": "2019-10-14"},
    {"id": "row-2", "text": ANALYSIS, "title": "Who holds the highway?", "publisher": "Highway Notes"},
    {"url": "https://example.org/3", "html": PAGE},
]
FEED = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS)
TEXTS = {"txt": (NOTE, ANALYSIS), "html": (PAGE,), "jsonl": (FEED,)}

# Characters that readers of text trip over: no glyph, two directions, many code units, orders to a terminal.
ODD = [
    "\0",
    "\x1b[2J",
    "\x85",
    "\x9b31m",
    "\u200b",
    "\u202e",
    "\u0301",
    "\ufeff",
    "\ufffd",
    "\uffff",
    "👩‍🚒",
    "ﷺ",
    "\r",
]
ENCODINGS = ["utf-16", "utf-16-be", "utf-32", "utf-8-sig", "latin-1", "cp1256", "koi8-r", "utf-7"]
WHOLE = [
    b"", b" ", b"\n\n\n", b"\0" * 500, b"\xff\xfe", b"\xef\xbb\xbf", b"{", b"[]", b"null\n", b"<", b"<html>",
    b"<!--", b"<![CDATA[", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", b"PK\x03\x04" + b"\0" * 200, b"\x1f\x8b\x08\x00junk",
    b"a" * 5_000, b"camp " * 2_000, b"<div>" * 2_000 + b"camp" + b"</div>" * 2_000, b"\n" * 5_000 + b"camp",
    b'{"text": 7}\n', b'{"text": null, "html": null}\n', b'{"text": "camp", "published": "soon"}\n',
    b'{"text": "\\ud800 camp"}\n', b'{"text": "' + b"[" * 5_000 + b'"}\n', b"[" * 50_000 + b"\n", b'{"text": ""}\n',
    b'{"text": "camp", "title": {"a": 1}}\n', b'{"id": "\\u001b[2J", "text": "Guards fled the camp."}\n',
    b"\xd8\x00\xdc\x00", b"&#xD800;&#0;&#x110000;<p>camp", b"<meta charset=utf-16><p>Guards fled the camp.",
]  # fmt: skip

Mutation = Callable[[random.Random, str], bytes]


def _truncated(chance: random.Random, text: str) -> bytes:
    data = text.encode()
    return data[: chance.randrange(len(data))]


def _flipped(chance: random.Random, text: str) -> bytes:
    data = bytearray(text.encode())
    for _ in range(chance.randint(1, 30)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def _shuffled(chance: random.Random, text: str) -> bytes:
    cuts = sorted(chance.randrange(len(text)) for _ in range(chance.randint(2, 8)))
    pieces = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    chance.shuffle(pieces)
    return "".join(pieces[: chance.randint(1, len(pieces))]).encode()


def _re_encoded(chance: random.Random, text: str) -> bytes:
    return text.encode(chance.choice(ENCODINGS), errors="replace")


def _sprinkled(chance: random.Random, text: str) -> bytes:
    letters = list(text)
    for _ in range(chance.randint(1, 40)):
        letters.insert(chance.randrange(len(letters)), chance.choice(ODD))
    return "".join(letters).encode()


def _repeated(chance: random.Random, text: str) -> bytes:
    start = chance.randrange(len(text))
    piece = text[start : start + chance.randint(1, 60)]
    return (text[:start] + piece * chance.randint(2, 60) + text[start:]).encode()


def _overwritten(chance: random.Random, text: str) -> bytes:
    data = bytearray(text.encode())
    start = chance.randrange(len(data))
    data[start : start + 50] = chance.randbytes(chance.randint(0, 100))
    return bytes(data)


MUTATIONS: list[Mutation] = [
    _truncated, _flipped, _shuffled, _re_encoded, _sprinkled, _repeated, _overwritten,
]  # fmt: skip


def hostile_inputs(number: int, seed: int = 2019) -> Iterator[tuple[str, bytes]]:
    """File names and what is in them: first the whole-file horrors under each ending, then mutations of our texts."""
    chance = random.Random(seed)
    endings = [*TEXTS, "htm", "bin"]
    for at in range(number):
        if at < len(WHOLE) * 3:
            yield f"{at:03}.{list(TEXTS)[at % 3]}", WHOLE[at // 3]
        else:
            ending = chance.choice(list(TEXTS))
            text = chance.choice(TEXTS[ending])
            named = ending if chance.random() < 0.9 else chance.choice(endings)
            yield f"{at:03}.{named}", chance.choice(MUTATIONS)(chance, text)
