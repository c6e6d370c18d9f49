"""Why two Statements cannot tell one happening: something that both of them say differs."""

from collections.abc import Callable
from functools import lru_cache

from timeline.chronology.death import DEADLY, KILLED
from timeline.chronology.doubt import is_doubtful
from timeline.chronology.families import PERSONAL, SUFFERED
from timeline.chronology.gone import befalls_one, is_turned
from timeline.chronology.loss import are_two_losses
from timeline.chronology.otherwise import is_one_death, is_told_otherwise
from timeline.chronology.party import MUTUAL_TYPES, Parties, Party, named_of, share
from timeline.chronology.payment import are_two_payments, is_one_payment
from timeline.chronology.placing import places_differ, series_differ
from timeline.chronology.profile import DOUBT_DAYS, MENDED_DAYS, ONCE, Profile
from timeline.chronology.retold import is_told_again
from timeline.chronology.speech import speeches_differ, terms_differ
from timeline.chronology.story import short_forms
from timeline.chronology.things import seizures_differ, things_differ
from timeline.chronology.throughout import has_gone_on_since
from timeline.chronology.victims import victims_differ
from timeline.chronology.window import LONG_DAYS, is_close
from timeline.model.statement import OVER, Status

# Of whom one sentence may tell several: what sets them apart is what was said.
THING = "collapse"
JUDGED = PERSONAL - DEADLY

PAIRS = 50_000  # of Statements, of which it is kept whether they exclude each other: those of a large story

COMING = frozenset({Status.PLANNED, Status.CANCELLED})


@lru_cache(maxsize=PAIRS)
def contradicts(a: Profile, b: Profile) -> bool:
    """Whether something that both say differs, so that they can't be one happening."""
    is_day = may_be_same_day(a, b) or may_be_days_apart(a, b)
    return excludes(a, b) or not is_day or places_differ(a, b) or series_differ(a, b)


def excludes(a: Profile, b: Profile) -> bool:
    """Whether something else than day, place and number in a series differs."""
    return not is_of_one_kind(a, b) or excludes_otherwise(a, b)


def excludes_otherwise(a: Profile, b: Profile) -> bool:
    """The same, whatever kinds they are of."""
    return excludes_as_deed(a, b) or speeches_differ(a, b)


@lru_cache(maxsize=PAIRS)
def excludes_as_deed(a: Profile, b: Profile) -> bool:
    """The same, whatever is said in them; kept, since groups are compared again for each day on which less was known."""
    return (
        (a.document == b.document and is_told_apart(a, b))
        or names_differ(a, b)
        or not _statuses_can_meet(a, b)
        or actors_differ(a, b)
        or terms_differ(a, b)
        or victims_differ(a, b)
        or things_differ(a, b)
        or seizures_differ(a, b)
        or is_turned(a, b)
        or are_two_losses(a, b)
        or a.is_sum != b.is_sum
        or (a.document != b.document and a.is_general != b.is_general)
        or _is_of_the_call(a) != _is_of_the_call(b)
    )


def is_told_apart(a: Profile, b: Profile) -> bool:
    """Whether their text puts one before the other, tells both in one sentence, or brings the later one in."""
    return (
        is_ordered(a, b)
        or _share_a_sentence(a, b)
        or _is_brought_in(a, b)
        or _befalls_two(a, b)
        or are_two_payments(a, b)
    )


def is_of_one_kind(a: Profile, b: Profile) -> bool:
    """The same type, or words of one row of families.txt, which may cross types ('sued', 'the suit'); a blow and its toll."""
    return a.type == b.type or not a.families.isdisjoint(b.families) or is_toll(a, b) or is_told_otherwise(a, b)


def is_toll(a: Profile, b: Profile) -> bool:
    """Whether the one tells only whom the other hit."""
    return a.is_toll_of(b) or b.is_toll_of(a)


def is_ordered(a: Profile, b: Profile) -> bool:
    """Whether their text says that one came before the other."""
    return a.document == b.document and (b.number in a.apart_from or a.number in b.apart_from)


def _share_a_sentence(a: Profile, b: Profile) -> bool:
    """Two words of one sentence: nobody tells a happening twice in one, but as its name ('Cyclone Ada made landfall')."""
    is_name = a.called is not None or b.called is not None or befalls_one(a, b)  # 'forced Danso to step down'
    if (
        is_toll(a, b)
        and not share(a.targets, b.agents)
        and not share(a.agents, b.targets)
        and not _have_two_tolls(a, b)
    ):
        return False
    if a.claimants and b.claimants and a.claimants.isdisjoint(b.claimants) and not a.families.isdisjoint(b.families):
        return False  # 'police said that ten had walked out; the union said that forty had'
    return a.document == b.document and a.sentence == b.sentence and a.trigger != b.trigger and not is_name


