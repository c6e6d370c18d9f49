"""Line: the words of a headline put in a row: commas where they belong, a name for a pronoun, a tense for a verb without one,
and a subject where the clause has none."""

from collections.abc import Sequence

from timeline.model.statement import Status
from timeline.model.value import value
from timeline.parser.actors.cast import Cast
from timeline.parser.actors.name import NameKind
from timeline.parser.headlines.antecedents import antecedent, happening_told_of
from timeline.parser.headlines.completion import (
    ARTICLES,
    controller,
    is_relative,
    names_of,
    object_words,
    short_name,
    subject_words,
    told_of,
)
from timeline.parser.headlines.gist import shorter
from timeline.parser.headlines.named import named as called_by_name
from timeline.parser.headlines.signs import joint, paired
from timeline.parser.known.forms import past
from timeline.parser.mentions.deeds import JUDGED, is_judging
from timeline.parser.mentions.draft import Draft
from timeline.parser.mentions.governing import is_lacking
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.tree import FINITE, RELATIVE_TAGS, Tree, remembered

LONGEST = 110
AHEAD = frozenset({Status.PLANNED, Status.HYPOTHETICAL, Status.CANCELLED})
HELPERS = ("aux", "auxpass")
VERBS = frozenset({"VERB", "AUX"})
SPEAKER = frozenset({"i", "my", "me"})
# And the tags of who that may be.
WHOSE = {"its": frozenset({"NN", "NNP"}), "their": frozenset({"NN", "NNP", "NNS", "NNPS"})}
SUBJECTS = ("nsubj", "nsubjpass", "expl")


@value
class Line:
    """What a headline is made from: the draft, the word its clause hangs on, the cast, the sentence before, and whose it is."""

    draft: Draft
    top: int
    cast: Cast
    before: Tree | None
    mention: Mention
    tree: Tree

    @property
    def is_verbal(self) -> bool:
        """Told by a clause."""
        return self.tree[self.top].pos in VERBS

    @property
    def is_carried(self) -> bool:
        """A noun told by the clause of a light verb whose doer is known ('having taken bribes')."""
        carrier = self.mention.carrier
        return carrier is not None and carrier.verb == self.top and bool(self.mention.slots.get("subject"))


def fitted(line: Line, kept: list[int]) -> str:
    """The text of the kept words, shortened by whole phrases until it fits."""
    text = _text(line, kept)
    while len(text) > LONGEST and (fewer := shorter(line.tree, kept, line.mention.index)):
        kept, text = fewer, _text(line, fewer)
    return text


def _text(line: Line, kept: list[int]) -> str:
    """The kept words; a pronoun is replaced by the name it stands for, a missing subject or object is put in."""
    tree = line.tree
    words, dropped = _forms(line, kept)
    called, spared = called_by_name(tree, line.top, kept, line.cast) if line.is_verbal else ({}, set())
    words, dropped = {**called, **words}, dropped | spared
    parts: list[str] = []
    lacking = _lacking(line, kept)
    named = set(line.cast.at(tree, lacking[0])) if lacking and line.mention.is_verb else set[int]()
    previous: int | None = None
    for index in _ordered(line, kept):
        is_echo = tree[index].relation in SUBJECTS and _is_reflexive(tree, index)
        may_be_relative = tree[index].tag in RELATIVE_TAGS or tree.lower[index] == "that"
        if index in dropped or is_echo or (may_be_relative and _is_relative(line, index, is_first=not parts)):
            continue
        word = words.get(index) or _word(line, index, parts, named)
        if members := line.cast.at(tree, index):
            named.update(members)
        sign = joint(tree, previous, index) if parts else ""
        is_verbal = index == line.top or (tree[index].head == line.top and tree[index].relation in HELPERS)
        if is_verbal and previous is not None:
            sign = paired(tree, previous, index, sign, "".join(parts))
        parts.append(sign + word)
        if index == line.top and (gap := object_words(tree, index, kept, line.cast)):
            # 'rushed the work, which he denies'
            parts.append(" this" if line.mention.row.type == "reject" else f" {gap}")
        previous = index
    return _with_subject(line, "".join(parts), lacking).strip(" ,;:–-")


def _ordered(line: Line, kept: list[int]) -> list[int]:
    """'said Anna Blau' in the order of 'Anna Blau said'."""
    tree, top = line.tree, line.top
    late = [i for i in tree.below(top, *SUBJECTS) if i > top and kept[0] == top]
    if not late or tree[late[0]].relation == "expl":
        return kept
    subject = set(tree.subtree(late[0]))
    return [*bare(tree, [i for i in kept if i in subject]), *(i for i in kept if i not in subject)]


