"""Write the scripts and styles of others, with their licences, into the desk's static files.

Usage: python -m vendoring.web_assets (needs npm and pip)
"""

import shutil
import tempfile
from pathlib import Path
from typing import Final

from vendoring.pinned import fetch, packages, unpack

STATIC: Final = Path(__file__).parent.parent / "src/dateline/web/static"


def main() -> None:
    """Copy every pinned file to its place."""
    for package in packages():
        if not package.files:
            continue
        with tempfile.TemporaryDirectory() as scratch:
            folder = unpack(fetch(package, Path(scratch)), Path(scratch) / "unpacked")
            for source, target in package.files.items():
                place = STATIC / target
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(folder / source, place)
                print(f"{place.relative_to(STATIC)}  {place.stat().st_size:,} bytes  {package.name} {package.version}")


if __name__ == "__main__":
    main()
