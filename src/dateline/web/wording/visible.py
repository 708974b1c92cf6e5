"""Text of others made safe to look at: characters that no eye sees, or that turn the order of others, get a sign."""

import re
from typing import Final

# Controls; marks, embeddings, overrides and isolates of direction; and what takes no room, save the joiners that
# Arabic and Indic scripts are written with.
_UNSEEN: Final = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
_PICTURES: Final = 0x2400


def visible(text: str) -> str:
    """The text with one sign in the place of each such character, so that offsets stay as they are."""
    return _UNSEEN.sub(_sign, text)


def _sign(found: re.Match[str]) -> str:
    code = ord(found[0])
    return chr(_PICTURES + code) if code < 0x20 else "\ufffd"
