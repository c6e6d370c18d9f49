"""Firms: what speaks for a name being a firm's or a body's, whatever the tagger takes it for: its last word, 'which', 'its'."""

from timeline.model.statement import HUMAN, ActorKind
from timeline.parser.actors.name import Name
from timeline.parser.known.roster import genders, nouns
from timeline.parser.known.wordlists import word_list
from timeline.parser.sentences.tree import SUBJECTS, Tree

TRADING = word_list("firm's last word")
CLUBS = word_list("club's last word")
PAPERS = word_list("newspaper's last word")
STRONG, WEAK = 3, 2
THE = frozenset({"the"})
THINGS = frozenset({"it", "its"})
HELD_BY = ("dobj", "attr", "npadvmod", "prep", "nsubjpass", "advcl", "xcomp")
MATTERS = word_list("of a business")
MOVING = word_list("moving")


def votes_for_body(tree: Tree, name: Name) -> int:
    """How much the words in and around one use of a name say that it is a firm or another body; 0 for nothing."""
    if has_article(tree, name):
        return 0
    votes = 2 * STRONG * is_trading_name(name.text)
    votes += 2 * STRONG * is_club_name(name.text)
    votes += 2 * STRONG * _is_which(tree, name)
    votes += STRONG * _is_listed(tree, name)
    return votes + WEAK * (_has_its(tree, name) or _is_in_business(tree, name))


def is_club_name(text: str) -> bool:
    """'Calder Rovers', 'Kirkburn United', and not 'Emma Albion'."""
    first, *_, last = text.split() * 2
    return first != last and last.lower() in CLUBS and first not in genders()


def is_body_name(text: str) -> bool:
    """'West Yorkshire Police', 'Skerry Gazette', whom the tagger may take for persons; not 'Charlotte Church'."""
    first, *_, last = text.split() * 2
    noun = nouns().get(last.lower())
    is_body = last.lower() in PAPERS or (noun is not None and noun.kind not in HUMAN)
    return first != last and is_body and last[:1].isupper() and first not in genders()


def is_local_name(text: str) -> bool:
    """'Hartsmere Gazette', 'Hartsmere Council': Hartsmere alone is the town."""
    noun = nouns().get(last := text.split()[-1].lower())
    return last in PAPERS or (noun is not None and noun.kind is ActorKind.GOVERNMENT)


def has_article(tree: Tree, name: Name) -> bool:
    """'the Tessaro burst its banks'."""
    return tree.has(name.head, "det", THE)


def is_trading_name(text: str) -> bool:
    """'Tennick Engines', 'Skerry Air', and not 'Danielle Steel'."""
    first, *_, last = text.split() * 2
    return first != last and last.lower() in TRADING and first not in genders()


def _is_which(tree: Tree, name: Name) -> bool:
    """'X, which …': no person."""
    return any(
        tree[i].text.lower() == "which" and tree[i].relation in SUBJECTS
        for clause in tree.below(name.head, "relcl")
        for i in tree.below(clause, *SUBJECTS)
    )


def _is_listed(tree: Tree, name: Name) -> bool:
    """'X fell 9 percent'."""
    verb = tree[name.head].head
    if tree[name.head].relation != "nsubj" or tree[verb].lemma not in MOVING:
        return False
    return any(tree[i].entity == "PERCENT" for i in tree.below(verb, "dobj", "npadvmod", "attr"))


def _has_its(tree: Tree, name: Name) -> bool:
    """'X shut its last mine': a person or a group has 'his', 'her' or 'their'."""
    verb = tree[name.head].head
    if tree[name.head].relation not in SUBJECTS or tree[verb].pos != "VERB" or not THINGS & set(tree.lower[name.end :]):
        return False
    below = [i for child in tree.below(verb, *HELD_BY) for i in tree.subtree(child) if i > name.head]
    own = any(tree[i].text == "its" and tree.clause(i) == verb for i in below)
    later = [i for i in tree.subtree(verb) if i > name.head and tree[i].text == "it"]
    return own or any(tree[i].relation in SUBJECTS for i in later)


def _is_in_business(tree: Tree, name: Name) -> bool:
    """'X posted a loss', 'X cut 90 jobs'."""
    verb = tree[name.head].head
    objects = tree.below(verb, "dobj") if tree[name.head].relation == "nsubj" else []
    return any(tree[i].lemma in MATTERS for i in objects)
