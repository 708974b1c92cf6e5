"""What is kept of each event to browse by, and kept in step with it. No question is answered here (see `browsing`)."""

from dateline.store.summaries.checking import StoredTerms, is_summarized
from dateline.store.summaries.keeping import TermCodes, put_summary, renew_summaries

__all__ = ["StoredTerms", "TermCodes", "is_summarized", "put_summary", "renew_summaries"]
