"""An event's account: sentences that name who dates it, what bounds it, who disagrees, what was known when."""

import pytest

from tests.making import document, link, roles, statement, toll
from timeline import ingest
from timeline.explain import explained
from timeline.model.days import parse_iso_day
from timeline.model.filters import Filters
from timeline.model.statement import Actor, ActorKind, Link, Relation, Role, RoleName
from timeline.store.queries import find_events


def kept(store, number, day, *told, outlet="Courier"):
    """Ingest the statements as one text of that day; `outlet` None for one that is known by its address only."""
    more = {"outlet": outlet} if outlet else {}
    sentences = [one.sentence for one in told]
    text = document(*sentences, url=f"https://www.paper-{number}.example/story", published=day, **more)
    ingest.record(store, text, told)


def account(store, as_of=None, **filters):
    """The sentences on the one event that fits."""
    day = parse_iso_day(as_of) if as_of else None
    (found,) = find_events(store, Filters(as_of=day, **filters)).events
    return explained(store, found["id"], as_of=day)["explanation"]


def attack(number, date, **more):
    text = f"The attack of {number} was told."
    return statement("attack", text=text, by="Norland", on="Sudmark", date=date, **more)


def test_it_says_who_gives_the_date_who_does_not_and_what_was_known_when(store):
    kept(store, 1, "2025-10-20", attack(1, "[..2025-10-20]", basis="published"))
    kept(store, 2, "2025-10-22", attack(2, "2025-10-18"), outlet="Gazette")
    kept(store, 3, "2025-10-23", attack(3, "[..2025-10-23]", basis="published"), outlet=None)
    told = account(store)
    assert told[0] == "18 October 2025: Gazette of 22 October 2025 gives the date."
    assert "Gazette of 22 October 2025 writes: “The attack of 2 was told.”" in told
    assert "Courier of 20 October 2025 and paper-3.example of 23 October 2025 give no date." in told
    assert (
        "What was known when: from 20 October 2025: by 20 October 2025, asserted; "
        "from 22 October 2025: 18 October 2025, asserted."
    ) in told
    assert account(store, as_of="2025-10-21")[0] == "By 20 October 2025: no report gives its date outright."
    assert "It has been known like this since 20 October 2025." in account(store, as_of="2025-10-21")


def test_it_says_which_link_bounds_it_and_names_the_other_event(store):
    after = Link(Relation.AFTER, 0, "followed by", "connective")
    dated = {"date": "[..2025-10-29]", "basis": "published"}
    talks = statement("talk", "consult", text="The talk was later.", at="Sund", links=(after,), **dated)
    kept(store, 1, "2025-10-29", attack(1, "2025-10-11"), talks)
    told = account(store, type=("consult",))
    assert told[0] == "Between 11 and 29 October 2025: no report gives its date outright."
    assert (
        "Not before 11 October 2025, since it came after “Attack told” of 11 October 2025 (by the words “followed by”)."
        in told
    )
    assert "In the order of events it came after “Attack told” (by the words “followed by”)." in told


@pytest.mark.parametrize("sieve", ["script", "connective"])
def test_general_knowledge_is_not_put_in_quotes(store, sieve):
    talks = statement("talk", "consult", at="Sund", links=(Link(Relation.AFTER, 0, "talks end fights", sieve),))
    kept(store, 1, "2025-10-29", attack(1, "2025-10-11"), talks)
    told = " ".join(account(store, type=("consult",)))
    assert ("(as a rule, talks end fights)" in told) == (sieve == "script")
    assert ("(by the words “talks end fights”)" in told) == (sieve != "script")


def test_it_says_who_disagrees_and_not_of_the_dead_of_two_sides(store):
    soldiers, fighters = (
        Role(Actor(name, kind), RoleName.TARGET)
        for name, kind in (("soldiers", ActorKind.GOVERNMENT), ("fighters", ActorKind.ARMED_GROUP))
    )
    sides = roles(agent="Norland", target="Sudmark")
    for number, (hurt, count, by) in enumerate(
        [(soldiers, 12, "army"), (soldiers, 40, "rebels"), (fighters, 90, "army")]
    ):
        one = attack(number, "2025-10-18", quantities=toll(count), claimed=(by,), roles=(*sides, hurt))
        kept(store, number, f"2025-10-2{number}", one)
    assert (
        "The reports disagree on the number of those killed: Courier of 20 October 2025, citing army: 12 people; "
        "Courier of 21 October 2025, citing rebels: 40 people."
    ) in account(store)


