"""What a desk is started with."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from dateline.errors import InputError

LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})


@dataclass(frozen=True)
class Settings:
    """Which database the desk shows, where it listens, and what it may reach.

    `tiles` is the address of raster map tiles with {z}, {x} and {y}, the one thing the desk ever fetches from
    elsewhere. `language` is used whatever a browser asks for. `kinds` and `actors` are folders with kinds and actors of
    one's own, by which reports that are added are read.
    """

    database: str
    host: str = "127.0.0.1"
    port: int = 8700
    tiles: str | None = None
    language: str | None = None
    kinds: tuple[Path, ...] = ()
    actors: tuple[Path, ...] = ()

    def __post_init__(self) -> None:
        if self.tiles is not None:
            _check_tiles(self.tiles)

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach the desk."""
        return self.host in LOOPBACK

    @property
    def tiles_origin(self) -> str | None:
        """Scheme and host of the tiles, for the content security policy."""
        if self.tiles is None:
            return None
        parts = urlsplit(self.tiles)
        return f"{parts.scheme}://{parts.netloc}"


def _check_tiles(address: str) -> None:
    parts = urlsplit(address)
    named = all(part in address for part in ("{z}", "{x}", "{y}"))
    if parts.scheme not in {"http", "https"} or not parts.netloc or not named or set(parts.netloc) & set(" ;,'\""):
        raise InputError(address, "give the address of map tiles as https://host/{z}/{x}/{y}.png")
