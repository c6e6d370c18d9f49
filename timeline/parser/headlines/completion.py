"""Completion: what a headline lacks to be read alone: who acts, whom a bare noun is about, what was said."""

from collections.abc import Sequence

from timeline.model.statement import HUMAN, Place, Role, RoleName
from timeline.parser.actors.cast import Cast
from timeline.parser.headlines.gist import gist
from timeline.parser.known.triggers import frames
from timeline.parser.mentions.governing import is_reported
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.utterances import SPEAKING as UTTERING
from timeline.parser.sentences.phases import is_happening
from timeline.parser.sentences.phrases import noun_phrase
from timeline.parser.sentences.tree import DATES, RELATIVE_TAGS, Tree

PREPOSITIONS = ("on", "of", "against", "with", "to", "for")
NOUNS = frozenset({"NOUN", "PROPN"})
GERUND = "VBG"
LOOSE = frozenset({GERUND, "TO"})
ENDS = frozenset({",", "''", '"', "”", "'", "’"})  # of what was said
ARTICLES = frozenset({"a", "an", "the"})
PAIR = 2
MOST_NAMES = 3
MOST_WORDS = 10  # of who spoke, when what was said is put behind
INTRANSITIVE = frozenset(
    "come go die live work fall arrive happen occur appear return remain stay travel rise grow sleep wait look lie sit "
    "stand".split()
)
SPEAKING = frozenset({"statement", "consult", "request", "accuse"})
INNER_SIGNS = frozenset({",", "-", "’", "'"})


def subject_words(tree: Tree, subject: int, cast: Cast) -> str:
    """The noun phrase of a subject, or of what a relative pronoun stands for; '' for any other pronoun but 'those who'."""
    if is_relative(tree, subject):
        relative, subject = subject, told_of(tree, subject)
        if tree[subject].entity in DATES:  # 'backed the offer on Monday, which gives them more pay'
            subject = next(iter(tree.below(tree.clause(subject), "dobj")), subject)
        if tree.lower[subject] == "those":
            return f"those {tree.lower[relative]}"
        if tree[subject].tag == GERUND:  # 'fighting that broke out'
            return phrase(tree, subject, cast)
    return phrase(tree, subject, cast) if tree[subject].pos in NOUNS else ""


def is_relative(tree: Tree, index: int) -> bool:
    """'which', 'who', and 'that' before a verb of a clause which says more of a noun."""
    if tree[index].tag in RELATIVE_TAGS:
        return True
    is_that = tree.lower[index] == "that" and tree[index].relation in {"nsubj", "nsubjpass"}
    return is_that and tree[tree.first_conjunct(tree[index].head)].relation == "relcl"


def told_of(tree: Tree, relative: int) -> int:
    """The noun that a clause with a relative pronoun says more of; the pronoun itself where there is none."""
    clause = tree.first_conjunct(tree.clause(relative))
    return tree[clause].head if tree[clause].relation == "relcl" else relative


def phrase(tree: Tree, head: int, cast: Cast) -> str:
    """A noun with what is kept of it in a headline, without article."""
    kept = sorted(index for index in gist(tree, head, None, cast) if index <= head or tree[index].pos != "PUNCT")
    while len(kept) > 1 and tree[kept[0]].tag in {"DT", "PRP$", "PDT"}:
        del kept[0]
    return tree.words(kept if len(kept) <= MOST_WORDS else noun_phrase(tree, head))


def object_words(tree: Tree, verb: int, kept: list[int], cast: Cast) -> str:
    """'(routes) that Pakistan shut', 'a house he let': what a clause tells of is put where its object would stand."""
    token = tree[tree[verb].head] if tree[verb].relation == "xcomp" else tree[verb]  # 'which the museum is to restore'
    noun = _dated(tree, token.head)
    if token.relation != "relcl" or tree[noun].entity in DATES or tree[noun].pos not in NOUNS:
        return ""
    objects = tree.below(verb, "dobj")
    is_open = len(objects) == 1 and (tree[objects[0]].tag in RELATIVE_TAGS or _is_made(tree, noun, objects[0], verb))
    subjects = [i for i in tree.below(verb, "nsubj") if tree[i].tag not in RELATIVE_TAGS]
    is_short = not objects and bool(subjects) and not _has_relative(tree, verb) and _is_transitive(tree, verb)
    is_whole = verb == kept[-1] or tree[verb + 1].relation != "prt"
    return phrase(tree, noun, cast) if (is_open or is_short) and is_whole else ""


def _is_made(tree: Tree, noun: int, that: int, verb: int) -> bool:
    """'a truce that both had accepted', and not 'a report that she had asked for more'."""
    is_that = that == noun + 1 and tree.lower[that] == "that" and _is_transitive(tree, verb)
    return is_that and is_happening(tree, noun) and not is_reported(tree, noun)


def _dated(tree: Tree, noun: int) -> int:
    """'the blasts' for the date of 'the blasts of 9 October, which it blames on Chad'."""
    above = tree[noun].head
    is_of = tree[noun].entity in DATES and tree[noun].relation == "pobj" and tree.lower[above] == "of"
    return tree[above].head if is_of else noun


def _is_transitive(tree: Tree, verb: int) -> bool:
    """'a house he let', and not 'a chance it came from Rome'."""
    is_short_of_object = not tree.below(verb, "ccomp", "xcomp", "prt", "acomp", "attr", "auxpass")
    return is_short_of_object and tree[verb].lemma not in INTRANSITIVE