def _have_two_tolls(a: Profile, b: Profile) -> bool:
    """'The bombs at the synagogues had killed 23; the explosion at the consulate killed 16.'"""
    some, others = ({count for count in one.counts if count[0] == KILLED} for one in (a, b))
    return bool(some) and bool(others) and some.isdisjoint(others)


def _befalls_two(a: Profile, b: Profile) -> bool:
    """Whether one verb tells what befalls two, be one only described ('charged the former minister. Mr Milev was charged')."""
    if a.document != b.document or a.is_definite or b.is_definite or a.families.isdisjoint(b.families & JUDGED):
        return False
    if a.lemma != b.lemma or a.same_as or b.same_as:
        return False
    return all(one.targets and not any(party.is_anybody for party in one.targets) for one in (a, b)) and not share(
        a.targets, b.targets
    )


def _is_brought_in(a: Profile, b: Profile) -> bool:
    """Whether the later one of a text is told as new ('a raid'), and not of the very day of the other, or beside it ('also')."""
    is_of_its_day = a.span == b.span and a.span.precision != "bounds"
    later = max(a, b, key=lambda one: one.number)
    is_new = later.is_added or (not is_of_its_day and (later.is_new or later.is_other))
    return a.document == b.document and is_new


def may_be_same_day(a: Profile, b: Profile) -> bool:
    """Days overlap; what is too vague is only ever the same as what the same text says in the same words of time."""
    if a.days is None or b.days is None:
        return a.days == b.days and a.document == b.document and a.span == b.span
    if a.days[0] > b.days[1] or b.days[0] > a.days[1]:
        return a.is_undated and b.is_undated
    return not (a.goes_on or b.goes_on) or a.span == b.span or has_gone_on_since(a, b) or has_gone_on_since(b, a)


@lru_cache(maxsize=PAIRS)
def may_be_days_apart(a: Profile, b: Profile) -> bool:
    """Whether their days say nothing against it, though they do not meet."""
    return is_told_a_day_apart(a, b) or is_told_again(a, b)


def is_told_a_day_apart(a: Profile, b: Profile) -> bool:
    """Whether two texts differ by a day about what happens once to the same person or firm or is told alike, or one corrects."""
    if a.fingerprint == b.fingerprint or a.days is None or b.days is None or not (a.is_narrow and b.is_narrow):
        return False
    gap = max(a.days[0], b.days[0]) - min(a.days[1], b.days[1])
    if gap <= MENDED_DAYS and (a.corrects(b) or b.corrects(a)):
        return True
    if gap > DOUBT_DAYS:
        return False
    if is_doubtful(a, b):
        return True
    return not a.families.isdisjoint(b.families & ONCE) and (
        share(named_of(a.everyone), named_of(b.everyone)) or _is_one_thing(a, b)
    )


def _is_one_thing(a: Profile, b: Profile) -> bool:
    """Whether something with a name fell, of which both sentences speak in another word, too ('the Licungo bridge')."""
    if THING not in a.families & b.families or a.about.isdisjoint(b.about):
        return False
    some, others = ({form for name in one.nearby for form in (name, *short_forms(name))} for one in (a, b))
    return not some.isdisjoint(others)


def names_differ(a: Profile, b: Profile) -> bool:
    """Two names of happenings, of which neither is short for the other ('Cyclone Ada', 'Ada')."""
    if a.called is None or b.called is None or a.called == b.called:
        return False
    return a.called not in short_forms(b.called) and b.called not in short_forms(a.called)


def _is_of_the_call(one: Profile) -> bool:
    """Whether its date is that of its call ('called the election on 2 July')."""
    return one.is_sought and one.is_narrow and one.status in OVER


def _statuses_can_meet(a: Profile, b: Profile) -> bool:
    """Only what is hypothetical is never the same as what is told otherwise."""
    return a.status is b.status or Status.HYPOTHETICAL not in (a.status, b.status)


