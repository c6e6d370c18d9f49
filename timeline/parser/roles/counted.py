"""Counted: who is told of by no more than a number or a pronoun ('twelve were flown out', 'one of them', 'a third', 'the
others'), and what moves on a market by itself ('copper prices fell', 'the lira lost a tenth')."""

from timeline.model.statement import ActorKind
from timeline.parser.actors.cast import Cast
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.acting import acting_noun
from timeline.parser.sentences.numerals import number_value
from timeline.parser.sentences.phrases import PLURAL, noun_phrase
from timeline.parser.sentences.standins import STANDING
from timeline.parser.sentences.tree import Tree

# Types of what is done to people.
BEFALLING = frozenset({"aid", "assault", "coerce", "death", "legal", "crime", "retreat"})
ARGUMENTS = frozenset({"subject", "object"})
OTHERS = frozenset({"others", "another"})
ORDINALS = frozenset({"third", "fourth", "fifth", "sixth"})
COUNTING = frozenset({"first", "second", "another"})
SINGLE = ORDINALS | {"one", "another"}
QUOTED = word_list("quoted")
WORTH = frozenset({"value", "price", "cost", "rate", "level"})  # of what it is: 'the value of the rouble fell'
MOVING = frozenset({"fare", "deed"})  # frames


def counted(mention: Mention, head: int, slot: str, cast: Cast) -> int | None:
    """The member that is people told of by their number; None where the word is none, or says of whom."""
    tree = mention.tree
    if slot not in ARGUMENTS or mention.row.type not in BEFALLING or not _is_number(tree, head):
        return None
    inside = [inner for word, inner in tree.prepositions(head) if word == "of"]
    if cast.name_at(tree, head) or tree.below(head, "appos") or any(tree[inner].pos != "PRON" for inner in inside):
        return None
    if tree.lower[head] in ORDINALS and _is_of_things(tree, head):
        return None
    if not inside and (people := _counted_before(tree, head, cast)) is not None:
        return people
    text = tree.lower[head]
    members = list(_whole_before(tree, head, cast)) if inside else []
    members = members or [member for inner in inside for member in cast.at(tree, inner)]
    whole = [actor.name for member in members if (actor := cast.actor(member)).name.islower()]
    kind = ActorKind.PERSON if text in SINGLE else ActorKind.PEOPLE
    return cast.memory.enter(f"counted {text} {whole}", f"{text} of the {whole[0]}" if whole else text, kind)


def _counted_before(tree: Tree, number: int, cast: Cast) -> int | None:
    """The soldiers of 'killed three soldiers and wounded six others', 'killing 31 soldiers and wounding 19'."""
    if tree.lower[number] in SINGLE or tree[number].relation != "dobj":
        return None
    objects = [i for i in range(number) if tree[i].relation == "dobj" and tree.below(i, "nummod")]
    near = [i for i in objects if tree.first_conjunct(tree[number].head) == tree.first_conjunct(tree[i].head)]
    return next((member for i in near for member in cast.at(tree, i)), None)


def _whole_before(tree: Tree, number: int, cast: Cast) -> tuple[int, ...]:
    """The migrants of 'Smugglers left 60 migrants in the desert, and eleven of them died': more than eleven, told of last."""
    some = number_value([tree[number].text]) or 0
    for count in range(number - 1, -1, -1) if some else ():
        is_count = tree[count].tag == "CD" and tree[count].entity != "DATE"
        if not is_count or (number_value([tree[count].text]) or 0) <= some:
            continue
        inside = [inner for word, inner in tree.prepositions(count) if word == "of"]  # 'about 50 of the strikers'
        for noun in (tree[count].head, *inside):
            if tree[noun].tag in PLURAL and (known := cast.at(tree, noun)):
                return known
    return ()


def _is_of_things(tree: Tree, number: int) -> bool:
    """'A second bomb went off and a third was defused': of that which was counted last, and that acts not."""
    before = (i for i in range(number - 1, -1, -1) if tree.below(i, "nummod") or _is_numbered(tree, i))
    noun = next((i for i in before if tree[i].pos == "NOUN"), None)
    return noun is not None and acting_noun(tree, noun) is None


def _is_numbered(tree: Tree, noun: int) -> bool:
    return any(tree.lower[child] in COUNTING for child in tree.below(noun, "amod", "det"))


def _is_number(tree: Tree, index: int) -> bool:
    token = tree[index]
    if token.tag == "CD" or (token.tag == "NNP" and token.entity == "CARDINAL"):  # 'Thirteen' at the start
        return token.entity in {"", "CARDINAL"} and token.relation not in {"nummod", "compound"}
    is_ordinal = tree.lower[index] in ORDINALS and any(tree.lower[i] == "a" for i in tree.below(index, "det"))
    return is_ordinal or (tree.lower[index] in OTHERS and token.relation != "det")


def mover(mention: Mention, head: int, slot: str, cast: Cast) -> int | None:
    """The member that is what a market quotes, under its own name; None for what a firm earns."""
    tree = mention.tree
    if mention.row.type != "business" or mention.row.frame not in MOVING or slot != "subject":
        return None
    inside = [inner for word, inner in tree.prepositions(head) if word == "of"] if tree[head].lemma in WORTH else []
    quoted = next((i for i in (*inside, head) if tree[i].lemma in QUOTED), None)
    if quoted is None or cast.at(tree, quoted) or tree.lower[quoted] in STANDING:  # 'those of Peru gained': Peru
        return None
    text = _named(tree, quoted)
    if quoted == head and inside:
        text = f"{text} of {tree.words(noun_phrase(tree, inside[0]))}"
    return cast.memory.enter(f"quoted {text.lower()}", text, ActorKind.UNKNOWN)


def _named(tree: Tree, quoted: int) -> str:
    """'copper prices', as it is written within a sentence."""
    phrase = noun_phrase(tree, quoted)
    text = tree.words(phrase)
    return text[:1].lower() + text[1:] if phrase[0] == 0 and tree[0].pos in {"NOUN", "ADJ"} else text
