"""The trigger lexicon: which words tell a happening, of which type, under which conditions, and who its arguments are."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from sys import intern

from timeline.errors import RuleError
from timeline.lexicon import Row, rows, words_of
from timeline.model.statement import RoleName
from timeline.model.types import MODES, TYPE_NAMES

NOT_A_HAPPENING = "-"
VERB = "verb"  # the slot of deeds.txt that holds the verb itself
TOPIC = "text"  # the slot that holds every word of the Document
THEME = "theme"  # the same, and two of the words must be there
OF_DOCUMENT = frozenset({TOPIC, THEME})
NO_ROLE = "none"
DEED = "deed"  # frames of deeds.txt
SAYING = "say"
CIRCUMSTANCES = frozenset({"span", "aim", "reason", "none", "sides"})
PARTS_OF_SPEECH = frozenset({"verb", "noun", "adjective"})
ROLE_NAMES = frozenset(role.value for role in RoleName)

Frame = tuple[tuple[str, RoleName], ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """What a slot must hold: `words` lemmas or entity labels ('' for any), or nothing at all when `is_absent`."""

    slot: str
    words: frozenset[str]
    is_absent: bool = False


@dataclass(frozen=True, slots=True)
class TriggerRow:
    """One row of the lexicon. `type` is '-' for what is no happening; `place` is the row's place in its file.

    `slots` are those that must be filled, whatever with: most rows fail by these.
    """

    type: str
    mode: str | None
    frame: str
    conditions: tuple[Condition, ...]
    example: str
    place: str
    slots: frozenset[str] = frozenset()

    @property
    def is_idle(self) -> bool:
        """No happening because of what the verb has for an object: 'took part', 'put the toll at nine'."""
        return self.type == NOT_A_HAPPENING and any(c.slot == "object" and not c.is_absent for c in self.conditions)

    @property
    def is_deed(self) -> bool:
        """Of a verb that the lexicon does not know."""
        return self.frame == DEED

    @property
    def is_saying(self) -> bool:
        """Of a verb of saying that is the news itself."""
        return self.frame == SAYING


@dataclass(frozen=True, slots=True)
class LightVerb:
    """How a light verb stands to the noun that tells the happening: see light.txt."""

    noun_slot: str
    subject_slot: str


@cache
def lexicon() -> dict[tuple[str, str], tuple[TriggerRow, ...]]:
    """(lemma, part of speech) to its rows in the order of the files. Raises RuleError on a bad row."""
    found: dict[tuple[str, str], list[TriggerRow]] = {}
    for file_name in trigger_files():
        for row in rows(file_name):
            entry = _trigger(row)
            for lemma in row.words("lemma"):
                found.setdefault((lemma, row["pos"]), []).append(entry)
    return {key: tuple(entries) for key, entries in found.items()}


@cache
def deed_rows() -> tuple[TriggerRow, ...]:
    """The rows of deeds.txt: what kind a verb is of that the lexicon does not know."""
    return tuple(event_row(row) for row in rows("deeds"))


@lru_cache(maxsize=20_000)
def deed_rows_of(lemma: str) -> tuple[TriggerRow, ...]:
    """Those of them that a verb with this lemma can fit."""
    return tuple(row for row, verbs in _verbs_of_deeds() if verbs is None or lemma in verbs)


@cache
def _verbs_of_deeds() -> list[tuple[TriggerRow, frozenset[str] | None]]:
    """Each of them with its verbs, None for one that any verb may fit."""
    asked = ((row, [c.words for c in row.conditions if c.slot == VERB]) for row in deed_rows())
    return [(row, frozenset.intersection(*words) if words else None) for row, words in asked]


@cache
def kin() -> dict[str, tuple[TriggerRow, ...]]:
    """Verb (with its particle) to the rows of kin.txt that name it: what it tells when nothing more particular is known."""
    return _by_verb("kin")


@cache
def acts() -> dict[str, tuple[TriggerRow, ...]]:
    """Verb (with its particle) to the rows of acts.txt that name it: what it tells with a thing of one kind."""
    return _by_verb("acts")


@cache
def everyday_acts() -> dict[str, tuple[TriggerRow, ...]]:
    """The same of acts-news.txt."""
    return _by_verb("acts-news")


@cache
def doings() -> frozenset[str]:
    """All their verbs."""
    return frozenset([*acts(), *everyday_acts()])


@cache
def circumstantial() -> frozenset[str]:
    """The verbs whose rows of acts.txt or acts-news.txt ask for what is no argument (see slots.add_circumstance)."""
    asking = {
        verb
        for verb, rows_of in (*acts().items(), *everyday_acts().items())
        for row in rows_of
        if any(c.slot in CIRCUMSTANCES for c in row.conditions)
    }
    return frozenset(verb.split()[0] for verb in asking)


def _by_verb(name: str) -> dict[str, tuple[TriggerRow, ...]]:
    found: dict[str, list[TriggerRow]] = {}
    for row in rows(name):
        entry = event_row(row)
        for verb in row.words("verbs"):
            found.setdefault(verb, []).append(entry)
    return {verb: tuple(entries) for verb, entries in found.items()}


@cache
def frames() -> dict[str, Frame]:
    """Frame name to (slot, role) pairs in the order they are to be filled."""
    return {row["frame"]: _frame(row) for row in rows("frames")}


@cache
def classes() -> dict[str, frozenset[str]]:
    """Class name to its lemmas; those of kinds.txt add to them."""
    more = {row["class"]: row.words("words") for row in rows("kinds")}
    return {row["class"]: frozenset([*row.words("words"), *more.get(row["class"], ())]) for row in rows("classes")}


@cache
def light_verbs() -> dict[str, tuple[LightVerb, ...]]:
    """Light verbs by lemma (with particle or preposition)."""
    found: dict[str, list[LightVerb]] = {}
    for row in rows("light"):
        for verb in row.words("verb"):
            found.setdefault(verb, []).append(LightVerb(row["noun"], row["subject"]))
    return {verb: tuple(entries) for verb, entries in found.items()}


def trigger_files() -> Iterator[str]:
    """Names of the files whose rows make the lexicon, in the order they are read."""
    folder = files("timeline") / "rules" / "en"
    names = (item.name.removesuffix(".txt") for item in folder.iterdir())
    return iter(sorted(name for name in names if name.split("-")[0] == "triggers"))


def _trigger(row: Row) -> TriggerRow:
    if row["pos"] not in PARTS_OF_SPEECH:
        raise row.error(f"unknown part of speech {row['pos']!r}")
    return event_row(row)


def event_row(row: Row) -> TriggerRow:
    """The row of any file that tells of what type a word is. Raises RuleError on a bad one."""
    kind, mode = row["type"], row["mode"]
    if kind != NOT_A_HAPPENING and kind not in TYPE_NAMES:
        raise row.error(f"unknown type {kind!r}")
    if mode and mode not in MODES.get(kind, frozenset()):
        raise row.error(f"unknown mode {mode!r} of {kind}")
    if kind != NOT_A_HAPPENING and row["frame"] not in frames():
        raise row.error(f"unknown frame {row['frame']!r}")
    conditions = tuple(_condition(row, part.strip()) for part in row["when"].split(";") if part.strip())
    slots = frozenset(c.slot for c in conditions if not c.is_absent and c.slot not in OF_DOCUMENT)
    return TriggerRow(kind, mode or None, row["frame"], conditions, row["example"], row.place, slots)


def _condition(row: Row, text: str) -> Condition:
    if text.startswith("no "):
        slot, _, words = text.removeprefix("no ").partition(":")
        return Condition(intern(slot.strip()), _words(row, words), is_absent=True)
    slot, _, words = text.partition(":")
    return Condition(intern(slot.strip()), _words(row, words))


def _words(row: Row, text: str) -> frozenset[str]:
    found: set[str] = set()
    for word in words_of(text):
        if not word.startswith("@"):
            found.add(word)
        elif word[1:] in classes():
            found |= classes()[word[1:]]
        else:
            raise row.error(f"unknown class {word!r}")
    return frozenset(found)


def _frame(row: Row) -> Frame:
    pairs = []
    for part in row.words("arguments"):
        slot, _, role = part.partition("=")
        if role != NO_ROLE and role not in ROLE_NAMES:
            raise RuleError(f"{row.place}: unknown role {role!r}")
        if role != NO_ROLE:
            pairs.append((slot.strip(), RoleName(role)))
    return tuple(pairs)
