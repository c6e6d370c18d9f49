"""Parts: who takes no part though a slot holds him, and who takes one though no slot of the frame does."""

from collections.abc import Iterator

from timeline.model.statement import FIRMLIKE, HUMAN, ActorKind
from timeline.parser.actors.cast import Cast
from timeline.parser.actors.name import Name, NameKind
from timeline.parser.known.roster import nouns
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention
from timeline.parser.roles.circumstances import is_circumstance
from timeline.parser.roles.fillers import fillers
from timeline.parser.roles.holders import ADDRESSEES
from timeline.parser.sentences.phrases import PLURAL, modifier_country, noun_phrase
from timeline.parser.sentences.slots import WITHDRAWING
from timeline.parser.sentences.tree import Tree

PREMISES = word_list("premises")
SITES = word_list("site")
GIVING = word_list("giving")
ATTACKED = ("object", "into", "on", "at")  # 'broke into the shop', 'fired on the convoy'
MOBILE = frozenset("convoy motorcade caravan patrol truck lorry".split())
SENDING = frozenset({"send", "dispatch"})
LENDING = SENDING | frozenset("provide lend supply deploy contribute fly second loan spare".split())
TEAMS = frozenset({"mission", "team", "delegation", "envoy"})
OFFERING = frozenset({"offer", "promise", "pledge"})
OFFERED = frozenset({"agree", "aid", "support", "mobilize", "cooperate", "concede"})
DEMANDING = frozenset({"demand", "insist", "ask", "require", "request", "propose", "call"})
HELPERS = word_list("helpers")
BESET = frozenset({"assault", "crime"})
UNHARMED = frozenset({"other", "aid", "cooperate", "mobilize"})
DUTIES = frozenset("duty tariff levy quota ban embargo toll tax curb surcharge sanction restriction".split())
BURNING = frozenset({"set", "fire"})
BUYING = frozenset({"buy", "acquire", "purchase"})
TAKING = frozenset({"steal", "loot", "snatch", "embezzle", "extort", "rob", "pilfer", "borrow"})
DEALING = GIVING | BUYING | TAKING
MAKING = frozenset("establish create found form build open reopen set launch rebuild convene".split())
BESIDE = frozenset({"with", "alongside"})
# Frames of what somebody may do together with others.
JOINED = frozenset({"deed", "make", "create", "discover", "launch", "enact", "speak"})
NAMING = ADDRESSEES - {NameKind.DESCRIPTION} | {NameKind.UNKNOWN}
PERSONS = frozenset({"him", "her"})
TROOPS = frozenset("soldier guard officer marine policeman gendarme commando rebel fighter militant insurgent".split())
LOOSE = frozenset({ActorKind.ORGANISATION, ActorKind.UNKNOWN, ActorKind.GOVERNMENT})  # 'it' after one may be anything
ANSWERED = frozenset({"legal", "crime", "coerce", "accuse", "sanction", "assault"})
TRYING = frozenset("try attempt manage fail struggle fight battle race rush seek".split())
DONE = frozenset({"object", "clause_object"})
PROPOSING = frozenset({"propose", "recommend", "request", "suggest"})
LEADING_VERBS = frozenset({"lead", "head", "run", "chair", "coach", "train", "manage"})
PAPERS = frozenset({"newspaper", "paper", "magazine", "weekly", "daily", "tabloid"})
THINGLIKE = frozenset({ActorKind.ORGANISATION, ActorKind.UNKNOWN, ActorKind.COMPANY})


def takes_part(mention: Mention, head: int, slot: str, cast: Cast) -> bool:
    """False for a load, an office that is run for and people who are sent: 'a bus with 40 people aboard', 'the vote for mayor'."""
    tree = mention.tree
    if is_circumstance(mention, head, slot):
        return False
    if mention.row.type == "election" and not mention.is_verb and slot in {"possessor", "modifier"}:
        return not all(cast.actor(member).kind is ActorKind.STATE for member in cast.at(tree, head))  # "Chad's run-off"
    name = cast.name_at(tree, head)
    if slot in BESIDE and mention.row.frame in JOINED and not _is_named(name):
        return False  # 'dined with his family', 'filled the square with farmers'
    if name is None:
        return True
    if slot == "object" and mention.lemma == "enter" and name.kind is not NameKind.STATE:
        return False  # 'entered Parliament in 1987'
    if slot == "object" and _is_put_forward_or_led(mention, head, cast):
        return False
    if name.kind is NameKind.PRONOUN and name.text in {"it", "them"}:
        return slot not in DONE or _is_done_to_it(mention, head, name, cast)
    return name.kind is not NameKind.DESCRIPTION or _as_described(mention, head, slot, name, cast)