def test_it_says_who_disagrees_and_why_the_status(store):
    kept(store, 1, "2025-10-20", attack(1, "2025-10-18", quantities=toll(12)))
    kept(store, 2, "2025-10-21", attack(2, "2025-10-18", quantities=toll(15)), outlet="Gazette")
    denial = attack(3, "2025-10-18", status="denied", claimed=("Norland",))
    kept(store, 3, "2025-10-22", denial, outlet="Herald")
    told = account(store)
    assert (
        "The reports disagree on the number of those killed: Courier of 20 October 2025: 12 people; "
        "Gazette of 21 October 2025: 15 people."
    ) in told
    assert (
        "Courier of 20 October 2025 and Gazette of 21 October 2025 tell it as a fact; "
        "Herald of 22 October 2025 has it as denied, according to Norland."
    ) in told
    assert "It counts as asserted: what the firmest report says decides." in told


def test_a_date_that_cannot_be_the_same_is_named_and_left_aside(store):
    kept(store, 1, "2025-10-20", statement("death", "death", text="A death.", by="Ann Berg", date="2025-10-18"))
    for number, day in ((2, "2025-10-21"), (3, "2025-10-22")):
        told = statement("death", "death", text=f"The death of {number}.", by="Ann Berg", date="2025-10-19")
        kept(store, number, day, told, outlet=f"Gazette {number}")
    sentences = account(store)
    assert any(
        line.startswith("Courier of 20 October 2025 says 18 October 2025, which cannot be the same")
        for line in sentences
    )
    assert any(line.startswith("The reports disagree on the date") for line in sentences)


def test_days_of_a_stay_do_not_disagree(store):
    for number, date in ((1, "2025-10-18"), (2, "2025-10-21"), (3, "2025-10-18/2025-10-22")):
        talks = statement(
            "talk", "consult", text=f"Talks, told by {number}.", of=["Norland", "Sudmark"], at="Sund", date=date
        )
        kept(store, number, "2025-10-23", talks)
    assert not any(line.startswith("The reports disagree") for line in account(store))


def test_two_that_proved_to_be_one_are_said_to_have_stood_apart(store):
    kept(store, 1, "2025-10-12", statement("attack", text="The attack was told.", by="Norland", date="2025-10-09"))
    kept(store, 2, "2025-10-12", statement("attack", text="That attack was told.", on="Sudmark", date="2025-10-09"))
    kept(store, 3, "2025-10-14", attack(3, "2025-10-09"))
    assert "Up to 13 October 2025 the reports did not show that all this was one event." in account(store)


def test_links_of_many_are_cut_short(store):
    told = [statement("talk", "consult", text=f"Talk {place}.", at=place) for place in ("Sund", "Mirton", "Port Vale")]
    last = statement("quake", "disaster", text="A quake.", links=tuple(link("after", number) for number in range(3)))
    kept(store, 1, "2025-10-29", *told, last)
    assert any(line.endswith("“Talk told” (by the word “then”).") for line in account(store, type=("disaster",)))


@pytest.mark.parametrize(
    ("because", "sieve", "said"),
    [
        ("it is told next", "course", "(the text tells one right after the other)"),
        ("what it was for was before", "grounds", "(the one was over the other)"),
        ("a denial comes after what it denies", "answer", "(a denial comes after what it denies)"),
        ("condemned", "answer", "(by the word “condemned”)"),
    ],
)
def test_only_words_of_the_text_are_put_in_quotes(store, because, sieve, said):
    talks = statement("talk", "consult", at="Sund", links=(Link(Relation.AFTER, 0, because, sieve),))
    kept(store, 1, "2025-10-29", attack(1, "2025-10-11"), talks)
    assert f"In the order of events it came after “Attack told” {said}." in account(store, type=("consult",))


def test_an_event_that_two_texts_put_it_after_is_named_once(store):
    links = (Link(Relation.AFTER, 0, "followed by", "connective"),), (Link(Relation.AFTER, 0, "after", "connective"),)
    for number, found in enumerate(links, 1):
        talks = statement(
            "talk",
            "consult",
            text=f"Talk of {number}.",
            of=["Norland", "Sudmark"],
            at="Sund",
            date="2025-10-18",
            links=found,
        )
        kept(store, number, "2025-10-29", attack(number, "2025-10-11"), talks)
    told = account(store, type=("consult",))
    assert (
        "In the order of events it came after “Attack told” (by the word “after”; by the words “followed by”)." in told
    )
