"""Inverted: subjects that stand behind their verb, and verbs that go on from one before a bare infinitive. One Sentence."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.model.sentence import Sentence, Token
from timeline.parser.sentences.slots import ALONE
from timeline.parser.sentences.tree import SUBJECTS, with_tokens

WATCHING = frozenset({"see", "watch", "hear", "let", "make", "help", "have", "feel"})
SEVERAL = frozenset("pair couple duo trio two three four brothers sisters group team band family".split())
DISGUISED = frozenset({"dress", "disguise", "pose", "masquerade", "clothe"})
LYING = ALONE | {"lie", "hang", "wait", "live", "follow"}


def with_late_subject(sentence: Sentence, root: Token) -> Sentence:
    """'Also killed was a driver', 'At the head of the march walked two bishops', 'Among those held were a judge and a clerk'."""
    tokens = sentence.tokens
    own = [token for token in tokens if token.head == root.index and token is not root]
    if any(token.relation in SUBJECTS or token.relation in {"expl", "csubj"} for token in own):
        return sentence
    if root.tag == "VBN" and root.index < 2:
        return _with_undergoing(sentence, root, own)
    late = next((t for t in own if t.relation == "dobj" and t.index > root.index and t.pos in {"NOUN", "PROPN"}), None)
    is_opening = bool(own) and own[0].relation == "prep" and own[0].index < root.index
    if late is None or not is_opening or root.tag != "VBD" or root.lemma not in LYING:
        return sentence
    is_led = all(
        t.head == late.index for t in tokens[root.index + 1 : late.index]
    )  # 'walked home', 'walked three miles'
    is_led = is_led and late.entity not in {"QUANTITY", "DATE", "TIME"}
    return with_tokens(sentence, replace(late, relation="nsubj")) if is_led else sentence


def _with_undergoing(sentence: Sentence, root: Token, own: Sequence[Token]) -> Sentence:
    """The driver of 'Also killed was a driver'."""
    helper = next((t for t in own if t.lemma == "be" and t.index > root.index), None)
    if helper is None or any(t.relation == "dobj" for t in own):
        return sentence
    hung = {root.index, helper.index}
    late = next((t for t in sentence.tokens[helper.index :] if t.head in hung and t.relation in {"attr", "oprd"}), None)
    if late is None or late.pos not in {"NOUN", "PROPN", "NUM"}:
        return sentence
    return with_tokens(
        sentence, replace(late, head=root.index, relation="nsubjpass"), replace(helper, relation="auxpass")
    )


def with_disguised(sentence: Sentence, verb: Token) -> Sentence:
    """'Men dressed as monks robbed a bank', where 'as monks robbed a bank' is taken for a clause: the men did."""
    tokens, worn = sentence.tokens, sentence.tokens[verb.head]
    own = [token for token in tokens if token.head == verb.index and token is not verb]
    mark = next((t for t in own if t.relation == "mark" and t.text == "as" and t.index == worn.index + 1), None)
    noun = next((t for t in own if t.relation in SUBJECTS), None)
    wearer = tokens[worn.head]
    if mark is None or noun is None or worn.lemma not in DISGUISED or wearer.index > worn.index:
        return sentence
    is_root = wearer.head == wearer.index
    after = [replace(t, head=verb.index) for t in tokens if is_root and t.head == wearer.index and t.index > verb.index]
    above = replace(verb, head=verb.index, relation="ROOT") if is_root else replace(verb, relation="conj")
    return with_tokens(
        sentence,
        *after,
        replace(mark, head=worn.index, relation="prep"),
        replace(noun, head=mark.index, relation="pobj"),
        replace(wearer, head=verb.index, relation=noun.relation) if is_root else wearer,
        above,
    )


def with_watcher(sentence: Sentence, verb: Token) -> Sentence:
    """'A guard saw a thief run off and called the police': the guard did, as the thief 'run', not 'ran'."""
    tokens, above = sentence.tokens, sentence.tokens[verb.head]
    if verb.relation != "conj" or verb.tag != "VBD" or above.tag != "VB" or above.relation != "ccomp":
        return sentence
    outer = tokens[above.head]
    own = [token for token in tokens if token.head == above.index]
    is_bare = not any(t.relation in {"aux", "mark"} for t in own) and any(t.relation in SUBJECTS for t in own)
    is_seen = outer.lemma in WATCHING and outer.index < above.index < verb.index
    has_own = any(token.head == verb.index and token.relation in SUBJECTS for token in tokens)
    return with_tokens(sentence, replace(verb, head=outer.index)) if is_bare and is_seen and not has_own else sentence


def with_whom_beside(sentence: Sentence, name: Token) -> Sentence:
    """'fined a dealer, X, and his wife, Y': the wife is fined beside the dealer, and is nothing that he is called."""
    tokens, noun = sentence.tokens, sentence.tokens[name.head]
    if noun.tag not in {"NN", "NNP"} or noun.lemma in SEVERAL or name.index < noun.index:
        return sentence
    joint = next((t for t in tokens[name.index :] if t.head == name.index and t.relation == "cc"), None)
    last = next((t for t in tokens[name.index :] if t.head == name.index and t.relation == "conj"), None)
    if joint is None or last is None or joint.text != "and":
        return sentence
    start = min(t.index for t in tokens if t.head == name.index or t is name)  # 'the climber X and his guide'
    is_close = (
        start == noun.index + 1
        and name.pos == "PROPN"
        and any(t.tag == "PRP$" and t.head == last.index for t in tokens)
    )
    if not is_close and tokens[joint.index - 1].text != ",":
        return sentence
    return with_tokens(sentence, replace(joint, head=noun.index), replace(last, head=noun.index))


def with_captives(sentence: Sentence, fate: Token) -> Sentence:
    """'took nine sailors hostage', where the sailors are taken for a sort of hostage."""
    tokens, verb = sentence.tokens, sentence.tokens[fate.head]
    if fate.index == verb.index + 1 and verb.lemma in {"hold", "take"}:
        return _with_held(sentence, fate, verb)
    taken = tokens[fate.index - 1] if fate.index else fate
    if fate.relation != "dobj" or taken.tag != "NNS" or taken.relation != "compound" or taken.head != fate.index:
        return sentence
    own = [replace(t, head=taken.index) for t in tokens[: taken.index] if t.head == fate.index]
    late = [replace(t, head=verb.index) for t in tokens[fate.index :] if t.head == fate.index]
    return with_tokens(
        sentence,
        *own,
        *late,
        replace(taken, head=verb.index, relation="dobj"),
        replace(fate, relation="oprd"),
    )


def _with_held(sentence: Sentence, fate: Token, verb: Token) -> Sentence:
    """'Eleven tourists taken hostage in May are alive', 'a woman held hostage': they took and held nobody."""
    own = [token for token in sentence.tokens if token.head == verb.index and token is not fate]
    if any(token.relation in {"aux", "auxpass", "dobj"} for token in own):
        return sentence  # 'had taken hostage two nuns'
    told = [replace(token, relation="nsubjpass") for token in own if token.relation == "nsubj"]
    return with_tokens(sentence, *told, replace(verb, tag="VBN"), replace(fate, relation="oprd" if told else "acomp"))


def with_name_behind_word(sentence: Sentence, name: Token) -> Sentence:
    """'A man identified as X was shot', where X is taken for a second who was shot, and nothing for what 'as' is about."""
    tokens = sentence.tokens
    start = min(t.index for t in tokens if t.head == name.index or t is name)
    word = tokens[start - 1] if start else name
    others = [t for t in tokens[:start] if t.head == name.head and t.relation in SUBJECTS]
    is_bare = word.tag == "IN" and word.relation == "prep" and not any(t.head == word.index for t in tokens)
    return with_tokens(sentence, replace(name, head=word.index, relation="pobj")) if others and is_bare else sentence