def actors_differ(a: Profile, b: Profile) -> bool:
    """Whether others do it, or it is done to others; of a death each may blame another."""
    if is_one_death(a, b) or befalls_one(a, b):
        return False
    if _ages_differ(a.targets, b.targets) or _ages_differ(a.agents, b.agents):
        return True
    if a.type in MUTUAL_TYPES:
        return not _one_covers_other(
            a.agents + a.targets + a.participants, b.agents + b.targets + b.participants, Party.sits_with
        )
    if not a.families.isdisjoint(b.families & SUFFERED):
        return _disjoint(named_of(a.everyone), named_of(b.everyone))
    return (
        agents_differ(a, b)
        or targets_differ(a, b)
        or is_swapped(a, b)
        or is_swapped(b, a)
        or not _one_covers_other(a.participants, b.participants, Party.is_same)
    )


def _ages_differ(some: Parties, others: Parties) -> bool:
    """Whether one is 41, and the other 34, of whom at most one has a name."""
    if len(some) != 1 or len(others) != 1:
        return False
    return not (some[0].is_particular and others[0].is_particular) and some[0].is_of_other_age(others[0])


def agents_differ(a: Profile, b: Profile) -> bool:
    """Whether both tell who does it, and nobody is in both."""
    return _are_others(_known(a.agents), _known(b.agents))


def targets_differ(a: Profile, b: Profile) -> bool:
    """Whether both tell to whom it is done, and nobody is in both; a state where the other was hit is only where."""
    return not (_has_unnamed(a, b) or _has_unnamed(b, a)) and _are_others(_hit(a, b), _hit(b, a))


def _has_unnamed(one: Profile, other: Profile) -> bool:
    """Whether it is done to 'Holm and the captain', and the other to one person in a sentence that has Holm, too."""
    if one.document == other.document or len(one.targets) < 2 or len(other.targets) != 1:
        return False
    is_unnamed = any(party.is_described and party.is_person for party in one.targets)
    named = (party for party in one.targets if party.is_particular)
    return is_unnamed and any(not party.callings.isdisjoint(other.callings) for party in named)


def _hit(one: Profile, other: Profile) -> Parties:
    """Whom it is done to, without the state in which the other was ('the Kenya bombing'); of the dead each may count others."""
    known = _known(one.targets)
    if is_toll(one, other):
        known = tuple(party for party in known if not party.is_people)
    where = other.regions | {other.place}
    return tuple(party for party in known if not party.is_state or party.names.isdisjoint(where))


def descriptions_differ(a: Profile, b: Profile) -> bool:
    """Whether those who are only described differ ('gunmen', 'workers'), on one side with nobody else to compare."""
    return any(
        _disjoint(some, others)
        for some, others in ((a.agents, b.agents), (a.targets, b.targets))
        if _all_described(some) and _all_described(others)
    )


def _all_described(some: Parties) -> bool:
    return all(one.is_described for one in some)


def _disjoint(some: Parties, others: Parties) -> bool:
    return bool(some) and bool(others) and not share(some, others)


def _are_others(some: Parties, others: Parties) -> bool:
    """Whether both tell somebody, nobody is in both, and none may be the one who is only described on the other side."""
    return _disjoint(some, others) and not any(
        one.may_be(other) or other.may_be(one) for one in some for other in others
    )


def _known(some: Parties) -> Parties:
    """Without those who are only described: 'gunmen' may be anybody's."""
    return tuple(one for one in some if not one.is_described or one.state)


def is_swapped(a: Profile, b: Profile) -> bool:
    """Whether one's agent is the other's target, and only that; a state's envoy is not the state ('called its envoy home')."""
    hit = tuple(party for party in b.targets if not (party.is_described and party.state))
    return share(a.agents, hit) and not share(a.agents, b.agents) and not is_one_payment(a, b)


def _one_covers_other(some: Parties, others: Parties, is_one: Callable[[Party, Party], bool]) -> bool:
    """Whether everybody on the shorter list is on the longer; of lists that are as long, on either."""
    fewer, more = sorted((some, others), key=len)
    sides = [(fewer, more)] if len(fewer) < len(more) else [(fewer, more), (more, fewer)]
    return any(all(any(is_one(one, other) for other in there) for one in here) for here, there in sides)


def statuses_go_together(a: Profile, b: Profile) -> bool:
    """What happened goes with what was alleged or denied; what was planned, with that too once both are dated well."""
    both = {a.status, b.status}
    if len(both) == 1 or both <= OVER or both <= COMING:
        return True
    return both <= OVER | COMING and is_close(a.span, LONG_DAYS) and is_close(b.span, LONG_DAYS)
