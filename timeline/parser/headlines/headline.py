"""Headline: one short line for a Statement, cut from its own sentence: the trigger with its arguments, without date and asides.

`gist` says which words are kept, `line` writes them down, `completion` has what is put in for what is missing.
"""

from dataclasses import replace

from timeline.parser.actors.cast import Cast
from timeline.parser.claims.turned import is_failed
from timeline.parser.headlines.completion import LOOSE, by_subject, with_content, with_parties
from timeline.parser.headlines.gist import gist, trimmed
from timeline.parser.headlines.line import AHEAD, LONGEST, SUBJECTS, VERBS, Line, bare, fitted
from timeline.parser.headlines.signs import QUOTES
from timeline.parser.mentions.draft import Draft
from timeline.parser.mentions.mention import Mention
from timeline.parser.sentences.carriers import is_naming
from timeline.parser.sentences.tree import Tree, once

FEW = 2  # words of a noun that says too little alone
OWN = frozenset({"i", "we", "my", "our", "us", "me", "myself", "ourselves"})
BARE = frozenset({"come", "last", "follow"})
WAITING = frozenset(
    "a an the of to in on at by for from with and or that which who as its his her their is was be has had".split()
)


def headline(draft: Draft, cast: Cast, before: Tree | None = None) -> str:
    """At most LONGEST characters, first letter capital, no full stop; `before` is the sentence before, for pronouns."""
    mention = draft.mention
    line = Line(draft, _top(draft, cast), cast, before, mention, mention.tree)
    kept = _words_of(line)
    if not (mention.is_verb or line.is_carried) and mention.tree[kept[0]].tag in LOOSE:
        line = Line(draft, mention.index, cast, before, mention, mention.tree)
        kept = _words_of(line)
    if _is_bare(line, kept):
        line = Line(draft, mention.index, cast, before, mention, mention.tree)
        kept = _words_of(line)
    if len(kept) == 1 and not line.is_verbal:
        kept = _words_of(line, is_dated=True)  # 'September vote'
    text = fitted(line, kept)
    if mention.is_verb or line.is_carried:
        text = with_content(text, mention)
    elif len(text.split()) <= FEW and not _making(mention):
        text = with_parties(text, mention, draft.roles, draft.place)
        if len(text.split()) <= FEW:
            text = _in_clause(line) or by_subject(text, mention, cast)
    text = _with_speaker(text, draft)
    short = text if len(text) <= LONGEST else _cut(text)
    return short[:1].upper() + short[1:]


def _cut(text: str) -> str:
    """The first words, no more than fit, and none at the end that waits for another; of a word that does not fit its beginning."""
    fitting = text[: LONGEST - 1]
    words = fitting.split(" ")[:-1]
    while words and words[-1].lower() in WAITING:
        words.pop()
    return (" ".join(words) or fitting).rstrip(" ,;:–-") + "…"


def _top(draft: Draft, cast: Cast) -> int:
    """The verb whose clause tells it, when the trigger is its subject or leans on it; else the trigger."""
    mention = draft.mention
    tree, token = mention.tree, mention.tree[mention.index]
    if mention.is_verb:
        return _governing(draft, cast)
    if _making(mention) or is_naming(tree, token.head):
        return mention.index
    is_subject = token.relation in {"nsubj", "nsubjpass"} and tree[token.head].pos == "VERB"
    if is_subject or (token.relation in {"acomp", "oprd"} and tree[token.head].pos in VERBS):
        return token.head
    if mention.carrier is None or not mention.carrier.light.subject_slot:
        return mention.index
    return tree[mention.top].head if is_failed(tree, mention.top) else mention.top  # 'failed to stop the closure'


def _making(mention: Mention) -> list[int]:
    """'reached' of 'the ceasefire reached in Doha still holds'."""
    carrier = mention.carrier
    is_made = carrier is not None and mention.tree[carrier.verb].relation == "acl"
    return (
        [carrier.verb] if carrier is not None and is_made and mention.tree[carrier.verb].head == mention.index else []
    )


def _governing(draft: Draft, cast: Cast) -> int:
    """The verb that has the subject of an infinitive ('began to sell', 'failed to sell'); what is only planned needs none."""
    mention = draft.mention
    tree, current = mention.tree, mention.index
    is_ahead = draft.claim.status in AHEAD and _is_named(mention, cast)
    while tree[current].relation in {"xcomp", "acomp", "oprd"} and not is_ahead:
        above = tree[current].head
        if tree[above].pos not in VERBS and tree[above].relation != "acomp":
            break
        current = above
    return current if tree[current].pos in VERBS else mention.index


