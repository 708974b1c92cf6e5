"""The bytes that reports were read from, compressed, so that each report can be checked against its SHA-256."""

import hashlib
import zlib
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, select

from dateline.errors import StoreError
from dateline.records import Report
from dateline.store.log import Change, digest
from dateline.store.tables import raw_reports

_MARK: Final = "b_"


def raw_id(report: str) -> str:
    """The id by which the log knows the bytes of this report."""
    return _MARK + report.removeprefix("r_")


def raw_row(report: str, compressed: bytes) -> dict[str, Any]:
    """The row of the bytes of a report."""
    return {"report": report, "bytes": compressed}


def raw_digest(row: Any) -> str:
    """The hash by which the log knows a row: of the bytes as they are stored."""
    return digest("raw", hashlib.sha256(bytes(row["bytes"])).hexdigest())


def refuse_other_bytes(report: Report, raw: bytes | None) -> None:
    """StoreError where `raw` are not the bytes that the report says it was read from."""
    if raw is not None and hashlib.sha256(raw).hexdigest() != report.sha256:
        raise StoreError(f"{report.source}: its SHA-256 is not that of its bytes; nothing of it was stored")


def put_raw(connection: Connection, report: Report, raw: bytes | None) -> Change:
    """Write the bytes of a report in the place of those there; without them, keep those there only if they are its."""
    there = read_raw(connection, report.id)
    if there == raw or (raw is None and there is not None and hashlib.sha256(there).hexdigest() == report.sha256):
        return Change()
    connection.execute(delete(raw_reports).where(raw_reports.c.report == report.id))
    if raw is None:
        return Change(removed=[raw_id(report.id)])
    row = raw_row(report.id, zlib.compress(raw))
    connection.execute(insert(raw_reports).values(row))
    return Change({raw_id(report.id): raw_digest(row)})


def read_raw(connection: Connection, report: str) -> bytes | None:
    """The bytes that a report was read from; None where it came without them."""
    compressed = connection.scalar(select(raw_reports.c.bytes).where(raw_reports.c.report == report))
    return None if compressed is None else zlib.decompress(compressed)
