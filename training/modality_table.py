"""How modality and certainty do on marked claims that are found: `python -m training.modality_table GOLD`."""

import json
import sys
from collections import Counter
from pathlib import Path

from dateline.reading.annotations import annotations
from training.trigger_table import documents, overlap


def main() -> None:
    """Print a table of confusions, then the sentences that are confused."""
    rows = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    tally: Counter[tuple[str, str]] = Counter()
    sure: Counter[tuple[str, str]] = Counter()
    lines = []
    for row, doc in zip(rows, documents(rows), strict=True):
        for draft in annotations(doc).drafts:
            met = next((c for c in row["claims"] if overlap(c, draft)), None)
            if met is None:
                continue
            tally[met["modality"], draft.modality] += 1
            sure[met["certainty"], draft.certainty] += 1
            if met["modality"] != draft.modality:
                cues = ",".join(cue.text for cue in draft.cues)
                sentence = " ".join(draft.root.sent.text.split())[:300]
                lines.append(f"{met['modality']} read {draft.modality} ({cues}) [{draft.tokens.text}] {sentence}")
    print("accuracy", sum(n for (a, b), n in tally.items() if a == b) / sum(tally.values()))
    for pair, count in sorted(tally.items()):
        print("  ", *pair, count)
    print("certainty", sum(n for (a, b), n in sure.items() if a == b) / sum(sure.values()))
    for pair, count in sorted(sure.items()):
        print("  ", *pair, count)
    print("\n".join(sorted(lines)))


if __name__ == "__main__":
    main()
