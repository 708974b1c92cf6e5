"""What Dateline reads from marked reports, as the JSON Lines that the scorer takes."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dateline.merging import Told, merge
from dateline.reading import Reader
from dateline.records import Claim, Published, Report, report_id


def marked_reports(gold: Path) -> Iterator[Report]:
    """The reports of a gold file, their text as it stands; the gold's `doc` is their source."""
    with gold.open(encoding="utf-8") as lines:
        for line in lines:
            yield marked_report(json.loads(line))


def marked_report(row: dict[str, Any]) -> Report:
    """One row of a gold file as a report."""
    text = row["text"]
    day = dt.date.fromisoformat(row["published"]) if row.get("published") else None
    return Report(
        id=report_id(text),
        source=row["doc"],
        published=Published(date=day, basis="given" if day else "unknown"),
        language="en",
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        retrieved=dt.datetime(2000, 1, 1, tzinfo=dt.UTC),
    )


def write_predictions(reader: Reader, reports: Iterable[Report], target: Path) -> None:
    """Read the reports and write them to `target`, with their claims and the events that those tell of."""
    told: list[Told] = []
    with target.open("w", encoding="utf-8") as out:
        for report, claims in reader.read_all(reports):
            records: list[Report | Claim] = [report, *claims]
            out.writelines(record.model_dump_json() + "\n" for record in records)
            told += (Told(claim, report) for claim in claims)
        out.writelines(event.model_dump_json() + "\n" for event in merge(told))