def bare(tree: Tree, kept: list[int]) -> list[int]:
    """Without the article at the head."""
    is_article = len(kept) > 1 and tree[kept[0]].text.lower() in ARTICLES
    return bare(tree, kept[1:]) if is_article else kept


def _is_relative(line: Line, index: int, *, is_first: bool) -> bool:
    """Whether 'that', 'who' or the like begins a clause that says more."""
    token = line.tree[index]
    if index == line.mention.index:
        return False
    is_of_clause = token.tag in RELATIVE_TAGS and token.head in {line.top, line.mention.index}
    return is_of_clause or (is_first and token.text.lower() in {"that", "which", "who", "whom"})


def _word(line: Line, index: int, parts: Sequence[str], named: set[int]) -> str:
    """As written; for a pronoun what it stands for."""
    tree, cast = line.tree, line.cast
    name = cast.name_at(tree, index)
    is_pronoun = name is not None and name.kind is NameKind.PRONOUN
    if tree[index].tag == "WP$":
        return _whose(line, index)
    if index and not is_pronoun and tree[index].pos != "PRON":  # most words
        return tree[index].text
    if _stays(line, index):
        return tree[index].text
    if is_pronoun and (told := happening_told_of(tree, index, line.before, cast)):
        return told
    if is_pronoun and (members := cast.at(tree, index)):
        is_named = bool(named & set(members)) or _is_of_subject(line, index)
        return _standing(tree, index, names_of(cast, members), is_named=is_named, text="".join(parts))
    if tree[index].pos == "PRON" and (not parts or tree[index].relation in {"dobj", "pobj"}):
        return (
            antecedent(tree, index, None if tree[index].relation == "dobj" else line.before, cast) or tree[index].text
        )
    is_lowered = index == 0 and parts and tree[index].pos not in {"PROPN", "NUM"} and tree[index].text[1:].islower()
    return tree[index].text.lower() if is_lowered else tree[index].text


def _whose(line: Line, index: int) -> str:
    """'Anna Blau's' for 'whose' of a clause about her."""
    tree, cast = line.tree, line.cast
    owner = told_of(tree, index)
    members = cast.at(tree, owner) if owner != index else ()
    name = cast.actor(members[0]).name if members else subject_words(tree, owner, cast)
    return _genitive(name, "PRP$") if name else tree[index].text


def _stays(line: Line, index: int) -> bool:
    """'I' behind 'Anna Blau:', 'among them', and what was denied or called something, which is a happening as a rule."""
    word, token = line.tree.lower[index], line.tree[index]
    if word == "them" and line.tree.lower[token.head] == "among":
        return True
    if word in SPEAKER:
        return bool(line.draft.claim.claimed_by)
    is_answered = token.head == line.mention.index and line.mention.row.type == "reject"
    return word in JUDGED and token.relation == "dobj" and (is_answered or is_judging(line.tree, token.head))


def _is_of_subject(line: Line, index: int) -> bool:
    """'cut its forecast', 'by his own fans': a subject or the word 'own' tells whose; 'its' and 'their' are hardly another's."""
    tree, word = line.tree, line.tree[index].text.lower()
    if line.tree[index].tag != "PRP$":
        return False
    if index + 1 < len(tree) and tree[index + 1].text == "own":
        return True
    subjects = [i for i in tree.below(line.top, *SUBJECTS) if i < index and i not in tree.above(index)]
    fitting = (tree[i] for i in subjects if tree[i].pos in {"NOUN", "PROPN"})
    return any(token.tag in WHOSE.get(word, ()) for token in fitting)


def _standing(tree: Tree, index: int, name: str, *, is_named: bool, text: str) -> str:
    """What is written for a pronoun: the name, unless that stands before it ('lifted it', 'her own car'); '60 of the men'."""
    if not is_named and name not in text:
        some = f"the {name}" if name.islower() and text.endswith(" of") else name
        return _genitive(some, tree[index].tag)
    is_other = tree[index].relation == "dobj" and tree[index].text.lower() == "it"
    return (is_other and antecedent(tree, index, None, None)) or tree[index].text


