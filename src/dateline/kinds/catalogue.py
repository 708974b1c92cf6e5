"""All kinds together, read from their files."""

import csv
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from dateline.errors import KindsError
from dateline.kinds.marked_yaml import read_model
from dateline.kinds.model import Kind, Trigger
from dateline.kinds.words import NAMED_CLASSES, word_classes, words_folder

# The share of right readings to expect of a trigger that nobody has measured.
UNMEASURED_SCORE = 0.6


@dataclass(frozen=True)
class Catalogue:
    """Kinds by name. `digest` changes whenever any of their data does; `scores` are measured shares by kind and key."""

    kinds: Mapping[str, Kind]
    digest: str
    scores: Mapping[tuple[str, str], float]

    def score(self, kind: Kind, trigger: Trigger) -> float:
        """The probability that `trigger` names this kind where its conditions hold."""
        return trigger.score or self.scores.get((kind.name, trigger.key), UNMEASURED_SCORE)

    def __iter__(self) -> Iterator[Kind]:
        return iter(self.kinds.values())


def load_catalogue(directories: Sequence[Path] = ()) -> Catalogue:
    """Our kinds, then those of `directories`: a file there adds its kind, or takes the place of ours of that name.

    KindsError names the file, the line and the reason where a file breaks the rules.
    """
    own = _folder() / "data"
    kinds: dict[str, Kind] = {}
    used: list[Path] = []
    for folder in (own, *directories):
        found = _files(folder)
        kinds |= _read(found)
        used += found
    scores = _folder() / "scores.csv"
    return Catalogue(kinds, _digest([*used, *sorted(words_folder().glob("*.yaml")), scores]), _scores(scores))


def _folder() -> Path:
    return Path(str(files("dateline.kinds")))


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise KindsError(str(folder), 1, "not a directory; give a directory that holds one YAML file a kind")
    found = sorted([*folder.glob("*.yaml"), *folder.glob("*.yml")])
    if not found:
        raise KindsError(str(folder), 1, "holds no .yaml file; a kind is one YAML file")
    return found


def _read(found: Iterable[Path]) -> dict[str, Kind]:
    kinds: dict[str, Kind] = {}
    for file in found:
        kind = read_model(file, Kind)
        if kind.name in kinds:
            raise KindsError(str(file), 1, f"kind {kind.name!r} stands in another file of this directory too")
        _refuse_unknown_classes(file, kind)
        kinds[kind.name] = kind
    return kinds


def _refuse_unknown_classes(file: Path, kind: Kind) -> None:
    known = NAMED_CLASSES | set(word_classes())
    for trigger in kind.triggers:
        for name in (*trigger.needs.classes(), *trigger.unless.classes()):
            if name not in known:
                raise KindsError(str(file), _line_with(file, f"@{name}"), f"unknown word class @{name}")


def _line_with(file: Path, text: str) -> int:
    lines = file.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if text in line), 1)


def _scores(file: Path) -> Mapping[tuple[str, str], float]:
    if not file.exists():
        return {}
    with file.open(encoding="utf-8", newline="") as rows:
        return {(row["kind"], row["trigger"]): float(row["score"]) for row in csv.DictReader(rows)}


def _digest(used: Iterable[Path]) -> str:
    content = hashlib.sha256()
    for file in used:
        if file.exists():
            content.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return content.hexdigest()[:16]
