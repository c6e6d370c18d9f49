"""The joint for reading again: what is kept, by the rules of now. One transaction for each Document, so it may be stopped.

Each Document notes the rules that read it, and is passed over when they are those of now. What people decided stays.
"""

from collections import Counter
from collections.abc import Sequence

from timeline.chronology import ranks, readings
from timeline.extract import extract
from timeline.ingest import likeness, remerge
from timeline.intake import syntax
from timeline.rulebook import rulebook
from timeline.store.again import load_text, save_again, to_read_again
from timeline.store.database import Store

COUNTED = ("same", "changed", "new", "gone")


class Rereading:
    """Documents to be read again, and what came of those that were."""

    def __init__(
        self, store: Store, *, since: int | None = None, everything: bool = False, model: str = syntax.DEFAULT_MODEL
    ) -> None:
        self._store, self._model, self._rules = store, model, rulebook(model)
        self.documents: Sequence[int] = to_read_again(store, self._rules, since=since, everything=everything)
        self.read = 0
        self.statements: Counter[str] = Counter()
        self.events: dict[str, str] = {}  # what became of each, in the end

    def read_again(self, serial: int) -> None:
        """Read one of the documents again. Raises StoreError, and then it is as it was."""
        text = load_text(self._store, serial)
        if text is None:
            return
        statements = extract(text, model=self._model)
        with self._store.writing() as writing:
            told = readings(statements, ranks(statements), text)
            again = save_again(writing, serial, text, told, likeness(), self._rules)
            if again is None:
                return
            changes = remerge(writing, serial, again.events, since=again.since)
        self.read += 1
        self.statements.update({name: getattr(again.replaced, name) for name in COUNTED})
        self._note(changes.created, changes.updated, changes.deleted)

    def _note(self, created: Sequence[str], updated: Sequence[str], deleted: Sequence[str]) -> None:
        for identity in updated:
            self.events.setdefault(identity, "updated")
        self.events.update(dict.fromkeys(created, "created"))
        for identity in deleted:
            if self.events.pop(identity, None) != "created":
                self.events[identity] = "deleted"

    def summary(self) -> str:
        """'3 documents read again; statements: 9 same, 1 changed, 2 new, 0 gone; events: 2 created, …'."""
        texts = f"{self.read} {'document' if self.read == 1 else 'documents'} read again"
        told = ", ".join(f"{self.statements[name]} {name}" for name in COUNTED)
        became = Counter(self.events.values())
        events = ", ".join(f"{became[change]} {change}" for change in ("created", "updated", "deleted"))
        return f"{texts}; statements: {told}; events: {events}"