def _as_described(mention: Mention, head: int, slot: str, name: Name, cast: Cast) -> bool:
    """Whether somebody who is only described takes part: whoever is sent, lent, set up or promised does not."""
    if slot == "for" and mention.row.type == "election":
        return bool(mention.tree.below(head, "det", "poss")) or not nouns()[name.noun].is_office
    if slot == "object" and mention.lemma.split()[0] in GIVING and _has_receiver(mention, cast):
        return nouns()[name.noun].kind in HUMAN or name.noun in TROOPS  # 'offered the ministry to his rival'
    if name.noun in SITES and _is_goal_or_gift(mention, slot, cast):
        return False
    if name.country is None:
        if slot == "clause_object" and mention.tree[mention.tree[head].head].lemma in WITHDRAWING:
            return False  # 'was ready to recall soldiers'
        if _is_made(mention, head, slot) and nouns()[name.noun].kind not in HUMAN:
            return False  # 'set up a commission', 'promised to reopen the hospital'
    if slot == "clause_subject" and is_to_undergo(mention, head):
        return False
    return not (_is_sent(mention, slot) or is_lent(mention, head, slot))


def _is_goal_or_gift(mention: Mention, slot: str, cast: Cast) -> bool:
    """A site: 'nine were taken to a hospital', 'promised 40 flats and a library'."""
    is_goal = slot == "to" and mention.row.type == "aid" and _are_carried(mention, cast)
    return is_goal or (mention.row.frame == "promise" and slot in {"object", "of"})


def _is_sent(mention: Mention, slot: str) -> bool:
    """'sent monitors', and not 'sent men to the front'."""
    is_sending = mention.lemma in SENDING and mention.row.type in UNHARMED
    return slot == "object" and is_sending and "subject" in mention.slots


def is_lent(mention: Mention, head: int, slot: str) -> bool:
    """'offered doctors', 'promised to send 200 engineers': the help, not those who are helped."""
    tree, top = mention.tree, mention.tree.first_conjunct(head)
    is_one = slot == "clause_object" and tree[head].lemma in TEAMS and tree.has(head, "det", frozenset({"a", "an"}))
    are_lent = mention.row.type in OFFERED and slot in {"object", "clause_object"}
    if not are_lent or (tree[head].tag not in PLURAL and not is_one):
        return False
    is_known = not is_one and any(tree.below(i, "det", "poss", "relcl") for i in (head, top))
    verb = tree[tree[top].head]
    is_given = tree[top].relation == "dobj" and (
        verb.lemma in LENDING or (mention.lemma in OFFERING and slot == "object")
    )
    return (
        is_given and not is_known and (is_one or tree[head].lemma in HELPERS) and not tree.below(verb.index, "dative")
    )


def is_to_undergo(mention: Mention, head: int) -> bool:
    """'demanded that the crew be freed': of somebody else."""
    is_demand = mention.row.type == "request" and mention.lemma in DEMANDING
    return is_demand and mention.tree[head].relation == "nsubjpass" and not mention.slots.get("object")


def _is_put_forward_or_led(mention: Mention, head: int, cast: Cast) -> bool:
    """'proposed a mediator', 'requested nine inspectors'; 'heads the council', 'will lead the merged firm': not done to them."""
    if mention.lemma in PROPOSING:
        return mention.row.type == "request" and mention.tree[head].pos == "NOUN"
    known = [cast.actor(member) for member in cast.at(mention.tree, head)]
    is_paper = mention.lemma == "tell" and mention.tree[head].lemma in PAPERS
    if mention.lemma in LEADING_VERBS and mention.tree[head].lemma not in TROOPS:
        return all(actor.kind not in HUMAN for actor in known)
    return is_paper


def _is_done_to_it(mention: Mention, head: int, name: Name, cast: Cast) -> bool:
    """'he denies it', 'the union rejected it', 'an actor visited it': what was said, or a thing; 'fined it', 'sued it': a body."""
    kinds = {cast.actor(member).kind for member in cast.at(mention.tree, head)}
    if name.text == "them":  # 'felled them', after a cooperative
        return mention.row.frame != "deed" or kinds.isdisjoint(THINGLIKE)
    is_answered = mention.row.type in ANSWERED and mention.row.frame != "deed"
    return mention.row.type != "reject" and (is_answered or kinds.isdisjoint(LOOSE))


def _is_named(name: Name | None) -> bool:
    """By a name, or as somebody told of before ('parted company with him')."""
    return name is not None and (name.kind in NAMING or name.text in PERSONS)


def _is_made(mention: Mention, head: int, slot: str) -> bool:
    """What is set up or opened, here or in the clause that says what is to be done."""
    if slot not in {"object", "clause_object"} or mention.tree[head].relation not in {"dobj", "conj"}:
        return False
    verb = mention.tree[mention.tree.first_conjunct(head)].head
    return mention.tree[verb].lemma in MAKING and mention.tree[verb].pos == "VERB"


def _has_receiver(mention: Mention, cast: Cast) -> bool:
    heads = [head for slot in ("to", "indirect") for head in mention.slots.get(slot, [])]
    return any(cast.at(mention.tree, head) for head in heads)


