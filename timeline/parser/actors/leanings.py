"""Leanings: what is said with a pronoun speaks for a thing ('it was launched'), for a firm ('its shares') or for those who
are hunted ('they fled'), or against any thing ('it leased six ships'). One Sentence."""

from timeline.parser.actors.goods import MADE
from timeline.parser.actors.member import Member
from timeline.parser.actors.sorts import is_public
from timeline.parser.known.triggers import classes
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.tree import Tree

THING, NEITHER, FIRM, CULPRIT, NOTHING = 1, 0, -1, 2, 3
CULPRITS_DO = word_list("of culprits")
NOTHING_DOES = word_list("done by nothing")
TRADED = frozenset({"share", "stock", "dividend", "shareholder"})
HUNTERS = classes()["police"] | word_list("officer of the law") | {"soldier", "troop", "ranger", "investigator"}
HUNTING = HUNTERS | {f"{word}s" for word in HUNTERS} | {"policemen"}


def leaning(tree: Tree, head: int) -> int:
    """To a thing, of which it is told that it was made or sold; to a firm, whose shares these are; to who does as culprits do;
    to anything but a thing, which leases, says and signs nothing; to none of these."""
    token, above = tree[head], tree[tree[head].head]
    if token.relation == "nsubjpass" and above.lemma in MADE:
        return THING
    if token.relation == "nsubj" and above.lemma in CULPRITS_DO:
        return CULPRIT
    if token.relation == "nsubj" and above.lemma in NOTHING_DOES:
        return NOTHING
    return FIRM if token.relation == "poss" and above.lemma in TRADED else NEITHER


def leant(member: Member, to: int) -> int:
    """1 when it is what that speaks for, -1 when it is none of those: no thing has shares, nor has a union."""
    if to == NOTHING:
        return -1 if member.is_thing else 0
    if to == FIRM:
        return -1 if member.is_thing or is_public(member) else 0
    if to == CULPRIT:  # 'Detectives hunt two men. They smashed a window'
        return -1 if member.name.split()[-1].lower() in HUNTING else 0
    return 1 if to == THING and member.is_thing else 0


def owner_of_record(tree: Tree, pronoun: int) -> int | None:
    """'It is Rovers' first win since they beat City': Rovers, whoever the sentence before was about."""
    verb = tree[pronoun].head
    if tree[pronoun].relation != "nsubj" or tree[verb].relation != "advcl" or "since" not in tree.lower:
        return None
    marks = (tree.lower[child] for child in tree.below(verb, "mark", "advmod", "prep"))
    owners = (i for noun in tree.below(tree[verb].head, "attr") for i in tree.below(noun, "poss"))
    owner = next((i for i in owners if i < pronoun and tree[i].pos in {"NOUN", "PROPN"}), None)
    return owner if "since" in marks else None
