"""Why the reports of an event are one, and why what is near is another, in the words of the reports."""

import itertools

import pytest

from tests import chronicle
from tests.making import document, link, statement, toll
from timeline import curate, ingest
from timeline.cli import main
from timeline.explain import explained
from timeline.model.account import account
from timeline.model.days import parse_iso_day
from timeline.model.filters import Filters
from timeline.store.queries import find_events

DAY = "2025-10-18"


def keep(store, outlet, day, *told):
    """Ingest these as one text of that outlet and day; the ids of its events."""
    sentences = [one.sentence for one in told]
    text = document(*sentences, url=f"http://{outlet.casefold()}.example/{day}", published=day, outlet=outlet)
    return ingest.record(store, text, told).events


def reasons(store, event, as_of=None):
    """What is said beyond date, claims and order."""
    whole = explained(store, event, as_of=as_of)
    return whole["explanation"][len(account(whole)) :]


def attack(text="Norland began an attack on Sudmark.", **more):
    return statement(text=text, **{"by": "Norland", "on": "Sudmark", "date": DAY, **more})


def talks(text, **more):
    return statement("talks", "consult", text=text, of=["Norland", "Sudmark"], **{"at": "Sund", **more})


def test_it_says_what_two_reports_have_in_common(store):
    (event,) = keep(store, "Courier", "2025-10-19", attack())
    keep(
        store,
        "Gazette",
        "2025-10-22",
        attack("The border attack of Norland on Sudmark killed 12.", quantities=toll(12)),
    )
    assert reasons(store, event) == [
        "Gazette of 22 October 2025 tells of the same as Courier of 19 October 2025: both write “attack”, name Norland "
        "and Sudmark and date it to 18 October 2025; “The border attack” points back to what is known."
    ]


def test_other_words_for_it_are_named_side_by_side(store):
    (event,) = keep(
        store, "Courier", "2025-10-19", attack("Norland began an assault on Mirton.", lemma="assault", at="Mirton")
    )
    keep(store, "Gazette", "2025-10-22", attack("The raid on Mirton lasted hours.", lemma="raid", at="Mirton", by=()))
    (told,) = reasons(store, event)
    assert "what the one calls “raid” the other calls “assault”; both name Sudmark, put it in Mirton" in told


@pytest.mark.parametrize("words", [("assault", "kill"), ("kill", "assault")])
def test_whom_a_blow_hit_is_told_by_the_toll_whichever_came_first(store, words):
    told = {
        "assault": attack("Norland began an assault on Mirton.", lemma="assault", at="Mirton"),
        "kill": attack("Gunmen of Norland kill nine in Mirton.", lemma="kill", at="Mirton", quantities=toll(9)),
    }
    (event,), _ = (
        keep(store, outlet, f"2025-10-{day}", told[word])
        for outlet, day, word in (("Courier", 19, words[0]), ("Gazette", 22, words[1]))
    )
    assert "“kill” tells whom “assault” hit" in reasons(store, event)[0]


def test_that_a_text_is_a_copy_is_said_once(store):
    twice = attack("Norland began an attack."), attack("The attack of Norland on Sudmark was at dawn.", start=40)
    for outlet, day in (("Courier", "2025-10-19"), ("Gazette", "2025-10-20")):
        (event,) = keep(store, outlet, day, *twice)
    assert sum("it is the same text" in line for line in reasons(store, event)) == 1


def test_those_that_are_joined_for_the_same_reasons_share_a_sentence(store):
    (event,) = keep(store, "Courier", "2025-10-19", attack())
    for day, outlet in ((20, "Gazette"), (21, "Herald")):
        keep(store, outlet, f"2025-10-{day}", attack())
    assert [line.partition(" tell of")[0] for line in reasons(store, event)] == [
        "Gazette of 20 October 2025 and Herald of 21 October 2025"
    ]


def test_a_text_that_tells_it_twice_says_how_it_comes_back_to_it(store):
    told = (
        attack("Norland began an attack."),
        attack("The attack lasted.", by=(), on=(), date="[..2025-10-19]", basis="published", start=26),
    )
    event, *_ = keep(store, "Courier", "2025-10-19", *told)
    (line,) = reasons(store, event)
    assert line.startswith("“attack” is the same as “attack” in Courier of 19 October 2025: both write “attack”")
    assert line.endswith("“The attack” points back to what is known.")


NEAR = [
    ("a third round of talks", {"series": "3"}, {"series": "2"}, "that is the third, this the second"),
    ("in Mirton", {"at": "Mirton"}, {"at": "Port Vale"}, "that was in Mirton, this in Port Vale"),
]