def _has_relative(tree: Tree, verb: int) -> bool:
    """'in which he died', 'when it fell', 'whose': the noun is no object of the clause."""
    return any(tree[i].tag.startswith("W") for i in tree.subtree(verb) if i < verb)


def controller(tree: Tree, verb: int, cast: Cast) -> str:
    """What an infinitive hangs on: 'plan' of 'a plan to seize', 'talks' of 'talks due to open', 'it' of nothing."""
    if tree[verb].tag not in {"VB", "VBG"}:
        return ""
    current = verb
    for above in tree.above(verb):
        if tree[above].pos in NOUNS:
            is_told_of = tree[current].relation in {"acl", "relcl", "amod", "appos", "acomp"}
            return phrase(tree, above, cast) if is_told_of else ""
        if tree[above].pos not in {"ADJ", "VERB", "AUX"}:
            return ""
        current = above
    return ""


def names_of(cast: Cast, members: Sequence[int]) -> str:
    """The name of the first, or of the two that a pronoun means together."""
    two = list(dict.fromkeys(cast.actor(member).name for member in members))
    return " and ".join(two) if len(two) == PAIR else two[0]


def short_name(name: str) -> str:
    """'father' of "Elian Gonzalez's father": what can take a genitive of its own."""
    return name.replace("'s ", "’s ").rpartition("’s ")[2]


def by_subject(text: str, mention: Mention, cast: Cast) -> str:
    """'Speech' in a clause about somebody: 'Speech by Anna Blau'."""
    tree = mention.tree
    verb = tree.clause(mention.index)
    subjects = tree.below(verb, "nsubj")
    is_spoken = mention.row.type in SPEAKING and tree[tree[mention.index].head].pos == "ADP"
    members = [member for head in subjects for member in cast.at(tree, head)]
    return f"{text} by {cast.actor(members[0]).name}" if is_spoken and members else text


def with_parties(text: str, mention: Mention, roles: Sequence[Role], place: Place | None) -> str:
    """'Ceasefire' alone becomes 'Ceasefire between A and B', 'Attack' becomes 'Attack on A' or 'Attack in Lima'."""
    roles = [role for role in roles if not _is_hurt(mention, role)]
    by_role = {name: [role.actor.name for role in roles if role.name is name] for name in RoleName}
    parts = []
    if len(by_role[RoleName.PARTICIPANT]) > 1:
        parts.append(f"between {_joined(by_role[RoleName.PARTICIPANT])}")
    agents = by_role[RoleName.AGENT] or by_role[RoleName.MEDIATOR]
    if agents := [name for name in agents if name.split()[-1].lower() not in text.lower()]:
        parts.append(f"by {_joined(agents)}")
    targets = [name for name in by_role[RoleName.TARGET] if name.split()[-1].lower() not in text.lower()]
    if targets:
        parts.append(f"{_preposition(mention)} {_joined(targets)}")
    if not parts and place is not None:
        parts.append(f"in {place.name}")
    return " ".join([text, *parts])


def _is_hurt(mention: Mention, role: Role) -> bool:
    """Who was hurt in it: no fire is one 'of firefighters'."""
    is_mishap = mention.row.type in {"disaster", "accident"}
    return is_mishap and role.name is RoleName.TARGET and role.actor.kind in HUMAN


def with_content(text: str, mention: Mention) -> str:
    """'Anna Blau said' with what she said, where it stands before the verb of saying."""
    tree, verb = mention.tree, mention.index
    is_said = mention.row.type == "statement" or (mention.is_verb and mention.lemma in UTTERING)
    if not is_said or len(text.split()) > MOST_WORDS:
        return text
    is_quote = tree[0].text in ENDS or tree[0].text in {"``", "“", "‘"}
    after = {"ccomp"} if is_quote else {"dobj", "ccomp"}
    if any(tree[i].relation in after and i > verb for i in tree.below(verb)):
        return text
    said = _said_before(tree, verb)
    return f"{text}: {tree.words(said)}" if said else text


def _said_before(tree: Tree, verb: int) -> list[int]:
    """A clause before its verb of saying, else all the words before it and its subject where a comma or a quote ends them."""
    clauses = [clause for clause in tree.below(verb, "ccomp") if clause < verb]
    own = {
        verb,
        *(i for child in tree.below(verb) if tree[child].relation in {"nsubj", "aux"} for i in tree.subtree(child)),
    }
    ahead = range(min(own))
    is_cut = bool(ahead) and tree[ahead[-1]].text in ENDS and any(tree[i].pos in {"VERB", "AUX"} for i in ahead)
    words = tree.subtree(clauses[0]) if clauses else list(ahead) if is_cut else []
    said = [i for i in words if i not in own and (tree[i].pos != "PUNCT" or tree[i].text in INNER_SIGNS)]
    while said and tree[said[-1]].pos in {"PUNCT", "ADP", "CCONJ"}:
        said.pop()
    return said


def _joined(names: Sequence[str]) -> str:
    *others, last = names[:MOST_NAMES]
    return f"{', '.join(others)} and {last}" if others else last


def _preposition(mention: Mention) -> str:
    """The one that the row's frame reads its target from."""
    slots = [slot for slot, role in frames().get(mention.row.frame, ()) if role is RoleName.TARGET]
    return next((word for word in PREPOSITIONS if word in slots), "of")
