"""What a run over many texts came to: counts for the summary line."""

from collections import Counter
from typing import Any


class Tally:
    """Counts texts (read, new, known already, unread) and what became of events. Filled as a run goes."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    @property
    def failures(self) -> int:
        """Texts that could not be read."""
        return self.counts["failed"]

    def fail(self) -> None:
        """One more that could not be read."""
        self.counts["failed"] += 1

    def count(self, outcome: Any) -> None:
        """One more text, with the Outcome of taking it in."""
        self.counts["texts"] += 1
        self.counts["new" if outcome.is_new else "known"] += 1
        for change in ("created", "updated", "deleted"):
            self.counts[change] += len(getattr(outcome, change))

    def summary(self) -> str:
        """'3 texts: 2 new, 1 known already; events: 14 created, 1 updated, 0 deleted; 1 could not be read'."""
        counts = self.counts
        texts = f"{counts['texts']} {'text' if counts['texts'] == 1 else 'texts'}"
        events = ", ".join(f"{counts[change]} {change}" for change in ("created", "updated", "deleted"))
        failed = f"; {counts['failed']} could not be read" if counts["failed"] else ""
        return f"{texts}: {counts['new']} new, {counts['known']} known already; events: {events}{failed}"
