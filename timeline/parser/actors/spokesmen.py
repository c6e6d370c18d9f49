"""Spokesmen: for whom somebody says 'we', the firm or body whose spokesman, head or staff they are; whom 'his lawyer' speaks of."""

from collections import Counter
from collections.abc import Callable, Sequence

from timeline.model.statement import FIRMLIKE, ActorKind, Status
from timeline.parser.actors.member import Member, fits_pronoun
from timeline.parser.actors.memory import Memory
from timeline.parser.actors.name import Name
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
GOING_ON = word_list("going on after a quotation")
CLIENT = "client"
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


def quoted_before(memory: Memory, tree: Tree, token: int) -> tuple[int, ...]:
    """'"They lied," its leader, Ann Lee, said. She accused …': who was quoted right before, and goes on."""
    verb, here = tree[token].head, tree.sentence.index
    if token > 1 or tree[token].relation != "nsubj" or tree[verb].relation != "ROOT" or here - 1 not in memory.quoted:
        return ()
    if not is_saying(tree[verb].lemma) and tree[verb].lemma not in GOING_ON:
        return ()
    before = memory.before(here, token)
    said = {seen.member for seen in before if seen.is_speaker and seen.sentence == here - 1}
    fits = tuple(n for n in said if n >= 0 and fits_pronoun(tree.lower[token], memory.members[n]))
    return fits if len(fits) == 1 else ()


def principal(memory: Memory, at: At, tree: Tree, token: int) -> tuple[int, ...]:
    """'His lawyer said he would appeal': he is the client."""
    above = tree.head(token)
    saying = tree.head(above) if above is not None and tree[above].relation == "ccomp" else None
    if saying is None:
        return ()
    return _clients(memory, at, tree, tree.below(saying, "nsubj"))


def client(memory: Memory, at: At, tree: Tree, name: Name) -> tuple[int, ...]:
    """'His lawyer, Lea Voss, said her client would appeal': he; () where nothing says whose lawyer it is."""
    if name.noun != CLIENT or not any(tree[i].tag == "PRP$" for i in tree.below(name.head, "poss")):
        return ()
    speakers = ([i for i in tree.below(above, "nsubj") if i != name.head] for above in tree.above(name.head))
    return next(filter(None, (_clients(memory, at, tree, heads) for heads in speakers)), ())


def _clients(memory: Memory, at: At, tree: Tree, speakers: Sequence[int]) -> tuple[int, ...]:
    """Whose lawyers these are, by the words for them or those beside their names."""
    called = [i for speaker in speakers for i in (speaker, *tree.below(speaker, "appos")) if tree[i].lemma in PROXIES]
    owners = [owner for one in called for owner in tree.below(one, "poss")]
    members = dict.fromkeys(member for owner in owners for member in at(tree, owner))
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