def _is_named(mention: Mention, cast: Cast) -> bool:
    """Whether something can be put for its subject."""
    heads = [*mention.slots.get("subject", []), *mention.slots.get("object", [])][:1]
    return any(mention.tree[head].pos != "PRON" or cast.at(mention.tree, head) for head in heads)


def _words_of(line: Line, *, is_dated: bool = False) -> list[int]:
    """The trigger and what is kept below the top, without the article at its head; a subject behind its verb comes first."""
    tree, mention = line.tree, line.mention
    expression = None if is_dated else line.draft.expression
    own = set() if _is_object_of_its_clause(line) else {mention.index}
    made = {i for verb in _making(mention) for i in gist(tree, verb, expression, line.cast)}
    kept = sorted(gist(tree, line.top, expression, line.cast) | own | made | _passive_object(line))
    aside = _in_brackets(tree)
    left_out = _signs(tree) if mention.index in aside else _signs(tree) | aside
    kept = [index for index in kept if index not in left_out]
    return trimmed(tree, bare(tree, kept), mention.index)


def _is_object_of_its_clause(line: Line) -> bool:
    """'the deal that both signed': 'Both signed deal', where its place is behind the verb."""
    tree, top = line.tree, line.top
    is_inside = tree[top].relation == "relcl" and tree[top].head == line.mention.index
    return is_inside and line.is_carried and not tree.below(top, "auxpass", "prt")


def _is_bare(line: Line, kept: list[int]) -> bool:
    """'The raid on Mirton came', 'the talks in Sund lasted': nothing is told by the verb without what is left out behind it."""
    is_subject = line.top != line.mention.index and not line.mention.is_verb
    return is_subject and len(kept) > FEW + 1 and kept[-1] == line.top and line.tree[line.top].lemma in BARE


@once
def _in_brackets(tree: Tree) -> set[int]:
    """What stands between brackets: 'Labour' in 'Joan Pettit (Labour) said'."""
    if "(" not in tree.lower:
        return set()
    found, start = set[int](), None
    for index, word in enumerate(tree.lower):
        if word == "(":
            start = index
        elif word == ")" and start is not None:
            found.update(range(start, index + 1))
            start = None
    return found


@once
def _signs(tree: Tree) -> set[int]:
    return {
        token.index
        for token in tree
        if (token.pos == "PUNCT" and token.tag != "HYPH") or (token.text in QUOTES and token.relation != "case")
    }


def _passive_object(line: Line) -> set[int]:
    """What 'denied by Kabul' hangs on: 'claim'."""
    tree, mention = line.tree, line.mention
    token = tree[mention.index]
    if token.relation != "acl" or token.tag != "VBN" or not mention.is_verb:
        return set()
    return {i for head in mention.slots.get("object", [])[:1] for i in gist(tree, head, None, line.cast)}


def _in_clause(line: Line) -> str:
    """A noun that stands alone ('Pause') with the clause it is in ('Both sides had observed the pause'); '' when that does not
    hold it or does not fit."""
    tree, noun = line.tree, line.mention.index
    verb = tree.clause(noun)
    subjects = tree.below(verb, *SUBJECTS)
    # 'It was the worst raid'
    is_named_only = tree[verb].lemma == "be" and any(tree[i].tag in {"PRP", "DT"} for i in subjects)
    if tree[verb].pos not in VERBS or not subjects or is_named_only or _is_of_nothing_done(tree, verb):
        return ""
    clause = replace(line, top=verb)
    kept = sorted(gist(tree, verb, line.draft.expression, line.cast))
    if noun not in kept or tree[kept[0]].tag.startswith("W"):
        return ""
    text = fitted(clause, _words_of(clause))
    return text if len(text.split()) > FEW and len(text) <= LONGEST else ""


def _is_of_nothing_done(tree: Tree, verb: int) -> bool:
    """'has neither claimed the raids nor disowned them' tells of the raids, and not what they were."""
    return tree.is_negated(verb) or any(tree.lower[i] == "neither" for i in tree.children[verb])


def _with_speaker(text: str, draft: Draft) -> str:
    """'We will save him' with who says so: 'Anna Blau: We will save him'."""
    speaker = next(iter(draft.claim.claimed_by), "")
    if not speaker or speaker.lower() in text.lower() or ": " in text:
        return text
    if OWN.isdisjoint(word.strip(",.").lower() for word in text.split()):
        return text
    return f"{speaker}: {text[:1].upper()}{text[1:]}"
