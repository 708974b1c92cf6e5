"""The database written out for other programs and people, and read back. No reading of reports, no printing."""

from dateline.exports.gold import gold_lines
from dateline.exports.jsonl import export_lines, import_lines

__all__ = ["export_lines", "gold_lines", "import_lines"]
