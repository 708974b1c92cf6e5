"""Tiles of the base map out of the file that `vendoring.base_map` makes."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).with_name("base_map.sqlite")


def base_tile(zoom: int, x: int, y: int) -> bytes | None:
    """The vector tile, compressed with gzip; None where there is nothing on it."""
    with closing(sqlite3.connect(f"{FILE.as_uri()}?immutable=1", uri=True)) as tiles:
        row = tiles.execute("SELECT data FROM tiles WHERE zoom = ? AND x = ? AND y = ?", (zoom, x, y)).fetchone()
    return bytes(row[0]) if row else None
