"""Values as words for a reader, in the reader's language and never surer than the records. Reads no database."""

from dateline.web.wording.sentences import sentence, summary
from dateline.web.wording.visible import visible
from dateline.web.wording.words import Words

__all__ = ["Words", "sentence", "summary", "visible"]
