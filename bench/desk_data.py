"""A made database of so many events, written straight into the tables, for measuring the desk.

Each event is told by a claim of its own, and each report tells of two. Names are made of syllables; which kinds,
places, actors and words are frequent follows the law that they follow in real text: the tenth a tenth as often as the
first.
"""

import datetime as dt
import hashlib
import json
import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from dateline.kinds import load_catalogue
from dateline.records import Entity, Place, claim_id, report_id
from dateline.store import Store
from dateline.store.folding import fold_name
from dateline.store.log import Change, append
from dateline.store.summaries.packing import packed
from dateline.store.summaries.summary import CERTAINTIES, MODALITIES, STATES, STATUSES, Summary, event_key
from dateline.store.words import claim_key

SYLLABLES: Final = "ka ra mo ti sel dur han bek zo lin tar ab qam mar shi wal der gu nes fal".split()  # noqa: SIM905
COUNTRIES: Final = "SY IQ YE LY SD ML NG UA AF MM ET SO CD CO HT".split()  # noqa: SIM905
FIRST_DAY: Final = dt.date(2011, 1, 1)
DAYS: Final = 5_000
PLACES: Final = 20_000
ACTORS: Final = 2_000
WORDS: Final = 5_000
CLAIMS_OF_REPORT: Final = 2
BATCH: Final = 10_000
# How many of a hundred are of each, in the order of the names.
OF_MODALITIES: Final = (70, 5, 5, 15, 5)
OF_CERTAINTIES: Final = (70, 20, 10)
OF_STATUSES: Final = (60, 20, 8, 4, 8)
OF_STATES: Final = (90, 5, 3, 2)
OF_ORIGINS: Final = (60, 20, 10, 5, 3, 2)

One = TypeVar("One")


class Chosen(Generic[One]):
    """Things of which the first are drawn more often than the later."""

    def __init__(self, things: Sequence[One], weights: Sequence[float] | None = None) -> None:
        self._things = things
        self._sums = list(accumulate(weights or [1 / (place + 10) for place in range(len(things))]))

    def draw(self, luck: random.Random) -> One:
        """One of them."""
        return luck.choices(self._things, cum_weights=self._sums)[0]


@dataclass(frozen=True)
class World:
    """What events are made of. Terms have the codes that they have in the database."""

    kinds: Chosen[str]
    places: Chosen[Place]
    actors: Chosen[Entity]
    words: Chosen[str]
    codes: dict[tuple[str, str], int]
    terms: list[tuple[int, str, str, str | None, int]]


def made_world() -> World:
    """The same world each time."""
    luck = random.Random(20191009)
    kinds = sorted(load_catalogue().kinds)
    luck.shuffle(kinds)
    places = [_place(number, luck) for number in range(PLACES)]
    actors = [_actor(number, luck) for number in range(ACTORS)]
    words = sorted({_word(luck, 2) + _word(luck, 1) for _ in range(WORDS)}, key=lambda word: luck.random())
    records = [("kind", kind, None) for kind in kinds]
    records += [("place", place.id, place.model_copy(update={"score": 1.0}).model_dump_json()) for place in places]
    records += [("entity", actor.id, actor.model_dump_json()) for actor in actors]
    terms = [(code, *record, 1) for code, record in enumerate(records, 1)]
    codes = {(sort, name): code for code, sort, name, _, _ in terms}
    return World(Chosen(kinds), Chosen(places), Chosen(actors), Chosen(words), codes, terms)


def _word(luck: random.Random, syllables: int) -> str:
    return "".join(luck.choice(SYLLABLES) for _ in range(syllables))


def _place(number: int, luck: random.Random) -> Place:
    country = luck.randrange(len(COUNTRIES))
    return Place(
        id=f"geonames:{number + 1}",
        name=_word(luck, 3).capitalize(),
        country=COUNTRIES[country],
        admin1=f"Province {luck.randrange(12)}",
        latitude=5 + country * 2 + luck.random() * 6,
        longitude=-10 + country * 6 + luck.random() * 8,
        feature="PPL",
        precision="settlement",
        radius_km=luck.choice((2, 5, 10, 40)),
        score=0.9,
    )


def _actor(number: int, luck: random.Random) -> Entity:
    return Entity(id=f"wikidata:Q{number + 1}", name=f"{_word(luck, 2)} front".title(), kind="armed_group")


