"""Reads reports: one pipeline, opened once, for any number of them."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from dateline.actors import register_digest
from dateline.errors import InputError
from dateline.gazetteer import open_gazetteer
from dateline.kinds import load_catalogue
from dateline.reading.annotations import annotate
from dateline.reading.claims import claims, rejected
from dateline.reading.learned.component import open_encoder
from dateline.reading.learned.encoder import WEIGHTS
from dateline.reading.pipeline import build_pipeline
from dateline.records import Claim, Rejected, Report

_LANGUAGE = "en"
# Reports and characters that are parsed together: more are hardly quicker, and nothing is told of the first meanwhile.
BATCH = 16
CHARACTERS = 50_000


class Reading(NamedTuple):
    """What one report tells, and the candidates that were dropped, each with the reason."""

    claims: list[Claim]
    rejected: list[Rejected]


class Reader:
    """Turns reports into claims. `version` changes whenever the same report might be read differently."""

    def __init__(self, nlp: Language, version: str) -> None:
        self._nlp = nlp
        self.version = version

    def reads(self, report: Report) -> bool:
        """Whether the report is in a language that can be read."""
        return report.language == _LANGUAGE

    def read(self, report: Report) -> list[Claim]:
        """The claims of one report, in the order of its text; none for a report that cannot be read.

        InputError for a text that is too long to be parsed as one report.
        """
        return self.judge(report).claims

    def judge(self, report: Report) -> Reading:
        """The claims of one report, and what was dropped on the way to them."""
        return next(_readings(self._judged([report])))

    def judge_all(self, reports: Iterable[Report]) -> Iterator[tuple[Report, Reading | InputError]]:
        """Each report with what `judge` gives, or with its error: the others are read all the same.

        Some are parsed together, which is quicker: up to BATCH reports are taken before the first comes back.
        """
        for batch in _batches(reports):
            yield from zip(batch, self._judged(batch), strict=True)

    def read_all(self, reports: Iterable[Report]) -> Iterator[tuple[Report, list[Claim]]]:
        """Each report with its claims, as they come; see `judge_all`. InputError as of `read`."""
        for batch in _batches(reports):
            for report, reading in zip(batch, _readings(self._judged(batch)), strict=True):
                yield report, reading.claims

    def _judged(self, batch: Sequence[Report]) -> Iterator[Reading | InputError]:
        """What each report tells; one that cannot be read tells nothing."""
        made = (self._made(report) for report in batch if self._fits(report))
        docs = self._nlp.pipe(made, batch_size=BATCH)
        for report in batch:
            if self._fits(report):
                doc = next(docs)
                yield Reading(claims(doc), rejected(doc))
            else:
                yield self._too_long(report) if self.reads(report) else Reading([], [])

    def _made(self, report: Report) -> Doc:
        return annotate(self._nlp.make_doc(report.text), report)

    def _fits(self, report: Report) -> bool:
        return self.reads(report) and len(report.text) <= self._nlp.max_length

    def _too_long(self, report: Report) -> InputError:
        return InputError(report.source, f"longer than {self._nlp.max_length:,} characters; split it into reports")


def _batches(reports: Iterable[Report]) -> Iterator[list[Report]]:
    """Reports in their order, up to BATCH together and no more characters than CHARACTERS, but one at least."""
    batch: list[Report] = []
    for report in reports:
        if batch and sum(len(one.text) for one in (*batch, report)) > CHARACTERS:
            yield batch
            batch = []
        batch.append(report)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _readings(judged: Iterable[Reading | InputError]) -> Iterator[Reading]:
    """The readings; raises the first error."""
    for reading in judged:
        if isinstance(reading, InputError):
            raise reading
        yield reading


def open_reader(
    kinds: Sequence[Path] = (), progress: Callable[[str], None] | None = None, actors: Sequence[Path] = ()
) -> Reader:
    """A reader with our kinds and actors, and those in the directories `kinds` and `actors`.

    `progress` is told what takes long at first use.
    """
    nlp = build_pipeline(kinds, progress, actors)
    data = load_catalogue(kinds).digest + register_digest(actors) + open_gazetteer().digest
    return Reader(nlp, _version(data + open_encoder(WEIGHTS).digest))


def _version(data_digest: str) -> str:
    """The package's version with a digest of the data that decides how a report is read."""
    data = hashlib.sha256(data_digest.encode())
    for file in sorted((Path(__file__).parent / "lexicon").glob("*.yaml")):
        data.update(file.read_bytes())
    return f"{version('dateline')}+{data.hexdigest()[:12]}"