@pytest.mark.parametrize(("what", "there", "here", "why"), NEAR)
def test_it_says_why_what_is_near_is_another(store, what, there, here, why):
    (event,) = keep(store, "Courier", "2025-10-19", talks("The talks were held in Port Vale.", date=DAY, **here))
    keep(store, "Gazette", "2025-10-22", talks(f"The talks, {what}, were held.", date=DAY, **there))
    assert reasons(store, event) == [f"Kept apart from “Talks told” (Gazette of 22 October 2025): {why}."]


def test_an_attack_by_the_other_side_is_another(store):
    (event,) = keep(store, "Courier", "2025-10-19", attack(at="Mirton"))
    back = attack("Sudmark answered with an attack on Norland.", by="Sudmark", on="Norland", at="Mirton")
    keep(store, "Gazette", "2025-10-22", back)
    (line,) = reasons(store, event)
    assert line.endswith(": there Sudmark is the one who does it, here Norland.")


def test_what_a_text_itself_puts_before_the_other_is_another(store):
    later = attack("A later attack on Sudmark followed.", links=(link("after", 0),))
    event, other = keep(store, "Courier", "2025-10-19", attack(), later)
    assert event != other
    assert reasons(store, event) == [
        "Kept apart from “Attack told” (Courier of 19 October 2025): the text puts the one before the other."
    ]


def test_what_may_be_either_of_two_is_said_to_be_nobodys(store):
    (north,) = keep(store, "Courier", "2025-10-19", attack("An attack hit Mirton.", at="Mirton"))
    (south,) = keep(store, "Herald", "2025-10-20", attack("An attack hit Sund.", at="Sund"))
    vague = attack("The attack was over.", date="[..2025-10-22]", basis="published")
    (open_,) = keep(store, "Gazette", "2025-10-22", vague)
    assert len({north, south, open_}) == 3
    told = [line for line in reasons(store, open_) if line.startswith("Kept apart from")]
    assert len(told) == 2
    assert all(line.endswith("as much speaks for another, and no text tells which is meant.") for line in told)


def test_what_people_put_together_or_parted_is_theirs(store):
    (event,) = keep(store, "Courier", "2025-10-19", attack())
    (quake,) = keep(store, "Gazette", "2025-10-22", statement("quake", "disaster", text="A quake came.", date=DAY))
    joined = curate.merge(store, event, [quake], by="desk", check=lambda _: None)
    assert reasons(store, joined) == [
        "Gazette of 22 October 2025 tells of the same as Courier of 19 October 2025: a person put the two together."
    ]


def test_what_people_parted_says_so(store):
    (event,) = keep(store, "Courier", "2025-10-19", attack())
    (again,) = keep(store, "Gazette", "2025-10-22", attack("Norland led an attack on Sudmark."))
    assert again == event
    document_of = {
        one["document"]["source"]["name"]: one["document"]["id"] for one in explained(store, event)["evidence"]
    }
    left, _ = curate.split(store, event, [(document_of["Gazette"], 0)], by="desk", check=lambda _: None)
    assert reasons(store, left) == [
        "Kept apart from “Attack told” (Gazette of 22 October 2025): a person parted the two."
    ]


def test_as_of_a_day_only_what_was_out_is_told(store):
    (event,) = keep(store, "Courier", "2025-10-19", attack("An attack hit Mirton.", at="Mirton"))
    keep(store, "Gazette", "2025-10-22", attack("An attack hit Sund.", at="Sund"))
    assert reasons(store, event, parse_iso_day("2025-10-21")) == []
    assert len(reasons(store, event, parse_iso_day("2025-10-22"))) == 1


def test_the_order_of_arrival_does_not_matter(tmp_path_factory, store):
    texts = [("Courier", "2025-10-19", attack()), ("Gazette", "2025-10-20", attack("The attack went on.", at="Mirton"))]
    texts.append(("Herald", "2025-10-20", attack("An attack came.", at="Sund")))
    found = set()
    for order in itertools.permutations(texts):
        for outlet, day, told in order:
            keep(store, outlet, day, told)
        events = find_events(store, Filters()).events
        found.add(tuple(sorted("\n".join(reasons(store, one["id"])) for one in events)))
        for text in {one["document"]["id"] for event in events for one in explained(store, event["id"])["evidence"]}:
            ingest.remove(store, text)
    assert len(found) == 1


def test_the_interface_the_page_and_the_command_line_tell_it(store, capsys, monkeypatch):
    (event,) = keep(store, "Courier", "2025-10-19", talks("The talks were held.", date=DAY, series="2"))
    keep(store, "Gazette", "2025-10-22", talks("The talks went on.", date=DAY, series="3"))
    why = "that is the third, this the second."
    with chronicle.serving(store.url, is_filled=False) as app:
        client = app.test_client()
        assert client.get(f"/v1/events/{event}").json["explanation"][-1].endswith(why)
        assert why in client.get(f"/events/{event}").text
    monkeypatch.setenv("TIMELINE_DATABASE_URL", store.url)
    assert main(["explain", event]) == 0
    assert why in " ".join(capsys.readouterr().out.split())
