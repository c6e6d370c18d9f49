"""Bodies: firms and others by their names, and whose people they are who act for one: 'officials of the Coast Guard'."""

from collections.abc import Callable, Sequence

from timeline.model.statement import ActorKind
from timeline.parser.actors.home import Home
from timeline.parser.actors.member import organisation_kind
from timeline.parser.actors.memory import Memory
from timeline.parser.actors.name import Name, NameKind
from timeline.parser.actors.sorts import learn_fame
from timeline.parser.known import places
from timeline.parser.known.famous import full_name
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.tree import Tree

At = Callable[[Tree, int], tuple[int, ...]]

STAFF = word_list("people of a body")
OF = frozenset({"of", "from"})
BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.COMPANY, ActorKind.GOVERNMENT, ActorKind.ARMED_GROUP})


def body_named(memory: Memory, home: Home, name: Name) -> int:
    """The member that a firm's or another body's name means: the one told of before, a person whose surname it is, or a new one."""
    text = name.text.removeprefix("The ").removeprefix("the ")
    person = memory.find_surname(text, is_sure=name.kind is NameKind.UNKNOWN)
    if person is not None:
        return person
    called, number = text, memory.find_organisation(text)
    if number is None and (text := full_name(text)) != called:
        number = memory.find_organisation(text)
    if number is None:
        kind = organisation_kind(name, text)
        number = memory.enter(f"organisation {text.lower()}", text, kind, name.country)
    member = memory.members[number]
    member.aliases.update((text, called))
    member.words.update(text.lower().split(), [name.noun] if name.noun else [])
    member.callings.update([name.said] if name.said else [])
    learn_fame(member, text)
    if name.noun and member.kind in {ActorKind.UNKNOWN, ActorKind.ORGANISATION}:
        member.kind = organisation_kind(name, text)
    member.country = member.country or name.country or home.of_body(text)
    if member.kind is ActorKind.GOVERNMENT and member.country:
        member.acts_for = places.state_name(member.country)
    return number


def tell_bodies(memory: Memory, at: At, tree: Tree, names: Sequence[Name]) -> None:
    """Gives those who are only described by what they are to a body the name of that, once it is known which."""
    for name in names:
        if name.kind is not NameKind.DESCRIPTION or name.noun not in STAFF:
            continue
        members = [memory.members[number] for number in at(tree, name.head)]
        body = _body(memory, at, tree, name) if len(members) == 1 and members[0].is_unnamed else ""
        if body and members[0].name == _plain(name) and body.split()[-1].lower() not in members[0].name.lower():
            members[0].name = f"{members[0].name} {body}"


def _plain(name: Name) -> str:
    return name.text[:1].lower() + name.text[1:] if name.start == 0 else name.text


def _body(memory: Memory, at: At, tree: Tree, name: Name) -> str:
    """'of the works council', 'from Acme': the only body that stands behind them, or owns them; '' for none."""
    inside = [(word, inner) for word, inner in tree.prepositions(name.head) if word in OF]
    for owner in tree.below(name.head, "poss"):
        if tree[owner].tag == "PRP$":
            inside.append(("of", owner))
        elif tree[owner].tag == "WP$":  # 'the Fund, whose experts arrived'
            inside.append(("of", tree[tree.clause(owner)].head))
    found = {number: (word, inner) for word, inner in inside for number in at(tree, inner)}
    if len(found) != 1 or (body := memory.members[next(iter(found))]).kind not in BODIES:
        return ""
    word, inner = found.popitem()[1]
    has_article = body.name.islower() or any(tree.lower[i] == "the" for i in tree.below(inner, "det"))
    return f"{word} the {body.name}" if has_article else f"{word} {body.name}"
