"""Headline: one short line for a Statement, cut from its own sentence: the trigger with its arguments, without date and asides."""

from timeline.model.time import TimeExpression
from timeline.parser.cast import Cast
from timeline.parser.completion import (
    LOOSE,
    RELATIVE_TAGS,
    antecedent,
    is_loose,
    subject_words,
    with_content,
    with_parties,
)
from timeline.parser.draft import Draft
from timeline.parser.mention import Mention
from timeline.parser.name import NameKind
from timeline.parser.phrases import noun_phrase
from timeline.parser.tree import Tree

LONGEST = 110
FEW, MOST = 2, 14  # words of a noun that says too little alone, and of the clause that may stand for it
LEFT_OUT = frozenset(
    {"advcl", "relcl", "acl", "appos", "parataxis", "punct", "cc", "intj", "meta", "advmod", "preconj"}
)
LEFT_OUT_OF_VERB = LEFT_OUT | {"conj", "dep"}
ARTICLES = frozenset({"a", "an", "the"})
PARTICLES = frozenset(
    {"away", "back", "out", "off", "down", "up", "over", "aside", "apart", "ashore", "aground", "ill"}
)
OPENINGS = frozenset("“”\"'‘’")


def headline(draft: Draft, cast: Cast, before: Tree | None = None) -> str:
    """At most LONGEST characters, first letter capital, no full stop; `before` is the sentence before, for pronouns."""
    mention = draft.mention
    kept = _words_of(mention, _clause(mention), draft.expression)
    if not mention.is_verb and is_loose(mention.tree, kept[0]):
        kept = _words_of(mention, mention.index, draft.expression)
    text = _text(mention.tree, _with_argument(mention, kept), cast, mention, before)
    if mention.is_verb:
        text = with_content(text, mention)
    elif len(text.split()) <= FEW:
        text = with_parties(text, mention, draft.roles, draft.place)
        text = _in_clause(text, mention, draft.expression, cast, before)
    short = text if len(text) <= LONGEST else text[: LONGEST - 1].rsplit(" ", 1)[0] + "…"
    return short[:1].upper() + short[1:]


def _in_clause(text: str, mention: Mention, expression: TimeExpression | None, cast: Cast, before: Tree | None) -> str:
    """A noun that stands alone still ('Pause') with the clause it is in ('Both sides had observed the pause')."""
    tree = mention.tree
    verb = tree.clause(mention.index)
    if len(text.split()) > FEW or tree[verb].pos != "VERB" or not tree.below(verb, "nsubj", "nsubjpass"):
        return text
    kept = _words_of(mention, verb, expression)
    is_whole = tree[kept[0]].tag not in LOOSE and tree.subtree(mention.index)[0] in _reach(kept)
    longer = _text(tree, kept, cast, mention, before) if is_whole else ""
    return longer if FEW < len(longer.split()) <= MOST else text


def _reach(kept: list[int]) -> range:
    return range(kept[0], kept[-1] + 1)


def _words_of(mention: Mention, top: int, expression: TimeExpression | None) -> list[int]:
    """The trigger and what is kept below `top`, without the article at its head."""
    tree = mention.tree
    kept = sorted(_kept(tree, top, expression, is_top=True) | {mention.index} | _passive_object(mention))
    while len(kept) > 1 and tree[kept[0]].text.lower() in ARTICLES:
        del kept[0]
    return kept


def _clause(mention: Mention) -> int:
    """The verb whose clause tells it, when the trigger is its subject or leans on it; else the trigger."""
    tree, token = mention.tree, mention.tree[mention.index]
    if token.relation in {"nsubj", "nsubjpass"} and tree[token.head].pos == "VERB":
        return token.head
    return mention.top if mention.carrier is not None and mention.carrier.light.subject_slot else mention.index


def _with_argument(mention: Mention, kept: list[int]) -> list[int]:
    """A trigger that would stand alone gets what it acts on, or who acts, before it ('crossings shut')."""
    if len(kept) > 1 or not mention.is_verb:
        return kept
    heads = mention.slots.get("object") or mention.slots.get("subject") or []
    phrase = [index for head in heads[:1] for index in noun_phrase(mention.tree, head)]
    return [*(index for index in phrase if index not in kept), *kept]


def _passive_object(mention: Mention) -> set[int]:
    """What 'denied by Kabul' hangs on: 'claim'."""
    tree = mention.tree
    if tree[mention.index].relation != "acl" or tree[mention.index].tag != "VBN":
        return set()
    return {i for head in mention.slots.get("object", []) for i in noun_phrase(tree, head)}


def _kept(tree: Tree, index: int, expression: TimeExpression | None, *, is_top: bool) -> set[int]:
    kept = {index}
    is_verb = tree[index].pos in {"VERB", "AUX"}
    for child in tree.below(index):
        relation = tree[child].relation
        left_out = LEFT_OUT_OF_VERB if is_verb and is_top else LEFT_OUT
        if is_top and (
            relation in {"conj", "mark"} or (relation in {"ccomp", "prep", "advcl"} and is_verb and child < index)
        ):
            continue
        if relation == "npadvmod" and child < index and tree[child].entity in {"DATE", "TIME"}:
            continue  # 'eight days after she was charged'
        if (relation in left_out and not _is_kept(tree, index, child)) or _is_date(tree, child, expression):
            continue
        kept |= _kept(tree, child, expression, is_top=False)
        if relation == "conj":
            kept |= set(tree.below(index, "cc")) | {i for i in tree.below(index, "punct") if i < child}
    return kept | {i for i in tree.below(index, "punct") if tree[i].tag == "HYPH"}


