"""Identifiers that follow from content alone, so that they are the same on every run and machine."""

import hashlib

_DIGITS = 16


def _digest(content: str) -> str:
    return hashlib.sha256(content.encode("utf-8")).hexdigest()[:_DIGITS]


def report_id(text: str) -> str:
    """The id of the report whose text this is."""
    return f"r_{_digest(text)}"


def claim_id(report: str, kind: str, start: int, end: int) -> str:
    """The id of a claim: its report, its kind and where its trigger stands tell it from every other."""
    return f"c_{_digest(f'{report}|{kind}|{start}|{end}')}"