def _are_carried(mention: Mention, cast: Cast) -> bool:
    """People, and not goods."""
    heads = mention.slots.get("object", [])
    kinds = {cast.actor(member).kind for head in heads for member in cast.at(mention.tree, head)}
    return bool(kinds & HUMAN) or any(mention.tree[head].tag == "CD" for head in heads)


def beset(mention: Mention, cast: Cast) -> Iterator[tuple[int, int]]:
    """'robbed a jewellery shop', 'ambushed a convoy': those whose shop or convoy it is, under its name; with the word."""
    if mention.row.type not in BESET:
        return
    tree = mention.tree
    slots = (*ATTACKED, "to") if mention.tree[mention.index].lemma in BURNING else ATTACKED  # 'set fire to two lorries'
    for head in dict.fromkeys(head for slot in slots for head in mention.slots.get(slot, [])):
        if _is_premises(tree, head):
            yield _premises(tree, head, cast), head


def _is_premises(tree: Tree, head: int) -> bool:
    lemma = tree[head].lemma.lower()
    return lemma in PREMISES or (head > 0 and f"{tree[head - 1].text.lower()} {lemma}" in PREMISES)


def _premises(tree: Tree, head: int, cast: Cast) -> int:
    """The member that it names, else an unnamed one."""
    if known := cast.at(tree, head):
        return known[0]
    text = tree.words(noun_phrase(tree, head))
    kind = ActorKind.UNKNOWN if tree[head].lemma in MOBILE else ActorKind.ORGANISATION
    return cast.memory.enter(f"premises {text.lower()}", text, kind, modifier_country(tree, head))


def burdened(mention: Mention, cast: Cast) -> Iterator[tuple[int, int]]:
    """'imposed a duty on steel from Chile', 'raised tariffs on Chilean steel': the state whose goods they are; with the word."""
    tree = mention.tree
    heads = [head for head in mention.slots.get("object", []) if tree[head].lemma in DUTIES]
    if not heads or not mention.is_verb:
        return
    goods = [i for top in (mention.index, *heads) for word, i in tree.prepositions(top) if word in {"on", "against"}]
    origins = [i for top in (mention.index, *heads, *goods) for word, i in tree.prepositions(top) if word == "from"]
    for index in dict.fromkeys(origins):
        name = cast.name_at(tree, index)
        if name is not None and name.kind is NameKind.STATE:
            yield from ((member, index) for member in cast.at(tree, index))
    yield from ((cast.state(code), index) for index in goods if (code := modifier_country(tree, index)))


def receivers(mention: Mention, cast: Cast) -> Iterator[tuple[int, int]]:
    """'returned two masks to Ghana', 'bought it from a collector': to whom it is given, of whom bought; with the word."""
    verb = mention.lemma.split()[0]
    slot = "to" if verb in GIVING else "from"
    if not mention.is_verb or verb not in DEALING or "object" not in mention.slots:
        return
    tree = mention.tree
    for head in mention.slots.get(slot, []):
        beside = [head, *tree.below(head, "appos")]
        named = [i for i in beside if (name := cast.name_at(tree, i)) and name.kind in ADDRESSEES and cast.at(tree, i)]
        if verb in SENDING:  # 'were sent to Moscow'
            named = [i for i in named if cast.name_at(tree, i).kind is not NameKind.CAPITAL]  # type: ignore[union-attr]
        persons = [i for i in named if cast.name_at(tree, i).kind is NameKind.PERSON]  # type: ignore[union-attr]
        yield from ((member, index) for index in (persons or named)[:1] for member in cast.at(tree, index))


def owners(mention: Mention, cast: Cast) -> Iterator[tuple[int, int]]:
    """'cut the firm's rating', 'threw its beer off the shelves': the firm whose it is; with the word."""
    tree = mention.tree
    if mention.row.type != "business" or not mention.is_verb:
        return
    things = [head for head in tree.below(mention.index, "dobj") if cast.name_at(tree, head) is None]
    are_several = any(tree[head].tag in PLURAL for head in mention.slots.get("subject", []))  # 'a rival cut its prices'
    holders = [index for head in things for index in tree.below(head, "poss")]
    for index in (index for index in holders if are_several or tree[index].tag != "PRP$"):
        firms = (member for member in cast.at(tree, index) if cast.actor(member).kind in FIRMLIKE)
        yield from ((member, index) for member in firms if cast.actor(member).name[:1].isupper())


def tried(mention: Mention, cast: Cast) -> Iterator[tuple[int, int]]:
    """'Medics tried to revive the man', 'firemen managed to reach X': somebody to whom it was to be done, with the word."""
    for head in mention.slots.get("clause_object", []) if mention.lemma in TRYING else []:
        known = (member for member in fillers(mention, head, "object", cast) if cast.actor(member).kind in HUMAN)
        yield from ((member, head) for member in known)