def _is_kept(tree: Tree, index: int, child: int) -> bool:
    """Negations, adverbs of an adjective or participle ('short-lived'), and what makes another verb of it ('walked away')."""
    is_inner = tree[child].relation == "advmod" and (
        tree[index].relation == "amod" or tree[child].tag == "JJ"
    )  # 'fell ill'
    is_particle = child == index + 1 and tree[child].text.lower() in PARTICLES
    return tree[child].relation == "neg" or is_inner or is_particle


def _is_date(tree: Tree, index: int, expression: TimeExpression | None) -> bool:
    if expression is None:
        return False
    below = _plain(tree, index)
    covered = [i for i in below if tree[i].start < expression.end and expression.start < tree[i].end]
    dates = [i for i in below if tree[i].entity in {"DATE", "TIME"} or tree[i].pos in {"ADP", "CCONJ", "PUNCT", "DET"}]
    return bool(covered) and len(below) <= len({*covered, *dates}) + 1


def _plain(tree: Tree, index: int) -> list[int]:
    """The word and what hangs on it, without clauses and asides."""
    own = [child for child in tree.below(index) if tree[child].relation not in LEFT_OUT or tree[child].relation == "cc"]
    return [index, *(inner for child in own for inner in _plain(tree, child))]


def _text(tree: Tree, kept: list[int], cast: Cast, mention: Mention, before: Tree | None) -> str:
    """The kept words; a pronoun as subject is replaced by the name it stands for, a missing one is put before."""
    parts: list[str] = []
    named: set[int] = set()
    for previous, index in zip([None, *kept], kept, strict=False):
        word = tree[index].text
        is_relative = tree[index].tag in RELATIVE_TAGS or (not parts and word.lower() == "that")
        if word in OPENINGS or (is_relative and index != mention.index):
            continue
        members = cast.at(tree, index)
        if _is_pronoun(tree, index, cast) and members:
            word = _standing(
                tree, index, cast.actor(members[0]).name, is_named=bool(named & set(members)), text="".join(parts)
            )
        elif not parts:
            word = antecedent(tree, index, before) or word
        named.update(members)
        joined = previous is not None and tree[previous].end == tree[index].start
        parts.append(word if joined or not parts else f" {word}")
    text = _with_subject(tree, "".join(parts), kept, cast, mention).strip(" ,;:–-")
    return text + _antecedent(mention)


def _is_pronoun(tree: Tree, index: int, cast: Cast) -> bool:
    name = cast.name_at(tree, index)
    return name is not None and name.kind is NameKind.PRONOUN


def _standing(tree: Tree, index: int, name: str, *, is_named: bool, text: str) -> str:
    """What is written for a pronoun: the name, unless that stands before it ('lifted it', 'her own car')."""
    if not is_named and name not in text:
        return _genitive(name, tree[index].tag)
    is_other = tree[index].relation == "dobj" and tree[index].text.lower() == "it"
    return (is_other and antecedent(tree, index, None)) or tree[index].text


def _antecedent(mention: Mention) -> str:
    """'(routes) that Pakistan shut': what the relative pronoun stands for is put in its place."""
    tree, token = mention.tree, mention.tree[mention.index]
    objects = [tree[child].tag for child in tree.below(mention.index, "dobj")]
    if token.relation != "relcl" or objects != ["WDT"] or tree[token.head].entity in {"DATE", "TIME"}:
        return ""
    return f" {tree.words(noun_phrase(tree, token.head))}"


def _genitive(name: str, tag: str) -> str:
    if tag != "PRP$":
        return name
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _with_subject(tree: Tree, text: str, kept: list[int], cast: Cast, mention: Mention) -> str:
    subjects = mention.slots.get("object" if _is_passive(mention, kept) else "subject", [])
    told = [index for index in subjects if index in kept and tree[index].tag not in RELATIVE_TAGS]
    if not mention.is_verb or not subjects or told:
        return text
    members = cast.at(tree, subjects[0])
    is_owned = any(tree[child].tag == "PRP$" for child in tree.below(subjects[0], "poss"))  # 'his crew' is not he
    subject = cast.actor(members[0]).name if members and not is_owned else subject_words(tree, subjects[0])
    return f"{subject} {text}" if subject else text


def _is_passive(mention: Mention, kept: list[int]) -> bool:
    """By its own words, or as the second of two ('was founded in Lima and bought by a fund')."""
    tree, token = mention.tree, mention.tree[mention.index]
    is_second = token.tag == "VBN" and token.relation == "conj" and kept[0] == mention.index
    return (is_second and not tree.below(mention.index, "dobj")) or bool(
        tree.below(mention.index, "auxpass", "nsubjpass")
    )