def _genitive(name: str, tag: str) -> str:
    if tag != "PRP$":
        return name
    name = short_name(name)
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _forms(line: Line, kept: list[int]) -> tuple[dict[int, str], set[int]]:
    """Words put for others, and words left out, that a verb without a tense gets one: 'having sold' to 'sold', 'killing' to
    'killed', the second of 'will cut and sell' to 'will sell'."""
    tree, top = line.tree, line.top
    token = tree[top]
    if not line.is_verbal or token.tag not in {"VBG", "VB", "VBN"} or token.relation == "ROOT":
        return {}, set()
    helpers = [i for i in tree.below(top, *HELPERS) if i in kept]
    is_ahead = line.draft.claim.status in AHEAD
    if any(tree[i].text.lower() == "having" for i in helpers) and not tree.below(top, "auxpass"):
        return {top: past(token.lemma)}, set(helpers)
    if token.tag == "VBG" and not helpers and token.relation != "xcomp" and _has_subject(line):
        lacking = f"did not {token.lemma}" if is_lacking(tree, top) else past(token.lemma)
        return {top: f"to {token.lemma}" if is_ahead else lacking}, set()
    if token.tag == "VB" and not helpers:
        shared = [tree[i].text for i in tree.below(tree.first_conjunct(top), "aux")]
        return {top: f"{shared[0] if shared else 'to'} {token.text}"}, set()
    if token.tag == "VBN" and (missing := _shared_helpers(tree, top, helpers)):
        start = helpers[0] if helpers else top
        return {start: f"{missing} {tree[start].text}"}, set()
    return {}, set()


def _shared_helpers(tree: Tree, verb: int, own: list[int]) -> str:
    """What the second of two takes from the first: 'was' of 'was seized and freed', 'have' of 'have fled and been found'."""
    first = tree.first_conjunct(verb)
    if first == verb or any(tree[i].tag in FINITE for i in own) or tree.below(verb, *SUBJECTS):
        return ""
    shared = [i for i in tree.below(first, *HELPERS) if tree[i].tag != "VBG"]
    if own:  # 'been'
        return tree.words([i for i in shared if tree[i].tag in FINITE][:1])
    is_passive = any(tree[i].relation == "auxpass" for i in shared)
    return tree.words(shared) if is_passive or tree[first].tag == "VBN" else ""


def _has_subject(line: Line) -> bool:
    return bool(line.mention.slots.get("subject")) and not line.tree.below(line.top, "poss", "det")


def _lacking(line: Line, kept: list[int]) -> list[int] | None:
    """The subjects of a clause that keeps none of its own, [] where only its verb tells; None for what needs none before it."""
    tree = line.tree
    if not line.is_verbal or any(i in kept for i in _own_subjects(tree, line.top)):
        return None
    subjects = _subjects(line, kept)
    return None if any(i in kept and not is_relative(tree, i) for i in subjects) else subjects


def _with_subject(line: Line, text: str, lacking: list[int] | None) -> str:
    """The text with its subject before it, where the clause has none of its own."""
    if lacking is None:
        return text
    subject = _subject(line, lacking[0]) if lacking else controller(line.tree, line.top, line.cast)
    return f"{subject} {text}" if subject else text


def _subjects(line: Line, kept: list[int]) -> list[int]:
    """By the trigger's slots, else those of the verb or of the first of several ('asked for more and may themselves appeal')."""
    tree, top = line.tree, line.top
    if not (line.mention.is_verb or line.is_carried):  # 'those who died in the storm'
        return tree.below(top, *SUBJECTS)
    named = line.mention.slots.get("object" if _is_passive(line, kept) else "subject", [])
    if line.mention.index != top and line.mention.is_verb:  # 'a pact that obliges them to share'
        named = tree.below(top, *SUBJECTS) or named
    own = [i for i in named if not _is_reflexive(tree, i)] or tree.below(top, *SUBJECTS)
    return [i for i in own if not _is_reflexive(tree, i)] or tree.below(tree.first_conjunct(top), *SUBJECTS)


@remembered
def _own_subjects(tree: Tree, verb: int) -> list[int]:
    return [i for i in tree.below(verb, *SUBJECTS) if not is_relative(tree, i) and not _is_reflexive(tree, i)]


def _is_reflexive(tree: Tree, index: int) -> bool:
    """'may themselves appeal'."""
    return tree.lower[index].endswith(("self", "selves"))


def _subject(line: Line, head: int) -> str:
    tree, cast = line.tree, line.cast
    if tree[head].tag == "PRP" and (told := happening_told_of(tree, head, line.before, cast)):
        return told
    members = cast.at(tree, head)
    is_owned = any(tree[child].tag == "PRP$" for child in tree.below(head, "poss"))  # 'his crew' is not he
    name = names_of(cast, members) if members and not is_owned else subject_words(tree, head, cast)
    said = tree[head].text.lower() if tree[head].tag == "PRP" else ""
    return name or antecedent(tree, head, line.before, cast) or said


def _is_passive(line: Line, kept: list[int]) -> bool:
    """By its own words, or as the second of two ('was founded in Lima and bought by a fund')."""
    tree, index = line.tree, line.mention.index
    is_second = tree[index].tag == "VBN" and tree[index].relation == "conj" and kept[0] == index
    return (is_second and not tree.below(index, "dobj")) or bool(tree.below(index, "auxpass", "nsubjpass"))
