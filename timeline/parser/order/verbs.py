"""The verbs of a story: which carries a mention, whether it is past, and whether it is the main one."""

from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.tenses import is_simple_past
from timeline.parser.sentences.tree import FINITE, RELATIVE_TAGS, SUBJECTS, Tree, remembered

OPENING = frozenset({"ROOT", "ccomp", "conj", "parataxis"})


@remembered
def is_past(tree: Tree, verb: int) -> bool:
    """In the simple past, or misread for a participle ('A bridge collapsed on Monday')."""
    is_alone = tree[verb].relation == "ROOT" or is_misread(tree, verb)
    is_bare = tree[verb].tag == "VBN" and not tree.below(verb, "aux", "auxpass") and is_alone
    return is_bare or is_simple_past(tree, verb)


def verb_of(mention: Mention) -> int:
    """The verb that carries a mention, or in whose clause it stands."""
    return mention.top if mention.is_verb or mention.carrier else mention.tree.clause(mention.index)


def is_main_verb(tree: Tree, verb: int) -> bool:
    """The verb of the sentence, one joined to it or carried by one of saying; by its place, or where the tree is plainly wrong."""
    return tree[verb].relation in OPENING or is_misread(tree, verb)


def is_misread(tree: Tree, verb: int) -> bool:
    """'The tenor Paulo Reis died on Sunday' read as a phrase, 'died' as what describes its head; 'Two trams collided, he said'."""
    if tree[verb].relation not in {"relcl", "acl"}:
        return False
    if any(tree[child].tag in RELATIVE_TAGS for child in tree.children[verb]):
        return False
    head = tree[tree[verb].head]
    is_only = not any(token.tag in FINITE for token in tree.sentence.tokens)
    is_phrase = head.relation == "ROOT" and (tree[verb].tag == "VBD" or is_only)
    return is_phrase or (head.relation in SUBJECTS and len(tree.below(head.head, *SUBJECTS)) > 1)
