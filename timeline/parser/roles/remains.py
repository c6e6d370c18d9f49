"""Remains: who suffers what is done to a body or a part of one: 'carried her body to the church', 'stanched his bleeding'."""

from collections.abc import Iterator

from timeline.model.statement import HUMAN, ActorKind
from timeline.parser.actors.cast import Cast
from timeline.parser.known.wordlists import word_list
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.phrases import PLURAL
from timeline.parser.sentences.tree import Tree

DEAD = word_list("remains of somebody")
PARTS = word_list("part of a body")
TREATING = frozenset({"operate"})


def remains(mention: Mention, cast: Cast) -> Iterator[tuple[int, int]]:
    """The persons, with the word for the body; bodies that are nobody's that is known under that word.

    Whoever does it suffers nothing: 'shook his head'.
    """
    tree = mention.tree
    if not mention.is_verb:
        return
    own = {member for head in mention.slots.get("subject", []) for member in cast.at(tree, head)}
    for head in mention.slots.get("object", []):
        if tree[head].lemma in DEAD | PARTS and cast.name_at(tree, head) is None:
            owners = [member for member in _owners(tree, head, cast) if member not in own]
            yield from ((member, head) for member in owners)
            if not owners and tree[head].lemma == "body" and tree[head].tag in PLURAL:
                yield cast.memory.enter("bodies", "bodies", ActorKind.PEOPLE), head
    if mention.lemma in TREATING:  # 'operated on him'
        heads = [i for word, i in tree.prepositions(mention.index) if word == "on"]
        yield from ((m, i) for i in heads for m in cast.at(tree, i) if cast.actor(m).kind in HUMAN)


def _owners(tree: Tree, head: int, cast: Cast) -> list[int]:
    """'her body', 'the body of a teacher', 'X, whose body was found'."""
    heads = [*tree.below(head, "poss"), *(inner for word, inner in tree.prepositions(head) if word == "of")]
    clause = tree.clause(head)
    if any(tree[i].tag == "WP$" for i in heads) and tree[clause].relation == "relcl":
        heads.append(tree[clause].head)
    members = dict.fromkeys(m for i in heads for one in tree.conjuncts(i) for m in cast.at(tree, one))
    return [member for member in members if cast.actor(member).kind in HUMAN]
