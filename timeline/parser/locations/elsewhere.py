"""Elsewhere: whether a sentence names another place than the one where the story is, or tells what is not done there."""

from timeline.model.statement import FACTS, HUMAN, Place, RoleName
from timeline.parser.actors.cast import Cast
from timeline.parser.actors.name import NameKind
from timeline.parser.known import places
from timeline.parser.locations.sites import is_site
from timeline.parser.locations.spots import PLACE_KINDS
from timeline.parser.mentions.draft import Draft
from timeline.parser.sentences.tree import Tree

GROUNDS = frozenset({"as", "because", "while", "since"})
AFAR = frozenset("send offer promise pledge donate ship deliver lend train fly airlift rush".split())  # of aid
AFTERWARDS = frozenset({"hospital", "later", "overnight"})  # of a death
MAIN = frozenset({"ROOT", "conj", "ccomp"})
DAYS = 60  # what was so long before or after is another story


def names_place(draft: Draft, cast: Cast, here: Place | None) -> bool:
    """Another than `here`, in its sentence; a joined verb with a subject of its own is one of its own."""
    tree, top = draft.mention.tree, draft.mention.top
    is_apart = tree[top].relation == "conj" and bool(tree.below(top, "nsubj", "nsubjpass"))
    aside = {i for verb in range(len(tree)) if _is_clause_aside(tree, verb) for i in tree.subtree(verb)}
    words = {*(tree.subtree(top) if is_apart else range(len(tree)))}
    return any(_is_elsewhere(tree, cast, index, here) for index in (words if top in aside else words - aside))


def is_abroad(draft: Draft, here: Place | None) -> bool:
    """'A bomb went off in Kabul. Afghan forces attacked Pakistani posts': what is struck stands in another land."""
    struck = (role.actor for role in draft.roles if role.name is RoleName.TARGET and role.actor.kind not in HUMAN)
    lands = {actor.country for actor in struck} - {None}
    return bool(lands) and here is not None and here.country not in {None, *lands}


def is_moved_on(draft: Draft) -> bool:
    """'sent blankets' from elsewhere; 'died nine days later', 'died in hospital': not there any more."""
    tree, mention = draft.mention.tree, draft.mention
    if mention.row.type == "death":
        is_afterwards = not AFTERWARDS.isdisjoint(tree.lower)
        return is_afterwards and any(tree.lower[i] in AFTERWARDS for i in tree.subtree(mention.top))
    return mention.row.type == "aid" and mention.lemma.split()[0] in AFAR


def _is_clause_aside(tree: Tree, verb: int) -> bool:
    """'who had come from Lima', 'as Kenya faces a drought'."""
    if tree[verb].relation != "advcl":
        return tree[verb].relation == "relcl"
    return any(tree.lower[child] in GROUNDS for child in tree.below(verb, "mark"))


def _is_elsewhere(tree: Tree, cast: Cast, index: int, here: Place | None) -> bool:
    """Part of a place's name; not 'Saint Roch hospital', which stands in the town, nor the state of "Kenya's Ruth Aoko"."""
    name = cast.name_at(tree, index)
    if name is None or name.kind not in PLACE_KINDS:
        return False
    if (here is not None and here.name == name.text) or (name.end < len(tree) and is_site(tree, name.end, name.text)):
        return False
    return name.kind is NameKind.PLACE or tree[name.head].relation not in {"poss", "compound", "nmod", "amod"}


def is_local(place: Place) -> bool:
    """A town or a region; 'in Kenya' is no setting."""
    return place.country is None or place.name != places.state_name(place.country)


def is_of_other_year(draft: Draft, setting: Draft | None) -> bool:
    """'He studied in Oslo. In 1963 he joined a union': what is told next may be elsewhere."""
    if setting is None or draft.expression is None or draft.claim.status not in FACTS:
        return False
    is_main = draft.mention.is_verb and draft.mention.tree[draft.mention.top].relation in MAIN
    is_told = is_main and draft.when.span.precision == "year" and not is_before(draft)
    return is_told and not is_near_in_time(draft, setting, DAYS)


def is_before(draft: Draft) -> bool:
    """'had called the vote': what was before may have been elsewhere."""
    tree = draft.mention.tree
    return any(tree[child].text.lower() in {"had", "'d"} for child in tree.below(draft.mention.top, "aux"))


def is_near_in_time(draft: Draft, last: Draft, days: int = DAYS) -> bool:
    """Within so many days of each other, as far as the words tell."""
    one, other = draft.when.span, last.when.span
    if draft.expression is None or one.start_earliest is None:
        return True
    base = other.start_earliest if other.start_earliest is not None else other.end_latest
    return base is None or abs(one.start_earliest - base) <= days