def made_database(path: Path, size: int) -> None:
    """Fill a new database with `size` events."""
    Store.open(str(path)).close()
    world = made_world()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in ("synchronous = OFF", "cache_size = -1000000", "foreign_keys = OFF"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO terms (code, sort, id, record, stamp) VALUES (?, ?, ?, ?, ?)", world.terms)
        for begin in range(0, size, BATCH):
            firsts = range(begin, min(begin + BATCH, size), CLAIMS_OF_REPORT)
            _insert(connection, [row for first in firsts for row in _told(world, first, size)])
        connection.execute("COMMIT")
        connection.execute("ANALYZE")
    with Store.open(str(path)) as store, store._writing() as writing:
        append(writing, Change(), by="", action="made", subject="")


def _insert(connection: sqlite3.Connection, rows: Sequence[tuple[str, dict[str, Any]]]) -> None:
    by_table: dict[str, list[dict[str, Any]]] = {}
    for table, row in rows:
        by_table.setdefault(table, []).append(row)
    for table, of_table in by_table.items():
        names = list(of_table[0])
        columns, marks = ", ".join(f'"{name}"' for name in names), ", ".join(f":{name}" for name in names)
        of_table.sort(key=lambda row: row.get("rowid", 0))
        connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", of_table)


def _told(world: World, first: int, size: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """The rows of one report, its claims and their events."""
    luck = random.Random(first)
    numbers = range(first, min(first + CLAIMS_OF_REPORT, size))
    parts = [_Part(world, luck) for _ in numbers]
    text = f"Dispatch {first}\n\n" + "\n".join(part.sentence for part in parts)
    day = parts[0].day + dt.timedelta(days=1)
    report = report_id(text)
    row = _report(report, text, first, day)
    yield "reports", row
    yield "report_words", _words_of(row)
    for number, part in zip(numbers, parts, strict=True):
        yield from part.rows(report, text, number, day)


def _report(report: str, text: str, number: int, day: dt.date) -> dict[str, Any]:
    record = {
        "record": "report", "id": report, "source": f"made/{number}", "url": None, "title": f"Dispatch {number}",
        "publisher": f"Agency {number % 40}", "author": None,
        "published": {"date": day.isoformat(), "basis": "given"}, "language": "en", "text": text,
        "sha256": hashlib.sha256(text.encode()).hexdigest(), "retrieved": "2025-01-01T00:00:00Z",
    }  # fmt: skip
    return {
        "number": number + 1, "id": report, "source": record["source"],
        "title": record["title"], "publisher": record["publisher"], "published": day.isoformat(), "language": "en",
        "read_by": "made", "record": json.dumps(record),
    }  # fmt: skip


def _words_of(report: dict[str, Any]) -> dict[str, Any]:
    folded = {name: fold_name(report[name]) for name in ("title", "publisher", "source")}
    return {"rowid": report["number"]} | folded


class _Part:
    """One occurrence as it is told."""

    def __init__(self, world: World, luck: random.Random) -> None:
        self.world = world
        self.kind = world.kinds.draw(luck)
        self.place, self.origin = world.places.draw(luck), world.places.draw(luck)
        self.actor, self.recipient = world.actors.draw(luck), world.actors.draw(luck)
        self.killed = luck.randrange(60) if luck.random() < 0.3 else 0
        self.dated = luck.random() < 0.9
        self.day = FIRST_DAY + dt.timedelta(days=luck.randrange(DAYS))
        self.last = self.day + dt.timedelta(days=luck.choice((0, 0, 0, 0, 0, 6, 30)))
        self.modality = luck.choices(range(len(MODALITIES)), OF_MODALITIES)[0]
        self.certainty = luck.choices(range(len(CERTAINTIES)), OF_CERTAINTIES)[0]
        self.status = luck.choices(range(len(STATUSES)), OF_STATUSES)[0]
        self.state = luck.choices(range(len(STATES)), OF_STATES)[0]
        self.origins = luck.choices(range(1, len(OF_ORIGINS) + 1), OF_ORIGINS)[0]
        self.score = round(luck.uniform(0.4, 1), 3)
        said = " ".join(world.words.draw(luck) for _ in range(8))
        who, where = f"{self.actor.name} and {self.recipient.name}", f"{self.place.name} from {self.origin.name}"
        self.sentence = f"{who} met in {where} on {self.day}: {self.killed} {said}."

    def rows(self, report: str, text: str, number: int, told: dt.date) -> Iterator[tuple[str, dict[str, Any]]]:
        """The rows of the claim and its event."""
        start = text.index(self.sentence)
        trigger = self._span(start, " met ", 1)
        claim = claim_id(report, self.kind, trigger["start"], trigger["end"])
        event = f"e_{hashlib.sha256(str(number).encode()).hexdigest()[:16]}"
        values = self._values(start)
        days = {"first_day": str(self.day), "last_day": str(self.last)} if self.dated else {}
        days = {"first_day": None, "last_day": None} | days
        yield "claims", {
            "id": claim, "report": report, "kind": self.kind, "start": trigger["start"], "end": trigger["end"], **days,
            "modality": MODALITIES[self.modality], "certainty": CERTAINTIES[self.certainty], "score": self.score,
            "record": json.dumps(self._claim(claim, report, trigger, start, values)), "state": "unreviewed",
        }  # fmt: skip
        yield "events", {
            "id": event, "kind": self.kind, **days, "status": STATUSES[self.status], "state": STATES[self.state],
            "record": json.dumps(self._event(event, claim, told, values)),
        }  # fmt: skip
        yield "event_claims", {"claim": claim, "event": event}
        summary = packed(self._summary(event, claim, told), lambda sort, name, _: self.world.codes[sort, name])
        yield "event_summaries", {"event": event, **summary._asdict()}
        yield "claim_words", {"rowid": claim_key(claim), "claim": claim, "words": self.sentence.lower()}

    def _span(self, start: int, words: str, inset: int = 0) -> dict[str, Any]:
        at = start + self.sentence.index(words) + inset
        words = words.strip()
        return {"text": words, "start": at, "end": at + len(words)}

    def _values(self, start: int) -> dict[str, Any]:
        named = (("actor", self.actor), ("recipient", self.recipient))
        placed = (("location", self.place), ("origin", self.origin))
        stated = self._span(start, str(self.day))
        return {
            "participants": [
                {"role": role, "span": self._span(start, entity.name), "entity": entity.model_dump(), "via": "text"}
                for role, entity in named
            ],
            "places": [
                {"role": role, "relation": "in", "span": self._span(start, place.name), "place": place.model_dump()}
                for role, place in placed
            ],
            "time": {
                "span": stated, "earliest": str(self.day), "latest": str(self.last), "precision": "day",
                "basis": "stated",
            } if self.dated else {},
        }  # fmt: skip

    def _claim(
        self, claim: str, report: str, trigger: dict[str, Any], start: int, values: dict[str, Any]
    ) -> dict[str, Any]:
        sentence = {"text": self.sentence, "start": start, "end": start + len(self.sentence)}
        return {
            "record": "claim", "id": claim, "report": report, "kind": self.kind, "trigger": trigger,
            "sentence": sentence, **values, "modality": MODALITIES[self.modality],
            "certainty": CERTAINTIES[self.certainty], "score": self.score,
        }  # fmt: skip

    def _event(self, event: str, claim: str, told: dt.date, values: dict[str, Any]) -> dict[str, Any]:
        by = [{"claim": claim, "low": self.killed, "high": self.killed}]
        count = {"what": "killed", "low": self.killed, "best": self.killed, "high": self.killed, "by": by}
        return {
            "record": "event", "id": event, "kind": self.kind, "claims": [claim], "reports": self.origins,
            "origins": self.origins, **values, "counts": [count] if self.killed else [],
            "status": STATUSES[self.status], "first_reported": str(told), "last_reported": str(told),
            "review": {"state": STATES[self.state]},
        }  # fmt: skip

    def _summary(self, event: str, claim: str, told: dt.date) -> Summary:
        actors = {self.actor: 1, self.recipient: 2} if self.actor != self.recipient else {self.actor: 3}
        places = {self.place: 1, self.origin: 2} if self.place != self.origin else {self.place: 3}
        return Summary(
            key=event_key(event), kind=self.kind, modality=self.modality, certainty=self.certainty,
            status=self.status, state=self.state, origins=self.origins, reports=self.origins, killed=self.killed,
            low=-1, best=-1, high=-1, score=self.score, first=self.day.toordinal() if self.dated else -1,
            last=self.last.toordinal() if self.dated else -1, reported=told.toordinal(), point=self.place,
            origin=self.origin, destination=None,
            actors=tuple(actors.items()), places=tuple(places.items()), claims=(claim_key(claim),),
        )  # fmt: skip
