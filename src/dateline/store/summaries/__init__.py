"""What is kept of each event to browse by, and kept in step with it. No question is answered here (see `browsing`)."""

from dateline.store.summaries.keeping import TermCodes, put_summary, renew_summaries, summary_row

__all__ = ["TermCodes", "put_summary", "renew_summaries", "summary_row"]
