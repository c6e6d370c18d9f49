"""Traits: what a mention's words, clause and row are, as names for learnt weights ('l=take+o=hostage', 'r=assault+deeds'). What
they say of its type is told in `typed`.
"""

from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.tree import Tree

STANDING = frozenset({"PRP", "WDT", "WP"})
SOMEBODY = "they"
PLAIN = ("object", "subject")  # slots whose words have names of their own
WRITTEN = frozenset({"aux", "auxpass", "neg", "mark", "prep", "prt"})  # relations
# What the names of each label are, in a word.
PLAINLY = {
    "PERSON": "person",
    "ORG": "company",
    "GPE": "country",
    "NORP": "people",
    "LOC": "region",
    "FAC": "building",
    "MONEY": "dollars",
    "CARDINAL": "number",
    "ORDINAL": "first",
    "PERCENT": "percent",
    "QUANTITY": "kilometres",
    "PRODUCT": "product",
    "EVENT": "event",
    "WORK_OF_ART": "book",
    "LAW": "law",
    "LANGUAGE": "language",
}


def traits(mention: Mention) -> list[str]:
    """What is so of a mention's words and clause."""
    found: list[str] = []
    _of_words(mention, found)
    _of_clause(mention, found)
    return found


def traits_of_row(mention: Mention) -> list[str]:
    """What its row says, and how: not asked of the examples that rows are learnt from, where each row is right."""
    row, kind = mention.row, f"r={mention.row.type}"
    file = row.place.partition(":")[0].removesuffix(".txt")
    return [
        kind,
        f"file={file}",
        f"{kind}+{file}",
        f"{kind}+c={bool(row.conditions)}",
        f"{kind}+{_part(mention)}",
        f"{kind}+l={_lemma(mention)}",
        f"{kind}+m={row.mode}",
        f"{kind}+deed={row.is_deed}",
        f"{kind}+fr={row.frame}",
    ]


def plainly(tree: Tree, index: int) -> str:
    """The word, or for a name what it names; pronouns are somebody."""
    token = tree[index]
    if token.entity:
        return PLAINLY.get(token.entity, token.text)
    return SOMEBODY if token.tag in STANDING else token.lemma


def _of_words(mention: Mention, found: list[str]) -> None:
    tree, index = mention.tree, mention.index
    word = f"l={_lemma(mention)}"
    found += (word, f"{word}+{_part(mention)}")
    if particles := tree.below(index, "prt"):
        found.append(f"{word}+{'_'.join([tree.lower[child] for child in particles])}")
    if mention.carrier:
        found.append(f"c={tree[mention.carrier.verb].lemma}")
    for slot, heads in mention.slots.items():
        words = [plainly(tree, head).lower() for head in heads]
        if slot == "object":
            found.extend([f"o={name}" for name in words])
            found.extend([f"{word}+o={name}" for name in words])
        elif slot == "subject":
            found.extend([f"s={name}" for name in words])
        else:
            found.append(f"{word}+{slot}")
            found.extend([f"{slot}={name}" for name in words])


def _of_clause(mention: Mention, found: list[str]) -> None:
    tree, index, slots = mention.tree, mention.index, mention.slots
    token = tree[index]
    found += (f"tag={token.tag}", f"rel={token.relation}", _part(mention), f"shape={'+'.join(sorted(slots))}")
    for slot, heads in slots.items():
        found.append(f"has={slot}")
        found.extend([f"{slot}:{tree[head].entity or tree[head].pos}" for head in heads])
    found.append(f"h={tree[token.head].lemma}")
    for place in tree.children[index]:
        child = tree[place]
        found.append(f"k={child.relation}:{child.lemma}" if child.relation in WRITTEN else f"k={child.relation}")


def _lemma(mention: Mention) -> str:
    return mention.tree[mention.index].lemma.lower()


def _part(mention: Mention) -> str:
    return "v" if mention.is_verb else "n"
