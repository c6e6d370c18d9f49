"""Spokesmen: for whom somebody says 'we', the firm or body whose spokesman, head or staff they are; whom 'his lawyer' speaks of."""

from collections import Counter
from collections.abc import Callable

from timeline.model.statement import FIRMLIKE, ActorKind, Status
from timeline.parser.actors.member import Member, fits_pronoun
from timeline.parser.actors.memory import Memory
from timeline.parser.known.hedges import effects, is_saying
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.tree import SUBJECTS, Tree

WE = "we"  # how 'our' and 'us' are kept, too
HOLDING = ("compound", "nmod", "poss")
SPEAKERS = frozenset({"spokesman", "spokeswoman", "spokesperson"})
FOR = frozenset({"for", "of", "at"})
OTHERS = frozenset({"of", "for", "'s"})
HEADING = word_list("heading a body")  # who says 'we' of a body that they do not name
PROXIES = word_list("speaking for a client")
NOT_SAID = Status.ASSERTED
At = Callable[[Tree, int], tuple[int, ...]]


def spoken_for(memory: Memory, at: At, tree: Tree, token: int) -> tuple[int, ...]:
    """The firm or body that 'we' means in what somebody says; () when nobody of one says it."""
    for above in tree.above(token):
        speakers = tree.below(above, "nsubj")
        if token not in speakers and effects().get((tree[above].lemma, "verb"), NOT_SAID) is None:
            return next(filter(None, (_of(memory, at, tree, speaker) for speaker in speakers)), ())
    return ()


def speaking_body(memory: Memory, at: At, tree: Tree, token: int) -> tuple[int, ...]:
    """'A spokesman for Acme said it would appeal': Acme."""
    above = tree.head(token)
    saying = tree.head(above) if above is not None and tree[above].relation == "ccomp" else None
    if saying is None or tree[token].relation not in SUBJECTS:
        return ()
    speakers = (i for i in tree.below(saying, "nsubj") if tree[i].lemma in SPEAKERS)
    return next(filter(None, (_of(memory, at, tree, speaker) for speaker in speakers)), ())


def speaker_before(memory: Memory, tree: Tree, token: int) -> tuple[int, ...]:
    """'…, it added', behind what it says: who said something in the sentence before."""
    verb = tree[token].head
    if tree[token].relation != "nsubj" or not is_saying(tree[verb].lemma):
        return ()
    if tree[verb].relation != "parataxis" and not any(inner < token for inner in tree.below(verb, "ccomp")):
        return ()
    here = tree.sentence.index
    said = [seen for seen in memory.before(here, token) if seen.is_speaker and seen.sentence == here - 1]
    fits = [one for one in said if one.member >= 0 and fits_pronoun(tree.lower[token], memory.members[one.member])]
    last = next((one for one in reversed(fits) if one.is_top), fits[-1] if fits else None)
    return tuple(dict.fromkeys(one.member for one in fits if last is not None and one.group == last.group))


def principal(memory: Memory, at: At, tree: Tree, token: int) -> tuple[int, ...]:
    """'His lawyer said he would appeal': he is the client."""
    above = tree.head(token)
    saying = tree.head(above) if above is not None and tree[above].relation == "ccomp" else None
    if saying is None:
        return ()
    clients = [i for i in tree.below(saying, "nsubj") if tree[i].lemma in PROXIES for i in tree.below(i, "poss")]
    members = [member for client in clients for member in at(tree, client)]
    return tuple(member for member in members if memory.members[member].kind is ActorKind.PERSON)


def _of(memory: Memory, at: At, tree: Tree, speaker: int) -> tuple[int, ...]:
    members = at(tree, speaker)
    own = tuple(member for member in members if _is_body(memory.members[member]))
    if own:
        return own[:1]
    inside = [inner for preposition, inner in tree.prepositions(speaker) if preposition in FOR]
    named = [member for index in (*tree.below(speaker, *HOLDING), *inside) for member in at(tree, index)]
    bodies = [member for member in named if _is_body(memory.members[member])]
    titles = [title for member in members for title in memory.members[member].titles]
    if bodies or not titles:
        return tuple(bodies[:1])
    return _employer(memory, titles)


def _employer(memory: Memory, titles: list[str]) -> tuple[int, ...]:
    """Whose name stands in a title ('Acme chief executive'), else the body that the text tells of most."""
    bodies = {number: member for number, member in enumerate(memory.members) if _is_body(member)}
    named = (n for n, member in bodies.items() if any(member.name.lower() in title for title in titles))
    if (employer := next(named, None)) is not None:
        return (employer,)
    if any(OTHERS & set(title.replace("'s", " 's").split()) for title in titles):
        return ()  # "Kolm Air's president", and nothing else of Kolm Air
    if not any(HEADING & set(title.split()) for title in titles):
        return ()  # 'Mr Blau', 'a nurse'
    counts = Counter({number: count for number, count in memory.tellings().items() if number in bodies})
    return tuple(number for number, _ in counts.most_common(1))


def _is_body(member: Member) -> bool:
    return member.kind in FIRMLIKE and not member.is_thing and member.name[:1].isupper()
